"""Comments are closed without a reason and another way to write.

Kommentare sind geschlossen, ohne Grund und ohne anderen Weg.

Why: readers who cannot answer are not taken seriously; blocked comments are among the classic
mistakes of corporate blogs, and “Post A Comment” belongs below a post (S2).
Warum: Wer nicht antworten kann, fühlt sich nicht ernst genommen; gesperrte Kommentare zählen zu
den klassischen Fehlern von Firmenblogs, und „Post A Comment“ gehört unter den Beitrag (S2).
Instead: say why and until when, and where readers can write instead; both are shown.
Stattdessen: Sagen Sie, warum und bis wann, und wohin man stattdessen schreiben kann; beides steht
auf der Seite.

Bad: comments: {open: false}
Good: comments: {open: false, closed_reason: "Court case, until 2027-01", contact: /contact/}
Schlecht: comments: {open: false}
Gut: comments: {open: false, closed_reason: "Gerichtsverfahren, bis 2027-01", contact: /kontakt/}
Known: a crisis may be moderated first; that is no closing. The contact of the whole site, under
comments in corpblog.yml, counts for each post.
"""

import re
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.facts import Archive
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key

_TIME = re.compile(r"(\d{1,5})\s*([a-z]*)", re.IGNORECASE)
_DAYS = {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How long readers may comment, and below which posts they need not."""

    min_open_days: int = key("days after publication on which readers can comment", default=30)
    exempt_kinds: tuple[str, ...] = key("kinds of posts without comments", default=())


_CLOSED = Wording(
    "comments on this post are closed, and readers are not told {what}",
    "Kommentare zu diesem Beitrag sind geschlossen; Leser erfahren nicht, {what}",
)
_WHY = Wording("why", "warum")
_WHERE = Wording("where to write instead", "wohin sie stattdessen schreiben können")
_BOTH = Wording(
    "why, or where to write instead",
    "warum, und auch nicht, wohin sie stattdessen schreiben können",
)
_TELL = Wording(
    "add closed_reason and contact under comments, or open the comments",
    "ergänzen Sie unter comments closed_reason und contact, oder öffnen Sie die Kommentare",
)
_EARLY = Wording(
    "comments close after {days} days; readers should have at least {least}",
    "Kommentare schließen nach {days} Tagen; Leser sollten wenigstens {least} haben",
)
_LONGER = Wording(
    "write closes_after: {least}d or more, or add closed_reason and contact",
    "schreiben Sie closes_after: {least}d oder mehr, oder closed_reason und contact",
)
_LONGER_EVERYWHERE = Wording(
    "write closes_after: {least}d or more", "schreiben Sie closes_after: {least}d oder mehr"
)
_OFF = Wording(
    "comments are off on the whole site, and no contact says where to write instead",
    "Kommentare sind überall aus, und kein contact sagt, wohin man stattdessen schreiben kann",
)
_OFF_WITH_CONTACT = Wording(
    "comments are off on the whole site: readers cannot answer where others would read it",
    "Kommentare sind überall aus: Leser können nicht dort antworten, wo andere es lesen würden",
)
_OPEN_THEM = Wording(
    "open them, or at least keep comments.contact",
    "öffnen Sie die Kommentare, oder behalten Sie wenigstens comments.contact",
)


def check_text(text: Text, context: Context, options: Options) -> Findings:
    """A post that closes its own comments, at once or too early."""
    post, site = text.post, context.config.comments
    own = post.front.comments if post is not None else None
    if post is None or own is None or post.front.kind in options.exempt_kinds:
        return
    has_reason = bool(own.closed_reason.strip())
    has_contact = bool((own.contact or site.contact).strip())
    if has_reason and has_contact:
        return
    days = _days(own.closes_after)
    if not own.open:
        what = _WHERE if has_reason else _WHY if has_contact else _BOTH
        yield Finding(message=_CLOSED(what=what), at=Key(("comments", "open")), hint=_TELL)
    elif days is not None and days < options.min_open_days:
        yield Finding(
            message=_EARLY(days=days, least=options.min_open_days),
            at=Key(("comments", "closes_after")),
            hint=_LONGER(least=options.min_open_days),
        )


def check_site(archive: Archive, context: Context, options: Options) -> Findings:
    """The configuration, if it closes the comments on all posts."""
    comments = context.config.comments
    days = _days(comments.closes_after)
    if not comments.open:
        has_contact = bool(comments.contact.strip())
        yield Finding(
            message=_OFF_WITH_CONTACT if has_contact else _OFF,
            source=context.config_source,
            at=Key(("comments", "open")),
            hint=_OPEN_THEM,
            severity=Severity.WARNING if has_contact else None,
        )
    elif days is not None and days < options.min_open_days:
        yield Finding(
            message=_EARLY(days=days, least=options.min_open_days),
            source=context.config_source,
            at=Key(("comments", "closes_after")),
            hint=_LONGER_EVERYWHERE(least=options.min_open_days),
        )


def _days(written: str) -> int | None:
    """A time such as 90d, 6w, “12 months” in days; None where it says nothing."""
    found = _TIME.fullmatch(written.strip())
    unit = _DAYS.get(found[2][:1].lower()) if found else None
    return int(found[1]) * unit if found and unit is not None else None


RULE = Rule(
    code="DIAL001",
    name="comments-closed-quietly",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    text=check_text,
    site=check_site,
)
