"""Diagnostics that hold any text in any field, and others that are easy to read."""

import string

from hypothesis import strategies as st

from corpblog.diagnostics import Diagnostic, Edit, Location, Related, Severity
from corpblog.report.findings import Acceptance, Accepted, Findings, findings

# What somebody may have put into a post to steer the program that reads a report.
TRAPS = (
    "::error::x",
    "x\r\n::stop-commands::y",
    "%0A::add-mask::x%25",
    "a:b,c=d",
    "##[add-mask]x",
    "]]><failure/>&amp;",
    "[click](3) {0}",
    "| a |\n|---|",
    "<script>&copy;</script>",
    "\x00\x0b\x1b[31m\x85\u2028",
    "\ufffe\uffff",
    "\ud800 \udc80",
    "\ud83d\ude00",
    "na\u0308ive 👩‍👩‍👧 \u202e",
    "../../etc/passwd",
    "//host/x",
    "C:\\x y.md",
)
TEXTS = st.one_of(st.text(st.characters(), max_size=12), st.sampled_from(TRAPS))
PLACES = st.builds(
    Location,
    path=TEXTS,
    line=st.integers(0, 4),
    column=st.integers(0, 9),
    end_line=st.integers(0, 4),
    end_column=st.integers(0, 9),
)
DIAGNOSTICS = st.builds(
    Diagnostic,
    code=st.one_of(st.text(string.ascii_uppercase, min_size=1, max_size=2), TEXTS),
    name=TEXTS,
    severity=st.sampled_from(Severity),
    location=PLACES,
    message=TEXTS,
    why=TEXTS,
    hint=TEXTS,
    example=TEXTS,
    url=TEXTS,
    source_line=TEXTS,
    related=st.lists(st.builds(Related, location=PLACES, message=TEXTS), max_size=2).map(tuple),
    edits=st.lists(st.builds(Edit, location=PLACES, replacement=TEXTS), max_size=2).map(tuple),
)
FINDINGS = st.builds(
    findings,
    st.lists(DIAGNOSTICS, max_size=4),
    accepted=st.lists(
        st.builds(
            Accepted,
            diagnostic=DIAGNOSTICS,
            kind=st.sampled_from(Acceptance),
            reason=TEXTS,
            by=TEXTS,
        ),
        max_size=2,
    ),
    folder=st.sampled_from(["", "blog", "a b/c"]),
)


def jargon(
    line: int = 12,
    column: int = 4,
    *,
    word: str = "leverage",
    severity: Severity = Severity.WARNING,
    source_line: str = "We leverage our data to find late deliveries.",
    edits: tuple[Edit, ...] = (),
    related: tuple[Related, ...] = (),
    path: str = "content/posts/launch.md",
) -> Diagnostic:
    """A diagnostic as the linter makes them."""
    return Diagnostic(
        code="JARG006",
        name="inflated-verb",
        severity=severity,
        location=span(line, column, line, column + len(word), path=path),
        message=f"“{word}” is marketing jargon",
        hint="try “use”",
        source_line=source_line,
        edits=edits,
        related=related,
    )


def span(
    line: int,
    column: int,
    end_line: int,
    end_column: int,
    *,
    path: str = "content/posts/launch.md",
) -> Location:
    """A place in the post."""
    return Location(path=path, line=line, column=column, end_line=end_line, end_column=end_column)


def accepted(kind: str, item: Diagnostic, *, reason: str = "", by: str = "") -> Accepted:
    """A finding that counts no more."""
    return Accepted(diagnostic=item, kind=Acceptance(kind), reason=reason, by=by)


def many(count: int, severity: Severity) -> Findings:
    """As many findings of one kind as ``count``."""
    return findings(jargon(line, severity=severity) for line in range(1, count + 1))
