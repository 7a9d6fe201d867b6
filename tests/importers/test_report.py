"""The report: counts first, urgent things before small ones, every place named."""

import json

from corpblog.diagnostics import Location
from corpblog.importers.record import Import, Kind, Loss, Section, in_report_order
from corpblog.importers.report import HEADINGS, as_json, as_markdown


def loss(section: Section, kind: Kind, line: int, found: str = "x") -> Loss:
    return Loss(
        location=Location(path="a.md", line=line, column=1),
        section=section,
        kind=kind,
        construct="odd thing",
        found=found,
        done="mended",
    )


LOSSES = in_report_order(
    (
        loss(Section.TEXT, Kind.TRANSLATED, 9),
        loss(Section.PEOPLE, Kind.CONFIRM, 2, "Fiona & Julia"),
        loss(Section.TEXT, Kind.LEFT, 5, "{{ <b> | x }}"),
        loss(Section.TEXT, Kind.LEFT, 5, "{{ <b> | x }}"),
    )
)
IMPORTED = Import(importer="jekyll", files=(), losses=LOSSES, counts=(("posts", 3),))


def test_counts_come_first_and_sections_in_their_order() -> None:
    lines = as_markdown(IMPORTED, ()).decode().splitlines()
    assert lines[0] == "# Import report"
    assert "| posts | 3 |" in lines
    assert "| Text |  | 1 |  |  | 1 |" in lines
    headings = [line for line in lines if line.startswith("## ")]
    assert headings == [
        "## What came over",
        "## What changed on the way",
        "## People to confirm",
        "## Text",
    ]


def test_every_entry_names_its_place_and_its_signs_mean_nothing() -> None:
    report = as_markdown(IMPORTED, ()).decode()
    assert "- `a.md:2:1` Fiona & Julia" in report
    assert r"- `a.md:5:1` \{\{ \<b\> \| x \}\}" in report


def test_what_stays_visible_comes_before_what_was_translated() -> None:
    report = as_markdown(IMPORTED, ()).decode()
    assert report.index("left visible: mended") < report.index("translated: mended")


def test_long_lists_are_cut_for_people_and_whole_for_programs() -> None:
    many = tuple(loss(Section.TEXT, Kind.TRANSLATED, line) for line in range(1, 31))
    imported = Import(importer="hugo", files=(), losses=many)
    assert "- and 27 more in `import-report.json`" in as_markdown(imported, ()).decode()
    entries = json.loads(as_json(imported, ()))["entries"]
    assert [entry["line"] for entry in entries] == list(range(1, 31))
    assert entries[0] == {
        "section": "text",
        "kind": "translated",
        "file": "a.md",
        "line": 1,
        "column": 1,
        "construct": "odd thing",
        "found": "x",
        "done": "mended",
    }


def test_an_import_without_losses_says_so() -> None:
    assert (
        "Nothing was lost."
        in as_markdown(Import(importer="hugo", files=(), losses=()), ()).decode()
    )


def test_the_report_says_what_its_words_mean() -> None:
    every = tuple(loss(Section.TEXT, kind, 1) for kind in Kind)
    report = as_markdown(Import(importer="hugo", files=(), losses=every), ()).decode()
    assert [line.split("**")[1] for line in report.splitlines() if line.startswith("- **")] == [
        "to confirm",
        "left visible",
        "dropped",
        "repaired",
        "translated",
    ]


def test_every_section_has_a_heading() -> None:
    assert list(HEADINGS) == list(Section)
