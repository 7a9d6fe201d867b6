"""The memory of finished work: it remembers across processes, and no damage ever shows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.memo import Memo, digest

PARTS = st.lists(st.one_of(st.binary(max_size=12), st.text(max_size=6)), max_size=4)


def saved(folder: Path, entries: dict[str, bytes], limit: int = 10_000) -> None:
    memo = Memo(folder, "findings", limit)
    for name, value in entries.items():
        memo.put(name, value)
    memo.save()


def the_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_put_is_there_in_this_run_and_after_saving_in_the_next(tmp_path: Path) -> None:
    memo = Memo(tmp_path / "memo", "findings")
    assert memo.get("a") is None
    memo.put("a", b"one")
    assert memo.get("a") == b"one"
    memo.save()
    assert memo.get("a") == b"one"
    assert Memo(tmp_path / "memo", "findings").get("a") == b"one"


def test_without_saving_nothing_is_written(tmp_path: Path) -> None:
    Memo(tmp_path / "memo", "findings").put("a", b"one")
    assert not (tmp_path / "memo").exists()


def test_rooms_know_nothing_of_each_other(tmp_path: Path) -> None:
    saved(tmp_path, {"a": b"one"})
    assert Memo(tmp_path, "syllables").get("a") is None


def test_a_key_of_text_is_not_a_key_of_bytes(tmp_path: Path) -> None:
    saved(tmp_path, {"a": b"one"})
    assert Memo(tmp_path, "findings").get(b"a") is None


def test_the_last_value_put_under_a_key_wins(tmp_path: Path) -> None:
    saved(tmp_path, {"a": b"one"})
    saved(tmp_path, {"a": b"two"})
    assert Memo(tmp_path, "findings").get("a") == b"two"


def test_a_run_with_nothing_new_writes_nothing(tmp_path: Path) -> None:
    saved(tmp_path, {"a": b"one"})
    before = the_file(tmp_path).stat()
    memo = Memo(tmp_path, "findings")
    assert memo.get("a") == b"one"
    memo.save()
    after = the_file(tmp_path).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_the_same_work_gives_the_same_file(tmp_path: Path) -> None:
    saved(tmp_path / "one", {"a": b"1", "b": b"2"})
    saved(tmp_path / "two", {"b": b"2", "a": b"1"})
    assert the_file(tmp_path / "one").read_bytes() == the_file(tmp_path / "two").read_bytes()


def test_what_another_process_saved_meanwhile_is_kept(tmp_path: Path) -> None:
    first, second = Memo(tmp_path, "findings"), Memo(tmp_path, "findings")
    assert (first.get("a"), second.get("b")) == (None, None)
    first.put("a", b"one")
    second.put("b", b"two")
    first.save()
    second.save()
    third = Memo(tmp_path, "findings")
    assert (third.get("a"), third.get("b")) == (b"one", b"two")


WRITER = """
import sys
from pathlib import Path
from corpblog.memo import Memo
for turn in range(40):
    memo = Memo(Path(sys.argv[1]), "findings")
    for name in range(turn + 1):
        assert memo.get(f"{sys.argv[2]}-{name}") in (None, b"x" * 500)
    memo.put(f"{sys.argv[2]}-{turn}", b"x" * 500)
    memo.save()
