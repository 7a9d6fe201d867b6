"""JUnit XML, which every CI system shows as test results.

The form is the one that Jenkins and GitLab read; the build of Ant that it began with wrote no
standard. What fails the run is a failure; warnings and infos are skipped tests, so that they are
seen and fail nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from corpblog.diagnostics import Diagnostic, Severity
from corpblog.report.findings import Findings, Look
from corpblog.report.told import path_of, told, whole

# XML 1.0, production 2: what no document may hold, not even as a number.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Parsers turn bare line ends and tabs of attributes into spaces, and \r everywhere into \n.
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)
_DOCUMENT = '<?xml version="1.0" encoding="UTF-8"?>'


def write(found: Findings, look: Look) -> str:  # noqa: ARG001 - one signature for all formats
    """A suite for each file and a test for each diagnostic; a run without any has one that passes.

    Written in ASCII, so that it stays right whatever encoding it passes through.
    """
    lines = [_DOCUMENT, _opening("testsuites", "corpblog", found.diagnostics)]
    for path, items in groupby(found.diagnostics, key=lambda item: path_of(found, item.location)):
        lines += _suite(path, tuple(items))
    if not found.diagnostics:
        lines += [
            '  <testsuite name="corpblog" tests="1" failures="0" errors="0" skipped="0">',
            '    <testcase name="nothing found" classname="corpblog"/>',
            "  </testsuite>",
        ]
    lines.append("</testsuites>\n")
    return "\n".join(lines).encode("ascii", "xmlcharrefreplace").decode()


def _opening(element: str, name: str, items: Iterable[Diagnostic]) -> str:
    severities = [item.severity for item in items]
    failures = severities.count(Severity.ERROR)
    return (
        f'<{element} name="{_text(name)}" tests="{max(len(severities), 1)}" '
        f'failures="{failures}" errors="0" skipped="{len(severities) - failures}">'
    )


def _suite(path: str, items: tuple[Diagnostic, ...]) -> Iterator[str]:
    yield f"  {_opening('testsuite', path, items)}"
    seen: Counter[str] = Counter()
    for item in items:
        name = f"{item.code} {item.message}"
        seen[name] += 1
        # Readers keep one of two tests that have the same name.
        number = f" ({seen[name]})" if seen[name] > 1 else ""
        yield from _test(path, name + number, item)
    yield "  </testsuite>"


def _test(path: str, name: str, item: Diagnostic) -> Iterator[str]:
    place = f' line="{item.location.line}"' if item.location.line else ""
    yield (
        f'    <testcase name="{_text(name)}" classname="{_text(path)}" file="{_text(path)}"{place}>'
    )
    message = _text(item.message)
    if item.severity is Severity.ERROR:
        yield (
            f'      <failure message="{message}" type="{_text(item.code)}">'
            f"{_text(f'{_spot(path, item)}{told(item)}')}</failure>"
        )
    else:
        yield f'      <skipped message="{message}"/>'
        yield f"      <system-out>{_text(_spot(path, item) + told(item))}</system-out>"
    yield "    </testcase>"


def _spot(path: str, item: Diagnostic) -> str:
    where = f"{path}:{item.location.line}:{item.location.column}" if item.location.line else path
    return f"{where}: {item.severity} {item.code} "


def _text(text: str) -> str:
    return _ILLEGAL.sub("", whole(text)).translate(_ESCAPES)
