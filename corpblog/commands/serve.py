"""``corpblog serve``: show a site while it is written."""

import argparse
import gc
import signal
import sys
import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from corpblog.commands.build import moment
from corpblog.commands.exit_codes import CLEAN
from corpblog.commands.serve_comments import IntakeBeside, require_intake
from corpblog.commands.site_folder import shown, site_folder
from corpblog.commands.words import BadWords
from corpblog.report import FORMATS
from corpblog.report.findings import findings
from corpblog.report.terminal import look_of, say, say_aside

if TYPE_CHECKING:
    from corpblog.preview.preview import Preview
    from corpblog.serve.server import PreviewServer
    from corpblog.serve.watching import Watcher

SUMMARY = """\
Show a site in the browser while it is written. Each page is made when a browser asks for it, and
open pages follow what is saved. No file is written. Drafts, future and expired posts are shown
and marked."""
EXAMPLES = """\
examples
  corpblog serve                          the site one stands in
  corpblog serve my-blog --open           and open it in the browser
  corpblog serve --published              only what readers see now
  corpblog serve --comments               with forms that take comments in
  corpblog serve --host 0.0.0.0 --allow-host preview.example.org    in a container
"""
_PORT = 8000
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def add_words(parser: argparse.ArgumentParser) -> None:
    """What to show, and where."""
    parser.add_argument(
        "site",
        metavar="SITE",
        type=Path,
        nargs="?",
        help="folder of the site (default: the nearest with a corpblog.yml, from here upward)",
    )
    what = parser.add_argument_group("what to show")
    what.add_argument("--env", metavar="NAME", default="", help="environment of corpblog.yml")
    what.add_argument(
        "--published", action="store_true", help="no drafts, future and expired posts"
    )
    what.add_argument(
        "--now", metavar="TIME", type=moment, help="show it as of this time, such as 2026-11-10"
    )
    what.add_argument(
        "--comments",
        action="store_true",
        help="take in comments beside it, so that forms can be tried",
    )
    where = parser.add_argument_group("where")
    where.add_argument(
        "--port", metavar="N", type=port, default=_PORT, help=f"port, or the next free ({_PORT})"
    )
    where.add_argument(
        "--host", metavar="ADDRESS", default="127.0.0.1", help="address to listen on (127.0.0.1)"
    )
    where.add_argument(
        "--allow-host",
        metavar="NAME",
        action="append",
        default=[],
        help="answer to this name too; .example.org for all below it",
    )
    where.add_argument("--open", action="store_true", help="open the browser")


def port(text: str) -> int:
    """A port, 0 for any free one."""
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"“{text}” is no port; expected 0 to 65535")
    return int(text)


def run(words: argparse.Namespace) -> int:
    """Show the site until somebody presses Ctrl-C; the exit code."""
    from corpblog.preview.preview import Preview, PreviewOptions
    from corpblog.serve.server import open_server

    root = site_folder(words.site)
    if words.comments:
        require_intake()
    options = PreviewOptions(environment=words.env, published=words.published, now=words.now)
    # Tidied in calm moments: a page must not wait for it.
    gc.disable()
    # A page that is asked for must not wait 5 ms for what goes on beside it.
    sys.setswitchinterval(0.001)
    preview = Preview(root, options)
    try:
        server = open_server(words.host, words.port, preview, words.allow_host)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadWords(f"cannot listen on {words.host}:{words.port}: {reason}") from error
    signal.signal(signal.SIGTERM, _end)
    session = _Session(preview, server, debug=getattr(words, "debug", False))
    try:
        session.begin(root, words)
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        session.end()
    return CLEAN


class _Session:
    """A running preview, and what the terminal hears of it."""

    def __init__(self, preview: "Preview", server: "PreviewServer", *, debug: bool) -> None:
        self._preview = preview
        self._server = server
        self._debug = debug
        self._watcher: Watcher | None = None
        self._last: object = ()
        self._waiting: IntakeBeside | None = None
        self._intake: IntakeBeside | None = None

    def begin(self, root: Path, words: argparse.Namespace) -> None:
        """Say where the site is, and begin to watch beside."""
        address = _address(words.host, self._server.port) + self._preview.base + "/"
        if words.port not in (0, self._server.port):
            say(f"Port {words.port} is taken.\n")
        say(f"Preview of {shown(root)}: {address}\n")
        if words.host not in _LOOPBACK:
            say("Whoever reaches this machine can see it, drafts too.\n")
        if words.comments:
            self._waiting = IntakeBeside(root, address, self._preview.site)
            self._take_comments()
        say("Press Ctrl-C to end it.\n")
        sys.stdout.flush()
        threading.Thread(target=self._watch, daemon=True).start()
        if words.open:
            webbrowser.open(address)

    def end(self) -> None:
        """Leave nothing behind."""
        self._server.desk.news.end()
        self._server.server_close()
        if self._intake is not None:
            self._intake.end()
        if self._watcher is not None:
            self._watcher.stop()

    def _watch(self) -> None:
        """Begin to watch: loading what that takes must not keep the first page waiting."""
        from corpblog.serve.watching import Watcher

        self._watcher = Watcher(self._preview, self._updated, self._failed, self._tell)
        self._watcher.start()
        if self._watcher.reason:
            say(
                f"The system does not tell of changes ({self._watcher.reason}):"
                " all files are looked at every moment instead.\n"
            )
            sys.stdout.flush()

    def _take_comments(self) -> None:
        """Begin to take comments in, as soon as the site can be read."""
        url = self._waiting.begin() if self._waiting is not None else ""
        if url:
            self._intake, self._waiting = self._waiting, None
            self._preview.take_comments(url)
            say(f"Comments are taken in at {url}; “corpblog comments pull” fetches them.\n")

    def _updated(self) -> None:
        self._take_comments()
        self._server.desk.news.tell()

    def _failed(self, error: Exception) -> None:
        if self._debug:
            import traceback

            say_aside("".join(traceback.format_exception(error)))
        say_aside(
            f"corpblog: {type(error).__name__}: {error}\nThis is a bug; the preview goes on.\n"
        )

    def _tell(self) -> None:
        """Print what is wrong, when that has changed."""
        told = self._preview.diagnostics()
        if told == self._last:
            return
        self._last = told
        text = FORMATS["text"].write(findings(told), look_of(sys.stdout))
        say(text if told else "All faults are mended.\n")
        sys.stdout.flush()


def _address(host: str, number: int) -> str:
    if host in ("127.0.0.1", "0.0.0.0", "::", "::1"):  # noqa: S104 - shown, not listened on
        return f"http://localhost:{number}"
    return f"http://[{host}]:{number}" if ":" in host else f"http://{host}:{number}"


def _end(*_: Any) -> NoReturn:
    """What ends a container ends the preview like Ctrl-C."""
    raise KeyboardInterrupt
