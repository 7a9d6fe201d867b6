"""``corpblog comments reply``: the answer of a named employee, as a file of the thread."""

import argparse
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from corpblog.commands.asking import answer as ask
from corpblog.commands.asking import somebody_is_there
from corpblog.commands.comments_site import (
    OpenSite,
    add_database_option,
    add_site_words,
    author_named,
    comment_named,
    database,
    open_site,
    written,
)
from corpblog.commands.comments_text import text_for
from corpblog.commands.site_folder import shown
from corpblog.commands.words import BadWords
from corpblog.report.terminal import say, say_aside

if TYPE_CHECKING:
    from corpblog.answers.answered import Desk
    from corpblog.dialogue.reply import Answer
    from corpblog.model.comment import Comment, CommentRecord, Thread

SUMMARY = """\
Answer a comment under one's own name. The answer is a file of the thread; the next build shows
it with portrait, role and a link to the profile. Text comes from --file, from your editor
($VISUAL, $EDITOR), or from what is piped in. One answer may settle many comments: --answers."""
EXAMPLES = """\
examples
  corpblog comments reply 20261110T081500-isso-12 --author jana-weiss
  corpblog comments reply 20261110T081500-isso-12 --author jana-weiss --file answer.md
  corpblog comments reply ID --author jana-weiss --file answer.md --answers ID2 ID3 ID4
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Order:
    """What was asked for, once all its words are understood."""

    opened: OpenSite
    answer: "Answer"
    comments: "tuple[Comment, ...]"
    desk: "Desk"
    draft: Path | None


def add_words(parser: argparse.ArgumentParser) -> None:
    """To what, by whom, with which text."""
    add_target_words(parser)
    parser.add_argument(
        "--answers", metavar="ID", nargs="+", default=[], help="further comments that it answers"
    )
    parser.add_argument(
        "--confirm", metavar="ID", default="", help="a reader's answer that it confirms"
    )


def add_target_words(parser: argparse.ArgumentParser) -> None:
    """What an answer and a holding reply have in common."""
    parser.add_argument("id", metavar="ID", help="the comment, as corpblog comments inbox names it")
    parser.add_argument("--author", metavar="ID", required=True, help="id of the profile")
    parser.add_argument(
        "--file", type=Path, metavar="FILE", help="file with the text; - is standard input"
    )
    parser.add_argument(
        "--to-intake", action="store_true", help="put the answer into the intake, too"
    )
    add_database_option(parser)
    add_site_words(parser)


def run(words: argparse.Namespace) -> int:
    """Write the answer."""
    return answer_with(words, answers=tuple(words.answers), confirm=words.confirm)


def answer_with(
    words: argparse.Namespace,
    *,
    answers: tuple[str, ...] = (),
    confirm: str = "",
    until: date | None = None,
) -> int:
    """Write an answer or, with ``until``, a holding reply; the exit code."""
    from corpblog.dialogue.comment_files import comment_file, comment_path
    from corpblog.dialogue.reply import reply_record
    from corpblog.files import write_atomically

    order = _order(words, answers, confirm, until)
    opened, site = order.opened, order.opened.site
    if not _is_worth_it(order):
        raise BadWords("nothing was written", "say what was done, when, or what the reader can do")
    record = reply_record(order.answer, site.now, site.lang, opened.known)
    path = comment_path(record)
    with written(opened):
        write_atomically(opened.store, path, comment_file(record), overwrite=False)
    if words.to_intake:
        _hand_over(words, opened, order.answer.target, record)
    if order.draft is not None:
        order.draft.unlink(missing_ok=True)
    say(f"Wrote {shown(opened.store / path)}. Commit it; the next build shows it.\n")
    return 0


def _order(
    words: argparse.Namespace, answers: tuple[str, ...], confirm: str, until: date | None
) -> _Order:
    """Everything checked before anybody has to type. Raises BadWords."""
    from corpblog.answers.answered import Desk
    from corpblog.dialogue.reply import Answer, thread_of, unfit_author
    from corpblog.judging import STATE_FOLDER

    opened = open_site(words)
    site = opened.site
    author = author_named(opened, words.author)
    message, hint = unfit_author(author, site.authors, site.now.date())
    if message:
        raise BadWords(f"{message}; readers should hear somebody who is there", hint)
    target = comment_named(opened, words.id).record
    thread = thread_of(site.dialogue, target.id)
    if thread is None:
        hint = "name the post with aliases, then pull; or set about in the file"
        raise BadWords(f"{target.id} belongs to no post there is", hint)
    desk = Desk.of(site.config, site.authors, site.now)
    listed = tuple(dict.fromkeys(_in_thread(opened, thread, id_) for id_ in answers))
    confirmed = _confirmed(opened, thread, confirm) if confirm else ""
    _require_public(target)
    _require_fit_hold(thread, target.id, until, desk)
    by_id = {comment.id: comment for comment in thread.comments}
    named = (target.id, *(id_ for id_ in listed if id_ != target.id))
    comments = tuple(by_id[id_] for id_ in named)
    asked = "\n\n".join(comment.record.text for comment in comments)
    name = f"{target.id}-{author.id}"
    text, draft = text_for(site.root, STATE_FOLDER, name, words.file, asked)
    answer = Answer(
        target=target,
        author=author,
        text=text,
        answers=tuple(id_ for id_ in listed if id_ != target.id),
        confirms=confirmed,
        until=until,
    )
    return _Order(opened=opened, answer=answer, comments=comments, desk=desk, draft=draft)


def _in_thread(opened: OpenSite, thread: "Thread", id_: str) -> str:
    """The id of a comment of this thread. Raises BadWords."""
    file = comment_named(opened, id_)
    if all(comment.id != file.record.id for comment in thread.comments):
        hint = "one answer settles comments of one thread"
        raise BadWords(f"{file.record.id} stands under another post", hint)
    return file.record.id


def _confirmed(opened: OpenSite, thread: "Thread", id_: str) -> str:
    """A reader's answer that may be confirmed. Raises BadWords."""
    from corpblog.model.comment import CommentStatus

    word = _in_thread(opened, thread, id_)
    record = opened.known[word].record
    if record.author.staff or record.status is not CommentStatus.PUBLISHED:
        raise BadWords(f"{word} is no answer of a reader", "leave --confirm out")
    return word


