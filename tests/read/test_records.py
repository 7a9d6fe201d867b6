"""Values and records: reading at once and reading key by key come to the same result."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpblog.model.author import AuthorProfile, Employer, Picture
from corpblog.model.post import PostFrontMatter
from corpblog.model.source import SourceText
from corpblog.read.records import read_record
from corpblog.read.scalars import BadScalarError, read_day, read_moment
from corpblog.read.schema import RECORDS, json_schema
from corpblog.read.yaml_text import YamlText

ZONE = ZoneInfo("Europe/Berlin")
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
FRONT = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXT,
        "tags": st.lists(TEXT, max_size=3),
        "draft": st.sampled_from(["true", "false", "yes", "no", "on"]),
        "date": st.dates().map(str),
        "corrections": st.lists(
            st.fixed_dictionaries({"date": st.dates().map(str), "what": TEXT}), max_size=2
        ),
        "disclosures": st.sampled_from(["none", [{"type": "client", "party": "Kern"}]]),
        "comments": st.fixed_dictionaries({"open": st.sampled_from(["true", "no"])}),
    },
)


def read(values: dict[str, Any]) -> tuple[PostFrontMatter, int]:
    text = yaml.safe_dump(values, allow_unicode=True)
    source = YamlText(SourceText(path="a.md", text=text), 0, len(text))
    record, faults = read_record(PostFrontMatter, values, source, ZONE)
    return record, len(faults)


@given(FRONT)
def test_one_unknown_key_always_leaves_the_other_keys_as_they_are(values: dict[str, Any]) -> None:
    record, faults = read(values)
    with_fault, one = read({**values, "titel": "x"})
    assert (with_fault, one) == (record, faults + 1)


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)))
def test_a_time_always_survives_being_written_down(moment: datetime) -> None:
    plain = moment.replace(microsecond=0)
    assert read_moment(plain.isoformat(" "), ZONE).replace(tzinfo=None) == plain


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_is_refused_with_a_reason(text: str) -> None:
    try:
        assert isinstance(read_day(text), date)
    except BadScalarError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-11-10", "2026-11-10T00:00:00+01:00"),
        ("2026-7-1", "2026-07-01T00:00:00+02:00"),
        ("2026-11-10 14:30", "2026-11-10T14:30:00+01:00"),
        ("2026-11-10T14:30:05Z", "2026-11-10T14:30:05+00:00"),
        ("2026-11-10 14:30 -04:00", "2026-11-10T14:30:00-04:00"),
    ],
)
def test_days_and_times_are_read_as_people_write_them(text: str, iso: str) -> None:
    assert read_moment(text, ZONE).isoformat() == iso


EXAMPLE = Path(__file__).parents[2] / "example-site"


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("post", "content/posts/**/*.md"),
        ("page", "content/pages/*.md"),
        ("author", "authors/*/index.md"),
        ("config", "corpblog.yml"),
    ],
)
def test_the_schema_accepts_what_the_example_blog_writes(name: str, pattern: str) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(name))
    files = sorted(EXAMPLE.glob(pattern))
    assert files
    for file in files:
        text = file.read_text()
        front = text.split("---\n")[1] if file.suffix == ".md" else text
        values = json.loads(json.dumps(yaml.safe_load(front), default=str))
        assert not list(validator.iter_errors(values)), file


@pytest.mark.parametrize(
    ("name", "values"),
    [("post", {"titel": "x"}), ("author", {"image": 3}), ("config", {"build": {"paginate": "x"}})],
)
def test_the_schema_refuses_what_the_reader_refuses(name: str, values: dict[str, Any]) -> None:
    assert list(jsonschema.Draft202012Validator(json_schema(name)).iter_errors(values))


def test_one_text_stands_for_a_picture_and_for_an_employer() -> None:
    values = {"name": "Jana Weiss", "image": "portrait.jpg", "works_for": "Kern"}
    text = yaml.safe_dump(values)
    source = YamlText(SourceText(path="a.md", text=text), 0, len(text))
    profile, faults = read_record(AuthorProfile, values, source, ZONE)
    assert not faults
    assert (profile.image, profile.works_for) == (
        Picture(src="portrait.jpg"),
        Employer(name="Kern"),
    )
    assert jsonschema.Draft202012Validator(json_schema("author")).is_valid(values)


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_every_key_of_a_schema_says_what_it_is_for(name: str) -> None:
    schema = json_schema(name)
    for part in (schema, *schema["$defs"].values()):
        for key, value in part.get("properties", {}).items():
            assert value["description"], key
