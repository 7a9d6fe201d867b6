"""Pictures and players in a body: captions, late loading, click-to-load."""

from itertools import pairwise

from corpblog.markup import embeds
from corpblog.markup.tags import attribute, attributes, escape


def is_paragraph(tag: str) -> bool:
    """Whether a tag opens a paragraph."""
    return tag == "<p>" or tag.startswith("<p ")


def load_late(tokens: list[str]) -> None:
    """Let the browser fetch pictures when they come near; what an author set stays."""
    for place in range(1, len(tokens), 2):
        tag = tokens[place]
        if tag[:4] != "<img":
            continue
        bare = tag.removesuffix(">").removesuffix("/").rstrip()
        late = "" if " loading" in tag else ' loading="lazy"'
        apart = "" if " decoding" in tag else ' decoding="async"'
        tokens[place] = f"{bare}{late}{apart}>"


def caption(tokens: list[str]) -> None:
    """Make a picture with a title that is alone in its paragraph a figure; the title captions."""
    for place in range(3, len(tokens) - 2, 2):
        tag = tokens[place]
        if tag[:4] != "<img" or " title=" not in tag:
            continue
        linked = tokens[place - 2][:3] == "<a " and tokens[place + 2] == "</a>"
        begin, end = (place - 4, place + 4) if linked else (place - 2, place + 2)
        if begin < 1 or end >= len(tokens) or tokens[end] != "</p>":
            continue
        gaps = tokens[begin + 1 : end : 2]
        title = attribute(tag, "title")
        if not title or not is_paragraph(tokens[begin]) or any(gap.strip() for gap in gaps):
            continue
        tokens[begin] = "<figure" + tokens[begin][2:]
        tokens[place] = _without(tag, "title")
        tokens[end - 2] += "<figcaption>"
        tokens[end - 1] = escape(title)
        tokens[end] = "</figcaption></figure>"


def _without(tag: str, name: str) -> str:
    for each in attributes(tag):
        if each.name == name:
            start, end = each.outer
            return tag[:start].rstrip() + tag[end:]
    return tag


def click_to_load(tokens: list[str]) -> None:
    """Make a link to a known player that is alone in its paragraph a box for that player."""
    tags = tokens[1::2]
    for index, (opening, tag) in enumerate(pairwise(tags)):
        if opening[:2] != "<p" or tag[:8] != "<a href=" or not is_paragraph(opening):
            continue
        place = 2 * index + 3
        closing = place + 2
        while closing < len(tokens) - 2 and tokens[closing][:3] not in ("</a", "</p", "<p>", "<p "):
            closing += 2
        around = (tokens[place - 1], tokens[closing + 1])
        if tokens[closing : closing + 3 : 2] != ["</a>", "</p>"] or any(map(str.strip, around)):
            continue
        found = embeds.player(attribute(tag, "href") or "")
        if found is None:
            continue
        name, address = found
        tokens[place - 2] = (
            f'<div class="embed" data-provider="{name}" data-embed="{escape(address)}"'
            f"{tokens[place - 2][2:]}"
        )
        tokens[closing + 2] = "</div>"
