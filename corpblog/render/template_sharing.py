"""What templates work out once and not again for every page: imported modules, cards, bylines."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Macro
from jinja2.utils import missing

from corpblog.render.template_code import NAMES, REFERENCES
from corpblog.render.views import PersonView, PostCard

# A module for each interface language and a few values more; most depend on the language alone.
_KEPT_MODULES = 16
_KEPT_PIECES = 4096
# Views that stand on many pages, and values that say all that they are.
_SHARED_VIEWS = (PostCard, PersonView)
_PLAIN_VALUES = (str, int, bool, type(None), type(missing))


class SharedTemplate(Template):
    """A template whose module is made again only if something that it asks for has changed.

    ``{% import "x.html" as x with context %}`` runs all of x.html for each page. What it makes
    depends on the variables it names (compared by identity; of ``page`` the attributes it names)
    and on nothing else.
    """

    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        """The module of this template for a context (jinja2's contract)."""
        state = self.__dict__
        if "free_names" not in state:
            state["free_names"] = _free_names(self)
            state["modules"] = {}
        names: tuple[str, ...] | None = state["free_names"]
        if names is None or not shared:
            return super().make_module(vars, shared, locals)
        values = tuple(_value(name, vars or {}, locals or {}) for name in names)
        key = tuple(value if isinstance(value, str) else id(value) for value in values)
        modules: dict[Any, tuple[tuple[object, ...], TemplateModule]] = state["modules"]
        if key not in modules:
            if len(modules) >= _KEPT_MODULES:
                del modules[next(iter(modules))]
            # The values are kept as well: while they live, no other value has their identity.
            modules[key] = (values, super().make_module(vars, shared, locals))
        return modules[key][1]


class SharedMacro(Macro):
    """A macro that remembers what it made of a card or of a person, which stand on many pages.

    A macro sees its arguments and the variables of its module, which is another one for other
    variables: for the same views the piece of the page is the same.
    """

    def _invoke(self, arguments: list[Any], autoescape: bool) -> str:
        key = self._key(arguments) if autoescape else None
        if key is None:
            return super()._invoke(arguments, autoescape)
        pieces: dict[Any, tuple[list[Any], str]] = self.__dict__.setdefault("pieces", {})
        if key not in pieces:
            if len(pieces) >= _KEPT_PIECES:
                del pieces[next(iter(pieces))]
            pieces[key] = (arguments, super()._invoke(arguments, autoescape))
        return pieces[key][1]

    def _key(self, arguments: list[Any]) -> tuple[Any, ...] | None:
        """What tells these arguments from others; None where remembering does not pay."""
        if not arguments or not isinstance(arguments[0], _SHARED_VIEWS):
            return None
        key: list[Any] = [id(arguments[0])]
        for value in arguments[1:]:
            if not isinstance(value, _PLAIN_VALUES):
                return None
            # 1 and True are equal, and print differently.
            key += (value.__class__, value)
        return tuple(key)


def _free_names(template: Template) -> tuple[str, ...] | None:
    """What a template and those it names ask for; None where it works out a template's name."""
    found: set[str] = set()
    return tuple(sorted(found)) if _collect(template, found, set()) else None


def _collect(template: Template, found: set[str], seen: set[str | None]) -> bool:
    if template.name in seen:
        return True
    seen.add(template.name)
    said = template.root_render_func.__globals__
    found.update(said[NAMES])
    for name in said[REFERENCES]:
        if not name:
            return False
        if not _collect(template.environment.get_template(name, template.name), found, seen):
            return False
    return True


def _value(name: str, vars: Mapping[str, Any], locals: Mapping[str, Any]) -> object:
    bare, dot, attribute = name.partition(".")
    value: object = locals.get(bare, missing)
    if value is missing:
        value = vars.get(bare, missing)
    return getattr(value, attribute, missing) if dot else value
