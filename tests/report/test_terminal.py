"""Words come out of every console, coloured only where a person wants colours."""

import io
import sys

import pytest

from corpblog.report.progress import ProgressBar
from corpblog.report.terminal import look_of, put, say, say_aside


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def bytes_said(text: str, encoding: str, errors: str = "strict") -> bytes:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors=errors, newline="")
    put(text, stream)
    stream.flush()
    return raw.getvalue()


def test_a_western_console_gets_its_own_quotes() -> None:
    assert bytes_said("“Größe” …", "cp1252") == "“Größe” …".encode("cp1252")


def test_what_a_console_lacks_becomes_plain() -> None:
    assert bytes_said("“Größe” → 🎉\n", "ascii") == b'"Gr\\xf6\\xdfe" > \\U0001f389\n'


def test_half_characters_of_odd_file_names_can_be_said() -> None:
    assert bytes_said("a\udcff.md", "utf-8") == b"a\\udcff.md"


def test_a_program_without_a_console_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    say("hello")
    say_aside("hello")


def test_a_terminal_gets_colours_and_a_pipe_does_not() -> None:
    assert look_of(Terminal(), {"TERM": "xterm"}).colour
    assert not look_of(io.StringIO(), {}).colour
    assert look_of(io.StringIO(), {}).width == 0


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
    ],
)
def test_variables_decide_about_colours(variables: dict[str, str], coloured: bool) -> None:
    assert look_of(Terminal(), variables).colour is coloured


def test_force_color_colours_a_pipe() -> None:
    assert look_of(io.StringIO(), {"FORCE_COLOR": "1"}).colour


def test_progress_is_silent_where_nobody_watches(capfd: pytest.CaptureFixture[str]) -> None:
    with ProgressBar(watched=False, patience=0) as bar:
        bar("render", 1, 2)
    assert capfd.readouterr() == ("", "")


def test_progress_says_stage_and_count_where_somebody_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with ProgressBar(watched=True, patience=0) as bar:
        bar("render", 1, 2)
    assert "render" in screen.getvalue()
    assert "1/2" in screen.getvalue()


def test_a_quick_run_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    with ProgressBar(watched=True, patience=60) as bar:
        bar("render", 1, 2)
    assert screen.getvalue() == ""
