"""What git is asked about changes, and that no set-up of a person changes the answer."""

import subprocess
from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError
from corpblog.history.changed_lines import changed_lines

# A name with a blank, umlauts, quotes, a tab, a line end, a backslash and what looks like a header.
ODD = 'ein "böses"\tStück\\Brot\n+++ b b.md'


@pytest.fixture(autouse=True)
def bare_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No configuration but that of the test."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (tmp_path / "gitconfig").write_text(
        "[user]\n name = T\n email = t@example.org\n[init]\n defaultBranch = main\n"
        '[protocol "file"]\n allow = always\n'
    )


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository with one post of ten lines, on a branch of its own."""
    root = tmp_path / "clone"
    root.mkdir()
    git(root, "init", "-q")
    write(root, "post.md", "".join(f"line {number}\n" for number in range(1, 11)))
    git(root, "add", "-A")
    git(root, "commit", "-qm", "one")
    git(root, "switch", "-qc", "work")
    return root


def write(root: Path, path: str, text: str | bytes) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)


def edit(root: Path, path: str = "post.md", *, line: int = 4, text: str = "new") -> None:
    lines = (root / path).read_text().split("\n")
    lines[line - 1] = text
    write(root, path, "\n".join(lines))


def added(root: Path, revision: str = "main") -> dict[str, list[int]]:
    return {path: sorted(lines) for path, lines in changed_lines(root, revision).lines.items()}


def test_lines_count_in_commits_in_the_index_and_on_disk(clone: Path) -> None:
    edit(clone, line=2)
    git(clone, "commit", "-qam", "two")
    edit(clone, line=5)
    git(clone, "add", "-A")
    edit(clone, line=9)
    write(clone, "new.md", "a\nb")
    assert added(clone) == {"post.md": [2, 5, 9], "new.md": [1, 2]}


def test_what_the_branch_does_not_have_yet_is_not_its_change(clone: Path) -> None:
    git(clone, "switch", "-q", "main")
    edit(clone, line=1)
    git(clone, "commit", "-qam", "theirs")
    git(clone, "switch", "-q", "work")
    edit(clone, line=8)
    assert added(clone) == {"post.md": [8]}


def test_removed_and_moved_files_are_known(clone: Path) -> None:
    write(clone, "old.md", "".join(f"word {number}\n" for number in range(30)))
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "two")
    git(clone, "rm", "-q", "post.md")
    git(clone, "mv", "old.md", "moved.md")
    edit(clone, "moved.md", line=3)
    changes = changed_lines(clone, "HEAD")
    assert changes.removed == {"post.md", "old.md"}
    assert changes.lines == {"moved.md": {3}}


def test_a_picture_that_changed_is_touched(clone: Path) -> None:
    write(clone, "photo.png", b"\x89PNG\0one")
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "two")
    write(clone, "photo.png", b"\x89PNG\0two")
    assert changed_lines(clone, "HEAD").touches("photo.png")


def test_a_text_that_git_takes_for_data_is_new_as_a_whole(clone: Path) -> None:
    write(clone, ".git/info/attributes", "*.md -diff\n")
    edit(clone, line=3)
    assert added(clone) == {"post.md": list(range(1, 12))}


def test_line_ends_of_old_systems_lose_no_line(clone: Path) -> None:
    write(clone, "old.md", "one\rtwo\rthree\r")
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "two")
    write(clone, "old.md", "one\rtwo\rTHREE\r")
    assert 3 in added(clone, "HEAD")["old.md"]


def test_a_changed_line_may_look_like_a_patch(clone: Path) -> None:
    write(clone, "post.md", "++ b/other.md\n-- a/other.md\n@@ -1 +50 @@\n")
    assert added(clone) == {"post.md": [1, 2, 3]}
    write(clone, "post.md", "no end of line")
    assert added(clone) == {"post.md": [1]}


@pytest.mark.parametrize("name", ["a b.md", "Größe/ä ü.md", ODD, "-x.md", "b/b.md", 'q".md'])
def test_odd_names_are_read_as_they_are(clone: Path, name: str) -> None:
    write(clone, name, "one\ntwo\n")
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "two")
    write(clone, name, "one\ntwo\nthree\n")
    assert added(clone, "HEAD") == {name: [3]}
    git(clone, "commit", "-qam", "three")
    (clone / name).unlink()
    write(clone, f"new {name}", "x\n")
    changes = changed_lines(clone, "HEAD")
    assert (set(changes.lines), set(changes.removed)) == ({f"new {name}"}, {name})


@pytest.mark.parametrize(
    "setting",
    [
        "diff.noprefix=true",
        "diff.mnemonicPrefix=true",
        "core.quotepath=true",
        "color.ui=always",
        "color.diff=always",
        "diff.context=8",
        "diff.interHunkContext=9",
        "diff.renames=false",
        "diff.relative=true",
        "diff.submodule=log",
        "diff.external=false",
        "diff.srcPrefix=x/",
        "diff.dstPrefix=y/",
        "diff.wsErrorHighlight=all",
        "core.pager=false",
        "core.autocrlf=input",
        "status.showUntrackedFiles=no",
        "diff.algorithm=patience",
        "diff.colorMoved=zebra",
    ],
)
def test_no_setting_of_a_person_changes_the_answer(clone: Path, setting: str) -> None:
    git(clone, "config", *setting.split("="))
    write(clone, "Größe.md", "".join(f"word {number}\n" for number in range(30)))
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "two")
    git(clone, "mv", "Größe.md", "Maß.md")
    edit(clone, "Maß.md", line=7)
    edit(clone, line=2)
    edit(clone, line=5)
    write(clone, "ß.md", "x\n")
    changes = changed_lines(clone, "HEAD")
    assert changes.lines == {"Maß.md": {7}, "post.md": {2, 5}, "ß.md": {1, 2}}
    assert changes.removed == {"Größe.md"}


def test_a_site_in_a_folder_of_the_repository_has_its_own_paths(clone: Path) -> None:
    write(clone, "blog/content/a.md", "one\n")
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "two")
    write(clone, "blog/content/a.md", "one\ntwo\n")
    write(clone, "blog/content/b.md", "x")
    write(clone, "elsewhere.md", "x")
    git(clone, "mv", "post.md", "blog/post.md")
    changes = changed_lines(clone / "blog", "HEAD")
    assert set(changes.lines) == {"content/a.md", "content/b.md", "post.md"}
    assert changes.lines["content/a.md"] == {2}


def test_a_site_may_be_a_submodule_or_hold_one(clone: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "-q")
    git(outer, "submodule", "--quiet", "add", str(clone), "blog")
    git(outer, "commit", "-qm", "one")
    edit(outer / "blog", line=6)
    assert added(outer / "blog", "HEAD") == {"post.md": [6]}
    assert "blog" not in added(outer, "HEAD")


def test_a_second_worktree_and_a_detached_head_are_fine(clone: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    git(clone, "worktree", "add", "-q", "--detach", str(other), "main")
    edit(other, line=6)
    assert added(other) == {"post.md": [6]}


def test_it_works_in_the_middle_of_a_commit(
    clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook is told of an index of its own, and of a folder that is not that of the site."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    git(elsewhere, "init", "-q")
    edit(clone, line=6)
    for name, value in {
        "GIT_DIR": str(elsewhere / ".git"),
        "GIT_WORK_TREE": str(elsewhere),
        "GIT_INDEX_FILE": str(clone / ".git/next-index-7.lock"),
        "GIT_PREFIX": "content/",
        "GIT_OBJECT_DIRECTORY": str(elsewhere / ".git/objects"),
        "GIT_EXTERNAL_DIFF": "false",
        "GIT_DIFF_OPTS": "-u9",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_PAGER": "false",
        "LANGUAGE": "de",
    }.items():
        monkeypatch.setenv(name, value)
    assert added(clone) == {"post.md": [6]}


def refused(root: Path, revision: str) -> str:
    with pytest.raises(CorpblogError) as caught:
        changed_lines(root, revision)
    (told,) = caught.value.diagnostics
    return told.code


@pytest.mark.parametrize(
    "revision", ["nowhere", "", " ", "--output=x", "main:post.md", "main\0x", "a b", "main..work"]
)
def test_an_unknown_revision_is_refused(clone: Path, revision: str) -> None:
    assert refused(clone, revision) == "GIT002"
    assert not (clone / "x").exists()


def test_a_folder_without_a_repository_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, "main") == "GIT001"


def test_a_repository_without_a_commit_is_refused(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert refused(tmp_path, "HEAD") == "GIT002"


def test_branches_without_a_common_start_are_refused(clone: Path) -> None:
    git(clone, "switch", "-q", "--orphan", "other")
    git(clone, "commit", "-qm", "first", "--allow-empty")
    assert refused(clone, "main") == "GIT002"


def test_a_clone_of_somebody_else_is_no_missing_repository(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(CorpblogError) as caught:
        changed_lines(clone, "main")
    (told,) = caught.value.diagnostics
    assert told.code == "GIT004"
    assert "dubious ownership" in told.message
    assert "safe.directory" in told.hint


def test_without_git_nothing_is_called_clean(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(clone))
    assert refused(clone, "main") == "GIT004"
