"""Nothing that names a machine or a mailbox leaves the database of the intake, by any way."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpblog.cli import main
from tests.dialogue.intake.running import GERMAN_URI, URI, RunningIntake, write_blog
from tests.dialogue.plain_isso import comments
from tests.sites import write_site

NOW = "2030-01-02T12:00"
MAILBOX = "petra.lang@mail.example"
# Each client, and what is left of its address where its last part is cut off.
CLIENTS = {
    "203.0.113.77": "203.0.113.",
    "198.51.100.23": "198.51.100.",
    "2001:db8:77:99::5": "2001:db8:77",
    "192.0.2.200": "192.0.2.",
}
ANSWER = "No, it costs nothing: the second file of 3 March has the same filter."


@pytest.fixture
def intake(blog: Path) -> Iterator[RunningIntake]:
    running = RunningIntake(site=blog).start()
    yield running
    assert running.stop() == 0


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A blog in two languages whose author may be named."""
    author = """\
        ---
        name: Jana Weiss
        job_title: head of support
        consent: {name: 2024-01-01}
        ---
        I answer the phone.
        """
    root = write_site(write_blog(tmp_path / "blog"), {"authors/jana-weiss.md": author})
    (root / "content/posts/closed.md").unlink()
    return root


def send_all(intake: RunningIntake) -> None:
    """Comments as a program may send them, each from a network of its own."""
    for number, (client, uri) in enumerate(zip(CLIENTS, (URI, URI, GERMAN_URI, URI), strict=True)):
        fields = {"text": f"Question {number}?", "author": f"Reader {number}", "email": MAILBOX}
        sent = intake.json("POST", "/new", {**fields, "uri": uri}, client=client)
        assert sent.status == 202, sent.text
    assert intake.form("And the fifth?", client="203.0.113.9", email=MAILBOX).status == 303


def everything_in(*folders: Path) -> dict[Path, bytes]:
    """All files but those of the intake itself, which are nobody's but its own."""
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {
        path: path.read_bytes() for path in found if ".corpblog/comments" not in path.as_posix()
    }


def secrets() -> dict[str, re.Pattern[bytes]]:
    """What must not be found: mailbox and addresses, whole, cut off, or as a usual hash."""
    hashes = [
        hashlib.new(kind, MAILBOX.encode(), usedforsecurity=False).hexdigest()
        for kind in ("md5", "sha1", "sha256")
    ]
    words = [MAILBOX, *CLIENTS, *CLIENTS.values(), *hashes]
    return {word: re.compile(re.escape(word.encode()), re.IGNORECASE) for word in words}


def test_no_mailbox_and_no_address_reaches_a_file_a_page_or_the_screen(
    blog: Path, intake: RunningIntake, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    send_all(intake)
    assert comments(blog, "pull", now=NOW) == 0
    ids = sorted(path.stem for path in (blog / "comments").rglob("*.yml"))
    assert len(ids) == 5
    for words in (
        ["publish", *ids[:4]],
        ["pull"],
        ["reply", ids[0], "--author", "jana-weiss", "--file", str(answer_in(tmp_path))],
        ["hold", ids[1], "--author", "jana-weiss", "--until", "2030-01-08", "--file",
         str(answer_in(tmp_path))],
        ["remove", ids[2], "--reason", "insult", "--by", "jana-weiss"],
        ["forget", "--id", ids[3]],
        ["pull"],
        ["verify"],
        ["inbox"],
        ["inbox", "--format", "json", "--output", str(tmp_path / "inbox.json")],
        ["inbox", "--format", "html", "--output", str(tmp_path / "inbox.html")],
        ["inbox", "--format", "markdown", "--output", str(tmp_path / "inbox.md")],
    ):  # fmt: skip
        assert comments(blog, *words, now=NOW) in (0, 1), words
    assert main(["build", str(blog), "--out", str(tmp_path / "out"), "--now", NOW]) == 0
    main(["lint", str(blog), "--now", NOW, "--scheduled"])
    said = capsys.readouterr()

    assert intake.database.read_bytes().count(MAILBOX.encode()) > 0, (
        "the scan looks for what is there"
    )
    files = everything_in(tmp_path)
    assert any(b"Question 0" in text for text in files.values())
    files[Path("screen")] = (said.out + said.err + "".join(intake.said)).encode()
    for word, pattern in secrets().items():
        assert not [path for path, text in files.items() if pattern.search(text)], word


def answer_in(folder: Path) -> Path:
    file = folder / "answer.md"
    file.write_text(ANSWER)
    return file
