"""The official examples of the CommonMark specification, compared as parsed HTML."""

import json
import re
import tarfile
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpblog.markup.commonmark import bare_html

# The specification's examples (CC BY-SA 4.0) are read from the source package of a Markdown
# library, which carries them as JSON; nothing of them is kept in this repository.
PACKAGE = "markdown-it-py"
FOLDER = Path(__file__).parents[2] / "build" / "test-data"
MEMBER = "tests/test_cmark_spec/commonmark.json"
COUNT = 652

_BLOCKS = frozenset(
    "blockquote body div h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td th thead tr ul".split()
)


def examples() -> list[dict[str, Any]]:
    archives = sorted(FOLDER.glob("markdown_it_py-*.tar.gz"))
    assert archives, (
        f"the CommonMark examples are missing: run `make test`, or "
        f"`pip download --no-deps --no-binary {PACKAGE} {PACKAGE}==4.3.0 -d {FOLDER}`"
    )
    with tarfile.open(archives[-1]) as packed:
        for member in packed:
            if member.name.endswith(MEMBER):
                file = packed.extractfile(member)
                assert file is not None
                found: list[dict[str, Any]] = json.load(file)
                return found
    raise AssertionError(f"{archives[-1].name} has no {MEMBER}")


def tree(html: str) -> list[Any]:
    """HTML as nested lists in which only differences count that a reader or script can see."""
    body = LexborHTMLParser(f"<body>{html}</body>").body
    assert body is not None
    return branch(body, kept=False)


def branch(node: LexborNode, *, kept: bool) -> list[Any]:
    parts: list[Any] = []
    kept = kept or node.tag in ("pre", "script", "style", "textarea")
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            text = child.text(deep=False) or ""
            parts.append(text if kept else re.sub(r"\s+", " ", text))
        else:
            parts.append([child.tag, sorted(child.attributes.items()), branch(child, kept=kept)])
    return parts if kept else trimmed(parts, node.tag or "")


def trimmed(parts: list[Any], tag: str) -> list[Any]:
    """Parts without the blanks beside the edges of blocks."""
    shown: list[Any] = []
    for index, part in enumerate(parts):
        if isinstance(part, str):
            before = parts[index - 1] if index else tag
            after = parts[index + 1] if index + 1 < len(parts) else tag
            part = part.lstrip() if is_block(before) else part
            part = part.rstrip() if is_block(after) else part
        if part:
            shown.append(part)
    return shown


def is_block(part: Any) -> bool:
    return (part if isinstance(part, str) else part[0]) in _BLOCKS


def test_every_official_example_gives_the_html_of_the_specification() -> None:
    found = examples()
    assert len(found) == COUNT
    wrong = [
        (example["example"], bare_html(example["markdown"]))
        for example in found
        if tree(bare_html(example["markdown"])) != tree(example["html"])
    ]
    assert not wrong


def test_the_comparison_tells_different_pages_apart() -> None:
    assert tree("<p>a <em>b</em></p>") == tree("<p>a  <em>b</em>\n</p>\n")
    for other in ("<p>a<em>b</em></p>", "<p>a <b>b</b></p>", '<p class="x">a <em>b</em></p>'):
        assert tree("<p>a <em>b</em></p>") != tree(other)
    assert tree("<pre>a  b</pre>") != tree("<pre>a b</pre>")
