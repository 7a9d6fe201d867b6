"""``corpblog guidelines``: what the guidelines need to know and must not say aloud."""

import argparse
import secrets
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpblog.commands.site_folder import add_site_option, shown, site_folder
from corpblog.commands.words import BadWords
from corpblog.files import OutsideRoot, write_atomically
from corpblog.model.registers import ConfidentialHashes
from corpblog.report.terminal import is_watched, say

SUMMARY = "Keep what the linter needs to know of your guidelines and what no file may say openly."
EXAMPLES = """\
examples
  corpblog guidelines hash-term                      asks for terms and shows none
  corpblog guidelines hash-term --file terms.txt     one term per line
"""
_HASH_SUMMARY = """\
Add terms to registers/confidential.hashes: code names, customers, projects. The file holds
salted hashes (SHA-256), so the list may lie in the repository; the linter finds the terms in
posts all the same. A term has 1 to 4 words; capitals do not matter.

Without TERM the terms are read from standard input and not shown while you type. That is the
safer way: a TERM in the command itself stays in the history of your shell."""
_HASH_EXAMPLES = """\
examples
  corpblog guidelines hash-term
  corpblog guidelines hash-term --file terms.txt
  corpblog guidelines hash-term < terms.txt

Short and guessable words can be found out by trying; keep the file out of public repositories
if that matters.
"""
_MOST_WORDS = 4
_SALT_BYTES = 16
_HEAD = (
    "# Salted hashes of terms that posts must not say; see corpblog guidelines hash-term --help\n"
)


def add_words(parser: argparse.ArgumentParser) -> None:
    """What to do, with its own words."""
    deeds = parser.add_subparsers(dest="deed", metavar="WHAT", required=True)
    hashing = deeds.add_parser(
        "hash-term", help="add terms", description=_HASH_SUMMARY, epilog=_HASH_EXAMPLES
    )
    hashing.add_argument(
        "terms", metavar="TERM", nargs="*", help="a term (better not here: shells remember it)"
    )
    hashing.add_argument("--file", type=Path, metavar="FILE", help="file with one term per line")
    add_site_option(hashing)


def run(words: argparse.Namespace) -> int:
    """Add the terms; say how many, and never which."""
    root = site_folder(words.site)
    hashes, raw = _present(root)
    terms = tuple(_checked(_asked_for(words.terms, words.file)))
    if not terms:
        raise BadWords("there is no term to add", "see corpblog guidelines hash-term --help")
    salted = hashes if hashes.salt else ConfidentialHashes(salt=secrets.token_hex(_SALT_BYTES))
    digests = dict.fromkeys(salted.digest(term) for term in terms)
    fresh = [digest for digest in digests if digest not in hashes.digests]
    if fresh:
        _write(root, _extended(raw, "" if hashes.salt else salted.salt, fresh))
    say(_told(len(fresh), len(digests) - len(fresh), shown(root / _file())))
    return 0


def _file() -> str:
    from corpblog.read.confidential import HASHES_FILE

    return HASHES_FILE


def _present(root: Path) -> tuple[ConfidentialHashes, bytes]:
    """What the file holds now; a file with faults is left alone (CorpblogError)."""
    from corpblog.diagnostics import CorpblogError
    from corpblog.read.confidential import hashes_in
    from corpblog.read.sources import read_source

    if not (root / _file()).exists():
        return ConfidentialHashes(), b""
    source, faults = read_source(root, _file())
    hashes, line_faults = hashes_in(source) if source else (ConfidentialHashes(), ())
    if faults or line_faults:
        raise CorpblogError(diagnostics=(*faults, *line_faults))
    return hashes, (root / _file()).read_bytes()


def _asked_for(terms: list[str], file: Path | None) -> Iterator[str]:
    yield from terms
    if file is not None:
        yield from _lines_of(file)
    elif not terms and is_watched(sys.stdin):
        yield from _typed()
    elif not terms and sys.stdin is not None:
        yield from sys.stdin.read().splitlines()


def _lines_of(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise BadWords(f"{file} is no text in UTF-8", "save it as UTF-8") from error


def _typed() -> Iterator[str]:
    """Terms that a person types unseen, up to an empty line."""
    import getpass

    while True:
        try:
            term = getpass.getpass("Term (not shown; empty line to end): ")
        except EOFError:
            return
        if not term.strip():
            return
        yield term


def _checked(terms: Iterable[str]) -> Iterator[str]:
    """Terms as they are hashed, without empty ones; the message of a refusal shows none."""
    from corpblog.wordlists.tokens import tokenise

    for number, term in enumerate(terms, start=1):
        tokens = tokenise(term)
        words = [token.folded for token in tokens]
        if not term.strip():
            continue
        if not all(token.joined for token in tokens[1:]):
            message = f"term {number} has signs between its words; it would never be found"
            raise BadWords(message, "only blanks and hyphens may stand there; nothing was changed")
        if not 1 <= len(words) <= _MOST_WORDS:
            message = f"term {number} has {len(words)} words; a term has 1 to {_MOST_WORDS}"
            raise BadWords(message, "take the words that give the secret away; nothing was changed")
        yield " ".join(words)


def _extended(raw: bytes, salt: str, digests: list[str]) -> bytes:
    """The file with more lines at its end; what stood there stays as it was."""
    end = "\r\n" if b"\r\n" in raw else "\n"
    head = raw.decode("utf-8-sig") or _HEAD
    lines = [f"salt: {salt}", *digests] if salt else digests
    joint = "" if head.endswith("\n") else end
    return (head + joint + "".join(f"{line}{end}" for line in lines)).encode()


def _write(root: Path, data: bytes) -> None:
    try:
        write_atomically(root, _file(), data)
    except OutsideRoot as error:
        message = f"cannot write {error.relative}: it {error.reason}"
        raise BadWords(message, "let the registers lie in the folder of the site") from error


def _told(added: int, known: int, file: str) -> str:
    count = "1 term" if added == 1 else f"{added} terms"
    before = f"; {known} {'was' if known == 1 else 'were'} there already" if known else ""
    return f"Added {count} to {file}{before}.\n"
