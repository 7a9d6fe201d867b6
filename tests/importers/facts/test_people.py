"""Bylines as free text: who is named, and what is said about whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.importers.facts.people import Person, name_from_id, read_byline


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("Fiona", [Person(name="Fiona")]),
        ("Fiona & Julia", [Person(name="Fiona"), Person(name="Julia")]),
        ("Marco und Vince", [Person(name="Marco"), Person(name="Vince")]),
        ("By Ann Lee and Bo Fry", [Person(name="Ann Lee"), Person(name="Bo Fry")]),
        (
            "Felix Ebert, Code for Heilbronn",
            [Person(name="Felix Ebert", affiliation="Code for Heilbronn")],
        ),
        (
            "Jörg Reichert (Code for Leipzig)",
            [Person(name="Jörg Reichert", affiliation="Code for Leipzig")],
        ),
        (
            "Tim Fangmeyer & Knut Hühne - OK Lab Berlin, Klara Juhl - OK Lab Osnabrück",
            [
                Person(name="Tim Fangmeyer"),
                Person(name="Knut Hühne", affiliation="OK Lab Berlin"),
                Person(name="Klara Juhl", affiliation="OK Lab Osnabrück"),
            ],
        ),
        (
            "Nora Titz(Community Redakteurin)",
            [Person(name="Nora Titz", job_title="Community Redakteurin")],
        ),
        (
            "Ann Lee (Kern GmbH, Ulm & Bonn)",
            [Person(name="Ann Lee", affiliation="Kern GmbH, Ulm & Bonn")],
        ),
        ("Ann Lee (she/her)", [Person(name="Ann Lee", note="she/her")]),
        ("Anna-Maria Kern", [Person(name="Anna-Maria Kern")]),
        ("Code for Germany", [Person(name="Code for Germany")]),
        ("", []),
    ],
)
def test_a_byline_is_taken_apart(byline: str, people: list[Person]) -> None:
    assert list(read_byline(byline).people) == people


def test_people_without_a_name_are_not_made_up() -> None:
    byline = read_byline("Klara Juhl (Code for Osnabrück), Jörg Reichert et al.")
    assert [person.name for person in byline.people] == ["Klara Juhl", "Jörg Reichert"]
    assert byline.others


def test_groups_are_told_from_people() -> None:
    groups = [
        p.name
        for p in read_byline("Die Redaktion & Ann Lee & Kern GmbH").people
        if p.looks_like_a_group
    ]
    assert groups == ["Die Redaktion"]


@given(st.text(max_size=60))
def test_any_text_at_all_is_taken_apart_without_an_error(byline: str) -> None:
    assert all(person.name for person in read_byline(byline).people)


def test_a_name_from_an_id_adds_nothing() -> None:
    assert [name_from_id(i) for i in ("nicole-fenton", "mhz", "a_b")] == [
        "Nicole Fenton",
        "mhz",
        "A B",
    ]
