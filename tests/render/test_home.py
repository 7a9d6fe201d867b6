"""The home page: who writes here, then what they wrote last."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.render.rendered import Rendered, render
from tests.sites import CONFIG

MANY = 30


def author(number: int, more: str = "") -> str:
    return f"---\nname: Person {chr(64 + number)}\n{more}\n---\nText.\n"


def text(number: int, day: int, lang: str = "") -> str:
    keys = f"title: Text {number}\ndate: 2026-10-{day:02}\nauthors: [p{number:02}]\n{lang}"
    return f"---\n{keys}\n---\nHello.\n"


def of(root: Path, count: int, files: Mapping[str, str] | None = None) -> Rendered:
    people = {f"authors/p{number:02}.md": author(number) for number in range(1, count + 1)}
    return render(root, {**people, **(files or {})})


def faces(site: Rendered, path: str = "index.html") -> list[str]:
    return [str(href).split("/")[-2] for href in site.nodes(path, "//*[@class='faces']//a/@href")]


def test_few_people_are_all_shown(tmp_path: Path) -> None:
    site = of(tmp_path, 11)
    assert len(faces(site)) == 12
    assert "/people/" not in site.hrefs("index.html", "//section[@aria-labelledby='people']")


def test_of_many_people_those_who_wrote_lately_are_shown(tmp_path: Path) -> None:
    days = {number: number for number in range(1, MANY + 1)}
    files = {f"content/posts/t{n}.md": text(n, day) for n, day in days.items() if n != 26}
    assert faces(of(tmp_path, 26, files)) == [
        "jana-weiss",
        *(f"p{number:02}" for number in range(25, 14, -1)),
    ]


def test_who_never_wrote_fills_the_places_that_are_left(tmp_path: Path) -> None:
    site = of(tmp_path, 20, {"content/posts/t.md": text(20, 3)})
    assert faces(site)[:4] == ["jana-weiss", "p20", "p01", "p02"]
    assert len(faces(site)) == 12


@pytest.mark.parametrize("theme", ["plain", "byline"])
def test_a_link_leads_from_the_few_to_all(theme: str, tmp_path: Path) -> None:
    config = CONFIG.replace("plain", theme)
    site = of(tmp_path, 20, {"corpblog.yml": config})
    where = "//section[@aria-labelledby='people']"
    assert "/people/" in site.hrefs("index.html", where)
    assert "All 21 people" in site.words("index.html", where)


def test_each_language_shows_first_who_writes_in_it(tmp_path: Path) -> None:
    site = of(
        tmp_path,
        20,
        {
            "content/posts/t.md": text(3, 30),
            "content/posts/a.md": text(7, 2, "lang: de"),
        },
    )
    assert faces(site, "de/index.html")[:2] == ["p07", "jana-weiss"]
    assert "Alle 21 Menschen" in site.words("de/index.html")


def test_who_has_left_is_no_face_of_the_home_page(tmp_path: Path) -> None:
    files = {"authors/p20.md": author(20, "status: former"), "content/posts/t.md": text(20, 29)}
    site = of(tmp_path, 19, files)
    assert "p20" not in faces(site)
