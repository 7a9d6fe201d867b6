"""Two real old blogs, whole: what comes over, what is told, and that nothing vanishes."""

import json
from pathlib import Path

import pytest

from corpblog.importers import IMPORTERS
from corpblog.importers.land import land
from corpblog.importers.record import Import, Kind
from tests.importers.blogs import all_texts, front, losses, paths, places, real_blog, text
from tests.real_blogs import Moved


@pytest.fixture
def blog_18f(moved_18f: Moved) -> Import:
    return moved_18f.imported


@pytest.fixture
def codefor(moved_codefor: Moved) -> Import:
    return moved_codefor.imported


def posts(imported: Import) -> list[str]:
    return [path for path in paths(imported) if path.startswith("content/posts/")]


def test_18f_counts(blog_18f: Import) -> None:
    assert dict(blog_18f.counts) == {
        "posts": 129,
        "drafts": 1,
        "pages": 0,
        "people": 144,
        "portraits": 15,
        "tags": 106,
        "images and other files": 32,
    }
    assert len(posts(blog_18f)) == 129
    assert sum(path.endswith("/portrait.jpg") for path in paths(blog_18f)) == 15


def test_18f_posts_have_several_authors_and_all_have_profiles(blog_18f: Import) -> None:
    bylines = [front(blog_18f, path)["authors"] for path in posts(blog_18f)]
    assert sum(len(byline) > 1 for byline in bylines) == 67
    known = {
        path.removeprefix("authors/").split("/")[0].removesuffix(".md")
        for path in paths(blog_18f)
        if path.startswith("authors/")
    }
    assert {author for byline in bylines for author in byline} <= known


def test_18f_addresses_are_the_ones_that_its_texts_link_to(blog_18f: Import) -> None:
    post = front(blog_18f, "content/posts/2015-10-09-cloud-gov-launch.md")
    assert post["url"] == "/2015/10/09/cloud-gov-launch/"
    assert post["migrated_from"] == "https://18f.gsa.gov/2015/10/09/cloud-gov-launch/"
    renamed = front(blog_18f, "content/posts/2015-05-21-tockingtime.md")
    assert renamed["url"] == "/2015/05/21/tockingtime/"
    assert places(blog_18f, "old address") == ["_posts/2015-05-21-TockingTime.md:18:1"]
    assert '  author: "/author/{slug}/"\n' in text(blog_18f, "corpblog.yml")


def test_18f_dates_in_all_their_forms_are_read(blog_18f: Import) -> None:
    wanted = {
        "2016-06-17-exciting-additions-to-analytics-usa-gov": "2016-06-17T12:00:00-04:00",
        "2016-07-19-strategies-for-starting-your-own-writing-lab": "2016-07-19",
        "2021-10-21-the-weekly-ship": "2021-10-21",
        "2016-03-22-what-was-your-path-to-18f": "2016-03-22T14:00:00-04:00",
        "2019-12-3-long-term-teams": "2019-12-03",
        "2015-12-23-looking-back-2015-our-own-words": "2015-12-23",
    }
    assert {n: front(blog_18f, f"content/posts/{n}.md")["date"] for n in wanted} == wanted
    assert all("date" in front(blog_18f, path) for path in posts(blog_18f))
    assert len(losses(blog_18f, "unusual date")) == 4
    assert len(losses(blog_18f, "two different dates")) == 7


def test_18f_yaml_is_mended_and_told(blog_18f: Import) -> None:
    [tab] = losses(blog_18f, "TAB in YAML")
    assert tab.location.line == 5
    assert places(blog_18f, "text where a key belongs") == [
        "_posts/2014-05-14-hacking-bureaucracy-improving-hiring-and-software.md:11:1"
    ]


def test_18f_people_keep_their_status(blog_18f: Import) -> None:
    assert front(blog_18f, "authors/alison.md")["status"] == "former"
    assert front(blog_18f, "authors/amin-mehr.md")["status"] == "guest"
    sarah = front(blog_18f, "authors/sarah/index.md")
    assert sarah["image"] == {"src": "portrait.jpg", "alt": "Sarah Allen"}


