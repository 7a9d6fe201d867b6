"""What machines read of comments: microformats, JSON-LD, feeds; and what nobody may read."""

import json
from pathlib import Path
from typing import Any

import mf2py  # type: ignore[import-untyped]
import pytest

from tests.render.feed_rules import A, valid_atom
from tests.render.rendered import Rendered
from tests.render.talk import ANSWER, INTAKE, PAGE, QUESTION, REPLY, remark, talk

THEMES = ("plain", "byline")
THR = "{http://purl.org/syndication/thread/1.0}"


def posting(site: Rendered) -> dict[str, Any]:
    [script] = site.nodes(PAGE, "//script[@type='application/ld+json']")
    data: dict[str, Any] = json.loads(script.text)
    return data


@pytest.mark.parametrize("theme", THEMES)
def test_microformats_name_each_comment_its_author_and_its_moment(
    theme: str, tmp_path: Path
) -> None:
    site = talk(tmp_path, QUESTION, REPLY, theme=theme)
    url = "https://blog.example.org/2026/11/first-post/"
    parsed = mf2py.parse(doc=site.text(PAGE), url=url, html_parser="lxml")
    [entry] = [item for item in parsed["items"] if "h-entry" in item["type"]]
    [comment] = entry["properties"]["comment"]
    assert comment["type"] == ["h-cite"]
    assert comment["properties"]["author"][0]["properties"]["name"] == ["Petra Lang"]
    assert comment["properties"]["published"] == ["2026-11-11T10:00:00+0100"]
    assert comment["properties"]["url"] == [f"{url}#comment-q"]
    [reply] = comment["properties"]["comment"]
    author = reply["properties"]["author"][0]["properties"]
    assert author["name"] == ["Jana Weiss"]
    assert author["job-title"] == ["head of support"]
    assert author["url"] == ["https://blog.example.org/people/jana-weiss/"]
    assert ANSWER in reply["properties"]["content"][0]["value"]
    assert [each["properties"]["name"] for each in entry["properties"]["author"]] == [
        ["Jana Weiss"]
    ]


def test_structured_data_say_what_the_page_says(tmp_path: Path) -> None:
    data = posting(talk(tmp_path, QUESTION, REPLY))
    assert data["commentCount"] == 2
    question, reply = data["comment"]
    url = "https://blog.example.org/2026/11/first-post/#comment-"
    assert question["@type"] == ["Comment", "Question"]
    assert question["author"] == {"@type": "Person", "name": "Petra Lang"}
    assert question["text"] == "Why does it fail?"
    assert question["acceptedAnswer"] == {"@id": f"{url}r"}
    assert reply["@type"] == ["Comment", "Answer"]
    assert reply["@id"] == f"{url}r"
    assert reply["parentItem"] == {"@id": f"{url}q"}
    assert reply["author"]["jobTitle"] == "head of support"
    assert reply["author"]["@id"] == "https://blog.example.org/people/jana-weiss/#person"


def test_the_comments_are_a_feed_that_the_page_names(tmp_path: Path) -> None:
    site = talk(tmp_path, QUESTION, REPLY, remark("p", kind="pingback", by="W"))
    [link] = site.nodes(PAGE, "//link[@title='Comments on “First post”']")
    assert link.get("href") == "/2026/11/first-post/feed.atom"
    tree = valid_atom(site.files["2026/11/first-post/feed.atom"])
    reply, question = tree.findall(f"{A}entry")
    assert question.findtext(f"{A}title") == "Petra Lang on “First post”"
    assert question.findtext(f"{A}author/{A}name") == "Petra Lang"
    assert question.findtext(f"{A}content") == "<p>Why does it fail?</p>"
    assert reply.findtext(f"{A}author/{A}uri") == "https://blog.example.org/people/jana-weiss/"
    assert reply.find(f"{THR}in-reply-to").get("ref") == question.findtext(f"{A}id")
    assert tree.findtext(f"{A}updated") == reply.findtext(f"{A}published")
    whole = valid_atom(site.files["feed.atom"])
    [replies] = [each for each in whole.iter(f"{A}link") if each.get("rel") == "replies"]
    assert replies.get(f"{THR}count") == "2"
    assert question.find(f"{THR}in-reply-to").get("ref") == whole.findtext(f"{A}entry/{A}id")
    assert (
        b"<comments>https://blog.example.org/2026/11/first-post/#comments-below<"
        in (site.files["feed.rss"])
    )


def test_a_post_without_comments_has_no_feed_of_them(tmp_path: Path) -> None:
    site = talk(tmp_path, config=INTAKE)
    assert "2026/11/first-post/feed.atom" not in site.files
    assert b"replies" not in site.files["feed.atom"]


def test_neither_mail_nor_machine_of_a_reader_stands_in_any_output(tmp_path: Path) -> None:
    who = {"name": "petra.lang@mail.example.net", "url": "https://petra:pw@a.example.net/"}
    origin = {"system": "isso", "id": "12", "created": "1", "digest": "feedface"}
    site = talk(
        tmp_path, remark("q", author=who, kind="question", source=origin), REPLY, config=INTAKE
    )
    for path, data in site.files.items():
        assert b"mail.example.net" not in data, path
        assert b"petra:pw" not in data, path
        assert b"feedface" not in data, path


def test_the_same_comments_make_the_same_bytes(tmp_path: Path) -> None:
    first = talk(tmp_path / "a", QUESTION, REPLY, config=INTAKE).files
    second = talk(tmp_path / "b", REPLY, QUESTION, config=INTAKE).files
    assert first == second
