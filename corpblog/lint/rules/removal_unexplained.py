"""A comment is gone and nobody is told why, or it is held back for too long.

Ein Kommentar ist fort, und niemand erfährt, warum; oder er wird zu lange zurückgehalten.

Why: delete only spam and what is off topic (H&K); the good, the bad, but not the ugly (Intel); who
removes a comment owes a statement of reasons (DSA Art. 17).
Warum: Gelöscht wird nur Spam und was nicht zum Thema gehört (H&K); das Gute und das Schlechte
bleibt, nur das Hässliche nicht (Intel); wer entfernt, schuldet eine Begründung (DSA Art. 17).
Instead: keep the file with status: removed and removal: {reason, by, date}; the text goes, the stub
stays. The command corpblog comments remove writes it.
Stattdessen: Lassen Sie die Datei mit status: removed und removal: {reason, by, date} stehen; der
Text verschwindet, der Hinweis bleibt. Der Befehl corpblog comments remove schreibt ihn.

Bad: the file of a comment is deleted
Good: removal: {reason: insult, by: jana-weiss, date: 2026-11-12}
Schlecht: die Datei eines Kommentars ist gelöscht
Gut: removal: {reason: insult, by: jana-weiss, date: 2026-11-12}
Known: deleted files are found by comparison with a revision (--since), which a pull request has.
Erasure that the law demands leaves a stub without name. Held too long is told by --scheduled.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from corpblog.answers.business_time import business_time_of
from corpblog.answers.threads import anchor_of
from corpblog.diagnostics import Severity
from corpblog.lint.built import Output
from corpblog.lint.comments import threads_of
from corpblog.lint.context import Context, Gate
from corpblog.lint.facts import Archive
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.wording import Wording
from corpblog.markup.visible import tree_of
from corpblog.model.comment import Comment, CommentStatus, Removal
from corpblog.model.keys import key
from corpblog.model.removal import RemovalReason


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How long a comment may wait for its release, and whether readers see that one is gone."""

    hold_hours: int = key("hours that a comment may wait from when somebody is there", default=24)

    stub: bool = key(
        "a removed comment leaves a stub on its page, unless it was spam", default=True
    )

    def __post_init__(self) -> None:
        """Raises ValueError."""
        if self.hold_hours < 1:
            raise ValueError("hold_hours: expected 1 or more")


_VANISHED = Wording(
    "the comment “{id}” was here and is gone without a stub",
    "der Kommentar „{id}“ war hier und ist ohne Hinweis verschwunden",
)
_BRING_BACK = Wording(
    "bring the file back, then: corpblog comments remove {id} --reason …",
    "holen Sie die Datei zurück, dann: corpblog comments remove {id} --reason …",
)
_LACKS = Wording(
    "this comment was removed, and removal does not say {what}",
    "dieser Kommentar wurde entfernt, und removal sagt nicht, {what}",
)
_WHY = Wording("why", "warum")
_WHO = Wording("who decided", "wer entschied")
_WHEN = Wording("on which day", "an welchem Tag")
_COMPLETE = Wording(
    "write removal: {{reason: …, by: …, date: …}}; reasons: {reasons}",
    "schreiben Sie removal: {{reason: …, by: …, date: …}}; Gründe: {reasons}",
)
_STILL_THERE = Wording(
    "removal gives reasons, but the status of this comment is {status}",
    "removal nennt Gründe, der Status dieses Kommentars ist aber {status}",
)
_SET_STATUS = Wording(
    "write status: removed and delete the text, or delete removal",
    "schreiben Sie status: removed und löschen den Text, oder löschen Sie removal",
)
_NO_STUB = Wording(
    "the page of “{title}” does not say that a comment of {created} was removed ({reason})",
    "die Seite von „{title}“ sagt nicht, dass ein Kommentar vom {created} entfernt ist ({reason})",
)
_RECORD = Wording("the record of the removal", "der Eintrag dazu")
_SHOW_IT = Wording(
    "let the template show comments with removed set: an element with id “{anchor}” that says so",
    "zeigen Sie in der Vorlage auch Kommentare mit removed: ein Element mit id „{anchor}“",
)
_HELD = Wording(
    "this comment of {created} is neither released nor removed after {hours} hours",
    "dieser Kommentar vom {created} ist nach {hours} Stunden weder freigegeben noch entfernt",
)
_DECIDE = Wording(
    "corpblog comments publish {id}, or corpblog comments remove {id} --reason …",
    "corpblog comments publish {id}, oder corpblog comments remove {id} --reason …",
)


