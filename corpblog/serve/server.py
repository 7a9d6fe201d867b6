"""The web server of the preview: a thread for each connection, gone without a trace at the end."""

import errno
import socket
import sys
from collections.abc import Iterable
from functools import partial
from http.server import ThreadingHTTPServer
from typing import Any

from corpblog.serve.request import Desk, Request
from corpblog.serve.shown import Shown

# How many ports after the wanted one are tried.
_TRIES = 50
_TAKEN = (errno.EADDRINUSE, errno.EACCES, getattr(errno, "WSAEACCES", errno.EACCES))


class PreviewServer(ThreadingHTTPServer):
    """Shows ``shown`` to whoever asks by an allowed name."""

    daemon_threads = True
    block_on_close = False
    # On Windows this would let two servers share a port.
    allow_reuse_address = sys.platform != "win32"
    # Connections that wait until they are accepted: a thousand at once are no fault.
    request_queue_size = 1024

    def __init__(self, place: tuple[str, int], shown: Shown, allowed: Iterable[str] = ()) -> None:
        self.desk = Desk(shown=shown, allowed=(place[0], *allowed))
        self.address_family = socket.AF_INET6 if ":" in place[0] else socket.AF_INET
        super().__init__(place, partial(Request, self.desk))

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    def server_bind(self) -> None:
        """Take the port; the name of this machine is not asked for, which can take seconds."""
        if self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that breaks off is no news."""

    def shutdown_request(self, request: Any) -> None:
        """Close a connection, which may be closed already."""
        try:
            super().shutdown_request(request)
        except OSError:
            return


def open_server(
    host: str, port: int, shown: Shown, allowed: Iterable[str] = (), *, fixed: bool = False
) -> PreviewServer:
    """A server on ``port``, or on the next free one unless it is ``fixed``. Raises OSError."""
    for candidate in range(port, port + (1 if fixed or port == 0 else _TRIES)):
        try:
            return PreviewServer((host, candidate), shown, allowed)
        except OSError as error:
            if error.errno not in _TAKEN or candidate >= 65535:
                raise
            last = error
    raise last
