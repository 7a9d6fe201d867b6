"""Portraits: large enough, of the person, and of nobody else."""

from pathlib import Path

from corpblog.lint.rules.profile_incomplete import RULE, Options
from corpblog.model.image_facts import ImageFacts
from tests.lint.one_rule import found_by
from tests.sites import CONFIG, POST

PROFILE = """\
---
name: {name}
job_title: head of support
image: {src}
knows_about: [scales]
same_as: [https://social.example.org/@{name}]
---
I trained as a precision mechanic and moved to the phone because I like to know how it ends.
"""


def files(jana: str = "jana.png", tom: str = "/tom.png") -> dict[str, str]:
    return {
        "corpblog.yml": CONFIG.replace("  name: Kern", "  name: Kern\n  logo: /logo.png"),
        "authors/jana-weiss.md": PROFILE.format(name="Jana Weiss", src=jana),
        "authors/tom-kern.md": PROFILE.format(name="Tom Kern", src=tom),
        "content/posts/first.md": POST.replace("[jana-weiss]", "[jana-weiss, tom-kern]"),
    }


def facts(*pictures: tuple[str, str, int]) -> dict[str, ImageFacts]:
    return {
        path: ImageFacts(path=path, digest=digest, width=size, height=2 * size)
        for path, digest, size in pictures
    }


def test_portraits_of_their_own_are_fine(tmp_path: Path) -> None:
    images = facts(("authors/jana.png", "a", 200), ("static/tom.png", "b", 200))
    assert found_by(RULE, tmp_path, files(), images=images) == []


def test_a_small_portrait_is_found(tmp_path: Path) -> None:
    images = facts(("authors/jana.png", "a", 199), ("static/tom.png", "b", 200))
    [found] = found_by(RULE, tmp_path, files(), images=images)
    assert found.startswith("authors/jana-weiss.md:4:8 the portrait of Jana Weiss has 199 × 398")


def test_the_logo_is_nobody(tmp_path: Path) -> None:
    images = facts(("authors/jana.png", "a", 300), ("static/logo.png", "a", 300))
    [found] = found_by(RULE, tmp_path, files(), images=images)
    assert found.endswith("the portrait of Jana Weiss is the logo of the company")


def test_two_people_with_one_portrait_are_both_told(tmp_path: Path) -> None:
    images = facts(("authors/jana.png", "a", 300), ("static/tom.png", "a", 300))
    found = found_by(RULE, tmp_path, files(), images=images)
    assert [line.split(" ", 1)[0] for line in found] == [
        "authors/jana-weiss.md:4:8",
        "authors/tom-kern.md:4:8",
    ]


def test_a_portrait_can_be_made_optional(tmp_path: Path) -> None:
    bare = files(jana="none", tom="none")
    assert len(found_by(RULE, tmp_path, bare)) == 2
    assert found_by(RULE, tmp_path, bare, options=Options(portrait="optional")) == []


def test_only_what_is_required_is_asked_for(tmp_path: Path) -> None:
    bare = files() | {"authors/jana-weiss.md": "---\nname: Jana Weiss\n---\nHello.\n"}
    [first, second] = found_by(RULE, tmp_path, bare, options=Options(required=("job_title",)))
    assert first == "authors/jana-weiss.md the profile of Jana Weiss lacks job_title"
    assert "6 characters" in second
    options = Options(required=("name",), min_bio=6)
    assert found_by(RULE, tmp_path, bare, options=options) == []
