"""A running preview for tests: the real server on a free port, and the real watcher."""

import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from corpblog.preview.preview import Preview, PreviewOptions
from corpblog.serve.server import PreviewServer, open_server
from corpblog.serve.watching import Watcher


class Reply(NamedTuple):
    """An answer as it came over the wire."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


class Running(NamedTuple):
    """A preview that runs, with its server."""

    root: Path
    preview: Preview
    server: PreviewServer
    watcher: Watcher
    failed: list[Exception]

    @property
    def address(self) -> str:
        """Where it stands, without a last slash."""
        return f"http://localhost:{self.server.port}"

    def get(self, path: str, method: str = "GET", **headers: str) -> Reply:
        """Ask for ``path`` as it stands; ``headers`` with ``_`` for ``-``."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        sent = {"Host": f"localhost:{self.server.port}"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in sent.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, found, answer.read())
        finally:
            connection.close()

    def settle(self) -> None:
        """Wait until all that was written is taken in: the last change is seen, and told."""
        beacon = self.root / "static" / "beacon.txt"
        beacon.parent.mkdir(exist_ok=True)
        word = str(time.monotonic_ns())
        beacon.write_text(word)
        until(lambda: self.get(f"{self.preview.base}/beacon.txt").text == word)
        seen = ""
        while seen != self.server.desk.news.version:
            seen = self.server.desk.news.version
            time.sleep(0.1)

    def state(self, path: str) -> dict[str, Any]:
        """What the server says has become of ``path``."""
        found: dict[str, Any] = json.loads(self.get(f"/_corpblog/state?path={quote(path)}").body)
        return found

    def notes(self, path: str) -> dict[str, Any]:
        """What the overlay of ``path`` shows."""
        found: dict[str, Any] = json.loads(self.get(f"/_corpblog/notes?path={quote(path)}").body)
        return found


@contextmanager
def running(root: Path, options: PreviewOptions | None = None, port: int = 0) -> Iterator[Running]:
    """A preview of the site in ``root``, on a free port unless one is named."""
    preview = Preview(root, options or PreviewOptions())
    server = open_server("127.0.0.1", port, preview)
    failed: list[Exception] = []
    watcher = Watcher(preview, server.desk.news.tell, failed.append)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    watcher.start()
    try:
        yield Running(root, preview, server, watcher, failed)
    finally:
        server.desk.news.end()
        server.shutdown()
        server.server_close()
        watcher.stop()
    assert not failed


def until(true: Callable[[], Any], seconds: float = 20) -> None:
    """Wait until ``true`` holds; fails if that takes very long."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)
