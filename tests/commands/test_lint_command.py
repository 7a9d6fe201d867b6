"""``corpblog lint`` as people and CI run it: what it finds, what it leaves out, what it says."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from corpblog.cli import main
from tests.sites import AUTHOR, CONFIG, write_site

Run = Callable[..., tuple[int, str, str]]

# A site that only a rule about words has something to say about.
ONLY = "guidelines:\n  rules:\n"
BUZZ = """\
---
title: First post
date: 2026-11-10
authors: [jana-weiss]
---
We work every day.

Our holistic view of flour is new.
"""


def config(*codes: str, more: str = "") -> str:
    """A configuration in which only the rules ``codes`` are on."""
    from corpblog.lint.rules import RULES

    off = [rule.code for rule in RULES if rule.code not in codes]
    return CONFIG + ONLY + "".join(f"    {code}: off\n" for code in off) + more


@pytest.fixture
def lint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command on a site with one buzzword; gives code, output and what else it said."""
    write_site(
        tmp_path,
        {
            "corpblog.yml": config("JARG001"),
            "authors/jana-weiss.md": AUTHOR,
            "content/posts/first.md": BUZZ,
        },
    )

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["lint", "--site", str(tmp_path), "--now", "2026-11-21T12:00", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def git(root: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words],
        cwd=root,
        check=True,
        capture_output=True,
    )


def places(output: str) -> list[str]:
    """Where findings are, of output in the format oneline."""
    return [line.split(": ")[0] for line in output.splitlines()]


def test_a_warning_is_told_and_fails_a_strict_run_only(lint: Run) -> None:
    code, out, _ = lint()
    assert code == 0
    assert "content/posts/first.md:8:5: warning JARG001 “holistic” is a buzzword" in out
    assert lint("--strict")[0] == 1


def test_a_set_severity_replaces_that_of_the_rule(lint: Run, tmp_path: Path) -> None:
    text = config("JARG001", more="    JARG001: error\n")
    (tmp_path / "corpblog.yml").write_text(text)
    assert lint()[0] == 1


def test_a_path_narrows_what_is_shown(lint: Run, tmp_path: Path) -> None:
    write_site(tmp_path, {"content/posts/second.md": BUZZ.replace("First", "Second")})
    _, out, _ = lint("--format", "oneline", str(tmp_path / "content/posts/second.md"))
    assert places(out) == ["content/posts/second.md:8:5"]


def test_a_path_that_is_not_there_is_refused_with_the_nearest(lint: Run, tmp_path: Path) -> None:
    code, _, err = lint(str(tmp_path / "content/posts/frst.md"))
    assert code == 2
    assert "did you mean first.md?" in err


def test_every_bad_setting_is_told_at_its_key_in_one_run(lint: Run, tmp_path: Path) -> None:
    more = (
        "    JARG01: off\n    EVID002:\n      min_cout: 3\n      severity: eror\n"
        "    READ001: {max: {en: many}}\n"
    )
    off = config("JARG001", "EVID002", "READ001", more=more)
    (tmp_path / "corpblog.yml").write_text(off)
    code, out, _ = lint("--format", "oneline")
    lines = {line.split(": ", 2)[1].split()[1]: line for line in out.splitlines()}
    assert code == 2
    assert "did you mean JARG001?" in lines["LINT001"]
    told = [line for line in out.splitlines() if " LINT002 " in line]
    assert any("unknown option “min_cout”" in line and "“min_count”" in line for line in told)
    assert any("“eror” is no severity" in line and "“error”" in line for line in told)
    assert any("expected a number, not “many”" in line for line in told)
    assert "content/posts/first.md:8:5" in places(out)  # the rest was judged all the same
    numbers = [int(line.split(":")[1]) for line in told]
    text = off.splitlines()
    assert sorted(text[number - 1].split(":")[0].strip() for number in numbers) == sorted(
        ["min_cout", "severity", "READ001"]
    )


