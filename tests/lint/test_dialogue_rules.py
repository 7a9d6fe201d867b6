"""The rules about dialogue, where a case file is not enough: options, git, many replies."""

import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from corpblog.judging import CheckOptions, judge
from corpblog.lint.context import Gate
from corpblog.lint.rules import (
    comment_unanswered,
    removal_unexplained,
    reply_canned_or_empty,
    staff_not_identified,
)
from corpblog.read.site import ReadOptions, read_site
from tests.lint.cases import NOON
from tests.lint.one_rule import found_by
from tests.sites import SMALL, write_site

QUESTION = """\
about: first
created: 2026-11-16 10:00
author: {name: Petra Lang}
kind: question
text: Why does it fail?
"""


def with_comments(**comments: str) -> dict[str, str]:
    return {**SMALL, **{f"comments/first/{name}.yml": text for name, text in comments.items()}}


def reply(to: str, text: str, created: str = "2026-11-16 11:00") -> str:
    who = "{name: Jana Weiss, staff: jana-weiss}"
    return f"about: first\ncreated: {created}\nauthor: {who}\nreply_to: {to}\ntext: {text}\n"


@pytest.mark.parametrize(
    ("rule", "options"),
    [
        (comment_unanswered, {"days": {"praise": 1}}),
        (comment_unanswered, {"days": {"question": 0}}),
        (comment_unanswered, {"escalate_after": "soon"}),
        (comment_unanswered, {"escalate_after": "0.5x"}),
        (reply_canned_or_empty, {"coverage": 0.0}),
        (reply_canned_or_empty, {"min_content_words": 0}),
        (removal_unexplained, {"hold_hours": 0}),
    ],
)
def test_options_without_sense_are_refused(rule: Any, options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(options))):
        rule.Options(**options)


def test_the_days_of_a_site_decide_when_it_is_late(tmp_path: Path) -> None:
    files = with_comments(q=QUESTION)
    late = comment_unanswered.Options(days={"question": 1})
    slow = comment_unanswered.Options(days={"question": 9})

    def found(options: Any) -> list[str]:
        return found_by(comment_unanswered.RULE, tmp_path, files, options=options, gate=Gate.SCHED)

    assert "due on 2026-11-17 17:00" in found(late)[0]
    assert found(slow) == []


def test_it_gets_urgent_after_twice_the_limit_or_as_often_as_is_said(tmp_path: Path) -> None:
    files = with_comments(q=QUESTION)

    def found(after: str) -> str:
        options = comment_unanswered.Options(escalate_after=after)
        return found_by(comment_unanswered.RULE, tmp_path, files, options=options, gate=Gate.SCHED)[
            0
        ]

    assert "after 1.5 times the limit" in found("1.5x")
    assert "times the limit" not in found("3x")


def test_the_domain_of_an_agency_gives_it_away(tmp_path: Path) -> None:
    praise = "about: first\ncreated: 2026-11-16 10:00\ntext: Great!\n"
    files = with_comments(
        a=praise + 'author: {name: Max, url: "https://www.buzz.example/"}\n',
        b=praise + 'author: {name: Max, url: "https://buzz.example/", affiliation: agency}\n',
    )
    options = staff_not_identified.Options(agency_domains=("buzz.example",))
    found = found_by(staff_not_identified.RULE, tmp_path, files, options=options)
    assert [line.partition(":")[0] for line in found] == ["comments/first/a.yml"]
    assert found_by(staff_not_identified.RULE, tmp_path, files) == []


def test_the_same_words_to_ten_readers_are_a_template_but_not_after_half_a_year(
    tmp_path: Path,
) -> None:
    same = "It reads the whole table at 23:00, and long ones are cut on the way, so it fails."
    files = {"corpblog.yml": SMALL["corpblog.yml"], **with_comments()}
    files["content/posts/first.md"] = SMALL["content/posts/first.md"].replace("2026", "2024")
    days = ["2024-11-18", "2025-01-07", "2026-10-05", "2026-11-09", "2026-11-16"]
    for number, day in enumerate(days):
        files[f"comments/first/q{number}.yml"] = QUESTION.replace("2026-11-16", day)
        text = f"Dear reader {number},  {same}"
        files[f"comments/first/r{number}.yml"] = reply(f"q{number}", text, f"{day} 11:00")
    found = found_by(reply_canned_or_empty.RULE, tmp_path, files)
    assert [line.partition(":")[0] for line in found] == ["comments/first/r4.yml"]


def git(root: Path, *words: str) -> None:
    command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def test_a_comment_file_that_a_branch_deletes_is_told(tmp_path: Path) -> None:
    kept = QUESTION.replace("Petra Lang", "Ole Brandt")
    write_site(tmp_path, with_comments(gone=QUESTION, moved=kept, held=QUESTION))
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    store = tmp_path / "comments" / "first"
    (store / "gone.yml").unlink()
    (store / "moved.yml").rename(tmp_path / "comments" / "moved.yml")
    site = read_site(tmp_path, ReadOptions(now=datetime.fromisoformat(NOON))).site
    assert site is not None
    found = judge(site, CheckOptions(since="main")).found
    told = [item.diagnostic for item in found if item.diagnostic.code == "DIAL006"]
    assert [str(each.location) for each in told] == ["comments/first/gone.yml"]
    assert "gone without a stub" in told[0].message
