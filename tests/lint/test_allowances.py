"""Exceptions: where each form holds, where it ends, and when it is said to be in vain."""

import json
from pathlib import Path

import pytest

from tests.lint.blog import CONFIG, blog, told
from tests.sites import write_site

ALLOW = '<!-- corpblog-allow JARG001 reason="quoted product category" by="jana-weiss" -->'
BOTH = ALLOW.replace("JARG001", "JARG001, inflated-verb")
END = "<!-- /corpblog-allow -->"
YAML = '# corpblog-allow JARG001 reason="quoted product category" by="jana-weiss"'
HEAD = "---\ntitle: Post\ndate: 2026-11-10\nauthors: [jana-weiss]\n---\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return blog(tmp_path)


def left(root: Path, body: str, head: str = HEAD) -> list[str]:
    """What is found in a post although it holds exceptions: the numbers that stand in the text.

    A number stands behind each “holistic”; LINT codes stand for what is wrong with exceptions.
    """
    write_site(root, {"content/posts/post.md": head + body})
    lines = (head + body).split("\n")
    found = []
    for item in json.loads(told(root)[1])["diagnostics"]:
        if item["path"] == "content/posts/post.md" and item["code"] in ("JARG001", "JARG006"):
            rest = lines[item["line"] - 1][item["column"] - 1 :].split()
            found.append(rest[1])
        elif item["code"].startswith("LINT"):
            found.append(item["code"])
    return found


def test_without_an_exception_all_is_found(root: Path) -> None:
    assert left(root, "A holistic 1 view.\n\nA holistic 2 view.\n") == ["1", "2"]


@pytest.mark.parametrize(
    "below",
    [
        "A holistic 1 view\nand holistic 2 lines.\n",
        "# A holistic 1 heading\n",
        "A holistic 1 heading\n====\n",
        "- holistic 1 item\n- holistic 2 item\n\n  holistic 3 further\n",
        "1. holistic 1 item\n   - holistic 2 item\n",
        "| holistic 1 |\n|---|\n| holistic 2 |\n| holistic 3 |\n",
        "[^n]: holistic 1 note\n\n    holistic 2 further\n",
        '![a](scale.png "holistic 1 view")\n',
        "<p>holistic 1 view</p>\n",
        "<div>\n\nholistic 1 view\n\n</div>\n",
        "<figure>\n<figcaption>holistic 1 view</figcaption>\n</figure>\n",
        "---\n\nA holistic 1 view.\n",
        "[a]: https://example.org/\n\nA holistic 1 [a] view.\n",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_comment_alone_holds_for_the_whole_block_below(root: Path, below: str, gap: str) -> None:
    assert left(root, f"Start.\n\n{ALLOW}{gap}{below}\n\nA holistic 9 end.\n") == ["9"]


@pytest.mark.parametrize("below", ["```\nholistic\n```\n", "> holistic\n>\n> holistic\n"])
def test_a_comment_above_what_no_rule_reads_is_in_vain(root: Path, below: str) -> None:
    assert left(root, f"{ALLOW}\n\n{below}\n\nA holistic 9 end.\n") == ["LINT005", "9"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"A holistic 1 {ALLOW} holistic 2 view\nand holistic 3\n\nholistic 4 x\n", ["4"]),
        (f"A holistic 1 view\nand {ALLOW} holistic 2\n\nholistic 3 x\n", ["1", "3"]),
        (f"A {ALLOW}holistic 1 view{END} and holistic 2\n", ["2"]),
        (f"- a holistic 1 x\n- {ALLOW} a holistic 2 x\n- a holistic 3 x\n", ["1", "3"]),
        (f"- a holistic 1 x\n\n  {ALLOW}\n\n  a holistic 2 x\n- a holistic 3 x\n", ["1", "3"]),
        (f"- a holistic 1 x\n  {ALLOW}\n- a holistic 2 x\n- a holistic 3 x\n", ["1", "3"]),
        (f"- a holistic 1 x\n\n{ALLOW}\n\n- a holistic 2 x\n- a holistic 3 x\n", ["1"]),
        (f"| holistic 1 |\n|---|\n| {ALLOW} holistic 2 |\n| holistic 3 |\n", ["1", "3"]),
        (f"# A holistic 1 x {ALLOW}\n\nA holistic 2 x\n", ["2"]),
        (f"{ALLOW}\n\nA holistic 1\n\nB holistic 2\n\n{END}\n\nC holistic 3 x\n", ["3"]),
        (f"{ALLOW}\n{ALLOW.replace('JARG001', 'JARG006')}\n\nA holistic 1 leverage 2\n", []),
        (f"{BOTH}\n\nA holistic 1 x, we leverage 2 it\n\nWe leverage 3 it\n", ["3"]),
        (f"A {BOTH}holistic 1 {ALLOW}holistic 2{END} we leverage 3{END} x leverage 4\n", ["4"]),
        (f"{BOTH}\n\nA holistic 1 x\n", ["LINT005"]),
        (f"<div>\n{ALLOW}\n<p>holistic 1 x</p>\n</div>\n\nA holistic 2 x\n", ["2"]),
        (f"A holistic 1 x.\n\n{ALLOW}", ["1", "LINT005"]),
        (f"A holistic 1 x.\n\n{ALLOW}\n", ["1", "LINT005"]),
        (f"`{ALLOW}`\n\nA holistic 1 x\n", ["1"]),
        (f"```\n{ALLOW}\n```\n\nA holistic 1 x\n", ["1"]),
        (ALLOW.replace(" JARG001", "\n  JARG001\n ") + "\n\nA holistic 1 x\n", []),
        (ALLOW.replace('"', "'") + "\n\nA holistic 1 x\n", []),
        (ALLOW.replace("JARG001", "jarg001") + "\n\nA holistic 1 x\n", []),
        (ALLOW.replace("JARG001", "buzzword") + "\n\nA holistic 1 x\n", []),
    ],
)
def test_a_comment_holds_to_the_end_of_its_block_or_its_mark(
    root: Path, body: str, expected: list[str]
) -> None:
    assert sorted(left(root, body)) == sorted(expected)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (f"title: A holistic 1 title {YAML}\nsummary: holistic 2 x\n", ["2"]),
        (f"{YAML}\ntitle: A holistic 1 title\nsummary: holistic 2 x\n", ["2"]),
        (
            f"{YAML}\n# why\n\ntitle: >\n  A holistic 1 title\n  of us\nsummary: holistic 2 x\n",
            ["2"],
        ),
        (f"{YAML}\n{YAML.replace('JARG001', 'JARG006')}\ntitle: holistic 1, leverage 2\n", []),
        (f"title: holistic 1 x\nsummary: holistic 2 x\n{YAML}\n", ["1", "2", "LINT005"]),
        (f"title: 'one#two holistic 1 x' {YAML}\n", []),
        ("title: 'holistic 1 x#corpblog-allow JARG001'\n", ["1"]),
    ],
)
def test_a_comment_in_front_matter_holds_for_its_key(
    root: Path, head: str, expected: list[str]
) -> None:
    whole = f"---\ndate: 2026-11-10\nauthors: [jana-weiss]\n{head}---\n"
    assert sorted(left(root, "Hello.\n", whole)) == sorted(expected)