def check(archive: Archive, context: Context, options: Options) -> Findings:
    """Files that vanished and stubs that lack something; by the clock what is held too long."""
    if context.gate is Gate.SCHED:
        yield from _held(archive, context, options)
        return
    yield from _vanished(archive, context)
    for thread, _ in threads_of(archive):
        for comment in thread.comments:
            yield from _unexplained(comment)


def _vanished(archive: Archive, context: Context) -> Findings:
    """Comment files that a revision had; one that was renamed keeps its id."""
    dialogue = archive.site.dialogue
    every = (*dialogue.orphans, *(c for each in dialogue.threads.values() for c in each.comments))
    known = {comment.id for comment in every}
    store = context.config.comments.store.rstrip("/") + "/"
    for path in sorted(archive.gone):
        id_ = path.rpartition("/")[2].rpartition(".")[0]
        if path.startswith(store) and path.endswith((".yml", ".yaml")) and id_ not in known:
            yield Finding(message=_VANISHED(id=id_), path=path, hint=_BRING_BACK(id=id_))


def _unexplained(comment: Comment) -> Findings:
    record, status = comment.record, Key(("status",))
    if record.status is not CommentStatus.REMOVED:
        if record.removal is not None:
            message = _STILL_THERE(status=record.status.value)
            yield _finding(comment, message, status, _SET_STATUS)
        return
    at = status if record.removal is None else Key(("removal",))
    hint = _COMPLETE(reasons=", ".join(reason.value for reason in RemovalReason))
    for lack in _lacks(record.removal):
        yield _finding(comment, _LACKS(what=lack), at, hint)
        return


def check_built(output: Output, context: Context, options: Options) -> Findings:
    """Pages of posts that hide that a comment was there."""
    for built in output.posts if options.stub else ():
        thread = output.site.dialogue.thread(built.post.id, built.post.lang)
        removed = [comment for comment in thread.comments if _leaves_stub(comment)]
        shown = _said_at(built.page.text) if removed else {}
        for comment in removed:
            if not shown.get(anchor_of(comment)):
                yield Finding(
                    message=_NO_STUB(
                        title=built.post.title,
                        created=_shown(comment.created),
                        reason=comment.record.removal and comment.record.removal.reason,
                    ),
                    source=built.page,
                    hint=_SHOW_IT(anchor=anchor_of(comment)),
                    related=((comment.source, Key(("removal",)), _RECORD),),
                )


def _leaves_stub(comment: Comment) -> bool:
    removal = comment.record.removal
    is_removed = comment.record.status is CommentStatus.REMOVED
    return is_removed and removal is not None and removal.reason is not RemovalReason.SPAM


def _said_at(page: str) -> Mapping[str, str]:
    """The visible text of each element with an id."""
    tree = tree_of(page)
    return {id_: tree.text(element).strip() for element, id_ in tree.carrying("id")}


def _shown(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _lacks(removal: Removal | None) -> Iterator[Wording]:
    """What a statement of reasons does not say, the weightiest first."""
    if removal is None or removal.reason is None:
        yield _WHY
    elif not removal.by:
        yield _WHO
    elif removal.date is None:
        yield _WHEN


def _held(archive: Archive, context: Context, options: Options) -> Findings:
    if context.now is None:
        return
    business = business_time_of(context.config)
    wait = timedelta(hours=options.hold_hours)
    for thread, _ in threads_of(archive):
        for comment in thread.comments:
            if comment.record.status is not CommentStatus.HELD:
                continue
            if context.now > business.start_of_clock(comment.created) + wait:
                message = _HELD(created=_shown(comment.created), hours=options.hold_hours)
                yield _finding(comment, message, Key(("status",)), _DECIDE(id=comment.id))


def _finding(comment: Comment, message: Wording, at: Key, hint: Wording) -> Finding:
    return Finding(message=message, source=comment.source, at=at, hint=hint)


RULE = Rule(
    code="DIAL006",
    name="removal-unexplained",
    severity=Severity.ERROR,
    help=__doc__,
    gates=(Gate.PR, Gate.SCHED, Gate.OUT),
    options=Options,
    site=check,
    built=check_built,
)
