"""Many readers at once, a killed server, a killed pull: nothing lost, nothing twice, nobody named.

The intake runs in a process of its own, and everything comes in over HTTP.
"""

import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpblog.dialogue.intake.place import DEFAULT_DATABASE
from corpblog.dialogue.isso_store import open_store
from corpblog.model.comment import CommentStatus
from corpblog.model.removal import RemovalReason
from tests.dialogue.intake.running import URI, RunningIntake, write_blog
from tests.dialogue.plain_isso import comments, files, isso_of, read
from tests.dialogue.plain_isso import write_blog as write_small_blog

NOW = "2030-01-01"
# Ends the process at the Nth time that a file would be put in its place.
KILLED = """
import os, signal, sys
from pathlib import Path
left = int(sys.argv[1])
def counted(call):
    def wrapper(*words, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*words, **named)
    return wrapper
Path.replace, os.link = counted(Path.replace), counted(os.link)
Path.unlink = counted(Path.unlink)
from corpblog.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture
def intake(tmp_path: Path) -> RunningIntake:
    return RunningIntake(site=write_blog(tmp_path / "blog")).start()


def pull(site: Path, *words: str) -> int:
    return comments(site, "pull", *words, now=NOW)


def send(intake: RunningIntake, text: str, number: int) -> dict[str, str]:
    """A comment from a network of its own; the cookie that lets its sender take it back."""
    fields = {"text": text, "author": f"Reader {number}", "email": f"r{number}@mail.example"}
    sent = intake.json(
        "POST", "/new", {**fields, "uri": URI}, client=f"203.{number // 250}.{number % 250}.9"
    )
    assert sent.status == 202, sent.text
    cookie = next(value for name, value in sent.headers.items() if name == "Set-Cookie")
    return {"Cookie": cookie.partition(";")[0]}


def publish_all(intake: RunningIntake) -> None:
    with open_store(intake.database, write=True) as store:
        for row in store.comments():
            store.activate(row.id, row.micros)


def test_two_hundred_comments_by_eight_readers_arrive_once(intake: RunningIntake) -> None:
    with ThreadPoolExecutor(8) as readers:
        list(readers.map(lambda number: send(intake, f"Question {number}?", number), range(200)))
    publish_all(intake)
    assert pull(intake.site) == 0
    before = files(intake.site)
    texts = sorted(one.record.text for one in read(intake.site, NOW).values())
    assert texts == sorted(f"Question {number}?" for number in range(200))
    assert pull(intake.site) == 0
    assert files(intake.site) == before
    content = b"".join(before.values())
    assert b"mail.example" not in content
    assert not re.search(rb"\b203\.\d+\.\d+", content)
    assert comments(intake.site, "verify", now=NOW) == 0
    assert intake.stop() == 0


def test_what_a_reader_takes_back_is_a_request_of_the_author(intake: RunningIntake) -> None:
    for number in range(5):
        send(intake, f"Question {number}?", number)
    cookie = send(intake, "I should not have said that?", 9)
    publish_all(intake)
    pull(intake.site)
    row = intake.with_text("I should not have said that?")
    assert intake.json("DELETE", f"/id/{row.id}", {}, headers=cookie).status == 200
    assert pull(intake.site) == 0
    stubs = [one.record for one in read(intake.site, NOW).values() if one.record.removal]
    (stub,) = stubs
    assert stub.removal is not None
    assert stub.removal.reason is RemovalReason.AUTHOR_REQUEST
    assert b"should not have" not in b"".join(files(intake.site).values())
    assert intake.stop() == 0


def test_a_killed_server_loses_nothing_that_it_took(intake: RunningIntake) -> None:
    for number in range(3):
        send(intake, f"Question {number}?", number)
    pull(intake.site)
    intake.kill()
    assert pull(intake.site) == 0
    intake.start()
    send(intake, "Question 3?", 3)
    assert pull(intake.site) == 0
    held = [one.record for one in read(intake.site, NOW).values()]
    assert [one.status for one in held] == [CommentStatus.HELD] * 4
    assert intake.stop() == 0


def test_published_comments_come_over_http_too(
    intake: RunningIntake, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(3):
        send(intake, f"Question {number}?", number)
    publish_all(intake)
    send(intake, "Still waiting?", 9)
    other = write_blog(tmp_path / "other")
    address = f"http://127.0.0.1:{intake.port}"
    assert pull(other, "--from", address) == 0
    texts = {one.record.text for one in read(other, NOW).values()}
    assert texts == {"Question 0?", "Question 1?", "Question 2?"}
    before = files(other)
    assert pull(other, "--from", address) == 0
    assert files(other) == before
    assert b"mail.example" not in b"".join(before.values())
    intake.stop()
    capsys.readouterr()
    assert pull(other, "--from", address, "--yes") == 2
    assert files(other) == before
    assert "TALK005" in capsys.readouterr().out


def test_only_an_address_of_the_web_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blog = write_small_blog(tmp_path)
    assert comments(blog, "pull", "--from", "file:///etc/passwd") == 2
    assert "--from cannot be" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
@pytest.mark.parametrize("writes", [0, 1, 3, 6, 8, 11])
def test_a_pull_that_is_killed_leaves_whole_files_and_the_next_one_completes(
    tmp_path: Path, writes: int
) -> None:
    """Some comments are new, some are edited, published or gone, one moves to its post."""
    blog, whole = (write_small_blog(tmp_path / name) for name in ("blog", "whole"))
    with isso_of(blog) as isso:
        for number in range(20):
            isso.add(f"Text {number}\n\n" + "x" * 9000, mode=2 if number > 15 else 1)
        isso.add("Lost.", uri="/2014/gone/")
        for site in (blog, whole):
            assert comments(site, "pull", "--db", str(blog / DEFAULT_DATABASE)) == 0
            post = site / "content/posts/2026/export.md"
            post.write_text(post.read_text().replace("/old/export/", "/2014/gone/"))
        for number in (3, 4):
            isso.edit(number, text=f"Edited {number}")
        isso.delete(5)
        isso.publish(20)
        for number in range(6):
            isso.add(f"New {number}")
    before = files(blog)
    words = ["comments", "pull", "--db", str(blog / DEFAULT_DATABASE), "--now", "2026-11-21"]
    command = [sys.executable, "-c", KILLED, str(writes), *words, "--site", str(blog)]
    ended = subprocess.run(command, capture_output=True, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert main_pull(words, whole) == 0
    after = files(whole)
    for path, content in files(blog).items():
        if not path.rpartition("/")[2].startswith(".corpblog-"):
            assert content in (before.get(path), after.get(path)), path
    assert main_pull(words, blog) == 0
    done = {path: data for path, data in files(blog).items() if not path.endswith(".tmp")}
    assert done == after


def main_pull(words: list[str], site: Path) -> int:
    from corpblog.cli import main

    return main([*words, "--site", str(site)])
