"""What a site consists of: every output once, at an address of its own, inside the folder."""

from pathlib import Path

import pytest

from corpblog.render.hosts import host_files
from corpblog.render.plan import PAGE_KINDS, plan
from tests.render.rendered import render
from tests.sites import CONFIG, post

WHOLE = {
    "content/posts/a.md": post("tags: [tea]\nseries: Tea\naliases: [/old/a/]", title="A"),
    "content/posts/a.de.md": post("tags: [Tee]", title="A"),
    "content/posts/gone.md": post(
        "status: withdrawn\nwithdrawal: {date: 2026-11-12, reason: retracted, by: jana-weiss}",
        title="Gone",
    ),
    "content/posts/draft.md": post("draft: true", title="Draft"),
    "content/posts/future.md": post("", title="Future").replace("2026-11-10", "2027-01-01"),
    "content/pages/imprint.md": "---\ntitle: Imprint\nrole: imprint\n---\nX.\n",
    "content/pages/imprint.de.md": "---\ntitle: Impressum\nrole: imprint\n---\nX.\n",
}


def test_every_kind_of_page_is_planned(tmp_path: Path) -> None:
    site = render(tmp_path, WHOLE)
    assert site.lines == []
    kinds = {output.kind for output in site.plan.outputs}
    assert kinds >= set(PAGE_KINDS) - {"stylesheet"}
    assert set(site.files) >= {
        "index.html",
        "de/index.html",
        "2026/11/a/index.html",
        "de/2026/11/a/index.html",
        "2026/11/gone/index.html",
        "old/a/index.html",
        "people/index.html",
        "de/people/index.html",
        "people/jana-weiss/index.html",
        "de/people/jana-weiss/index.html",
        "tags/index.html",
        "tags/tea/index.html",
        "de/tags/tee/index.html",
        "series/tea/index.html",
        "archive/index.html",
        "de/archive/index.html",
        "2026/index.html",
        "2026/11/index.html",
        "imprint/index.html",
        "de/impressum/index.html",
        "corrections/index.html",
        "subscribe/index.html",
        "404.html",
        "de/404.html",
        "feed.atom",
        "sitemap.xml",
        "robots.txt",
        "assets/plain.css",
        "assets/portraits/jana-weiss.svg",
    }


def test_drafts_and_the_future_are_in_no_output(tmp_path: Path) -> None:
    site = render(tmp_path, WHOLE)
    for path, data in site.files.items():
        assert b"Draft" not in data and b"Future" not in data, path
        assert "draft" not in path and "future" not in path


def test_each_output_can_be_made_alone_and_is_the_same_again(tmp_path: Path) -> None:
    site = render(tmp_path, WHOLE)
    for output in reversed(plan(site.site).outputs):
        assert output.make() == site.files[output.path], output.path


def test_paths_are_unique_and_sources_are_named(tmp_path: Path) -> None:
    outputs = render(tmp_path, WHOLE).plan.outputs
    assert len({output.path for output in outputs}) == len(outputs)
    assert all(output.source for output in outputs)
    sources = {output.path: output.source for output in outputs}
    assert sources["2026/11/a/index.html"] == "content/posts/a.md"
    assert sources["old/a/index.html"] == "content/posts/a.md"


def test_two_posts_with_one_address_are_told_at_the_second(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post("slug: same"),
            "content/posts/b.md": post("slug: Same", title="B"),
        },
    )
    [found] = [each for each in site.told if each.code == "LINK005"]
    assert found.location.path in ("content/posts/a.md", "content/posts/b.md")
    assert (found.location.line, found.location.column) == (5, 1)
    assert found.source_line.lower() == "slug: same"
    [other] = found.related
    assert {found.location.path, other.location.path} == {
        "content/posts/a.md",
        "content/posts/b.md",
    }
    assert "is taken already, by content/posts/" in found.message


def test_an_alias_gives_way_to_a_page_and_is_told(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post("aliases: [/old/, /people/]", title="A"),
            "content/posts/b.md": post("aliases:\n  - /old/", title="B"),
        },
    )
    assert site.lines == [
        "content/posts/a.md:5:12 LINK006 the alias “/old/” is taken already, by content/posts/b.md",
        "content/posts/a.md:5:19 LINK006 the alias “/people/” is taken already,"
        " by generated: people (en)",
    ]
    assert "Jana Weiss" in site.text("people/index.html")


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("index.html", "generated: home (en)"),
        ("feed.atom", "generated: feed of /"),
        ("404.html", "generated: 404 (en)"),
        ("2026/11/first-post/index.html", "content/posts/first.md"),
        ("assets/code.css", "generated: assets/code.css"),
        ("assets/portraits/jana-weiss.svg", "authors/jana-weiss.md"),
    ],
)
def test_a_file_in_static_gives_way_to_what_is_made_and_is_told(
    path: str, first: str, tmp_path: Path
) -> None:
    site = render(tmp_path, {f"static/{path}": "own"})
    assert site.lines == [
        f"static/{path} LINK005 the address “/{path}” is taken already, by {first}"
    ]
    assert site.told[0].hint == "give the file another name or folder"


