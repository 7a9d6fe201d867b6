"""The door of YAML: text to plain values without surprises, and back to line and column."""

import dataclasses
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import yaml

from corpblog.diagnostics import Diagnostic, Severity
from corpblog.model.source import SourceText
from corpblog.read.faults import FAULTS

# Deeper nesting than any person writes; libyaml's recursive composer would crash far below it.
MAX_DEPTH = 60

Path = tuple[str | int, ...]

_TAB_INDENT = re.compile(r"^[ ]*\t[ \t]*(?=[^\s#])", re.MULTILINE)
# Each level of nesting leaves one of these: a bracket, two indicators in a row, a deep indent.
_DEEPER = re.compile(r"[\[{]|[-?:] +[-?:]| {60}")
_ANCHOR = re.compile(r"(?:^|[\s\[{,:-])[&*!][^\s&*]")


class _TextLoader(yaml.CSafeLoader):
    """Keeps every scalar as the text that was typed: the type of its key decides what it means.

    Only null is special. So ``no`` stays a word, ``1.10`` a version and ``2026`` a title.
    """


class _TypedLoader(yaml.CSafeLoader):
    """Types scalars by YAML 1.2's core schema, for custom fields that no model describes."""


class _DuplicateKeyError(Exception):
    """Two values for one key in a mapping that starts at this node."""


