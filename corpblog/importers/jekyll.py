"""Jekyll: its folders, its dates in file names, its Liquid; ends in the files of a new site."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from corpblog.diagnostics import Location
from corpblog.importers.assemble import assemble
from corpblog.importers.blog import Names, OldBlog, OldPost, OldProfile, Settings
from corpblog.importers.facts.addresses import JEKYLL_STYLES, date_parts, filled
from corpblog.importers.facts.languages import code_of
from corpblog.importers.facts.records import data_files, from_data, from_files, read_values
from corpblog.importers.faults import refusal
from corpblog.importers.old.dates import file_name_day
from corpblog.importers.old.files_left import file_left, folders_left, of_the_repository
from corpblog.importers.old.front_matter import OldText, mended, take_apart
from corpblog.importers.old.source import OldFolder, open_folder, read_text
from corpblog.importers.old.traced import Traced
from corpblog.importers.old.values import flag, from_python, is_null, mapping, strings, text
from corpblog.importers.record import Import, Kind, Loss, Section, in_report_order
from corpblog.importers.text import kramdown, liquid, liquid_expression
from corpblog.importers.text.translation import Translated

_CONFIGS = ("_config.yml", "_config.yaml", "_config.toml")
_TEXTS = (".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".html", ".htm")
_MAY_HAVE_FRONT_MATTER = (*_TEXTS, ".xml", ".json", ".css", ".scss", ".sass", ".js", ".txt")
_POST_FOLDER = re.compile(r"(?:^|(?P<above>.*)/)_(?P<kind>posts|drafts)/(?P<name>.+)")
_OWN_FOLDERS = ("_posts", "_drafts", "_authors")
_MACHINERY = ("_layouts", "_includes", "_sass", "_plugins", "_site")
_PICTURES = ("assets", "assets/images", "assets/img", "assets/blog", "images", "img", "uploads")


def import_jekyll(source: Path) -> Import:
    """The Jekyll blog in ``source`` as a corpblog site; raises CorpblogError when it is none."""
    whole = open_folder(source)
    settings, told = _settings(whole)
    folder = _inside(whole, text(settings.values.get("source")))
    if not settings.path and not any(_POST_FOLDER.match(path) for path in folder.files):
        message = f"{source.as_posix()} is no Jekyll blog: it has no _config.yml and no _posts/"
        hint = "give the folder that holds _posts/"
        if any(path.startswith("content/") for path in whole.files):
            hint = "it looks like a Hugo blog: try corpblog import hugo"
        raise refusal("IMPORT001", source.as_posix(), message, hint)
    profiles, more = _profiles(folder)
    pages, statics, left = _rest(folder, settings)
    blog = OldBlog(
        tool="jekyll",
        folder=folder,
        settings=settings,
        posts=tuple(_posts(folder, settings)),
        pages=pages,
        profiles=profiles,
        statics=statics,
        styles=JEKYLL_STYLES,
        picture_folders=_PICTURES,
        address_parts=_address_parts,
        guess=_guess,
        translate=lambda post, body, names: _translate(post, body, names, folder),
        losses=(*told, *more, *left),
    )
    return _seen_from(whole, folder, assemble(blog))


def _seen_from(whole: OldFolder, folder: OldFolder, imported: Import) -> Import:
    """The import with places counted from the folder that was given, not from ``source:``."""
    prefix = folder.root.relative_to(whole.root).as_posix()
    if prefix == ".":
        return imported

    def moved(loss: Loss) -> Loss:
        path = loss.location.path
        inside = path in folder.files or (path.startswith("_") and path not in _CONFIGS)
        where = replace(loss.location, path=f"{prefix}/{path}" if inside else path)
        return replace(loss, location=where)

    return replace(imported, losses=in_report_order(tuple(map(moved, imported.losses))))


def _inside(folder: OldFolder, source: str) -> OldFolder:
    """The folder that ``source:`` in the configuration names, when it lies inside."""
    name = source.strip("./")
    below = folder.below(name)
    if not name or not below:
        return folder
    files = tuple(path.removeprefix(f"{name}/") for path in below)
    return OldFolder(root=folder.root / name, files=files, losses=folder.losses)


def _settings(folder: OldFolder) -> tuple[Settings, tuple[Loss, ...]]:
    path = next((name for name in _CONFIGS if name in folder.files), "")
    if not path:
        return Settings(), ()
    file = read_text(folder, path)
    read, mends, _ = read_values(file)
    values = mapping(read)
    base = text(values.get("baseurl")).strip("/")
    url = text(values.get("url")).rstrip("/")
    lang = text(values.get("lang")) or text(values.get("locale")) or text(values.get("language"))
    settings = Settings(
        path=path,
        title=text(values.get("title")) or text(values.get("name")),
        url=f"{url}/{base}".rstrip("/") if url.startswith("http") else "",
        lang=code_of(lang),
        timezone=text(values.get("timezone")),
        description=text(values.get("description")),
        pattern=_pattern(values),
        author=values.get("author"),
        values=values,
    )
    return settings, (*file.losses, *(mended(file, mend) for mend in mends))


def _pattern(values: Mapping[str, Any]) -> str:
    posts = mapping(mapping(values.get("collections")).get("posts"))
    given = text(posts.get("permalink")) or text(values.get("permalink"))
    for default in values.get("defaults") or []:
        if text(mapping(mapping(default).get("scope")).get("type")) == "posts":
            own = mapping(mapping(default).get("values"))
            given = text(own.get("permalink")) or given
    return JEKYLL_STYLES.get(given, given if given.startswith(("/", ":")) else "")


def _defaults(settings: Settings, path: str, kind: str) -> dict[str, Any]:
    """Front matter that the configuration gives to all files under a path."""
    found: dict[str, Any] = {}
    for default in settings.values.get("defaults") or []:
        scope = mapping(mapping(default).get("scope"))
        prefix = text(scope.get("path")).strip("/")
        if text(scope.get("type")) in ("", kind) and path.startswith(prefix):
            found |= mapping(mapping(default).get("values"))
    return {key: value for key, value in found.items() if key not in ("layout", "permalink")}


def _posts(folder: OldFolder, settings: Settings) -> Iterator[OldPost]:
    for path in folder.files:
        match = _POST_FOLDER.match(path)
        if match is None or not path.lower().endswith(_TEXTS):
            continue
        taken = take_apart(read_text(folder, path))
        values = {**_defaults(settings, path, "posts"), **taken.values}
        stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        hidden = flag(values.get("published")) is False or flag(values.get("draft")) is True
        above = [part for part in (match["above"] or "").split("/") if part]
        categories = strings(values.get("categories") or values.get("category"), split=", ")
        yield OldPost(
            text=_with_values(taken, values),
            stem=stem,
            named=file_name_day(stem),
            key=match["name"].rsplit(".", 1)[0],
            section="/".join(word.lower() for word in dict.fromkeys((*above, *categories))),
            draft=match["kind"] == "drafts" or hidden or not is_null(values.get("redirect_to")),
        )


def _with_values(taken: OldText, values: dict[str, Any]) -> OldText:
    return OldText(
        file=taken.file,
        values=values,
        body=taken.body,
        has_front=taken.has_front,
        losses=taken.losses,
        places=taken.places,
    )


def _profiles(folder: OldFolder) -> tuple[tuple[OldProfile, ...], tuple[Loss, ...]]:
    records, losses = from_data(folder, "_data")
    return (*from_files(folder, folder.below("_authors")), *records), losses


def _rest(
    folder: OldFolder, settings: Settings
) -> tuple[tuple[OldPost, ...], Mapping[str, str], tuple[Loss, ...]]:
    """Pages, files to copy, and entries about what is neither."""
    pages: list[OldPost] = []
    statics: dict[str, str] = {}
    losses: list[Loss] = []
    excluded = strings(settings.values.get("exclude"))
    others = []
    for path in folder.files:
        if _POST_FOLDER.match(path):
            if not path.lower().endswith(_TEXTS):
                done = "not carried over: only Markdown and HTML are posts"
                losses.append(file_left(path, "file among the posts", "", done))
            elif path.lower().endswith((".html", ".htm")):
                losses.append(_in_html(path))
        elif any(part.startswith("_") for part in path.split("/")):
            others.append(path)
        elif of_the_repository(path) or any(_excluded(path, item) for item in excluded):
            continue
        elif path.lower().endswith(_MAY_HAVE_FRONT_MATTER) and _has_front_matter(folder, path):
            page = _page(folder, path)
            if page is None:
                done = "not carried over: corpblog makes lists, feeds and styles itself"
                losses.append(file_left(path, "template", "", done))
            else:
                pages.append(page)
        else:
            statics[path] = path
    known = (*_OWN_FOLDERS, *_MACHINERY, *_CONFIGS)
    used = data_files("_data", folder)
    unknown = [p for p in others if p.split("/", 1)[0] not in known and p not in used]
    losses += folders_left(unknown, "not carried over: no posts, pages or people")
    return tuple(pages), statics, tuple(losses)


def _in_html(path: str) -> Loss:
    return Loss(
        location=Location(path=path),
        section=Section.TEXT,
        kind=Kind.LEFT,
        construct="post in HTML",
        done="its HTML stands in a Markdown file now: look at the page",
    )


def _excluded(path: str, item: str) -> bool:
    return path == item.strip("/") or path.startswith(f"{item.strip('/')}/")


def _has_front_matter(folder: OldFolder, path: str) -> bool:
    with (folder.root / path).open("rb") as file:
        return file.read(8).removeprefix(b"\xef\xbb\xbf").startswith((b"---\n", b"---\r", b"--- "))


def _page(folder: OldFolder, path: str) -> OldPost | None:
    """A text for readers; a page of Liquid, a feed or a style sheet is none."""
    taken = take_apart(read_text(folder, path))
    is_index = re.fullmatch(r"(?:blog/)?index\.\w+", path)
    if not path.lower().endswith(_TEXTS) or is_index or "{%" in taken.body.text:
        return None
    stem = re.sub(r"/index$", "", path.rsplit(".", 1)[0])
    return OldPost(
        text=taken,
        stem=stem,
        named=file_name_day(stem.rsplit("/", 1)[-1]),
        key=stem,
        section=stem,
        draft=flag(taken.values.get("published")) is False,
    )


def _address_parts(post: OldPost, day: date | None) -> Mapping[str, str]:
    name = text(post.text.values.get("slug")) or post.named.rest
    return {**date_parts(day), **_name_parts(name), "categories": post.section}


def _name_parts(name: str) -> dict[str, str]:
    # As Jekyll's Utils.slugify: "pretty" keeps case and these signs, the default keeps letters.
    cased = re.sub(r"[^\w.~!$&'()+,;=@]+", "-", name).strip("-")
    return {"title": cased, "slug": re.sub(r"[^\w]+", "-", name.lower()).strip("-")}


def _guess(name: str, pattern: str) -> str:
    """The address that a post had which is not in the folder."""
    last = name.rsplit("/", 1)[-1].removesuffix(".md")
    named = file_name_day(last)
    if named.day is None:
        return ""
    parts = {**date_parts(named.day), **_name_parts(named.rest), "categories": ""}
    return filled(pattern, parts)


def _translate(post: OldPost, body: Traced, names: Names, folder: OldFolder) -> Translated:
    own = {**post.text.values, "url": names.address(post.path), "slug": post.named.rest}
    expressions = liquid_expression.Names(
        page=own, site=mapping(from_python(dict(names.settings.values))), site_url=names.site_url
    )
    lookups = liquid.Lookups(
        names=expressions,
        address=names.address,
        include=lambda name: _include(folder, name),
    )
    plain = liquid.translate_liquid(post.text.file, body, lookups)
    kramdowned = kramdown.translate_kramdown(post.text.file, plain.body)
    return Translated(body=kramdowned.body, losses=(*plain.losses, *kramdowned.losses))


def _include(folder: OldFolder, name: str) -> str:
    path = f"_includes/{name.strip()}"
    if path not in folder.files:
        return ""
    included = read_text(folder, path).text
    return "" if "{{" in included or "{%" in included else included
