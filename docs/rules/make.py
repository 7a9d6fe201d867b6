"""Makes a page for each rule from its docstring, options and cases: docs/rules/make.py."""

import dataclasses
import sys
from collections.abc import Iterator
from pathlib import Path

from corpblog.lint.context import Gate
from corpblog.lint.help import Help, help_of
from corpblog.lint.rule import AnyRule
from corpblog.lint.rules import RULES
from corpblog.yaml_writing import block

HERE = Path(__file__).parent
CASES = HERE.parent.parent / "tests" / "lint" / "cases"

# Families in the order of the catalogue, with what they stand for.
FAMILIES = {
    "AUTH": "A named person stands behind every post",
    "DISC": "Whoever is tied to somebody says so",
    "JARG": "Plain words instead of marketing",
    "EVID": "What is claimed is proved",
    "DIAL": "Readers are answered",
    "CORR": "Mistakes are admitted in the open",
    "CONF": "What is protected stays protected",
    "READ": "Everybody can read it",
    "IMG": "Pictures are described, credited and released",
    "SITE": "What the site as a whole owes its readers",
    "VOICE": "A person speaks, not a press release",
    "REPET": "Nothing is said again and again",
}
GATES = {
    Gate.PR: "every run of `corpblog lint`",
    Gate.SCHED: "`corpblog lint --scheduled`",
    Gate.OUT: "`corpblog lint --built DIR`",
}


def pages() -> dict[str, str]:
    """Every page by its file name in docs/rules."""
    found = {f"{rule.code}.md": "\n".join(page(rule)) + "\n" for rule in RULES}
    return {"README.md": "\n".join(index()) + "\n", **found}


def index() -> Iterator[str]:
    """The list of all rules by family."""
    yield "# The rules"
    yield ""
    yield "`corpblog rules` shows them with the severity that your site gives them. Codes are never"
    yield "used twice; code and name are both accepted wherever a rule is named."
    for family, title in FAMILIES.items():
        members = [rule for rule in RULES if rule.code.rstrip("0123456789") == family]
        if members:
            yield from ("", f"## {family}: {title}", "", "| code | name | finds |", "|---|---|---|")
            for rule in members:
                summary = help_of(rule.help).summary.en
                yield f"| [{rule.code}]({rule.code}.md) | {rule.name} | {_cell(summary)} |"


def page(rule: AnyRule) -> Iterator[str]:
    """The page of one rule."""
    told = help_of(rule.help)
    gates = " and in ".join(GATES[gate] for gate in rule.gates)
    yield f"# {rule.code} {rule.name}"
    yield from ("", told.summary.en)
    yield from ("", f"Severity: **{rule.severity.value}**. Runs in {gates}.")
    if rule.legal:
        yield from ("", "It guards a duty of law: a text cannot lift it, only a release by name")
        yield "(`approvals:`)."
    yield from ("", "## Why", "", told.why.en)
    yield from ("", "## Instead", "", told.instead.en)
    yield from _examples(told)
    yield from _options(rule)
    if told.known:
        yield from ("", "## Known limits", "", told.known)
    yield from _cases(rule)


def _examples(told: Help) -> Iterator[str]:
    rows = [(told.bad.en, told.good.en), (told.bad.de, told.good.de)]
    yield from ("", "| instead of | write |", "|---|---|")
    for bad, good in rows:
        if bad or good:
            yield f"| {_cell(bad)} | {_cell(good)} |"


def _options(rule: AnyRule) -> Iterator[str]:
    options = rule.options()
    fields = dataclasses.fields(options)
    if not fields:
        return
    yield from ("", "## Options", "", "```yaml", "guidelines:", "  rules:", f"    {rule.code}:")
    for field in fields:
        value = getattr(options, field.name)
        plain = list(value) if isinstance(value, tuple) else value
        yield f"      # {field.metadata['doc']}"
        yield from block({field.name: plain}, 6)
    yield "```"


def _cases(rule: AnyRule) -> Iterator[str]:
    """The first firing and the first silent case in each language."""
    yield from ("", "## Cases", "", "From the tests: above what is found, below the sources.")
    for lang in ("en", "de"):
        cases = [path.read_text() for path in sorted((CASES / rule.code).glob(f"{lang}-*.txt"))]
        firing = next((text for text in cases if _fires(text, rule.code)), "")
        silent = next((text for text in cases if not _fires(text, rule.code)), "")
        for text in filter(None, (firing, silent)):
            yield from ("", "````text", text.rstrip("\n"), "````")


def _fires(text: str, code: str) -> bool:
    head = text.partition("\n-- ")[0]
    expected = [line for line in head.splitlines() if line.startswith("#: ")]
    return any(code in line and not line.startswith("#: silent") for line in expected)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write all pages, and remove those of rules that are gone."""
    made = pages()
    for old in HERE.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (HERE / name).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(made)} pages in {HERE}\n")


if __name__ == "__main__":
    main()
