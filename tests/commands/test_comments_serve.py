"""`corpblog comments serve`: its words, and what it refuses before it listens."""

import argparse
import socket
import sys
from pathlib import Path

import pytest

from corpblog.commands.comments_serve import EXAMPLES, SUMMARY, add_words, run
from corpblog.commands.words import BadWords, WordParser
from corpblog.diagnostics import CorpblogError
from tests.sites import write_site


def words(*given: str) -> argparse.Namespace:
    parser = WordParser(prog="corpblog comments serve", description=SUMMARY, epilog=EXAMPLES)
    add_words(parser)
    return parser.parse_args(given)


def refused(*given: str) -> str:
    with pytest.raises(BadWords) as raised:
        run(words(*given))
    return f"{raised.value.message}; {raised.value.hint}"


@pytest.fixture
def site(tmp_path: Path) -> str:
    return str(write_site(tmp_path / "blog"))


@pytest.mark.parametrize("folder", ["public", "static", "comments", "content/posts"])
def test_a_database_in_a_published_folder_is_refused(site: str, folder: str) -> None:
    said = refused("--site", site, "--db", f"{site}/{folder}/isso.db")
    assert "which is published or committed" in said
    assert not Path(site, folder, "isso.db").exists()


def test_a_link_into_a_published_folder_is_seen_through(site: str) -> None:
    Path(site, "static").mkdir()
    Path(site, "elsewhere").symlink_to(Path(site, "static"))
    assert "published" in refused("--site", site, "--db", f"{site}/elsewhere/isso.db")


def test_a_port_that_is_taken_is_told(site: str) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = str(holder.getsockname()[1])
        assert f"port {port} of 127.0.0.1" in refused("--site", site, "--port", port)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--trust-proxy", "nginx"), "--trust-proxy cannot be “nginx”"),
        (("--allow-origin", "preview.example"), "--allow-origin cannot be “preview.example”"),
        (("--public-url", "/talk"), "--public-url cannot be “/talk”"),
        (("--new-token", "nobody"), "there is no profile authors/nobody.md"),
        (("--new-token", "jana-wies"), "did you mean jana-weiss?"),
    ],
)
def test_words_that_mean_nothing_are_refused(site: str, given: tuple[str, ...], said: str) -> None:
    assert said in refused("--site", site, *given)


@pytest.mark.parametrize("port", ["http", "-1", "70000", "8o81"])
def test_a_port_is_a_number(site: str, port: str) -> None:
    with pytest.raises(BadWords):
        words("--site", site, "--port", port)


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpblogError):
        run(words("--site", str(tmp_path)))


def test_a_missing_isso_is_told_with_the_way_to_get_it(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "isso", None)
    assert 'pip install "corpblog[comments]"' in refused("--site", site, "--port", "0")


def test_a_token_is_shown_once_and_kept_as_a_hash(
    site: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words("--site", site, "--new-token", "jana-weiss")) == 0
    token = capsys.readouterr().out.splitlines()[-1]
    kept = Path(site, ".corpblog/comments/isso.tokens").read_text()
    assert len(token) > 40
    assert token not in kept
    assert kept.startswith("jana-weiss ")
