"""What a folder of sources means: identity, language, state, address, pictures, people."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.read.site import ReadOptions, read_site
from tests.sites import CONFIG, SMALL, post, write_site

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def site_of(
    root: Path,
    files: dict[str, str | bytes],
    options: ReadOptions = ReadOptions(now=NOW),  # noqa: B008
) -> Site:
    result = read_site(write_site(root, {**SMALL, **files}), options)
    assert not result.diagnostics, result.diagnostics
    assert result.site is not None
    return result.site


def the_post(site: Site, id_: str) -> Post:
    return next(item for item in (*site.posts, *site.hidden, *site.withdrawn) if item.id == id_)


@pytest.mark.parametrize(
    ("path", "id_", "lang"),
    [
        ("content/posts/a.md", "a", "en"),
        ("content/posts/2026/a.md", "2026/a", "en"),
        ("content/posts/a.de.md", "a", "de"),
        ("content/posts/a/index.md", "a", "en"),
        ("content/posts/a/index.de.md", "a", "de"),
        ("content/posts/release-2.0.md", "release-2.0", "en"),
        ("content/posts/2026-11-10-a.markdown", "2026-11-10-a", "en"),
    ],
)
def test_the_name_of_a_file_says_identity_and_language(
    tmp_path: Path, path: str, id_: str, lang: str
) -> None:
    found = the_post(site_of(tmp_path, {path: post("")}), id_)
    assert found.lang == lang


def test_translations_share_an_identity_and_have_addresses_of_their_own(tmp_path: Path) -> None:
    files = {
        "content/posts/a.md": post("", title="Scales"),
        "content/posts/a.de.md": post("", title="Waagen für Öfen"),
    }
    site = site_of(tmp_path, dict(files))
    versions = {item.lang: item.permalink for item in site.posts if item.id == "a"}
    assert versions == {"en": "/2026/11/scales/", "de": "/de/2026/11/waagen-fuer-oefen/"}
    assert site.languages == ("en", "de")


@pytest.mark.parametrize(
    ("front", "state"),
    [
        ("draft: true", "draft"),
        ("draft: yes", "draft"),
        ("status: draft", "draft"),
        ("draft: no", "published"),
        ("publish: 2026-12-01", "future"),
        ("publish: 2026-11-21 12:59 +01:00", "published"),
        ("publish: 2026-11-21 13:01", "future"),
        ("embargo: 2026-12-01", "future"),
        ("expires: 2026-11-21", "expired"),
        ("expires: 2026-11-22", "published"),
        ("status: withdrawn", "withdrawn"),
    ],
)
def test_front_matter_and_clock_decide_who_sees_a_post(
    tmp_path: Path, front: str, state: str
) -> None:
    site = site_of(tmp_path, {"content/posts/a.md": post(front)})
    found = the_post(site, "a")
    assert found.state == state
    assert (found in site.posts) == (state == "published")


@pytest.mark.parametrize(
    ("front", "options"),
    [
        ("draft: true", ReadOptions(now=NOW, drafts=True)),
        ("publish: 2027-01-01", ReadOptions(now=NOW, future=True)),
        ("expires: 2026-01-01", ReadOptions(now=NOW, expired=True)),
    ],
)
def test_a_flag_brings_a_hidden_post_back(tmp_path: Path, front: str, options: ReadOptions) -> None:
    site = site_of(tmp_path, {"content/posts/a.md": post(front)}, options)
    assert the_post(site, "a") in site.posts


def test_an_environment_can_show_drafts_and_move_the_address(tmp_path: Path) -> None:
    config = CONFIG + "environments:\n  preview: {drafts: true, url: 'https://p.example.org/'}\n"
    root = write_site(
        tmp_path,
        {**SMALL, "corpblog.yml": config, "content/posts/a.md": post("draft: true")},
    )
    site = read_site(root, ReadOptions(now=NOW, environment="preview")).site
    assert site is not None
    assert [item.id for item in site.posts] == ["first", "a"]
    assert site.config.site.url == "https://p.example.org/"


def test_words_stay_words_whatever_yaml_thinks_of_them(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        {
            "content/posts/a.md": "---\ntitle: 2026\ndate: 2026-11-10\n"
            'tags: [no, 1.10, 1e3, "null"]'
            "\nextra: {count: 3, ok: true, version: '1.10', day: 2026-01-02}\n---\n"
        },
    )
    found = the_post(site, "a")
    assert found.title == "2026"
    assert found.front.tags == ("no", "1.10", "1e3", "null")
    assert found.front.extra == {
        "count": 3,
        "ok": True,
        "version": "1.10",
        "day": date(2026, 1, 2),
    }


def test_a_date_without_zone_is_in_the_zone_of_the_site(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/posts/a.md": post("updated: 2026-11-12 08:30")})
    assert the_post(site, "a").updated.isoformat() == "2026-11-12T08:30:00+01:00"


def test_a_correction_moves_the_date_of_the_last_change(tmp_path: Path) -> None:
    front = "corrections: [{date: 2026-11-15, what: We wrote 3 and it was 4.}]"
    site = site_of(tmp_path, {"content/posts/a.md": post(front)})
    assert the_post(site, "a").updated.date() == date(2026, 11, 15)


def test_tags_that_differ_only_in_spelling_are_one(tmp_path: Path) -> None:
    files = {
        "content/posts/a.md": post("tags: [Öfen]"),
        "content/posts/b.md": post("tags: [öfen, Öfen]"),
    }
    site = site_of(tmp_path, dict(files))
    assert [(term.slug, len(term.posts)) for term in site.tags] == [("oefen", 2)]


def test_parts_of_a_series_stand_in_order(tmp_path: Path) -> None:
    files = {
        f"content/posts/{name}.md": post("series: Moving house").replace("-10", f"-{day}")
        for name, day in (("b", "12"), ("a", "11"), ("c", "13"))
    }
    site = site_of(tmp_path, dict(files))
    assert [item.id for item in site.series[0].posts] == ["a", "b", "c"]


def test_pictures_of_a_draft_are_not_published(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/posts/secret/index.md": post("draft: true"),
        "content/posts/secret/plan.png": b"x",
        "content/posts/draft.md": post("draft: true", "![](beside.png)"),
        "content/posts/beside.png": b"x",
        "content/posts/open/index.md": post("", title="Open"),
        "content/posts/open/photo.png": b"x",
        "content/posts/shared.png": b"x",
        "content/posts/b.md": post("", "![](shared.png)"),
    }
    assets = site_of(tmp_path, files).assets
    own = {path for path, asset in assets.items() if asset.label.startswith("content/")}
    assert own == {"2026/11/open/photo.png", "media/posts/shared.png"}


def test_a_picture_in_the_folder_of_a_draft_stays_hidden_whatever_others_are_called(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes] = {
        "content/posts/secret/index.md": post("draft: true"),
        "content/posts/secret/cover.png": b"x",
        "content/posts/b.md": post("", "![](cover.png) ![](banana.png)"),
        "content/posts/a.png": b"x",
        "content/posts/with space.png": b"x",
        "content/posts/c.md": post("", "![](<with space.png>)", title="C"),
    }
    assets = site_of(tmp_path, files).assets
    own = {path for path, asset in assets.items() if asset.label.startswith("content/")}
    assert own == {"media/posts/with space.png"}


def test_the_day_of_an_address_is_that_of_the_site(tmp_path: Path) -> None:
    front = post("").replace("2026-11-10", "2026-01-01 00:30 +14:00")
    found = the_post(site_of(tmp_path, {"content/posts/a.md": front}), "a")
    assert found.permalink == "/2025/12/a-post/"
    assert found.date.isoformat() == "2025-12-31T11:30:00+01:00"


def test_three_languages_of_one_letter_are_three_tags(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/posts/a.md": post("tags: [C, C++, 'C#']")})
    assert [term.slug for term in site.tags] == ["c", "cplusplus", "csharp"]


def test_a_consent_cannot_be_withdrawn_in_one_language_only(tmp_path: Path) -> None:
    files = {"authors/jana-weiss.de.md": "---\nconsent: {withdrawn: 2026-01-01}\n---\n"}
    result = read_site(write_site(tmp_path, {**SMALL, **files}), ReadOptions(now=NOW))
    (found,) = result.diagnostics
    assert (found.code, found.hint) == ("SRC028", "write it there, and delete it here")


def test_custom_fields_of_a_profile_come_together_from_all_languages(tmp_path: Path) -> None:
    files = {
        "authors/jana-weiss.md": "---\nname: Jana Weiss\nextra: {desk: 3, day: 2026-02-30}\n---\n",
        "authors/jana-weiss.de.md": "---\njob_title: Leitung\n---\n",
    }
    author = site_of(tmp_path, dict(files)).authors["jana-weiss"]
    assert author.profile_in("de").extra == {"desk": 3, "day": "2026-02-30"}


def test_a_profile_in_another_language_keeps_what_it_does_not_change(tmp_path: Path) -> None:
    files = {
        "authors/jana-weiss/index.md": "---\nname: Jana Weiss\njob_title: head of support\n---\nI.",
        "authors/jana-weiss/index.de.md": "---\njob_title: leitet den Kundendienst\n---\nIch.",
    }
    root = write_site(tmp_path, {"corpblog.yml": CONFIG, **files})
    site = read_site(root, ReadOptions(now=NOW)).site
    assert site is not None
    author = site.authors["jana-weiss"]
    assert author.profile_in("de").job_title == "leitet den Kundendienst"
    assert author.profile_in("de").name == "Jana Weiss"
    assert author.position_at(date(2026, 1, 1), "en").job_title == "head of support"


def test_the_position_in_a_byline_is_that_of_the_day(tmp_path: Path) -> None:
    profile = (
        "---\nname: Jana Weiss\npositions:\n"
        "  - {job_title: trainee, since: 2019-01-01}\n"
        "  - {job_title: head of support, since: 2024-01-01}\n---\n"
    )
    author = site_of(tmp_path, {"authors/jana-weiss.md": profile}).authors["jana-weiss"]
    assert author.position_at(date(2023, 12, 31)).job_title == "trainee"
    assert author.position_at(date(2024, 1, 1)).job_title == "head of support"


def test_two_files_for_one_post_are_told(tmp_path: Path) -> None:
    files = {"content/posts/a.md": post(""), "content/posts/a/index.md": post("")}
    result = read_site(write_site(tmp_path, {**SMALL, **files}), ReadOptions(now=NOW))
    (found,) = result.diagnostics
    assert found.code == "SRC026"
    assert "content/posts/a.md is the same post in the same language (en)" in found.message


def test_themes_that_are_each_others_parents_are_told(tmp_path: Path) -> None:
    files = {
        "corpblog.yml": CONFIG.replace("plain", "one"),
        "themes/one/theme.yml": "name: one\nparent: two\n",
        "themes/two/theme.yml": "name: two\nparent: one\n",
    }
    result = read_site(write_site(tmp_path, {**SMALL, **files}), ReadOptions(now=NOW))
    assert [item.message for item in result.diagnostics] == ["the theme “one” has itself as parent"]
