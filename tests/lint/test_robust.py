"""Bad input and odd signs: a clear error or the right place, never a crash or a lost finding."""

import contextlib
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.cli import main
from corpblog.lint.engine import Ask, lint
from corpblog.lint.in_force import RuleSet, with_defaults
from corpblog.lint.rules import RULES
from corpblog.read.key_places import key_place
from corpblog.read.site import ReadOptions, read_site
from tests.lint.blog import CONFIG, blog, told
from tests.sites import write_site

HEAD = "---\ntitle: Post\ndate: 2026-11-10\nauthors: [jana-weiss]\ndisclosures: none\n---\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return blog(tmp_path)


def found(
    root: Path, body: str, code: str = "JARG001", name: str = "post"
) -> list[tuple[int, int]]:
    """Line and column of each finding of ``code`` in a post."""
    write_site(root, {f"content/posts/{name}.md": (HEAD + body).encode("utf-8", "surrogatepass")})
    return [
        (item["line"] - HEAD.count("\n"), item["column"])
        for item in json.loads(told(root)[1])["diagnostics"]
        if item["path"] == f"content/posts/{name}.md" and item["code"] == code
    ]


@pytest.mark.parametrize(
    ("body", "column"),
    [
        ("🚀🚀 A holistic view", 6),
        ("👩‍👩‍👧 A holistic view", 9),
        ("a\u0308o\u0308 holistic view", 6),
        ("\u200b\u200bA holistic view", 5),
        ("A ho\u00adlis\u00adtic view", 3),
        ("A ho\u200blistic view", 3),
        ("\ufeffA holistic view", 4),
        ("שלום עולם holistic view", 11),
        ("\u202eA\u202c holistic view", 5),
        ("İİ holistic view", 4),
        ("ﬁﬁ holistic view", 4),
        ("A\u2028holistic view", 3),
        ("A\x0bholistic view", 3),
        ("A\u00a0holistic view", 3),
        ("\tA holistic view", 0),
        ("𝓐 holistic 𝓑", 3),
    ],
)
def test_columns_count_code_points(root: Path, body: str, column: int) -> None:
    expected = [(2, column)] if column else []
    assert found(root, f"First.\n{body}\n" if column else f"First.\n\n{body}\n") == expected


def test_two_megabytes_on_one_line_lose_no_finding(root: Path) -> None:
    dull = "It weighs `bread` there, see [here](https://example.org/) and here. " * 14
    line = f"A holistic view. {dull}" * 2_000
    assert len(line) > 1_900_000
    assert len(found(root, line)) == 2_000


@pytest.mark.parametrize(
    "line",
    [
        "(" * 200_000,
        "[" * 60_000,
        "*a" * 60_000,
        "> " * 500 + "x",
        "`" * 200_001,
        "<!--" * 50_000,
        "\u0301" * 200_000,
        "“" * 200_000,
        "x" * 1_000_000,
        "1." * 200_000,
        "a_" * 100_000,
        "0171 " * 50_000,
        "a@" * 100_000,
        "http://" * 50_000,
        "- " * 300 + "x",
        "|" * 100_000,
        "&amp;" * 100_000,
        "\\" * 200_000,
        "A B " * 100_000,
        "a-" * 100_000,
        "%20" * 60_000,
    ],
    ids=lambda line: repr(line[:5]),
)
def test_a_text_of_nothing_but_signs_is_judged_in_the_end(root: Path, line: str) -> None:
    assert found(root, f"{line}\n\nA holistic view.\n") in ([(3, 3)], [])
    assert told(root)[0] in (1, 2)


PIECES = (
    *" \n\t#*_`<>[]()!|-=:;.,?&\\\"'“”„‚«»—…0189%€§@/~^$ßäİ\u0301\u200b🚀ש",
    *("holistic ", "<!-- ", " -->", "corpblog-allow ", "best ", "https://a.b/", "```", "> "),
    *("\n\n", "0171 2345678", "We ", "80 %", "[^1]", "![", "](", "<div>", "</div>", "studies show"),
)


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.sampled_from(["en", "de", "fr"]),
)
def test_no_text_at_all_breaks_a_rule(tmp_path_factory: Any, text: str, lang: str) -> None:
    root = write_site(
        tmp_path_factory.getbasetemp() / "any",
        {
            "corpblog.yml": CONFIG,
            "authors/jana-weiss.md": "---\nname: Jana Weiss\n---\nHello.\n",
            "content/posts/post.md": HEAD.replace("title:", f"lang: {lang}\ntitle:") + text,
        },
    )
    site = read_site(root, ReadOptions()).site
    assert site is not None
    rules = with_defaults(rule for rule in RULES if rule.code != "READ002")
    lint(site, Ask(rules=rules, places=key_place))


