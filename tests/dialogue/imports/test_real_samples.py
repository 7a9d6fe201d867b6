"""The comments of two real blogs, whole: what comes over, what is told, and what must not come."""

import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from corpblog.answers.threads import wants_answer
from corpblog.dialogue.imports.arrange import Arranged
from corpblog.dialogue.imports.matching import Place, Posts
from corpblog.importers import IMPORTERS
from corpblog.importers.land import land as land_blog
from corpblog.model.comment import CommentKind
from tests.dialogue.imports.bringing import (
    MAIL,
    NUMBERS,
    arranged,
    by_id,
    counts,
    landed,
    read,
    site_in,
    written,
)
from tests.importers.blogs import real_blog
from tests.sites import write_site

WP = "{http://wordpress.org/export/1.2/}"
OLD_HOST = "http://labs.creativecommons.org"
PROFILE = "---\nname: {name}\njob_title: writer\n---\nI write.\n"


@pytest.fixture(scope="module")
def drawings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An illustrator's blog, brought over from Jekyll, and where it came from."""
    scratch = tmp_path_factory.mktemp("drawings")
    old, root = real_blog("mademistakes-comments-sample", scratch), scratch / "site"
    land_blog(IMPORTERS["jekyll"](old), root)
    write_site(root, {"authors/michael-rose.md": PROFILE.format(name="Michael Rose")})
    return old, root


@pytest.fixture(scope="module")
def labs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The blog of an organisation's programmers, with a post for each in its export."""
    scratch = tmp_path_factory.mktemp("labs")
    source = real_blog("cclabs-wxr-sample", scratch) / "wordpress.xml"
    files = {
        "corpblog.yml": "site:\n  title: Labs\n  url: https://blog.example.org/\n",
        "authors/nathan-yergler.md": PROFILE.format(name="Nathan Yergler"),
    }
    for item in ET.parse(source).iter("item"):
        if item.findtext(f"{WP}post_type") == "post":
            day, name = (
                item.findtext(f"{WP}post_date_gmt", "")[:10],
                item.findtext(f"{WP}post_name"),
            )
            path = item.findtext("link", "").removeprefix(OLD_HOST)
            front = f"title: Old\ndate: {day}\nauthors: [nathan-yergler]\naliases: [{path}]"
            files[f"content/posts/{name}.md"] = f"---\n{front}\n---\nText.\n"
    return source, write_site(scratch / "site", files)


@pytest.fixture(scope="module")
def said(drawings: tuple[Path, Path]) -> Arranged:
    old, root = drawings
    return arranged("staticman", old, root, **{"Michael Rose": "michael-rose"})


@pytest.fixture(scope="module")
def export(labs: tuple[Path, Path]) -> Arranged:
    source, root = labs
    return arranged("wordpress", source, root, nathan="nathan-yergler")


def test_every_comment_of_the_drawings_comes_over(said: Arranged) -> None:
    assert counts(said) == {
        "comments": 453,
        "threads": 25,
        "replies": 230,
        "by employees": 169,
        "orphans": 12,
        "addresses removed": 1,
    }
    assert said.report.left_out == {}
    assert (said.report.doubts, said.report.unused, said.report.notes) == ((), (), ())


def test_threads_without_a_post_are_told_and_kept(said: Arranged) -> None:
    assert said.report.orphans == (("/faqs/website-tools/", 4), ("/work/jekyll-themes/", 8))
    assert sum(record.about.startswith("/") for record in said.records) == 12


def test_replies_stand_below_the_comment_whose_position_they_name(
    drawings: tuple[Path, Path], said: Arranged
) -> None:
    folder = drawings[0] / "_data/comments/switching-tools"
    files = [yaml.safe_load(file.read_bytes()) for file in sorted(folder.glob("*.yml"))]
    tops = [file for file in files if not file.get("replying_to")]
    records = by_id(said)
    replies = [file for file in files if file.get("replying_to")]
    assert len(replies) == 4
    for reply in replies:
        answered = records[key(tops[int(reply["replying_to"]) - 1])]
        assert records[key(reply)].reply_to == answered.id


def key(file: dict[str, str]) -> str:
    return str(file.get("id") or file.get("_id")).removeprefix("comment-")


def test_no_reply_is_older_than_what_it_answers(said: Arranged) -> None:
    moments = {record.id: record.created for record in said.records}
    for record in said.records:
        if record.reply_to:
            assert record.created is not None
            answered = moments[record.reply_to]
            assert answered is not None and answered <= record.created


def test_every_comment_of_the_export_comes_over(export: Arranged) -> None:
    assert counts(export) == {
        "comments": 58,
        "threads": 24,
        "replies": 1,
        "by employees": 6,
        "pingbacks": 14,
        "orphans": 1,
    }
    assert export.report.orphans == (("/videos/tech-summit-dec-2008/", 1),)


