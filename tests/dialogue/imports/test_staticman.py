"""Folders of Staticman files, in the forms that people copied from each other."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.diagnostics import CorpblogError
from corpblog.dialogue.imports.small_yaml import Unreadable, yaml_texts
from corpblog.dialogue.imports.staticman import read_staticman
from tests.dialogue.imports.bringing import arranged, by_id, counts, small_site
from tests.sites import write_site


def comment(name: str = "Petra Lang", message: str = "Does it float?", **keys: str) -> str:
    values = {"name": name, "message": message, "date": "2020-05-02T10:00:00Z", **keys}
    return "".join(f"{key}: {value}\n" for key, value in values.items())


def folder(tmp_path: Path, files: dict[str, str]) -> Path:
    return write_site(tmp_path / "old", {f"_data/comments/{k}": v for k, v in files.items()})


def test_a_number_is_a_position_among_those_that_answer_none(tmp_path: Path) -> None:
    source = folder(
        tmp_path,
        {
            "first/comment-1.yml": comment(_id="aa"),
            "first/comment-2.yml": comment(_id="bb", replying_to="'1'"),
            "first/comment-3.yml": comment(_id="cc", replying_to="''"),
            "first/comment-4.yml": comment(_id="dd", replying_to="'2'"),
            "first/comment-5.yml": comment(_id="ee", replying_to="bb"),
            "first/comment-6.yml": comment(_id="ff", replying_to="'9'"),
        },
    )
    found = arranged("staticman", source, small_site(tmp_path / "site"))
    records = by_id(found)
    answered = {id_: records[id_].reply_to.rpartition("-")[2] for id_ in records}
    assert answered == {"aa": "", "bb": "aa", "cc": "", "dd": "cc", "ee": "bb", "ff": ""}
    [note] = found.report.notes
    assert note.place == "first/comment-6.yml"
    assert note.what.startswith("answers “9”")


def test_json_and_files_without_folder_are_read(tmp_path: Path) -> None:
    source = write_site(
        tmp_path / "old",
        {
            "entry1588413600000.json": '{"name": "Petra", "comment": "Ja?", "slug": "first",'
            ' "ip": "203.0.113.9", "options": {"a": [1]}, "url": "\\ud800"}',
            "README.md": "no comment",
        },
    )
    found = arranged("staticman", source, small_site(tmp_path / "site"), lang="de")
    [record] = found.records
    assert (record.about, record.text, record.lang) == ("first", "Ja?", "de")
    assert str(record.created) == "2020-05-02 10:00:00+00:00"


def test_what_cannot_be_read_is_told_and_the_others_come(tmp_path: Path) -> None:
    source = folder(
        tmp_path,
        {
            "first/a.yml": comment(),
            "first/b.yml": "name: [",
            "first/c.yml": "- a list",
            "first/d.yml": "name: Petra\n",
            "first/e.json": "[1]",
            "first/f.yml": "a: " + "[" * 50_000,
            "first/g.yml": comment(hidden="I am a machine"),
        },
    )
    found = arranged("staticman", source, small_site(tmp_path / "site"))
    assert counts(found) == {"comments": 1, "threads": 1, "unreadable": 5}
    assert found.report.left_out == {"spam (the hidden field was filled in)": 1}
    assert [note.place for note in found.report.notes] == [
        f"first/{x}" for x in ("b.yml", "c.yml", "d.yml", "e.json", "f.yml")
    ]
    assert found.report.notes[0].what.startswith("line ")


def test_a_namesake_with_another_address_is_no_employee(tmp_path: Path) -> None:
    source = folder(
        tmp_path,
        {
            "first/a.yml": comment("Jana Weiss", email="aaaa"),
            "first/b.yml": comment("jana  weiss", email="aaaa"),
            "first/c.yml": comment("Jana Weiss", email="bbbb"),
        },
    )
    root = small_site(tmp_path / "site")
    found = arranged("staticman", source, root, **{"Jana Weiss": "jana-weiss"})
    assert [record.author.staff for record in found.records] == ["jana-weiss", "jana-weiss", ""]
    [doubt] = found.report.doubts
    assert doubt.why == "has this name, but another e-mail address than usual"
    unmarked = arranged("staticman", source, root)
    assert sum(doubt.comments for doubt in unmarked.report.doubts) == 3


def test_one_short_name_of_two_posts_means_neither(tmp_path: Path) -> None:
    source = folder(tmp_path, {"same/a.yml": comment(), "only/b.yml": comment()})
    root = small_site(tmp_path / "site", **{"2019/same": "", "2020/same": "", "2020/only": ""})
    found = arranged("staticman", source, root)
    assert sorted(record.about for record in found.records) == ["/same/", "2020/only"]


def test_a_version_in_another_language_is_named(tmp_path: Path) -> None:
    source = folder(tmp_path, {"second/a.yml": comment()})
    root = small_site(tmp_path / "site", **{"second": "", "second.de": ""})
    assert arranged("staticman", source, root).records[0].version == ""
    assert arranged("staticman", source, root, lang="de").records[0].version == "de"


def test_a_folder_without_comments_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpblogError, match="IMPORT012 there is no comment file"):
        read_staticman(tmp_path)
    for path in ("none", "file"):
        (tmp_path / "file").touch()
        with pytest.raises(CorpblogError, match="IMPORT011"):
            read_staticman(tmp_path / path)


def test_yaml_is_text_and_nothing_else() -> None:
    source = (
        "a: 1.10\nb: ~\nc: '~'\nd: !!python/object/apply:os.system [ls]\ne: yes\nf: {g: h}\ni: j\n"
    )
    assert yaml_texts(source) == {"a": "1.10", "b": "", "c": "~", "e": "yes", "i": "j"}


@given(st.text(max_size=60))
def test_any_yaml_is_read_or_refused(text: str) -> None:
    try:
        yaml_texts(text)
    except Unreadable as error:
        assert str(error)
