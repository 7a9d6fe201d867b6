"""The whole read stage: a folder on disk becomes a Site, and all its faults are told."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from corpblog.diagnostics import Diagnostic, Location
from corpblog.files import is_leftover, walk
from corpblog.model.author import Author
from corpblog.model.comment import Dialogue
from corpblog.model.config import INTERFACE_LANGUAGES, Config
from corpblog.model.page import Page
from corpblog.model.post import Post, PostState
from corpblog.model.registers import Registers
from corpblog.model.site import Site
from corpblog.model.source import SourceText
from corpblog.model.theme import Theme
from corpblog.read.assets import read_assets
from corpblog.read.authors import broken_ids, read_authors
from corpblog.read.comments import read_comments
from corpblog.read.config import CONFIG_FILE, ReadConfig, read_config, zone_of
from corpblog.read.context import Context
from corpblog.read.faults import FAULTS
from corpblog.read.interface import read_texts
from corpblog.read.memory import FILES, LISTING, Forgetful, Memory
from corpblog.read.names import is_language
from corpblog.read.pages import read_pages
from corpblog.read.pictures import picture_faults
from corpblog.read.posts import Visibility, read_posts, visible
from corpblog.read.press import read_press
from corpblog.read.registers import read_registers
from corpblog.read.taxonomies import series_of, tags_of
from corpblog.read.theme import read_theme
from corpblog.read.word_lists import read_word_lists
from corpblog.read.yaml_text import YamlText

# The folders whose files are sources; anything else in a site's folder is not ours to read.
SOURCE_FOLDERS = (
    "content",
    "authors",
    "static",
    "templates",
    "i18n",
    "registers",
    "press",
    "comments",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadOptions:
    """What a run asks for: the environment, the clock, and what else readers should see."""

    environment: str = ""
    drafts: bool = False
    future: bool = False
    expired: bool = False
    now: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadResult:
    """A site, or None where not even the configuration or the theme is there; and the faults."""

    site: Site | None
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def read_site(root: Path, options: ReadOptions, memory: Memory | None = None) -> ReadResult:
    """Read the site in the folder ``root``; faulty parts are told and the rest is read on.

    What belongs to one file is asked of ``memory`` first, so that a preview reads again what
    changed and links all anew.
    """
    memory = memory or Forgetful()
    look = partial(read_config, root, options.environment)
    read = memory.recall("config", CONFIG_FILE, (root, options.environment), look)
    told = list(read.diagnostics)
    if not read.source.text and told:
        return ReadResult(site=None, diagnostics=tuple(told))
    config = read.config
    theme, theme_faults = read_theme(root, config.theme.name, read.source)
    told.extend(theme_faults)
    context, context_faults = _context(root, read, options, memory)
    told.extend(context_faults)
    if theme is None:
        return ReadResult(site=None, diagnostics=tuple(told))
    wanted = _visibility(config, options)
    texts = _read_texts(context, wanted, read.source, told)
    site = _link(context, theme, read.source, texts, wanted)
    return ReadResult(site=site, diagnostics=tuple(told))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Texts:
    """Everything that people wrote: posts newest first, pages, who wrote them, what they know."""

    posts: tuple[Post, ...]
    pages: tuple[Page, ...]
    authors: Mapping[str, Author]
    registers: Registers
    press: tuple[SourceText, ...]
    word_lists: Mapping[str, SourceText]
    dialogue: Dialogue
    unreadable: frozenset[str]


def _read_texts(
    context: Context, wanted: Visibility, config_source: SourceText, told: list[Diagnostic]
) -> _Texts:
    authors, broken_authors, author_faults = read_authors(context)
    broken_people = broken_ids(broken_authors)
    posts, broken_posts, post_faults = read_posts(context, authors, broken_people)
    pages, broken_pages, page_faults = read_pages(context, drafts=wanted.drafts)
    registers, broken_registers, register_faults = read_registers(
        context, authors, broken_people, posts
    )
    press, press_faults = read_press(context)
    dialogue, dialogue_faults = read_comments(context, authors, broken_people, posts)
    lists, list_faults = read_word_lists(context, config_source)
    told.extend((*author_faults, *post_faults, *page_faults))
    told.extend((*register_faults, *press_faults, *list_faults, *dialogue_faults))
    told.extend(picture_faults(context, [*posts, *pages], authors))
    return _Texts(
        posts=tuple(sorted(posts, key=lambda post: (post.date, post.id, post.lang), reverse=True)),
        pages=pages,
        authors=authors,
        registers=registers,
        press=press,
        word_lists=lists,
        dialogue=dialogue,
        unreadable=broken_posts | broken_pages | broken_authors | broken_registers,
    )


def _link(
    context: Context, theme: Theme, config_source: SourceText, texts: _Texts, wanted: Visibility
) -> Site:
    """The Site: who sees what, how posts come together, and where everything stands."""
    withdrawn = tuple(post for post in texts.posts if post.state is PostState.WITHDRAWN)
    posts = tuple(post for post in texts.posts if visible(post, wanted))
    shown = {post.source.path for post in (*posts, *withdrawn)}
    return Site(
        root=context.root,
        now=context.now,
        config=context.config,
        config_source=config_source,
        theme=theme,
        languages=_languages_in_use(context, posts, texts.pages),
        posts=posts,
        hidden=tuple(post for post in texts.posts if post.source.path not in shown),
        withdrawn=withdrawn,
        pages=texts.pages,
        authors=texts.authors,
        tags=tags_of(context, posts),
        series=series_of(context, posts),
        assets=read_assets(context, theme, posts, texts.pages, texts.authors),
        addresses=_addresses((*posts, *withdrawn), texts.pages, texts.authors),
        unreadable=texts.unreadable,
        texts=context.texts,
        registers=texts.registers,
        press=texts.press,
        word_lists=texts.word_lists,
        dialogue=texts.dialogue,
    )


def _context(
    root: Path, read: ReadConfig, options: ReadOptions, memory: Memory
) -> tuple[Context, tuple[Diagnostic, ...]]:
    config, outside = read.config, read.config.build.outside_links
    look = partial(_list_sources, root, outside=outside)
    files, faults = memory.recall(FILES, LISTING, (root, outside), look)
    texts, text_faults = read_texts(root, files)
    languages, language_faults = _languages(config, texts, read.source)
    zone = zone_of(config)
    now = options.now or datetime.now(UTC)
    context = Context(
        root=root,
        files=tuple(sorted(files)),
        known=frozenset(files),
        config=config,
        zone=zone,
        now=now.replace(tzinfo=zone) if now.tzinfo is None else now.astimezone(zone),
        languages=languages,
        texts=texts,
        memory=memory,
    )
    return context, (*faults, *text_faults, *language_faults)


def _list_sources(root: Path, *, outside: bool) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """All source files, and a fault for each circle of links and each place not to be read.

    Links that lead out of ``root`` are followed only where ``outside`` allows it: they could
    publish any file of the machine.
    """
    files: list[str] = []
    faults: list[Diagnostic] = []
    for folder in SOURCE_FOLDERS:
        if not (root / folder).is_dir():
            continue
        found = walk(root / folder, is_leftover)
        links = ["", *found.links] if (root / folder).is_symlink() else found.links
        leaving = [] if outside else [link for link in links if _leaves(root, f"{folder}/{link}")]
        files.extend(f"{folder}/{name}" for name in found.files if not _below(name, leaving))
        faults.extend(_link_faults(folder, leaving, found.loops))
        faults.extend(_unreadable_faults(folder, found.unreadable))
    faults.extend(_stray_faults(files))
    return tuple(files), tuple(faults)


def _stray_faults(files: Iterable[str]) -> Iterable[Diagnostic]:
    """Texts beside the folders that are read, and interface texts of no language."""
    for path in sorted(files):
        if path.startswith("content/") and path.endswith((".md", ".markdown")):
            if not path.startswith(("content/posts/", "content/pages/")):
                hint = "posts belong into content/posts/, pages into content/pages/"
                place = Location(path=path)
                yield FAULTS["SRC037"].at(
                    place, "this text is in no folder that is read", hint=hint
                )
        elif path.startswith("i18n/") and not is_language(path[5:].removesuffix(".yml")):
            hint = "call it by a language, such as i18n/fr.yml"
            yield FAULTS["SRC037"].at(Location(path=path), "this file names no language", hint=hint)


def _leaves(root: Path, link: str) -> bool:
    home, target = os.path.realpath(root), os.path.realpath(root / link)
    return target != home and not target.startswith(home + os.sep)


def _below(name: str, links: list[str]) -> bool:
    return any(not link or name == link or name.startswith(f"{link}/") for link in links)


def _link_faults(folder: str, leaving: list[str], loops: tuple[str, ...]) -> Iterable[Diagnostic]:
    for link in leaving:
        place = Location(path=f"{folder}/{link}".rstrip("/"))
        message = "this link leads out of the site's folder"
        hint = "copy what it leads to, or set build: {outside_links: true}"
        yield FAULTS["SRC025"].at(place, message, hint=hint)
    for loop in loops:
        place = Location(path=f"{folder}/{loop}")
        message = "this link leads back to a folder that it lies in"
        yield FAULTS["SRC005"].at(place, message, hint="delete the link")


def _unreadable_faults(
    folder: str, unreadable: tuple[tuple[str, str], ...]
) -> Iterable[Diagnostic]:
    for path, reason in unreadable:
        place = Location(path=folder if path == "." else f"{folder}/{path}")
        hint = "check that it exists and that you may read it"
        yield FAULTS["SRC004"].at(place, f"this {reason}", hint=hint)


def _visibility(config: Config, options: ReadOptions) -> Visibility:
    return Visibility(
        drafts=options.drafts or config.build.drafts,
        future=options.future or config.build.future,
        expired=options.expired or config.build.expired,
    )


def _languages(
    config: Config, texts: Mapping[str, object], source: SourceText
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    known = sorted({*INTERFACE_LANGUAGES, *texts})
    lang = config.site.lang
    if lang in known:
        return (lang, *(other for other in known if other != lang)), ()
    yaml = YamlText(source, 0, len(source.text))
    message = f"lang: there are no interface texts in “{lang}”"
    hint = f"known: {', '.join(known)}; add i18n/{lang}.yml for more"
    return INTERFACE_LANGUAGES, (yaml.fault("SRC014", ("site", "lang"), message, hint=hint),)


def _languages_in_use(
    context: Context, posts: Iterable[Post], pages: Iterable[Page]
) -> tuple[str, ...]:
    used = {context.lang, *(post.lang for post in posts), *(page.lang for page in pages)}
    return tuple(lang for lang in context.languages if lang in used)


def _addresses(
    posts: Iterable[Post], pages: Iterable[Page], authors: Mapping[str, Author]
) -> Mapping[str, str]:
    found: dict[str, str] = {}
    texts: list[Post | Page] = [*posts, *pages]
    for text in texts:
        found[text.source.path] = text.permalink
    for author in authors.values():
        for source in author.bios.values():
            found[source.path] = author.permalink
    return found
