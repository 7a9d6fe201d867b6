"""Where templates lie: the site's own, then the theme's, then the bare ones; the nearest wins."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment
from jinja2.exceptions import TemplateNotFound
from jinja2.loaders import split_template_path

from corpblog.diagnostics import Location
from corpblog.model.theme import ThemeLayer


class TemplateUnreadable(Exception):  # noqa: N818 (named for what is wrong)
    """A template that is there but is no text; with its place, what to do and the line."""

    def __init__(self, message: str, location: Location, hint: str, line: str = "") -> None:
        super().__init__(message)
        self.location, self.hint, self.line = location, hint, line


class LayeredLoader(BaseLoader):
    """Templates by name. ``@2:post.html`` is post.html as looked for from the third layer on."""

    def __init__(self, layers: tuple[ThemeLayer, ...]) -> None:
        self._layers = layers
        self._found: dict[str, tuple[int, Path] | None] = {}

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 (jinja2's contract)
        template: str,
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Text and displayed path of a template; raises TemplateNotFound (jinja2's contract)."""
        label = self.label(template)
        try:
            raw = self._require(template)[1].read_bytes()
            return _even(raw.decode("utf-8-sig")), label, None
        except UnicodeDecodeError as error:
            raise _not_utf8(label, raw, error) from error
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            message = f"this template cannot be read: {reason}"
            place = Location(path=label)
            raise TemplateUnreadable(message, place, "check that you may read it") from error

    def text(self, template: str) -> str:
        """The source of a template to be shown; raises TemplateNotFound.

        Bytes that are no text show as a replacement character, and a file that cannot be read as
        empty: ``get_source`` tells of both.
        """
        path = self._require(template)[1]
        try:
            return _even(path.read_bytes().decode("utf-8-sig", errors="replace"))
        except OSError:
            return ""

    def label(self, template: str) -> str:
        """How messages name the file of a template; raises TemplateNotFound."""
        return f"{self._layers[self._require(template)[0]].label}/{bare_name(template)}"

    def named(self, label: str) -> str:
        """The template that messages name ``label``; empty where no layer has it."""
        for number, layer in enumerate(self._layers):
            name = label.removeprefix(f"{layer.label}/")
            if name != label and self.find(f"@{number}:{name}") is not None:
                return f"@{number}:{name}"
        return ""

    def find(self, template: str) -> tuple[int, Path] | None:
        """The layer (0 is the nearest) and the file of a template, or None."""
        if template not in self._found:
            self._found[template] = self._search(template)
        return self._found[template]

    def below(self, name: str, asking: str) -> str:
        """``name`` as looked for below the layer in which the template ``asking`` lies."""
        found = self.find(asking)
        return f"@{found[0] + 1 if found else len(self._layers)}:{name}"

    def names(self) -> list[str]:
        """All names that any layer has."""
        return sorted({name for number in range(len(self._layers)) for name in self.layer(number)})

    def layer(self, number: int) -> list[str]:
        """The names that one layer has (0 is the nearest)."""
        folder = self._layers[number].templates
        files = (path for path in folder.glob("**/*") if path.is_file())
        return sorted(path.relative_to(folder).as_posix() for path in files)

    def layers_in(self, root: Path) -> list[int]:
        """The layers that lie in the folder ``root``: what a site brings of its own."""
        folders = [layer.templates for layer in self._layers]
        return [n for n, folder in enumerate(folders) if folder.is_relative_to(root)]

    def _require(self, template: str) -> tuple[int, Path]:
        found = self.find(template)
        if found is None:
            raise TemplateNotFound(bare_name(template))
        return found

    def _search(self, template: str) -> tuple[int, Path] | None:
        try:
            parts = split_template_path(bare_name(template))
        except TemplateNotFound:
            # A name that leads out of the folder: no layer has such a template.
            return None
        for number in range(_first_layer(template), len(self._layers)):
            path = self._layers[number].templates.joinpath(*parts)
            if path.is_file():
                return number, path
        return None


def bare_name(template: str) -> str:
    """The name without the layer that it is looked for from."""
    return template.split(":", 1)[1] if template.startswith("@") else template


def _even(text: str) -> str:
    """The text with ``\\n`` line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf8(label: str, raw: bytes, error: UnicodeDecodeError) -> TemplateUnreadable:
    # The decoder drops a byte order mark before it counts.
    start = error.start + (3 if raw.startswith(b"\xef\xbb\xbf") else 0)
    before = _even(raw[:start].decode("utf-8-sig"))
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    guess = raw[start : start + 1].decode("cp1252", errors="replace")
    message = f"byte 0x{raw[start]:02x} is no UTF-8 (in Windows-1252 it would be “{guess}”)"
    place = Location(path=label, line=line, column=column, end_line=line, end_column=column + 1)
    shown = _even(raw.decode("utf-8-sig", errors="replace")).split("\n")[line - 1]
    return TemplateUnreadable(message, place, "save the file as UTF-8 in your editor", shown)


def _first_layer(template: str) -> int:
    return int(template[1:].split(":", 1)[0]) if template.startswith("@") else 0
