"""What stands below a post: comments, answers, and notes on what is gone."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from corpblog.diagnostics import Severity
from tests.render.rendered import Rendered
from tests.render.talk import ANSWER, PAGE, QUESTION, REPLY, remark, talk
from tests.sites import post

THEMES = ("plain", "byline")


def line(site: Rendered, id_: str) -> str:
    """What stands above the text of a comment."""
    [found] = site.nodes(PAGE, f"//*[@id='comment-{id_}']/*/*/p[contains(@class, 'comment-line')]")
    return " ".join(found.text_content().split())


def shown(site: Rendered, page: str = PAGE) -> list[str]:
    """The ids of the comments on a page, in the order in which they stand there."""
    return [str(id_)[8:] for id_ in site.nodes(page, "//*[starts-with(@id, 'comment-')]/@id")]


def posting(site: Rendered) -> dict[str, Any]:
    [script] = site.nodes(PAGE, "//script[@type='application/ld+json']")
    data: dict[str, Any] = json.loads(script.text)
    return data


@pytest.mark.parametrize("theme", THEMES)
def test_a_question_and_its_answer_stand_below_the_post(theme: str, tmp_path: Path) -> None:
    site = talk(tmp_path, QUESTION, REPLY, theme=theme)
    assert site.lines == []
    assert site.words(PAGE, "//section[@id='comments-below']/h2") == "2 comments"
    assert shown(site) == ["q", "r"]
    assert "Petra Lang" in line(site, "q")
    assert "11 November 2026, 10:00" in line(site, "q")
    assert "Answered by Jana Weiss" in line(site, "q")
    assert line(site, "r").startswith("Jana Weiss head of support")
    [answer] = site.nodes(PAGE, "//*[@id='comment-q']//*[@id='comment-r']")
    assert ANSWER in answer.text_content()
    assert answer.xpath(".//img[@class='portrait']/@src") == ["/assets/portraits/jana-weiss.svg"]
    assert "/people/jana-weiss/" in site.hrefs(PAGE, "//*[@id='comment-r']")
    assert "/2026/11/first-post/#comment-r" in site.hrefs(PAGE, "//*[@id='comment-q']")


def test_comments_stand_below_the_version_on_which_they_were_written(tmp_path: Path) -> None:
    german = remark("d", by="Jörg", version="de", kind="question", text="Warum?")
    site = talk(tmp_path, QUESTION, german, **{"content__posts__first.de.md": post("", title="E")})
    page = next(path for path in site.files if path.startswith("de/2026/11/e"))
    assert (shown(site), shown(site, page)) == (["q"], ["d"])
    assert "1 Kommentar" in site.words(page)


def test_readers_speak_in_the_order_in_which_they_wrote(tmp_path: Path) -> None:
    site = talk(
        tmp_path,
        remark("b", "2026-11-11 11:00", by="B"),
        remark("c", "2026-11-11 12:00", by="C", reply_to="a"),
        remark("a", "2026-11-11 10:00", by="A"),
    )
    assert shown(site) == ["a", "c", "b"]


def test_deep_replies_stand_at_the_third_level_and_say_whom_they_answer(tmp_path: Path) -> None:
    ids = "abcdefg"
    chain = [
        remark(id_, f"2026-11-11 1{n}:00", by=id_.upper(), reply_to=ids[n - 1] if n else "")
        for n, id_ in enumerate(ids)
    ]
    site = talk(tmp_path, *chain)
    assert shown(site) == list(ids)
    levels = [
        len(site.nodes(PAGE, f"//*[@id='comment-{id_}']/ancestor::div[@class='replies']"))
        for id_ in ids
    ]
    assert levels == [0, 1, 2, 3, 3, 3, 3]
    assert "to F" in line(site, "g")
    assert "to " not in line(site, "d")


def test_a_held_comment_leaves_no_trace(tmp_path: Path) -> None:
    held = remark("h", status="held", needs_answer=True)
    below = remark("s", "2026-11-11 15:00", by="Sam", reply_to="h", text="Same here.")
    site = talk(tmp_path, QUESTION, held, below)
    assert shown(site) == ["q", "s"]
    for path, data in site.files.items():
        assert b"comment-h" not in data, path
    assert "2 comments" in site.words(PAGE)


def test_a_post_with_held_comments_alone_has_no_conversation(tmp_path: Path) -> None:
    site = talk(tmp_path, remark("h", status="held", needs_answer=True))
    assert "comments-below" not in site.text(PAGE)


def test_a_removed_comment_leaves_a_note_with_day_and_reason(tmp_path: Path) -> None:
    removal = {"reason": "insult", "by": "jana-weiss", "date": "2026-11-12"}
    gone = remark("g", status="removed", removal=removal)
    below = remark("s", "2026-11-11 15:00", by="Sam", reply_to="g", text="No.")
    site = talk(tmp_path, gone, below)
    words = site.words(PAGE, "//*[@id='comment-g']/p")
    assert words.endswith("Removed on 12 November 2026: Insult.")
    assert "1 comment" in site.words(PAGE)
    assert shown(site) == ["g", "s"]
    assert [each["@id"][-1] for each in posting(site)["comment"]] == ["s"]


def test_spam_leaves_no_note(tmp_path: Path) -> None:
    removal = {"reason": "spam", "by": "jana-weiss", "date": "2026-11-12"}
    site = talk(tmp_path, QUESTION, remark("g", status="removed", removal=removal))
    assert shown(site) == ["q"]


def test_a_removal_names_the_rule_where_one_was_given(tmp_path: Path) -> None:
    removal = {"reason": "off-topic", "rule": "no. 3", "by": "jana-weiss"}
    site = talk(tmp_path, remark("g", status="removed", removal=removal))
    assert "Removed: Off topic (no. 3)." in site.words(PAGE, "//*[@id='comment-g']")


def test_a_readers_answer_counts_where_an_employee_confirms_it(tmp_path: Path) -> None:
    site = talk(
        tmp_path,
        QUESTION,
        remark("c", "2026-11-11 11:00", by="Bill", reply_to="q", text=ANSWER),
        remark(
            "k",
            "2026-11-11 12:00",
            staff="jana-weiss",
            reply_to="c",
            confirms="c",
            text="That is right; I looked at 11:55.",
        ),
    )
    assert "Answered by Bill, confirmed by Jana Weiss" in line(site, "q")
    assert "Confirmed by Jana Weiss." in site.words(PAGE, "//*[@id='comment-c']/div[1]")


def test_an_answer_on_another_channel_is_told_in_the_thread(tmp_path: Path) -> None:
    told = {
        "channel": "phone",
        "date": "2026-11-12",
        "by": "jana-weiss",
        "summary": "The filter was wrong and has been right since Tuesday.",
    }
    site = talk(tmp_path, remark("q", by="Petra", kind="question", answered_elsewhere=told))
    words = site.words(PAGE, "//*[@id='comment-q']")
    assert "Answered elsewhere: phone, 12 November 2026 · Jana Weiss" in words
    assert told["summary"] in words
    assert "Answered elsewhere" in line(site, "q")


def test_a_reply_to_many_names_and_reaches_them(tmp_path: Path) -> None:
    crowd = [
        remark(f"q{n}", f"2026-11-11 1{n}:00", by=f"Reader {n}", kind="criticism") for n in range(3)
    ]
    reply = remark(
        "r",
        "2026-11-11 15:00",
        staff="jana-weiss",
        reply_to="q0",
        answers=["q1", "q2"],
        text=ANSWER,
    )
    site = talk(tmp_path, *crowd, reply)
    assert "Also answers: Reader 1, Reader 2" in site.words(PAGE, "//*[@id='comment-r']")
    for n in range(3):
        assert "Answered by Jana Weiss" in line(site, f"q{n}")


def test_notes_say_what_is_promised_edited_or_closed(tmp_path: Path) -> None:
    site = talk(
        tmp_path,
        remark(
            "q",
            by="Petra",
            kind="criticism",
            no_response={"reason": "duplicate", "by": "jana-weiss"},
            edited=[{"date": "2026-11-12 10:30", "digest": "x"}],
        ),
        remark(
            "h",
            "2026-11-11 12:00",
            staff="jana-weiss",
            reply_to="q",
            text="I ask the warehouse.",
            holding={"until": "2026-11-20"},
            promises=[{"text": "A list of all parts.", "due": "2026-12-01", "owner": "jana-weiss"}],
        ),
    )
    assert "edited on 12 November 2026" in line(site, "q")
    assert "the same is asked and answered here" in site.words(PAGE, "//*[@id='comment-q']/div[1]")
    words = site.words(PAGE, "//*[@id='comment-h']")
    assert "An answer is promised by 20 November 2026." in words
    assert "A list of all parts." in words


def test_words_of_other_sites_stand_apart(tmp_path: Path) -> None:
    site = talk(
        tmp_path,
        QUESTION,
        remark("p", author={"name": "Rope Weekly", "url": "https://w.example/"}, kind="pingback"),
    )
    assert shown(site) == ["q"]
    assert "1 comment" in site.words(PAGE)
    [link] = site.nodes(PAGE, "//section[@class='mentions']//a")
    assert (link.get("href"), link.get("rel")) == ("https://w.example/", "nofollow ugc noopener")


@pytest.mark.parametrize("theme", THEMES)
def test_what_strangers_write_stays_text(theme: str, tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>\n\n![x](https://e.example/x.png) [y](javascript:alert(2))"
    who = {"name": '<img src=x onerror=y>\u202e"', "url": "javascript:alert(3)"}
    site = talk(tmp_path, remark("q", author=who, text=evil, affiliation="<b>"), theme=theme)
    assert site.lines == []
    node = site.nodes(PAGE, "//*[@id='comment-q']")[0]
    assert not node.xpath(".//script | .//img | .//@onerror | .//b")
    hrefs = [str(each) for each in node.xpath(".//a/@href")]
    assert hrefs == ["/2026/11/first-post/#comment-q", "https://e.example/x.png"]
    [name] = node.xpath(".//bdi")
    assert name.text == '<img src=x onerror=y>"'


def test_an_employee_without_consent_to_the_name_is_not_named(tmp_path: Path) -> None:
    files = {
        "authors__jana-weiss.md": (
            "---\nname: Jana Weiss\njob_title: head of support\nbasis: consent\n"
            "consent: {name: 2020-01-01, withdrawn: 2026-11-20}\n---\nI answer.\n"
        )
    }
    site = talk(tmp_path, QUESTION, REPLY, **files)
    assert "Jana Weiss" not in site.words(PAGE)
    assert not any("people/jana-weiss" in path for path in site.files)


def test_what_drafts_were_told_stands_nowhere(tmp_path: Path) -> None:
    draft = {"content__posts__later.md": post("draft: true", title="Later")}
    secret = remark("q", about="later", by="Petra", kind="question", text="Is it secret?")
    reply = remark("r", about="later", staff="jana-weiss", reply_to="q", text=ANSWER)
    site = talk(tmp_path, secret, reply, **draft)
    for path, data in site.files.items():
        assert b"secret" not in data, path
        assert b"filter was wrong" not in data, path
    assert "Q4 2026" not in site.words("moderation-report/index.html")


@pytest.mark.parametrize("theme", THEMES)
def test_a_profile_shows_the_answers_of_its_person(theme: str, tmp_path: Path) -> None:
    long = "Does it fail " + "again and " * 30 + "again?"
    question = remark("q", by="Petra", kind="question", text=long)
    site = talk(tmp_path, question, REPLY, remark("o", by="Sam", kind="question"), theme=theme)
    page = "people/jana-weiss/index.html"
    section = "//section[contains(@class, 'answers')]"
    words = site.words(page, section)
    assert "Does it fail again and" in words
    assert "…" in words
    assert "First post" in words
    assert site.hrefs(page, section)[0] == "/2026/11/first-post/#comment-r"
    assert len(site.nodes(page, f"{section}//li")) == 1
    assert not re.search(r"\b1 answer|\bhours?\b", words)


def test_a_profile_without_answers_says_nothing_of_them(tmp_path: Path) -> None:
    site = talk(tmp_path, QUESTION)
    assert site.nodes("people/jana-weiss/index.html", "//section[@class='answers']") == []


def test_a_readers_dead_link_stops_no_build_and_an_employees_does(tmp_path: Path) -> None:
    gone = "See https://blog.example.org/2019/gone/ for more."
    site = talk(tmp_path / "reader", remark("q", by="Petra", text=gone))
    [told] = site.told
    assert told.severity is Severity.WARNING
    assert told.location.path == "comments/first/q.yml"
    assert told.location.line
    site = talk(tmp_path / "staff", QUESTION, remark("r", staff="jana-weiss", text="[a](/gone/)"))
    assert [each.severity for each in site.told] == [Severity.ERROR]


def test_an_employee_links_to_pages_as_in_a_post(tmp_path: Path) -> None:
    files = {"content__posts__other.md": post("", title="Other")}
    reply = remark("r", staff="jana-weiss", reply_to="q", text="See [there](other.md).")
    site = talk(tmp_path, QUESTION, reply, **files)
    assert site.lines == []
    assert "/2026/11/other/" in site.hrefs(PAGE, "//*[@id='comment-r']")
    feed = site.text("2026/11/first-post/feed.atom")
    assert "https://blog.example.org/2026/11/other/" in feed


def test_a_site_says_how_soon_it_answers_and_whether_it_did(tmp_path: Path) -> None:
    site = talk(tmp_path, QUESTION, REPLY)
    words = site.words(PAGE, "//p[@class='talk-intro']")
    assert "Questions get an answer within 2 working days." in words
    assert "Q4 2026: 1 of 1 came on time." in words
    assert "/moderation-report/" in site.hrefs(PAGE, "//p[@class='talk-intro']")


def test_a_chain_of_three_hundred_replies_is_shown(tmp_path: Path) -> None:
    chain = [
        remark(f"c{n:04}", f"2026-11-11 10:{n // 60:02}:{n % 60:02}", reply_to=f"c{n - 1:04}")
        for n in range(1, 300)
    ]
    site = talk(tmp_path, remark("c0000"), *chain)
    assert len(shown(site)) == 300
