"""``corpblog new site``: a blog to start with; what is not known stays open and is marked."""

import argparse
import shlex
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from corpblog.commands.archetype import (
    LANGUAGES,
    PAGES,
    WELCOME,
    archetype,
    gitignore,
    to_fill_in,
)
from corpblog.commands.asking import answer
from corpblog.commands.fresh_files import write_fresh
from corpblog.commands.new_author import author_id, profile
from corpblog.commands.new_post import day, draft
from corpblog.commands.site_folder import shown
from corpblog.commands.tidy import tidy
from corpblog.commands.words import BadWords
from corpblog.nearest import nearest
from corpblog.report.terminal import say
from corpblog.yaml_writing import scalar

SUMMARY = """\
Start a blog: configuration, legal pages, rules of the house, and a draft to begin with. What is
not known yet is left empty and marked; nothing is invented."""
EXAMPLES = """\
examples
  corpblog new site my-blog
  corpblog new site mein-blog --lang de --title Klartext --author "Jana Weiss"
"""
_ZONES = {"en": "UTC", "de": "Europe/Berlin"}


def add_words(parser: argparse.ArgumentParser) -> None:
    """The site, as far as it is known."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="folder to make")
    parser.add_argument("--title", metavar="TEXT", default="", help="what the blog is called")
    parser.add_argument(
        "--lang",
        metavar="LANG",
        choices=LANGUAGES,
        default="en",
        help="language of the blog: en or de (default: en)",
    )
    parser.add_argument("--organization", metavar="NAME", default="", help="the company")
    parser.add_argument("--url", metavar="URL", default="", help="where the blog will live")
    parser.add_argument("--author", metavar="NAME", default="", help="first person who writes")
    parser.add_argument("--timezone", metavar="ZONE", default="", help="such as Europe/Berlin")
    parser.add_argument("--date", metavar="DAY", type=day, help="day of the draft (default: today)")


def run(words: argparse.Namespace) -> int:
    """Write the site and say what comes next."""
    root = words.folder.absolute()
    if root.exists() and not root.is_dir():
        raise BadWords(f"{words.folder} is a file", "name a folder for the blog")
    if (root / "corpblog.yml").exists():
        hint = "name another folder, or go there and use: corpblog new post"
        raise BadWords(f"there is a blog in {words.folder} already; nothing was changed", hint)
    timezone = words.timezone or _ZONES[words.lang]
    _check_timezone(timezone)
    _check_url(words.url)
    title = answer("What is the blog called?", tidy(words.title))
    organization = answer("Which company is behind it?", tidy(words.organization))
    url = answer("Where will it live (https://…)?", words.url)
    author = answer("Who writes first (full name)?", tidy(words.author))
    _check_url(url)
    configuration = _configuration(
        words.lang,
        root.name,
        title=title,
        url=url,
        timezone=timezone,
        organization=organization,
    )
    files = {"corpblog.yml": configuration, **_texts(words.lang, author, words.date)}
    if not (root / ".gitignore").exists():
        files[".gitignore"] = gitignore()
    write_fresh(root, files, "name an empty folder for the blog")
    say(_next_steps(root, author, len(files)))
    return 0


def _configuration(lang: str, working_title: str, **known: str) -> str:
    """corpblog.yml; a page needs some title, so the folder's name stands in for an unknown one."""
    lines = {key: _line(key, value, lang) for key, value in known.items()}
    if not known["title"]:
        lines["title"] = f"title: {scalar(working_title)}  # {to_fill_in(lang)}"
    lines["organization"] = _line("name", known["organization"], lang)
    return archetype("corpblog.yml", lang, **lines)


def _line(name: str, value: str, lang: str) -> str:
    """A key with its value; without one, marked to be filled in."""
    return f"{name}: {scalar(value)}" if value else f"{name}:  # {to_fill_in(lang)}"


def _texts(lang: str, author: str, when: date | None) -> dict[str, str]:
    """The pages, the draft and, where the first person is known, the profile."""
    files = {f"content/pages/{names[lang]}": archetype(page, lang) for page, names in PAGES.items()}
    authors: tuple[str, ...] = ()
    if author:
        id_ = author_id(author)
        authors = (id_,)
        files[f"authors/{id_}.md"] = profile(id_, author, "", lang)
    title, slug = WELCOME[lang]
    when = when or datetime.now().astimezone().date()
    text = draft(title, when, authors, guidance=lang, body=archetype("welcome.md", lang))
    files[f"content/posts/{when.year:04}/{slug}.md"] = text
    return files


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in url
    except ValueError:
        whole = False
    if url and not whole:
        raise BadWords(f"“{url}” is no whole address", "for example https://blog.example.org/")


def _check_timezone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        near = nearest(name, available_timezones())
        hint = f"did you mean {near}?" if near else "for example Europe/Berlin"
        raise BadWords(f"“{name}” is no time zone", hint) from None


def _next_steps(root: Path, author: str, count: int) -> str:
    folder = shown(root)
    steps = [] if folder == "." else [f"cd {shlex.quote(folder)}"]
    if not author:
        steps.append('corpblog new author "First Last"     whoever writes first')
    steps += [
        "corpblog build --drafts              look at it, with what is not published yet",
        'corpblog new post "Your title"       write',
    ]
    lines = "".join(f"  {step}\n" for step in steps)
    return (
        f"Made a blog in {folder}: {count} files. Next:\n{lines}"
        "Before it goes live: fill in corpblog.yml, and read the pages that are still drafts.\n"
    )
