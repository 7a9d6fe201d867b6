"""``corpblog rules``: which guidelines are enforced, and what one of them is about."""

import argparse
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpblog.commands.site_folder import CONFIG_FILE, add_site_option, site_folder
from corpblog.commands.words import BadWords
from corpblog.report.terminal import say
from corpblog.yaml_writing import block

if TYPE_CHECKING:
    from corpblog.judging import Table
    from corpblog.lint.in_force import InForce

SUMMARY = """\
Show the rules of the linter: all of them with what this site makes of them, or one with why
it is there, what to do instead, examples, and its options."""
EXAMPLES = """\
examples
  corpblog rules                  all rules, as the site one stands in enforces them
  corpblog rules JARG001          one rule; its name works too: corpblog rules buzzword
  corpblog rules --format json    for programs
"""

_WIDTH = 88
_GATES = {
    "PR": "on every run",
    "SCHED": "with --scheduled",
    "OUT": "with --built",
}


def add_words(parser: argparse.ArgumentParser) -> None:
    """The rule, and how to show it."""
    parser.add_argument(
        "rule", metavar="RULE", nargs="?", default="", help="code or name of a rule"
    )
    add_site_option(parser)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=("text", "json"),
        default="text",
        help="text or json (default: text)",
    )


def run(words: argparse.Namespace) -> int:
    """Print the rules, or the rule that was asked for."""
    table = _table(words.site)
    forces = [(force, "") for force in table.rules.rules]
    forces += [(force, "off") for force in table.rules.off]
    forces.sort(key=lambda item: item[0].rule.code)
    if words.rule:
        forces = [_named(words.rule, forces)]
    if words.format == "json":
        import json

        say(json.dumps([_plain(force, off) for force, off in forces], indent=2) + "\n")
    elif words.rule:
        say(page(*forces[0]))
    else:
        say(listing(forces))
    return 0


def _table(named: Path | None) -> "Table":
    """The rules of the site; those that come with corpblog where somebody stands in none."""
    from corpblog.checking import rules_of
    from corpblog.diagnostics import CorpblogError

    if named is None and not any(
        (folder / CONFIG_FILE).is_file() for folder in (Path.cwd(), *Path.cwd().parents)
    ):
        return rules_of(None)
    table = rules_of(site_folder(named))
    if table.faults:
        raise CorpblogError(diagnostics=table.faults)
    return table


def _named(word: str, forces: "Sequence[tuple[InForce, str]]") -> "tuple[InForce, str]":
    from corpblog.lint.settings import nearest_rule, rule_named

    rules = [force.rule for force, _ in forces]
    rule = rule_named(word, rules)
    if rule is None:
        near = nearest_rule(word, rules)
        hint = f"did you mean {near}?" if near else "see all with: corpblog rules"
        raise BadWords(f"there is no rule “{word}”", hint)
    return next(item for item in forces if item[0].rule is rule)


def listing(forces: "Sequence[tuple[InForce, str]]") -> str:
    """A line for each rule: code, severity, name, and what it finds."""
    from corpblog.lint.help import help_of

    lines = []
    for force, off in forces:
        summary = help_of(force.rule.help).summary.en
        severity = off or _severity(force)
        lines.append(f"{force.rule.code}  {severity:<8} {force.rule.name:<26} {summary}")
    lines += ["", "More about one: corpblog rules CODE"]
    return "\n".join(lines) + "\n"


def page(force: "InForce", off: str) -> str:
    """The help page of one rule."""
    from corpblog.lint.help import help_of

    rule, told = force.rule, help_of(force.rule.help)
    gates = " and ".join(_GATES[gate.value] for gate in rule.gates)
    parts = [
        f"{rule.code} {rule.name}: {off or _severity(force)}, {gates}",
        _paragraph("", told.summary.en),
        _paragraph("Why: ", told.why.en),
        _paragraph("Instead: ", told.instead.en),
        "\n".join(_examples(told.bad.en, told.good.en, told.bad.de, told.good.de)),
        _paragraph("Known: ", told.known),
        "\n".join(_options(force)),
        _paragraph("", _way_out(force)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _way_out(force: "InForce") -> str:
    rule = force.rule
    if rule.legal:
        return "It guards a duty of law: a text cannot lift it, only a release under approvals:."
    return (
        f'To except one place: <!-- corpblog-allow {rule.code} reason="why it is right here" '
        'by="id-of-a-person" -->'
    )


def _severity(force: "InForce") -> str:
    return (force.severity or force.rule.severity).value


def _paragraph(label: str, text: str) -> str:
    return textwrap.fill(label + text, _WIDTH, break_on_hyphens=False) if text else ""


def _examples(*texts: str) -> Iterator[str]:
    labels = ("Bad:     ", "Good:    ", "Schlecht: ", "Gut:      ")
    for label, text in zip(labels, texts, strict=True):
        if text:
            yield textwrap.fill(
                label + text, _WIDTH, subsequent_indent=" " * len(label), break_on_hyphens=False
            )


def _options(force: "InForce") -> Iterator[str]:
    """The options as they would stand in corpblog.yml, each with what it is for."""
    import dataclasses

    fields = dataclasses.fields(force.options)
    if not fields:
        return
    yield "Options, as they would stand in corpblog.yml:"
    yield "  guidelines:"
    yield "    rules:"
    yield f"      {force.rule.code}:"
    for field in fields:
        value = _plain_value(getattr(force.options, field.name))
        doc = field.metadata.get("doc", "")
        for number, line in enumerate(block({field.name: value}, 8)):
            yield f"{line}  # {doc}" if not number and doc else line


def _plain(force: "InForce", off: str) -> Mapping[str, Any]:
    from corpblog.lint.policy import in_words

    told = in_words(force, off=bool(off))
    return {
        "code": told.code,
        "name": told.name,
        "severity": told.severity,
        "gates": told.gate.split(),
        "summary": dict(told.summary),
        "why": dict(told.why),
        "instead": dict(told.instead),
        "options": {name: _plain_value(value) for name, value in told.options.items()},
        "changed": sorted(told.changed),
    }


def _plain_value(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
