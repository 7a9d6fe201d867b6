"""The style sheet of highlighted code, light and dark, always readable on its ground."""

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from corpblog.markup.contrast import contrast, full, readable
from corpblog.markup.document import UnknownStyle
from corpblog.nearest import nearest

if TYPE_CHECKING:
    from pygments.style import Style


@lru_cache(maxsize=16)
def stylesheet(light: str, dark: str) -> str:
    """CSS for ``.highlight`` from two Pygments styles: light, and dark where a reader wants it.

    ``data-theme`` on the root element (light or dark) goes before the reader's system. A colour
    of less than 4.5 contrast to the ground is darkened or lightened until it has it.
    Raises UnknownStyle.
    """
    day, night = _rules(light), _rules(dark)
    # Each look stands alone: a token that only one style colours keeps the other's plain text.
    return "".join(
        f"@media {system} {{\n{_sheet(rules, f':root:not([data-theme={other}]) ')}}}\n"
        f"{_sheet(rules, f'[data-theme={own}] ')}"
        for own, other, rules, system in (
            ("light", "dark", day, "not all and (prefers-color-scheme: dark)"),
            ("dark", "light", night, "(prefers-color-scheme: dark)"),
        )
    )


def _sheet(rules: dict[str, list[str]], prefix: str) -> str:
    return "".join(
        f"{', '.join(f'{prefix}{selector}' for selector in selectors)} {{ {declarations} }}\n"
        for declarations, selectors in rules.items()
    )


def _rules(name: str) -> dict[str, list[str]]:
    """The selectors of a style by their declarations, the ground first."""
    from pygments.token import STANDARD_TYPES, Token

    style = _style(name)
    ground = full(style.background_color)
    plain = "#000000" if contrast("#000000", ground) > contrast("#ffffff", ground) else "#ffffff"
    text = readable(_coloured(style, Token, plain), ground)
    rules: dict[str, list[str]] = defaultdict(list)
    rules[f"background: {ground}; color: {text}"].append(".highlight")
    for token, short in sorted(STANDARD_TYPES.items(), key=lambda item: item[1]):
        look = style.style_for_token(token)
        colour = readable(_coloured(style, token, text), ground)
        declarations = [
            *((f"color: {colour}",) if colour != text else ()),
            *(("font-weight: bold",) if look["bold"] else ()),
            *(("font-style: italic",) if look["italic"] else ()),
            *(("text-decoration: underline",) if look["underline"] else ()),
        ]
        if short and declarations:
            rules["; ".join(declarations)].append(f".highlight .{short}")
    return rules


def _style(name: str) -> "type[Style]":
    from pygments.styles import get_all_styles, get_style_by_name
    from pygments.util import ClassNotFound

    try:
        return get_style_by_name(name)
    except ClassNotFound:
        raise UnknownStyle(name, nearest(name, get_all_styles())) from None


def _coloured(style: "type[Style]", token: object, otherwise: str) -> str:
    colour = style.style_for_token(token)["color"]  # type: ignore[arg-type]
    return f"#{colour}" if colour else otherwise
