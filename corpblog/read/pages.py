"""Pages: imprint, privacy and what else stands beside the posts."""

import dataclasses

from corpblog.diagnostics import Diagnostic
from corpblog.model.page import ROLES, Page, PageFrontMatter
from corpblog.nearest import nearest
from corpblog.read.addresses import (
    BadAddressError,
    checked_address,
    checked_slug,
    from_pattern,
    slug_of,
)
from corpblog.read.context import Context
from corpblog.read.texts import TextFile, checked_aliases, read_text_files

FOLDER = "content/pages"

PageFile = TextFile[PageFrontMatter]


def read_pages(
    context: Context, *, drafts: bool
) -> tuple[tuple[Page, ...], frozenset[str], tuple[Diagnostic, ...]]:
    """All pages that readers may see, the unreadable ones, and all faults."""
    paths = context.below(FOLDER, ".md", ".markdown")
    files, unreadable, faults = read_text_files(context, paths, FOLDER, PageFrontMatter)
    told = list(faults)
    pages: list[Page] = []
    seen: dict[tuple[str, str], PageFile] = {}
    for file in files:
        page = _page(context, file, told)
        other = seen.setdefault((page.id, page.lang), file)
        if other is not file:
            message = f"{other.name.path} is the same page in the same language ({file.lang})"
            told.append(file.same_as(other, message, "rename one of the two: NAME.de.md"))
        if drafts or not file.keys.draft:
            pages.append(page)
    return tuple(pages), unreadable, tuple(told)


def _page(context: Context, file: PageFile, faults: list[Diagnostic]) -> Page:
    keys = file.keys
    title = keys.title or file.name.id.rpartition("/")[2]
    if not keys.title and not file.has("title"):
        hint = "add a line: title: Imprint"
        faults.append(file.fault("SRC015", (), "this page has no title", hint))
    if meant := _role_meant(keys.role):
        message = f"the role “{keys.role}” has no meaning of its own"
        hint = f"did you mean “{meant}”?"
        faults.append(file.fault("SRC029", ("role",), message, hint))
    aliases = checked_aliases(file, keys.aliases, faults)
    return Page(
        id=file.name.id,
        lang=file.lang,
        front=dataclasses.replace(keys, aliases=aliases),
        source=file.front.source,
        folder=file.name.folder,
        title=title,
        permalink=_permalink(context, file, title, faults),
    )


def _role_meant(role: str) -> str:
    """The known role that ``role`` was typed for with a slip; other roles are free."""
    return nearest(role, ROLES, cutoff=0.8) if role and role not in ROLES else ""


def _permalink(context: Context, file: PageFile, title: str, faults: list[Diagnostic]) -> str:
    keys = file.keys
    slug = slug_of(title, file.name.id)
    for key, given, check in (
        ("url", keys.url, checked_address),
        ("slug", keys.slug, checked_slug),
    ):
        if not given:
            continue
        try:
            checked = check(given)
        except BadAddressError as error:
            faults.append(file.fault("SRC024", (key,), f"{key}: {error}"))
            continue
        if key == "url":
            return checked
        slug = checked
    pattern = context.config.permalinks.page
    day = context.now
    address = from_pattern(pattern, slug=slug, id=file.name.id, day=day)
    return address if file.lang == context.lang else f"/{file.lang}{address}"
