"""What the translators of Liquid and shortcodes share: their result, and Markdown to put in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpblog.diagnostics import Location
from corpblog.importers.old.traced import Change, Traced
from corpblog.importers.record import Kind, Loss, Section

_DISCLOSES = re.compile(
    r"disclos|disclaim|affiliate|sponsor|advert|werbung|anzeige|offenlegung", re.IGNORECASE
)
STAYS = "corpblog has nothing like it: readers see these signs until somebody rewrites them"
# Tags of the old tools that frame a remark: a quotation keeps the frame without a plugin.
NOTICES = frozenset(
    "admonition alert callout caution danger hint important info infobox note notice success "
    "tip warning".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Translated:
    """A body in plain Markdown, and what became of each construct."""

    body: Traced
    losses: tuple[Loss, ...] = ()


def text_loss(location: Location, kind: Kind, construct: str, found: str, done: str) -> Loss:
    """An entry about a construct in a text; one that speaks of money stands apart."""
    disclosure = kind is not Kind.TRANSLATED and _DISCLOSES.search(found)
    shown = " ".join(found.split())
    return Loss(
        location=location,
        section=Section.DISCLOSURES if disclosure else Section.TEXT,
        kind=kind,
        construct=construct,
        done=done,
        found=shown if len(shown) <= 120 else f"{shown[:117]}…",
    )


def picture(src: str, alt: str, caption: str = "", link: str = "") -> str:
    """An image in Markdown; its title is the caption, a caption with links becomes a figure."""
    target = f"<{src}>" if re.search(r"[\s()]", src) else src
    words = re.sub(r"([\[\]])", r"\\\1", alt)
    plain = " ".join(caption.split())
    if re.search(r"[\[<*_`]", plain):
        image = picture(src, alt, link=link)
        return f"<figure>\n\n{image}\n\n<figcaption>\n\n{plain}\n\n</figcaption>\n</figure>"
    title = ' "' + plain.replace('"', '\\"') + '"' if plain else ""
    image = f"![{words}]({target}{title})"
    return f"[{image}]({link})" if link else image


def lone_link(url: str) -> str:
    """A link alone in its paragraph: corpblog turns known hosts into click-to-load embeds."""
    address = f"https:{url}" if url.startswith("//") else url
    return f"<{address}>"


def quotation(text: str, label: str = "") -> str:
    """``text`` framed as a quotation, with a bold label on top."""
    lines = text.strip("\n").split("\n")
    head = [f"**{label}**", ""] if label else []
    return "\n".join(f"> {line}".rstrip() for line in [*head, *lines])


def fenced(code: str, lang: str) -> str:
    """``code`` as a fenced block; the fence is longer than any in the code."""
    longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{lang}\n{code.strip(chr(10))}\n{fence}"


def own_paragraph(
    text: str, start: int, end: int, block: str, within: tuple[int, int] | None = None
) -> str:
    """``block`` with the empty lines that it needs to stand between ``start`` and ``end``.

    ``within`` are the bounds of the part of ``text`` that counts. A block that shares its line
    with other words stays as it is.
    """
    first, last = within or (0, len(text))
    head, tail = blank_before(text, start, first), _blank_after(text, end, last)
    if not (head == first or text[head - 1] == "\n") or not (tail == last or text[tail] == "\n"):
        return block
    at_top = blank_before(text, head, first, lines=True) == first
    at_end = _blank_after(text, tail, last, lines=True) == last
    above = "" if at_top or text.endswith("\n\n", first, head) else "\n"
    below = "" if at_end or text.startswith("\n\n", tail, last) else "\n"
    return f"{above}{block}{below}"


def blank_before(text: str, place: int, first: int = 0, *, lines: bool = False) -> int:
    """Where the white space before ``place`` begins: on its line, or over lines."""
    while place > first and text[place - 1].isspace() and (lines or text[place - 1] != "\n"):
        place -= 1
    return place


def _blank_after(text: str, place: int, last: int, *, lines: bool = False) -> int:
    while place < last and text[place].isspace() and (lines or text[place] != "\n"):
        place += 1
    return place


def replaced(text: str, start: int, end: int, changes: Iterable[Change]) -> str:
    """A part of ``text`` after ``changes``, which come in order; what lies in one that came
    before is done already."""
    parts: list[str] = []
    for change in changes:
        if change.start >= start:
            parts += [text[start : change.start], change.text]
            start = change.end
    return "".join((*parts, text[start:end]))
