"""From a reader's question in a real browser to a named answer on the page, the whole way."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from corpblog.answers.business_time import BusinessTime, business_time
from corpblog.cli import main
from tests.dialogue.intake.running import RunningIntake
from tests.sites import write_site

POST_PAGE = "/2024/03/why-we-weigh-twice/"
ASKED = "Does the second scale cost *me* anything? I sell <b>apples</b>."
ANSWER = (
    "No, it does not. The second scale has been ours since 2019, and weighing takes 40 seconds."
)
FILES: dict[str, str | bytes] = {
    "corpblog.yml": """\
        site:
          title: Klartext
          url: https://blog.example.org/
          timezone: Europe/Berlin
        organization: {name: Hafenwaage, legal_name: Hafenwaage GmbH}
        legal:
          legal_form: GmbH
          street: Kai 1
          postal_code: "20457"
          city: Hamburg
          country: Deutschland
          email: post@hafenwaage.example.com
          phone: +49 40 66969 200
          representatives: [Jana Weiss]
          register: Amtsgericht Hamburg
          register_number: HRB 00000
          vat_id: DE000000000
          responsible: {name: Jana Weiss, address: "Kai 1, 20457 Hamburg"}
        guidelines:
          readers: [jana-weiss]
          holidays: {region: DE-HH}
        comments:
          contact: post@hafenwaage.example.com
        """,
    "content/pages/imprint.md": "---\ntitle: Imprint\nrole: imprint\n---\n",
    "content/pages/privacy.md": """\
        ---
        title: Privacy
        role: privacy
        ---
        We keep what you write below a post, and nothing else.
        """,
    "content/pages/rules.md": """\
        ---
        title: How we blog
        role: principles
        ---
        We sign what we write. We answer within two working days. We say so when we were wrong.
        """,
    "authors/jana-weiss.md": """\
        ---
        name: Jana Weiss
        job_title: scale inspector
        description: Checks the scales of the harbour.
        knows_about: [scales]
        same_as: [https://social.example.org/@jana]
        image: none
        image_reason: I would rather be known by my scales.
        consent: {name: 2024-01-10}
        status: active
        ---
        I check scales, and I answer what is asked about them.
        """,
    "content/posts/weigh.md": """\
        ---
        title: Why we weigh twice
        date: 2024-03-12
        authors: [jana-weiss]
        summary: Two scales cost us a minute and save us a quarrel.
        disclosures: none
        ai: none
        ---
        In March I put a second scale beside the first. When both say the same, nobody argues.
        """,
}


def business() -> BusinessTime:
    """The hours in which this blog answers."""
    return business_time("Europe/Berlin", "DE-HH")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A web server for what stands in ``folder``, then or later; its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def taking_in(blog: Path, *origins: str) -> Iterator[str]:
    """The intake of a blog, known to its configuration; its address."""
    words = [word for origin in origins for word in ("--allow-origin", origin)]
    intake = RunningIntake(site=blog, words=tuple(words)).start()
    try:
        address = f"http://127.0.0.1:{intake.port}"
        config = blog / "corpblog.yml"
        text = config.read_text()
        config.write_text(text.replace("comments:\n", f"comments:\n  intake: {address}\n"))
        yield address
    finally:
        code = intake.stop()
    assert code == 0


class Command:
    """``corpblog`` in one blog, at the moments that a test names, and what it said."""

    def __init__(self, blog: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.blog, self.out, self.capsys = blog, out, capsys

    def comments(self, *words: str, now: datetime) -> str:
        return self._run(["comments", *words, "--site", str(self.blog)], now, 0)

    def build(self, now: datetime) -> None:
        self._run(["build", str(self.blog), "--out", str(self.out)], now, 0)

    def lint(self, *words: str, now: datetime, code: int = 0) -> str:
        return self._run(["lint", str(self.blog), "--strict", *words], now, code)

    def _run(self, words: list[str], now: datetime, code: int) -> str:
        self.capsys.readouterr()
        got = main([*words, "--now", now.replace(tzinfo=None).isoformat()])
        said = self.capsys.readouterr()
        assert got == code, said.out + said.err
        return said.out


def asks(tab: Page, address: str) -> None:
    """What a reader does."""
    tab.goto(address + POST_PAGE)
    tab.get_by_label("Comment").fill(ASKED)
    tab.get_by_label("Name").fill("Petra Lang")
    tab.get_by_role("button", name="Send").click()
    expect(tab.get_by_role("heading", name="Thank you")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_question_is_taken_found_unanswered_and_answered_by_name(
    scripts: bool, tmp_path: Path, browser: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    blog, out = write_site(tmp_path / "blog", FILES), tmp_path / "out"
    out.mkdir()
    command = Command(blog, out, capsys)
    tab = browser.new_context(java_script_enabled=scripts).new_page()
    with served(out) as address, taking_in(blog, address):
        asked = datetime.now(business().zone)
        command.build(asked)
        asks(tab, address)

        moment = asked + timedelta(minutes=1)
        assert "1 held" in command.comments("pull", now=moment)
        (file,) = (blog / "comments").rglob("*.yml")
        assert "apples" not in file.read_text()
        command.comments("publish", file.stem, now=moment)
        assert command.comments("pull", now=moment) == "Nothing new.\n"
        command.lint("--scheduled", now=business().due(asked, 2))

        late = business().due(asked, 3) - timedelta(hours=6)
        assert "DIAL002" in command.lint("--scheduled", now=late, code=1)
        assert "Jana Weiss (jana-weiss)" in command.comments("inbox", now=late)
        (tmp_path / "answer.md").write_text(ANSWER)
        words = [file.stem, "--author", "jana-weiss", "--file", str(tmp_path / "answer.md")]
        command.comments("reply", *words, now=late)
        command.lint("--scheduled", now=late)
        command.lint(now=late)
        command.build(late)

        tab.goto(address + POST_PAGE)
        question = tab.locator(f"#comment-{file.stem}")
        expect(question).to_contain_text("Petra Lang")
        expect(question.locator("em")).to_have_text("me")
        answer = question.locator("article")
        expect(answer).to_contain_text(ANSWER)
        expect(answer).to_contain_text("scale inspector")
        expect(answer.get_by_role("link", name="Jana Weiss")).to_have_attribute(
            "href", "/people/jana-weiss/"
        )
        expect(question.get_by_text("Answered by Jana Weiss")).to_be_visible()
    tab.context.close()