"""


def test_two_processes_at_once_never_damage_the_file(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name]) for name in "ab"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    memo = Memo(tmp_path, "findings")
    found = [memo.get(f"{name}-{turn}") for name in "ab" for turn in range(40)]
    assert set(found) <= {None, b"x" * 500}
    # Of two that save in the same moment one loses; the last of each writer is there or was lost
    # to the other's last, never to nothing.
    assert found.count(b"x" * 500) >= 40
    assert [path.suffix for path in tmp_path.iterdir()] == [".memo"]


def test_what_was_not_needed_longest_is_dropped_first(tmp_path: Path) -> None:
    saved(tmp_path, {"old": b"1" * 300}, 1000)
    saved(tmp_path, {"mid": b"2" * 300}, 1000)
    memo = Memo(tmp_path, "findings", 1000)
    assert memo.get("old") == b"1" * 300  # needed again, so it is newer than "mid" now
    memo.put("new", b"3" * 300)
    memo.save()
    after = Memo(tmp_path, "findings", 1000)
    assert [after.get(name) is not None for name in ("old", "mid", "new")] == [True, False, True]


def test_the_file_never_grows_beyond_its_limit(tmp_path: Path) -> None:
    for number in range(12):
        saved(tmp_path, {f"{number}": b"x" * 200}, 1000)
        assert the_file(tmp_path).stat().st_size <= 1000


def test_a_value_beyond_the_limit_is_not_kept(tmp_path: Path) -> None:
    saved(tmp_path, {"a": b"x" * 5000}, 1000)
    assert Memo(tmp_path, "findings", 1000).get("a") is None


def test_a_file_cut_short_gives_what_is_whole_and_misses_the_rest(tmp_path: Path) -> None:
    entries = {f"{number}": b"%d" % number * 40 for number in range(10)}
    saved(tmp_path, entries)
    whole = the_file(tmp_path).read_bytes()
    for length in (*range(0, len(whole), 7), len(whole) - 1):
        the_file(tmp_path).write_bytes(whole[:length])
        memo = Memo(tmp_path, "findings")
        assert all(memo.get(name) in (None, value) for name, value in entries.items())


@settings(max_examples=150, deadline=None)
@given(place=st.integers(min_value=0), flip=st.integers(min_value=1, max_value=255))
def test_a_changed_byte_anywhere_always_gives_a_miss_or_the_true_value(
    tmp_path_factory: pytest.TempPathFactory, place: int, flip: int
) -> None:
    folder = tmp_path_factory.mktemp("memo")
    entries = {f"{number}": b"%d" % number * 9 for number in range(6)}
    saved(folder, entries)
    content = bytearray(the_file(folder).read_bytes())
    content[place % len(content)] ^= flip
    the_file(folder).write_bytes(content)
    memo = Memo(folder, "findings")
    assert all(memo.get(name) in (None, value) for name, value in entries.items())
    memo.put("new", b"new")
    memo.save()
    assert Memo(folder, "findings").get("new") == b"new"


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=200))
def test_any_bytes_in_place_of_the_file_are_always_a_miss(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("memo")
    (folder / "findings.memo").write_bytes(content)
    assert Memo(folder, "findings").get("a") is None


def test_an_absurdly_big_file_is_not_read(tmp_path: Path) -> None:
    saved(tmp_path, {"a": b"x" * 5000})
    assert Memo(tmp_path, "findings", 1000).get("a") is None


def test_without_a_folder_it_remembers_this_run_alone() -> None:
    memo = Memo(None, "findings")
    memo.put("a", b"one")
    memo.save()
    assert memo.get("a") == b"one"
    assert Memo(None, "findings").get("a") is None


def test_a_folder_that_cannot_be_made_never_raises(tmp_path: Path) -> None:
    (tmp_path / "memo").write_text("a file where the folder should be")
    memo = Memo(tmp_path / "memo", "findings")
    assert memo.get("a") is None
    memo.put("a", b"one")
    memo.save()
    assert memo.get("a") == b"one"
    assert (tmp_path / "memo").read_text() == "a file where the folder should be"


def test_a_folder_in_place_of_the_file_never_raises(tmp_path: Path) -> None:
    (tmp_path / "findings.memo").mkdir()
    memo = Memo(tmp_path, "findings")
    memo.put("a", b"one")
    memo.save()
    assert Memo(tmp_path, "findings").get("a") is None
    assert [path.name for path in tmp_path.iterdir()] == ["findings.memo"]


def test_a_link_in_place_of_the_file_is_replaced_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_bytes(b"mine")
    (tmp_path / "memo").mkdir()
    (tmp_path / "memo" / "findings.memo").symlink_to(target)
    saved(tmp_path / "memo", {"a": b"one"})
    assert target.read_bytes() == b"mine"
    assert Memo(tmp_path / "memo", "findings").get("a") == b"one"


def test_a_link_in_place_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "memo").symlink_to(tmp_path / "elsewhere")
    saved(tmp_path / "memo", {"a": b"one"})
    assert not list((tmp_path / "elsewhere").iterdir())


def test_what_a_killed_run_left_is_removed_when_it_is_old(tmp_path: Path) -> None:
    for name in (".corpblog-0000.tmp", ".corpblog-1111.tmp"):
        (tmp_path / name).write_bytes(b"half")
    os.utime(tmp_path / ".corpblog-0000.tmp", (0, 0))
    saved(tmp_path, {"a": b"one"})
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".corpblog-1111.tmp",
        "findings.memo",
    ]


@given(one=PARTS, other=PARTS)
def test_other_parts_always_have_another_digest(
    one: list[bytes | str], other: list[bytes | str]
) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


def test_parts_split_elsewhere_have_another_digest() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest(b"abc")}) == 4
    assert len(digest("\ud800")) == 40
