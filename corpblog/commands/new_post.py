"""``corpblog new post``: a draft whose front matter says what only its author can decide."""

import argparse
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from corpblog.commands.archetype import archetype
from corpblog.commands.asking import answer
from corpblog.commands.fresh_files import write_fresh
from corpblog.commands.new_author import known_authors
from corpblog.commands.site_folder import add_site_option, shown, site_folder
from corpblog.commands.tidy import tidy, usable_slug
from corpblog.commands.words import BadWords
from corpblog.model.config import INTERFACE_LANGUAGES
from corpblog.model.permalink import slugify
from corpblog.nearest import nearest
from corpblog.report.terminal import say
from corpblog.yaml_writing import flow, scalar

SUMMARY = """\
Make a draft. It says in comments what only its author can decide: ties, use of machines,
summary. Nothing is published before the line draft: true is deleted."""
EXAMPLES = """\
examples
  corpblog new post "Why our export failed on Tuesday"
  corpblog new post "Was die Waage kann" --lang de --author jana-weiss --author tom-kern
"""


def add_words(parser: argparse.ArgumentParser) -> None:
    """The post."""
    parser.add_argument("title", metavar="TITLE", help="title of the post")
    parser.add_argument(
        "--author",
        metavar="ID",
        action="append",
        default=[],
        help="who signs it, once for each (default: the only profile there is)",
    )
    parser.add_argument("--lang", metavar="LANG", default="", help="language, if not the site's")
    parser.add_argument("--date", metavar="DAY", type=day, help="day it goes out (default: today)")
    parser.add_argument(
        "--slug", metavar="NAME", default="", help="end of its address (default: from the title)"
    )
    add_site_option(parser)


def run(words: argparse.Namespace) -> int:
    """Write the draft and say where it is."""
    from corpblog.read.config import read_config, zone_of

    root = site_folder(words.site)
    config = read_config(root).config
    title = tidy(words.title, "title")
    slug = usable_slug(words.slug or slugify(title), "--slug")
    when = words.date or datetime.now(zone_of(config)).date()
    authors = _authors(root, words.author)
    lang = _language(words.lang, root) if words.lang else config.site.lang
    suffix = "" if lang == config.site.lang else f".{lang}"
    path = f"content/posts/{when.year:04}/{slug}{suffix}.md"
    hint = "give it another title, or another name with --slug"
    if (root / f"content/posts/{when.year:04}/{slug}/index{suffix}.md").exists():
        raise BadWords(f"there is a post {when.year:04}/{slug} already; nothing was changed", hint)
    extra = [f"slug: {slug}"] if words.slug else []
    extra += [f"lang: {lang}"] if suffix else []
    text = draft(title, when, authors, guidance=config.site.lang, extra=extra)
    write_fresh(root, {path: text}, hint)
    say(f"Made {shown(root / path)}. Look at it with: corpblog build --drafts\n")
    return 0


def draft(
    title: str,
    when: date,
    authors: Sequence[str],
    *,
    guidance: str,
    extra: Sequence[str] = (),
    body: str = "",
) -> str:
    """The text of a new post; ``guidance`` is the language of its comments."""
    return archetype(
        "post.md",
        guidance,
        title=f"title: {scalar(title)}",
        date=when.isoformat(),
        authors=f"authors: {flow(authors)}",
        extra="".join(f"\n{line}" for line in extra),
        body=body,
    )


def day(text: str) -> date:
    """A day as the calendar knows it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is no day; expected one such as 2026-11-10"
        raise argparse.ArgumentTypeError(message) from None


def _authors(root: Path, wanted: Sequence[str]) -> tuple[str, ...]:
    """Who signs: those that were named, the only one there is, or whom the person names."""
    known = known_authors(root)
    if not wanted and len(known) == 1:
        return known
    if not wanted and known:
        wanted = answer(f"Who signs it ({', '.join(known)})?").replace(",", " ").split()
    for id_ in wanted:
        if id_ not in known:
            raise _unknown(id_, known)
    return tuple(dict.fromkeys(wanted))


def _language(lang: str, root: Path) -> str:
    """``lang``, if the site has interface texts in it; else the build would refuse the post."""
    known = sorted({*INTERFACE_LANGUAGES, *(file.stem for file in (root / "i18n").glob("*.yml"))})
    if lang in known:
        return lang
    near = nearest(lang, known)
    hint = f"did you mean {near}?" if near else f"add i18n/{lang}.yml with its texts first"
    raise BadWords(f"there are no interface texts in “{lang}”", hint)


def _unknown(id_: str, known: Sequence[str]) -> BadWords:
    near = nearest(id_, known)
    if near:
        return BadWords(f"there is no author “{id_}”", f"did you mean {near}?")
    return BadWords(
        f"there is no author “{id_}”", 'make the profile: corpblog new author "First Last"'
    )
