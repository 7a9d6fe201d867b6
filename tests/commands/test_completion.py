"""Completion scripts know every command, every option and every folder."""

import shutil
import subprocess
from pathlib import Path

import pytest

from corpblog.cli import main
from corpblog.commands import COMMANDS
from corpblog.commands.completion import SHELLS


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_names_all_commands_and_options(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for word in (*COMMANDS, "drafts", "job-title", "jekyll"):
        assert word in script


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "completed"),
    [
        (["corpblog", "bu"], {"build"}),
        (["corpblog", "build", "--dr"], {"--drafts"}),
        (["corpblog", "new", "au"], {"author"}),
        (["corpblog", "schema", "pa"], {"page"}),
        (["corpblog", "build", "--out", "fold"], {"folder"}),
    ],
)
def test_bash_completes_commands_options_and_folders(
    words: list[str], completed: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", "bash"]) == 0
    (tmp_path / "folder").mkdir()
    (tmp_path / "fold.txt").touch()
    ask = f"""
COMP_WORDS=({" ".join(words)}); COMP_CWORD={len(words) - 1}
_shtab_corpblog
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    script = capsys.readouterr().out + ask
    bash = shutil.which("bash") or "bash"
    done = subprocess.run([bash, "-c", script], cwd=tmp_path, capture_output=True, check=True)
    assert {word.strip() for word in done.stdout.decode().splitlines()} == completed
