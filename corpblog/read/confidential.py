"""Terms that must not be said, kept as salted hashes: registers/confidential.hashes."""

import re
from collections.abc import Iterator

from corpblog.diagnostics import Diagnostic
from corpblog.model.registers import ConfidentialHashes
from corpblog.model.source import SourceText
from corpblog.read.faults import FAULTS

HASHES_FILE = "registers/confidential.hashes"
_HINT = "add terms with: corpblog guidelines hash-term"

_SALT = re.compile(r"salt:[ \t]*([0-9a-fA-F]*)[ \t]*")
_DIGEST = re.compile(r"[0-9a-fA-F]{64}")
# Shorter salts can be tried out in advance.
_SHORTEST_SALT = 16


def hashes_in(source: SourceText) -> tuple[ConfidentialHashes, tuple[Diagnostic, ...]]:
    """The salt and the digests of ``source``, and a fault at each line that is neither.

    No fault shows the line: it may hold a term that somebody typed by mistake.
    """
    salt = ""
    digests: set[str] = set()
    told: list[Diagnostic] = []
    for start, line in _lines(source.text):
        salted = _SALT.fullmatch(line)
        if salted:
            problem = _salt_problem(salted.group(1), known=bool(salt))
            salt = salt or salted.group(1).lower()
        elif _DIGEST.fullmatch(line):
            problem = "" if salt else "a hash stands here before the salt"
            digests.add(line.lower())
        else:
            problem = "expected 64 hexadecimal digits, a salt or a comment"
        if problem:
            place = source.location(start, start + len(line))
            told.append(FAULTS["SRC040"].at(place, problem, hint=_HINT))
    return ConfidentialHashes(salt=salt, digests=frozenset(digests)), tuple(told)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something, without white space around them, each with its offset."""
    offset = 0
    for line in text.split("\n"):
        content = line.strip()
        if content and not content.startswith("#"):
            yield offset + line.index(content), content
        offset += len(line) + 1


def _salt_problem(salt: str, *, known: bool) -> str:
    if known:
        return "a second salt; hashes under the first would be lost"
    if len(salt) < _SHORTEST_SALT:
        return f"a salt has {_SHORTEST_SALT} hexadecimal digits or more"
    return ""
