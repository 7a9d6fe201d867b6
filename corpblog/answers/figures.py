"""How readers were answered, in figures: by quarter and team, never by person.

What is counted, and that no figure is about one person, follows catalogue 1.7 and BetrVG § 87(1)
no. 6: a department is a row of its own from two people on; smaller ones go together.
"""

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from corpblog.answers.staff import team_of
from corpblog.answers.threads import is_published
from corpblog.answers.turns import turns_of
from corpblog.model.author import Author
from corpblog.model.comment import Comment, CommentKind, CommentStatus, Dialogue, Thread
from corpblog.model.post import Post
from corpblog.model.response import Need, NeedState

# A department with fewer people is no row: its figures would be those of a person.
LEAST_PEOPLE = 2


class Quarter(NamedTuple):
    """A quarter of a year; ``number`` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter in which ``day`` lies."""
        return cls(day.year, (day.month - 1) // 3 + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Speed:
    """How soon some comments were answered.

    ``needing`` counts comments that need an answer, without those that were closed for a reason;
    ``decided`` those of them that were answered or are overdue, ``on_time`` those answered in
    time. Hours are business hours; None where nothing was answered. ``team`` is the department;
    empty for the whole site, and for small departments together in a row of teams.
    """

    team: str = ""
    needing: int = 0
    answered: int = 0
    decided: int = 0
    on_time: int = 0
    median_hours: float | None = None
    p90_hours: float | None = None

    @property
    def on_time_percent(self) -> float | None:
        """Share of the decided ones that were answered in time, 0 to 100; None without any."""
        return 100 * self.on_time / self.decided if self.decided else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """A quarter of dialogue.

    Comments are those of readers, counted by the day on which they came, removals by the day of
    the decision. ``kinds`` counts comments by kind (empty: none was set), ``removals`` by reason.
    ``turns`` is how many replies of the company it took until things were resolved, on average;
    None where nothing was.
    """

    quarter: Quarter
    whole: Speed
    teams: tuple[Speed, ...] = ()
    comments: int = 0
    removed: int = 0
    held: int = 0
    no_response: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    removals: Mapping[str, int] = field(default_factory=dict)
    resolved: int = 0
    turns: float | None = None


def figures_of(
    dialogue: Dialogue,
    posts: Iterable[Post],
    needs: Sequence[Need],
    authors: Mapping[str, Author],
    now: datetime,
) -> tuple[Figures, ...]:
    """The figures of each quarter that has any, newest first.

    ``needs`` are those of ``answered.needs`` for the same posts; the zone of ``now`` says on which
    day something happened.
    """
    threads = [dialogue.thread(post.id, post.lang) for post in posts]
    counted = _Counted(now=now, authors=authors)
    for thread in threads:
        for comment in thread.comments:
            counted.add(comment)
        counted.add_turns(thread)
    for need in needs:
        counted.quarter(need.comment.created).needs.append(need)
    quarters = sorted(counted.quarters, reverse=True)
    return tuple(counted.figures(quarter) for quarter in quarters)


def as_json(figures: Iterable[Figures]) -> list[dict[str, Any]]:
    """Figures as plain lists and mappings, sorted, hours rounded to a tenth."""
    return [
        {
            "quarter": f"{each.quarter.year}-Q{each.quarter.number}",
            "comments": each.comments,
            "removed": each.removed,
            "held": each.held,
            "no_response": each.no_response,
            "kinds": dict(sorted(each.kinds.items())),
            "removals": dict(sorted(each.removals.items())),
            "resolved": each.resolved,
            "turns": _rounded(each.turns),
            "whole": _speed_json(each.whole),
            "teams": [{"team": team.team, **_speed_json(team)} for team in each.teams],
        }
        for each in figures
    ]


def _speed_json(speed: Speed) -> dict[str, Any]:
    return {
        "needing": speed.needing,
        "answered": speed.answered,
        "decided": speed.decided,
        "on_time": speed.on_time,
        "on_time_percent": _rounded(speed.on_time_percent),
        "median_hours": _rounded(speed.median_hours),
        "p90_hours": _rounded(speed.p90_hours),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


@dataclass(kw_only=True, slots=True)
class _Pile:
    """What came together for one quarter."""

    comments: Counter[CommentStatus] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    removals: Counter[str] = field(default_factory=Counter)
    turns: list[int] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)


@dataclass(kw_only=True, slots=True)
class _Counted:
    """All quarters while they are counted."""

    now: datetime
    authors: Mapping[str, Author]
    quarters: dict[Quarter, _Pile] = field(default_factory=dict)

    def quarter(self, moment: datetime) -> _Pile:
        return self._pile(moment.astimezone(self.now.tzinfo).date())

    def add(self, comment: Comment) -> None:
        record = comment.record
        if comment.is_staff or record.kind is CommentKind.PINGBACK:
            return
        pile = self.quarter(comment.created)
        pile.comments[record.status] += 1
        if is_published(comment):
            pile.kinds[record.kind.value if record.kind else ""] += 1
        if record.removal is not None and record.removal.reason is not None:
            day = record.removal.date or comment.created.astimezone(self.now.tzinfo).date()
            self._pile(day).removals[record.removal.reason.value] += 1

    def add_turns(self, thread: Thread) -> None:
        for resolved in turns_of(thread):
            self.quarter(resolved.moment).turns.append(resolved.turns)

    def figures(self, quarter: Quarter) -> Figures:
        pile = self.quarters[quarter]
        return Figures(
            quarter=quarter,
            whole=_speed("", pile.needs, self.now),
            teams=tuple(self._teams(pile.needs)),
            comments=pile.comments.total(),
            removed=sum(pile.removals.values()),
            held=pile.comments[CommentStatus.HELD],
            no_response=sum(need.state is NeedState.CLOSED for need in pile.needs),
            kinds=dict(sorted(pile.kinds.items())),
            removals=dict(sorted(pile.removals.items())),
            resolved=len(pile.turns),
            turns=statistics.fmean(pile.turns) if pile.turns else None,
        )

    def _pile(self, day: date) -> _Pile:
        return self.quarters.setdefault(Quarter.of(day), _Pile())

    def _teams(self, needs: Iterable[Need]) -> list[Speed]:
        """The departments, by name; those too small for a row of their own together at the end."""
        by_team: dict[str, list[Need]] = {}
        for need in needs:
            by_team.setdefault(self._team(need), []).append(need)
        people = Counter(self._size_names())
        large = sorted(
            (team for team in by_team if team and people[team] >= LEAST_PEOPLE),
            key=lambda team: (-people[team], team),
        )
        rest = [team for team in by_team if team not in large]
        alone = sum(people[team] for team in rest if team) < LEAST_PEOPLE
        # One person left over could be told from the rows of the others and the whole.
        while rest and large and alone:
            rest.append(large.pop())
            alone = False
        rows = [_speed(team, by_team[team], self.now) for team in sorted(large)]
        if rest and large:
            together = [need for team in rest for need in by_team[team]]
            rows.append(_speed("", together, self.now))
        return rows

    def _size_names(self) -> Iterable[str]:
        return (team_of(id_, self.authors, self.now.date()) for id_ in self.authors)

    def _team(self, need: Need) -> str:
        answer, day = need.answer, (need.settled or need.asked).date()
        by_staff = answer is not None and answer.is_staff
        id_ = answer.record.author.staff if answer and by_staff else need.owner
        return team_of(id_, self.authors, day)


def _speed(team: str, needs: Iterable[Need], now: datetime) -> Speed:
    counting = [need for need in needs if need.state is not NeedState.CLOSED]
    answered = [need for need in counting if not need.is_open]
    overdue = sum(need.is_open and need.due < now for need in counting)
    hours = sorted(need.hours for need in answered)
    return Speed(
        team=team,
        needing=len(counting),
        answered=len(answered),
        decided=len(answered) + overdue,
        on_time=sum(need.in_time for need in answered),
        median_hours=statistics.median(hours) if hours else None,
        # Nearest rank: a time that really was, so that nine of ten were as fast.
        p90_hours=hours[math.ceil(0.9 * len(hours)) - 1] if hours else None,
    )
