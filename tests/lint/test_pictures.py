"""Pictures of a text: their files, and what the files themselves say of their rights."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpblog.lint.engine import Ask, lint
from corpblog.lint.in_force import with_defaults
from corpblog.lint.pictures import boasts_in, picture_path
from corpblog.lint.rules.rights_missing import RULE, Options
from corpblog.model.image_facts import ImageFacts
from corpblog.read.key_places import key_place
from corpblog.read.site import ReadOptions, read_site
from tests.sites import SMALL, post, write_site

_NOW = datetime(2026, 11, 21, tzinfo=UTC)
_PATH = "content/posts/hall.jpg"


@pytest.mark.parametrize(
    ("src", "path"),
    [
        ("hall.jpg", "content/posts/hall.jpg"),
        ("../hall%20one.jpg?v=2#top", "content/hall one.jpg"),
        ("/photos/./hall.jpg", "static/photos/hall.jpg"),
        ("https://photos.example.net/hall.jpg", "https://photos.example.net/hall.jpg"),
    ],
)
def test_a_picture_is_found_from_the_root_of_the_site(src: str, path: str) -> None:
    assert picture_path(src, "content/posts") == path


def test_hype_is_found_in_an_alt_text_in_its_language() -> None:
    assert [hit.start for hit in boasts_in("Our groundbreaking scale", "en")] == [4]
    assert [hit.start for hit in boasts_in("Die bahnbrechende Waage", "de-AT")] == [4]
    assert boasts_in("La balance révolutionnaire", "fr") == ()


def lacking(root: Path, facts: ImageFacts, options: Options | None = None) -> list[str]:
    """What the rule says of one picture whose file tells ``facts``."""
    write_site(root, {**SMALL, "content/posts/first.md": post("", "![The hall](hall.jpg)")})
    site = read_site(root, ReadOptions(now=_NOW)).site
    assert site is not None
    rules = with_defaults([RULE])
    if options is not None:
        rules = replace(rules, rules=(replace(rules.rules[0], options=options),))
    ask = Ask(rules=rules, places=key_place, images={_PATH: facts})
    return [found.diagnostic.message for found in lint(site, ask).found]


def test_the_maker_may_stand_in_the_file_itself(tmp_path: Path) -> None:
    facts = ImageFacts(path=_PATH, digest="", creator="A. Kern", copyright="© A. Kern")
    assert lacking(tmp_path, facts) == ["“hall.jpg” has no licence and no source"]


def test_an_own_picture_with_a_copyright_notice_needs_no_more(tmp_path: Path) -> None:
    facts = ImageFacts(path=_PATH, digest="", creator="jana weiss", copyright="© 2026")
    assert lacking(tmp_path, facts) == []
    facts = replace(facts, creator="Studio Blau")
    assert lacking(tmp_path, facts, Options(own_creators=("Studio Blau",))) == []
