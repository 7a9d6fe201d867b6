"""Links of one text after the move: to the new address, to the old blog, or told as dead."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from corpblog.importers.facts.addresses import clean, pretty
from corpblog.importers.old.front_matter import OldText
from corpblog.importers.old.traced import Change, Traced
from corpblog.importers.record import Kind, Loss, Section
from corpblog.importers.text.links import Target, Verdict, is_local, judged, path_of

_ASKS_ANOTHER = "stays: whoever opens the page asks the other site too; better copy it into static/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Destinations:
    """What exists: ``moved`` old to new addresses, ``files`` under static, posts ``by_file``.

    ``drafts`` are new addresses that have no page yet.

    ``host`` is the old blog's own; ``url`` its address, empty where nobody knows it.
    """

    moved: Mapping[str, str]
    files: frozenset[str]
    by_file: Mapping[str, str]
    drafts: frozenset[str] = frozenset()
    host: str = ""
    url: str = ""


def relinked(
    text: OldText, body: Traced, base: str, destinations: Destinations, beside: frozenset[str]
) -> tuple[Traced, tuple[Loss, ...]]:
    """``body`` of the page at the old address ``base`` with its links mended, and the report."""
    changes: list[Change] = []
    losses: list[Loss] = []

    def judge(target: Target) -> Verdict | None:
        return _judge(target, base, destinations, beside, text.file.path)

    for target, verdict, change in judged(body.text, judge):
        if change:
            changes.append(change)
        if verdict.done:
            losses.append(_loss(text, body, target, verdict))
    return body.changed(changes), tuple(losses)


def _judge(
    target: Target, base: str, known: Destinations, beside: frozenset[str], source: str
) -> Verdict | None:
    url = _without_host(target.url, known)
    if not is_local(url):
        foreign = target.image and re.match(r"(?:https?:)?//", url)
        return Verdict(url=target.url, done=_ASKS_ANOTHER) if foreign else None
    relative = unquote(re.split(r"[?#]", url, maxsplit=1)[0]).removeprefix("./")
    if relative in beside:
        return None
    path, tail = path_of(url, base)
    if path == "/" and url != target.url:
        return None  # the home page of the old host need not be the blog's
    if new := _new_address(path, relative, known, source):
        if new in known.drafts:
            done = f"{new} is a draft: readers find nothing until it is published"
            return Verdict(url=new + tail, dead=True, done=done)
        if new == path and not (url.startswith("/") and url == target.url):
            return Verdict(url=new + tail, done="counts from the root of the blog now")
        return Verdict(url=new + tail, done=f"leads to {new} now") if new != path else None
    if url != target.url:
        done = "stays as it is: it leads to a page of the old site that was not in the folder"
        return Verdict(url=target.url, dead=True, done=done)
    if known.url and not target.image:
        old = known.url.rstrip("/") + path + tail
        return Verdict(url=old, dead=True, done=f"leads to the old blog now: {old}")
    return Verdict(
        url=path + tail, dead=True, done="not in the old folder: put the file into static/"
    )


def _new_address(path: str, relative: str, known: Destinations, source: str) -> str:
    """The new address of what lies at ``path`` now; empty when nothing came over."""
    if path in known.files or path == "/":
        return path
    if relative.endswith((".md", ".markdown")):
        folder = source.rsplit("/", 1)[0]
        return known.by_file.get(f"{folder}/{relative}", "") or known.by_file.get(relative, "")
    for form in (path, clean(path), pretty(path)):
        if form in known.moved:
            return known.moved[form]
    static = path.removeprefix("/static")
    return static if static != path and static in known.files else ""


def _without_host(url: str, known: Destinations) -> str:
    """A whole address of the old blog as a path; other addresses as they are."""
    own = {host for host in (known.host, urlsplit(known.url).netloc) if host}
    own |= {f"www.{host}" for host in own}
    try:
        parts = urlsplit(f"https:{url}" if url.startswith("//") else url)
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or parts.netloc not in own:
        return url
    query = f"?{parts.query}" if parts.query else ""
    base = urlsplit(known.url).path.rstrip("/")
    path = parts.path.removeprefix(base) if parts.path.startswith(f"{base}/") else parts.path
    return (path or "/") + query + (f"#{parts.fragment}" if parts.fragment else "")


def _loss(text: OldText, body: Traced, target: Target, verdict: Verdict) -> Loss:
    found = target.url if len(target.url) <= 160 else f"{target.url[:157]}…"
    what = "image" if target.image else "link"
    construct = f"dead {what}" if verdict.dead else f"{what} inside the blog"
    if verdict.done == _ASKS_ANOTHER:
        construct = "image from another host"
    return Loss(
        location=text.at_body(target.start, body),
        section=Section.IMAGES if target.image else Section.LINKS,
        kind=_kind(verdict, target),
        construct=construct,
        found=found,
        done=verdict.done,
    )


def _kind(verdict: Verdict, target: Target) -> Kind:
    return Kind.TRANSLATED if verdict.url != target.url else Kind.LEFT
