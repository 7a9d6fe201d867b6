"""``corpblog comments pull``: what came in, as files; what is gone, as stubs."""

import argparse
from typing import TYPE_CHECKING

from corpblog.commands.asking import answer, somebody_is_there
from corpblog.commands.comments_site import (
    OpenSite,
    add_database_option,
    add_site_words,
    database,
    open_site,
    written,
)
from corpblog.commands.exit_codes import CLEAN, FINDINGS
from corpblog.commands.words import BadWords
from corpblog.report.cells import shown
from corpblog.report.terminal import say, say_aside

if TYPE_CHECKING:
    from corpblog.dialogue.intake_rows import IntakeView
    from corpblog.dialogue.post_paths import PostPaths
    from corpblog.dialogue.pull import PullPlan

SUMMARY = """\
Bring the comment files up to what the intake holds. A published comment comes with its text, one
that waits with no more than its moment; of one that is gone a stub stays. The database is only
read. Pulling twice changes nothing the second time."""
EXAMPLES = """\
examples
  corpblog comments pull
  corpblog comments pull --db /var/lib/corpblog/isso.db
  corpblog comments pull --from https://comments.example.org     published ones, over HTTP
"""
# More removals than these at once look like a wrong or broken database.
_MOST_REMOVED, _MOST_SHARE = 10, 0.2
_SHOWN = 5


def add_words(parser: argparse.ArgumentParser) -> None:
    """From where, and what to do when much is gone."""
    add_site_words(parser)
    sources = parser.add_mutually_exclusive_group()
    add_database_option(sources)
    sources.add_argument(
        "--from", dest="address", metavar="URL", help="an Isso on another machine, over HTTP"
    )
    gone = parser.add_mutually_exclusive_group()
    gone.add_argument(
        "--yes", action="store_true", help="remove also more than 10 comments, or 20 %% of them"
    )
    gone.add_argument(
        "--keep", action="store_true", help="this intake is a new one: keep what it never had"
    )
    parser.add_argument("--dry-run", action="store_true", help="tell what would be done")


def run(words: argparse.Namespace) -> int:
    """Pull; 1 where a file could not be brought up to date."""
    from corpblog.dialogue.comment_store import sweep, write_changes
    from corpblog.dialogue.post_paths import PostPaths
    from corpblog.dialogue.pull import plan_pull

    opened = open_site(words)
    site = opened.site
    posts = PostPaths(site)
    view = _view(words, opened, posts)
    plan = plan_pull(view, opened.known, posts, lang=site.lang, now=site.now, keep=words.keep)
    _stop_where_much_is_gone(plan, words)
    taken: tuple[str, ...] = ()
    if not words.dry_run:
        with written(opened):
            taken = write_changes(opened.store, plan.changes)
            sweep(opened.store, opened.known)
    say_aside("".join(f"{shown(line)}\n" for line in _remarks(plan, taken, opened.label)))
    say(_told(plan, dry=words.dry_run))
    return FINDINGS if plan.left or taken else CLEAN


def _view(words: argparse.Namespace, opened: OpenSite, posts: "PostPaths") -> "IntakeView":
    """All that the intake tells, read at once: what cannot be read changes nothing."""
    from corpblog.dialogue.intake_rows import IntakeView

    if words.address:
        from urllib.parse import urlsplit

        from corpblog.dialogue.remote_isso import fetch_published

        if urlsplit(words.address).scheme not in ("http", "https"):
            hint = "an address begins with https://"
            raise BadWords(f"--from cannot be “{words.address}”", hint)
        return fetch_published(words.address, posts.paths())
    from corpblog.dialogue.isso_store import open_store

    with open_store(database(words, opened.site)) as store:
        # The audit first: what happens in between is told by the next pull.
        audit = store.audit()
        return IntakeView(rows=store.comments(), audit=audit)


def _stop_where_much_is_gone(plan: "PullPlan", words: argparse.Namespace) -> None:
    """Ask before many comments become stubs. Raises BadWords unless somebody says yes."""
    from corpblog.dialogue.pull import Deed

    gone = [change for change in plan.changes if change.deed is Deed.REMOVED and change.before]
    few = len(gone) <= _MOST_REMOVED and len(gone) <= _MOST_SHARE * plan.known
    if words.yes or words.dry_run or few:
        return
    paths = [change.path for change in gone[:_SHOWN]]
    names = ", ".join(paths) + (" …" if len(gone) > _SHOWN else "")
    message = f"{len(gone)} of {plan.known} comments are gone from the intake: {names}"
    if somebody_is_there():
        said = answer(f"{message}\nRemove their text and names here too? [y/N]")
        if said.strip().lower() in ("y", "yes"):
            return
    hint = (
        "nothing was changed. Is this the right database? If they are to go, pull again with"
        " --yes; if this is a new intake that never had them, with --keep"
    )
    raise BadWords(message, hint)


def _remarks(plan: "PullPlan", taken: tuple[str, ...], label: str) -> list[str]:
    """What a person should know, and what to do about it."""
    lines = [
        f"No post has the address {uri}: its comments are kept in {label}/_orphans/. Name the post"
        " with aliases, or set about in the files."
        for uri in plan.orphans
    ]
    lines += [f"Comment {number} came twice; {id_} stands for both." for number, id_ in plan.twins]
    lines += [
        f"{label}/{path} is out of date, and has faults: mend it, then pull again."
        for path in (*plan.left, *taken)
    ]
    lines += [
        f"{change.record.id} is gone, and nobody said why:"
        f" corpblog comments remove {change.record.id} --reason …"
        for change in plan.changes
        if change.record.removal is not None and change.record.removal.reason is None
    ]
    return lines


def _told(plan: "PullPlan", *, dry: bool) -> str:
    from corpblog.dialogue.pull import Deed

    if not plan.changes:
        return "Nothing new.\n"
    waiting = sum(
        change.deed is Deed.HELD and bool(change.record.needs_answer) for change in plan.changes
    )
    counts = [f"{plan.count(deed)} {deed.value}" for deed in Deed if plan.count(deed)]
    more = f" ({waiting} of the held ask something)" if waiting else ""
    what = "Would write" if dry else "Wrote"
    number = len(plan.changes)
    files = "1 file" if number == 1 else f"{number} files"
    return f"{what} {files}: {', '.join(counts)}{more}.\n"