def test_18f_liquid_is_gone_or_told(blog_18f: Import) -> None:
    left = [
        loss
        for loss in blog_18f.losses
        if loss.kind is Kind.LEFT and loss.construct.startswith("Liquid")
    ]
    visible = sum(
        content.count("{{ ") + content.count('{{"') + content.count("{% include")
        for _, content in all_texts(blog_18f)
    )
    assert len(left) == visible
    for path, content in all_texts(blog_18f):
        assert "site.baseurl" not in content, path
        assert "{% raw %}" not in content, path
    assert len(losses(blog_18f, "Liquid {{ site.baseurl }}")) == 162


def test_codefor_counts(codefor: Import) -> None:
    assert dict(codefor.counts) == {
        "posts": 65,
        "drafts": 1,
        "pages": 0,
        "people": 31,
        "portraits": 0,
        "tags": 18,
        "images and other files": 18,
    }
    assert places(codefor, "list page") == ["content/blog/_index.md"]


def test_codefor_people_are_split_and_listed(codefor: Import) -> None:
    path = "content/posts/2021-05-06-jedeschule-2.md"
    assert front(codefor, path)["authors"] == ["knut-huehne", "knut-perseke", "matthias-jacob"]
    assert front(codefor, "authors/joerg-reichert.md") == {
        "name": "Jörg Reichert",
        "works_for": {"name": "Code for Leipzig"},
    }
    assert len(losses(codefor, "byline with several people")) == 10
    assert len(losses(codefor, "author that looks like an organisation")) == 2


def test_codefor_languages_and_addresses_are_found(codefor: Import) -> None:
    config = text(codefor, "corpblog.yml")
    assert "  lang: de\n" in config
    assert "  url: https://codefor.de/\n" in config
    english = [path for path in posts(codefor) if front(codefor, path).get("lang") == "en"]
    assert len(english) == 5
    story = front(codefor, "content/posts/2015-08-31-stadtgeschichte-magdego-magdeburg.md")
    assert story["url"] == "/blog/stadtgeschichte-magdego-magdeburg/"
    assert story["aliases"] == ["/stadtgeschichten/3magdego/"]


def test_codefor_headings_shortcodes_and_pictures(codefor: Import) -> None:
    assert len(losses(codefor, "heading that repeats the title")) == 37
    assert not any("{{<" in content for _, content in all_texts(codefor))
    post = front(codefor, "content/posts/2015-02-19-die-senatsverwaltung-berlin-zu-gast.md")
    assert post["image"] == {"src": "/blog/berlin/fisbroker.jpg", "caption": "FIS-Broker Berlin"}


@pytest.mark.parametrize("name", ["moved_18f", "moved_codefor"])
def test_a_second_import_of_a_real_blog_changes_nothing(
    request: pytest.FixtureRequest, name: str
) -> None:
    blog: Moved = request.getfixturevalue(name)
    landed = land(IMPORTERS[blog.tool](blog.old), blog.root)
    assert not (*landed.left_alone, *landed.written)


@pytest.mark.parametrize("name", ["moved_18f", "moved_codefor"])
def test_every_entry_of_the_report_names_a_place_that_is_there(
    request: pytest.FixtureRequest, name: str
) -> None:
    blog: Moved = request.getfixturevalue(name)
    report = json.loads((blog.root / "import-report.json").read_text(encoding="utf-8"))
    lines = {
        entry["file"]: len((blog.old / entry["file"]).read_bytes().split(b"\n"))
        for entry in report["entries"]
        if entry["line"]
    }
    for entry in report["entries"]:
        assert (blog.old / entry["file"]).exists()
        assert entry["line"] <= lines.get(entry["file"], 0)


def test_comments_of_an_old_blog_stay_behind_and_are_told(tmp_path: Path) -> None:
    imported = IMPORTERS["jekyll"](real_blog("mademistakes-comments-sample", tmp_path))
    assert dict(imported.counts)["posts"] == 23
    [comments] = losses(imported, "folder")
    assert (str(comments.location), comments.found) == ("_data", "453 files")
