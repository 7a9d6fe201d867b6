"""Rules of other packages: found by their entry point, judged like ours, and unable to do harm."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.rule import Findings, NoOptions, Rule
from corpblog.lint.text import Text
from tests.lint.blog import CONFIG, blog, told
from tests.lint.one_rule import found_by
from tests.sites import SMALL

_HEAD = """\
from dataclasses import dataclass
from corpblog.diagnostics import Severity
from corpblog.lint.rule import Finding, NoOptions, Rule, Span
from corpblog.lint.wording import Wording
from corpblog.model.keys import key

"""
GOOD = (
    _HEAD
    + """
@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    word: str = key("the word", default="flour")

def check(text, context, options):
    start = text.prose.text.find(options.word)
    if start >= 0:
        yield Finding(at=Span(start, start + len(options.word)), message=Wording("found", "da"))
    for hit in text.hits("acme-words"):
        yield Finding(at=Span(hit.start, hit.end), message=Wording("listed", "gelistet"))

RULE = Rule(
    code="ACME001", name="acme-word", severity=Severity.WARNING, help="A word.", options=Options,
    text=check, phrases={"acme-words": {"en": ("asked us",)}},
)
"""
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The blog, which asks for the plugin ``acme``."""
    root = blog(tmp_path / "site")
    (root / "corpblog.yml").write_text(CONFIG + "  plugins: [acme]\n")
    (tmp_path / "packages").mkdir()
    monkeypatch.syspath_prepend(tmp_path / "packages")
    yield root
    sys.modules.pop("acme_rules", None)


def install(root: Path, code: str, *, leads_to: str = "acme_rules:RULE") -> None:
    """A package as an installer leaves it: a module, and the data that name its entry point."""
    packages = root.parent / "packages"
    sys.modules.pop("acme_rules", None)
    (packages / "acme_rules.py").write_text(code)
    told_of = packages / "acme_rules-1.0.dist-info"
    told_of.mkdir(exist_ok=True)
    (told_of / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n")
    (told_of / "entry_points.txt").write_text(f"[corpblog.rules]\nacme = {leads_to}\n")


def found(root: Path, *words: str) -> list[str]:
    _, out = told(root, *words)
    return [
        f"{item['path']}:{item['line']}:{item['column']} {item['code']} {item['message']}"
        for item in json.loads(out)["diagnostics"]
        if item["code"].startswith(("ACME", "LINT"))
    ]


def test_a_rule_of_another_package_is_enforced_with_options_and_words(root: Path) -> None:
    install(root, GOOD)
    assert found(root) == [
        "content/posts/weights.md:9:32 ACME001 found",
        "content/posts/weights.md:13:18 ACME001 listed",
    ]
    settings = "  plugins: [acme]\n  rules: {acme-word: {word: holistic, severity: error}}\n"
    (root / "corpblog.yml").write_text(CONFIG + settings)
    assert "content/posts/weights.md:9:15 ACME001 found" in found(root)


def test_a_changed_package_is_asked_again(root: Path) -> None:
    install(root, GOOD)
    found(root)
    install(root, GOOD.replace('"found"', '"seen"').replace("asked us", "asked"))
    assert found(root) == found(root, "--no-cache")
    assert "content/posts/weights.md:9:32 ACME001 seen" in found(root)


@pytest.mark.parametrize(
    "breaking",
    [
        "raise ValueError('no\\nsuch thing')",
        "raise SystemExit(0)",
        "yield 7",
        "yield Finding(message=Wording('a', 'b'), severity=7)",
        "yield Finding(message='no wording')",
        "yield from check(text, context, options)",
    ],
)
def test_a_rule_that_breaks_loses_nothing_else_and_is_told(root: Path, breaking: str) -> None:
    install(root, GOOD)
    whole = json.loads(told(root)[1])["diagnostics"]
    line = "    for hit in text.hits"
    install(root, GOOD.replace(line, f"    if text.kind == 'post':\n        {breaking}\n{line}"))
    code, out = told(root)
    left = json.loads(out)["diagnostics"]
    assert code == 2
    broken = [item for item in left if item["code"] == "LINT011"]
    assert [item["path"] for item in broken] == [
        f"content/posts/{name}.md" for name in ("draft", "plan", "undated", "weights.de", "weights")
    ]
    assert all("ACME001" in item["message"] for item in broken)
    others = [item for item in whole if item["message"] != "listed"]
    assert [item for item in left if item["code"] != "LINT011"] == others
    assert told(root) == (code, out), "what broke was remembered"


def test_a_break_stops_every_change_too(root: Path) -> None:
    import subprocess

    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "one")):
        identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
        subprocess.run(["git", *identity, *words], cwd=root, check=True, capture_output=True)
    install(root, GOOD.replace("    start =", "    raise KeyError(1)\n    start ="))
    assert any(" LINT011 " in line for line in found(root, "--since", "HEAD"))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise RuntimeError('broken')", "cannot be loaded: RuntimeError: broken"),
        ("import sys; sys.exit(0)", "cannot be loaded: SystemExit"),
        ("x = (", "cannot be loaded: SyntaxError"),
        ("RULE = 7", "holds no rules"),
        ("RULE = ()", "holds no rules"),
        (GOOD.replace('"ACME001"', '"JARG001"'), "JARG001, which is there already"),
        (GOOD.replace('"acme-word"', '"buzzword"'), "buzzword, which is there already"),
        (GOOD + "RULE = (RULE, RULE)", "ACME001, which is there already"),
        (GOOD.replace('"ACME001"', '"acme 1"'), "its code 'acme 1'"),
        (GOOD.replace('"acme-word"', '"Acme Word"'), "the name 'Acme Word'"),
        (GOOD.replace("Severity.WARNING", "7"), "has no severity"),
        (GOOD.replace("text=check", "text=check, gates=()"), "has no gates"),
        (GOOD.replace("options=Options", "options=int"), "options cannot be used"),
        (GOOD.replace(' = key("the word", default="flour")', ""), "options cannot be used"),
        (GOOD.replace("    word: str", "    severity: str"), "has an option “severity”"),
        (GOOD.replace("asked us", "(asked"), "ACME001: “(asked”"),
    ],
)
def test_a_package_that_cannot_be_used_is_told_at_its_key(
    root: Path, code: str, words: str
) -> None:
    install(root, code)
    (line,) = [line for line in found(root) if " LINT010 " in line]
    assert line.startswith("corpblog.yml:14:13 ")
    assert words in line


def test_a_rule_of_our_own_that_breaks_is_a_bug_and_says_where(tmp_path: Path) -> None:
    def check(text: Text, context: Context, options: NoOptions) -> Findings:
        raise KeyError("nothing")

    check.__module__ = "corpblog.lint.rules.buzzword"
    rule = Rule(
        code="VOICE999",
        name="broken",
        severity=Severity.ERROR,
        help="",
        options=NoOptions,
        text=check,
    )
    with pytest.raises(KeyError) as caught:
        found_by(rule, tmp_path, SMALL)
    assert caught.value.__notes__ == ["rule VOICE999, about content/posts/first.md"]
