"""Templates in layers, and their faults told at their own lines. The door of jinja2."""

from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from jinja2 import BytecodeCache, Environment, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from corpblog import __version__
from corpblog.diagnostics import CorpblogError, Diagnostic, Location
from corpblog.model.theme import ThemeLayer
from corpblog.render.template_code import REFERENCES, LeanCodeGenerator
from corpblog.render.template_faults import TemplateFaults
from corpblog.render.template_layers import LayeredLoader
from corpblog.render.template_sharing import SharedMacro, SharedTemplate
from corpblog.render.template_strays import Strays

PARENT = "parent:"


class Memory(Protocol):
    """Where finished work is kept between two runs, by a key that names all that went in."""

    def get(self, key: str) -> bytes | None:
        """What was kept under ``key``, or None."""

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data`` under ``key``."""


class Templates:
    """The templates of a site, compiled once, rendered any number of times."""

    def __init__(self, layers: tuple[ThemeLayer, ...], memory: Memory | None = None) -> None:
        self._loader = LayeredLoader(layers)
        self._environment = _LayeredEnvironment(
            loader=self._loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=-1,
            auto_reload=False,
            bytecode_cache=None if memory is None else _Remembered(memory),
        )
        self._faults = TemplateFaults(self._loader, self._environment)
        self._compiled: set[str] = set()

    def render(self, name: str, context: Mapping[str, object], *, source: str) -> str:
        """The page that the template ``name`` makes of ``context``.

        ``source`` names what the page is made from, for the message. Raises CorpblogError with
        one diagnostic at the line of the template; what no template did is raised as it is.
        """
        try:
            return self._environment.get_template(name).render(context)
        except CorpblogError:
            raise
        except Exception as error:
            told = self._faults.explain(error, name, source, tuple(context))
            if told is None:
                raise
            raise CorpblogError(diagnostics=(told,)) from error

    def check(self, names: Iterable[str], source: str) -> tuple[Diagnostic, ...]:
        """Compile the templates ``names`` and all that they name ahead of any page.

        What is wrong with each is told once. A name that a layer does not have is told only
        when a page asks for it: it may stand in a branch that nobody takes.
        """
        found: list[Diagnostic] = []
        for name in names:
            self._compile(name, source, found)
        return tuple(found)

    def forget_checks(self) -> None:
        """Let the next :meth:`check` tell again what is wrong; what is compiled stays so."""
        self._compiled.clear()

    def _compile(self, name: str, source: str, found: list[Diagnostic]) -> None:
        if name in self._compiled:
            return
        self._compiled.add(name)
        try:
            template = self._environment.get_template(name)
        except Exception as error:
            told = self._faults.explain(error, name, source)
            if told is None:
                raise
            found.append(told)
            return
        for reference in template.root_render_func.__globals__[REFERENCES]:
            wanted = self._environment.join_path(reference, name)
            if reference and self._loader.find(wanted) is not None:
                self._compile(wanted, source, found)

    def strays(self, root: Path, chosen: Collection[str]) -> tuple[Diagnostic, ...]:
        """Warnings about templates below ``root`` and blocks in them that no page shows.

        ``chosen`` are the templates that texts ask for by name.
        """
        return tuple(Strays(self._loader, self._environment).find(root, chosen))

    def has(self, name: str) -> bool:
        """Whether any layer has the template ``name``."""
        return self._loader.find(name) is not None

    def place_of(self, text: str) -> tuple[Location, str] | None:
        """The first line of any template that holds ``text``, and that line; None if none does."""
        for name in self._loader.names():
            source = self._loader.text(name)
            at = source.find(text)
            if at >= 0:
                line = source.count("\n", 0, at) + 1
                column = at - source.rfind("\n", 0, at)
                place = Location(path=self._loader.label(name), line=line, column=column)
                return place, source.splitlines()[line - 1]
        return None


def as_markup(html: str) -> Markup:
    """Finished HTML, so that the template engine does not escape it."""
    return Markup(html)  # noqa: S704 -- made by our own converter, which escapes what it must


def _lean_escape(value: object) -> str:
    """``value`` escaped for HTML, with the entities of ``markupsafe.escape``.

    A plain string stays one: making a Markup of it only to join it takes five times as long.
    """
    if isinstance(value, str):
        if value.__class__ is str:
            return (
                value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace('"', "&#34;")
                .replace("'", "&#39;")
            )
        if value.__class__ is Markup:
            return value
    return escape(value)


class _LayeredEnvironment(Environment):
    """An environment in which ``parent:`` reaches the next lower layer."""

    code_generator_class = LeanCodeGenerator
    template_class = SharedTemplate
    macro_class = SharedMacro
    lean_escape = staticmethod(_lean_escape)

    def join_path(self, template: str, parent: str) -> str:
        loader = self.loader
        if template.startswith(PARENT) and isinstance(loader, LayeredLoader):
            return loader.below(template[len(PARENT) :], parent)
        return template


class _Remembered(BytecodeCache):
    """Compiled templates in a memory: a key for the source and for all that compiles it."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._compilers = f"{__version__} {version('jinja2')}"

    def load_bytecode(self, bucket: Bucket) -> None:
        data = self._memory.get(self._key(bucket))
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._memory.put(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        text = f"template {self._compilers} {bucket.key} {bucket.checksum}"
        return sha256(text.encode()).hexdigest()
