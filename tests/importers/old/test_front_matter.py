"""Front matter: YAML, TOML and JSON, with the place of every key."""

from corpblog.importers.old.front_matter import take_apart
from tests.importers.blogs import note


def test_yaml_and_text_are_parted() -> None:
    taken = take_apart(note("---\ntitle: A\ndate: 2016-03-01\n---\n\nText\n"))
    assert taken.values == {"title": "A", "date": "2016-03-01"}
    assert taken.body.text == "\nText\n"
    assert str(taken.at_key("date")) == "note.md:3:1"
    assert str(taken.at_body(1)) == "note.md:6:1"


def test_toml_of_hugo_is_read() -> None:
    taken = take_apart(note('+++\ntitle = "A"\ndate = 2016-03-01T10:00:00Z\ndraft = true\n+++\nx'))
    assert taken.values["date"] == "2016-03-01T10:00:00+00:00"
    assert taken.values["draft"] == "true"
    assert str(taken.at_key("draft")) == "note.md:4:1"


def test_json_of_hugo_is_read() -> None:
    taken = take_apart(note('{\n "title": "A",\n "tags": ["x"]\n}\nText'))
    assert taken.values == {"title": "A", "tags": ["x"]}
    assert taken.body.text == "\nText"


def test_toml_that_broke_is_kept_and_told() -> None:
    taken = take_apart(note("+++\ntitle = A\n+++\nText"))
    assert taken.values == {"unread": ["title = A"]}
    assert taken.losses[0].construct == "TOML that broke"


def test_a_text_without_front_matter_is_all_text() -> None:
    taken = take_apart(note("Just text\n---\nmore"))
    assert not taken.has_front
    assert taken.body.text.startswith("Just")


def test_dashes_inside_a_text_do_not_end_the_front_matter_early() -> None:
    taken = take_apart(note("---\ntitle: a --- b\n---\nText\n\n---\n\nmore\n"))
    assert taken.values == {"title": "a --- b"}
    assert taken.body.text == "Text\n\n---\n\nmore\n"
