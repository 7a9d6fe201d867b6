"""What went wrong in a template, as a diagnostic at the template's own line."""

import dataclasses
import re
from collections.abc import Iterator
from types import TracebackType

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError, UndefinedError

from corpblog.diagnostics import Diagnostic, Fault, Location, Related
from corpblog.nearest import nearest
from corpblog.render import views
from corpblog.render.faults import (
    ASSET_MISSING,
    TEMPLATE_CIRCLE,
    TEMPLATE_FAILED,
    TEMPLATE_MISSING,
    TEMPLATE_SYNTAX,
    TEXT_MISSING,
    UNDEFINED_VARIABLE,
)
from corpblog.render.i18n import TextMissing
from corpblog.render.template_layers import LayeredLoader

# What templates get: these for all, and one of these by the kind of the page.
VARIABLES = (
    *("site", "page", "t", "asset"),
    *("post", "author", "listing", "text", "log", "tombstone", "target"),
)
_FIELDS = {
    name: tuple(each.name for each in dataclasses.fields(view))
    for name, view in vars(views).items()
    if isinstance(view, type) and dataclasses.is_dataclass(view)
}
_DOCUMENTED = "docs/themes.md lists what each template gets"
# Statements of a template that name another one.
_REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


class AssetMissing(LookupError):  # noqa: N818 (named for what is wrong)
    """A template asks for a static file that no layer of the theme has."""


