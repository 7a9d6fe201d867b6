"""Findings are sorted and counted once, whether they are still open or were accepted."""

from corpblog.report import FORMATS
from corpblog.report.findings import Look, findings
from tests.report.wild import accepted, jargon


def test_accepted_findings_are_counted_beside_those_known_by_number() -> None:
    known = [
        accepted("suppressed", jargon(), reason="a quotation", by="jana-weiss"),
        accepted("baseline", jargon(3)),
        accepted("baseline", jargon(2)),
    ]
    found = findings([jargon(40)], accepted=known, suppressed=4)
    assert (found.summary.suppressed, found.summary.baseline) == (5, 2)
    assert [each.diagnostic.location.line for each in found.accepted] == [2, 3, 12]


def test_an_accepted_finding_is_told_once() -> None:
    known = accepted("baseline", jargon())
    assert findings([], accepted=[known, known]).summary.baseline == 1


def test_people_see_accepted_findings_as_counts() -> None:
    known = [accepted("suppressed", jargon(), reason="a quotation", by="jana-weiss")]
    found = findings([], accepted=known)
    assert FORMATS["text"].write(found, Look()) == "1 suppressed\n"
    assert FORMATS["oneline"].write(found, Look()) == ""
