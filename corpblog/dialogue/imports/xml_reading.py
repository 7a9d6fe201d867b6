"""XML of strangers: read in one pass with little memory; document types and entities refused."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from corpblog.diagnostics import CorpblogError
from corpblog.dialogue.imports.faults import refusal

# Old systems wrote signs that XML does not know; what they mean nobody can see.
_CONTROL = bytes(sign for sign in range(32) if sign not in (9, 10, 13))
_PIECE = 1 << 16
_DEEPEST = 100
# In characters: a comment is never so long, and a post hardly.
_LONGEST = 5_000_000


@dataclass(kw_only=True, slots=True)
class Element:
    """An element with its names free of prefixes; ``text`` is what stands directly in it."""

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The characters of the element, those of its children left out."""
        return "".join(self.parts)

    def first(self, name: str) -> str:
        """The text of the first child of that name that has any, without blanks around it."""
        texts = (child.text.strip() for child in self.children if child.name == name)
        return next((text for text in texts if text), "")

    def child(self, name: str) -> "Element | None":
        """The first child of that name."""
        return next((child for child in self.children if child.name == name), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What to keep of a file: its outermost element, the elements, and whose text matters."""

    root: str
    elements: frozenset[str]
    keeps_text: Callable[[str], bool]


def elements(path: Path, wanted: Wanted) -> Iterator[Element]:
    """The wanted elements of a file, in order, each once it is whole.

    Raises CorpblogError for a file that is missing (IMPORT011), of another kind (IMPORT012),
    damaged (IMPORT013), or made to harm (IMPORT014).
    """
    if not path.is_file():
        raise refusal("IMPORT011", path, "there is no such file", "name the exported XML file")
    reading = _Reading(path, wanted)
    try:
        with path.open("rb") as file:
            piece = file.read(_PIECE)
            wide = piece.startswith((b"\xff\xfe", b"\xfe\xff"))
            while piece:
                reading.parser.Parse(piece if wide else piece.translate(None, _CONTROL), False)
                yield from reading.take()
                piece = file.read(_PIECE)
            reading.parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise _damaged(path, error) from error
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise refusal("IMPORT011", path, message, "look at the rights of the file") from error
    yield from reading.take()


class _Reading:
    """A file on its way through the parser."""

    def __init__(self, path: Path, wanted: Wanted) -> None:
        self.path = path
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._doctype
        self._wanted = wanted
        self._depth = 0
        self._open: list[Element] = []
        self._done: list[Element] = []
        self._length = 0

    def take(self) -> list[Element]:
        """The elements that became whole since the last time."""
        done, self._done = self._done, []
        return done

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if self._depth == 0 and name != self._wanted.root:
            raise other_export(self.path, name)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._unsafe(f"elements lie more than {_DEEPEST} deep in each other")
        if not self._open and name not in self._wanted.elements:
            return
        own = {_local(key): value for key, value in attributes.items()}
        element = Element(name=name, line=self.parser.CurrentLineNumber, attributes=own)
        if self._open:
            self._open[-1].children.append(element)
        self._open.append(element)
        self._length = 0

    def _end(self, _: str) -> None:
        self._depth -= 1
        if self._open:
            element = self._open.pop()
            if not self._open:
                self._done.append(element)

    def _characters(self, text: str) -> None:
        if self._open and self._wanted.keeps_text(self._open[-1].name):
            self._length += len(text)
            if self._length > _LONGEST:
                raise self._unsafe("one text is longer than five million characters")
            self._open[-1].parts.append(text)

    def _doctype(self, *_: object) -> None:
        raise self._unsafe("the file declares a document type (DOCTYPE), which may hold entities")

    def _unsafe(self, message: str) -> CorpblogError:
        hint = "export it anew; no system writes such a file by itself"
        parser = self.parser
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        return refusal("IMPORT014", self.path, message, hint, line=line, column=column)


def _local(tag: str) -> str:
    """A name without its prefix: prefixes are the same in all exports, their meanings are not."""
    return tag.rpartition(":")[2]


# What the outermost element tells of a file that was taken for another.
_KINDS = {
    "rss": ("a WordPress export or another feed", "wordpress"),
    "disqus": ("a Disqus export", "disqus"),
    "feed": ("an Atom feed", ""),
    "html": ("a web page", ""),
}


def other_export(path: Path, root: str) -> CorpblogError:
    """The file is whole, and of another kind than was said."""
    kind, tool = _KINDS.get(root.lower(), (f"a file of <{root[:40]}>", ""))
    hint = f"say: corpblog comments import {tool} FILE" if tool else "name the exported XML file"
    return refusal("IMPORT012", path, f"this is {kind}", hint)


def _damaged(path: Path, error: expat.ExpatError) -> CorpblogError:
    if path.stat().st_size == 0:
        return refusal("IMPORT013", path, "the file is empty", "export it anew")
    reason = re.sub(r": line \d+, column \d+$", "", str(error))
    hint = "export it anew, or mend this place; nothing was imported"
    if error.code == expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]:
        reason = "the file ends in the middle"
    message = f"the XML is damaged: {reason}"
    return refusal("IMPORT013", path, message, hint, line=error.lineno, column=error.offset + 1)
