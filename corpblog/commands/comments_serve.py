"""``corpblog comments serve``: take in what readers write, in one process and on this machine."""

import argparse
import errno
from pathlib import Path
from typing import TYPE_CHECKING

from corpblog.commands.site_folder import add_site_option, shown, site_folder
from corpblog.commands.words import BadWords
from corpblog.report.terminal import say, say_aside

if TYPE_CHECKING:
    from corpblog.dialogue.intake.place import IntakePlace
    from corpblog.dialogue.intake.server import Intake, IntakeOptions
    from corpblog.model.site import Site

SUMMARY = """\
Take in comments: Isso in one process, behind checks that it needs. Every comment waits until
somebody publishes it. The server listens on this machine only; a reverse proxy with TLS stands
before it (see docs/comments.md). It sends nothing to other hosts and logs no addresses."""
EXAMPLES = """\
examples
  corpblog comments serve
  corpblog comments serve --db /var/lib/corpblog/isso.db --public-url https://comments.example.org
  corpblog comments serve --new-token jana-weiss    draws a token for an employee, and ends
"""
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def add_words(parser: argparse.ArgumentParser) -> None:
    """Where to listen, where to keep things, who may send."""
    add_site_option(parser)
    parser.add_argument("--env", metavar="NAME", default="", help="environment of corpblog.yml")
    parser.add_argument(
        "--db",
        type=Path,
        metavar="FILE",
        help="database (default: .corpblog/comments/isso.db below the site)",
    )
    where = parser.add_argument_group("where it is reached")
    where.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="address to listen on"
    )
    where.add_argument("--port", type=port, default=8081, metavar="N", help="port (default: 8081)")
    where.add_argument(
        "--public-url",
        default="",
        metavar="URL",
        help="address for browsers (default: comments.intake of corpblog.yml)",
    )
    who = parser.add_argument_group("who counts")
    who.add_argument(
        "--trust-proxy",
        action="append",
        default=[],
        metavar="NETWORK",
        help="proxy whose X-Forwarded-For counts, besides this machine; may be repeated",
    )
    who.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        metavar="URL",
        help="further site whose pages may send comments, such as a preview; may be repeated",
    )
    who.add_argument("--new-token", metavar="AUTHOR", help="draw a staff token for AUTHOR and end")


def run(words: argparse.Namespace) -> int:
    """Serve until SIGTERM or Ctrl-C."""
    root = site_folder(words.site)
    site = _site(root, words.env)
    place = place_of(root, site, words.db)
    if words.new_token:
        return _draw_token(place, site, words.new_token)
    return _serve(root, site, _options(words, place), words.env)


def port(text: str) -> int:
    """A port, 0 for any that is free."""
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"“{text}” is no port; expected a number up to 65535")
    return int(text)


def _site(root: Path, environment: str) -> "Site":
    """The site; its faults are a matter of the linter. Raises CorpblogError where there is none."""
    from corpblog.diagnostics import CorpblogError
    from corpblog.read.site import ReadOptions, read_site

    result = read_site(root, ReadOptions(environment=environment))
    if result.site is None:
        raise CorpblogError(diagnostics=result.diagnostics)
    return result.site


def _site_again(root: Path, environment: str) -> "Site | None":
    """The site as it is now; None while somebody works on it and it cannot be read."""
    from corpblog.diagnostics import CorpblogError

    try:
        return _site(root, environment)
    except (CorpblogError, OSError):
        return None


def place_of(root: Path, site: "Site", database: Path | None) -> "IntakePlace":
    """Where comments are kept; never in a folder that is published or committed."""
    from corpblog.dialogue.intake.place import DEFAULT_DATABASE, IntakePlace
    from corpblog.read.site import SOURCE_FOLDERS

    file = (database or root / DEFAULT_DATABASE).absolute().resolve()
    for folder in (site.config.build.out, *SOURCE_FOLDERS):
        if file.is_relative_to((root / folder).resolve()):
            raise BadWords(
                f"{shown(file)} lies in {folder}/, which is published or committed",
                "name a database elsewhere with --db, such as /var/lib/corpblog/isso.db",
            )
    return IntakePlace(database=file)


def _draw_token(place: "IntakePlace", site: "Site", author: str) -> int:
    from corpblog.nearest import nearest

    if author not in site.authors:
        near = nearest(author, site.authors)
        raise BadWords(
            f"there is no profile authors/{author}.md",
            f"did you mean {near}?" if near else "name the id of an author",
        )
    place.prepare()
    token = place.new_token(author)
    say(f"Token of {author}, shown once and kept as a hash only:\n{token}\n")
    return 0


def _options(words: argparse.Namespace, place: "IntakePlace") -> "IntakeOptions":
    from corpblog.dialogue.intake.origins import origin_of

    try:
        from corpblog.dialogue.intake.server import LOOPBACK, IntakeOptions
    except ImportError as error:
        raise missing_intake(error) from error

    for network in words.trust_proxy:
        _require_network(network)
    for name, url in [("--allow-origin", one) for one in words.allow_origin] + [
        ("--public-url", words.public_url)
    ]:
        if url and not origin_of(url):
            raise BadWords(f"{name} cannot be “{url}”", "an address begins with https://")
    return IntakeOptions(
        place=place,
        host=words.host,
        port=words.port,
        public_url=words.public_url,
        proxies=(*LOOPBACK, *words.trust_proxy),
        origins=tuple(words.allow_origin),
    )


def _require_network(text: str) -> None:
    from ipaddress import ip_network

    try:
        ip_network(text)
    except ValueError:
        hint = "name an address or a network, such as 172.17.0.0/16"
        raise BadWords(f"--trust-proxy cannot be “{text}”", hint) from None


def _serve(root: Path, site: "Site", options: "IntakeOptions", environment: str) -> int:
    from corpblog.dialogue.intake.place import TakenError

    try:
        from corpblog.dialogue.intake.server import open_intake

        with open_intake(site, lambda: _site_again(root, environment), options) as intake:
            say_aside(_told(intake, options))
            intake.stop_at_signals()
            intake.serve()
    except ImportError as error:
        raise missing_intake(error) from error
    except TakenError:
        raise BadWords(
            f"another intake works on {shown(options.place.database)}",
            "end that one first: two at once would mix up readers",
        ) from None
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES):
            raise
        message = f"cannot listen on port {options.port} of {options.host}: {error.strerror}"
        raise BadWords(message, "name another one with --port and --host") from error
    return 0


def missing_intake(error: ImportError) -> BadWords:
    """What to say where the extra is not installed."""
    return BadWords(
        f"the intake needs Isso, which is not installed here ({error.name})",
        'install it with: pip install "corpblog[comments]" (needs gcc and Python headers)',
    )


def _told(intake: "Intake", options: "IntakeOptions") -> str:
    """Where it listens, where it keeps things, and what is risky about that."""
    lines = [
        f"Taking in comments at {intake.url}",
        f"Browsers reach it at   {intake.public_url}",
        f"They are kept in       {shown(options.place.database)}",
    ]
    if options.host not in _LOOPBACK:
        lines.append("Other machines reach this server without TLS; let a reverse proxy do that.")
    return "\n".join([*lines, "End with Ctrl-C.", ""])
