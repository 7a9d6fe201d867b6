"""One rule on a small site, with options and facts about pictures that no case file can hold."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from corpblog.lint.context import Gate
from corpblog.lint.engine import Ask, lint
from corpblog.lint.in_force import InForce, RuleSet
from corpblog.lint.rule import AnyRule
from corpblog.model.image_facts import ImageFacts
from corpblog.read.key_places import key_place
from corpblog.read.site import ReadOptions, read_site
from tests.lint.cases import NOON
from tests.sites import write_site


def found_by(
    rule: AnyRule,
    root: Path,
    files: Mapping[str, str],
    *,
    options: Any = None,
    images: Mapping[str, ImageFacts] | None = None,
    gate: Gate = Gate.PR,
) -> list[str]:
    """Each finding as ``path:line:column message``."""
    write_site(root, files)
    site = read_site(root, ReadOptions(now=datetime.fromisoformat(NOON))).site
    assert site is not None
    force = InForce(rule=rule, options=options or rule.options())
    ask = Ask(
        rules=RuleSet(rules=(force,)),
        places=key_place,
        gate=gate,
        now=site.now,
        images=images or {},
    )
    found = (item.diagnostic for item in lint(site, ask).found)
    return [f"{each.location} {each.message}" for each in found]
