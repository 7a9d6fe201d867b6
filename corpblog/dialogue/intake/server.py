"""The intake as a running server: one process, threads for requests, a quiet end at SIGTERM."""

import contextlib
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_network
from typing import Any
from urllib.parse import urljoin, urlsplit

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from corpblog.dialogue.intake.door import Door
from corpblog.dialogue.intake.ground import Ground
from corpblog.dialogue.intake.isso_inside import IssoInside
from corpblog.dialogue.intake.origins import Gate, hosts_of, origin_of
from corpblog.dialogue.intake.place import IntakePlace
from corpblog.dialogue.intake.tables import prepare_tables
from corpblog.model.site import Site

LOOPBACK = ("127.0.0.0/8", "::1/128")
# How long a client may be silent in the middle of a request, in seconds.
_SILENCE = 15
_MOST_AT_ONCE = 64
_BACKLOG = 128


@dataclass(frozen=True, kw_only=True, slots=True)
class IntakeOptions:
    """What a person asks of the intake.

    ``port`` 0 takes a free one. ``public_url`` is where browsers reach it ("" for
    ``comments.intake`` of the site, else the address it listens on); ``proxies`` are addresses or
    networks whose X-Forwarded-For counts; ``origins`` further sites whose pages may send forms.
    """

    place: IntakePlace
    host: str = "127.0.0.1"
    port: int = 8081
    public_url: str = ""
    proxies: tuple[str, ...] = LOOPBACK
    origins: tuple[str, ...] = ()


class Intake:
    """An intake that listens; ``url`` is its address on this machine."""

    def __init__(self, server: "_Server", url: str, public_url: str) -> None:
        self._server = server
        self.url = url
        self.public_url = public_url

    def serve(self) -> None:
        """Answer until :meth:`stop`; then wait for the requests under way."""
        self._server.serve_forever(poll_interval=0.2)

    def stop(self, *_: object) -> None:
        """End soon; may be called from a signal handler or another thread."""
        threading.Thread(target=self._server.shutdown).start()

    def stop_at_signals(self) -> None:
        """Let SIGTERM and SIGINT end it. Only the main thread may ask for that."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)


@contextmanager
def open_intake(
    site: Site, read: Callable[[], Site | None], options: IntakeOptions
) -> Iterator[Intake]:
    """An intake for ``site`` that holds its database and listens.

    ``read`` gives the site as it is later, or None while it cannot be read. Raises TakenError
    where another intake works on the database, ``OSError`` where the port is not free,
    ``ImportError`` where Isso is not installed, ``ValueError`` for a proxy that is no address.
    """
    place = options.place
    place.prepare()
    with place.taken(), _listening(options.host, options.port) as listener:
        url = f"http://{_named(options.host)}:{listener.getsockname()[1]}"
        public_url = _public_url(site, options, url)
        site_url = site.config.site.url or url
        isso = IssoInside(place, public_url, site_url)
        prepare_tables(place.database)
        door = Door(
            ground=Ground(site, read),
            gate=_gate(options, (site_url, public_url, url)),
            isso=isso,
            place=place,
            prefix=urlsplit(public_url).path.rstrip("/"),
            now=lambda: datetime.now(UTC),
        )
        server = _Server(options.host, listener, door)
        try:
            yield Intake(server, url, public_url)
        finally:
            server.server_close()


class _Quiet(WSGIRequestHandler):
    """A request without a line in a log: that line would hold an address."""

    timeout = _SILENCE

    def log(self, type: str, message: str, *args: Any) -> None:
        """Nothing."""

    def version_string(self) -> str:
        """The name of the product alone."""
        return "corpblog"


class _Server(ThreadedWSGIServer):
    """Threads that are waited for at the end, and not more of them than the machine bears."""

    daemon_threads = False
    block_on_close = True

    def __init__(self, host: str, listener: socket.socket, door: Door) -> None:
        port = listener.getsockname()[1]
        super().__init__(host, port, door, handler=_Quiet, fd=listener.fileno())
        self._places = threading.BoundedSemaphore(_MOST_AT_ONCE)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Begin a thread once there is a place for it."""
        self._places.acquire()
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, and give its place back."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no fault, and its address belongs in no log."""


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that is bound already: werkzeug would end the program where the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with contextlib.closing(socket.socket(family, socket.SOCK_STREAM)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
        yield listener


def _public_url(site: Site, options: IntakeOptions, url: str) -> str:
    """Where browsers reach the intake, as an absolute address without a last slash."""
    named = options.public_url or site.config.comments.intake
    return urljoin(site.config.site.url or url, named).rstrip("/") if named else url


def _gate(options: IntakeOptions, addresses: tuple[str, ...]) -> Gate:
    """Own names are the public one and those of this machine; own pages those of the site too."""
    port = urlsplit(addresses[-1]).port
    local = tuple(f"http://{name}:{port}" for name in ("localhost", "127.0.0.1", "[::1]"))
    return Gate(
        hosts=hosts_of((*addresses, *local)),
        origins=frozenset(filter(None, map(origin_of, (*addresses, *local, *options.origins)))),
        proxies=tuple(ip_network(proxy) for proxy in options.proxies),
    )


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host
