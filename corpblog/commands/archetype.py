"""The texts that ``corpblog new`` starts from, in every language of its messages."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

# Markdown and YAML with places to fill: package data, one folder for each language.
FOLDER = Path(__file__).parent / "archetypes"
LANGUAGES = ("en", "de")
# The pages of a new site: archetype -> file name by language.
PAGES: Mapping[str, Mapping[str, str]] = {
    "imprint.md": {"en": "imprint.md", "de": "impressum.md"},
    "contact.md": {"en": "contact.md", "de": "kontakt.md"},
    "privacy.md": {"en": "privacy.md", "de": "datenschutz.md"},
    "accessibility.md": {"en": "accessibility.md", "de": "barrierefreiheit.md"},
    "principles.md": {"en": "how-we-blog.md", "de": "wie-wir-bloggen.md"},
}
WELCOME: Mapping[str, tuple[str, str]] = {
    "en": ("Who writes here", "who-writes-here"),
    "de": ("Wer hier schreibt", "wer-hier-schreibt"),
}
_TO_FILL_IN: Mapping[str, str] = {"en": "fill in", "de": "bitte ausfüllen"}


def archetype(name: str, lang: str, /, **values: str) -> str:
    """The text ``name`` in ``lang`` (English where it is not translated), its places filled.

    Each value stands for ``$name`` and is finished YAML or Markdown. Ends with one line end.
    """
    text = (FOLDER / language(lang) / name).read_text("utf-8")
    filled = Template(text).substitute(values) if values else text
    return filled.rstrip("\n") + "\n"


def gitignore() -> str:
    """Which files of a site a repository leaves out."""
    return (FOLDER / "gitignore").read_text("utf-8")


def to_fill_in(lang: str) -> str:
    """The words that mark what is still empty."""
    return _TO_FILL_IN[language(lang)]


def language(lang: str) -> str:
    """The language of messages nearest to ``lang``."""
    return lang if lang in LANGUAGES else LANGUAGES[0]
