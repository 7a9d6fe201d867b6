"""The documentation names everything that a person can type or be told."""

import argparse
import dataclasses
import importlib.util
import re
from datetime import UTC
from pathlib import Path

import pytest

from corpblog.commands import COMMANDS
from corpblog.commands.parser import command_line
from corpblog.diagnostics import Fault
from corpblog.dialogue.imports.faults import FAULTS as COMMENT_IMPORT_FAULTS
from corpblog.dialogue.pull_faults import PULL_FAULTS
from corpblog.dialogue.store_faults import STORE_FAULTS
from corpblog.history.faults import FAULTS as HISTORY_FAULTS
from corpblog.importers.faults import FAULTS as IMPORT_FAULTS
from corpblog.lint.faults import FAULTS as LINT_FAULTS
from corpblog.lint.help import help_of
from corpblog.lint.rule import AnyRule
from corpblog.lint.rules import RULES
from corpblog.model.source import SourceText
from corpblog.read.faults import FAULTS as SOURCE_FAULTS
from corpblog.read.records import read_record
from corpblog.read.registers import REGISTERS
from corpblog.read.schema import RECORDS, json_schema
from corpblog.read.yaml_text import YamlText
from corpblog.render.faults import FAULTS as RENDER_FAULTS
from corpblog.write.faults import FAULTS as WRITE_FAULTS

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = {
    "config": "configuration.md",
    "post": "front-matter.md",
    "author": "authors.md",
    "page": "front-matter.md",
    "comment": "comments.md",
    **dict.fromkeys(REGISTERS, "registers.md"),
}
FAULTS = {
    **SOURCE_FAULTS,
    **RENDER_FAULTS,
    **WRITE_FAULTS,
    **IMPORT_FAULTS,
    **LINT_FAULTS,
    **HISTORY_FAULTS,
    **STORE_FAULTS,
    **PULL_FAULTS,
    **COMMENT_IMPORT_FAULTS,
}


def all_keys() -> list[tuple[str, str]]:
    found = []
    for name in (*RECORDS, *REGISTERS):
        schema = json_schema(name)
        for part in (schema, *schema["$defs"].values()):
            found += [(name, key) for key in part.get("properties", {}) if key != name]
    return sorted(set(found))


@pytest.mark.parametrize(("name", "key"), all_keys())
def test_every_key_stands_in_its_page(name: str, key: str) -> None:
    assert f"| `{key}` |" in (DOCS / PAGES[name]).read_text()


@pytest.mark.parametrize("name", sorted(REGISTERS))
def test_every_register_has_an_example_that_it_understands(name: str) -> None:
    page = (DOCS / "registers.md").read_text()
    example = re.search(rf"^## {name}\.yml\n\n```yaml\n(.*?)```", page, re.S | re.M)
    assert example is not None
    source = SourceText(path="example.yml", text=example.group(1))
    entries, faults = YamlText(source, 0, len(source.text)).entries(name)
    assert entries and not faults
    for path, values in entries:
        yaml = YamlText(source, 0, len(source.text))
        assert read_record(REGISTERS[name].record, values, yaml, UTC, path)[1] == ()


def all_options() -> list[tuple[str, str]]:
    """Every command with its options, as the parser itself knows them."""
    found: list[tuple[str, str]] = []

    def walk(parser: argparse.ArgumentParser, command: str) -> None:
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                for name, inner in action.choices.items():
                    walk(inner, f"{command} {name}".strip())
            else:
                found.extend((command, option) for option in action.option_strings[-1:])

    walk(command_line(tuple(COMMANDS)), "")
    return sorted(set(found))


def section_of(command: str) -> str:
    """The part of the page that is about ``command``."""
    page = (DOCS / "commands.md").read_text()
    parts = re.split(r"^#{2,3} ", page, flags=re.M)
    return next(part for part in parts if part.startswith(f"corpblog {command}\n"))


@pytest.mark.parametrize(("command", "option"), all_options())
def test_every_command_and_option_stands_in_the_page_of_commands(command: str, option: str) -> None:
    page = (DOCS / "commands.md").read_text()
    assert f"corpblog {command}".strip() in page
    general = option in ("--help", "--debug", "--version")
    assert f"`{option}" in (page if general else section_of(command))


@pytest.mark.parametrize("fault", FAULTS.values(), ids=lambda fault: fault.code)
def test_every_code_stands_in_the_page_of_messages(fault: Fault) -> None:
    assert f"| {fault.code} | {fault.name} | {fault.why} |" in (DOCS / "messages.md").read_text()


@pytest.mark.parametrize("page", sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")]), ids=str)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text()):
        if not re.search(r"`[^`]*" + re.escape(target), page.read_text()):
            assert (page.parent / target).exists(), target


def test_yaml_of_the_first_example_is_what_a_post_understands(tmp_path: Path) -> None:
    from corpblog.model.post import PostFrontMatter

    example = re.search(r"```markdown\n---\n(.*?)\n---", (ROOT / "README.md").read_text(), re.S)
    assert example is not None
    keys = {line.split(":")[0] for line in example.group(1).splitlines()}
    assert keys <= {field.name for field in dataclasses.fields(PostFrontMatter)}


def made_pages() -> dict[str, str]:
    """The pages of the rules as their docstrings and cases make them."""
    spec = importlib.util.spec_from_file_location("make", DOCS / "rules" / "make.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    pages: dict[str, str] = module.pages()
    return pages


def test_the_pages_of_the_rules_are_what_their_docstrings_make() -> None:
    made = made_pages()
    written = {path.name: path.read_text() for path in (DOCS / "rules").glob("*.md")}
    again = "run: python docs/rules/make.py"
    assert sorted(written) == sorted(made), again
    for name, text in made.items():
        assert written[name] == text, f"{name} is out of date; {again}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_help_of_a_rule_says_everything_in_both_languages(rule: AnyRule) -> None:
    told = help_of(rule.help)
    for part in ("summary", "why", "instead", "bad", "good"):
        wording = getattr(told, part)
        assert wording.en, f"{rule.code}: {part} in English"
        assert wording.de, f"{rule.code}: {part} in German"