def test_a_key_holds_for_the_whole_post(root: Path) -> None:
    entry = "{rule: JARG001, reason: quoted product category, by: jana-weiss}"
    head = HEAD.replace("title:", f"lint_allow: [{entry}]\ntitle:")
    assert left(root, "A holistic 1 x\n\nA holistic 2 x, we leverage 3\n", head) == ["3"]
    assert left(root, "Nothing.\n", head) == ["LINT005"]


def others(root: Path) -> list[str]:
    """Codes in the sources that are no posts, and LINT codes."""
    return [
        item["code"]
        for item in json.loads(told(root)[1])["diagnostics"]
        if item["path"].startswith(("registers/", "corpblog.yml"))
    ]


def test_a_comment_in_the_configuration_holds_for_its_entry(root: Path) -> None:
    before = others(root)
    comment = '# corpblog-allow SITE002 reason="the lawyers look at it" by="jana-weiss"'
    (root / "corpblog.yml").write_text(CONFIG.replace("guidelines:", f"{comment}\nguidelines:"))
    after = others(root)
    assert sorted(before) == sorted([*after, "SITE002"])
    legal = comment.replace("SITE002", "SITE001")
    (root / "corpblog.yml").write_text(CONFIG.replace("organization:", f"{legal}\norganization:"))
    assert "LINT007" in others(root)


LEGAL = "The Miller Ltd scale.\n"


def legal(root: Path, key: str) -> list[str]:
    head = HEAD.replace("title:", f"disclosures: none\nai: none\n{key}\ntitle:")
    write_site(root, {"content/posts/post.md": head + LEGAL})
    found = json.loads(told(root)[1])["diagnostics"]
    return [item["code"] for item in found if item["path"] == "content/posts/post.md"]


def test_a_duty_of_law_is_lifted_by_a_release_alone(root: Path) -> None:
    assert legal(root, "") == ["CONF004", "DISC002"]
    allow = "lint_allow: [{rule: DISC002, reason: they told us so, by: jana-weiss}]"
    assert sorted(legal(root, allow)) == ["CONF004", "DISC002", "LINT007"]
    release = "approvals: [{rule: DISC002, role: legal, by: m-roth, date: 2026-11-09}]"
    assert legal(root, release) == ["CONF004"], "a release is for one rule alone"
    assert "LINT004" in legal(root, release.replace(", date: 2026-11-09", ""))
    # That nothing needs it is no fault: somebody looked.
    assert "LINT005" not in legal(root, release.replace("DISC002", "EVID004"))


def test_an_exception_is_in_vain_only_where_its_rule_has_run(root: Path) -> None:
    by_the_clock_too = ALLOW.replace("JARG001", "VOICE003")
    assert left(root, f"{by_the_clock_too}\n\nNothing.\n") == []
    assert left(root, f"{ALLOW}\n\nNothing.\n") == ["LINT005"]
    told_by_night = json.loads(told(root, "--scheduled")[1])["diagnostics"]
    assert not [item for item in told_by_night if item["code"].startswith("LINT")]
    (root / "corpblog.yml").write_text(CONFIG + "  rules: {JARG001: off}\n")
    assert left(root, f"{ALLOW}\n\nA holistic 1 x\n") == ["LINT005", "LINT005"]


def test_a_limit_of_findings_limits_what_is_shown_alone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from corpblog.cli import main

    (root / "corpblog.yml").write_text(CONFIG + "  rules: {JARG001: {max_per_rule: 2}}\n")
    body = "\n\n".join(f"A holistic {number} view." for number in range(7))
    assert left(root, body) == [str(number) for number in range(7)]
    main(["lint", str(root), "--format", "oneline"])
    said = capsys.readouterr()
    shown = [line for line in said.out.splitlines() if "/post.md" in line and "JARG001" in line]
    assert len(shown) == 2
    assert "Not shown: 5 more of JARG001 in content/posts/post.md (max_per_rule: 2)." in said.err
