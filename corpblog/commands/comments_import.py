"""``corpblog comments import``: what readers said on an old blog comes along."""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from corpblog.commands.comments_site import OpenSite, add_site_words, open_site, written
from corpblog.commands.words import BadWords
from corpblog.nearest import nearest
from corpblog.report.terminal import say

if TYPE_CHECKING:
    from corpblog.dialogue.imports.land import Landed
    from corpblog.model.comment import CommentRecord

EXPORTS = ("wordpress", "disqus", "staticman", "isso")
SUMMARY = """\
Bring over the comments of an old blog: a WordPress export (WXR), a Disqus export (XML), a folder
of Staticman files, or a database of Isso. The source is only read. Neither e-mail addresses nor
addresses of machines come over. Importing again changes nothing, and files that somebody edited
since are left alone."""
EXAMPLES = """\
examples
  corpblog comments import wordpress export.xml --dry-run
  corpblog comments import wordpress export.xml --staff jweiss=jana-weiss
  corpblog comments import staticman ../old-blog/_data/comments --staff "Jana Weiss=jana-weiss"
  corpblog comments import disqus disqus.xml --lang de
"""


def add_words(parser: argparse.ArgumentParser) -> None:
    """Which system, where its comments are, and who was an employee."""
    parser.add_argument("export", metavar="FORMAT", choices=EXPORTS, help=", ".join(EXPORTS))
    parser.add_argument("source", metavar="SOURCE", type=Path, help="exported file or folder")
    parser.add_argument(
        "--staff",
        metavar="NAME=ID",
        action="append",
        type=_employee,
        default=[],
        help="this name, login or user number is an employee: id of the profile; may be repeated",
    )
    parser.add_argument(
        "--lang", metavar="LANG", default="", help="language of the comments, such as de"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="tell what would come, write nothing"
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=("text", "json"),
        default="text",
        help="of the account: text or json (default: text)",
    )
    add_site_words(parser)


def run(words: argparse.Namespace) -> int:
    """Import the comments and give an account of it."""
    from corpblog.dialogue.imports import READERS
    from corpblog.dialogue.imports.arrange import ImportWishes, arrange
    from corpblog.dialogue.imports.report import as_json, as_text

    opened = open_site(words)
    staff = _staff(words.staff, opened.site.authors)
    wishes = ImportWishes(staff=staff, lang=_lang(words.lang))
    arranged = arrange(READERS[words.export](words.source), opened.site, wishes)
    landed = None if words.dry_run else _landed(arranged.records, opened)
    if words.format == "json":
        say(as_json(arranged.report, landed))
    else:
        say(as_text(arranged.report, landed, opened.label))
    return 0


def _employee(word: str) -> tuple[str, str]:
    name, _, id_ = word.rpartition("=")
    if not name.strip() or not id_.strip():
        message = f"--staff takes NAME=ID, such as “Jana Weiss=jana-weiss”, not “{word}”"
        raise BadWords(message, "NAME is a name, login or user number; ID names a profile")
    return name.strip(), id_.strip()


def _staff(told: Iterable[tuple[str, str]], authors: Iterable[str]) -> Mapping[str, str]:
    """The employees by name, login or number. Raises BadWords for a profile that is not there."""
    known = tuple(authors)
    for name, id_ in told:
        if id_ not in known:
            near = nearest(id_, known)
            hint = f"did you mean “{near}”?" if near else f'make it: corpblog new author "{name}"'
            raise BadWords(f"--staff: there is no profile “{id_}”", hint)
    return dict(told)


def _lang(tag: str) -> str:
    from corpblog.read.names import is_language

    if tag and not is_language(tag):
        raise BadWords(
            f"--lang: “{tag}” is no language", "use a code of two letters, such as en or de"
        )
    return tag


def _landed(records: "Iterable[CommentRecord]", opened: OpenSite) -> "Landed":
    from corpblog.dialogue.imports.land import land

    known = {id_: file.path for id_, file in opened.known.items()}
    with written(opened):
        return land(records, opened.store, opened.site.root, known)
