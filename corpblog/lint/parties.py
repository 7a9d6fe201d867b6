"""Where a text names a party: in words as people write them, and by the hosts of its links."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from unicodedata import normalize

from corpblog.lint.prose.parts import Link
from corpblog.lint.text import Text
from corpblog.markup.affiliates import stands_below
from corpblog.markup.targets import host_of
from corpblog.model.registers import Relation

# Between two words of a name: a hyphen or a few blanks, at most one line end among them. What is
# blank because it is code or a link's target is longer and parts a name.
_GAP = r"(?=[\s-])(?:-|[^\S\n]{0,8}+(?:\n[^\S\n]{0,8}+)?)"
# “Kern's”, „Kerns“, „Weiss’“.
_GENITIVE = r"(?:['’]s|s|['’])?"
_PARTS = re.compile(r"[\s-]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """Somebody by all names; ``match`` is as in ``registers/relations.yml``."""

    names: tuple[str, ...]
    domains: tuple[str, ...] = ()
    match: Literal["any", "case", "domain"] = "any"

    @property
    def name(self) -> str:
        """The first name that there is."""
        return self.names[0] if self.names else next(iter(self.domains), "")


class Mention(NamedTuple):
    """A place (code points from the top of the file) that names a party, and what stands there."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Readable:
    """What a reader reads of a text, made ready for looking up many parties.

    ``folded`` is the text without regard to case; its offsets mean nothing.
    """

    text: str
    folded: str
    links: tuple[tuple[str, Link], ...] = field(default=())


def readable(text: Text) -> Readable:
    """The words of ``text`` with its quotations and alt texts, and the hosts that it links to."""
    words = text.prose.readable
    hosts = ((_host(link.target), link) for link in text.prose.links)
    return Readable(
        text=words, folded=_folded(words), links=tuple(pair for pair in hosts if pair[0])
    )


def readable_words(words: str) -> Readable:
    """A text without links, such as the alt text of a picture in the front matter."""
    return Readable(text=words, folded=_folded(words))


def party_of(relation: Relation) -> Party:
    """The party of an entry of ``registers/relations.yml``."""
    names = tuple(name for name in (relation.party, *relation.aliases) if name.strip())
    domains = tuple(filter(None, map(_domain, relation.domains)))
    return Party(names=names, domains=domains, match=relation.match)


def mentions(seen: Readable, party: Party) -> Iterator[Mention]:
    """Every place in ``seen`` that names ``party``: words first, then links, each in order.

    Of names within each other, such as “Kern GmbH” and “Kern”, the longest counts.
    """
    if party.match != "domain":
        last = 0
        for start, end in sorted(_named(seen, party), key=lambda span: (span[0], -span[1])):
            if start >= last:
                yield Mention(start, end, seen.text[start:end])
                last = end
    if party.domains:
        for host, link in seen.links:
            if stands_below(host, party.domains):
                yield Mention(link.start, link.end, host)


def first_mention(seen: Readable, party: Party) -> Mention | None:
    """The first place that names ``party``, whether by word or by link."""
    return min(mentions(seen, party), key=lambda mention: mention.start, default=None)


def is_named(words: str, party: Party) -> bool:
    """Whether ``words`` name ``party``, in whatever case: a disclosure needs no exact spelling."""
    seen = readable_words(words)
    return any(True for _ in _named(seen, Party(names=party.names)))


def are_same(left: Party, right: Party) -> bool:
    """Whether two parties have a name in common."""
    return not _keys(left.names).isdisjoint(_keys(right.names))


def _keys(names: Collection[str]) -> set[str]:
    return {" ".join(_folded(name).split()) for name in names}


def _named(seen: Readable, party: Party) -> Iterator[tuple[int, int]]:
    flags = re.NOFLAG if party.match == "case" else re.IGNORECASE
    for name in party.names:
        parts = [part for part in _PARTS.split(name) if part]
        # Most names are not there at all, which is quickly seen.
        if parts and all(_folded(part) in seen.folded for part in parts):
            for found in re.finditer(_pattern(parts), seen.text, flags):
                yield found.span()


def _pattern(parts: list[str]) -> str:
    words = _GAP.join("".join(map(_letter, normalize("NFC", part))) for part in parts)
    before = r"(?<![^\W_])" if parts[0][0].isalnum() else ""
    after = _GENITIVE + r"(?![^\W_])" if parts[-1][-1].isalnum() else ""
    return before + words + after


def _letter(letter: str) -> str:
    """A letter as it may be written: in one code point, or with a combining mark."""
    apart = normalize("NFD", letter)
    if letter in "'’":
        return "['’]"
    return re.escape(letter) if apart == letter else f"(?:{letter}|{apart})"


def _folded(words: str) -> str:
    return normalize("NFC", words).casefold().replace("’", "'")


def _host(target: str) -> str:
    return _ascii(host_of(target)) if "//" in target else ""


def _domain(written: str) -> str:
    """A domain as a person writes it: with or without scheme, ``www.`` and path."""
    host = host_of(written if "//" in written else f"//{written.strip()}")
    return _ascii(host.removeprefix("www."))


def _ascii(host: str) -> str:
    """A host as it travels: “bäckerei.example” is “xn--bckerei-5wa.example”."""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
