"""A real intake in a process of its own, and readers who send things to it."""

import http.client
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from corpblog.dialogue.isso_comment import IssoComment
from corpblog.dialogue.isso_store import open_store
from tests.sites import SMALL, write_site

SITE_ORIGIN = "https://blog.example.org"
URI = "/2024/03/first-post/"
GERMAN_URI = "/de/2024/03/zweiter-beitrag-mehr/"
AUTHOR = """\
---
name: Jana Weiss
job_title: head of support
git_emails: [jana@kern.example]
---
I answer the phone.
"""
POSTS = {
    "content/posts/first.md": """\
        ---
        title: First post
        date: 2024-03-10
        authors: [jana-weiss]
        ---
        Hello.
        """,
    "content/posts/zweiter.de.md": """\
        ---
        title: "Zweiter: <Beitrag> & mehr"
        date: 2024-03-11
        authors: [jana-weiss]
        aliases: [/alt/]
        ---
        Hallo.
        """,
    "content/posts/closed.md": """\
        ---
        title: Closed
        date: 2024-03-09
        authors: [jana-weiss]
        comments: {open: false, closed_reason: Settled in court, contact: /contact/}
        ---
        Hello.
        """,
    "content/posts/old.md": """\
        ---
        title: Old
        date: 2024-03-08
        authors: [jana-weiss]
        comments: {closes_after: 90d}
        ---
        Hello.
        """,
}
LAUNCH = """
import sys
from corpblog.commands.comments_serve import add_words, run
from corpblog.commands.words import BadWords, WordParser
parser = WordParser(prog="corpblog comments serve")
add_words(parser)
try:
    sys.exit(run(parser.parse_args(sys.argv[1:])))
except BadWords as error:
    sys.exit(f"{error.message}; {error.hint}")
"""


def write_blog(root: Path) -> Path:
    """A blog with posts in two languages, a closed and an old one."""
    return write_site(root, {**SMALL, **POSTS, "authors/jana-weiss.md": AUTHOR})


@dataclass(kw_only=True)
class Reply:
    """An answer over HTTP."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def body(self) -> Any:
        return json.loads(self.text)


@dataclass(kw_only=True)
class RunningIntake:
    """An intake that serves a site; its readers come through a proxy on the same machine."""

    site: Path
    words: tuple[str, ...] = ()
    port: int = 0
    process: "subprocess.Popen[str] | None" = None
    said: list[str] = field(default_factory=list)

    @property
    def database(self) -> Path:
        return self.site / ".corpblog/comments/isso.db"

    def start(self) -> "RunningIntake":
        command = [sys.executable, "-c", LAUNCH, "--site", str(self.site), "--port", "0"]
        self.process = subprocess.Popen(
            [*command, *self.words], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.append(line)
            if found := re.match(r"Taking in comments at http://127.0.0.1:(\d+)", line):
                self.port = int(found[1])
            if line.startswith("End with"):
                return self
        self._end()
        raise AssertionError("".join(self.said))

    def kill(self) -> None:
        """As kill -9 does."""
        assert self.process is not None
        self.process.kill()
        self._end()

    def stop(self) -> int:
        """As systemd does; the exit code."""
        assert self.process is not None
        self.process.terminate()
        return self._end()

    def _end(self) -> int:
        assert self.process is not None
        _, rest = self.process.communicate(timeout=30)
        self.said.append(rest)
        return self.process.returncode

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body=body, headers=dict(headers or {}))
            answer = connection.getresponse()
            text = answer.read().decode()
            return Reply(status=answer.status, headers=dict(answer.getheaders()), text=text)
        finally:
            connection.close()

    def form(
        self,
        text: str,
        author: str = "Petra Lang",
        *,
        client: str = "198.51.100.1",
        headers: Mapping[str, str] | None = None,
        **fields: str,
    ) -> Reply:
        """Send the form as a browser does."""
        sent = {"uri": URI, "author": author, "text": text, "email2": "", **fields}
        return self.ask(
            "POST",
            "/new",
            urlencode(sent).encode(),
            {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": SITE_ORIGIN,
                "Accept": "text/html",
                "X-Forwarded-For": client,
                **(headers or {}),
            },
        )

    def json(
        self,
        method: str,
        path: str,
        fields: Any,
        *,
        client: str = "198.51.100.1",
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        return self.ask(
            method,
            path,
            json.dumps(fields).encode(),
            {
                "Content-Type": "application/json",
                "X-Forwarded-For": client,
                **(headers or {}),
            },
        )

    def comments(self) -> tuple[IssoComment, ...]:
        with open_store(self.database) as store:
            return store.comments()

    def with_text(self, text: str) -> IssoComment:
        (found,) = [comment for comment in self.comments() if comment.text == text]
        return found


def follow(intake: RunningIntake, reply: Reply) -> Reply:
    """The page to which a form leads."""
    assert reply.status == 303, reply.text
    target = urlsplit(reply.headers["Location"])
    return intake.ask("GET", f"/{target.path}?{target.query}")