def test_broken_front_matter_in_one_post_does_not_stop_the_others(
    lint: Run, tmp_path: Path
) -> None:
    write_site(tmp_path, {"content/posts/broken.md": "---\ntitle: [\n---\nHello.\n"})
    code, out, _ = lint("--format", "oneline")
    assert code == 2
    assert any(line.startswith("content/posts/broken.md:") for line in out.splitlines())
    assert "content/posts/first.md:8:5" in places(out)


def test_the_baseline_knows_old_findings_and_only_shrinks(lint: Run, tmp_path: Path) -> None:
    code, _, err = lint("--update-baseline", "--strict", "--format", "json")
    assert (code, "The baseline knows 1 finding now" in err) == (0, True)
    first = tmp_path / "content/posts/first.md"
    # Moved, wrapped anew: still known.
    first.write_text(BUZZ.replace("We work", "Hello.\n\nWe work").replace("view of", "view\nof"))
    assert lint("--strict")[0] == 0
    # The same word in another sentence is new.
    first.write_text(BUZZ + "\nA holistic baker came.\n")
    code, out, _ = lint("--strict", "--format", "oneline")
    assert (code, places(out)) == (1, ["content/posts/first.md:10:3"])
    lint("--update-baseline")
    assert lint("--strict")[0] == 1, "the baseline grew"
    # Mended: the entry has to go.
    first.write_text(BUZZ.replace("holistic", "whole"))
    code, out, _ = lint("--format", "oneline")
    assert (code, "LINT009" in out) == (1, True)
    lint("--update-baseline")
    assert lint()[0] == 0
    assert json.loads((tmp_path / "lint-baseline.json").read_text())["findings"] == {}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"version": 9, "findings": {}}', '{"version": 1, "findings": {"a": 1}}'],
)
def test_a_baseline_that_cannot_be_read_stops_the_run(lint: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "lint-baseline.json").write_text(text)
    code, out, _ = lint()
    assert (code, "LINT008" in out) == (2, True)
    # The way out that is told: delete it, make it anew.
    assert "delete" in out
    (tmp_path / "lint-baseline.json").unlink()
    assert lint("--update-baseline")[0] == 0


def test_a_baseline_in_another_encoding_is_told_in_plain_words(lint: Run, tmp_path: Path) -> None:
    (tmp_path / "lint-baseline.json").write_bytes(b"\xff\xfe{")
    code, out, _ = lint()
    assert (code, "it is no UTF-8 text" in out) == (2, True)


def test_a_baseline_that_was_named_must_be_there(lint: Run, tmp_path: Path) -> None:
    code, out, _ = lint("--baseline", str(tmp_path / "nowhere.json"))
    assert (code, "LINT008" in out) == (2, True)


def test_since_blames_a_branch_for_its_lines_alone(lint: Run, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "switch", "-qc", "work")
    first = tmp_path / "content/posts/first.md"
    first.write_text("".join([BUZZ, "\nA synergy of bakers.\n"]))
    git(tmp_path, "commit", "-qam", "two")
    write_site(tmp_path, {"content/posts/new.md": BUZZ.replace("First", "New")})
    _, out, _ = lint("--since", "main", "--format", "oneline")
    assert places(out) == ["content/posts/first.md:10:3", "content/posts/new.md:8:5"]
    assert "Left out: 1 older finding" in lint("--since", "main")[1]


def test_since_finds_what_a_touched_register_causes_elsewhere(lint: Run, tmp_path: Path) -> None:
    (tmp_path / "corpblog.yml").write_text(config("DISC002"))
    write_site(tmp_path, {"content/posts/old.md": BUZZ.replace("Our holistic", "Miller Ltd has a")})
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    assert lint("--since", "main")[0] == 0
    write_site(tmp_path, {"registers/relations.yml": "- {party: Miller Ltd, type: client}\n"})
    code, out, _ = lint("--since", "main", "--format", "oneline")
    assert (code, places(out)) == (1, ["content/posts/old.md:8:1"])


