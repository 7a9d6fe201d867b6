"""The folder of the intake: its database, its salt, the tokens of the staff, its lock."""

import hashlib
import os
import re
import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpblog.files import write_new

# Below the site, in the folder that is never published and never committed.
DEFAULT_DATABASE = ".corpblog/comments/isso.db"
_TOKEN_LINE = re.compile(r"([a-z0-9][a-z0-9-]*) ([0-9a-f]{64})")


class TakenError(Exception):
    """Another intake works on the same database."""


@dataclass(frozen=True, kw_only=True, slots=True)
class IntakePlace:
    """Where an intake keeps what it must not lose and not show."""

    database: Path

    @property
    def salt_file(self) -> Path:
        """Beside the database: with the salt, addresses could be guessed from Isso's hashes."""
        return self.database.with_suffix(".salt")

    @property
    def token_file(self) -> Path:
        """SHA-256 of the staff's tokens, one line each: ID DIGEST."""
        return self.database.with_suffix(".tokens")

    @property
    def lock_file(self) -> Path:
        """Held while an intake works on the database."""
        return self.database.with_suffix(".lock")

    def prepare(self) -> None:
        """Make the folder, for the user alone, and keep it out of any repository."""
        folder = self.database.parent
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True)
            write_new(folder / ".gitignore", b"*\n")
        if not self.database.exists():
            _write_secret(self.database, b"")

    def salt(self) -> str:
        """The salt of this database, drawn once."""
        if not self.salt_file.exists():
            _write_secret(self.salt_file, f"{secrets.token_hex(32)}\n".encode())
        return self.salt_file.read_text().strip()

    def tokens(self) -> Mapping[str, str]:
        """Id of an author -> SHA-256 of the token; lines that are none are passed over."""
        try:
            lines = self.token_file.read_text().splitlines()
        except FileNotFoundError:
            return {}
        found = map(_TOKEN_LINE.fullmatch, lines)
        return {line[1]: line[2] for line in found if line}

    def new_token(self, author: str) -> str:
        """Draw a token for ``author``; the one before is void. Only its hash is kept."""
        token = secrets.token_urlsafe(32)
        known = {**self.tokens(), author: hashlib.sha256(token.encode()).hexdigest()}
        lines = "".join(f"{id_} {digest}\n" for id_, digest in sorted(known.items()))
        fresh = self.token_file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        _write_secret(fresh, lines.encode())
        fresh.replace(self.token_file)
        return token

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Hold the database for one intake. Raises TakenError.

        Two at once would mix up readers: Isso answers with the newest comment, whosever it is.
        SQLite's own lock is on every system, and the system takes it back from a killed program.
        """
        holder = sqlite3.connect(self.lock_file, timeout=0.5, isolation_level=None)
        try:
            holder.execute("BEGIN EXCLUSIVE")
            yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY":
                raise
            raise TakenError from error
        finally:
            holder.close()


def _write_secret(file: Path, data: bytes) -> None:
    """A new file that the user alone may read. Raises ``OSError``."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(data)