class _KeyNoTextError(Exception):
    """A key that is a list, a group or nothing; ``index`` is where it stands."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


_NULL = re.compile(r"^(?:~|null|Null|NULL|)$")
_TextLoader.yaml_implicit_resolvers = {}
_TextLoader.add_implicit_resolver("tag:yaml.org,2002:null", _NULL, ["~", "n", "N", ""])
_TypedLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", _NULL.pattern, ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
    ("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
    ("timestamp", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", list("0123456789")),
):
    _TypedLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


def _unique_mapping(loader: Any, node: yaml.MappingNode) -> Iterable[Any]:
    mapping: dict[str, Any] = {}
    yield mapping
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            raise _KeyNoTextError(key_node.start_mark.index)
        if key in mapping:
            raise _DuplicateKeyError
        mapping[key] = loader.construct_object(value_node, deep=True)


def _day_or_text(loader: Any, node: yaml.ScalarNode) -> date | str:
    text = str(loader.construct_scalar(node))
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


_TextLoader.add_constructor("tag:yaml.org,2002:map", _unique_mapping)
_TypedLoader.add_constructor("tag:yaml.org,2002:timestamp", _day_or_text)


class YamlText:
    """A stretch of YAML in a source: its values, and where each of them stands.

    ``start`` and ``end`` are offsets of the YAML in the source's text.
    """

    def __init__(self, source: SourceText, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.text = source.text[start:end]
        self._root: Any = None

    def values(self) -> tuple[dict[str, Any] | None, tuple[Diagnostic, ...]]:
        """Keys and values as typed, all scalars as text; None where it is no mapping."""
        loaded, faults = self._loaded()
        if faults:
            return None, faults
        if loaded is None:
            return {}, ()
        return (loaded, ()) if isinstance(loaded, dict) else (None, (self._no_mapping(),))

    def entries(
        self, name: str, example: str = ""
    ) -> tuple[tuple[tuple[Path, Any], ...] | None, tuple[Diagnostic, ...]]:
        """The items of a list, each with its path; None where it is no list.

        ``name: [...]``, with nothing beside it, stands for the list too. ``example`` is an item
        as one would type it.
        """
        loaded, faults = self._loaded()
        if faults:
            return None, faults
        path: Path = ()
        if isinstance(loaded, dict) and set(loaded) == {name}:
            loaded, path = loaded[name], (name,)
        if loaded is None:
            return (), ()
        if not isinstance(loaded, list):
            return None, (self._no_list(path, loaded, example),)
        return tuple(((*path, index), item) for index, item in enumerate(loaded)), ()

    def _loaded(self) -> tuple[Any, tuple[Diagnostic, ...]]:
        """What the YAML says, or what is wrong with its form."""
        faults = self._form_faults()
        if faults:
            return None, faults
        try:
            return yaml.load(self.text, Loader=_TextLoader), ()  # noqa: S506 (a safe loader)
        except _DuplicateKeyError:
            return None, tuple(self._duplicates(self._compose(), {}))
        except _KeyNoTextError as error:
            return None, (self._key_no_text(self.start + error.index),)
        except yaml.YAMLError as error:
            return None, (self._syntax_fault(error),)

    def typed(self, path: Path) -> Any:
        """The value at ``path`` with YAML's own types, for custom fields."""
        loaded = yaml.load(self.text, Loader=_TypedLoader)  # noqa: S506 (a safe loader)
        for step in path:
            loaded = loaded[step]
        return loaded

    def key_span(self, path: Path) -> tuple[int, int]:
        """Offsets of the key (or list item) at ``path`` in the source's text."""
        return self._span(path, want_key=True)

    def value_span(self, path: Path) -> tuple[int, int]:
        """Offsets of the value at ``path`` in the source's text."""
        return self._span(path, want_key=False)

    def fault(
        self,
        code: str,
        path: Path,
        message: str,
        *,
        hint: str = "",
        example: str = "",
        at_key: bool = False,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """A fault of the room's table at the key or the value of ``path``."""
        start, end = self.key_span(path) if at_key else self.value_span(path)
        found = self._at(code, start, end, message, hint=hint, example=example)
        return found if severity is None else dataclasses.replace(found, severity=severity)

    def _at(
        self, code: str, start: int, end: int, message: str, *, hint: str = "", example: str = ""
    ) -> Diagnostic:
        line_end = self.source.text.find("\n", start)
        stop = end if line_end < 0 else max(start, min(end, line_end))
        place = self.source.location(start, stop)
        return FAULTS[code].at(
            place, message, hint=hint, example=example, source_line=self.source.line(place.line)
        )

    def _span(self, path: Path, *, want_key: bool) -> tuple[int, int]:
        node: Any = self._compose()
        if node is None:  # a text without front matter
            return self.start, self.start
        found = node
        for step in path:
            entry = child_of(node, step)
            if entry is None:
                break
            key_node, node = entry
            found = key_node if want_key and key_node is not None else node
        if found.start_mark.index == found.end_mark.index and path and not want_key:
            return self._span(path, want_key=True)
        return self.start + found.start_mark.index, self.start + found.end_mark.index

    def tree(self) -> Any:
        """The nodes of the YAML; None where there is none or it cannot be read."""
        try:
            return None if self._form_faults() else self._compose()
        except yaml.YAMLError:
            return None

    def _compose(self) -> Any:
        if self._root is None:
            self._root = yaml.compose(self.text, Loader=_TextLoader)
        return self._root

    def _form_faults(self) -> tuple[Diagnostic, ...]:
        tab = self._indenting_tab() if "\t" in self.text else None
        if tab is not None:
            hint = "indent with spaces instead"
            return (self._at("SRC011", tab, tab + 1, "a tab indents this line", hint=hint),)
        if _ANCHOR.search(self.text) or len(_DEEPER.findall(self.text)) > MAX_DEPTH:
            return self._event_faults()
        return ()

    def _indenting_tab(self) -> int | None:
        """Where a tab indents a line outside a block text, as an offset in the source."""
        for match in _TAB_INDENT.finditer(self.text):
            tab = self.text.index("\t", match.start())
            if not self._inside_block_text(tab):
                return self.start + tab
        return None

    def _inside_block_text(self, index: int) -> bool:
        try:
            return any(
                event.start_mark.index <= index < event.end_mark.index
                for event in _events(self.text)
                if getattr(event, "style", None) in ("|", ">", '"', "'")
            )
        except yaml.YAMLError:
            return False

    def _event_faults(self) -> tuple[Diagnostic, ...]:
        """Aliases and deep nesting, found by the parser's events, which need no recursion."""
        depth = 0
        try:
            for event in _events(self.text):
                if isinstance(event, yaml.CollectionStartEvent):
                    depth += 1
                elif isinstance(event, yaml.CollectionEndEvent):
                    depth -= 1
                message = _forbidden(event, depth)
                if message:
                    start = self.start + event.start_mark.index
                    hint = "write the value itself, or put quotation marks around it"
                    return (self._at("SRC010", start, start + 1, message, hint=hint),)
        except yaml.YAMLError as error:
            return (self._syntax_fault(error),)
        return ()

    def _syntax_fault(self, error: yaml.YAMLError) -> Diagnostic:
        mark = getattr(error, "problem_mark", None)
        problem = str(getattr(error, "problem", None) or error).split("\n")[0]
        position = getattr(error, "position", 0)
        opened = getattr(error, "context_mark", None)
        if problem == "found unexpected end of stream" and opened is not None:
            mark = opened  # the quotation mark that was never closed
        index = mark.index if mark is not None else position if isinstance(position, int) else 0
        index = min(index, max(len(self.text.rstrip()) - 1, 0))
        message, hint = _plain_words(problem, self.text, index)
        return self._at("SRC010", self.start + index, self.start + index + 1, message, hint=hint)

    def _key_no_text(self, index: int) -> Diagnostic:
        message = "the name of a key must be a text"
        hint = "put quotation marks around a value that begins with { or ["
        return self._at("SRC010", index, index + 1, message, hint=hint)

    def _no_mapping(self) -> Diagnostic:
        return self._at(
            "SRC017",
            self.start,
            self.start + len(self.text.split("\n")[0]),
            "expected lines of the form key: value",
            example="title: Why our invoice export failed",
        )

    def _no_list(self, path: Path, found: Any, example: str) -> Diagnostic:
        message = "expected a list of entries"
        hint = "begin every entry with a dash and a space" if isinstance(found, dict) else ""
        return self.fault("SRC041", path, message, hint=hint, example=example)

    def _duplicates(self, node: Any, seen: dict[str, int]) -> Iterable[Diagnostic]:
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from self._duplicates(item, {})
        if not isinstance(node, yaml.MappingNode):
            return
        for key_node, value_node in node.value:
            name = str(key_node.value)
            start = self.start + key_node.start_mark.index
            if name in seen:
                yield self._at(
                    "SRC012",
                    start,
                    self.start + key_node.end_mark.index,
                    f"“{name}” stands here a second time; the first is in line {seen[name]}",
                    hint="keep one of the two",
                )
            seen.setdefault(name, self.source.location(start).line)
            yield from self._duplicates(value_node, {})


def _events(text: str) -> Iterable[Any]:
    return yaml.parse(text, Loader=_TextLoader)


def child_of(node: Any, step: str | int) -> tuple[Any, Any] | None:
    """Key (None in a list) and value at ``step`` below ``node``; None where it is not there."""
    if isinstance(node, yaml.MappingNode) and isinstance(step, str):
        for key_node, value_node in node.value:
            if key_node.value == step:
                return key_node, value_node
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _forbidden(event: yaml.Event, depth: int) -> str:
    if isinstance(event, yaml.AliasEvent):
        return f"“*{event.anchor}” refers to another place; references are not used here"
    if getattr(event, "tag", None) is not None:
        return "“!” at the beginning of a value names a type; types are not used here"
    if depth > MAX_DEPTH:
        return f"nested more than {MAX_DEPTH} levels deep"
    return ""


def _plain_words(problem: str, text: str, index: int) -> tuple[str, str]:
    """What libyaml complains about, said so that a writer can mend it."""
    char = text[index : index + 1]
    if "mapping values are not allowed" in problem:
        return (
            "a second colon with a space in one line",
            'put quotation marks around the text: title: "Note: the export failed"',
        )
    if "cannot start any token" in problem:
        return f"a text cannot begin with “{char}”", "put quotation marks around the text"
    if "unexpected end of stream" in problem:
        return "a quotation mark was opened and never closed", "add the closing quotation mark"
    if "expected ',' or ']'" in problem:
        return "a list was opened with “[” and never closed", "add the closing “]”"
    if "expected ',' or '}'" in problem:
        return "a group was opened with “{” and never closed", "add the closing “}”"
    if "did not find expected <document start>" in problem:
        return "the keys do not begin in one column", "begin every key at the left margin"
    if "could not find expected ':'" in problem:
        return "a line without a colon", "write it as key: value, or indent it"
    return (
        f"this is no valid YAML: {problem}",
        "check indentation, colons and quotation marks of this line and the one above",
    )
