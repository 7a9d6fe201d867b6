"""What the words of ``corpblog comments`` have in common: the site, its comment files, a clock."""

import argparse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpblog.commands.build import moment
from corpblog.commands.site_folder import add_site_option, shown, site_folder
from corpblog.commands.words import BadWords
from corpblog.files import OutsideRoot
from corpblog.nearest import nearest

if TYPE_CHECKING:
    from corpblog.dialogue.known_comments import KnownComment
    from corpblog.model.author import Author
    from corpblog.model.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenSite:
    """A site with its comment files; ``store`` is their folder, ``label`` how messages name it."""

    site: "Site"
    store: Path
    label: str
    known: "Mapping[str, KnownComment]"


def add_site_words(parser: argparse.ArgumentParser) -> None:
    """Which site, in which environment, and when."""
    add_site_option(parser)
    parser.add_argument("--env", metavar="NAME", default="", help="environment of corpblog.yml")
    parser.add_argument(
        "--now", metavar="TIME", type=moment, help="act as of this time, such as 2026-11-10"
    )


def add_database_option(parser: argparse._ActionsContainer) -> None:
    """``--db FILE``."""
    parser.add_argument(
        "--db",
        type=Path,
        metavar="FILE",
        help="database of the intake (default: .corpblog/comments/isso.db below the site)",
    )


def open_site(words: argparse.Namespace) -> OpenSite:
    """The site that was asked for. Raises BadWords and CorpblogError where there is none.

    Faults of single files are a matter of the linter; a comment file that has one is not rewritten.
    """
    from corpblog.diagnostics import CorpblogError
    from corpblog.dialogue.known_comments import known_comments
    from corpblog.read.comments import store_of
    from corpblog.read.site import ReadOptions, read_site

    root = site_folder(words.site)
    result = read_site(root, ReadOptions(environment=words.env, now=words.now))
    if result.site is None:
        raise CorpblogError(diagnostics=result.diagnostics)
    store, label = store_of(root, result.site.config.comments.store)
    known = known_comments(result.site.dialogue, label, result.diagnostics)
    return OpenSite(site=result.site, store=store, label=label, known=known)


def database(words: argparse.Namespace, site: "Site") -> Path:
    """The database of the intake: the one that was named, else the usual one."""
    from corpblog.dialogue.intake.place import DEFAULT_DATABASE

    named: Path | None = words.db
    return (named or site.root / DEFAULT_DATABASE).absolute()


def comment_named(opened: OpenSite, id_: str) -> "KnownComment":
    """The file of a comment. Raises BadWords with the nearest id, and where it has faults."""
    word = id_.removesuffix(".yml").rpartition("/")[2]
    file = opened.known.get(word)
    if file is None:
        near = nearest(word, opened.known)
        hint = f"did you mean {near}?" if near else "see corpblog comments inbox, or pull first"
        raise BadWords(f"there is no comment “{id_}”", hint)
    if not file.whole:
        where = shown(opened.store / file.path)
        raise BadWords(f"{where} has faults", "mend it first; corpblog lint tells them")
    return file


def author_named(opened: OpenSite, id_: str) -> "Author":
    """The profile of an employee. Raises BadWords with the nearest id."""
    author = opened.site.authors.get(id_)
    if author is None:
        near = nearest(id_, opened.site.authors)
        hint = f"did you mean {near}?" if near else "name the id of a profile in authors/"
        raise BadWords(f"there is no profile authors/{id_}.md", hint)
    return author


@contextmanager
def written(opened: OpenSite) -> Iterator[None]:
    """What cannot be written, as words."""
    try:
        yield
    except OutsideRoot as error:
        raise BadWords(f"cannot write {error.relative}: it {error.reason}") from error
    except OSError as error:
        where = shown(Path(error.filename)) if error.filename else shown(opened.store)
        reason = (error.strerror or type(error).__name__).lower()
        hint = "look at rights and free space; what is there is whole"
        raise BadWords(f"cannot write {where}: {reason}", hint) from error