def _require_public(target: "CommentRecord") -> None:
    from corpblog.model.comment import CommentStatus

    if target.status is CommentStatus.HELD:
        hint = f"publish it first: corpblog comments publish {target.id}"
        raise BadWords(f"{target.id} waits for release: nobody would see what you answer", hint)


def _require_fit_hold(thread: "Thread", id_: str, until: date | None, desk: "Desk") -> None:
    """A promise has a day that is near, and is given once. Raises BadWords."""
    from corpblog.dialogue.reply import latest_hold, promised_before

    if until is None:
        return
    before = promised_before(thread, id_)
    if before is not None:
        hint = "answer now; a second promise would not stop the clock"
        raise BadWords(f"{id_} has a holding reply already ({before.id})", hint)
    last = latest_hold(desk)
    if until > last:
        raise BadWords(f"--until cannot be {until}", f"ten business days end on {last}")
    if until < desk.now.date():
        raise BadWords(f"--until cannot be {until}", "that day is over")


def _is_worth_it(order: _Order) -> bool:
    """Warn of an answer that says nothing; whether it is to be written."""
    from corpblog.dialogue.reply import needs_substance, substance

    if order.answer.until or order.answer.confirms:
        return True
    asking = tuple(comment for comment in order.comments if needs_substance(comment))
    found = substance(order.answer, tuple(one.record for one in asking), order.desk)
    if not asking or found.shortfall is None:
        return True
    phrases = f": “{'”, “'.join(found.phrases)}”" if found.phrases else ""
    say_aside(f"This answer is {found.shortfall.value}{phrases}. It would not count (DIAL003).\n")
    if not somebody_is_there():
        return True
    return ask("Write it all the same? [y/N]").strip().lower() in ("y", "yes")


def _hand_over(
    words: argparse.Namespace, opened: OpenSite, target: "CommentRecord", record: "CommentRecord"
) -> None:
    """Put the answer into the intake, and note where it stands there."""
    from corpblog.dialogue.comment_files import comment_file, comment_path
    from corpblog.dialogue.isso_store import open_store
    from corpblog.dialogue.known_comments import key_in
    from corpblog.dialogue.release import origin_of_row
    from corpblog.files import write_atomically

    key = key_in(target)
    found = None
    if key is not None:
        with open_store(database(words, opened.site), write=True) as store:
            found = store.reply(
                *key,
                text=record.text,
                author=record.author.name,
                staff=record.author.staff,
                reply_to=record.reply_to,
                now=opened.site.now.timestamp(),
            )
    if found is None:
        say_aside(f"{target.id} is not in the intake; the answer is in its file only.\n")
        return
    known = replace(record, source=origin_of_row(found))
    with written(opened):
        write_atomically(opened.store, comment_path(record), comment_file(known))
