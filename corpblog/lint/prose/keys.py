"""Title and summary of a text: keys of its front matter that people read."""

import re

from corpblog.lint.prose.canvas import Canvas
from corpblog.lint.prose.gathered import Gathered
from corpblog.lint.prose.parts import Scope
from corpblog.model.places import KeyPlaces
from corpblog.model.source import SourceText

_KEYS = (("title", Scope.TITLE), ("summary", Scope.SUMMARY))
_PROFILE_KEYS = (*_KEYS, ("description", Scope.SUMMARY))
_BLOCK_SIGN = re.compile(r"[|>][^\n]*\n")
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
        # An empty value: this is the key itself.
        and front[span[0] : span[1]].strip("\"'") != name
    ]
    for (start, end), scope in sorted(found):
        _value(gathered, scope, start, min(end, source.body_start))


def _value(gathered: Gathered, scope: Scope, start: int, end: int) -> None:
    text = gathered.canvas.text
    raw = text[start:end].rstrip()
    sign = raw[:1]
    if not raw or sign in "[{&*!" or start < gathered.canvas.done:
        return
    begin, stop = start, start + len(raw)
    if sign in "|>":
        head = _BLOCK_SIGN.match(raw)
        begin = start + (head.end() if head else len(raw))
        begin += len(text[begin:stop]) - len(text[begin:stop].lstrip())
    elif sign in "\"'" and raw.endswith(sign) and len(raw) > 1:
        begin, stop = begin + 1, stop - 1
    if begin >= stop:
        return
    gathered.open(scope, begin)
    if sign == '"':
        _double_quoted(gathered.canvas, begin, text[begin:stop])
    elif sign == "'":
        _single_quoted(gathered.canvas, begin, text[begin:stop])
    else:
        gathered.canvas.keep(begin, text[begin:stop])
    gathered.close(stop)


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
