"""``corpblog import`` says what came over, what did not, and where that is listed."""

from pathlib import Path

import pytest

from corpblog.cli import main
from corpblog.commands.import_site import TOOLS
from corpblog.importers import IMPORTERS
from tests.sites import write_site

OLD = {
    "_posts/2014-05-01-hello.md": "---\ntitle: Hello\nauthors: [jana]\n---\nText with {{ x.y }}.\n",
    "_config.yml": "title: Old\n",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_site(tmp_path, {f"old/{path}": text for path, text in OLD.items()}))
    return tmp_path


def test_the_tools_are_those_that_have_importers() -> None:
    assert tuple(IMPORTERS) == TOOLS


def test_an_import_counts_and_points_to_its_report(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "jekyll", "old", "new"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Imported into new: 1 post, 1 person.\n  5 files written, 0 unchanged\n")
    # What matters most to readers comes first.
    assert out.index("  people:        1 to confirm\n") < out.index(
        "  text:          1 left visible\n"
    )
    assert f"Read {Path('new/import-report.md')}: it says where each" in out
    assert out.endswith("Then look at the site: corpblog build new\n")
    assert (here / "new/import-report.md").is_file()


def test_drafts_are_counted_among_the_posts(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(here / "old", {"_drafts/a.md": "---\ntitle: A\n---\n", "a.png": b"x"})
    assert main(["import", "jekyll", "old", "new"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first == "Imported into new: 2 posts (1 draft), 1 person, 1 image or other file."


def test_a_second_import_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "jekyll", "old", "new"]) == 0
    capsys.readouterr()
    assert main(["import", "jekyll", "old", "new"]) == 0
    assert "\n  0 files written, " in capsys.readouterr().out


def test_what_a_person_edited_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "jekyll", "old", "new"]) == 0
    (post,) = (here / "new/content/posts").rglob("*.md")
    post.write_text("mine")
    capsys.readouterr()
    assert main(["import", "jekyll", "old", "new"]) == 0
    name = post.relative_to(here / "new").as_posix()
    assert f"  1 left alone:\n    {name} (edited since" in capsys.readouterr().out


def test_a_folder_that_is_no_such_blog_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "hugo", "old", "new"]) == 2
    assert "old: error IMPORT001 old is no Hugo blog" in capsys.readouterr().out
    assert not (here / "new").exists()