class TemplateFaults:
    """Explains what a template raised: where, what, and what to do."""

    def __init__(self, loader: LayeredLoader, environment: Environment) -> None:
        self._loader = loader
        self._environment = environment

    def explain(self, error: Exception, name: str, source: str) -> Diagnostic:
        """``error``, raised while the template ``name`` made a page of ``source``."""
        if isinstance(error, TemplateSyntaxError):
            place = Location(path=error.filename or name, line=error.lineno, column=1)
            return self._at(TEMPLATE_SYNTAX, place, str(error.message), _syntax_hint(error))
        if isinstance(error, RecursionError):
            circle = self._circle(name)
            if circle is not None:
                return circle
        trace = self._trace(error.__traceback__)
        place = trace[-1] if trace else Location(path=source)
        fault, message, hint = self._kind(error)
        place = self._narrow(place, message)
        chain = tuple(
            Related(location=each, message="on the way to it") for each in reversed(trace[:-1])
        )
        page = Related(location=Location(path=source), message="the first page that shows it")
        return self._at(fault, place, message, hint, related=(*chain, page))

    def _kind(self, error: Exception) -> tuple[Fault, str, str]:
        match error:
            case TemplateNotFound():
                return TEMPLATE_MISSING, f"there is no template “{error}”", self._nearest(error)
            case UndefinedError():
                return UNDEFINED_VARIABLE, *_undefined(str(error.message))
            case TextMissing():
                hint = f"add it to i18n/{error.lang}.yml: “{error.key}: …”"
                return TEXT_MISSING, str(error), hint
            case AssetMissing():
                message = f"there is no static file “{error}” in the theme"
                return ASSET_MISSING, message, "put it into the theme's static/ folder"
            case RecursionError():
                message = "templates or macros call one another without end"
                return TEMPLATE_CIRCLE, message, "look for an include or macro that leads back"
        message = f"this line cannot be worked out: {error} ({type(error).__name__})"
        return TEMPLATE_FAILED, message, "mend the expression at this line"

    def _nearest(self, error: TemplateNotFound) -> str:
        near = nearest(str(error), self._loader.names())
        return f"did you mean “{near}”?" if near else "write it into templates/"

    def _trace(self, traceback: TracebackType | None) -> list[Location]:
        """The templates that were at work, the innermost last."""
        known = {self._loader.label(name) for name in self._compiled()}
        found: list[Location] = []
        while traceback is not None:
            path = traceback.tb_frame.f_code.co_filename
            if path in known:
                place = Location(path=path, line=traceback.tb_lineno, column=1)
                if not found or found[-1] != place:
                    found.append(place)
            traceback = traceback.tb_next
        return found

    def _compiled(self) -> Iterator[str]:
        cache = self._environment.cache
        for _, name in [] if cache is None else list(cache.keys()):
            if self._loader.find(name) is not None:
                yield name

    def _narrow(self, place: Location, message: str) -> Location:
        """``place`` with the column of the name that ``message`` quotes, where the line has it."""
        line = self._line(place)
        for word in re.findall("“([^”]+)”", message):
            at = line.find(word)
            if at >= 0:
                return Location(
                    path=place.path,
                    line=place.line,
                    column=at + 1,
                    end_line=place.line,
                    end_column=at + 1 + len(word),
                )
        return place

    def _line(self, place: Location) -> str:
        for name in self._compiled():
            if self._loader.label(name) == place.path:
                lines = self._loader.text(name).splitlines()
                return lines[place.line - 1] if 0 < place.line <= len(lines) else ""
        return ""

    def _at(
        self,
        fault: Fault,
        place: Location,
        message: str,
        hint: str,
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        line = self._line(place)
        return fault.at(place, message, hint=hint, source_line=line, related=related)

    def _circle(self, name: str) -> Diagnostic | None:
        """The chain of templates by which ``name`` comes back to one of its own ancestors."""
        way: list[tuple[str, int]] = [(name, 1)]
        found = self._walk(way)
        if not found:
            return None
        labels = [self._loader.label(each) for each, _ in way]
        start = next(i for i, (each, _) in enumerate(way) if self._same(each, way[-1][0]))
        steps = [
            Related(
                location=Location(path=labels[i - 1], line=way[i][1], column=1),
                message=f"leads to {labels[i]}",
            )
            for i in range(start + 1, len(way))
        ]
        message = "templates in a circle: " + " → ".join(labels[start:])
        hint = "extend the template of a lower layer, with parent:, or another template"
        return self._at(TEMPLATE_CIRCLE, steps[-1].location, message, hint, tuple(steps[:-1]))

    def _walk(self, way: list[tuple[str, int]]) -> bool:
        for name, line in self._references(way[-1][0]):
            closed = any(self._same(name, seen) for seen, _ in way)
            way.append((name, line))
            if closed or self._walk(way):
                return True
            way.pop()
        return False

    def _same(self, one: str, other: str) -> bool:
        return self._loader.find(one) == self._loader.find(other)

    def _references(self, name: str) -> Iterator[tuple[str, int]]:
        """The templates that ``name`` extends or includes, with the lines that say so."""
        tree = self._environment.parse(self._loader.text(name))
        for node in tree.find_all(_REFERENCES):
            target = getattr(node, "template", None)
            if isinstance(target, nodes.Const) and isinstance(target.value, str):
                wanted = self._environment.join_path(target.value, name)
                if self._loader.find(wanted) is not None:
                    yield wanted, node.lineno


def _undefined(message: str) -> tuple[str, str]:
    """What jinja2 says of a missing name in plain words, and what was probably meant."""
    field = re.fullmatch(r"'([\w.]+) object' has no attribute '(\w+)'", message)
    name = re.fullmatch(r"'(\w+)' is undefined", message)
    if field is not None:
        view, wanted = field[1].rsplit(".", 1)[-1], field[2]
        known = _FIELDS.get(view, ())
        plain = f"this template uses “{wanted}”, which a {view} does not have"
        if view == "dict":
            plain = f"this template uses “{wanted}”, which is not among these fields"
            return plain, f'not every page has it: ask first, with {{% if "{wanted}" in … %}}'
    elif name is not None:
        wanted, known = name[1], VARIABLES
        plain = f"this template uses “{wanted}”, which does not exist here"
    else:
        return f"this template uses what is not there: {message}", _DOCUMENTED
    near = nearest(wanted, known)
    if near:
        return plain, f"did you mean “{near}”?"
    return plain, f"known: {', '.join(known)}" if known else _DOCUMENTED


def _syntax_hint(error: TemplateSyntaxError) -> str:
    if "expected token" in str(error.message):
        return "look for a bracket or quotation mark that is missing at this line"
    if "unknown tag" in str(error.message):
        return "look for a block that was closed too early or never closed"
    return "mend the template at this line; the lines before it may hold the cause"
