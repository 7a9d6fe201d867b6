"""What the section ``markup:`` asks for and nobody can give: styles, extensions, packages."""

from collections.abc import Iterator

from corpblog.diagnostics import Diagnostic
from corpblog.markup.commonmark import SWITCHES
from corpblog.markup.document import (
    MarkupError,
    MarkupOptions,
    MissingExtra,
    UnknownEngine,
    UnknownName,
    UnknownStyle,
)
from corpblog.markup.engines import convert
from corpblog.markup.highlighting import stylesheet
from corpblog.model.site import Site
from corpblog.render.faults import MARKUP_SETTING
from corpblog.render.written import written

# A text that needs every package which a setting can ask for.
_PROBE = "$x$"
_STYLES = ("highlight_light", "highlight_dark")
_SOME_STYLES = "two that are there: default, github-dark"


def markup_options(site: Site) -> MarkupOptions:
    """How the configuration of ``site`` wants its Markdown read."""
    markup = site.config.markup
    return MarkupOptions(
        engine=markup.engine,
        highlight=markup.highlight,
        raw_html=markup.raw_html,
        math=markup.math,
        extensions=markup.extensions,
        embeds=markup.embeds,
    )


def code_colours(site: Site) -> str:
    """The style sheet of highlighted code; empty without highlighting, or without such styles."""
    markup = site.config.markup
    if not markup.highlight:
        return ""
    try:
        return stylesheet(markup.highlight_light, markup.highlight_dark)
    except UnknownStyle:
        return ""


def setting_faults(site: Site) -> Iterator[Diagnostic]:
    """What is wrong with the section, once and before any text is converted."""
    try:
        convert(_PROBE, markup_options(site))
    except MarkupError as error:
        yield setting_fault(site, error)
    if site.config.markup.highlight and not code_colours(site):
        yield from _style_faults(site)


def _style_faults(site: Site) -> Iterator[Diagnostic]:
    for key in _STYLES:
        style = getattr(site.config.markup, key)
        try:
            stylesheet(style, style)
        except UnknownStyle as error:
            yield setting_fault(site, error, key)


def setting_fault(site: Site, error: MarkupError, key: str = "") -> Diagnostic:
    """``error`` at the setting that asks for what is not there."""
    name, message, hint = "", str(error), "see the section markup:"
    match error:
        case MissingExtra():
            key = "math"
            message, hint = f"{error.name} is not installed", error.install_hint
        case UnknownName():
            key = key or ("engine" if isinstance(error, UnknownEngine) else "extensions")
            name, message = error.name, f"there is no {error.kind} “{error.name}”"
            near = f"did you mean “{error.nearest}”?"
            hint = near if error.nearest else _otherwise(site, error)
    place, line = written(site.config_source, "markup", *filter(None, [key]), value=name)
    return MARKUP_SETTING.at(place, message, hint=hint, source_line=line)


def _otherwise(site: Site, error: UnknownName) -> str:
    """What to write where no known name is near."""
    if isinstance(error, UnknownStyle):
        return _SOME_STYLES
    if site.config.markup.engine == "commonmark":
        return f"known: {', '.join(sorted(SWITCHES))}"
    return "install the package that brings it, or delete the name"
