"""``corpblog comments import`` says what came over, and refuses words that it cannot obey."""

import json
from pathlib import Path

import pytest

from corpblog.commands import comments_import
from corpblog.commands.words import BadWords, WordParser
from corpblog.dialogue.imports import READERS
from tests.sites import SMALL, write_site

OLD = {
    "old/first/a.yml": "name: Petra Lang\nmessage: Does it float?\ndate: 2020-05-02\n",
    "old/first/b.yml": "name: Jana Weiss\nmessage: It does.\ndate: 2020-05-03\nreplying_to: '1'\n",
    "old/gone/c.yml": "name: Max\nmessage: Hello.\ndate: 2020-05-03\n",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_site(tmp_path, {**SMALL, **OLD}))
    return tmp_path


def obeyed(*words: str) -> int:
    parser = WordParser(prog="corpblog comments import")
    comments_import.add_words(parser)
    return comments_import.run(parser.parse_args(words))


def test_the_formats_are_those_that_have_readers() -> None:
    assert tuple(READERS) == comments_import.EXPORTS


def test_an_import_gives_an_account(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert obeyed("staticman", "old", "--staff", "Jana Weiss=jana-weiss") == 0
    assert capsys.readouterr().out == (
        "3 comments in 2 threads from staticman.\n"
        "       1  are replies\n"
        "       1  are by employees\n"
        "       1  belong to no post here (below)\n"
        "comments: 3 files written, 0 unchanged.\n"
        "No post here has these addresses; the comments are kept, and stand on no page:\n"
        "  /gone/ (1 comment)\n"
        "  To show them, give a post this address under aliases: and import again.\n"
    )
    assert obeyed("staticman", "old", "--staff", "Jana Weiss=jana-weiss") == 0
    assert "comments: 0 files written, 3 unchanged.\n" in capsys.readouterr().out


def test_a_dry_run_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert obeyed("staticman", "old", "--dry-run") == 0
    out = capsys.readouterr().out
    assert "Nothing was written (--dry-run).\n" in out
    assert (
        "  Jana Weiss: 1 comment, has the name of a profile; nothing proves it; perhaps jana-weiss"
        in out
    )
    assert not (here / "comments").exists()
    assert not (here / ".corpblog").exists()


def test_the_account_for_programs_holds_everything(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    obeyed("staticman", "old", "--format", "json", "--staff", "Jana=jana-weiss")
    told = json.loads(capsys.readouterr().out)
    assert told["counts"]["comments"] == 3
    assert told["orphans"] == [{"about": "/gone/", "comments": 1}]
    assert told["staff_not_found"] == ["Jana"]
    assert told["to_confirm"][0]["suggested"] == "jana-weiss"
    assert told["files"] == {"written": 3, "unchanged": 0, "left_alone": []}


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("wordpres", "old"), "FORMAT cannot be “wordpres”", "did you mean wordpress?"),
        (
            ("staticman", "old", "--staff", "Jana=jana-wiess"),
            "--staff: there is no profile “jana-wiess”",
            "did you mean “jana-weiss”?",
        ),
        (("staticman", "old", "--staff", "Jana"), "--staff takes NAME=ID", "NAME is a name"),
        (("staticman", "old", "--lang", "xx"), "--lang: “xx” is no language", "use a code"),
    ],
)
def test_bad_words_are_refused(here: Path, words: tuple[str, ...], message: str, hint: str) -> None:
    with pytest.raises(BadWords) as raised:
        obeyed(*words)
    assert raised.value.message.startswith(message)
    assert raised.value.hint.startswith(hint)
