"""Own names that are common words are left out where the option says so."""

from dataclasses import replace
from pathlib import Path

from corpblog.lint.engine import Ask, lint
from corpblog.lint.in_force import RuleSet, with_defaults
from corpblog.lint.rules.self_reference import RULE, Options
from corpblog.read.key_places import key_place
from corpblog.read.site import ReadOptions, read_site
from tests.lint.cases import CASES, case_of
from tests.sites import write_site


def found(root: Path, options: Options) -> int:
    case = case_of(CASES / "VOICE003" / "en-titles.txt")
    write_site(root, case.files)
    site = read_site(root, ReadOptions(now=case.now)).site
    assert site is not None
    rules = RuleSet(
        rules=tuple(replace(force, options=options) for force in with_defaults([RULE]).rules)
    )
    return len(lint(site, Ask(rules=rules, places=key_place)).found)


def test_a_company_with_the_name_of_a_thing_leaves_it_out(tmp_path: Path) -> None:
    assert found(tmp_path, Options()) == 1
    assert found(tmp_path, Options(common_words=("acme", "Flourlight"))) == 0
