"""What the old blog itself said about money and ties: carried over, never made up."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from corpblog.importers.old.front_matter import OldText
from corpblog.importers.old.values import flag, is_null, mapping, text
from corpblog.importers.record import Kind, Loss, Section
from corpblog.model.disclosure import DisclosureType

# Old keys whose value names a party, and the type that they mean beyond doubt.
_PARTY_KEYS = {
    "sponsor": DisclosureType.SPONSOR,
    "sponsored_by": DisclosureType.SPONSOR,
    "paid_by": DisclosureType.PAID_PLACEMENT,
}
_FLAG_KEYS = {
    "sponsored": DisclosureType.SPONSOR,
    "affiliate": DisclosureType.AFFILIATE,
    "affiliate_links": DisclosureType.AFFILIATE,
    "advertorial": DisclosureType.PAID_PLACEMENT,
}
# Keys that may speak of a tie or of something else: people decide.
UNCLEAR_KEYS = ("disclosure", "disclaimer", "partner", "client", "supported_by")
KEYS = ("disclosures", *UNCLEAR_KEYS, *_PARTY_KEYS, *_FLAG_KEYS)
_SENTENCE = re.compile(
    r"^[ >*_(\[]*(?:full )?(?:disclosures?|disclaimer|sponsored(?: post| by)?|advertisement|"
    r"werbung|anzeige|offenlegung|transparenzhinweis|hinweis in eigener sache)\b[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)


def disclosures_of(text_: OldText) -> tuple[list[dict[str, str]], tuple[Loss, ...]]:
    """Items for ``disclosures:``, and an entry for each word about ties to be confirmed."""
    items = list(_items(text_.values))
    losses = [
        _loss(text_, key, f"front matter key {key}", _shown(text_.values[key]), _done(key))
        for key in KEYS
        if not is_null(text_.values.get(key)) and flag(text_.values.get(key)) is not False
    ]
    losses += [
        Loss(
            location=text_.at_body(match.start()),
            section=Section.DISCLOSURES,
            kind=Kind.CONFIRM,
            construct="sentence about ties or money",
            found=" ".join(match[0].split())[:160],
            done="stands in the text as before: does it belong into disclosures:?",
        )
        for match in _SENTENCE.finditer(text_.body.text)
    ]
    return items, tuple(losses)


def _items(values: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    known = {str(kind) for kind in DisclosureType}
    listed = values.get("disclosures")
    for item in listed if isinstance(listed, list) else []:
        found = {key: text(value) for key, value in mapping(item).items() if text(value)}
        if found.get("type") in known:
            keys = ("type", "party", "detail", "since", "value", "text")
            yield {key: found[key] for key in keys if key in found}
    for key, kind in _PARTY_KEYS.items():
        party = values.get(key)
        if not is_null(party) and flag(party) is None and text(party):
            yield {"type": str(kind), "party": text(party)}
    for key, kind in _FLAG_KEYS.items():
        if flag(values.get(key)):
            yield {"type": str(kind)}


def _done(key: str) -> str:
    if key in _PARTY_KEYS or key in _FLAG_KEYS or key == "disclosures":
        return "carried over as a disclosure: is it right and complete?"
    return "kept under extra: which type of disclosure is it?"


def _shown(value: Any) -> str:
    return text(value) or str(value)[:120]


def _loss(text_: OldText, key: str, construct: str, found: str, done: str) -> Loss:
    return Loss(
        location=text_.at_key(key),
        section=Section.DISCLOSURES,
        kind=Kind.CONFIRM,
        construct=construct,
        found=found,
        done=done,
    )
