"""Comment files become threads; whatever is wrong with one of them, the others stay."""

from pathlib import Path

import pytest

from corpblog.diagnostics import Diagnostic
from corpblog.model.comment import Comment, Dialogue
from corpblog.read.site import ReadOptions, read_site
from tests.sites import SMALL, write_site

QUESTION = """\
id: 20261110T081500-isso-1
about: first
created: 2026-11-10T08:15:00Z
author: {name: Petra Lang}
kind: question
text: |
  Does it *float*?
"""
ANSWER = """\
id: 20261110T091500-reply-jana-weiss
about: first
reply_to: 20261110T081500-isso-1
created: 2026-11-10T09:15:00Z
author: {name: Jana Weiss, staff: jana-weiss}
text: It does, we tried it on Monday.
"""


def read(root: Path, files: dict[str, str]) -> tuple[Dialogue, tuple[Diagnostic, ...]]:
    write_site(root, {**SMALL, **{f"comments/first/{name}": text for name, text in files.items()}})
    from datetime import datetime

    result = read_site(root, ReadOptions(now=datetime.fromisoformat("2026-11-21T12:00")))
    assert result.site is not None
    return result.site.dialogue, result.diagnostics


def thread(dialogue: Dialogue) -> list[Comment]:
    return list(dialogue.thread("first", "en").comments)


def told(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{item.location} {item.code}" for item in found]


def test_comments_become_a_thread_with_replies(tmp_path: Path) -> None:
    dialogue, faults = read(tmp_path, {"b.yml": ANSWER, "a.yml": QUESTION})
    question, answer = thread(dialogue)
    assert (faults, question.record.text, answer.is_staff) == ((), "Does it *float*?\n", True)
    assert dialogue.thread("first", "en").replies_to(question.id) == (answer,)
    assert question.created.isoformat() == "2026-11-10T09:15:00+01:00"


def test_the_store_may_lie_outside_of_the_site(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", SMALL)
    with (site / "corpblog.yml").open("a") as file:
        file.write("comments: {store: ../said}\n")
    write_site(tmp_path / "said", {"first/a.yml": QUESTION, "first/broken.yml": "id: ["})
    result = read_site(site, ReadOptions())
    assert result.site is not None
    assert len(thread(result.site.dialogue)) == 1
    assert [item.location.path for item in result.diagnostics] == ["../said/first/broken.yml"]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("id: [\n", "comments/first/x.yml:1:5 SRC010"),
        ("created: soon\n", "comments/first/x.yml:1:10 SRC014"),
        ("texxt: Hello\ncreated: 2026-11-10\n", "comments/first/x.yml:1:1 SRC013"),
        ("text: Hello\n", "comments/first/x.yml:1:1 SRC043"),
        (QUESTION.replace("about: first", "about: frist"), "comments/first/x.yml:2:8 SRC044"),
        (QUESTION + "version: de\n", "comments/first/x.yml:8:10 SRC044"),
        (QUESTION.replace("2026-11-10", "2027-11-10"), "comments/first/x.yml:3:10 SRC045"),
        (
            ANSWER.replace("staff: jana-weiss", "staff: jana-wiess"),
            "comments/first/x.yml:5:35 SRC020",
        ),
        (ANSWER.replace("isso-1", "isso-9"), "comments/first/x.yml:3:11 SRC048"),
        (QUESTION + "answers: [nobody]\n", "comments/first/x.yml:8:11 SRC048"),
        (QUESTION + "status: held\n", "comments/first/x.yml:6:7 SRC047"),
    ],
)
def test_a_fault_is_told_at_its_place_and_the_others_stay(
    tmp_path: Path, file: str, expected: str
) -> None:
    other = QUESTION.replace("isso-1", "isso-2")
    named = file.replace("isso-1", "isso-3") if "answers:" in file else file
    dialogue, faults = read(tmp_path, {"a.yml": other, "x.yml": named})
    assert expected in told(faults)
    assert "20261110T081500-isso-2" in {comment.id for comment in thread(dialogue)}


def test_comments_in_a_circle_are_told_and_shown_all_the_same(tmp_path: Path) -> None:
    one = QUESTION + "reply_to: 20261110T091500-reply-jana-weiss\n"
    dialogue, faults = read(tmp_path, {"a.yml": one, "b.yml": ANSWER})
    assert {item.code for item in faults} == {"SRC049"}
    assert len(dialogue.thread("first", "en").replies_to("")) == 2


def test_two_files_with_one_id_are_told(tmp_path: Path) -> None:
    dialogue, faults = read(tmp_path, {"a.yml": QUESTION, "b.yml": QUESTION})
    assert ([item.code for item in faults], len(thread(dialogue))) == (["SRC026"], 1)


def test_who_has_left_answers_no_more(tmp_path: Path) -> None:
    files = {
        **SMALL,
        "authors/jana-weiss.md": SMALL["authors/jana-weiss.md"].replace(
            "name: Jana",
            "works_for: {name: Kern, end_date: 2026-03-31}\nstatus: former\nname: Jana",
        ),
        "comments/first/b.yml": ANSWER.replace("reply_to: 20261110T081500-isso-1\n", ""),
    }
    result = read_site(write_site(tmp_path, files), ReadOptions())
    assert "comments/first/b.yml:4:35 SRC046" in told(result.diagnostics)
