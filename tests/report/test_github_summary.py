"""The summary of a step tells everything and lets no text of a post become markup."""

import html
import re

import pytest
from hypothesis import given

from corpblog.diagnostics import Diagnostic, Severity
from corpblog.report.cells import shown
from corpblog.report.findings import Findings, findings
from corpblog.report.github_summary import summary
from corpblog.report.told import whole
from tests.report.wild import DIAGNOSTICS, FINDINGS, TRAPS, accepted, jargon, many


def rows(text: str) -> list[list[str]]:
    table = [line for line in text.splitlines() if line.startswith("| ")]
    return [re.split(r" ?\| ?", line)[1:-1] for line in table[1:]]


def test_the_counts_and_a_table_with_the_gravest_first() -> None:
    error = jargon(20, severity=Severity.ERROR)
    found = findings([jargon(), error], suppressed=3, files=12, words=3400, folder="blog")
    assert summary(found) == (
        "## corpblog\n"
        "\n"
        "1 error, 1 warning, 3 suppressed (12 files, 3,400 words)\n"
        "\n"
        "| | Place | Rule | What |\n"
        "|---|---|---|---|\n"
        "| error | blog/content/posts/launch.md&#58;20&#58;4 | JARG006 inflated-verb "
        "| “leverage” is marketing jargon<br>try “use” |\n"
        "| warning | blog/content/posts/launch.md&#58;12&#58;4 | JARG006 inflated-verb "
        "| “leverage” is marketing jargon<br>try “use” |\n"
    )


def test_a_clean_run_says_so() -> None:
    assert summary(findings([], files=3)) == ("## corpblog\n\nnothing found (3 files, 0 words)\n")


def test_what_was_accepted_is_counted_and_not_listed() -> None:
    known = [accepted("baseline", jargon()), accepted("suppressed", jargon(), reason="r", by="j")]
    assert summary(findings([], accepted=known)) == (
        "## corpblog\n\n1 suppressed, 1 in the baseline (0 files, 0 words)\n"
    )


@given(FINDINGS)
def test_every_finding_is_always_one_row_of_four_cells(found: Findings) -> None:
    listed = rows(summary(found))
    assert [len(row) for row in listed] == [4] * len(found.diagnostics)
    assert [row[0] for row in listed] == sorted(
        (item.severity for item in found.diagnostics), key=list(Severity).index
    )


@given(DIAGNOSTICS)
def test_reading_a_row_back_always_gives_the_message(item: Diagnostic) -> None:
    told = html.unescape(rows(summary(findings([item])))[0][3].replace("<br>", "\n"))
    lines = [shown(line).strip() for line in whole(item.message).splitlines() if line.strip()]
    assert [line.strip() for line in told.split("\n")][: len(lines)] == lines


@pytest.mark.parametrize("trap", TRAPS)
def test_text_of_a_post_is_never_markup(trap: str) -> None:
    row = summary(findings([jargon(word=trap)])).splitlines()[-1]
    what = row.split(" | ", 3)[3].replace("<br>", "").removesuffix(" |")
    assert not re.search(r"[<>`*_\[\]\\~@$]|&(?!#)", what)


def test_a_summary_stays_below_what_github_takes_and_says_what_is_missing() -> None:
    text = summary(many(20_000, Severity.ERROR))
    listed = len(rows(text))
    assert len(text.encode()) < 1024 * 1024
    assert text.endswith(f"\n{20_000 - listed} more did not fit; `corpblog lint` shows them all.\n")
