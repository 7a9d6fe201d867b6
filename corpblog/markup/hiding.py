"""What keeps readers from seeing an element: its tag, its attributes, its inline style."""

import re
from collections.abc import Iterator
from enum import StrEnum

from corpblog.markup.tags import attributes

_TRIGGERS = re.compile(
    r"hidden|style|tooltip|popover|sr-only|screen-reader|d-none|<dialog", re.IGNORECASE
)
# Class names by which style sheets of many houses take something away from the eye.
_HIDING_CLASSES = frozenset(
    "hidden is-hidden d-none sr-only visually-hidden visuallyhidden screen-reader-text".split()
)
_TOOLTIP_CLASSES = frozenset(("tooltip", "popover"))
# Content that no browser shows, or only where there are no scripts.
_NEVER_SHOWN = frozenset(
    "head script style template noscript datalist iframe object video audio".split()
)
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_MOVED = frozenset(
    "text-indent left right top bottom inset margin margin-left margin-right margin-top "
    "margin-inline-start margin-block-start inset-inline-start inset-block-start".split()
)
_SIZES = frozenset("width height max-width max-height inline-size block-size".split())
# So far outside nobody scrolls: in pixels; in units of a letter, the window or the element.
_FAR_PIXELS, _FAR_UNITS = -500.0, -90.0
_GONE = frozenset(
    (
        ("display", "none"),
        ("visibility", "hidden"),
        ("visibility", "collapse"),
        ("color", "transparent"),
        ("content-visibility", "hidden"),
    )
)


class Hiding(StrEnum):
    """Why readers may not see what stands in an element."""

    DETAILS = "details"
    FOOTER = "footer"
    ASIDE = "aside"
    TOOLTIP = "tooltip"
    HIDDEN = "hidden"
    ARIA_HIDDEN = "aria-hidden"
    STYLE = "style"


_BY_NAME = {"details": Hiding.DETAILS, "footer": Hiding.FOOTER, "aside": Hiding.ASIDE}
# What is not there at all for those who look at the page.
INVISIBLE = frozenset((Hiding.HIDDEN, Hiding.STYLE, Hiding.TOOLTIP))


def hiding_of(name: str, tag: str) -> Hiding | None:
    """Why what stands in the element ``name`` with the opening ``tag`` may not be seen.

    Style sheets in files of their own are not read.
    """
    if name in _NEVER_SHOWN:
        return Hiding.HIDDEN
    if _TRIGGERS.search(tag):
        found = {each.name: each.value for each in attributes(tag)}
        hidden = _by_attributes(name, found)
        if hidden is not None:
            return hidden
    return _BY_NAME.get(name)


def _by_attributes(name: str, found: dict[str, str]) -> Hiding | None:
    classes = frozenset(found.get("class", "").lower().split())
    if "hidden" in found or classes & _HIDING_CLASSES or (name == "dialog" and "open" not in found):
        return Hiding.HIDDEN
    if found.get("aria-hidden", "").strip().lower() == "true":
        return Hiding.ARIA_HIDDEN
    is_tooltip = found.get("role", "").strip().lower() == "tooltip" or "popover" in found
    if is_tooltip or classes & _TOOLTIP_CLASSES:
        return Hiding.TOOLTIP
    return Hiding.STYLE if is_styled_away(found.get("style", "")) else None


def is_styled_away(style: str) -> bool:
    """Whether an inline ``style`` makes an element invisible, tiny or puts it off the screen."""
    rules = dict(_declarations(style))
    clipped = rules.get("overflow", "").startswith(("hidden", "clip"))
    return any(
        (name, value) in _GONE
        or (name in _MOVED and _is_far(value))
        or (name in ("font-size", "font") and _is_tiny(value))
        or (name == "opacity" and _is_clear(value))
        or (name in _SIZES and clipped and _is_tiny(value))
        or (name == "clip" and value.startswith("rect("))
        or (name == "clip-path" and value.startswith(("inset(50", "inset(100", "circle(0")))
        or (name == "transform" and "scale(0" in value and "scale(0." not in value)
        for name, value in rules.items()
    )


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for declaration in style.lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip(), value.replace("!important", "").strip()


def _is_clear(value: str) -> bool:
    found = _NUMBER.match(value)
    return found is not None and float(found[0]) <= (5.0 if value.endswith("%") else 0.05)


def _is_tiny(value: str) -> bool:
    """Whether a length is at most a pixel, or a tenth of a letter."""
    found = _NUMBER.match(value)
    if found is None:
        return False
    unit = value[found.end() :]
    most = 0.1 if unit.startswith(("em", "rem", "ch", "ex", "v", "c", "in")) else 1.0
    return float(found[0]) <= most


def _is_far(value: str) -> bool:
    """Whether a length is negative and far beyond the edge."""
    for part in value.split():
        found = _NUMBER.match(part)
        limit = _FAR_PIXELS if part.endswith("px") else _FAR_UNITS
        if found and float(found[0]) <= limit:
            return True
    return False
