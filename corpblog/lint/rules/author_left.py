"""Somebody who left speaks, is shown or owes something as if still there.

Jemand, der gegangen ist, spricht, ist zu sehen oder schuldet etwas, als wäre er noch da.

Why: people come and go (S3); readers must not turn to somebody who is gone, and a profile must be
true (GDPR Art. 5(1)(d)). Credit stays, contact moves on.
Warum: Das Personal wechselt (S3); niemand soll sich an jemanden wenden, der fort ist, und ein
Profil muss stimmen (DSGVO Art. 5 Abs. 1 d). Die Urheberschaft bleibt, der Kontakt geht weiter.
Instead: set “status: former” and a successor; the name stays, questions go to the successor.
Stattdessen: Setzen Sie „status: former“ und einen Nachfolger; der Name bleibt, Fragen gehen an den
Nachfolger.

Bad: portrait and “head of sales” of somebody who left in March
Good: worked for Acme until March 2026; name kept, Tom Kern has taken over
Schlecht: Porträt und „Leiterin Vertrieb“ von jemandem, der im März ging
Gut: arbeitete bis März 2026 bei Acme; der Name bleibt, Tom Kern hat übernommen
Known: somebody who writes on as a guest says so with a disclosure of type former-employee or
guest-author. A name that was removed on request stays removed: never sign with another one.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from corpblog.diagnostics import Severity
from corpblog.lint.comments import needs_in, place_of, threads_of
from corpblog.lint.context import Context, Gate
from corpblog.lint.declared import disclosures_of
from corpblog.lint.facts import Archive
from corpblog.lint.people import answers_for, has_left, portrait
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.author import Author
from corpblog.model.disclosure import DisclosureType
from corpblog.model.keys import key
from corpblog.model.post import Post

_SAID = frozenset({DisclosureType.FORMER_EMPLOYEE, DisclosureType.GUEST_AUTHOR})


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How much time a change of personnel may take."""

    grace_days: int = key("days after the last day at work", default=5)


_WROTE_LATER = Wording(
    "{name} left on {left}, before the date of this post",
    "{name} ging am {left}, also vor dem Datum dieses Beitrags",
)
_SAY_SO = Wording(
    "correct the date or the author, or add a disclosure: {{type: former-employee, by: {id}}}",
    "berichtigen Sie Datum oder Autor, oder ergänzen Sie: {{type: former-employee, by: {id}}}",
)
_ENDS = Wording("the profile names the last day", "das Profil nennt den letzten Tag")
_LEFT = Wording("the profile says so", "das sagt das Profil")
_STILL_HERE = Wording(
    "{name} left on {left}, but the status is {status}",
    "{name} ging am {left}, der Status ist aber {status}",
)
_SET_FORMER = Wording(
    "write status: former and a successor, or correct works_for.end_date",
    "schreiben Sie status: former und einen Nachfolger, oder berichtigen Sie works_for.end_date",
)
_ORPHAN = Wording(
    "{name} left, and nobody has taken over this promise",
    "{name} ist gegangen, und niemand hat dieses Versprechen übernommen",
)
_ORPHANED = Wording(
    "{name} left, and nobody has taken over this open comment",
    "{name} ist gegangen, und niemand hat diesen offenen Kommentar übernommen",
)
_WHO_ANSWERS = Wording(
    "name who answers: successor in {path}, or guidelines.readers",
    "nennen Sie, wer antwortet: successor in {path}, oder guidelines.readers",
)
_NAME_SUCCESSOR = Wording(
    "name who keeps it: successor in {path}, or another owner here",
    "nennen Sie, wer es hält: successor in {path}, oder hier einen anderen owner",
)
_PHOTO_STAYS = Wording(
    "{name} left, and did not agree that the portrait stays",
    "{name} ist gegangen und hat nicht zugestimmt, dass das Porträt bleibt",
)
_TAKE_IT_OUT = Wording(
    "delete the picture, or record the agreement with consent.after_leaving: true",
    "löschen Sie das Bild, oder halten Sie das Einverständnis fest: consent.after_leaving: true",
)


