"""The documentation names everything that a person can type or be told."""

import dataclasses
import re
from pathlib import Path

import pytest

from corpblog.diagnostics import Fault
from corpblog.importers.faults import FAULTS as IMPORT_FAULTS
from corpblog.read.faults import FAULTS as SOURCE_FAULTS
from corpblog.read.schema import RECORDS, json_schema
from corpblog.render.faults import FAULTS as RENDER_FAULTS
from corpblog.write.faults import FAULTS as WRITE_FAULTS

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = {
    "config": "configuration.md",
    "post": "front-matter.md",
    "author": "authors.md",
    "page": "front-matter.md",
}
FAULTS = {**SOURCE_FAULTS, **RENDER_FAULTS, **WRITE_FAULTS, **IMPORT_FAULTS}


def all_keys() -> list[tuple[str, str]]:
    found = []
    for name in RECORDS:
        schema = json_schema(name)
        for part in (schema, *schema["$defs"].values()):
            found += [(name, key) for key in part.get("properties", {})]
    return sorted(set(found))


@pytest.mark.parametrize(("name", "key"), all_keys())
def test_every_key_stands_in_its_page(name: str, key: str) -> None:
    assert f"| `{key}` |" in (DOCS / PAGES[name]).read_text()


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