INSERTED = (
    "`a holistic thing`\n\n",
    "```\nThe best holistic\n```\n\n",
    "<div class='holistic'></div>\n\n",
    "<!-- the best holistic -->\n\n",
    "&amp; &copy; &#x1F680;\n\n",
    "[link](https://example.org/holistic 'x')\n\n",
    "<https://example.org/best>\n\n",
    "> A holistic quotation of the best\n\n",
    "---\n\n",
    "[ref]: https://example.org/holistic\n\n",
    "![](scale.png)\n\n",
    "<style>.holistic { color: red }</style>\n\n",
    "- `holistic`\n\n",
    "| `a` |\n|---|\n| `best` |\n\n",
    "🚀\n\n",
)
PARAGRAPHS = (
    "We leverage a holistic view of flour.\n\n",
    "Miller Ltd gave us the best scale in the world.\n\n",
    "More than 80 % of customers agree, and studies show it.\n\n",
    "We regret any inconvenience. Call 0171 2345678.\n\n",
    "It seems that in the context of the implementation of the measurement of the optimisation of "
    "the adjustment of the consideration of the documentation it was decided, and many people who "
    "were there thought that this was a thing that nobody could have understood at all.\n\n",
)
# They count words, letters or shares of the whole text.
_OF_THE_WHOLE = ("READ002", "JARG008", "IMG")


@settings(max_examples=10)
@given(
    st.lists(st.tuples(st.sampled_from(PARAGRAPHS), st.sampled_from(("", *INSERTED))), max_size=8)
)
def test_what_stands_elsewhere_moves_adds_or_removes_no_finding(
    tmp_path_factory: Any, parts: list[tuple[str, str]]
) -> None:
    root = blog(tmp_path_factory.getbasetemp() / "elsewhere")
    site = read_site(root, ReadOptions()).site
    assert site is not None
    rules = with_defaults(rule for rule in RULES if not rule.code.startswith(_OF_THE_WHOLE))
    plain = _findings(root, rules, [text for text, _ in parts])
    filled = _findings(root, rules, [piece for pair in parts for piece in pair])
    shifts, shift, place = [], 0, 0
    for text, more in parts:
        shifts.append((place, shift))
        place += text.count("\n")
        shift += more.count("\n")
    moved = [
        (code, message, line + max(by for start, by in shifts if start < line), column, length)
        for code, message, line, column, length in plain
    ]
    assert filled == moved


def _findings(root: Path, rules: RuleSet, parts: list[str]) -> list[tuple[str, str, int, int, int]]:
    write_site(root, {"content/posts/post.md": (HEAD + "".join(parts)).encode()})
    site = read_site(root, ReadOptions()).site
    assert site is not None
    outcome = lint(site, Ask(rules=rules, places=key_place))
    top = HEAD.count("\n")
    return sorted(
        (
            d.code,
            d.message,
            d.location.line - top,
            d.location.column,
            d.location.end_column - d.location.column,
        )
        for d in (item.diagnostic for item in outcome.found)
        if d.location.path == "content/posts/post.md" and d.location.line > top
    )


