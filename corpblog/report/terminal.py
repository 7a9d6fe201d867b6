"""Where words come out: consoles of any encoding, pipes and files, with colours only if wanted."""

import os
import sys
from collections.abc import Mapping
from typing import TextIO

from corpblog.report.findings import Look

# What a narrow console lacks, said with what every console has.
_PLAIN_SIGNS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "…": "~",
        "–": "-",
        "—": "-",
        "→": ">",
        "\u00a0": " ",
        "\u202f": " ",
    }
)


def say(text: str) -> None:
    """Write what was asked for to standard output."""
    put(text, sys.stdout)


def say_aside(text: str) -> None:
    """Write what is not the answer itself (refusals, numbers, bugs) to standard error."""
    put(text, sys.stderr)


def put(text: str, stream: TextIO | None) -> None:
    """Write ``text`` to ``stream``, whatever its encoding.

    Signs that the console lacks become plain ones, other letters their number. A missing stream
    (a window program has none, a shell can close them) is no fault.
    """
    if stream is None:
        return
    try:
        stream.write(text)
    except UnicodeEncodeError:
        stream.write(encodable(text, stream.encoding or "ascii"))


def encodable(text: str, encoding: str) -> str:
    """``text`` with only what ``encoding`` can say."""
    plain = text.translate(_PLAIN_SIGNS)
    return plain.encode(encoding, "backslashreplace").decode(encoding)


def is_watched(stream: TextIO | None) -> bool:
    """Whether a person sees ``stream`` on a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def look_of(stream: TextIO | None, environment: Mapping[str, str] = os.environ) -> Look:
    """How a report on ``stream`` may look.

    ``NO_COLOR`` (https://no-color.org) switches colours off, ``FORCE_COLOR`` switches them on
    where there is no terminal; a terminal that calls itself ``dumb`` gets none.
    """
    watched = is_watched(stream)
    return Look(
        colour=_wants_colour(watched, environment),
        width=_columns() if watched else 0,
    )


def _wants_colour(watched: bool, environment: Mapping[str, str]) -> bool:
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return watched and environment.get("TERM") != "dumb" and _obeys_colours()


def _obeys_colours() -> bool:
    """Whether the console knows colour codes; old Windows consoles would print them."""
    if sys.platform != "win32":
        return True
    from rich.console import Console

    return not Console().legacy_windows


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size().columns