def check_text(text: Text, context: Context, options: Options) -> Findings:
    """Posts dated after their author had left; by the clock, promises that nobody keeps."""
    if text.post is None:
        return
    if context.gate is Gate.SCHED:
        yield from _orphans(text.post, context)
    else:
        yield from _written_later(text, text.post, context, options)


def check_comments(archive: Archive, context: Context, options: Options) -> Findings:
    """By the clock: comments that wait for somebody who is gone."""
    if context.gate is not Gate.SCHED:
        return
    authors = {(post.id, post.lang): post.authors for _, post in threads_of(archive)}
    for need in needs_in(archive, context):
        people = (context.authors.get(id_) for id_ in authors[need.post_id, need.lang])
        left = next((author for author in people if author and has_left(author)), None)
        if need.is_open and not need.owner and left is not None:
            yield Finding(
                message=_ORPHANED(name=left.name),
                source=need.comment.source,
                at=place_of(need.comment),
                hint=_WHO_ANSWERS(path=left.source.path),
                related=((left.source, Key(("status",)), _LEFT),),
            )


def check_profile(author: Author, context: Context, options: Options) -> Findings:
    """Portraits that had to go; by the clock, leavers who are shown as present."""
    if context.gate is Gate.PR:
        yield from _portrait_stays(author)
    elif context.now is not None and not has_left(author):
        left = _left(author)
        if left is not None and context.now.date() > left + timedelta(days=options.grace_days):
            status = author.profile.status.value
            yield Finding(
                message=_STILL_HERE(name=author.name, left=left, status=status),
                at=Key(("works_for", "end_date")),
                hint=_SET_FORMER,
            )


def _left(author: Author) -> date | None:
    works_for = author.profile.works_for
    return works_for.end_date if works_for is not None else None


def _written_later(text: Text, post: Post, context: Context, options: Options) -> Findings:
    for id_ in post.authors:
        author = context.authors[id_]
        left = _left(author)
        if left is None or post.date.date() <= left + timedelta(days=options.grace_days):
            continue
        if any(item.type in _SAID and item.by in ("", id_) for item in disclosures_of(text, post)):
            continue
        yield Finding(
            message=_WROTE_LATER(name=author.name, left=left),
            at=_place(post, id_),
            hint=_SAY_SO(id=id_),
            related=((author.source, Key(("works_for", "end_date")), _ENDS),),
        )


def _place(post: Post, id_: str) -> Key:
    """Where the front matter names the author; ``authors`` may be one text instead of a list."""
    if id_ in post.front.authors:
        return Key(("authors", post.front.authors.index(id_)))
    return Key(("author",))


def _orphans(post: Post, context: Context) -> Findings:
    for index, promise in enumerate(post.front.promises):
        owner = context.authors.get(promise.owner)
        done = promise.kept is not None or promise.dropped is not None
        if owner is None or done or answers_for(owner.id, context.authors) is not None:
            continue
        yield Finding(
            message=_ORPHAN(name=owner.name),
            at=Key(("promises", index, "owner")),
            hint=_NAME_SUCCESSOR(path=owner.source.path),
        )


def _portrait_stays(author: Author) -> Findings:
    consent = author.profile.consent
    agreed = consent is not None and consent.after_leaving
    if has_left(author) and portrait(author) is not None and not agreed:
        yield Finding(message=_PHOTO_STAYS(name=author.name), at=Key(("image",)), hint=_TAKE_IT_OUT)


RULE = Rule(
    code="AUTH004",
    name="author-left",
    severity=Severity.ERROR,
    help=__doc__,
    gates=(Gate.PR, Gate.SCHED),
    options=Options,
    text=check_text,
    profile=check_profile,
    site=check_comments,
)