def test_broken_text_in_yaml_is_judged_and_printed(root: Path) -> None:
    head = HEAD.replace("title: Post", 'title: "A holistic \\ud800 view"')
    write_site(root, {"content/posts/post.md": head + "A holistic view.\n"})
    for form in ("text", "oneline", "json", "github", "gitlab", "sarif", "junit", "rdjson"):
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            code = main(["lint", str(root), "--format", form])
        assert code in (1, 2), form
        out.getvalue().encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("  rules: {JARG01: off}\n", "LINT001"),
        ("  rules: {JARG001: {maximum: 3}}\n", "LINT002"),
        ("  rules: {JARG001: [1]}\n", "LINT002"),
        ("  rules: {JARG001: {add: ['(a']}}\n", "LINT002"),
        ("  rules: {JARG001: {max_per_rule: many}}\n", "LINT002"),
        ("  rules: {CONF003: {add: ['(a+)+$']}}\n", "LINT002"),
        ("  rules: {1: off}\n", "LINT001"),
        ("  rules: [JARG001]\n", "SRC"),
        ("  no_exceptions: [JARG01]\n", "LINT001"),
        ("  plugins: [nowhere]\n", "LINT010"),
        ("  lists: {x: {file: words/none.tsv}}\n", "SRC"),
        ("  lists: {x: {file: ../x.tsv}}\n", "SRC"),
        ("  lists: {x: {file: words/x.tsv, lang: en, code: JARG001}}\n", "LINT003"),
    ],
)
def test_bad_settings_are_told_at_their_key(root: Path, settings: str, code: str) -> None:
    write_site(root, {"words/x.tsv": "a\tbuzzword\t\t\n"})
    (root / "corpblog.yml").write_text(CONFIG.partition("  lists:")[0] + settings)
    exit_code, out = told(root)
    at = [
        item
        for item in json.loads(out)["diagnostics"]
        if item["code"].startswith(code) and item["code"] != "SRC015"
    ]
    assert exit_code == 2
    assert at, out
    assert all(item["path"] in ("corpblog.yml", "words/x.tsv") for item in at)
    assert at[0]["line"] >= 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"pattern\n",
        b"a\tb\tc\td\te\n",
        b"(\tHOUSE001\t\t\n",
        b"\0\tHOUSE001\n",
        b"a\tHOUSE002\t\t\n",
        b"x" * 100_000,
        b"\t\t\t\n",
        b"a\tHOUSE001\t\t[once\n",
        b"a(b|c)\tHOUSE001\tx(y)\t\n",
        b"((((a\tHOUSE001\t\t\n",
        b"*\tHOUSE001\t\t\n",
        b"a\tHOUSE001\t\t[not-before: ]\n",
        b"(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)\t"
        b"HOUSE001\t\t\n",
    ],
)
def test_a_malformed_word_list_never_stops_the_rest(root: Path, content: bytes) -> None:
    write_site(root, {"words/ours.tsv": content})
    exit_code, out = told(root)
    diagnostics = json.loads(out)["diagnostics"]
    assert exit_code in (1, 2)
    assert any(item["code"] == "JARG001" for item in diagnostics)
    for item in diagnostics:
        if item["code"] == "LINT003":
            assert (item["path"], item["line"] >= 1) == ("words/ours.tsv", True)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff",
        b"[" * 100_000,
        b'{"version": 1, "findings": {"a": {"JARG001 x": -1}}}',
        b"null",
        b'{"version": 1, "findings": {"a": {"JARG001 x": 1e99}}}',
        b"\xef\xbb\xbf{}",
    ],
)
def test_a_baseline_that_cannot_be_read_is_told(root: Path, content: bytes) -> None:
    (root / "lint-baseline.json").write_bytes(content)
    code, out = told(root)
    assert (code, "LINT008" in out) == (2, True)


def test_a_folder_is_no_baseline(root: Path) -> None:
    (root / "lint-baseline.json").mkdir()
    code, out = told(root)
    assert (code, "LINT008" in out) == (2, True)


def test_paths_may_hold_anything(root: Path) -> None:
    name = "Grö ße 'x' “y” # % & ü"
    assert found(root, "A holistic view.\n", name=name) == [(1, 3)]
    words = ("git", "-c", "user.name=T", "-c", "user.email=t@example.org")
    for more in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "one")):
        subprocess.run([*words, *more], cwd=root, check=True, capture_output=True)
    found(root, "A holistic view.\n\nA synergy.\n", name=name)
    _, out = told(root, "--since", "HEAD")
    lines = [
        (d["path"], d["line"]) for d in json.loads(out)["diagnostics"] if d["code"] == "JARG001"
    ]
    assert lines == [(f"content/posts/{name}.md", HEAD.count("\n") + 3)]


def test_a_run_loads_nothing_that_it_does_not_need(root: Path) -> None:
    """Pictures need PIL, and a long text that is not remembered yet needs textstat."""
    code = (
        "import sys\nfrom corpblog.cli import main\n"
        f"main(['lint', {str(root)!r}])\n"
        "heavy = {'jinja2', 'babel', 'watchdog', 'pygls', 'textstat', 'pygments', 'rich',"
        " 'markdown', 'asyncio', 'selectolax', 'nh3'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_what_cannot_be_known_stops_the_run_in_words(root: Path) -> None:
    unknowable: tuple[tuple[tuple[str, ...], str], ...] = (
        (("--since", "HEAD"), "GIT001"),
        (("--baseline", str(root / "none.json")), "LINT008"),
        (("--built", str(root / "none")), "SRC042"),
    )
    for words, code in unknowable:
        exit_code, out = told(root, *words)
        assert (exit_code, code in out) == (2, True), words
    for refused in (
        ("--built", ".", "--since", "HEAD"),
        ("--built", ".", "--fix"),
        ("--built", ".", "--update-baseline"),
        ("--scheduled", "--update-baseline"),
        ("--scheduled", "--built", "."),
    ):
        assert told(root, *refused)[0] == 2, refused
    assert not (root / "lint-baseline.json").exists()