def test_employees_who_were_logged_in_are_asked_about(export: Arranged) -> None:
    asked = {doubt.who: doubt.comments for doubt in export.report.doubts}
    assert asked == {
        "Akila Wajirasena (user 28 akila87)": 1,
        "Jason Kivlighn (user 6 jakin)": 5,
        "Mihai Husleag (user 17 mihai)": 1,
        "cwebber (user 14 cwebber)": 1,
        "erlehmann (user 25 erlehmann)": 1,
        "igorlukanin (user 29 igorlukanin)": 1,
        "ksiomelo (user 7 ksiomelo)": 1,
    }
    assert sum(asked.values()) + export.report.counts["by employees"] == 17


def test_pingbacks_wait_for_no_answer(export: Arranged) -> None:
    pings = [record for record in export.records if record.kind is CommentKind.PINGBACK]
    assert len(pings) == 14
    assert all(record.kind is None for record in export.records if record not in pings)
    # Names came as HTML.
    assert "Creative Commons and WordPress « Andy Skelton" in {ping.author.name for ping in pings}


def test_questions_of_readers_wait_and_pingbacks_do_not(
    labs: tuple[Path, Path], export: Arranged, tmp_path: Path
) -> None:
    root = tmp_path / "site"
    shutil.copytree(labs[1], root, ignore=shutil.ignore_patterns("comments", ".corpblog"))
    landed(export, root)
    threads = site_in(root).dialogue.threads.values()
    waiting = [c.record for thread in threads for c in thread.comments if wants_answer(c)]
    assert len(waiting) == 10
    assert {record.kind for record in waiting} == {None}
    assert "nathan-yergler" not in {record.author.staff for record in waiting}


@pytest.mark.parametrize(("sample", "found"), [("drawings", "said"), ("labs", "export")])
def test_files_read_back_whole_and_a_second_import_changes_nothing(
    sample: str, found: str, request: pytest.FixtureRequest
) -> None:
    _, root = request.getfixturevalue(sample)
    made: Arranged = request.getfixturevalue(found)
    first = landed(made, root)
    assert len(first.written) == made.report.counts["comments"]
    files = written(root)
    result = read(root)
    assert result.site is not None
    told = Counter(
        fault.code for fault in result.diagnostics if fault.location.path.startswith("comments/")
    )
    assert told == {"SRC044": made.report.counts["orphans"]}
    dialogue = result.site.dialogue
    comments = [c for thread in dialogue.threads.values() for c in thread.comments]
    back = {comment.id: comment.record for comment in (*comments, *dialogue.orphans)}
    assert back == {record.id: record for record in made.records}
    again = landed(made, root)
    assert (again.written, len(again.unchanged), again.left_alone) == ((), len(files), ())
    assert written(root) == files


@pytest.mark.parametrize("found", ["said", "export"])
def test_no_address_reaches_a_file(
    found: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    made: Arranged = request.getfixturevalue(found)
    landed(made, write_site(tmp_path, {"corpblog.yml": "site: {title: Empty}\n"}))
    files = written(tmp_path)
    assert len(files) == len(made.records)
    secrets = {
        *secrets_of_drawings(request.getfixturevalue("drawings")[0]),
        *secrets_of_export(request.getfixturevalue("labs")[0]),
    }
    assert len(secrets) > 200
    everything = "\n".join(files.values())
    assert [secret for secret in secrets if secret in everything] == []
    assert MAIL.findall(everything) == []
    assert NUMBERS.findall(everything) == []


def secrets_of_drawings(old: Path) -> Iterator[str]:
    for file in sorted((old / "_data/comments").rglob("*.yml")):
        values = yaml.safe_load(file.read_bytes())
        yield from (values[key] for key in ("email", "avatar") if values.get(key))


def secrets_of_export(source: Path) -> Iterator[str]:
    for comment in ET.parse(source).iter(f"{WP}comment"):
        for name in ("comment_author_email", "comment_author_IP"):
            if found := comment.findtext(WP + name):
                yield found


def test_the_words_of_the_drawings_are_kept_sign_by_sign(
    drawings: tuple[Path, Path], said: Arranged
) -> None:
    records = by_id(said)
    same = 0
    for file in sorted((drawings[0] / "_data/comments").rglob("*.yml")):
        values = yaml.safe_load(file.read_bytes())
        if key(values) not in records:
            continue
        wanted = values["message"].replace("\r\n", "\n").strip("\n")
        same += records[key(values)].text == wanted
        assert re.sub(r"\W", "", wanted)[:20] in re.sub(r"\W", "", records[key(values)].text)
    # One holds an e-mail address, which is gone; 29 are named by their file only.
    assert same == 453 - 29 - 1


def test_posts_are_found_by_their_old_address_on_another_host(labs: tuple[Path, Path]) -> None:
    from corpblog.dialogue.imports.foreign import ForeignThread

    posts = Posts(site_in(labs[1]))
    thread = ForeignThread(links=(f"{OLD_HOST}/2010/12/15/fail2ban/?replytocom=3",))
    assert posts.place(thread) == Place("fail2ban")
