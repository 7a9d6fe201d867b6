"""What went wrong in a template, as a diagnostic at the template's own line."""

import re
from collections.abc import Collection, Iterator
from types import TracebackType

from jinja2 import Environment, nodes
from jinja2.exceptions import (
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)

from corpblog.diagnostics import Diagnostic, Fault, Location, Related
from corpblog.nearest import nearest
from corpblog.render.faults import (
    ASSET_MISSING,
    TEMPLATE_CIRCLE,
    TEMPLATE_FAILED,
    TEMPLATE_MISSING,
    TEMPLATE_SYNTAX,
    TEMPLATE_UNREADABLE,
    TEXT_MISSING,
    UNDEFINED_VARIABLE,
)
from corpblog.render.i18n import TextMissing
from corpblog.render.template_layers import LayeredLoader, TemplateUnreadable
from corpblog.render.template_names import GUIDE, Asking, missing_name
from corpblog.render.template_syntax import in_words, no_such

# What Python says when a line cannot be worked out, without the values: a fault is told once for
# each line and not for each page.
_FAILURES: tuple[tuple[type[Exception], str], ...] = (
    (ZeroDivisionError, "it divides by zero"),
    (TypeError, "it does with a value what its kind does not allow"),
    (LookupError, "it asks for an entry that is not there"),
    (ArithmeticError, "it reckons with a number that is too large"),
    (ValueError, "it does with a value what its form does not allow"),
)
# Statements of a template that name another one.
_REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


class AssetMissing(LookupError):  # noqa: N818 (named for what is wrong)
    """A template asks for a static file that no layer of the theme has."""


class TemplateFaults:
    """Explains what a template raised: where, what, and what to do."""

    def __init__(self, loader: LayeredLoader, environment: Environment) -> None:
        self._loader = loader
        self._environment = environment

    def explain(
        self, error: Exception, name: str, source: str, given: Collection[str] = ()
    ) -> Diagnostic | None:
        """``error``, raised while the template ``name`` made a page of ``source``.

        ``given`` are the variables that the template got. None for what no template did: a bug
        of ours.
        """
        if isinstance(error, TemplateSyntaxError):
            return self._syntax(error, name)
        if isinstance(error, TemplateUnreadable):
            place, hint = error.location, error.hint
            return TEMPLATE_UNREADABLE.at(place, str(error), hint=hint, source_line=error.line)
        if isinstance(error, RecursionError):
            circle = self._circle(name)
            if circle is not None:
                return circle
        trace = self._trace(error.__traceback__)
        if not trace and not isinstance(error, TemplateNotFound):
            return None
        place = trace[-1] if trace else Location(path=source)
        fault, message, hint = self._kind(error, place, given)
        place = self._narrow(place, message)
        chain = tuple(
            Related(location=each, message="on the way to it") for each in reversed(trace[:-1])
        )
        page = Related(location=Location(path=source), message="the first page that shows it")
        return self._at(fault, place, message, hint, related=(*chain, page))

    def _syntax(self, error: TemplateSyntaxError, name: str) -> Diagnostic:
        # The lexer knows the file alone.
        asked = self._loader.named(error.filename or error.name or "") or name
        text = self._loader.text(asked)
        told = in_words(error, self._loader.label(asked), text, self._environment)
        line = text.split("\n")[told.location.line - 1]
        return TEMPLATE_SYNTAX.at(told.location, told.message, hint=told.hint, source_line=line)

    def _kind(
        self, error: Exception, place: Location, given: Collection[str]
    ) -> tuple[Fault, str, str]:
        match error:
            case TemplateNotFound():
                return TEMPLATE_MISSING, f"there is no template “{error}”", self._nearest(error)
            case UndefinedError():
                asking = Asking(tree=self._tree(place), line=place.line, given=given)
                return UNDEFINED_VARIABLE, *missing_name(str(error.message), asking)
            case TextMissing():
                hint = f"add it to i18n/{error.lang}.yml: “{error.key}: …”"
                return TEXT_MISSING, str(error), hint
            case AssetMissing():
                message = f"there is no static file “{error}” in the theme"
                return ASSET_MISSING, message, "put it into the theme's static/ folder"
            case RecursionError():
                message = "templates or macros call one another without end"
                return TEMPLATE_CIRCLE, message, "look for an include or macro that leads back"
            case TemplateRuntimeError():
                found = re.match(r"No (filter|test) named '(.+)' found", str(error.message))
                if found is not None:
                    known = getattr(self._environment, f"{found[1]}s")
                    return TEMPLATE_SYNTAX, *no_such(found[1], found[2], known)
        plain = (words for kind, words in _FAILURES if isinstance(error, kind))
        message = f"this line cannot be worked out: {next(plain, type(error).__name__)}"
        return TEMPLATE_FAILED, message, f"mend the expression (Python says: {error}); {GUIDE}"

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
        code = max(line.find("{"), 0)
        for word in re.findall("“([^”]+)”", message):
            found = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(line, code)
            if found is not None:
                return Location(
                    path=place.path,
                    line=place.line,
                    column=found.start() + 1,
                    end_line=place.line,
                    end_column=found.end() + 1,
                )
        return place

    def _line(self, place: Location) -> str:
        lines = self._text(place).split("\n")
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""

    def _tree(self, place: Location) -> nodes.Template | None:
        text = self._text(place)
        return self._environment.parse(text) if text else None

    def _text(self, place: Location) -> str:
        """The source of the template at work at ``place``; empty where that is none."""
        name = self._loader.named(place.path)
        return self._loader.text(name) if name else ""

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
