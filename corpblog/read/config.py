"""The configuration: corpblog.yml with the environment laid over it."""

import dataclasses
import zoneinfo
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from corpblog.diagnostics import Diagnostic, Location
from corpblog.model.config import Config, Environment
from corpblog.model.source import SourceText
from corpblog.read.faults import FAULTS
from corpblog.read.front_matter import read_values
from corpblog.read.records import nearest
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
    faults = (*faults, *key_faults, *_judge(config, yaml))
    chosen, unknown = _with_environment(config, environment, source)
    return ReadConfig(config=chosen, source=source, diagnostics=(*faults, *unknown))


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


def _judge(config: Config, yaml: YamlText) -> list[Diagnostic]:
    """Values that have the right type and still cannot be meant."""
    faults: list[Diagnostic] = []
    try:
        ZoneInfo(config.site.timezone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        near = nearest(config.site.timezone, tuple(zoneinfo.available_timezones()))
        hint = f"did you mean “{near}”?" if near else "for example timezone: Europe/Berlin"
        message = f"timezone: “{config.site.timezone}” is no time zone"
        faults.append(yaml.fault("SRC014", ("site", "timezone"), message, hint=hint))
    paths: list[tuple[str, ...]] = [("site", "url")]
    paths += [("environments", name, "url") for name in config.environments]
    for path in paths:
        faults.extend(_url_faults(config, path, yaml))
    for name, least in (("paginate", 1), ("reading_speed", 1)):
        if getattr(config.build, name) < least:
            message = f"{name}: expected {least} or more"
            faults.append(yaml.fault("SRC014", ("build", name), message))
    if config.feeds.size < 1:
        faults.append(yaml.fault("SRC014", ("feeds", "size"), "size: expected 1 or more"))
    if config.version != 1:
        message = f"version: this corpblog reads version 1, not {config.version}"
        faults.append(yaml.fault("SRC014", ("version",), message, hint="update corpblog"))
    return faults


def _url_faults(config: Config, path: tuple[str, ...], yaml: YamlText) -> list[Diagnostic]:
    url = config.site.url if path[0] == "site" else config.environments[path[1]].url
    if not url:
        return []
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname)
        valid = valid and not parts.query and not parts.fragment and ".." not in parts.path
    except ValueError:
        valid = False
    if valid and not any(char.isspace() for char in url):
        return []
    message = f"url: “{url}” is no whole address"
    return [yaml.fault("SRC033", path, message, hint="for example https://blog.example.org/")]


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
