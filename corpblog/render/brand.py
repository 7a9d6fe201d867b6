"""Brand tokens as a style sheet, with contrasts that people can read (WCAG 2.2 AA)."""

import re
from collections.abc import Iterator

from corpblog.diagnostics import Diagnostic
from corpblog.markup.contrast import CONTRAST, contrast, full, readable
from corpblog.model.config import Brand, ColourPair
from corpblog.model.site import Site
from corpblog.render.faults import BAD_TOKEN, LOW_CONTRAST
from corpblog.render.written import Written, written

# The colours of our own themes: what a brand leaves out is judged and shown as here.
DEFAULTS = {
    "paper": ColourPair(light="#fbfaf6", dark="#15181b"),
    "ink": ColourPair(light="#1d1f20", dark="#e7e5df"),
    "ink_soft": ColourPair(light="#5c6165", dark="#a3a8ab"),
    "line": ColourPair(light="#e3dfd5", dark="#2c3237"),
    "accent": ColourPair(light="#0a5c5a", dark="#74c9c2"),
    "accent_tint": ColourPair(light="#eaf3f1", dark="#17302f"),
    "notice": ColourPair(light="#8a4b00", dark="#f0b866"),
    "notice_tint": ColourPair(light="#fdf3e2", dark="#2f2414"),
}
# Text on background, as the themes set them.
_PAIRS = (
    ("ink", "paper"),
    ("ink_soft", "paper"),
    ("accent", "paper"),
    ("notice", "paper"),
    ("notice", "notice_tint"),
    ("accent", "accent_tint"),
    ("ink", "accent_tint"),
    ("ink", "notice_tint"),
)
_TEXTS = ("font_text", "font_interface", "radius")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
# No sign that could end the declaration or ask another host.
_SAFE = re.compile(r"[\w\s\"',.%+-]*")


def brand_css(brand: Brand) -> str:
    """The style sheet with the tokens that ``brand`` sets; empty if it sets none."""
    colours = {name: pair for name in DEFAULTS if (pair := _pair(brand, name)) is not None}
    texts = {name: value for name in _TEXTS if (value := getattr(brand, name))}
    if not colours and not texts:
        return ""
    plain = [_declare(name, pair.light) for name, pair in colours.items()]
    plain += [_declare(name, value) for name, value in texts.items()]
    both = [
        _declare(name, f"light-dark({pair.light}, {pair.dark})") for name, pair in colours.items()
    ]
    css = ":root {\n" + "".join(plain) + "}\n"
    if both:
        # Browsers without light-dark() keep the light colours, all of them.
        css += "@supports (color: light-dark(white, black)) {\n:root {\n"
        css += "".join(both) + "}\n}\n"
    return css


def brand_faults(site: Site) -> Iterator[Diagnostic]:
    """Tokens that are no colour, and pairs of colours that are too close to read."""
    brand = site.config.theme.brand
    bad = tuple(_bad_tokens(site, brand))
    yield from bad
    if bad:
        return
    for text, ground in _PAIRS:
        if getattr(brand, text) is None and getattr(brand, ground) is None:
            continue
        for scheme in ("light", "dark"):
            yield from _low_contrast(site, brand, text, ground, scheme)


def _pair(brand: Brand, name: str) -> ColourPair | None:
    """The colours of a token, with the default where only one of the two is set."""
    own: ColourPair | None = getattr(brand, name)
    if own is None or not (own.light or own.dark):
        return None
    default = DEFAULTS[name]
    return ColourPair(light=own.light or default.light, dark=own.dark or default.dark)


def _declare(name: str, value: str) -> str:
    return f"  --{name.replace('_', '-')}: {value};\n"


def _bad_tokens(site: Site, brand: Brand) -> Iterator[Diagnostic]:
    for name in DEFAULTS:
        own: ColourPair | None = getattr(brand, name)
        for scheme in ("light", "dark"):
            value = getattr(own, scheme) if own is not None else ""
            if value and not _HEX.fullmatch(value):
                place, line = _place(site, name, value)
                yield BAD_TOKEN.at(
                    place,
                    f"theme.brand.{name}.{scheme}: “{value}” is no colour",
                    hint="write it with six hexadecimal digits",
                    example=f"{scheme}: '{getattr(DEFAULTS[name], scheme)}'",
                    source_line=line,
                )
    for name in _TEXTS:
        value = getattr(brand, name)
        if not _SAFE.fullmatch(value):
            place, line = _place(site, name, value)
            yield BAD_TOKEN.at(
                place,
                f"theme.brand.{name}: “{value}” cannot stand in a style sheet",
                hint="use letters, digits, quotation marks and commas only",
                source_line=line,
            )


def _low_contrast(
    site: Site, brand: Brand, text: str, ground: str, scheme: str
) -> Iterator[Diagnostic]:
    above: str = getattr(_pair(brand, text) or DEFAULTS[text], scheme)
    below: str = getattr(_pair(brand, ground) or DEFAULTS[ground], scheme)
    ratio = contrast(full(above), full(below))
    if ratio >= CONTRAST:
        return
    set_here = text if getattr(brand, text) is not None else ground
    better = readable(full(above), full(below))
    # Cut, not rounded: 4.49 must not be told as 4.5.
    shown = int(ratio * 100) / 100
    place, line = _place(site, set_here, above if set_here == text else below)
    yield LOW_CONTRAST.at(
        place,
        f"{text} {above} on {ground} {below} ({scheme}) has a contrast of {shown}",
        hint=f"{text}: {better} would pass",
        example=f"{text}: {{{scheme}: '{better}'}}",
        source_line=line,
    )


def _place(site: Site, name: str, value: str) -> Written:
    return written(site.config_source, "theme", "brand", name, value=value)
