"""What stands above an old text: YAML, TOML or JSON, and where the text itself begins."""

import json
import re
import tomllib
from dataclasses import dataclass

from corpblog.diagnostics import Location
from corpblog.importers.old.foreign_yaml import Foreign, Mend, read_yaml
from corpblog.importers.old.source import OldFile
from corpblog.importers.old.traced import Traced
from corpblog.importers.old.values import Value, from_python
from corpblog.importers.record import Kind, Loss, Section

_YAML = re.compile(r"---[ \t]*\n(?P<front>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.M)
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<front>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.M)


@dataclass(frozen=True, kw_only=True, slots=True)
class OldText:
    """A file of the old blog, taken apart: ``values`` from above, ``body`` from below."""

    file: OldFile
    values: dict[str, Value]
    body: Traced
    has_front: bool
    losses: tuple[Loss, ...] = ()
    places: tuple[tuple[str, int], ...] = ()

    def at_key(self, *keys: str) -> Location:
        """The line of the first of ``keys`` that stands there, else the top of the file."""
        places = dict(self.places)
        for key in keys:
            if key in places:
                return self.file.at(places[key])
        return Location(path=self.file.path, line=1, column=1)

    def at_body(self, offset: int, body: Traced | None = None) -> Location:
        """The old place of a character of the text as it is now."""
        return self.file.at((body or self.body).origin(offset))


def take_apart(file: OldFile) -> OldText:
    """Front matter and text of ``file``; a file without front matter is all text."""
    text = file.text
    if match := _YAML.match(text):
        return _assemble(file, read_yaml(match["front"]), match.start("front"), match.end())
    if match := _TOML.match(text):
        return _assemble(file, read_toml(match["front"]), match.start("front"), match.end())
    if text.startswith("{"):
        try:
            values, end = json.JSONDecoder().raw_decode(text)
            front = _foreign(values, text[:end], quote='"')
        except (ValueError, RecursionError):
            return OldText(file=file, values={}, body=Traced(text=text), has_front=False)
        return _assemble(file, front, 0, end)
    return OldText(file=file, values={}, body=Traced(text=text), has_front=False)


def read_toml(text: str) -> Foreign:
    """A TOML table; text that is no TOML is kept whole under ``unread`` and told."""
    try:
        return _foreign(tomllib.loads(text), text)
    except (ValueError, RecursionError) as error:
        mend = Mend(offset=0, construct="TOML that broke", found=str(error), done="kept as text")
        return Foreign(values={"unread": [text.strip()]}, places={}, mends=(mend,))


def _foreign(values: dict[str, object], text: str, quote: str = "") -> Foreign:
    places = {}
    for key in values:
        pattern = rf"^\s*\[*{quote}{re.escape(key)}{quote}[\]\s]*[=:\]]?"
        match = re.search(pattern, text, re.MULTILINE)
        places[key] = match.end() - len(match[0].lstrip()) if match else 0
    read = {key: from_python(value) for key, value in values.items()}
    return Foreign(values=read, places=places)


def _assemble(file: OldFile, front: Foreign, start: int, end: int) -> OldText:
    body = file.text[end:]
    return OldText(
        file=file,
        values=front.values,
        body=Traced(text=body, marks=((0, end),)),
        has_front=True,
        losses=tuple(mended(file, mend, start) for mend in front.mends),
        places=tuple((key, start + place) for key, place in front.places.items()),
    )


def mended(file: OldFile, mend: Mend, start: int = 0) -> Loss:
    """The entry of the report for something that was mended in a file's YAML or TOML."""
    return Loss(
        location=file.at(start + mend.offset),
        section=Section.FRONT_MATTER,
        kind=Kind.REPAIRED,
        construct=mend.construct,
        done=mend.done,
        found=mend.found,
    )
