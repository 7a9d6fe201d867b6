"""Mails go out over a real connection, never in the open where secrecy was asked for."""

import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from corpblog.dialogue.mail import MailError, mail_of, send
from corpblog.model.config import NotifySection


@dataclass
class Received:
    """What a mail server heard."""

    port: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@pytest.fixture
def server() -> Iterator[Received]:
    """A mail server that takes everything, and speaks in the open only."""
    heard = Received()

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 mail.example")
            in_text = False
            for raw in self.rfile:
                line = raw.decode().rstrip("\r\n")
                heard.lines.append(line)
                if in_text and line != ".":
                    continue
                in_text = line.upper() == "DATA"
                self.say("354 go on" if in_text else "221 bye" if line == "QUIT" else "250 well")
                if line == "QUIT":
                    return

        def say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

    with Server(("127.0.0.1", 0), Talk) as listening:
        heard.port = listening.server_address[1]
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield heard
        listening.shutdown()
        thread.join()


def settings(port: int, **keys: Any) -> NotifySection:
    known = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_starttls": False}
    return NotifySection(
        to=("a@kern.example", "b@kern.example"), sender="blog@kern.example", **{**known, **keys}
    )


def test_a_mail_reaches_everybody(server: Received) -> None:
    there = settings(server.port)
    send(there, mail_of(there, "Test: 1 new\ncomment", "Grüße.\n.\nEnd\n", 1795165200.0))
    assert "rcpt TO:<a@kern.example>" in server.text
    assert "rcpt TO:<b@kern.example>" in server.text
    assert "Subject: Test: 1 new comment" in server.lines
    assert "Auto-Submitted: auto-generated" in server.lines


def test_no_mail_goes_out_in_the_open_where_secrecy_was_asked_for(server: Received) -> None:
    there = settings(server.port, smtp_starttls=True)
    with pytest.raises(MailError, match="the mail was not sent"):
        send(there, mail_of(there, "Test", "Secret.", 0.0))
    assert "Secret" not in server.text


def test_a_server_that_is_not_there_is_told(server: Received) -> None:
    with pytest.raises(MailError, match="the mail was not sent"):
        send(settings(1), mail_of(settings(1), "Test", "Text.", 0.0))


@pytest.mark.parametrize("address", ["a@b\r\nBcc: c@d", "a@b, <"])
def test_an_address_cannot_add_to_the_head_of_a_mail(address: str) -> None:
    there = NotifySection(to=("a@kern.example",), sender=address)
    with pytest.raises(MailError):
        mail_of(there, "Test", "Text.", 0.0)
