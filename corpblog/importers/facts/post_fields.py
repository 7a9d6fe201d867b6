"""Old front matter as corpblog's: known keys find their place, all others go to ``extra``."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from corpblog.importers.blog import OldPost
from corpblog.importers.facts import disclosures
from corpblog.importers.facts.casting import AUTHOR_KEYS
from corpblog.importers.facts.pictures import ALT_KEYS, CAPTION_KEYS, IMAGE_KEYS, PostPicture
from corpblog.importers.facts.post_dates import DATE_KEYS
from corpblog.importers.old.dates import read_date
from corpblog.importers.old.values import flag, is_null, strings, text
from corpblog.importers.record import Kind, Loss, Section
from corpblog.importers.text.openings import plain_text
from corpblog.yaml_writing import Bare

_SUMMARIES = ("summary", "excerpt", "standfirst", "teaser_text", "description", "og-description")
_UPDATED = ("updated", "last_modified_at", "lastmod", "modified", "last_updated", "date_updated")
_CANONICALS = ("canonical", "canonical_url", "canonicalURL")
_EXPIRIES = ("expires", "expiryDate", "expirydate", "unpublishdate")
_TAG_KEYS = ("tags", "tag", "categories", "category")
_ADDRESS_KEYS = ("permalink", "url", "slug", "aliases", "redirect_from")
# Words to the old theme: they have no meaning on another one.
_OF_THE_THEME = (
    "layout",
    "type",
    "kind",
    "markup",
    "outputs",
    "weight",
    "menu",
    "toc",
    "sitemap",
    "robots",
    "view",
    "theme",
)
_OTHERS = (
    "title",
    "lang",
    "language",
    "locale",
    "series",
    "draft",
    "published",
    "comments",
    "comments_locked",
)
KNOWN = frozenset(
    (
        *DATE_KEYS,
        *AUTHOR_KEYS,
        *_SUMMARIES,
        *_UPDATED,
        *_CANONICALS,
        *_EXPIRIES,
        *_TAG_KEYS,
        *_ADDRESS_KEYS,
        *_OTHERS,
        *disclosures.KEYS,
    )
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fields:
    """Front matter without what the whole blog decides: authors, tags, address."""

    values: Mapping[str, Any]
    losses: tuple[Loss, ...]


def title_of(post: OldPost) -> str:
    """The title, or the file's name made readable as the old tools did.

    Old templates put it into the page as it was, so that ``&#39;`` showed as an apostrophe.
    """
    given = unescape(text(post.text.values.get("title")))
    return given or post.named.rest.replace("-", " ").replace("_", " ").strip().capitalize()


def tags_of(post: OldPost) -> tuple[str, ...]:
    """Tags and categories as they are spelled in this post; Jekyll parts a text at spaces."""
    found: list[str] = []
    for key in _TAG_KEYS:
        value = post.text.values.get(key)
        split = "," if "," in text(value) else (" " if isinstance(value, str) else "")
        found += strings(value, split=split)
    return tuple(dict.fromkeys(found))


def fields_of(post: OldPost, picture: PostPicture, summary: str) -> Fields:
    """The keys that one post decides alone; ``summary`` is from its text, for want of a key."""
    values = post.text.values
    dates, told = _dates(post)
    items, disclosed = disclosures.disclosures_of(post.text)
    key, said = next(((k, text(values[k])) for k in _SUMMARIES if text(values.get(k))), ("", ""))
    said = plain_text(said) if re.search(r"<\w", said) else unescape(said)
    closed = flag(values.get("comments")) is False or flag(values.get("comments_locked"))
    found: dict[str, Any] = {
        "updated": dates.get("updated"),
        "summary": said or summary,
        "series": next(iter(strings(values.get("series"))), ""),
        "canonical": next((c for k in _CANONICALS if (c := text(values.get(k)))), ""),
        "image": dict(picture.fields),
        "status": "draft" if post.draft else "",
        "publish": dates.get("publish"),
        "expires": dates.get("expires"),
        "disclosures": items,
        "comments": {"open": False} if closed else None,
    }
    extra, kept = _extra(post, picture, key, found["summary"])
    found["extra"] = extra
    return Fields(
        values={key: value for key, value in found.items() if value},
        losses=(*_odd(post), *told, *disclosed, *kept),
    )


def _dates(post: OldPost) -> tuple[dict[str, Bare], tuple[Loss, ...]]:
    """Further dates of a post; one that cannot be read is told."""
    values = post.text.values
    groups = {"updated": _UPDATED, "expires": _EXPIRIES}
    if text(values.get("date")):
        groups["publish"] = ("publishDate",)
    found: dict[str, Bare] = {}
    losses: list[Loss] = []
    for name, keys in groups.items():
        key = next((k for k in keys if text(values.get(k))), "")
        reading = read_date(text(values.get(key))) if key else None
        if reading:
            found[name] = Bare(reading.written)
        elif key:
            done = "cannot be read as one certain day: left out"
            losses.append(
                Loss(
                    location=post.text.at_key(key),
                    section=Section.DATES,
                    kind=Kind.DROPPED,
                    construct="date that cannot be read",
                    found=text(values.get(key)),
                    done=done,
                )
            )
    return found, tuple(losses)


def _odd(post: OldPost) -> Iterator[Loss]:
    """Entries about a post as a whole."""
    values = post.text.values
    if not text(values.get("title")):
        yield _loss(post, "title", "post without a title", "", "made from the file name")
    if not is_null(values.get("redirect_to")):
        done = "is a draft now: it only led elsewhere"
        yield _loss(post, "redirect_to", "post that redirected", text(values["redirect_to"]), done)
    for key in ("categories", "category"):
        if not is_null(values.get(key)):
            found = ", ".join(strings(values.get(key)))
            done = "joined to the tags"
            yield _loss(post, key, f"front matter key {key}", found, done, Kind.TRANSLATED)


def _extra(
    post: OldPost, picture: PostPicture, summary_key: str, summary: str
) -> tuple[dict[str, Any], tuple[Loss, ...]]:
    """Keys without a place of their own, and entries about the ones that were left out."""
    used = {picture.key, *ALT_KEYS, *CAPTION_KEYS} if picture.fields else set()
    extra: dict[str, Any] = {}
    losses: list[Loss] = []
    for key, value in post.text.values.items():
        if is_null(value) or key in used:
            continue
        construct = f"front matter key {key}"
        if key in _OF_THE_THEME:
            done = "left out: only the old theme read it"
            losses.append(_loss(post, key, construct, text(value), done, Kind.DROPPED))
            continue
        if key in KNOWN and key not in (*_SUMMARIES, *disclosures.UNCLEAR_KEYS):
            continue
        if key in _SUMMARIES and (key == summary_key or plain_text(text(value)) == summary):
            continue
        extra[key] = value
        # Pictures and words about ties stand in sections of their own; unread text is told already.
        if key not in (*IMAGE_KEYS, *disclosures.UNCLEAR_KEYS, "unread"):
            found = text(value) or ("a list" if isinstance(value, list) else "several values")
            done = "kept under extra"
            losses.append(_loss(post, key, construct, found, done, Kind.TRANSLATED))
    return extra, tuple(losses)


def _loss(
    post: OldPost, key: str, construct: str, found: str, done: str, kind: Kind = Kind.CONFIRM
) -> Loss:
    return Loss(
        location=post.text.at_key(key),
        section=Section.FRONT_MATTER,
        kind=kind,
        construct=construct,
        found=found,
        done=done,
    )
