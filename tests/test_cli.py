"""The door: words in, words and an exit code out, whatever happens."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpblog import __version__
from corpblog.cli import main
from corpblog.commands import COMMANDS, exit_codes
from corpblog.commands.exit_codes import exit_code
from corpblog.diagnostics import CorpblogError, Diagnostic, Location, Severity

ROOT = Path(__file__).parent.parent


def run(*words: str, **variables: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "corpblog", *words],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        check=False,
    )


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let ``schema`` raise what a test wants to see explained."""

    def breaks(error: BaseException) -> None:
        def raise_it(name: str) -> None:
            raise error

        monkeypatch.setattr("corpblog.commands.schema._schema", raise_it)

    return breaks


def diagnostic(code: str, severity: Severity) -> Diagnostic:
    place = Location(path="a.md", line=1, column=1, end_line=1, end_column=6)
    return Diagnostic(
        code=code, name="x", severity=severity, location=place, message="wrong", source_line="titel"
    )


def test_version_is_one_line() -> None:
    assert run("--version").stdout.decode().split() == ["corpblog", __version__]


def loaded_by(*words: str) -> set[str]:
    """The modules that a command brings into a fresh process."""
    script = (
        "import sys; from corpblog.cli import main; "
        f"main({list(words)}); sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    return set(done.stderr.decode().split())


def test_version_imports_nothing_heavy() -> None:
    heavy = {"argparse", "dataclasses", "rich", "yaml", "msgspec", "jinja2", "shtab"}
    assert not loaded_by("--version") & heavy


def test_a_command_imports_no_other_command() -> None:
    loaded = loaded_by("schema", "diagnostics")
    modules = {command.module for command in COMMANDS.values()}
    assert modules & loaded == {"corpblog.commands.schema"}
    assert "rich" not in loaded


def test_no_words_show_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    alone = capsys.readouterr().out
    assert main(["--help"]) == 0
    assert capsys.readouterr().out == alone
    assert all(f"\n  {name} " in alone for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert f"usage: corpblog {name} [OPTIONS]" in told
    assert f"\n  corpblog {name} " in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["biuld"], "corpblog: corpblog has no command “biuld”\n  did you mean build?\n"),
        (["--versoin"], "corpblog: there is no option --versoin\n  did you mean --version?\n"),
        (["build", "--draft"], "corpblog: there is no option --draft\n  did you mean --drafts?\n"),
        (["build", "--out-dir=x"], "corpblog: there is no option --out-dir\n"),
        (["build", "-x"], "corpblog: there is no option -x\n"),
        (
            ["new", "pots", "x"],
            "corpblog: corpblog new has no command “pots”\n  did you mean post?",
        ),
        (["new", "post", "x", "--autor=y"], "there is no option --autor\n  did you mean --author?"),
        (["new", "post"], "are required: TITLE\n  see corpblog new post --help\n"),
        (["schema", "posts"], "corpblog: FORMAT cannot be “posts”\n  did you mean post?\n"),
        (["bu\x1b[2Jld"], "corpblog has no command “bu\\x1b[2Jld”\n"),
        (["build", "a", "b"], "corpblog: “b” is one word too many\n  see corpblog build --help\n"),
        (["build", "--jobs", "many"], "argument --jobs: “many” is no number of processes\n"),
        (
            ["build", "--now", "noon"],
            "argument --now: “noon” is no time; expected a day such as 2026-11-10 or a time such "
            "as 2026-11-10T09:00\n",
        ),
    ],
)
def test_wrong_words_are_named_with_the_nearest_right_one(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert told in err
    assert out == ""


def test_an_abbreviation_is_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--stat"]) == 2
    assert "did you mean --stats?" in capsys.readouterr().err


def test_sources_at_fault_are_reported_and_give_2(
    broken: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(CorpblogError(diagnostics=(diagnostic("SRC013", Severity.ERROR),)))
    assert main(["schema", "post"]) == 2
    out, err = capsys.readouterr()
    assert out == "a.md:1:1: error SRC013 wrong\n    1 | titel\n      | ^^^^^\n\n1 error\n"
    assert err == ""


def test_our_bug_gives_3_and_says_what_to_do(
    broken: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(KeyError("x"))
    assert main(["schema", "post"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("corpblog: KeyError: 'x'\nThis is a bug in corpblog, not a mistake of")
    assert "--debug" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("words", [["--debug", "schema", "post"], ["schema", "post", "--debug"]])
def test_debug_shows_the_traceback(
    words: list[str], broken: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(KeyError("x"))
    assert main(words) == 3
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_interrupting_is_quiet(broken: Any, capsys: pytest.CaptureFixture[str]) -> None:
    broken(KeyboardInterrupt())
    assert main(["schema", "post"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_reader_who_goes_away_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "corpblog", "schema", "config"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (exit_codes.PIPE_CLOSED, b"")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8", "utf-16", "latin-1"])
def test_every_console_can_show_help_and_faults(encoding: str) -> None:
    helped = run("build", "--help", PYTHONIOENCODING=encoding)
    refused = run("biuld", PYTHONIOENCODING=encoding)
    assert (helped.returncode, refused.returncode) == (0, 2)
    assert "biuld" in refused.stderr.decode(encoding)


@pytest.mark.skipif(os.name == "nt", reason="POSIX closes them so")
def test_closed_outputs_are_no_fault() -> None:
    script = f'exec "{sys.executable}" -m corpblog schema diagnostics >&- 2>&-'
    done = subprocess.run(
        ["/bin/sh", "-c", script], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("found", "strict", "code"),
    [
        ([], False, 0),
        ([("JARG001", Severity.WARNING)], False, 0),
        ([("JARG001", Severity.WARNING)], True, 1),
        ([("JARG001", Severity.INFO)], True, 0),
        ([("DISC001", Severity.ERROR)], False, 1),
        ([("DISC001", Severity.ERROR), ("SRC010", Severity.ERROR)], False, 2),
        ([("LINK001", Severity.ERROR)], False, 2),
        ([("LINK001", Severity.WARNING)], False, 0),
        ([("TPL001", Severity.ERROR)], False, 2),
        ([("WRITE001", Severity.ERROR)], True, 2),
        ([("LINT001", Severity.ERROR)], False, 2),
        ([("LINT004", Severity.ERROR)], False, 1),
    ],
)
def test_exit_codes_are_decided_by_what_was_found(
    found: list[tuple[str, Severity]], strict: bool, code: int
) -> None:
    diagnostics = [diagnostic(*item) for item in found]
    assert exit_code(diagnostics, strict=strict) == code


def test_the_installed_command_takes_the_words_of_its_process() -> None:
    code = "import sys; sys.argv = ['corpblog', '-V']; from corpblog.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, f"corpblog {__version__}\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize("words", [["--version"], ["--help"], ["schema", "post"]])
def test_an_answer_that_cannot_be_written_is_no_bug_of_ours(words: list[str]) -> None:
    command = [sys.executable, "-m", "corpblog", *words]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (2, "corpblog: output: no space left on device\n")
