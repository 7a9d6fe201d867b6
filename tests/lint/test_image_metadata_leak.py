"""Pictures that carry private metadata are named, and what may stay is left in peace."""

from pathlib import Path

from corpblog.lint.rules.image_metadata_leak import RULE, Options
from corpblog.model.image_facts import ImageFacts
from tests.lint.one_rule import found_by
from tests.sites import SMALL


def facts(*carried: str) -> dict[str, ImageFacts]:
    path = "static/hall.jpg"
    picture = ImageFacts(
        path=path,
        digest="0",
        creator="Ina Berg",
        has_position="position" in carried,
        has_serial="serial" in carried,
        has_account="account" in carried,
        has_thumbnail="thumbnail" in carried,
    )
    return {path: picture}


def test_a_place_is_told_apart_from_the_rest(tmp_path: Path) -> None:
    images = facts("position", "serial", "thumbnail")
    assert found_by(RULE, tmp_path, SMALL, images=images) == [
        "static/hall.jpg this picture tells where it was taken",
        "static/hall.jpg this file contains the serial number of the camera and a thumbnail of"
        " its own",
    ]


def test_maker_and_rights_are_no_leak(tmp_path: Path) -> None:
    assert found_by(RULE, tmp_path, SMALL, images=facts()) == []


def test_what_the_options_keep_is_free(tmp_path: Path) -> None:
    options = Options(keep=("serial", "account"))
    images = facts("serial", "account")
    assert found_by(RULE, tmp_path, SMALL, options=options, images=images) == []


def test_german_sites_hear_it_in_german(tmp_path: Path) -> None:
    config = SMALL["corpblog.yml"].replace("title: Test", "title: Test\n  lang: de")
    found = found_by(RULE, tmp_path, {**SMALL, "corpblog.yml": config}, images=facts("account"))
    assert found == ["static/hall.jpg diese Datei enthält den Namen eines Kontos"]
