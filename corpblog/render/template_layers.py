"""Where templates lie: the site's own, then the theme's, then the bare ones; the nearest wins."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment
from jinja2.exceptions import TemplateNotFound
from jinja2.loaders import split_template_path

from corpblog.model.theme import ThemeLayer


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
        return self.text(template), self.label(template), None

    def text(self, template: str) -> str:
        """The source of a template; raises TemplateNotFound."""
        return self._require(template)[1].read_text(encoding="utf-8", errors="replace")

    def label(self, template: str) -> str:
        """How messages name the file of a template; raises TemplateNotFound."""
        return f"{self._layers[self._require(template)[0]].label}/{bare_name(template)}"

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
        found = {
            path.relative_to(layer.templates).as_posix()
            for layer in self._layers
            for path in layer.templates.glob("**/*")
            if path.is_file()
        }
        return sorted(found)

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


def _first_layer(template: str) -> int:
    return int(template[1:].split(":", 1)[0]) if template.startswith("@") else 0
