"""The socket of a rule: what it is called, what it reads, and what it may find."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from corpblog.diagnostics import Severity
from corpblog.lint.built import Output
from corpblog.lint.context import Context, Gate
from corpblog.lint.facts import Archive
from corpblog.lint.text import Text
from corpblog.lint.wording import NOTHING, Wording
from corpblog.model.author import Author
from corpblog.model.places import KeyPath
from corpblog.model.source import SourceText

Settings = TypeVar("Settings")


class Span(NamedTuple):
    """A stretch of a source in code points, counted from the top of the file; end exclusive."""

    start: int
    end: int


class Key(NamedTuple):
    """A key of the front matter, or of a register, as the place of a finding."""

    path: KeyPath


class Replacement(NamedTuple):
    """Text that would mend a finding."""

    span: Span
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What a rule found and where.

    ``at`` None means the file as a whole. ``source`` is the text under examination where left
    out; ``path`` names a file that is no source text (a picture, a built page) instead.
    ``severity`` None means that of the rule. ``safe`` edits are made by ``--fix``; others are
    shown as suggestions. ``example`` is rewritten text, in the language of the post.
    """

    message: Wording
    at: Span | Key | None = None
    source: SourceText | None = None
    path: str = ""
    hint: Wording = NOTHING
    example: str = ""
    severity: Severity | None = None
    related: tuple[tuple[SourceText, Span | Key | None, Wording], ...] = ()
    edits: tuple[Replacement, ...] = ()
    safe: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class NoOptions:
    """The options of a rule that has none."""


Findings = Iterator[Finding]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule(Generic[Settings]):
    """A rule: ``code`` and ``name`` are both accepted wherever somebody names it.

    It reads one thing or several: ``text`` a post, page or profile with its prose; ``profile`` an
    author; ``site`` all posts together; ``built`` the built site. Every check gets the
    context of the run and the rule's own ``options`` (a frozen dataclass of ``key`` fields). It is
    called once for each of its ``gates`` that the run asks for; ``Context.gate`` says which.
    ``phrases`` are word lists of its own: name of the list -> language -> patterns in the notation
    of wordlists; ``Text.hits`` gives what was found under that name.
    A ``legal`` rule cannot be allowed in a text, only by an approval.
    """

    code: str
    name: str
    severity: Severity
    help: str | None
    gates: tuple[Gate, ...] = (Gate.PR,)
    options: type[Settings]
    legal: bool = False
    text: Callable[[Text, Context, Settings], Findings] | None = None
    profile: Callable[[Author, Context, Settings], Findings] | None = None
    site: Callable[[Archive, Context, Settings], Findings] | None = None
    built: Callable[[Output, Context, Settings], Findings] | None = None
    phrases: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)


AnyRule = Rule[Any]
