"""Where the value of a key stands: in front matter, in the configuration, in a register.

Most questions are about a key of a post with its value on the same line; those are answered from
the lines alone, without YAML.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

from corpblog.model.places import KeyPath
from corpblog.model.source import SourceText
from corpblog.read.yaml_text import YamlText, child_of

Span = tuple[int, int]
# A key (none in a list) and its value, as YAML's nodes.
_Found = tuple[Any, Any]

_PLAIN = r"[^\s\"'\[\]{}>|*&!%#`@,?:-](?:[^\s:#]|:(?=\S)|(?<=\S)\#|[ ]+(?=[^\s#]))*"
_QUOTED = r"\"[^\"\\]*\"|'(?:[^']|'')*'"
_FLOW = r"\[[^\[\]{}\"'#]*\]"
# A line that is whole by itself: what follows is not the rest of a quotation or of a group.
_WHOLE = re.compile(
    rf"(?:(?P<key>[A-Za-z_]\w*):(?:[ ]+(?P<value>{_PLAIN}|{_QUOTED}|{_FLOW}))?"
    rf"|[ ]*(?:-[ ]+)*(?:\w+:(?:[ ]+|$))?(?:{_PLAIN}|{_QUOTED}|{_FLOW})?)"
    r"(?:[ ]+\#.*|[ ]*)"
)
# Texts are asked for one after the other, the configuration and registers in between.
_REMEMBERED = 16


def key_place(source: SourceText, path: KeyPath) -> Span | None:
    """Offsets in ``source.text`` of the value at ``path``; see ``model.places.KeyPlaces``.

    Of a text in quotation marks the place is what stands between them, of a block text its
    lines, of a list or group the whole. One value may stand for a list of one: ``(…, 0)`` is the
    value itself. In a register ``(3, "party")`` leads into its entry number 3.
    """
    if len(path) == 1:
        easy = _easy_places(source).get(path[0])
        if easy is not None:
            return easy
    yaml_text, root = _tree(source)
    if root is None or not path:
        return None
    place = _place(yaml_text.text, root, path)
    return (place[0] + yaml_text.start, place[1] + yaml_text.start) if place else None


@lru_cache(maxsize=_REMEMBERED)
def _easy_places(source: SourceText) -> Mapping[str | int, Span]:
    """Values that stand on the line of a key at the left margin, up to the first harder line."""
    start, end = _stretch(source)
    lines = source.text[start:end].split("\n")
    found: dict[str | int, Span] = {}
    for line, following in zip(lines, [*lines[1:], "."], strict=True):
        whole = _WHOLE.fullmatch(line)
        if whole is None:
            break
        if whole["value"] and following[:1].strip():  # else the value may go on
            quoted = whole["value"][0] in "\"'"
            begin, stop = whole.span("value")
            span = (start + begin + quoted, start + stop - quoted)
            if span[0] < span[1]:
                found.setdefault(whole["key"], span)
        start += len(line) + 1
    return found


@lru_cache(maxsize=_REMEMBERED)
def _tree(source: SourceText) -> tuple[YamlText, Any]:
    yaml_text = YamlText(source, *_stretch(source))
    return yaml_text, yaml_text.tree()


def _stretch(source: SourceText) -> Span:
    """Where the YAML of ``source`` stands: above the text, the whole file, or nowhere."""
    text = source.text
    if source.body_start:
        return text.index("\n") + 1, text.rfind("\n", 0, source.body_start - 1) + 1
    return 0, len(text) if source.path.endswith((".yml", ".yaml")) else 0


def _place(text: str, root: Any, path: KeyPath) -> Span | None:
    found = _way(root, path)
    if not found:
        return None
    _, value = found[-1]
    if len(found) == len(path) or isinstance(value, yaml.ScalarNode):
        start, end = _value_span(text, value)
        if start < end:
            return start, end
    for key, value in reversed(found):
        if key is None and isinstance(value, yaml.MappingNode) and value.value:
            key = value.value[0][0]
        if key is not None:
            return key.start_mark.index, key.end_mark.index
    return None


def _way(root: Any, path: KeyPath) -> list[_Found]:
    """The keys and values on the way of ``path``, as far as it leads."""
    node = root
    if isinstance(path[0], int) and isinstance(root, yaml.MappingNode) and len(root.value) == 1:
        node = root.value[0][1]  # a register under its own name
    found: list[_Found] = []
    for step in path:
        entry = child_of(node, step)
        if entry is None and step == 0 and found and not isinstance(node, yaml.SequenceNode):
            entry = found[-1]
        if entry is None:
            break
        found.append(entry)
        node = entry[1]
    return found


def _value_span(text: str, node: Any) -> Span:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.CollectionNode):
        return start, _end(text, node)
    if node.style in ('"', "'"):
        return start + 1, end - 1
    if node.style in ("|", ">"):
        lines = text.find("\n", start) + 1
        return _stripped(text, lines, end) if start < lines < end else (start, start)
    return start, end


def _end(text: str, node: Any) -> int:
    """The end of a value without the blank lines and comments that follow it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        key, value = last if isinstance(node, yaml.MappingNode) else (None, last)
        if key is not None and value.start_mark.index == value.end_mark.index:
            return int(key.end_mark.index)
        return _end(text, value)
    start, end = node.start_mark.index, node.end_mark.index
    return _stripped(text, start, end)[1] if start < end else int(end)


def _stripped(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    lead = len(inside) - len(inside.lstrip())
    return start + min(lead, len(inside)), max(start + lead, start + len(inside.rstrip()))
