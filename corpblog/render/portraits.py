"""Initials drawn as a picture, for people who show no photo."""

from zlib import crc32

# Ink and tint with a contrast of at least 7; which one a person gets depends on the id alone.
_COLOURS = (
    ("#0b4a48", "#dcebe8"),
    ("#6b3207", "#f6e6d3"),
    ("#4b2a63", "#ece2f3"),
    ("#1f3f73", "#dfe8f5"),
    ("#6a1f33", "#f6e0e4"),
    ("#2f4a14", "#e6efd9"),
    ("#5a4300", "#f4ebcb"),
    ("#31434f", "#e2e9ed"),
)
FOLDER = "assets/portraits"
UNNAMED = f"{FOLDER}/unnamed.svg"


def portrait_path(author_id: str) -> str:
    """The output path of the drawn portrait of an author."""
    return f"{FOLDER}/{author_id}.svg"


def initials(name: str) -> str:
    """The first letters of the first and the last name: “Jana Weiss-O'Neill” gives JW."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return ""
    letters = words[0][0] if len(words) == 1 else words[0][0] + words[-1][0]
    return letters.upper()


def draw(seed: str, letters: str) -> bytes:
    """A square picture with ``letters``, or a plain figure if there are none; SVG as UTF-8."""
    ink, tint = _COLOURS[crc32(seed.encode()) % len(_COLOURS)]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">'
        f'<rect width="96" height="96" fill="{tint}"/>{_letters(letters, ink)}</svg>\n'
    ).encode()


def _letters(letters: str, ink: str) -> str:
    if not letters:
        return (
            f'<g fill="{ink}"><circle cx="48" cy="38" r="16"/>'
            '<path d="M16 96c0-20 14-32 32-32s32 12 32 32z"/></g>'
        )
    escaped = letters.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (
        f'<text x="48" y="48" dy=".35em" text-anchor="middle" fill="{ink}" font-size="36" '
        f'font-family="Inter, system-ui, sans-serif" font-weight="600">{escaped}</text>'
    )
