"""Title and summary of a text: keys of its front matter that people read."""

import re

from corpblog.lint.prose.canvas import Canvas
from corpblog.lint.prose.gathered import Gathered
from corpblog.lint.prose.parts import Scope
from corpblog.model.places import KeyPlaces
from corpblog.model.source import SourceText

_KEYS = (("title", Scope.TITLE), ("summary", Scope.SUMMARY))
_PROFILE_KEYS = (*_KEYS, ("description", Scope.SUMMARY))
_COLON = re.compile(r"[\"']?[ ]*:")
_ESCAPE = re.compile(r"""\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n|.)""")
_SIGNS = {"t": " ", "n": " ", "N": " ", "_": " ", "L": " ", "P": " ", " ": " ", "\n": " "}


def read_keys(source: SourceText, places: KeyPlaces, gathered: Gathered) -> None:
    """Lay title and summary on the canvas, each as a block."""
    if not source.body_start:
        return
    front = source.text[: source.body_start]
    names = _PROFILE_KEYS if source.path.startswith("authors/") else _KEYS
    found = [
        (span, scope)
        for name, scope in names
        if name in front
        and (span := places(source, (name,))) is not None
        and not _is_key(front, span, name)
    ]
    for (start, end), scope in sorted(found):
        _value(gathered, scope, start, min(end, source.body_start))


def _is_key(front: str, span: tuple[int, int], name: str) -> bool:
    """Whether a place is that of the key, which has no value then."""
    start, end = span
    return front[start:end].strip("\"'") == name and _COLON.match(front, end) is not None


def _value(gathered: Gathered, scope: Scope, start: int, end: int) -> None:
    text = gathered.canvas.text
    raw = text[start:end]
    before = text[:start].rstrip(" ")[-1:]
    if not raw.strip() or start < gathered.canvas.done or (before == ":" and raw[0] in "[{"):
        return
    gathered.open(scope, start)
    if before == '"' == text[end : end + 1]:
        _double_quoted(gathered.canvas, start, raw)
    elif before == "'" == text[end : end + 1]:
        _single_quoted(gathered.canvas, start, raw)
    else:
        gathered.canvas.keep(start, raw)
    gathered.close(end)


def _single_quoted(canvas: Canvas, start: int, raw: str) -> None:
    done = 0
    for found in re.finditer("''", raw):
        canvas.keep(start + done, raw[done : found.start()])
        canvas.put(start + found.start(), start + found.end(), "'")
        done = found.end()
    canvas.keep(start + done, raw[done:])


def _double_quoted(canvas: Canvas, start: int, raw: str) -> None:
    done = 0
    for found in _ESCAPE.finditer(raw):
        canvas.keep(start + done, raw[done : found.start()])
        canvas.put(start + found.start(), start + found.end(), _escaped(found[0][1:]))
        done = found.end()
    canvas.keep(start + done, raw[done:])


def _escaped(code: str) -> str:
    if len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number <= 0x10FFFF else " "
    return _SIGNS.get(code, code)
