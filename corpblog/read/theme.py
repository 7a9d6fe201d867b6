"""The look of a site: its own templates, its theme, and the themes below that."""

from dataclasses import dataclass, replace
from datetime import UTC
from importlib.resources import files as package_files
from pathlib import Path

from corpblog.diagnostics import Diagnostic, Location
from corpblog.model.keys import key
from corpblog.model.source import SourceText
from corpblog.model.theme import CONTEXT_VERSION, Theme, ThemeLayer
from corpblog.nearest import nearest
from corpblog.read.faults import FAULTS
from corpblog.read.records import read_record
from corpblog.read.sources import read_source
from corpblog.read.yaml_text import YamlText

# The theme below all others: bare pages, so that no page kind is ever without a template.
LAST_THEME = "plain"


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeFile:
    """The keys of a theme.yml."""

    name: str = key("name of the theme, the same as its folder", default="")
    version: str = key("version of the theme", default="")
    context_version: int = key("version of the template context", default=CONTEXT_VERSION)
    description: str = key("one sentence about the theme", default="")
    parent: str = key("the theme below this one", example="plain", default="")


def read_theme(
    root: Path, name: str, config: SourceText
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The layers of the theme ``name``: the site's ``templates/`` first, ``plain`` last.

    Themes are looked for in ``themes/`` of the site, then among those that come with corpblog.
    """
    layers = [ThemeLayer(label="templates", templates=root / "templates", static=None)]
    told: list[Diagnostic] = []
    chain: list[str] = []
    wanted, named_by = name, config
    while wanted:
        folder = _folder(root, wanted)
        if folder is None or wanted in chain:
            told.append(_fault(root, named_by, wanted, circular=wanted in chain))
            return None, tuple(told)
        chain.append(wanted)
        layers.append(_layer(wanted, folder))
        parent, named_by, faults = _parent(folder, wanted)
        told.extend(faults)
        wanted = parent or ("" if wanted == LAST_THEME else LAST_THEME)
    return Theme(name=name, layers=tuple(layers)), tuple(told)


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


def _parent(folder: Path, name: str) -> tuple[str, SourceText, tuple[Diagnostic, ...]]:
    """The parent that the theme names, the source that names it, and what is wrong with it."""
    found, faults = read_source(folder, "theme.yml")
    path = f"themes/{name}/theme.yml"
    if found is None:
        placed = tuple(replace(fault, location=Location(path=path)) for fault in faults)
        return "", SourceText(path=path, text=""), placed
    source = replace(found, path=path)
    yaml = YamlText(source, 0, len(source.text))
    values, yaml_faults = yaml.values()
    if values is None:
        return "", source, yaml_faults
    keys, key_faults = read_record(ThemeFile, values, yaml, UTC)
    told = [*faults, *key_faults]
    if keys.context_version != CONTEXT_VERSION:
        message = (
            f"context_version: this corpblog gives templates version {CONTEXT_VERSION}, "
            f"not {keys.context_version}"
        )
        hint = "see what changed in docs/themes.md"
        told.append(yaml.fault("SRC014", ("context_version",), message, hint=hint))
    return keys.parent, source, tuple(told)


def _fault(root: Path, named_by: SourceText, wanted: str, *, circular: bool) -> Diagnostic:
    start = max(named_by.text.find(wanted), 0)
    place = named_by.location(start, start + len(wanted) if wanted in named_by.text else start)
    if circular:
        message = f"the theme “{wanted}” has itself as parent"
        hint = "mend parent: in its theme.yml"
    elif (root / "themes" / wanted).is_dir() and "/" not in wanted:
        message = f"the theme “{wanted}” has no theme.yml"
        hint = f"make themes/{wanted}/theme.yml with a line: name: {wanted}"
    else:
        known = sorted(
            path.parent.name
            for home in (root / "themes", *_built_in())
            for path in home.glob("*/theme.yml")
        )
        near = nearest(wanted, known)
        message = f"there is no theme “{wanted}”"
        hint = f"did you mean “{near}”?" if near else f"known themes: {', '.join(known)}"
    return FAULTS["SRC031"].at(place, message, hint=hint, source_line=named_by.line(place.line))
