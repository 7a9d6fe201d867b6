"""A WordPress export: who spoke, what waits, what is left out."""

from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError
from corpblog.dialogue.imports.arrange import Arranged
from corpblog.dialogue.imports.wordpress import read_wordpress
from corpblog.model.comment import CommentStatus
from tests.dialogue.imports.bringing import arranged, by_id, counts, small_site

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_id>2</wp:author_id><wp:author_login>jweiss</wp:author_login></wp:author>
<item><title>First</title><link>https://old.example.org/2020/05/first/</link>
<wp:post_id>5</wp:post_id><wp:post_name>first</wp:post_name>
<wp:post_date_gmt>2020-05-01 08:00:00</wp:post_date_gmt>
"""
FOOT = "</item></channel></rss>\n"


def comment(id_: str, **keys: str) -> str:
    values = {
        "author": "Petra Lang",
        "author_email": "petra@example.org",
        "author_IP": "203.0.113.9",
        "date_gmt": "2020-05-02 10:00:00",
        "content": "Does it float?",
        "approved": "1",
        "type": "",
        "parent": "0",
        "user_id": "0",
        **keys,
    }
    inner = "".join(
        f"<wp:comment_{key}><![CDATA[{value}]]></wp:comment_{key}>" for key, value in values.items()
    )
    return f"<wp:comment><wp:comment_id>{id_}</wp:comment_id>{inner}</wp:comment>\n"


def export(tmp_path: Path, *comments: str) -> Path:
    file = tmp_path / "export.xml"
    file.write_text(HEAD + "".join(comments) + FOOT, "utf-8")
    return file


def imported(tmp_path: Path, *comments: str, **staff: str) -> Arranged:
    root = small_site(tmp_path / "site")
    return arranged("wordpress", export(tmp_path, *comments), root, **staff)


def test_spam_trash_and_notes_of_shops_are_left_out_and_counted(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        comment("1"),
        comment("2", approved="spam"),
        comment("3", approved="trash"),
        comment("4", type="order_note"),
        comment("5", type="trackback"),
        comment("6", type="comment"),
    )
    assert counts(found) == {"comments": 3, "threads": 1, "pingbacks": 1}
    assert found.report.left_out == {"in the trash": 1, "of the type “order_note”": 1, "spam": 1}


def test_what_was_never_released_is_a_stub_without_text_and_name(tmp_path: Path) -> None:
    found = imported(tmp_path, comment("1", approved="0"))
    [record] = found.records
    assert record.status is CommentStatus.HELD
    assert (record.text, record.author.name, record.source and record.source.digest) == ("", "", "")
    assert counts(found) == {"comments": 1, "threads": 1, "held": 1}


def test_employees_are_known_by_number_login_or_name_but_only_logged_in(tmp_path: Path) -> None:
    comments = (
        comment("1", author="Jana Weiss", user_id="2"),
        comment("2", author="Jana  Weiss"),
        comment("3", author="Jаna Weiss"),  # a Cyrillic letter
    )
    for word in ("2", "jweiss", "Jana Weiss"):
        found = imported(tmp_path, *comments, **{word: "jana-weiss"})
        staff = {id_: record.author.staff for id_, record in by_id(found).items()}
        assert staff == {"1": "jana-weiss", "2": "", "3": ""}
        assert [(d.who, d.why, d.suggested) for d in found.report.doubts] == [
            ("Jana  Weiss", "has the name of a profile; nothing proves it", "jana-weiss"),
            ("Jаna Weiss", "has the name of a profile; nothing proves it", "jana-weiss"),
        ]


def test_a_user_nobody_named_is_asked_about_and_stays_unmarked(tmp_path: Path) -> None:
    found = imported(tmp_path, comment("1", author="JW", user_id="2"), nobody="jana-weiss")
    assert by_id(found)["1"].author.staff == ""
    assert [(d.who, d.why, d.comments) for d in found.report.doubts] == [
        ("JW (user 2 jweiss)", "was logged in", 1)
    ]
    assert found.report.unused == ("nobody",)


def test_replies_to_what_was_left_out_move_up(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        comment("1"),
        comment("2", parent="1", approved="spam"),
        comment("3", parent="2"),
        comment("4", parent="99"),
        comment("5", parent="6"),
        comment("6", parent="5"),
    )
    records = by_id(found)
    assert records["3"].reply_to == records["1"].id
    assert records["4"].reply_to == ""
    [note] = found.report.notes
    assert note.what == "answers “99”, which this thread does not have: it begins a conversation"


def test_a_comment_without_a_date_gets_that_of_its_post(tmp_path: Path) -> None:
    never = {"date_gmt": "0000-00-00 00:00:00"}
    found = imported(tmp_path, comment("1", **never), comment("2", date="2020-05-03 1:00", **never))
    assert [str(record.created) for record in found.records] == [
        "2020-05-01 08:00:00+00:00",
        "2020-05-03 01:00:00+00:00",
    ]
    assert counts(found)["without date"] == 1
    assert found.report.notes[0].what.endswith("taken as 2020-05-01, the day of its post")


def test_addresses_of_person_and_machine_are_taken_out_of_everything(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        comment(
            "1",
            author="petra@example.org",
            author_url="http://203.0.113.9/home",
            content="Write to petra@example.org, I am 203.0.113.9. Version 198.51.100.7 stays,"
            " so do git@host.example and @petra@social.example. lang_petra@example.co.uk!",
        ),
    )
    [record] = found.records
    assert (record.author.name, record.author.url) == ("", "")
    assert record.text == (
        "Write to (e-mail address removed), I am (e-mail address removed). Version 198.51.100.7"
        " stays, so do git@host.example and @petra@social.example. (e-mail address removed)!"
    )
    assert counts(found)["addresses removed"] == 3
    assert "petra@example.org" not in repr(
        read_wordpress(tmp_path / "export.xml").comments[0].proof
    )


def test_two_comments_of_one_id_and_moment_are_both_kept(tmp_path: Path) -> None:
    found = imported(tmp_path, comment("1"), comment("1", content="Another."))
    assert [record.id for record in found.records] == [
        "20200502T100000-wordpress-1",
        "20200502T100000-wordpress-1-2",
    ]


def test_a_feed_is_no_export(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text("<rss version='2.0'><channel><item><link>x</link></item></channel></rss>")
    with pytest.raises(CorpblogError, match="IMPORT012 this is a feed, not a WordPress export"):
        read_wordpress(file)


def test_signs_that_xml_does_not_know_are_left_out(tmp_path: Path) -> None:
    file = export(tmp_path, comment("1", content="Bell\x07 and\x0b tab"))
    assert read_wordpress(file).comments[0].text == "Bell and tab"
