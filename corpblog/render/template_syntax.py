"""What the template engine says of a template that it cannot read, in our words, at its tag."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile

from jinja2 import Environment
from jinja2.exceptions import TemplateSyntaxError

from corpblog.diagnostics import Location
from corpblog.nearest import nearest

# Tags that another one has to close, and all that may stand alone or in between.
_OPENING = ("autoescape", "block", "call", "filter", "for", "if", "macro", "set", "with", "raw")
_SINGLE = ("do", "elif", "else", "extends", "from", "import", "include")
_KNOWN = (*_OPENING, *(f"end{name}" for name in _OPENING), *_SINGLE)
_ELSEWHERE = {"elseif": "elif", "elsif": "elif", "end": "endif", "foreach": "for"}
# How the engine calls what we show as it is written.
_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
}
_OPERATORS = {
    "&": "write “and”",
    "!": "write “not”, or “!=” to compare",
    "?": "write “… if … else …”",
}
# Comments, raw parts, and what is left: tags and printed values.
_PART = re.compile(
    r"\{#.*?#\}"
    r"|\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}"
    r"|\{%[-+]?\s*(?P<tag>\w*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|(?!%\}).)*)(?:%\}|\Z)"
    r"|(?P<print>\{\{)",
    re.DOTALL,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class InWords:
    """A fault of syntax: where, what, and what to do."""

    location: Location
    message: str
    hint: str


@dataclass(frozen=True, kw_only=True, slots=True)
class _Tag:
    """A tag, or the begin of a printed value (its name is ``{{``)."""

    name: str
    rest: str
    start: int
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Reader:
    """A template that cannot be read, and what the engine said of it."""

    text: str
    path: str
    said: str
    line: int
    environment: Environment

    def tags(self) -> Iterable[_Tag]:
        """The tags of the template in their order."""
        for part in _PART.finditer(self.text):
            name = "{{" if part["print"] else part["tag"]
            if name is not None:
                line = self.text.count("\n", 0, part.start()) + 1
                yield _Tag(name=name, rest=part["rest"] or "", start=part.start(), line=line)

    def unclosed(self, before: int) -> list[_Tag]:
        """The tags that are open at the place ``before``, the innermost last."""
        found: list[_Tag] = []
        for tag in takewhile(lambda each: each.start < before, self.tags()):
            alone = tag.name == "set" and "=" in tag.rest
            if tag.name in _OPENING and not alone:
                found.append(tag)
            elif found and tag.name == f"end{found[-1].name}":
                found.pop()
        return found

    def tag(self, name: str) -> _Tag | None:
        """The tag of this name at the line of the fault."""
        return next(
            (tag for tag in self.tags() if tag.line == self.line and tag.name == name), None
        )

    def at(self, start: int, length: int = 0) -> Location:
        """The place of a part of the text."""
        line = self.text.count("\n", 0, start) + 1
        column = start - self.text.rfind("\n", 0, start)
        if not length:
            return Location(path=self.path, line=line, column=column)
        end = column + length
        return Location(path=self.path, line=line, column=column, end_line=line, end_column=end)

    def at_word(self, word: str) -> Location:
        """Where ``word`` stands in a tag of the faulty line; else where its first tag does."""
        begin, line = self._line()
        opening = re.search(r"\{[{%#]", line)
        first, inside = opening.span() if opening is not None else (0, 0)
        exact = re.escape(word)
        pattern = rf"(?<!\w){exact}(?!\w)" if word[:1].isalnum() else exact
        found = re.compile(pattern).search(line, inside) if word else None
        if found is not None:
            return self.at(begin + found.start(), len(word))
        return self.at(begin + first)

    def _line(self) -> tuple[int, str]:
        lines = self.text.split("\n")
        number = min(max(self.line, 1), len(lines))
        return sum(len(each) + 1 for each in lines[: number - 1]), lines[number - 1]


def in_words(error: TemplateSyntaxError, path: str, text: str, known: Environment) -> InWords:
    """``error`` of the template at ``path`` with the source ``text``."""
    said = str(error.message)
    reader = _Reader(text=text, path=path, said=said, line=error.lineno, environment=known)
    for pattern, tell in _SAYINGS.items():
        found = re.match(pattern, said)
        if found is not None:
            return tell(reader, found)
    hint = "mend the template at this line; the lines before it may hold the cause"
    return InWords(location=reader.at_word(""), message=f"Jinja says: {said}", hint=hint)


def _never_closed(reader: _Reader, found: re.Match[str]) -> InWords:
    tag = next(iter(reader.unclosed(len(reader.text))[-1:]), None)
    name = tag.name if tag else found[1]
    hint = f"write {{% end{name} %}} where it ends"
    if name == "set":
        hint = "write {% set name = value %}, or {% endset %} where the text ends"
    if tag is None:
        return InWords(
            location=reader.at_word(name), message=f"{{% {name} %}} is never closed", hint=hint
        )
    message = f"the block opened in line {tag.line} by {{% {name} %}} is never closed"
    return InWords(location=reader.at(tag.start), message=message, hint=hint)


def _unknown_tag(reader: _Reader, found: re.Match[str]) -> InWords:
    name = found[1]
    tag = reader.tag(name)
    place = reader.at(tag.start) if tag else reader.at_word(name)
    opened = reader.unclosed(tag.start if tag else len(reader.text))
    message, hint = f"there is no tag {{% {name} %}}", _meant(name)
    if name in _KNOWN and name.startswith("end") and opened:
        inner = opened[-1]
        message = (
            f"the block opened in line {inner.line} by {{% {inner.name} %}}"
            f" is not closed before {{% {name} %}}"
        )
        hint = f"write {{% end{inner.name} %}} above this line, or take {{% {name} %}} out"
    elif name in _KNOWN and name.startswith("end"):
        message = f"{{% {name} %}} closes nothing: no {{% {name[3:]} %}} is open here"
        hint = "take it out, or look for one above that was closed too early"
    elif name in ("else", "elif"):
        message = f"{{% {name} %}} does not stand inside {{% if %}}"
        hint = "look for an {% if %} above that was closed too early or never opened"
    return InWords(location=place, message=message, hint=hint)


def _meant(name: str) -> str:
    near = _ELSEWHERE.get(name) or nearest(name, _KNOWN)
    known = ", ".join(sorted((*_OPENING, *_SINGLE)))
    return f"did you mean {{% {near} %}}?" if near else f"known tags: {known}"


def _expected(reader: _Reader, found: re.Match[str]) -> InWords:
    wanted, got = (_TOKENS.get(word, word) for word in (found[1], found[2]))
    place = reader.at_word(got)
    start = _offset(reader.text, place)
    opening = [tag for tag in reader.tags() if tag.start < start]
    if wanted == "}}" and opening and opening[-1].line < reader.line:
        location = reader.at(opening[-1].start)
        message = f"the {{{{ of line {opening[-1].line} is not closed with }}}}"
        return InWords(location=location, message=message, hint=f"write }}}} before “{got}”")
    message = f"“{_shown(wanted)}” is expected here, not “{got}”"
    hint = "look for an operator, a bracket or a quotation mark that is missing in this tag"
    name = opening[-1].name if opening else ""
    if got == "=":
        hint = "compare with “==”"
    elif name == "else" and got == "if":
        hint = "write {% elif … %}"
    elif name == "endblock":
        hint = f"the block that ends here has another name than “{got}”"
    return InWords(location=place, message=message, hint=hint)


def _end_before(reader: _Reader, found: re.Match[str]) -> InWords:
    wanted = _TOKENS.get(found[1], found[1])
    tags = list(reader.tags())
    place = reader.at(tags[-1].start) if tags else reader.at_word("")
    message = f"the template ends before “{_shown(wanted)}”"
    return InWords(location=place, message=message, hint=f"close this tag with “{_shown(wanted)}”")


def _no_value(reader: _Reader, found: re.Match[str]) -> InWords:
    got = _TOKENS.get(found[1], found[1])
    hint = "write a value there, or look for a bracket that is missing in this tag"
    message = f"a value is missing before “{got}”"
    return InWords(location=reader.at_word(got), message=message, hint=hint)


def _bracket(reader: _Reader, found: re.Match[str]) -> InWords:
    got, wanted = found[1], found[2]
    message = f"“{wanted}” is missing before “{got}”" if wanted else f"“{got}” closes nothing here"
    hint = "close each bracket; a value ends with }} and a tag with %}"
    return InWords(location=reader.at_word(got), message=message, hint=hint)


def _character(reader: _Reader, found: re.Match[str]) -> InWords:
    mark, place = found[1], reader.at(int(found[2]), 1)
    if mark in "'\"":
        hint = "close the quotation on the same tag"
        return InWords(
            location=place, message=f"a quotation mark ({mark}) is not closed", hint=hint
        )
    hint = _OPERATORS.get(mark, "take it out, or put the text into quotation marks")
    message = f"“{mark}” means nothing in a template"
    return InWords(location=place, message=message, hint=hint)


def _no_such(reader: _Reader, found: re.Match[str]) -> InWords:
    kind, name = found[1], found[2]
    table = reader.environment.filters if kind == "filter" else reader.environment.tests
    message, hint = no_such(kind, name, table)
    return InWords(location=reader.at_word(name), message=message, hint=hint)


def no_such(kind: str, name: str, known: Iterable[str]) -> tuple[str, str]:
    """Message and hint for a filter or a test that the engine does not know."""
    near = nearest(name, sorted(known))
    hint = (
        f"did you mean “{near}”?" if near else f"take the {kind} out; Jinja's pages list them all"
    )
    return f"there is no {kind} “{name}”", hint


def _twice(reader: _Reader, found: re.Match[str]) -> InWords:
    message = f"the block “{found[1]}” is defined twice in this template"
    hint = "give one of the two another name, or show it again with {{ self.NAME() }}"
    return InWords(location=reader.at_word(found[1]), message=message, hint=hint)


def _open_part(reader: _Reader, found: re.Match[str]) -> InWords:
    pattern = r"\{#" if found[1] == "comment tag" else r"\{%[-+]?\s*raw\s*[-+]?%\}"
    starts = [each.start() for each in re.finditer(pattern, reader.text)]
    place = reader.at(starts[-1]) if starts else reader.at_word("")
    mark, end = ("{#", "#}") if found[1] == "comment tag" else ("{% raw %}", "{% endraw %}")
    message = f"the part opened in line {place.line} by {mark} is never closed"
    return InWords(location=place, message=message, hint=f"write {end} where it ends")


def _shown(wanted: str) -> str:
    return "a name" if wanted == "name" else wanted


def _offset(text: str, place: Location) -> int:
    lines = text.split("\n")
    return sum(len(each) + 1 for each in lines[: place.line - 1]) + place.column - 1


# What the engine says (jinja2's parser.py, lexer.py and compiler.py), and who says it better.
_SAYINGS: Mapping[str, Callable[[_Reader, re.Match[str]], InWords]] = {
    r"Unexpected end of template.*closed is '(\w+)'": _never_closed,
    r"Encountered unknown tag '(\w+)'": _unknown_tag,
    r"expected token '(.+)', got '(.+)'": _expected,
    r"unexpected end of template, expected '(.+)'": _end_before,
    r"Expected an expression, got '(.+)'": _no_value,
    r"unexpected '(end of .+)'": _no_value,
    r"unexpected '(.)'(?:, expected '(.)')?": _bracket,
    r"unexpected char ['\"](.)['\"] at (\d+)": _character,
    r"No (filter|test) named '(.+)'": _no_such,
    r"block '(.+)' defined twice": _twice,
    r"Missing end of (comment tag|raw directive)": _open_part,
}
