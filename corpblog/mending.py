"""What ``--fix`` changes: only what is safe, each file in one step, never a word that matters."""

from codecs import BOM_UTF8
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from corpblog.diagnostics import Edit
from corpblog.files import OutsideRoot, write_atomically
from corpblog.lint.telling import Found
from corpblog.model.site import Site
from corpblog.model.source import SourceText
from corpblog.read.picture_stripping import strip_private
from corpblog.read.sources import read_source

# The rule whose findings are mended by taking private metadata out of picture files.
_LEAK = "CONF005"


def mend(site: Site, found: Iterable[Found]) -> int:
    """Apply the safe edits of ``found``; how many places were changed."""
    edits: dict[str, list[Edit]] = {}
    pictures: set[str] = set()
    for item in found:
        place = item.diagnostic.location.path
        if item.safe and item.diagnostic.edits:
            edits.setdefault(place, []).extend(item.diagnostic.edits)
        elif item.diagnostic.code == _LEAK:
            pictures.add(place)
    texts = sum(_mend_text(site, path, wanted) for path, wanted in sorted(edits.items()))
    return texts + sum(_strip(site, path) for path in sorted(pictures))


def _mend_text(site: Site, path: str, edits: Iterable[Edit]) -> int:
    """Replace from the end to the start, so that the places before stay where they are."""
    source, faults = read_source(site.root, path)
    if source is None or faults:
        return 0
    text, done, before = source.text, 0, len(source.text)
    for edit in sorted(edits, key=lambda edit: edit.location, reverse=True):
        start, end = _span(source, edit)
        if end <= before:
            text = text[:start] + edit.replacement + text[end:]
            before, done = start, done + 1
    if done:
        write_atomically(site.root, path, _as_before(site.root / path, text))
    return done


def _as_before(file: Path, text: str) -> bytes:
    """``text`` with the mark and the ends of lines that the file had."""
    content = file.read_bytes()
    data = text.replace("\n", "\r\n").encode() if b"\r\n" in content else text.encode()
    return BOM_UTF8 + data if content.startswith(BOM_UTF8) else data


def _span(source: SourceText, edit: Edit) -> tuple[int, int]:
    place = edit.location
    return (
        _offset(source.text, place.line, place.column),
        _offset(source.text, place.end_line, place.end_column),
    )


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1


def _strip(site: Site, path: str) -> int:
    """Take position, serial numbers and accounts out of a picture; what shows stays as it is."""
    with suppress(OutsideRoot):  # what a link leads to outside of the site is not ours to change
        return int(write_atomically(site.root, path, strip_private(site.root / path)))
    return 0
