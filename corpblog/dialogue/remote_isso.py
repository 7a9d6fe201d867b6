"""An Isso on another machine: the published comments of each thread, over HTTP."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from http.client import HTTPException
from typing import IO, Any
from urllib.parse import urlencode, urlsplit

from corpblog.diagnostics import CorpblogError, Location
from corpblog.dialogue.intake_rows import IntakeView
from corpblog.dialogue.isso_comment import IssoComment, comment_of
from corpblog.dialogue.pull_faults import PULL_FAULTS

_SECONDS = 30.0
_MOST_BYTES = 20_000_000
_DEEPEST = 5


def fetch_published(address: str, paths: Mapping[str, tuple[str, ...]]) -> IntakeView:
    """The published comments of all threads of the Isso at ``address``.

    ``paths`` has for each post the paths under which its comments may be filed. What is held there
    is not told to strangers. Raises CorpblogError (TALK005) where any thread cannot be read: then
    nobody knows what is gone.
    """
    opener = urllib.request.build_opener(_SameHost(address))
    rows: list[IssoComment] = []
    for names in paths.values():
        for name in names:
            rows += _thread(opener, address.rstrip("/"), name)
    unique = {(row.id, row.micros): row for row in rows}
    return IntakeView(rows=tuple(unique.values()), threads=frozenset(paths))


def _thread(
    opener: urllib.request.OpenerDirector, address: str, name: str
) -> Iterator[IssoComment]:
    url = f"{address}/?{urlencode({'uri': name, 'plain': '1'})}"
    request = urllib.request.Request(url, headers={"Accept": "application/json"})  # noqa: S310
    try:
        with opener.open(request, timeout=_SECONDS) as answer:
            told = json.loads(answer.read(_MOST_BYTES))
        yield from _comments(told["replies"], name, 0)
    except urllib.error.HTTPError as error:
        with error:
            if error.code == 404:  # Isso's word for a thread that nobody has begun
                return
        raise _fault(address, f"“{name}” was answered with status {error.code}") from error
    except (OSError, HTTPException) as error:
        raise _fault(address, f"it cannot be reached ({_reason(error)})") from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _fault(address, f"what it says of “{name}” is not what Isso says") from error


def _comments(told: list[Mapping[str, Any]], uri: str, depth: int) -> Iterator[IssoComment]:
    for item in told:
        names = ("parent", "created", "modified", "mode", "text", "author", "website")
        yield comment_of((item["id"], 0, uri, "", *(item.get(name) for name in names), "", ""))
        if depth < _DEEPEST:
            yield from _comments(item.get("replies") or [], uri, depth + 1)


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirection on the host that was named, and to no other."""

    def __init__(self, address: str) -> None:
        self._host = urlsplit(address).netloc

    def redirect_request(
        self, req: Any, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """The next request; none where it would leave the host."""
        parts = urlsplit(newurl)
        if parts.netloc != self._host or parts.scheme not in ("http", "https"):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _reason(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    return str(reason) or type(error).__name__


def _fault(address: str, message: str) -> CorpblogError:
    hint = "nothing was changed; look at the address and try again"
    found = PULL_FAULTS["TALK005"].at(Location(path=address), message, hint=hint)
    return CorpblogError(diagnostics=(found,))
