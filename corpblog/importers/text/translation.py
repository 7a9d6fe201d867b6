"""What the translators of Liquid and shortcodes share: their result, and Markdown to put in."""

import re
from dataclasses import dataclass

from corpblog.diagnostics import Location
from corpblog.importers.old.traced import Traced
from corpblog.importers.record import Kind, Loss, Section

_DISCLOSES = re.compile(
    r"disclos|disclaim|affiliate|sponsor|advert|werbung|anzeige|offenlegung", re.IGNORECASE
)
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


def own_paragraph(text: str, start: int, end: int, block: str) -> str:
    """``block`` with the empty lines that it needs to stand between ``start`` and ``end``."""
    before, after = text[:start], text[end:]
    line = before[before.rfind("\n") + 1 :]
    if line.strip() or (after and after[0] != "\n" and after.split("\n", 1)[0].strip()):
        return block
    above = "" if not before.strip() or before.rstrip(" \t").endswith("\n\n") else "\n"
    below = "" if not after.strip() or after.startswith("\n\n") else "\n"
    return f"{above}{block}{below}"