@pytest.mark.parametrize("path", ["robots.txt", "sitemap.xml", "_headers", "hosts.json"])
def test_files_for_machines_at_the_root_may_be_ones_own(path: str, tmp_path: Path) -> None:
    site = render(tmp_path, {f"static/{path}": "own"})
    assert site.lines == []
    assert site.text(path) == "own"
    assert path not in dict(host_files(site.site, {}))


def test_a_page_cannot_be_a_file_and_a_folder(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post("url: /x.html"),
            "content/posts/b.md": post("url: /x.html/y/", title="B"),
        },
    )
    [line] = site.lines
    assert "LINK005 the address “/x.html/y/” is taken already, by content/posts/a.md" in line


def test_a_withdrawn_post_leaves_a_tombstone_without_its_text(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post(
                "status: withdrawn\nwithdrawal: {date: 2026-11-12, reason: retracted,"
                " by: jana-weiss}",
                "Secret text.",
                title="Too early",
            ),
            "content/posts/b.de.md": post(
                "status: withdrawn\nwithdrawal: {reason: personal-data}", title="Name und Adresse"
            ),
        },
    )
    assert site.lines == []
    words = site.words("2026/11/too-early/index.html")
    for part in ("Too early", "What it said does not hold.", "12 November 2026", "Jana Weiss"):
        assert part in words
    german = site.text("de/2026/11/name-und-adresse/index.html")
    assert "Name und Adresse" not in german
    assert "persönliche Daten" in german
    assert all(b"Secret text" not in data for data in site.files.values())
    assert b"too-early" not in site.files["sitemap.xml"] + site.files["feed.atom"]
    assert site.nodes("2026/11/too-early/index.html", "//meta[@name='robots']")


def test_old_addresses_lead_to_the_new_one(tmp_path: Path) -> None:
    config = CONFIG.replace("https://blog.example.org/", "https://example.org/blog/")
    site = render(
        tmp_path,
        {
            "corpblog.yml": config,
            "content/posts/a.md": post("aliases: [/2014/05/old.html, /old, /old/dir/]", title="A"),
            "content/pages/about.md": "---\ntitle: About\naliases: [/us/]\n---\nX.\n",
        },
    )
    assert site.lines == []
    for path in ("2014/05/old.html", "old/index.html", "old/dir/index.html"):
        [canonical] = site.nodes(path, "//link[@rel='canonical']/@href")
        assert canonical == "https://example.org/blog/2026/11/a/"
        [refresh] = site.nodes(path, "//meta[@http-equiv='refresh']/@content")
        assert refresh == "0; url=/blog/2026/11/a/"
    assert "us/index.html" in site.files


def test_taxonomies_can_be_switched_off(tmp_path: Path) -> None:
    config = CONFIG + "taxonomies: {tags: false, series: false, archives: false}\n"
    site = render(tmp_path, {**WHOLE, "corpblog.yml": config})
    assert site.lines == []
    kinds = {output.kind for output in site.plan.outputs}
    assert not kinds & {"tag", "tags", "series", "archive"}


@pytest.mark.parametrize("count", [0, 1, 10, 11, 25])
def test_the_home_page_goes_on_over_as_many_pages_as_it_takes(count: int, tmp_path: Path) -> None:
    posts = {
        f"content/posts/p{number}.md": post("", title=f"Number {number:02}")
        for number in range(count)
    }
    site = render(tmp_path, {**posts, "content/posts/first.md": post("draft: true")})
    assert site.lines == []
    pages = [output.path for output in site.plan.outputs if output.kind == "home"]
    assert len(pages) == max(1, -(-count // 10))
    titles = [
        str(node.text_content())
        for path in pages
        for node in site.nodes(path, "//main//h2 | //main//h3")
        if node.text_content().startswith("Number")
    ]
    assert sorted(titles) == [f"Number {number:02}" for number in range(count)]


def test_a_site_without_posts_is_still_a_site(tmp_path: Path) -> None:
    site = render(tmp_path, {"content/posts/first.md": post("draft: true")})
    assert site.lines == []
    assert {"index.html", "archive/index.html", "feed.atom", "404.html"} <= set(site.files)
