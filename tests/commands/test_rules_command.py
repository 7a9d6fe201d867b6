"""``corpblog rules``: all rules, one rule, and what a site makes of them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpblog.cli import main
from corpblog.lint.rules import RULES
from tests.sites import CONFIG, SMALL, write_site

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command on the small site with these lines under ``guidelines``."""

    def run(*words: str, guidelines: str = "") -> tuple[int, str, str]:
        config = CONFIG + (f"guidelines:\n{guidelines}" if guidelines else "")
        write_site(tmp_path, {**SMALL, "corpblog.yml": config})
        code = main(["rules", "--site", str(tmp_path), *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_every_rule_has_a_line_in_the_order_of_codes(rules: Run) -> None:
    code, out, _ = rules()
    codes = [line.split()[0] for line in out.splitlines() if line[:1].isupper()][: len(RULES)]
    assert (code, codes) == (0, sorted(rule.code for rule in RULES))


def test_the_list_shows_what_the_site_makes_of_a_rule(rules: Run) -> None:
    _, out, _ = rules(guidelines="  rules: {JARG001: off, JARG003: error}\n")
    shown = {line.split()[0]: line.split()[1] for line in out.splitlines() if line[:1].isupper()}
    assert (shown["JARG001"], shown["JARG003"]) == ("off", "error")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_why_what_instead_and_how_to_set_it(rules: Run, rule: object) -> None:
    word = getattr(rule, "code", "")
    code, out, _ = rules(word)
    assert code == 0
    assert out == rules(getattr(rule, "name", "").upper())[1]
    for part in ("Why: ", "Instead: ", "Bad: ", "Good: ", "Schlecht: ", "Gut: "):
        assert part in out, part
    assert ("<!-- corpblog-allow" in out) == ("a duty of law" not in out)


def test_options_are_shown_as_they_would_be_written(rules: Run) -> None:
    _, out, _ = rules("READ001", guidelines="  rules: {READ001: {max: {en: 40}}}\n")
    assert "      READ001:\n        max:" in out
    assert "en: 40" in out


def test_an_unknown_rule_is_refused_with_the_nearest(rules: Run) -> None:
    code, _, err = rules("JARG01")
    assert (code, "did you mean JARG001?" in err) == (2, True)
    code, _, err = rules("buzword")
    assert (code, "did you mean buzzword?" in err) == (2, True)


def test_programs_get_all_of_it(rules: Run) -> None:
    told = json.loads(rules("--format", "json")[1])
    assert [each["code"] for each in told] == sorted(rule.code for rule in RULES)
    (one,) = json.loads(
        rules("READ001", "--format", "json", guidelines="  rules: {READ001: {share: 50}}\n")[1]
    )
    assert (one["options"]["share"], one["changed"]) == (50, ["share"])
    assert set(one["summary"]) == {"en", "de"}


def test_bad_settings_are_told_instead(rules: Run) -> None:
    code, out, _ = rules(guidelines="  rules: {JARG01: off}\n")
    assert (code, "LINT001" in out) == (2, True)


def test_outside_of_a_site_the_rules_are_as_they_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "JARG001"]) == 0
    assert capsys.readouterr().out.startswith("JARG001 buzzword: warning, on every run")
