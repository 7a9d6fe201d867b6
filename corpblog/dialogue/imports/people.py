"""Who of the old commenters is an employee: told by name, login or number, never guessed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from corpblog.dialogue.imports.foreign import ForeignComment
from corpblog.dialogue.intake.look_alikes import skeleton
from corpblog.model.author import Author


class Doubt(NamedTuple):
    """Somebody who may be an employee: for a person to say. ``suggested`` is a profile or ""."""

    who: str
    why: str
    comments: int
    suggested: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Staff:
    """The profile of each comment by an employee; what people have to confirm; idle words."""

    by_comment: Mapping[int, str]
    doubts: tuple[Doubt, ...]
    unused: tuple[str, ...]


def staff_among(
    comments: Iterable[ForeignComment], told: Mapping[str, str], authors: Mapping[str, Author]
) -> Staff:
    """The employees among ``comments``, by ``told``: a name, login or number → profile id.

    The result names comments by their place in the given order. Where the system has no accounts,
    a name counts only together with the e-mail hash that most comments of this name have.
    """
    listed = list(comments)
    known = {_key(word): id_ for word, id_ in told.items()}
    matched = [_matched(comment, known) for comment in listed]
    usual = _usual_proofs(listed, matched)
    by_comment: dict[int, str] = {}
    doubts: Counter[tuple[str, str, str]] = Counter()
    people = {skeleton(author.name): id_ for id_, author in authors.items()}
    for number, (comment, word) in enumerate(zip(listed, matched, strict=True)):
        if comment.staff in authors:
            by_comment[number] = comment.staff
        elif word and comment.proof == usual[word]:
            by_comment[number] = known[word]
        elif doubt := _doubt(comment, word, known, people):
            doubts[doubt] += 1
    used = {word for word in matched if word}
    return Staff(
        by_comment=by_comment,
        doubts=tuple(
            Doubt(who, why, count, suggested)
            for (who, why, suggested), count in sorted(doubts.items())
        ),
        unused=tuple(word for word in told if _key(word) not in used),
    )


def _key(word: str) -> str:
    return " ".join(word.split()).casefold()


def _matched(comment: ForeignComment, known: Mapping[str, str]) -> str:
    """The word of the person who imports that names this commenter."""
    keys = (_key(identity) for identity in comment.identities)
    return next((key for key in keys if key in known), "")


def _usual_proofs(comments: list[ForeignComment], matched: list[str]) -> Mapping[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for comment, word in zip(comments, matched, strict=True):
        counts[word][comment.proof] += 1
    return {word: min(found, key=lambda p: (-found[p], p)) for word, found in counts.items()}


def _doubt(
    comment: ForeignComment, word: str, known: Mapping[str, str], people: Mapping[str, str]
) -> tuple[str, str, str] | None:
    """Who, why and which profile, of somebody who is not marked and might have to be."""
    seen = skeleton(comment.name)
    suggested = people.get(seen, "")
    if word:
        return comment.name, "has this name, but another e-mail address than usual", known[word]
    if comment.account:
        return f"{comment.name} ({comment.account})", "was logged in", suggested
    if not seen or comment.pingback:
        return None
    if suggested:
        return comment.name, "has the name of a profile; nothing proves it", suggested
    told = {skeleton(name): id_ for name, id_ in known.items()}
    if seen in told:
        return comment.name, "has this name; nothing proves it", told[seen]
    return None
