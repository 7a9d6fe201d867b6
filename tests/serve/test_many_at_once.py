"""Many tabs, many requests, and those who go away in between."""

import http.client
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.previews import Running, running, until
from tests.sites import POST, write_site

PAGE = "/2026/11/first-post/"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    with running(write_site(tmp_path)) as found:
        yield found


def listen(site: Running) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("127.0.0.1", site.server.port, timeout=20)
    connection.request("GET", "/_corpblog/events", headers={"Host": "localhost"})
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    return connection, answer


def next_version(answer: http.client.HTTPResponse) -> str:
    while True:
        line = answer.readline().decode()
        assert line, "the stream ended"
        if line.startswith("data: "):
            return line[6:].strip()


def test_fifty_listeners_hear_of_a_change(site: Running) -> None:
    streams = [listen(site) for _ in range(50)]
    first = {next_version(answer) for _, answer in streams}
    assert first == {site.server.desk.news.version}
    write_site(site.root, {"content/posts/first.md": POST.replace("Hello.", "Changed.")})
    second = {next_version(answer) for _, answer in streams}
    assert len(second) == 1 and second != first
    for connection, answer in streams:
        answer.close()
        connection.close()


def test_a_tab_that_is_closed_leaves_nothing_behind(site: Running) -> None:
    before = threading.active_count()
    for _ in range(10):
        connection, answer = listen(site)
        next_version(answer)
        answer.close()
        connection.close()
    # The next change is what shows that nobody listens any more.
    for number in range(3):
        write_site(site.root, {"content/posts/first.md": POST.replace("Hello.", f"{number}")})
        until(lambda: f">{number}</p>" in site.get(PAGE).text)  # noqa: B023
    until(lambda: threading.active_count() <= before + 2)


def test_a_thousand_requests_at_once_are_answered(site: Running) -> None:
    paths = [PAGE, "/", "/people/", "/feed.atom", "/assets/plain.css", "/nowhere/"]
    with ThreadPoolExecutor(100) as pool:
        answers = list(pool.map(site.get, paths * 170))
    assert len(answers) == 1020
    assert [answer.status for answer in answers] == [200, 200, 200, 200, 200, 404] * 170
    assert len({answer.body for answer in answers}) == len(paths)


def test_requests_during_changes_see_whole_pages(site: Running) -> None:
    stop = threading.Event()

    def save() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            text = POST.replace("Hello.", f"Text {number}.")
            write_site(site.root, {"content/posts/.first.md.swp": text})
            (site.root / "content/posts/.first.md.swp").replace(
                site.root / "content/posts/first.md"
            )
            stop.wait(0.01)

    writer = threading.Thread(target=save)
    writer.start()
    try:
        with ThreadPoolExecutor(20) as pool:
            answers = list(pool.map(site.get, [PAGE] * 400))
    finally:
        stop.set()
        writer.join()
    assert {answer.status for answer in answers} == {200}
    assert all(answer.text.rstrip().endswith("</html>") for answer in answers)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"GET",
        b"GET /",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 500 + b"\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET /film HTTP/1.1\r\nHost: localhost\r\nRange: bytes=" + b"9" * 5000 + b"-\r\n\r\n",
    ],
)
def test_whatever_is_said_the_preview_goes_on(site: Running, said: bytes) -> None:
    with socket.create_connection(("127.0.0.1", site.server.port), timeout=20) as connection:
        connection.sendall(said)
        connection.shutdown(socket.SHUT_WR)
        with connection.makefile("rb") as answer:
            assert answer.read(9) in (b"", b"HTTP/1.1 ")
    assert site.get("/").status == 200


def test_a_reader_who_leaves_in_the_middle_is_no_matter(site: Running) -> None:
    write_site(site.root, {"static/long.bin": bytes(20_000_000)})
    until(lambda: site.get("/long.bin", "HEAD").status == 200)
    for _ in range(5):
        connection = socket.create_connection(("127.0.0.1", site.server.port), timeout=20)
        connection.sendall(b"GET /long.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.recv(100)
        connection.close()
    assert site.get("/").status == 200
