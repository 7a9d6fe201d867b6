"""The configuration: corpblog.yml with the environment laid over it."""

import dataclasses
import zoneinfo
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from corpblog.diagnostics import Diagnostic, Location
from corpblog.model.config import Config, Environment
from corpblog.model.source import SourceText
from corpblog.nearest import nearest
from corpblog.read.doubts import Doubt, doubts_of, without
from corpblog.read.faults import FAULTS
from corpblog.read.front_matter import read_values
from corpblog.read.sources import read_source
from corpblog.read.yaml_text import YamlText

CONFIG_FILE = "corpblog.yml"
_LIKELY_NAMES = ("corpblog.yaml", "_config.yml", "config.yml", "hugo.toml", "config.toml")


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class ReadConfig:
    """A configuration with its source and the faults found in it."""

    config: Config
    source: SourceText
    diagnostics: tuple[Diagnostic, ...]


def read_config(root: Path, environment: str = "") -> ReadConfig:
    """``root/corpblog.yml`` with ``environments.ENVIRONMENT`` laid over it, and its faults."""
    empty = ReadConfig(
        config=Config(), source=SourceText(path=CONFIG_FILE, text=""), diagnostics=()
    )
    if not (root / CONFIG_FILE).is_file():
        return dataclasses.replace(empty, diagnostics=(_no_configuration(root),))
    source, faults = read_source(root, CONFIG_FILE)
    if source is None:
        return dataclasses.replace(empty, diagnostics=faults)
    yaml = YamlText(source, 0, len(source.text))
    values, yaml_faults = yaml.values()
    if values is None:
        return ReadConfig(config=empty.config, source=source, diagnostics=(*faults, *yaml_faults))
    config, key_faults = read_values(Config, values, yaml, ZoneInfo("UTC"))
    doubts = tuple(doubts_of(config))
    faults = (*faults, *key_faults, *(_told(doubt, yaml) for doubt in doubts))
    for doubt in reversed(doubts):
        config = without(config, doubt.path)
    chosen, unknown = _with_environment(config, environment, source)
    return ReadConfig(config=chosen, source=source, diagnostics=(*faults, *unknown))


def _told(doubt: Doubt, yaml: YamlText) -> Diagnostic:
    return yaml.fault(doubt.code, doubt.path, doubt.message, hint=doubt.hint)


def zone_of(config: Config) -> ZoneInfo:
    """The time zone of the site; UTC where its name is unknown (which is told elsewhere)."""
    try:
        return ZoneInfo(config.site.timezone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def _with_environment(
    config: Config, name: str, source: SourceText
) -> tuple[Config, tuple[Diagnostic, ...]]:
    if not name:
        return config, ()
    if name not in config.environments:
        return config, (_unknown_environment(name, config.environments, source),)
    overlay = config.environments[name]
    site = dataclasses.replace(config.site, url=overlay.url) if overlay.url else config.site
    changes = {
        field.name: getattr(overlay, field.name)
        for field in dataclasses.fields(Environment)
        if field.name != "url" and getattr(overlay, field.name) not in (None, "")
    }
    return dataclasses.replace(
        config, site=site, build=dataclasses.replace(config.build, **changes)
    ), ()


def _no_configuration(root: Path) -> Diagnostic:
    near = next((name for name in _LIKELY_NAMES if (root / name).is_file()), "")
    hint = "make a site with: corpblog new site DIR"
    if near == "corpblog.yaml":
        hint = "rename corpblog.yaml to corpblog.yml"
    elif near:
        tool = "jekyll" if near == "_config.yml" else "hugo"
        hint = f"{near} looks like another tool: try corpblog import {tool} {root} NEW_SITE"
    return FAULTS["SRC030"].at(
        Location(path=CONFIG_FILE), f"there is no {CONFIG_FILE} in {root}", hint=hint
    )


def _unknown_environment(
    name: str, known: Mapping[str, Environment], source: SourceText
) -> Diagnostic:
    near = nearest(name, tuple(known))
    hint = f"did you mean “{near}”?" if near else "known: " + (", ".join(sorted(known)) or "none")
    return FAULTS["SRC032"].at(
        Location(path=source.path), f"there is no environment “{name}”", hint=hint
    )
