"""Hugo: its sections and bundles, its shortcodes; ends in the files of a new site."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from corpblog.importers.assemble import assemble
from corpblog.importers.blog import Names, OldBlog, OldPost, OldProfile, Settings
from corpblog.importers.facts.addresses import HUGO_STYLES, clean, date_parts, filled
from corpblog.importers.facts.records import from_data, from_files
from corpblog.importers.faults import refusal
from corpblog.importers.hugo_settings import hugo_settings
from corpblog.importers.old.dates import file_name_day
from corpblog.importers.old.files_left import file_left, folders_left
from corpblog.importers.old.front_matter import take_apart
from corpblog.importers.old.source import OldFolder, open_folder, read_text
from corpblog.importers.old.traced import Traced
from corpblog.importers.old.values import flag, mapping, strings, text
from corpblog.importers.record import Import, Loss
from corpblog.importers.text import shortcodes
from corpblog.importers.text.translation import Translated

_TEXTS = (".md", ".markdown", ".html")
_POST_SECTIONS = ("blog", "posts", "post", "news", "articles", "article", "stories", "journal")
_PEOPLE_SECTIONS = ("authors", "author", "people", "team")
# Languages that a file's suffix may name where no configuration lists them.
_LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "cs", "da", "sv", "fi", "nb")
_LANG_SUFFIX = re.compile(r"(?P<stem>.+)\.(?P<lang>[a-z]{2})(?:-[A-Za-z]{2,4})?")
_PICTURES = ("images", "img", "uploads", "blog", "posts", "post")


def import_hugo(source: Path) -> Import:
    """The Hugo blog in ``source`` as a corpblog site; raises CorpblogError when it is none."""
    folder = open_folder(source)
    settings, told = hugo_settings(folder)
    content = text(settings.values.get("contentDir")).strip("./") or "content"
    if not any(path.endswith(_TEXTS) for path in folder.below(content)):
        message = f"{source.as_posix()} is no Hugo blog: it has no texts in {content}/"
        hint = "give the folder that holds content/ and hugo.toml"
        if any("_posts/" in path for path in folder.files):
            hint = "it looks like a Jekyll blog: try corpblog import jekyll"
        raise refusal("IMPORT001", source.as_posix(), message, hint)
    sections = _post_sections(folder, settings, content)
    posts, pages, left = _texts(folder, settings, content, sections)
    profiles, more = _profiles(folder, content)
    static = text(settings.values.get("staticDir")).strip("./") or "static"
    blog = OldBlog(
        tool="hugo",
        folder=folder,
        settings=settings,
        posts=posts,
        pages=pages,
        profiles=profiles,
        statics={path: path.removeprefix(f"{static}/") for path in folder.below(static)},
        styles=HUGO_STYLES,
        picture_folders=(*sections, *_PICTURES),
        address_parts=_address_parts,
        guess=lambda name, pattern: _guess(name, pattern, sections),
        translate=_translate,
        losses=(*told, *more, *left),
    )
    return assemble(blog)


def _post_sections(folder: OldFolder, settings: Settings, content: str) -> tuple[str, ...]:
    """The sections that are the blog: configured, known by name, or the one with most dates."""
    configured = strings(mapping(settings.values.get("params")).get("mainSections"))
    if configured:
        return configured
    inner = [path.removeprefix(f"{content}/") for path in folder.below(content)]
    without_lang = [_without_language(path, settings) for path in inner]
    found = tuple(s for s in _POST_SECTIONS if any(p.startswith(f"{s}/") for p in without_lang))
    if found:
        return found
    dated = Counter(
        path.split("/", 1)[0]
        for path in without_lang
        if "/" in path and file_name_day(path.rsplit("/", 1)[-1].rsplit(".", 1)[0]).day
    )
    most = dated or Counter(path.split("/", 1)[0] for path in without_lang if "/" in path)
    return (min(most, key=lambda name: (-most[name], name)),) if most else ()


def _without_language(path: str, settings: Settings) -> str:
    first, _, rest = path.partition("/")
    return rest if rest and first in (settings.languages or _LANGUAGES) else path


def _texts(
    folder: OldFolder, settings: Settings, content: str, sections: tuple[str, ...]
) -> tuple[tuple[OldPost, ...], tuple[OldPost, ...], tuple[Loss, ...]]:
    posts: list[OldPost] = []
    pages: list[OldPost] = []
    losses: list[Loss] = []
    bundles = {
        path.rsplit("/", 1)[0]
        for path in folder.below(content)
        if re.fullmatch(r"index(?:\.[a-z-]+)?\.(?:md|markdown|html)", path.rsplit("/", 1)[-1])
    }
    strays = []
    for path in folder.below(content):
        inner = _without_language(path.removeprefix(f"{content}/"), settings)
        section = inner.split("/", 1)[0] if "/" in inner else ""
        name = path.rsplit("/", 1)[-1]
        parents = {str(parent) for parent in PurePosixPath(path).parents}
        if not path.endswith(_TEXTS):
            strays += [] if parents & bundles else [path]
        elif section in _PEOPLE_SECTIONS or (parents & bundles and not name.startswith("index.")):
            continue
        elif name.startswith("_index."):
            done = "not carried over: corpblog makes its own lists"
            losses.append(file_left(path, "list page", "", done))
        else:
            post = _post(folder, settings, path, inner, bundles)
            (posts if section in sections else pages).append(post)
    losses += folders_left(strays, "files beside texts that are no bundle: not carried over")
    return tuple(posts), tuple(pages), tuple(losses)


def _post(
    folder: OldFolder, settings: Settings, path: str, inner: str, bundles: set[str]
) -> OldPost:
    taken = take_apart(read_text(folder, path))
    stem, lang = _stem_and_language(path, inner, settings)
    home = path.rsplit("/", 1)[0]
    is_bundle = home in bundles and path.rsplit("/", 1)[-1].startswith("index.")
    if is_bundle:
        inner = inner.rsplit("/", 1)[0] + ".md"
        stem = inner.rsplit("/", 1)[-1].removesuffix(".md")
    section = inner.rsplit("/", 1)[0] if "/" in inner else ""
    values = taken.values
    beside = tuple(p for p in folder.below(home) if not p.endswith(_TEXTS)) if is_bundle else ()
    hidden = flag(values.get("draft")) is True or flag(values.get("published")) is False
    return OldPost(
        text=taken,
        stem=stem,
        named=file_name_day(stem),
        key=f"{section}/{stem}".strip("/"),
        section=section if section and "/" in inner else stem,
        lang="" if lang == settings.lang else lang,
        draft=hidden,
        beside=beside,
    )


def _stem_and_language(path: str, inner: str, settings: Settings) -> tuple[str, str]:
    known = settings.languages or _LANGUAGES
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    match = _LANG_SUFFIX.fullmatch(stem)
    if match and match["lang"] in known:
        return match["stem"], match["lang"]
    folder = path.removesuffix(inner).rstrip("/").rsplit("/", 1)[-1]
    return stem, folder if folder in known else ""


def _profiles(folder: OldFolder, content: str) -> tuple[tuple[OldProfile, ...], tuple[Loss, ...]]:
    records, losses = from_data(folder, "data")
    pages: list[OldProfile] = []
    for section in _PEOPLE_SECTIONS:
        root = f"{content}/{section}"
        paths = tuple(p for p in folder.below(root) if not re.fullmatch(rf"{root}/_?index\.\w+", p))
        pages += from_files(folder, paths)
    return (*pages, *records), losses


def _address_parts(post: OldPost, day: date | None) -> Mapping[str, str]:
    values = post.text.values
    slug = text(values.get("slug"))
    title = _urlized(text(values.get("title")) or post.stem)
    section = post.section.lower()
    name = _urlized(slug or post.stem)
    stripped = _urlized(slug or post.named.rest)
    return {
        **date_parts(day),
        "sections": section,
        "section": section.split("/", 1)[0],
        "filename": name,
        "contentbasename": _urlized(post.stem),
        "slugorfilename": name,
        "slugorcontentbasename": name,
        "stripped": stripped,
        "slug": _urlized(slug) if slug else title,
        "title": title,
    }


def _urlized(name: str) -> str:
    """As Hugo makes a path: lower case, hyphens for spaces, letters of all scripts kept."""
    kept = re.sub(r"[^\w./+~-]+", lambda m: "-" if re.search(r"\s", m[0]) else "", name)
    return re.sub(r"-{2,}", "-", kept).strip("-").lower()


def _guess(name: str, pattern: str, sections: tuple[str, ...]) -> str:
    """The address of a page that is not in the folder: posts by the pattern, others by path."""
    path = re.sub(r"\.(?:md|markdown|html)$", "", name)
    section, _, last = path.rpartition("/")
    if not path:
        return ""
    if section.split("/", 1)[0] not in sections:
        return clean(f"/{path.lower()}/")
    named = file_name_day(last)
    parts = dict.fromkeys(
        ("filename", "slugorfilename", "title", "contentbasename"), _urlized(last)
    )
    parts |= dict.fromkeys(("stripped", "slug"), _urlized(named.rest))
    return filled(pattern, {**date_parts(named.day), **parts, "sections": section.lower()})


def _translate(post: OldPost, body: Traced, names: Names) -> Translated:
    def address(wanted: str) -> str:
        path, mark, fragment = wanted.partition("#")
        if not path:
            return wanted
        near = f"{post.section}/{path}"
        found = names.addresses.get(near.removesuffix(".md")) or names.address(path)
        return f"{found}{mark}{fragment}" if found else ""

    references = shortcodes.References(address=address, page=_page_values(post))
    return shortcodes.translate_shortcodes(post.text.file, body, references)


def _page_values(post: OldPost) -> Mapping[str, Any]:
    return {**mapping(post.text.values.get("params")), **post.text.values}
