"""``corpblog serve`` says where the preview is, and leaves nothing behind at its end."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpblog.cli import main
from tests.sites import CONFIG, SMALL, write_site

ROOT = Path(__file__).parent.parent.parent


@contextmanager
def started(site: Path, *words: str) -> Iterator[tuple["subprocess.Popen[str]", list[str], str]]:
    """A preview in a process of its own, what it said first, and its address."""
    command = [sys.executable, "-m", "corpblog", "serve", str(site), *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        said: list[str] = []
        while not said or "Ctrl-C" not in said[-1]:
            line = process.stdout.readline()
            assert line, "".join(said)
            said.append(line)
        address = re.search(r"http://\S+", "".join(said))
        assert address is not None
        try:
            yield process, said, address[0]
        finally:
            process.kill()


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_and_ends_without_a_trace(tmp_path: Path, sign: int) -> None:
    write_site(tmp_path)
    with started(tmp_path, "--port", "0") as (process, _, address):
        port = int(address.rstrip("/").rpartition(":")[2])
        with urllib.request.urlopen(address, timeout=20) as answer:
            assert answer.status == 200
        listener = socket.create_connection(("127.0.0.1", port), timeout=20)
        listener.sendall(b"GET /_corpblog/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert listener.recv(10) == b"HTTP/1.1 2"
        process.send_signal(sign)
        assert process.wait(timeout=20) == 0
        assert process.stdout is not None and "Traceback" not in process.stdout.read()
        listener.close()
        assert is_free(port)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["corpblog.yml", "authors", "content"]
    )


def test_a_port_that_is_taken_leads_to_the_next(tmp_path: Path) -> None:
    write_site(tmp_path, {"corpblog.yml": CONFIG.replace("example.org/", "example.org/blog/")})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with started(tmp_path, "--port", str(port)) as (_, said, address):
            assert f"Port {port} is taken.\n" in said
            assert address.endswith("/blog/") and f":{port}/" not in address


def test_it_starts_where_there_is_no_configuration(tmp_path: Path) -> None:
    with started(tmp_path, "--port", "0") as (_, _, address):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(address, timeout=20)
        with refused.value as answer:
            assert "there is no corpblog.yml" in answer.read().decode()


def test_an_address_that_is_none_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path)
    assert main(["serve", str(tmp_path), "--host", "192.0.2.1"]) == 2
    assert "cannot listen on 192.0.2.1:8000" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_a_port_that_is_none_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", f"--port={port}"]) == 2
    assert "is no port" in capsys.readouterr().err


def test_comments_are_taken_in_beside_it(tmp_path: Path) -> None:
    pytest.importorskip("isso")
    write_site(tmp_path, SMALL)
    with started(tmp_path, "--port", "0", "--comments") as (process, said, address):
        intake = re.search(r"Comments are taken in at (http://localhost:\d+);", "".join(said))
        assert intake is not None
        page = urllib.parse.urljoin(address, "2026/11/first-post/")
        with urllib.request.urlopen(page, timeout=20) as answer:
            html = answer.read().decode()
        assert f'action="{intake[1]}/new"' in html
        form = {"uri": "/2026/11/first-post/", "text": "A good post!", "author": "Rea"}
        for name in re.findall(r'<input type="hidden" name="(\w+)"', html):
            form.setdefault(name, "")
        origin = {"Origin": address.rstrip("/")}
        sent = urllib.request.Request(
            f"{intake[1]}/new", urllib.parse.urlencode(form).encode(), origin
        )
        with urllib.request.urlopen(sent, timeout=20) as answer:
            thanks = answer.read().decode()
        assert page in thanks
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
        assert is_free(int(intake[1].rpartition(":")[2]))
    assert (tmp_path / ".corpblog" / "comments" / "isso.db").stat().st_size


def test_without_the_extra_the_way_to_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path)
    monkeypatch.setitem(sys.modules, "corpblog.dialogue.intake.server", None)
    assert main(["serve", str(tmp_path), "--comments"]) == 2
    assert 'pip install "corpblog[comments]"' in capsys.readouterr().err