def test_since_an_unknown_revision_calls_nothing_clean(lint: Run, tmp_path: Path) -> None:
    code, out, _ = lint("--since", "main")
    assert (code, "GIT001" in out) == (2, True)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    for revision in ("origin/main", "--output=x", "main:content"):
        code, out, _ = lint(f"--since={revision}")
        assert (code, "GIT002" in out) == (2, True), revision


def test_since_a_shallow_history_calls_nothing_clean(
    lint: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    origin = tmp_path / "origin"
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "corpblog.yml", "authors", "content")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "commit", "-qm", "two", "--allow-empty")
    git(tmp_path, "switch", "-qc", "work", "HEAD~1")
    git(tmp_path, "commit", "-qm", "three", "--allow-empty")
    git(
        tmp_path,
        "clone",
        "-q",
        "--depth",
        "1",
        "--no-single-branch",
        f"file://{tmp_path}",
        str(origin),
    )
    code = main(["lint", "--site", str(origin), "--since", "origin/main"])
    assert (code, "GIT003" in capsys.readouterr().out) == (2, True)


def test_reports_are_written_to_files_beside_the_one_that_is_shown(
    lint: Run, tmp_path: Path
) -> None:
    out = tmp_path / "out.json"
    lint("--output", f"json={out}", "--output", f"sarif={tmp_path / 'out.sarif'}")
    assert json.loads(out.read_text())["summary"]["warnings"] == 1
    assert json.loads((tmp_path / "out.sarif").read_text())["version"] == "2.1.0"
    code, _, err = lint("--output", "jsn=x")
    assert (code, "did you mean json?" in err) == (2, True)


def test_a_draft_is_judged_and_never_fails_the_run(lint: Run, tmp_path: Path) -> None:
    (tmp_path / "corpblog.yml").write_text(config("JARG002"))
    draft = BUZZ.replace("date:", "draft: true\ndate:").replace("holistic view", "world-leading")
    write_site(tmp_path, {"content/posts/first.md": draft})
    code, out, _ = lint("--strict")
    assert (code, ": info JARG002 " in out) == (0, True)


def test_an_exception_needs_a_reason_and_a_person(lint: Run, tmp_path: Path) -> None:
    def with_comment(words: str) -> tuple[int, str]:
        text = BUZZ.replace("Our holistic", f"<!-- corpblog-allow {words} -->\n\nOur holistic")
        (tmp_path / "content/posts/first.md").write_text(text)
        code, out, _ = lint("--strict", "--format", "oneline")
        return code, out

    good = 'JARG001 reason="quoted product category" by="jana-weiss"'
    assert with_comment(good) == (0, "")
    for bad in (
        "JARG001",
        'JARG001 reason="quoted product category"',
        'JARG001 reason="TODO write reason" by="jana-weiss"',
        'JARG001 reason="because" by="jana-weiss"',
        'JARG001 reason="quoted product category" by="jana-wiess"',
        'JARG001 reason="quoted product category" by="jana-weiss" until=soon',
        'JARG001 because="quoted product category" by="jana-weiss"',
        'reason="quoted product category" by="jana-weiss"',
    ):
        code, out = with_comment(bad)
        assert (code, "LINT004" in out, "JARG001" in out) == (1, True, True), bad
    code, out = with_comment(good.replace("JARG001", "JARG01"))
    assert (code, "did you mean JARG001?" in out) == (2, True)
    code, out = with_comment(good.replace("JARG001", "DISC002"))
    assert "LINT007" in out
    code, out = with_comment(good.replace("JARG001", "JARG003"))
    assert "LINT005" in out


