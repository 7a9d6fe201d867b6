"""Two outputs that would be one file somewhere are found before they are written."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpblog.write.conflicts import Conflict, collisions, conflicts, parents


def pairs(*paths: str) -> list[tuple[str, str]]:
    return [(found.first, found.second) for found in conflicts(paths)]


def test_outputs_with_paths_of_their_own_do_not_conflict() -> None:
    assert conflicts(["index.html", "a/index.html", "a/b/index.html", "ab"]) == ()


def test_one_path_twice_is_a_conflict() -> None:
    assert pairs("a/b", "x", "a/b") == [("a/b", "a/b")]


def test_paths_that_differ_in_case_alone_conflict() -> None:
    found = conflicts(["tags/API", "tags/api"])
    reason = "tags/API and tags/api differ only in upper and lower case"
    assert found == (Conflict(first="tags/API", second="tags/api", reason=reason),)


def test_folders_that_differ_in_case_alone_conflict() -> None:
    assert pairs("Tags/a", "tags/b", "tags/c") == [("Tags/a", "tags/b")]
    assert pairs("Tags/x/a", "tags/x/b") == [("Tags/x/a", "tags/x/b")]


def test_two_unicode_forms_of_one_name_conflict() -> None:
    found = conflicts(["caf\u00e9", "cafe\u0301"])
    assert [item.reason for item in found] == ["'caf\\xe9' is spelled in two Unicode forms"]


def test_a_file_conflicts_with_a_folder_of_its_name() -> None:
    found = conflicts(["a", "a/index.html"])
    assert [item.reason for item in found] == ["a would be a file and a folder"]
    assert pairs("A", "a/index.html") == [("A", "a/index.html")]


def test_the_order_of_the_paths_does_not_matter() -> None:
    paths = ["b/x", "B/y", "a", "A", "a/z", "c"]
    assert conflicts(paths) == conflicts(reversed(paths))


def test_a_conflict_is_told_with_both_outputs_and_a_way_out() -> None:
    (fault,) = collisions(Path("public"), ["a", "a/index.html"])
    assert str(fault.location) == "public/a/index.html"
    assert fault.message == (
        "a and a/index.html cannot both be written: a would be a file and a folder"
    )
    assert fault.hint == "give one of them another slug, permalink or file name"
    assert [item.location.path for item in fault.related] == ["public/a"]


def test_parents_are_the_folders_from_the_outermost_inwards() -> None:
    assert parents("a/b/c.html") == ["a", "a/b"]
    assert parents("index.html") == []


@given(st.lists(st.text("aAb/", min_size=1).map(lambda text: f"x{text}y"), unique=True))
def test_paths_without_conflict_stay_apart_on_the_least_discerning_disk(paths: list[str]) -> None:
    if not conflicts(paths):
        folders = {folder for path in paths for folder in parents(path)}
        assert len({name.lower() for name in (*paths, *folders)}) == len({*paths, *folders})
