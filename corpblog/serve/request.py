"""One request: who asks, for what, and the bytes of the answer."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import parse_qs, unquote

from corpblog.serve.hosts import host_name, is_allowed, is_foreign
from corpblog.serve.injected import CLIENT, OWN, client_file, with_client
from corpblog.serve.live import News
from corpblog.serve.media_types import media_type
from corpblog.serve.ranges import part_of
from corpblog.serve.shown import Answer, Shown

_PIECE = 1 << 16
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
}
_GONE = (BrokenPipeError, ConnectionError, TimeoutError)


class Refused(Exception):  # noqa: N818 (named for what it is)
    """A request that is not answered, with the status and why in plain words."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What every request needs: the site, the news, and by which names the server is known."""

    shown: Shown
    allowed: Iterable[str] = ()
    news: News = field(default_factory=News)


class Request(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    protocol_version = "HTTP/1.1"
    server_version = "corpblog"
    sys_version = ""
    # Seconds that a silent connection is kept: its thread is needed by nobody else.
    timeout = 60
    # Each piece goes out at once: the last of a page must not wait for an acknowledgement.
    disable_nagle_algorithm = True
    wbufsize = _PIECE

    def __init__(self, desk: Desk, *connection: Any) -> None:
        self.desk = desk
        super().__init__(*connection)

    def do_GET(self) -> None:
        """Answer with headers and body."""
        self._respond(body=True)

    def do_HEAD(self) -> None:
        """Answer with the headers alone."""
        self._respond(body=False)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request, or asks for more than to look."""
        self.close_connection = True
        status = HTTPStatus(code)
        if status is HTTPStatus.NOT_IMPLEMENTED:
            status, message = HTTPStatus.METHOD_NOT_ALLOWED, "a preview can only be looked at"
        # A request that could not be read has no version, and no headers would be sent.
        self.request_version = self.protocol_version
        with suppress(*_GONE):
            self._plain(status, message or explain or status.phrase)

    def log_message(self, format: str, *args: object) -> None:
        """The terminal belongs to what a writer wants to know."""

    def _respond(self, *, body: bool) -> None:
        self._body = body
        # Who names no version gets an answer with headers all the same.
        self.request_version = self.protocol_version
        try:
            path, query = self._understand()
            self._route(path, query)
        except Refused as refused:
            self._plain(refused.status, refused.reason)
        except _GONE:
            self.close_connection = True
        except Exception as error:  # one page that cannot be made leaves the others alone
            self.close_connection = True
            with suppress(OSError):
                self._plain(HTTPStatus.INTERNAL_SERVER_ERROR, _bug(error))
        else:
            with suppress(*_GONE):
                self.wfile.flush()

    def _understand(self) -> tuple[str, str]:
        """The decoded path and the query; raises Refused."""
        headers = {name.lower(): value for name, value in self.headers.items()}
        if self.headers.get_all("host", [])[1:] or "host" not in headers:
            raise Refused(HTTPStatus.BAD_REQUEST, "a request must name one host")
        if not is_allowed(headers["host"], self.desk.allowed):
            name = host_name(headers["host"]) or "this name"
            reason = f"the preview does not answer to {name}; allow it with --allow-host"
            raise Refused(HTTPStatus.FORBIDDEN, reason)
        if is_foreign(headers):
            raise Refused(HTTPStatus.FORBIDDEN, "the preview does not answer to other sites")
        if int(headers.get("content-length") or 0) or "transfer-encoding" in headers:
            self.close_connection = True
        target, _, query = self.path.partition("#")[0].partition("?")
        return _decoded(target), query

    def _route(self, path: str, query: str) -> None:
        if not path.startswith(OWN):
            # A change in between is news for the page.
            version = self.desk.news.version
            self._show(self.desk.shown.answer(path), version)
        elif path in CLIENT:
            self._send(HTTPStatus.OK, media_type(path), client_file(CLIENT[path]))
        elif path == f"{OWN}events":
            self._events()
        elif path in (f"{OWN}state", f"{OWN}notes", f"{OWN}margin"):
            self._tell(path.removeprefix(OWN), query)
        else:
            raise Refused(HTTPStatus.NOT_FOUND, "the preview has no such file")

    def _show(self, answer: Answer, version: str) -> None:
        if answer.location:
            self._send(HTTPStatus(answer.status), "", b"", Location=answer.location)
        elif answer.file is not None:
            self._send_file(answer.file, media_type(answer.path))
        else:
            body, kind = answer.body, media_type(answer.path)
            if answer.mark:
                mark, _, sheets = answer.mark.partition(" ")
                body = with_client(body, version=version, mark=mark, sheets=sheets)
            self._send(HTTPStatus(answer.status), kind, body)

    def _tell(self, what: str, query: str) -> None:
        """What has become of a page, or what is to be said about it, as JSON."""
        path = _decoded(parse_qs(query).get("path", ["/"])[0])
        told: dict[str, object] = {"version": self.desk.news.version}
        if what == "state":
            state = self.desk.shown.state(path)
            told |= {"mark": state.mark, "sheets": state.sheets, "moved": state.moved}
        elif what == "notes":
            told |= self.desk.shown.notes(path)
        else:
            told |= self.desk.shown.margin(path)
        self._send(HTTPStatus.OK, media_type(".json"), json.dumps(told).encode())

    def _events(self) -> None:
        self.close_connection = True
        self._head(HTTPStatus.OK, "text/event-stream; charset=utf-8", None, {})
        if not self._body:
            return
        for piece in self.desk.news.stream():
            self.wfile.write(piece)
            self.wfile.flush()

    def _send(self, status: HTTPStatus, kind: str, body: bytes, **more: str) -> None:
        """Send ``body``, or the part of it that was asked for."""
        part = self._part(len(body)) if status is HTTPStatus.OK else None
        start, end = part or (0, len(body))
        if part is not None:
            status, more = HTTPStatus.PARTIAL_CONTENT, _content_range(start, end, len(body))
        self._head(status, kind, end - start, more)
        if self._body:
            self.wfile.write(body[start:end])

    def _send_file(self, path: Path, kind: str) -> None:
        try:
            file = path.open("rb")
        except OSError as error:
            reason = f"this file cannot be read: {error.strerror}"
            raise Refused(HTTPStatus.NOT_FOUND, reason) from error
        with file:
            size = file.seek(0, 2)
            part = self._part(size)
            start, end = part or (0, size)
            status = HTTPStatus.PARTIAL_CONTENT if part else HTTPStatus.OK
            more = _content_range(start, end, size) if part else {}
            self._head(status, kind, end - start, more)
            if self._body:
                self._copy(file, start, end - start)

    def _copy(self, file: BinaryIO, start: int, length: int) -> None:
        file.seek(start)
        while length > 0:
            piece = file.read(min(_PIECE, length))
            if not piece:
                # Somebody cut the file meanwhile; the browser sees that the answer is not whole.
                self.close_connection = True
                return
            self.wfile.write(piece)
            length -= len(piece)

    def _part(self, size: int) -> tuple[int, int] | None:
        try:
            return part_of(self.headers.get("Range"), size)
        except ValueError:
            status = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
            raise Refused(status, f"there are {size} bytes") from None

    def _plain(self, status: HTTPStatus, reason: str) -> None:
        more = {"Allow": "GET, HEAD"} if status is HTTPStatus.METHOD_NOT_ALLOWED else {}
        body = f"{status.value} {status.phrase}: {reason}\n".encode()
        self._head(status, media_type(".txt"), len(body), more)
        if getattr(self, "_body", True) and self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()

    def _head(
        self, status: HTTPStatus, kind: str, length: int | None, more: dict[str, str]
    ) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
            self.send_header("Accept-Ranges", "bytes")
        for name, value in (_HEADERS | more).items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def finish(self) -> None:
        """Close what this connection has open; the other side may be gone already."""
        with suppress(*_GONE, ValueError, OSError):
            super().finish()


def _decoded(target: str) -> str:
    """The path that ``target`` names; raises Refused for what is no plain path of a site."""
    try:
        path = unquote(target, errors="strict")
    except UnicodeDecodeError:
        raise Refused(HTTPStatus.BAD_REQUEST, "this address is no UTF-8") from None
    parts = path.split("/")
    if (
        not path.startswith("/")
        or ".." in parts
        or "." in parts
        or "\\" in path
        or any(sign < " " or sign == "\x7f" for sign in path)
    ):
        raise Refused(HTTPStatus.BAD_REQUEST, "this is no address of a page")
    return path


def _content_range(start: int, end: int, size: int) -> dict[str, str]:
    return {"Content-Range": f"bytes {start}-{end - 1}/{size}"}


def _bug(error: Exception) -> str:
    return (
        f"{type(error).__name__}: {error}\n"
        "This is a bug in corpblog, not a mistake of yours. The preview goes on."
    )
