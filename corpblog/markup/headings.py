"""Headings: put under the page's one h1, each with an id of its own."""

from collections.abc import Iterator, Sequence, Set
from html import unescape

from corpblog.markup.document import Heading
from corpblog.markup.draft import Draft
from corpblog.markup.tags import attribute, attributes, escape
from corpblog.model.permalink import slugify

_LEVELS = frozenset("123456")
_NAMELESS = "section"


def number(draft: Draft, tags: Set[str]) -> tuple[Heading, ...]:
    """Shift the headings of a draft if it has an h1, give each its id, and list them.

    ``tags`` are those of the draft; more of them do no harm.
    """
    either = {tag for tag in tags if tag[1:2] == "h" or tag[:3] == "</h"}
    if not either:
        return ()
    tokens = draft.tokens
    pairs = tuple(_pairs(tokens, either))
    shift = any(tokens[start][2] == "1" for start, _ in pairs)
    texts = [_text(tokens, start, end) for start, end in pairs]
    asked = [_asked_id(tokens[start]) for start, _ in pairs]
    ids = heading_ids(asked, texts, draft.anchors)
    headings: list[Heading] = []
    for (start, end), text, each in zip(pairs, texts, ids, strict=True):
        level = min(int(tokens[start][2]) + shift, 6)
        tokens[start] = f'<h{level} id="{escape(each)}"{_rest(tokens[start])}>'
        tokens[end] = f"</h{level}>"
        headings.append(Heading(level=level, id=each, text=text))
    draft.anchors.update(ids)
    return tuple(headings)


def _pairs(tokens: list[str], either: Set[str]) -> Iterator[tuple[int, int]]:
    """The places of each heading's opening and closing tag; an unclosed one is none."""
    marks = [(2 * index + 1, tag) for index, tag in enumerate(tokens[1::2]) if tag in either]
    start, level = 0, ""
    for place, tag in marks:
        if tag[1] == "h" and tag[2] in _LEVELS:
            start, level = place, tag[2]
        elif start and tag[3] == level:
            yield start, place
            start = 0


def _text(tokens: list[str], start: int, end: int) -> str:
    text = tokens[start + 1] if end == start + 2 else "".join(tokens[start + 1 : end : 2])
    if not text.isprintable() or "  " in text or text[:1] == " " or text[-1:] == " ":
        text = " ".join(text.split())
    if not text:
        # A heading that is only a picture is named by the picture.
        images = (tag for tag in tokens[start + 2 : end : 2] if tag.startswith("<img"))
        return " ".join(filter(None, (attribute(tag, "alt") for tag in images)))
    return unescape(text) if "&" in text else text


def _asked_id(tag: str) -> str:
    return (attribute(tag, "id") or "") if len(tag) > 4 else ""


def _rest(tag: str) -> str:
    """The attributes of a heading but its id, with a blank before."""
    if len(tag) == 4:
        return ""
    for each in attributes(tag):
        if each.name == "id":
            start, end = each.outer
            tag = tag[:start].rstrip() + tag[end:]
            break
    return tag[3:-1]


def heading_ids(
    asked: Sequence[str], texts: Sequence[str], taken: frozenset[str] | set[str] = frozenset()
) -> tuple[str, ...]:
    """One id for each heading: the one it asks for, else the slug of its text.

    Every slug belongs to the first heading that has it, wherever it stands, so that a heading
    with a text of its own keeps its id whatever happens to the others. Further ones of the same
    slug get -2, -3 …, skipping what is asked for, taken, or the slug of another heading.
    """
    slugs = [slugify(text) or _NAMELESS for text in texts]
    if not any(asked) and len(set(slugs)) == len(slugs) and taken.isdisjoint(slugs):
        return tuple(slugs)
    used = set(taken)
    reserved = {slug for slug, wish in zip(slugs, asked, strict=True) if not wish}
    following: dict[str, int] = {}

    def further(name: str) -> str:
        count = following.get(name, 2)
        while (candidate := f"{name}-{count}") in used or candidate in reserved:
            count += 1
        following[name] = count + 1
        used.add(candidate)
        return candidate

    wanted: list[str] = []
    for wish in asked:
        wanted.append(further(wish) if wish and wish in used else wish)
        used.add(wanted[-1])
    ids: list[str] = []
    for slug, wish in zip(slugs, wanted, strict=True):
        ids.append(wish or (further(slug) if slug in used else slug))
        used.add(ids[-1])
    return tuple(ids)
