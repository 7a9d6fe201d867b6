"""What a reader sends: read from a form or from JSON, checked, and cleaned."""

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from corpblog.dialogue.intake.look_alikes import BLANKS
from corpblog.dialogue.intake.refusal import Reason, Refused

MOST_TEXT = 10_000
LEAST_TEXT = 3
MOST_NAME = 80
MOST_WEBSITE = 200
MOST_MAIL = 254
# 10,000 letters are up to 120,000 bytes when a browser escapes them.
MOST_BODY = 128 * 1024

_FIELDS = 30
_MOST_URI = 2000
_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_PARENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
# Control characters other than tab and line feed; half signs of broken Unicode.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Of the invisible signs only the joiners belong into names: Persian and emoji need them.
_JOINERS = "\u200c\u200d"
_HOST = re.compile(r"(?:[\w-]{1,63}\.)+[\w-]{2,63}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Submission:
    """What a reader wants to say, as typed except for signs that nobody sees.

    ``parent`` is the id of a comment file (or a number of Isso, from JSON), "" for a new
    conversation; ``trap`` is what stood in the field that must stay empty. ``author`` and
    ``website`` are None where JSON leaves them out: an edit keeps what was there.
    """

    text: str
    author: str | None
    website: str | None
    email: str
    uri: str
    parent: str
    trap: str
    token: str


def is_form(content_type: str) -> bool:
    """Whether a browser sent it; False for JSON. Raises Refused for any other type."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind not in (_FORM, _JSON):
        raise Refused(Reason.BAD_TYPE)
    return kind == _FORM


def fields_of(body: bytes, *, form: bool) -> dict[str, Any]:
    """The fields of a body; the first of two with one name counts.

    Raises Refused for a body that cannot be read and for JSON that is no object: Isso would fail
    on it with a 500.
    """
    try:
        if form:
            pairs = parse_qsl(
                body.decode("utf-8", "replace"),
                keep_blank_values=True,
                max_num_fields=_FIELDS,
                errors="replace",
            )
            return dict(reversed(pairs))
        fields = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(Reason.BAD_REQUEST) from None
    if not isinstance(fields, dict):
        raise Refused(Reason.BAD_REQUEST)
    return fields


def submission_of(fields: dict[str, Any]) -> Submission:
    """The fields as what they mean, unchecked but clean. Raises Refused for wrong types."""
    author, website = _optional(fields, "author"), _optional(fields, "website")
    return Submission(
        text=_lines(_text(fields, "text")),
        author=None if author is None else _name(author),
        website=None if website is None else website.strip(),
        email=_text(fields, "email").strip(),
        uri=_text(fields, "uri"),
        parent=_parent(fields.get("parent")),
        trap=_text(fields, "email2"),
        token=_text(fields, "staff_token").strip(),
    )


def require_good(sent: Submission) -> None:
    """Raise Refused for what cannot stand under a post."""
    if sent.trap:
        raise Refused(Reason.EMPTY_FIELD_FILLED)
    if len(sent.text) > MOST_TEXT:
        raise Refused(Reason.TEXT_LONG)
    if sum(1 for sign in sent.text if _is_seen(sign)) < LEAST_TEXT:
        raise Refused(Reason.TEXT_SHORT)
    if len(sent.author or "") > MOST_NAME:
        raise Refused(Reason.NAME_LONG)
    if sent.website and not _is_website(sent.website):
        raise Refused(Reason.BAD_WEBSITE)
    if len(sent.email) > MOST_MAIL or len(sent.uri) > _MOST_URI:
        raise Refused(Reason.BAD_REQUEST)


def _optional(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise Refused(Reason.BAD_REQUEST)
    return value if value is None else _CONTROLS.sub("", value.replace("\r\n", "\n"))


def _text(fields: dict[str, Any], name: str) -> str:
    return _optional(fields, name) or ""


def _parent(value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if 0 <= value < 2**53 else "-"
    if not isinstance(value, str) or not _PARENT.fullmatch(value):
        raise Refused(Reason.BAD_REQUEST)
    return "" if value == "0" else value


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\r", "\n").split("\n")).strip("\n ")


def _name(name: str) -> str:
    """A name on one line, without signs that hide or turn around what others read."""
    seen = (
        " " if sign in BLANKS else sign
        for sign in name
        if sign in _JOINERS or unicodedata.category(sign) not in ("Cf", "Co")
    )
    plain = " ".join("".join(seen).split())
    return plain if any(_is_seen(sign) for sign in plain) else ""


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "CZ" and sign not in BLANKS


def _is_website(address: str) -> bool:
    """Whether ``address`` is one of the web, without a name and a password in it."""
    if len(address) > MOST_WEBSITE or any(not _is_seen(sign) for sign in address):
        return False
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    plain = parts.scheme in ("http", "https") and "@" not in parts.netloc
    return plain and _HOST.fullmatch(host) is not None
