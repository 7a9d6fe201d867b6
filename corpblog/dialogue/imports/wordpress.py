"""Comments of a WordPress export (WXR 1.0 to 1.2)."""

import html
import re
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

from corpblog.dialogue.cleaning import text_digest
from corpblog.dialogue.imports.faults import refusal
from corpblog.dialogue.imports.foreign import Export, ForeignComment, ForeignThread
from corpblog.dialogue.imports.moments import moment
from corpblog.dialogue.imports.plain_html import markdown_of
from corpblog.dialogue.imports.xml_reading import Element, Wanted, elements

SYSTEM = "wordpress"
_ITEM_KEYS = frozenset("link post_id post_name post_date_gmt".split())
_TAG = re.compile(r"<[^<>]{0,200}>")
# What stands in `comment_approved` where a comment is not meant for readers.
_LEFT_OUT = {"spam": "spam", "trash": "in the trash", "post-trashed": "in the trash"}
_PINGS = frozenset({"pingback", "trackback"})
_COMMENTS = frozenset({"", "comment"})


def read_wordpress(source: Path) -> Export:
    """The comments of a WXR file. Raises CorpblogError (see ``xml_reading.elements``)."""
    wanted = Wanted(
        root="rss",
        elements=frozenset({"author", "item", "wxr_version"}),
        keeps_text=_keeps_text,
    )
    logins: dict[str, str] = {}
    comments: list[ForeignComment] = []
    known = False
    for element in elements(source, wanted):
        if element.name == "wxr_version":
            known = True
        elif element.name == "author":
            logins[element.first("author_id")] = element.first("author_login")
        else:
            comments += _comments(source.name, element, logins)
    if not known:
        message = "this is a feed, not a WordPress export"
        hint = "export it in WordPress under Tools, Export, All content"
        raise refusal("IMPORT012", source, message, hint)
    return Export(system=SYSTEM, comments=tuple(comments))


def _keeps_text(name: str) -> bool:
    return name in _ITEM_KEYS or name.startswith(("comment_", "author_")) or name == "wxr_version"


def _comments(file: str, item: Element, logins: dict[str, str]) -> Iterator[ForeignComment]:
    number = item.first("post_id")
    thread = ForeignThread(
        links=tuple(filter(None, (item.first("link"),))),
        slug=item.first("post_name") or f"post-{number}",
        begun=moment(item.first("post_date_gmt")),
    )
    for child in item.children:
        if child.name == "comment":
            yield _comment(file, child, thread, logins)


def _comment(
    file: str, element: Element, thread: ForeignThread, logins: dict[str, str]
) -> ForeignComment:
    written = next((c.text for c in element.children if c.name == "comment_content"), "")
    approved = element.first("comment_approved")
    kind = element.first("comment_type")
    name = html.unescape(_TAG.sub("", element.first("comment_author")))
    account = _account(element.first("comment_user_id"), logins)
    parent = element.first("comment_parent")
    other = "" if kind in _COMMENTS | _PINGS else f"of the type “{kind[:40]}”"
    return ForeignComment(
        place=f"{file}:{element.line}",
        thread=thread,
        id=element.first("comment_id"),
        parent="" if parent == "0" else parent,
        # The local time is that of the old site's zone, which no export names: UTC is nearer than
        # nothing.
        created=moment(element.first("comment_date_gmt"))
        or moment(element.first("comment_date"), UTC),
        name=name,
        url=html.unescape(element.first("comment_author_url")),
        text=markdown_of(written, breaks=True),
        digest=text_digest(written),
        held=approved in ("0", "hold"),
        pingback=kind in _PINGS,
        left_out=_LEFT_OUT.get(approved, "") or other,
        account=f"user {' '.join(account)}" if account else "",
        identities=(name, *account) if account else (),
        secrets=(element.first("comment_author_email"), element.first("comment_author_IP")),
    )


def _account(user: str, logins: dict[str, str]) -> tuple[str, ...]:
    """Number and login of the user who was logged in; nothing for everybody else."""
    if user in ("", "0"):
        return ()
    return tuple(filter(None, (user, logins.get(user, ""))))
