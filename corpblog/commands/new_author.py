"""``corpblog new author``: a profile that says what to fill in, and invents nothing."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from corpblog.commands.archetype import archetype
from corpblog.commands.asking import answer
from corpblog.commands.fresh_files import write_fresh
from corpblog.commands.site_folder import add_site_option, shown, site_folder
from corpblog.commands.tidy import tidy, usable_slug
from corpblog.commands.words import BadWords
from corpblog.files import walk
from corpblog.model.permalink import slugify
from corpblog.report.terminal import say
from corpblog.yaml_writing import scalar

SUMMARY = "Make the profile of a person. What is not known stays empty, with a note on what it is."
EXAMPLES = """\
examples
  corpblog new author "Jana Weiss"
  corpblog new author "Jana Weiss" --job-title "head of support" --id jweiss
"""


def add_words(parser: argparse.ArgumentParser) -> None:
    """The person."""
    parser.add_argument("name", metavar="NAME", help="full name, as readers see it")
    parser.add_argument("--job-title", metavar="TEXT", default="", help="what the person does")
    parser.add_argument(
        "--id", metavar="ID", default="", help="name of the file (default: made from the name)"
    )
    add_site_option(parser)


def run(words: argparse.Namespace) -> int:
    """Write the profile and say what is left to do."""
    from corpblog.read.config import read_config

    root = site_folder(words.site)
    name = tidy(words.name, "name")
    id_ = author_id(name, words.id)
    hint = f"for another person of this name: --id {id_}-2"
    if id_ in known_authors(root):
        raise BadWords(f"there is a profile “{id_}” already; nothing was changed", hint)
    lang = read_config(root).config.site.lang
    job_title = answer(f"What does {name} do (job title)?", tidy(words.job_title))
    path = f"authors/{id_}.md"
    write_fresh(root, {path: profile(id_, name, job_title, lang)}, hint)
    say(f"Made {shown(root / path)}. Fill it in together with {name}; sign posts with: {id_}\n")
    return 0


def author_id(name: str, wanted: str = "") -> str:
    """The id of a new person. Raises :class:`BadWords` where the name gives none."""
    return usable_slug(wanted, "--id") if wanted else usable_slug(slugify(name), "--id")


def profile(id_: str, name: str, job_title: str, lang: str) -> str:
    """The text of ``authors/ID.md``."""
    title = f"job_title: {scalar(job_title)}" if job_title else "job_title:"
    return archetype("author.md", lang, id=id_, name=f"name: {scalar(name)}", job_title=title)


def known_authors(root: Path) -> tuple[str, ...]:
    """The ids of all profiles of a site, sorted."""
    from corpblog.read.names import source_name

    files: Iterable[str] = walk(root / "authors").files if (root / "authors").is_dir() else ()
    profiles = (file for file in files if file.endswith((".md", ".markdown")))
    return tuple(sorted({source_name(f"authors/{file}", "authors").id for file in profiles}))
