"""docs/themes.md names everything that a template may use."""

import re
from dataclasses import fields, is_dataclass

import pytest

from corpblog.model.config import Brand
from corpblog.render import chart_views, comment_views, duty_views, views
from tests.themes.contract import NAMES, ROOT, TEMPLATES, blocks, templates

DOCS = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
RECORDS = [
    record
    for room in (views, duty_views, comment_views, chart_views)
    for record in vars(room).values()
    if is_dataclass(record) and record.__module__ == room.__name__
]


def part_about(record: str) -> str:
    """The section, or the line of the table of smaller records, that describes a record."""
    section = re.search(rf"^### {record}\n(.*?)(?=^##)", DOCS, re.S | re.M)
    if section:
        return section.group(1)
    line = re.search(rf"^\| {record} \|.*$", DOCS, re.M)
    if line:
        return line.group(0)
    return "\n".join(each for each in DOCS.splitlines() if record in each)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_every_record_is_described(record: type) -> None:
    described = set(re.findall(r"`(\w+)`", part_about(record.__name__)))
    assert {field.name for field in fields(record)} <= described


@pytest.mark.parametrize("name", ("layout.html", *TEMPLATES))
def test_every_block_of_every_template_is_named(name: str) -> None:
    line = next(each for each in DOCS.splitlines() if each.startswith(f"| `{name}` |"))
    named = set(re.findall(r"`(\w+)`", line.rsplit("|", 2)[1]))
    opened = set().union(*(blocks(templates(theme)[name]) for theme in NAMES))
    around = blocks(templates("byline")["layout.html"]) if name != "layout.html" else set()
    assert named == opened - around


def test_every_brand_token_is_described() -> None:
    rows = set(re.findall(r"^\| `(\w+)` \|", DOCS, re.M))
    assert {field.name for field in fields(Brand)} <= rows
