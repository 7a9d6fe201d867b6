"""Secret terms become hashes, and nothing that is printed or written says one."""

import getpass
import hashlib
import io
import re
import sys
from pathlib import Path

import pytest

from corpblog.cli import main
from corpblog.read.confidential import HASHES_FILE
from corpblog.read.site import ReadOptions, read_site
from tests.sites import write_site


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_site(tmp_path))
    return tmp_path


def hashing(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["guidelines", "hash-term", *words])
    out, err = capsys.readouterr()
    return code, out + err


def digest(salt: str, term: str) -> str:
    return hashlib.sha256(f"{salt}\n{term}".encode()).hexdigest()


def test_terms_become_salted_hashes_that_the_site_reads(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = hashing(capsys, "Blue  Falcon", "Straße-7", "blue\tfalcon")
    assert (code, told) == (0, f"Added 2 terms to {HASHES_FILE}.\n")
    text = (site / HASHES_FILE).read_text()
    found = re.search(r"^salt: ([0-9a-f]{32})$", text, re.M)
    assert found is not None
    salt = found.group(1)
    assert text.splitlines()[2:] == [digest(salt, "blue falcon"), digest(salt, "strasse 7")]
    read = read_site(site, ReadOptions())
    assert read.site is not None
    assert read.diagnostics == ()
    assert read.site.registers.confidential.digest("blue falcon") in (
        read.site.registers.confidential.digests
    )


def test_two_files_with_one_term_have_nothing_in_common(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hashing(capsys, "falcon")
    first = (site / HASHES_FILE).read_text().splitlines()[1:]
    (site / HASHES_FILE).unlink()
    hashing(capsys, "falcon")
    assert not set(first) & set((site / HASHES_FILE).read_text().splitlines()[1:])


def test_what_stands_in_the_file_stays_as_it_is(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = f"# ours\r\nsalt: {'AB' * 8}\r\n\r\n{digest('ab' * 8, 'falcon')}\r\n# the end"
    write_site(site, {HASHES_FILE: old.encode()})
    told = f"Added 1 term to {HASHES_FILE}; 1 was there already.\n"
    assert hashing(capsys, "heron", "Falcon") == (0, told)
    added = digest("ab" * 8, "heron")
    assert (site / HASHES_FILE).read_bytes() == f"{old}\r\n{added}\r\n".encode()
    assert hashing(capsys, "heron") == (
        0,
        f"Added 0 terms to {HASHES_FILE}; 1 was there already.\n",
    )


def test_terms_come_from_a_file_or_from_standard_input(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(site, {"terms.txt": "\ufefffalcon\n\nheron\n"})
    assert hashing(capsys, "--file", "terms.txt")[1].startswith("Added 2 terms")
    monkeypatch.setattr(sys, "stdin", io.StringIO("heron\nowl\n"))
    assert hashing(capsys)[1] == f"Added 1 term to {HASHES_FILE}; 1 was there already.\n"


def test_a_person_types_terms_unseen_until_an_empty_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Keyboard(io.StringIO):
        def isatty(self) -> bool:
            return True

    typed = iter(["falcon", "heron", ""])
    monkeypatch.setattr(sys, "stdin", Keyboard())
    monkeypatch.setattr(getpass, "getpass", lambda prompt: next(typed))
    assert hashing(capsys)[1].startswith("Added 2 terms")


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        ((), "there is no term to add"),
        (("...",), "term 1 has 0 words; a term has 1 to 4"),
        (("a", "blue & falcon"), "term 2 has signs between its words; it would never be found"),
        (("a", "the big blue secret falcon"), "term 2 has 5 words; a term has 1 to 4"),
    ],
)
def test_what_is_no_term_is_refused_and_never_shown(
    site: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    terms: tuple[str, ...],
    message: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    code, told = hashing(capsys, *terms)
    assert code == 2
    assert message in told
    assert "falcon" not in told
    assert not (site / HASHES_FILE).exists()


def test_a_file_with_faults_is_told_without_showing_its_lines_and_left_alone(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = f"salt: {'ab' * 8}\nProject Falcon\n"
    write_site(site, {HASHES_FILE: old})
    code, told = hashing(capsys, "heron")
    assert code == 2
    assert f"{HASHES_FILE}:2:1" in told
    assert "Falcon" not in told
    assert (site / HASHES_FILE).read_text() == old


def test_registers_outside_the_site_are_not_written(
    site: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (site / "registers").symlink_to(elsewhere)
    code, told = hashing(capsys, "heron")
    assert code == 2
    assert "leaves its folder through a link" in told
    assert not list(elsewhere.iterdir())


def test_the_help_says_that_shells_remember(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = hashing(capsys, "--help")
    assert code == 0
    assert "history of your shell" in told
