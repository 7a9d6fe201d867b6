"""YAML as old generators took it: doubled keys, TABs and odd keys are mended, and told.

corpblog's own files have their strict reader; this one is for files that were written for
another tool, where refusing a file would lose a post.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from corpblog.importers.old.values import CONTROL, DEEPEST, Value
from corpblog.yaml_writing import Bare

_KEY = re.compile(r"[A-Za-z_][\w .-]{0,60}")
_TOP_LEVEL = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?P<rest>[ \t].*|)$")
# How many values the aliases of one document may repeat.
_MOST_COPIES = 10_000
_ENTRY = re.compile(rf"^{_TOP_LEVEL.pattern}", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Mend:
    """Something in the YAML that was repaired, at an offset of its text."""

    offset: int
    construct: str
    found: str
    done: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Foreign:
    """A YAML mapping as read: ``places`` are the offsets of the top-level keys."""

    values: dict[str, Value]
    places: dict[str, int]
    mends: tuple[Mend, ...] = ()


def read_yaml(text: str) -> Foreign:
    """The mapping that ``text`` holds; what cannot be read is kept as text and told."""
    mends = list(_tabs(text))
    flattened = _untabbed(text)
    node = _compose(flattened)
    if node is None:
        quoted, more = _quoted(flattened)
        mends += more
        node = _compose(quoted)
        if node is None:
            return _line_by_line(flattened, mends)
    reading = _Reading()
    if not hasattr(node, "value") or node.id != "mapping":
        if text.strip():
            mends.append(
                Mend(
                    offset=0,
                    construct="YAML without keys",
                    found=text.strip()[:80],
                    done="left out",
                )
            )
        return Foreign(values={}, places={}, mends=tuple(mends))
    values = reading.mapping(node)
    places = {str(key.value): key.start_mark.index for key, _ in node.value}
    return Foreign(values=values, places=places, mends=(*mends, *reading.mends))


def read_any(text: str) -> tuple[Value, tuple[Mend, ...]]:
    """Like ``read_yaml`` for a document that may also be a list."""
    node = _compose(_untabbed(text))
    if node is not None and node.id == "sequence":
        reading = _Reading()
        return reading.value(node), tuple(reading.mends)
    found = read_yaml(text)
    return found.values, found.mends


def _compose(text: str) -> Any:
    """The node tree of libyaml, or None when even libyaml refuses the text."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # The loader is a safe one, and only builds nodes here.
        node = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return node if node is not None else yaml.MappingNode("tag:yaml.org,2002:map", [])


class _Reading:
    """Turns nodes into values; collects what had to be mended."""

    def __init__(self) -> None:
        self.mends: list[Mend] = []
        self._open: set[int] = set()
        self._seen: set[int] = set()
        self._copies = 0

    def value(self, node: Any) -> Value:
        """The value of any node; an alias that holds itself is cut."""
        if id(node) in self._open or self._is_too_much(node):
            return Bare("null")
        if node.id == "scalar":
            written = str(node.value)
            if CONTROL.search(written):
                self._mended(node, "control characters", repr(written), "left out")
                written = CONTROL.sub("", written)
            return written if node.style in ("'", '"', "|", ">") else Bare(written)
        self._open.add(id(node))
        try:
            if node.id == "sequence":
                return [self.value(item) for item in node.value]
            return self.mapping(node)
        finally:
            self._open.discard(id(node))

    def _is_too_much(self, node: Any) -> bool:
        """Whether a node lies too deep, or comes once more than memory and patience allow."""
        if len(self._open) >= DEEPEST:
            self._mended(node, "YAML that is nested too deeply", "", "left out")
            return True
        if id(node) not in self._seen:
            self._seen.add(id(node))
            return False
        self._copies += 1
        if self._copies == _MOST_COPIES:
            self._mended(node, "YAML that multiplies itself", "", "the rest of it is left out")
        return self._copies >= _MOST_COPIES

    def mapping(self, node: Any) -> dict[str, Value]:
        """A mapping; of a key that stands twice the last value counts, as in Jekyll and Hugo."""
        values: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key, value = str(key_node.value), self.value(value_node)
            if key == "<<" and isinstance(value, dict):
                values = {**value, **values}
                continue
            if not _KEY.fullmatch(key):
                self._mended(
                    key_node, "text where a key belongs", key, "kept under extra, as unread"
                )
                unread = values.setdefault("unread", [])
                if isinstance(unread, list):
                    unread.append(f"{key}: {value}" if value else key)
                continue
            if key in values:
                done = f"the last value counts; the other was {_shown(values[key])}"
                self._mended(key_node, "key that stands twice", key, done)
            values[key] = value
        return values

    def _mended(self, node: Any, construct: str, found: str, done: str) -> None:
        offset = node.start_mark.index
        self.mends.append(Mend(offset=offset, construct=construct, found=found[:80], done=done))


