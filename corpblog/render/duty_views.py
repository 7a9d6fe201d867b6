"""What templates see of pages on which the blog accounts for itself: rules, comments, moderation.

The same holds as for ``views``: flat records, ready to be laid out, version 1 of the context.
"""

from dataclasses import dataclass

from corpblog.render.chart_views import ChartView, TableView
from corpblog.render.views import DateView, LinkView, PersonView


@dataclass(frozen=True, kw_only=True, slots=True)
class FactView:
    """A line of a list: what it is, and how it stands; ``value`` is empty where the name is all."""

    label: str
    value: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleView:
    """A rule in force: what it finds (``summary``), why it is there, what to do ``instead``.

    ``id`` is the anchor that diagnostics link to. ``severity`` is error, warning, info or off,
    ``label`` the same in words; ``gate`` says when it is checked; ``changed`` are the options
    that differ from what corpblog comes with. ``lang`` is the language of the texts.
    """

    id: str
    code: str
    name: str
    lang: str
    summary: str
    why: str
    instead: str
    severity: str
    label: str
    gate: str
    changed: tuple[FactView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleFamilyView:
    """Rules about one thing, by code; ``id`` for links."""

    id: str
    heading: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ExceptionView:
    """A finding that a named person accepts: from which ``rules``, ``where``, and until when.

    ``label`` says what it is (an exception, a release), ``reason`` why, or for a release in which
    role it was given.
    """

    label: str
    rules: tuple[LinkView, ...]
    where: LinkView
    reason: str
    by: LinkView | None
    until: DateView | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PolicyView:
    """The rules in force; ``levels`` says what each severity means and how many rules have it."""

    heading: str
    intro: str
    levels: tuple[FactView, ...]
    families: tuple[RuleFamilyView, ...]
    exceptions: tuple[ExceptionView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PolicyPartView:
    """A part of the comment policy; ``part`` is its name in the rule SITE002.

    ``texts`` are paragraphs, ``facts`` lines of a list below them, ``links`` lead on.
    """

    part: str
    heading: str
    people: tuple[PersonView, ...] = ()
    texts: tuple[str, ...] = ()
    facts: tuple[FactView, ...] = ()
    links: tuple[LinkView, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentPolicyView:
    """What readers may expect when they comment, made from the configuration."""

    heading: str
    intro: str
    parts: tuple[PolicyPartView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PeriodView:
    """What came in and what was done with it in one stretch of time; ``reasons`` of removals.

    ``teams`` says how soon each team answered; None where that would be about single persons.
    """

    heading: str
    figures: tuple[FactView, ...]
    reasons: tuple[FactView, ...]
    teams: TableView | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ModerationView:
    """The moderation report, newest stretch of time first; ``links`` lead to what it is held to.

    ``charts`` show the newest quarters side by side; there are none before anybody wrote.
    """

    heading: str
    intro: str
    periods: tuple[PeriodView, ...]
    links: tuple[LinkView, ...]
    charts: tuple[ChartView, ...] = ()
