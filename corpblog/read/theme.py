"""The look of a site: its own templates, its theme, and the themes below that."""

from importlib.resources import files as package_files
from pathlib import Path

from corpblog.diagnostics import Diagnostic
from corpblog.model.source import SourceText
from corpblog.model.theme import Theme, ThemeLayer
from corpblog.read.faults import FAULTS
from corpblog.read.records import nearest
from corpblog.read.sources import read_source
from corpblog.read.yaml_text import YamlText

# The theme below all others: bare pages, so that no page kind is ever without a template.
LAST_THEME = "plain"


def read_theme(
    root: Path, name: str, config: SourceText
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The layers of the theme ``name``: the site's ``templates/`` first, ``plain`` last.

    Themes are looked for in ``themes/`` of the site, then among those that come with corpblog.
    """
    layers = [ThemeLayer(label="templates", templates=root / "templates", static=None)]
    chain: list[str] = []
    wanted = name
    while wanted:
        folder = _folder(root, wanted)
        if folder is None or wanted in chain:
            return None, (_fault(root, config, name, wanted, circular=wanted in chain),)
        chain.append(wanted)
        layers.append(_layer(wanted, folder))
        parent, faults = _parent(folder)
        if faults:
            return None, faults
        wanted = parent or ("" if wanted == LAST_THEME else LAST_THEME)
    return Theme(name=name, layers=tuple(layers)), ()


def _layer(name: str, folder: Path) -> ThemeLayer:
    static = folder / "static"
    return ThemeLayer(
        label=f"themes/{name}/templates",
        templates=folder / "templates",
        static=static if static.is_dir() else None,
    )


def _folder(root: Path, name: str) -> Path | None:
    for home in (root / "themes", *_built_in()):
        folder = home / name
        if "/" not in name and (folder / "theme.yml").is_file():
            return folder
    return None


def _built_in() -> tuple[Path, ...]:
    """Where our own themes lie: inside the installed package, or beside it in a checkout."""
    package = Path(str(package_files("corpblog")))
    return tuple(home for home in (package / "themes", package.parent / "themes") if home.is_dir())


def _parent(folder: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    source, faults = read_source(folder, "theme.yml")
    if source is None:
        return "", faults
    values, yaml_faults = YamlText(source, 0, len(source.text)).values()
    parent = values.get("parent") if values else None
    return (parent if isinstance(parent, str) else ""), (*faults, *yaml_faults)


def _fault(root: Path, config: SourceText, name: str, wanted: str, *, circular: bool) -> Diagnostic:
    start = config.text.find(name) if name in config.text else 0
    place = config.location(start, start + len(name))
    if circular:
        message = f"the theme “{wanted}” has itself as parent"
        hint = "mend parent: in its theme.yml"
    else:
        known = sorted(
            path.parent.name
            for home in (root / "themes", *_built_in())
            for path in home.glob("*/theme.yml")
        )
        near = nearest(wanted, known)
        message = f"there is no theme “{wanted}”"
        hint = f"did you mean “{near}”?" if near else f"known themes: {', '.join(known)}"
    return FAULTS["SRC031"].at(place, message, hint=hint, source_line=config.line(place.line))