def _shown(value: Value) -> str:
    return f"“{value}”" if isinstance(value, str) else str(value)


def _tabs(text: str) -> Iterator[Mend]:
    for match in re.finditer(r"^.*\t.*$", text, re.MULTILINE):
        yield Mend(
            offset=match.start() + match[0].index("\t"),
            construct="TAB in YAML",
            found=match[0].strip(),
            done="written anew without it",
        )


def _untabbed(text: str) -> str:
    """The same text, character by character, with spaces for TABs that indent or end a line."""
    spaced = re.sub(r"^[ \t]+", lambda m: m[0].replace("\t", " "), text, flags=re.MULTILINE)
    return re.sub(r"[ \t]+$", lambda m: m[0].replace("\t", " "), spaced, flags=re.MULTILINE)


def _quoted(text: str) -> tuple[str, list[Mend]]:
    """Quotation marks around values of top-level keys that hold ``: `` or begin with a sign."""
    lines, mends, offset = [], [], 0
    for line in text.split("\n"):
        match = _TOP_LEVEL.fullmatch(line)
        rest = match["rest"].strip() if match else ""
        if match and rest and not _reads(f"k: {rest}"):
            done = "put into quotation marks"
            found = Mend(offset=offset, construct="YAML that broke", found=line[:80], done=done)
            mends.append(found)
            escaped = rest.strip("\"'").replace("'", "''")
            line = f"{match['key']}: '{escaped}'"
        lines.append(line)
        offset += len(line) + 1
    return "\n".join(lines), mends


def _reads(text: str) -> bool:
    return _compose(text) is not None


def _line_by_line(text: str, mends: list[Mend]) -> Foreign:
    """The last resort: top-level keys with what follows them, each read on its own."""
    values: dict[str, Value] = {}
    places: dict[str, int] = {}
    told = list(mends)
    for key, offset, block in _blocks(text):
        if not key:
            values["unread"] = [block]
            told.append(_broken(offset, block, "kept under extra, as unread"))
            continue
        places[key] = offset
        node = _compose(block)
        if node is not None and node.id == "mapping" and len(node.value) == 1:
            values[key] = _Reading().value(node.value[0][1])
        else:
            values[key] = block.split(":", 1)[1].strip()
            told.append(_broken(offset, block, "kept as plain text"))
    return Foreign(values=values, places=places, mends=tuple(told))


def _broken(offset: int, block: str, done: str) -> Mend:
    return Mend(offset=offset, construct="YAML that broke", found=block[:80], done=done)


def _blocks(text: str) -> Iterator[tuple[str, int, str]]:
    """Key, offset and text of each top-level entry; what stands before the first has no key."""
    starts = [(match.start(), match["key"]) for match in _ENTRY.finditer(text)]
    first = starts[0][0] if starts else len(text)
    if text[:first].strip():
        yield "", 0, text[:first].strip()
    for (start, key), (end, _) in pairwise([*starts, (len(text), "")]):
        yield key, start, text[start:end].rstrip("\n")
