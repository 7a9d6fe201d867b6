"""Landing: only what the import owns is written, twice changes nothing, people's files stay."""

import json
import tracemalloc
from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError
from corpblog.importers import IMPORTERS
from corpblog.importers.land import land, require_apart
from corpblog.importers.record import Import, SourceFile
from tests.importers.blogs import jekyll, write_blog

POST = "---\ntitle: A\nauthor: Jana Weiss\n---\nText\n"


def files(**contents: str) -> Import:
    found = tuple(SourceFile(path=f"{n}.md", data=c.encode()) for n, c in contents.items())
    return Import(importer="jekyll", files=found, losses=())


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_second_import_changes_nothing_byte_for_byte(tmp_path: Path) -> None:
    imported = jekyll(tmp_path, {"_posts/2014-01-01-a.md": POST, "a.png": b"x"})
    site = tmp_path / "site"
    first = land(imported, site)
    before = snapshot(site)
    second = land(imported, site)
    assert len(first.written) == 6
    assert (second.written, second.left_alone) == ((), ())
    assert snapshot(site) == before


def test_a_file_edited_since_is_left_alone_and_reported(tmp_path: Path) -> None:
    land(files(a="one", b="one"), tmp_path)
    (tmp_path / "a.md").write_text("mine")
    landed = land(files(a="two", b="two"), tmp_path)
    assert landed.left_alone == (("a.md", "edited since the import"),)
    assert (tmp_path / "a.md").read_text() == "mine"
    assert (tmp_path / "b.md").read_text() == "two"
    assert "`a.md`: edited since the import" in (tmp_path / "import-report.md").read_text()
    report = json.loads((tmp_path / "import-report.json").read_text())
    assert report["left_alone"] == [{"file": "a.md", "reason": "edited since the import"}]


def test_an_edited_file_stays_edited_however_often_one_imports(tmp_path: Path) -> None:
    land(files(a="one"), tmp_path)
    (tmp_path / "a.md").write_text("mine")
    land(files(a="two"), tmp_path)
    assert land(files(a="three"), tmp_path).left_alone == (("a.md", "edited since the import"),)


def test_a_file_that_was_there_before_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine")
    (tmp_path / "notes.txt").write_text("mine too")
    landed = land(files(a="one"), tmp_path)
    assert landed.left_alone == (("a.md", "was there before the import"),)
    assert (tmp_path / "notes.txt").read_text() == "mine too"


def test_a_file_that_a_person_removed_stays_away(tmp_path: Path) -> None:
    land(files(a="one"), tmp_path)
    (tmp_path / "a.md").unlink()
    assert land(files(a="one"), tmp_path).left_alone == (("a.md", "removed since the import"),)
    assert not (tmp_path / "a.md").exists()


def test_a_file_that_the_old_blog_has_no_longer_stays_and_is_reported(tmp_path: Path) -> None:
    land(files(a="one", b="one"), tmp_path)
    landed = land(files(a="one"), tmp_path)
    assert (tmp_path / "b.md").exists()
    assert landed.left_alone == (
        ("b.md", "came with an earlier import; the old blog has it no longer"),
    )


def test_a_report_that_somebody_ticked_off_is_left_alone(tmp_path: Path) -> None:
    land(files(a="one"), tmp_path)
    (tmp_path / "import-report.md").write_text("done")
    land(files(a="one"), tmp_path)
    assert (tmp_path / "import-report.md").read_text() == "done"


@pytest.mark.parametrize("path", ["../out.md", "/etc/x", "a/../../x", "con.txt", "a\\b"])
def test_a_path_that_leaves_the_site_is_not_written(tmp_path: Path, path: str) -> None:
    site = tmp_path / "site"
    landed = land(
        Import(importer="jekyll", files=(SourceFile(path=path, data=b"x"),), losses=()), site
    )
    assert [name for name, _ in landed.left_alone] == [path]
    assert sorted(snapshot(tmp_path)) == [
        "site/.corpblog/import.json",
        "site/import-report.json",
        "site/import-report.md",
    ]


def test_a_damaged_record_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    land(files(a="one"), tmp_path)
    (tmp_path / ".corpblog/import.json").write_text("{")
    with pytest.raises(CorpblogError, match="IMPORT005"):
        land(files(a="two"), tmp_path)
    assert (tmp_path / "a.md").read_text() == "one"


def test_a_site_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    with pytest.raises(CorpblogError, match="IMPORT004"):
        land(files(a="one"), tmp_path / "site")


def test_old_blog_and_new_site_must_lie_apart(tmp_path: Path) -> None:
    for old, new in (("a", "a"), ("a", "a/site"), ("a/blog", "a")):
        with pytest.raises(CorpblogError, match="IMPORT003"):
            require_apart(tmp_path / old, tmp_path / new)
    require_apart(tmp_path / "a", tmp_path / "b")


def test_media_are_read_one_at_a_time_and_only_when_they_land(tmp_path: Path) -> None:
    old, site = tmp_path / "old", tmp_path / "site"
    size, count = 1_000_000, 12
    media = {f"media/{number}.bin": bytes([number]) * size for number in range(count)}
    write_blog(old, {"_posts/2014-01-01-a.md": POST, **media})
    tracemalloc.start()
    try:
        for _ in range(2):
            land(IMPORTERS["jekyll"](old), site)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert {f"media/{n}.bin": d for n, d in enumerate(media.values())} == {
        name.removeprefix("static/"): data
        for name, data in snapshot(site).items()
        if name.startswith("static/")
    }
    assert most < 4 * size


def test_a_file_that_vanishes_before_it_lands_is_told_and_the_rest_lands(tmp_path: Path) -> None:
    imported = jekyll(tmp_path, {"_posts/2014-01-01-a.md": POST, "a.png": b"x", "b.png": b"y"})
    (tmp_path / "old/a.png").unlink()
    landed = land(imported, tmp_path / "site")
    assert landed.left_alone == (
        ("static/a.png", "not written: cannot be read in the old blog: No such file or directory"),
    )
    assert "static/b.png" in landed.written


def test_a_picture_that_changed_in_the_old_blog_comes_anew(tmp_path: Path) -> None:
    files = {"_posts/2014-01-01-a.md": POST, "a.png": b"one"}
    land(jekyll(tmp_path, files), tmp_path / "site")
    landed = land(jekyll(tmp_path, {**files, "a.png": b"two"}), tmp_path / "site")
    assert "static/a.png" in landed.written
    assert (tmp_path / "site/static/a.png").read_bytes() == b"two"
    (tmp_path / "site/static/a.png").write_bytes(b"mine")
    landed = land(jekyll(tmp_path, {**files, "a.png": b"three"}), tmp_path / "site")
    assert landed.left_alone == (("static/a.png", "edited since the import"),)
