"""Where the themes lie, and what every theme owes the template contract."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
THEMES = ROOT / "themes"
NAMES = ("byline", "plain")

# One template for each page kind.
TEMPLATES = (
    "404.html",
    "archive.html",
    "author.html",
    "authors.html",
    "comment-policy.html",
    "corrections.html",
    "home.html",
    "moderation-report.html",
    "page.html",
    "post.html",
    "redirect.html",
    "rules.html",
    "series.html",
    "subscribe.html",
    "tag.html",
    "tags.html",
    "tombstone.html",
)


def templates(theme: str) -> dict[str, str]:
    """The texts of all templates of a theme, partials too, by name; with those of plain below."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(("plain", theme)):
        folder = THEMES / name / "templates"
        for path in sorted(folder.rglob("*.html")):
            found[path.relative_to(folder).as_posix()] = path.read_text(encoding="utf-8")
    return found


def static_texts(theme: str, ending: str) -> dict[str, str]:
    """The style sheets or scripts of a theme, by name."""
    folder = THEMES / theme / "static"
    return {path.name: path.read_text(encoding="utf-8") for path in folder.rglob(f"*.{ending}")}


def blocks(template: str) -> frozenset[str]:
    """The names of the blocks that a template opens."""
    return frozenset(re.findall(r"{%-? block (\w+)", template))
