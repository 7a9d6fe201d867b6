"""Posts, pages and profiles as files of the new site."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpblog.importers.blog import OldPost
from corpblog.importers.facts.addresses import clean, is_safe, on_disk
from corpblog.importers.facts.languages import TextLanguage, language_of
from corpblog.importers.facts.pictures import PostPicture, picture_of
from corpblog.importers.facts.post_fields import fields_of, tags_of, title_of
from corpblog.importers.facts.profiles import Profile
from corpblog.importers.facts.relink import relinked
from corpblog.importers.old.values import text
from corpblog.importers.plan import Plan
from corpblog.importers.record import Kind, Loss, Section, SourceFile
from corpblog.importers.text.embeds import translate_embeds
from corpblog.importers.text.openings import Opening, read_opening
from corpblog.model.permalink import slugify
from corpblog.yaml_writing import Bare, markdown_file

_ROLES = {
    "impressum": "imprint",
    "imprint": "imprint",
    "legal": "imprint",
    "legal-notice": "imprint",
    "datenschutz": "privacy",
    "privacy": "privacy",
    "privacy-policy": "privacy",
    "barrierefreiheit": "accessibility",
    "accessibility": "accessibility",
    "kontakt": "contact",
    "contact": "contact",
    "about": "about",
    "ueber-uns": "about",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """One post or page as files, with its entries for the report."""

    files: tuple[SourceFile, ...]
    losses: tuple[Loss, ...]


def _body(post: OldPost, plan: Plan) -> tuple[Opening, tuple[Loss, ...]]:
    translated = plan.blog.translate(post, post.text.body, plan.lookup)
    embedded = translate_embeds(post.text.file, translated.body)
    opening = read_opening(embedded.body, title_of(post))
    base = plan.addressing.places[post.path].old
    own = frozenset(_beside(post))
    linked, links = relinked(post.text, opening.body, base, plan.destinations, own)
    losses = [*translated.losses, *embedded.losses, *links]
    if opening.repeated is not None:
        done = "left out: the title stands above the text anyway"
        losses.append(_opening_loss(post, opening.repeated, "heading that repeats the title", done))
    if opening.more is not None:
        done = "left out; what stood above it is the summary" if opening.summary else "left out"
        losses.append(_opening_loss(post, opening.more, "<!--more-->", done))
    return Opening(body=linked, summary=opening.summary), tuple(losses)


def _opening_loss(post: OldPost, offset: int, construct: str, done: str) -> Loss:
    return Loss(
        location=post.text.file.at(offset),
        section=Section.TEXT,
        kind=Kind.TRANSLATED,
        construct=construct,
        done=done,
    )


def write_post(post: OldPost, plan: Plan) -> Written:
    """The file of a post, with the files of its bundle."""
    opening, losses = _body(post, plan)
    picture = _picture(post, plan)
    fields = fields_of(post, picture, opening.summary)
    place = plan.addressing.places[post.path]
    reading = plan.dated[post.path].reading
    lang = language_of(post, plan.facts.lang)
    tags = tuple(dict.fromkeys(plan.tags[tag] for tag in tags_of(post)))
    front: dict[str, Any] = {"title": title_of(post)}
    front |= {"date": Bare(reading.written)} if reading else {}
    front |= _taken(fields.values, "updated")
    front |= {"lang": lang.key} if lang.key else {}
    front |= {"authors": authors} if (authors := plan.cast.authors[post.path]) else {}
    front |= _taken(fields.values, "summary")
    front |= {"tags": tags} if tags else {}
    front |= _taken(fields.values, "series")
    front |= {"url": place.url}
    front |= {"aliases": place.aliases} if place.aliases else {}
    front |= {"migrated_from": plan.facts.migrated_from(place.old)}
    front |= {key: value for key, value in fields.values.items() if key not in front}
    if lang.unknown:
        front["extra"] = {"lang": lang.unknown, **front.get("extra", {})}
    return Written(
        files=_files(post, plan, "posts", front, lang, opening.body.text),
        losses=(
            *post.text.file.losses,
            *post.text.losses,
            *fields.losses,
            *losses,
            *lang.losses,
            *_picture_losses(post, picture),
        ),
    )


def _taken(values: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {key: values[key]} if key in values else {}


def write_page(page: OldPost, plan: Plan) -> Written:
    """The file of a page; its role is known by its name."""
    opening, losses = _body(page, plan)
    place = plan.addressing.places[page.path]
    values = page.text.values
    front: dict[str, Any] = {"title": title_of(page)}
    role = _ROLES.get(slugify(page.stem)) or _ROLES.get(place.url.strip("/"))
    front |= {"role": role} if role else {}
    front |= {"summary": said} if (said := text(values.get("description"))) else {}
    lang = language_of(page, plan.facts.lang)
    front |= {"lang": lang.key} if lang.key else {}
    front |= {"url": place.url}
    front |= {"aliases": place.aliases} if place.aliases else {}
    front |= {"draft": True} if page.draft else {}
    front |= {"extra": {"lang": lang.unknown}} if lang.unknown else {}
    return Written(
        files=_files(page, plan, "pages", front, lang, opening.body.text),
        losses=(*page.text.file.losses, *page.text.losses, *losses, *lang.losses),
    )


def _files(
    post: OldPost, plan: Plan, kind: str, front: Mapping[str, Any], lang: TextLanguage, body: str
) -> tuple[SourceFile, ...]:
    name = plan.names[post.path]
    suffix = f".{lang.suffix}.md" if lang.suffix else ".md"
    data = markdown_file(front, body)
    if not post.beside:
        return (SourceFile(path=f"content/{kind}/{name}{suffix}", data=data),)
    folder = f"content/{kind}/{name}"
    beside = [
        SourceFile(path=f"{folder}/{name}", origin=plan.blog.folder.root / path)
        for name, path in _beside(post).items()
    ]
    return (SourceFile(path=f"{folder}/index{suffix}", data=data), *beside)


def _picture(post: OldPost, plan: Plan) -> PostPicture:
    beside = {f"/{name}": path for name, path in _beside(post).items()}
    own = picture_of(post.text.values, beside, ())
    if own.fields:
        src = own.fields["src"].lstrip("/")
        return PostPicture(fields={**own.fields, "src": src}, key=own.key)
    folders = (*plan.blog.picture_folders, post.section)
    return picture_of(post.text.values, plan.pictures, folders)


def _beside(post: OldPost) -> dict[str, str]:
    """The files of a bundle: name beside the text -> path in the old blog."""
    folder = post.path.rsplit("/", 1)[0]
    return {path.removeprefix(f"{folder}/"): path for path in post.beside}


def _picture_losses(post: OldPost, picture: PostPicture) -> tuple[Loss, ...]:
    if not picture.missing or picture.fields:
        return ()
    return (
        Loss(
            location=post.text.at_key(picture.key),
            section=Section.IMAGES,
            kind=Kind.DROPPED,
            construct="picture of a post that is missing",
            found=picture.missing,
            done="the post has no picture; the old value is kept under extra",
        ),
    )


def write_profile(profile: Profile, plan: Plan) -> tuple[SourceFile, ...]:
    """The file of a person, with the portrait where there is one."""
    fields = dict(profile.fields)
    own = on_disk(plan.facts.author_pattern.format(slug=profile.id))
    before = (plan.facts.author_pattern.format(slug=old_id) for old_id in profile.old_ids)
    wanted = [alias for alias in (*before, *map(clean, profile.aliases)) if is_safe(alias)]
    if aliases := tuple(a for a in dict.fromkeys(wanted) if on_disk(a) != own):
        extra = fields.pop("extra", None)
        fields |= {"aliases": aliases} | ({"extra": extra} if extra else {})
    data = markdown_file(fields, profile.bio)
    if not profile.portrait:
        return (SourceFile(path=f"authors/{profile.id}.md", data=data),)
    folder = f"authors/{profile.id}"
    src = str(fields["image"]["src"])
    return (
        SourceFile(path=f"{folder}/index.md", data=data),
        SourceFile(path=f"{folder}/{src}", origin=plan.blog.folder.root / profile.portrait),
    )
