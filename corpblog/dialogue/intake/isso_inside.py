"""The door of Isso: one instance in this process, with a configuration that sends nothing out.

Nothing of a request reaches it but values that the wrapper has checked.
"""

import html
import json
import logging
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werkzeug.test import EnvironBuilder, run_wsgi_app

from corpblog.dialogue.intake.place import IntakePlace
from corpblog.dialogue.isso_comment import escaped

# How long the browser that sent a comment may change it, in seconds.
EDIT_SECONDS = 15 * 60
# The same author and text again within this time is the same comment, sent twice.
TWICE_SECONDS = 10 * 60
# How long a reader waits for a database that somebody else holds, in seconds.
_PATIENCE = 2.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What Isso said: HTTP status, the JSON, and the cookies that let the sender edit."""

    status: int
    body: Any
    cookies: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What the wrapper must know of a comment in the database."""

    id: int
    created: float
    mode: int
    text: str
    author: str | None


class IssoInside:
    """Isso with its database. One thread at a time may call it."""

    def __init__(self, place: IntakePlace, public_url: str, site_url: str) -> None:
        self.database = place.database
        self._public_url = public_url
        self.app = _app(_configuration(place, public_url, site_url))

    def add(self, uri: str, fields: Mapping[str, Any], client: str) -> Answer:
        """Hand a new comment over."""
        return self._ask("POST", "/new", client, query={"uri": uri}, fields=fields)

    def edit(self, id_: int, fields: Mapping[str, Any], cookie: str) -> Answer:
        """Change a comment for the one who has its cookie."""
        return self._ask("PUT", f"/id/{id_}", "", fields=fields, cookie=f"{id_}={cookie}")

    def delete(self, id_: int, cookie: str) -> Answer:
        """Take a comment back for the one who has its cookie."""
        return self._ask("DELETE", f"/id/{id_}", "", fields={}, cookie=f"{id_}={cookie}")

    def fetch(self, uri: str) -> Answer:
        """The published comments of a thread, as raw text."""
        return self._ask("GET", "/", "", query={"uri": uri, "plain": "1"})

    def row(self, id_: int) -> Row | None:
        """The comment with this id."""
        return self._first("c.id = ?", (id_,))

    def same(self, uri: str, text: str, author: str, since: float) -> Row | None:
        """The newest comment with this text by this author since then, unless removed."""
        wanted = (
            "c.text = ? AND coalesce(c.author, '') = ? AND c.created >= ? AND c.mode <> 4"
            " AND t.uri = ?"
        )
        return self._first(wanted, (text, escaped(author), since, uri))

    def is_well(self) -> bool:
        """Whether the database answers."""
        try:
            self._first("c.id = ?", (0,))
        except sqlite3.Error:
            return False
        return True

    def _first(self, wanted: str, values: tuple[Any, ...]) -> Row | None:
        query = (
            "SELECT c.id, c.created, c.mode, c.text, c.author FROM comments AS c"  # noqa: S608
            f" JOIN threads AS t ON t.id = c.tid WHERE {wanted} ORDER BY c.id DESC LIMIT 1"
        )
        address = f"{self.database.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as connection:
            found = connection.execute(query, values).fetchone()
        if not found:
            return None
        id_, created, mode, text, author = found
        return Row(id=id_, created=created, mode=mode, text=text, author=author)

    def _ask(
        self,
        method: str,
        path: str,
        client: str,
        *,
        query: Mapping[str, str] | None = None,
        fields: Mapping[str, Any] | None = None,
        cookie: str = "",
    ) -> Answer:
        builder = EnvironBuilder(
            path=path,
            base_url=f"{self._public_url.rstrip('/')}/",
            query_string=dict(query or {}),
            method=method,
            data=None if fields is None else json.dumps(fields).encode(),
            content_type=None if fields is None else "application/json",
            headers=[("Accept", "application/json"), *([("Cookie", cookie)] if cookie else [])],
            environ_base={"REMOTE_ADDR": client},
        )
        try:
            chunks, status, headers = run_wsgi_app(self.app, builder.get_environ(), buffered=True)
            body = b"".join(chunks)
        finally:
            builder.close()
        cookies = tuple(
            (name, value) for name, value in headers if name in ("Set-Cookie", "X-Set-Cookie")
        )
        return Answer(status=int(status[:3]), body=_json(body), cookies=cookies)


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body.decode("utf-8", "replace")


def _configuration(place: IntakePlace, public_url: str, site_url: str) -> Mapping[str, Any]:
    """What differs from Isso's own configuration file, by section."""
    return {
        "general": {
            "dbpath": str(place.database.absolute()),
            "host": site_url,
            "max-age": f"{EDIT_SECONDS}s",
            "notify": "",
            "reply-notifications": "false",
            "gravatar": "false",
            "gravatar-url": "",
            "latest-enabled": "false",
            "log-file": "",
        },
        "admin": {"enabled": "false", "password": ""},
        "moderation": {
            "enabled": "true",
            "approve-if-email-previously-approved": "false",
            "purge-after": "3650d",
        },
        # Addresses are known before Isso is asked; it trusts no header.
        "server": {"public-endpoint": public_url, "samesite": "Lax", "trusted-proxies": ""},
        "guard": {
            "enabled": "true",
            "ratelimit": "2",
            "direct-reply": "50",
            "reply-to-self": "true",
            "require-author": "false",
            "require-email": "false",
        },
        "hash": {"salt": place.salt(), "algorithm": "pbkdf2"},
        "rss": {"base": ""},
    }


def _app(settings: Mapping[str, Any]) -> Any:
    """Isso itself, without what its own starter adds: no request to the site, no demo pages."""
    # Isso sets up logging of every step when it is imported, unless somebody did before.
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    logging.getLogger("isso").setLevel(logging.ERROR)
    import isso  # type: ignore[import-untyped]
    from isso.config import IssoParser, default_file  # type: ignore[import-untyped]
    from isso.core import Mixin  # type: ignore[import-untyped]

    class PlainParser(IssoParser):  # type: ignore[misc]
        """Values as they are: Isso would take a ``$`` in a path for a variable."""

        def get(self, section: str, option: str, **settings: Any) -> Any:
            return super(IssoParser, self).get(section, option, **settings)

    # Mixin alone starts no thread that purges what waits, and it hides no comment in a cache.
    class OneProcess(isso.Isso, Mixin):  # type: ignore[misc]
        """Isso that renders nothing: the site does that, and an odd text cannot stop it here."""

        def render(self, text: str) -> str:
            return html.escape(text)

    parser = PlainParser()
    parser.read(Path(default_file()), encoding="utf-8")
    parser.read_dict(settings)
    return isso.local_manager.make_middleware(OneProcess(parser))
