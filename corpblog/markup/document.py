"""What goes into a conversion and what comes out of it, and the ways it can fail."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkupOptions:
    """How a site wants its Markdown read.

    ``extensions`` names further switches of the engine (see ``commonmark.SWITCHES`` and the
    extensions of Python-Markdown). ``source_lines`` is for the preview alone.
    """

    engine: str = "commonmark"
    highlight: bool = True
    raw_html: bool = True
    math: bool = False
    extensions: tuple[str, ...] = ()
    embeds: bool = True
    source_lines: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """A heading of a body; ``level`` is the one in the HTML, after the shift under the h1."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Converted:
    """A body as HTML, with what the pages around it ask for.

    ``html`` holds every target as the author wrote it. ``text`` is what a reader reads: no code
    blocks, no tags, no comments. ``anchors`` are all ids (and names of ``a``) in ``html``.
    """

    html: str
    headings: tuple[Heading, ...]
    anchors: frozenset[str]
    text: str
    words: int
    excerpt: str
    has_code: bool


class MarkupError(Exception):
    """A conversion that cannot be done as the options ask; the text says what to do."""


class MissingExtra(MarkupError):  # noqa: N818 named for what is wrong
    """A switched-on feature needs a package that is not installed."""

    def __init__(self, name: str, install_hint: str) -> None:
        super().__init__(f"{name} is not installed. {install_hint}")
        self.name = name
        self.install_hint = install_hint

    def __reduce__(self) -> tuple[type["MissingExtra"], tuple[str, str]]:
        return MissingExtra, (self.name, self.install_hint)


class UnknownName(MarkupError):  # noqa: N818 named for what is wrong
    """A name in the options that nothing answers to; ``nearest`` is a known one or empty."""

    kind = "name"

    def __init__(self, name: str, nearest: str = "") -> None:
        way_out = f" Did you mean “{nearest}”?" if nearest else ""
        super().__init__(f"There is no {self.kind} “{name}”.{way_out}")
        self.name = name
        self.nearest = nearest

    def __reduce__(self) -> tuple[type["UnknownName"], tuple[str, str]]:
        return type(self), (self.name, self.nearest)


class UnknownEngine(UnknownName):
    """No engine has this name."""

    kind = "Markdown engine"


class UnknownExtension(UnknownName):
    """The engine has no extension of this name."""

    kind = "Markdown extension"


class UnknownStyle(UnknownName):
    """Pygments has no style of this name."""

    kind = "highlighting style"


class TooDeep(MarkupError):  # noqa: N818 named for what is wrong
    """Quotations or lists are nested deeper than the engine can follow."""

    def __init__(self) -> None:
        super().__init__("Quotations or lists are nested too deeply for this Markdown engine.")

    def __reduce__(self) -> tuple[type["TooDeep"], tuple[()]]:
        return TooDeep, ()