def test_the_configuration_can_forbid_exceptions(lint: Run, tmp_path: Path) -> None:
    text = config("JARG001").replace("guidelines:\n", "guidelines:\n  no_exceptions: [buzzword]\n")
    (tmp_path / "corpblog.yml").write_text(text)
    comment = '<!-- corpblog-allow JARG001 reason="quoted product category" by="jana-weiss" -->'
    (tmp_path / "content/posts/first.md").write_text(BUZZ.replace("Our hol", f"{comment}Our hol"))
    code, out, _ = lint("--format", "oneline")
    assert (code, "LINT007" in out, "JARG001" in out) == (1, True, True)


def test_an_exception_ends_with_its_block_or_at_its_end_mark(lint: Run, tmp_path: Path) -> None:
    opens = '<!-- corpblog-allow JARG001 reason="quoted product category" by="jana-weiss" -->'
    body = (
        f"{opens}\n\nA holistic start.\n\nA holistic second.\n\n"
        f"A {opens}holistic<!-- /corpblog-allow --> and holistic third.\n"
    )
    (tmp_path / "content/posts/first.md").write_text(BUZZ.partition("We work")[0] + body)
    _, out, _ = lint("--format", "oneline")
    ends = body.splitlines()[6].rindex("holistic") + 1
    assert places(out) == ["content/posts/first.md:10:3", f"content/posts/first.md:12:{ends}"]


def test_what_time_ends_is_told_by_the_scheduled_run_alone(lint: Run, tmp_path: Path) -> None:
    comment = (
        '<!-- corpblog-allow JARG001 reason="quoted product category" by="jana-weiss"'
        " until=2026-11-20 -->"
    )
    (tmp_path / "content/posts/first.md").write_text(
        BUZZ.replace("Our hol", f"{comment}\n\nOur hol")
    )
    assert lint("--strict")[0] == 0
    code, out, _ = lint("--scheduled", "--format", "oneline")
    assert (code, "LINT006" in out) == (1, True)


def test_words_of_the_house_find_more_or_are_rules_of_their_own(lint: Run, tmp_path: Path) -> None:
    lists = (
        "  lists:\n    more: {file: registers/more.tsv, lang: en}\n"
        "    ours: {file: registers/ours.tsv, lang: en, code: HOUSE001, name: house-style,"
        " severity: error}\n"
    )
    text = config("JARG001").replace("guidelines:\n", f"guidelines:\n{lists}")
    write_site(
        tmp_path,
        {
            "corpblog.yml": text,
            "registers/more.tsv": "pattern\tcategory\tsuggestion\tnote\nfloury\tbuzzword\t\t\n",
            "registers/ours.tsv": "e-mail(|s)\tHOUSE001\temail(|s)\t\nbad (\tHOUSE001\n",
            "content/posts/first.md": BUZZ.replace("holistic", "floury").replace("day", "e-mail"),
        },
    )
    code, out, _ = lint("--format", "oneline")
    assert code == 2
    assert places(out)[:2] == ["content/posts/first.md:6:15", "content/posts/first.md:8:5"]
    assert "error HOUSE001" in out
    assert "registers/ours.tsv:2:" in out
    assert "LINT003" in out


def test_a_plugin_that_is_not_installed_is_told_at_its_key(lint: Run, tmp_path: Path) -> None:
    text = config("JARG001").replace("guidelines:\n", "guidelines:\n  plugins: [acme]\n")
    (tmp_path / "corpblog.yml").write_text(text)
    code, out, _ = lint("--format", "oneline")
    assert (code, "LINT010" in out) == (2, True)


def test_a_region_that_nobody_knows_is_told_with_the_nearest(lint: Run, tmp_path: Path) -> None:
    holidays = "guidelines:\n  holidays: {region: DE-BX}\n"
    text = config("JARG001").replace("guidelines:\n", holidays)
    (tmp_path / "corpblog.yml").write_text(text)
    code, out, _ = lint("--format", "oneline")
    assert (code, "LINT002 region: nobody knows the public holidays of “DE-BX”" in out) == (2, True)
    assert "did you mean “DE-" in out
