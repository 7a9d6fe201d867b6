"""A Hugo blog becomes a corpblog site."""

from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError
from tests.importers.blogs import body, front, hugo, losses, paths, places, text

POST = "---\ntitle: A\nauthor: Jana Weiss\n---\nText\n"
CONFIG = 'title = "Our blog"\nbaseURL = "https://example.org/"\nlanguageCode = "de-DE"\n'


def test_a_post_keeps_its_date_its_address_and_its_author(tmp_path: Path) -> None:
    old = (
        '+++\ntitle = "Größe"\ndate = 2020-03-01T10:00:00+01:00\nauthor = "Jana Weiss"\n+++\nText\n'
    )
    found = hugo(tmp_path, {"hugo.toml": CONFIG, "content/blog/Größe.md": old})
    assert front(found, "content/posts/groesse.md") == {
        "title": "Größe",
        "date": "2020-03-01T10:00:00+01:00",
        "authors": ["jana-weiss"],
        "url": "/blog/größe/",
        "migrated_from": "https://example.org/blog/größe/",
    }
    assert "  lang: de\n" in text(found, "corpblog.yml")
    assert '  post: "/blog/{slug}/"\n' in text(found, "corpblog.yml")


@pytest.mark.parametrize(
    ("config", "url"),
    [
        ("", "/blog/2020-03-01-hello/"),
        ("[frontmatter]\ndate = [':filename', ':default']\n".replace("'", '"'), "/blog/hello/"),
        ('[permalinks]\nblog = "/:year/:month/:slug/"\n', "/2020/03/a/"),
        ('[permalinks.page]\nblog = "/n/:slugorfilename/"\n', "/n/2020-03-01-hello/"),
    ],
)
def test_the_configuration_tells_how_addresses_were_made(
    tmp_path: Path, config: str, url: str
) -> None:
    files = {"config.toml": config, "content/blog/2020-03-01-Hello.md": POST}
    assert front(hugo(tmp_path, files), "content/posts/2020-03-01-hello.md")["url"] == url


def test_links_in_the_texts_tell_how_addresses_were_made(tmp_path: Path) -> None:
    files = {
        "content/blog/2020-03-01-hello.md": POST,
        "content/blog/2020-03-02-b.md": "---\ntitle: B\n---\n[a](https://example.org/blog/hello/)",
    }
    found = hugo(tmp_path, files)
    assert front(found, "content/posts/2020-03-01-hello.md")["url"] == "/blog/hello/"
    assert body(found, "content/posts/2020-03-02-b.md") == "[a](/blog/hello/)"
    assert "  url: https://example.org/\n" in text(found, "corpblog.yml")
    assert places(found, "address of the blog") == ["."]


def test_own_addresses_slugs_and_aliases_are_kept(tmp_path: Path) -> None:
    old = "---\ntitle: A\ndate: 2020-01-01\n{}\n---\n"
    files = {
        "content/post/a.md": old.format("url: /special/\naliases: [/old/, older]"),
        "content/post/b.md": old.format("slug: own-slug"),
    }
    found = hugo(tmp_path, files)
    assert front(found, "content/posts/a.md")["url"] == "/special/"
    assert front(found, "content/posts/a.md")["aliases"] == ["/old/", "/older/"]
    assert front(found, "content/posts/b.md")["url"] == "/post/own-slug/"


def test_a_bundle_comes_with_its_pictures(tmp_path: Path) -> None:
    files = {
        "content/posts/trip/index.md": "---\ntitle: A\nimage: a.png\n---\n![x](a.png) ![](n.png)\n",
        "content/posts/trip/a.png": b"x",
        "content/posts/trip/more/b.png": b"y",
        "content/posts/_index.md": "---\ntitle: Blog\n---\n",
    }
    found = hugo(tmp_path, files)
    assert [p for p in paths(found) if p.startswith("content/")] == [
        "content/posts/trip/a.png",
        "content/posts/trip/index.md",
        "content/posts/trip/more/b.png",
    ]
    assert front(found, "content/posts/trip/index.md")["url"] == "/posts/trip/"
    assert front(found, "content/posts/trip/index.md")["image"] == {"src": "a.png"}
    assert body(found, "content/posts/trip/index.md").startswith("![x](a.png)")
    assert len(losses(found, "dead image")) == 1
    assert places(found, "list page") == ["content/posts/_index.md"]


def test_language_versions_share_a_name_and_keep_their_addresses(tmp_path: Path) -> None:
    files = {
        "hugo.yaml": "defaultContentLanguage: de\nlanguages: {de: {}, en: {}}\n",
        "content/blog/a.md": "---\ntitle: Hallo\n---\n",
        "content/blog/a.en.md": "---\ntitle: Hello\n---\n",
    }
    found = hugo(tmp_path, files)
    assert [p for p in paths(found) if p.startswith("content/")] == [
        "content/posts/a.en.md",
        "content/posts/a.md",
    ]
    assert front(found, "content/posts/a.en.md")["url"] == "/en/blog/a/"


def test_a_language_that_nothing_tells_is_found_out_and_listed(tmp_path: Path) -> None:
    english = "We have worked with the city on the data and that was not as easy. " * 6
    german = "Wir haben mit der Stadt an den Daten gearbeitet und das war nicht leicht. " * 6
    files = {f"content/blog/{n}.md": f"---\ntitle: {n}\n---\n{german}" for n in ("a", "b")}
    files["content/blog/c.md"] = f"---\ntitle: c\n---\n{english}"
    files["content/blog/d.md"] = f"---\ntitle: d\nlang: en\n---\n{english}"
    found = hugo(tmp_path, files)
    langs = [front(found, f"content/posts/{n}.md").get("lang") for n in "abcd"]
    assert langs == [None, None, "en", "en"]
    assert places(found, "language of a post") == ["content/blog/c.md:1:1"]


def test_a_language_without_interface_texts_does_not_stop_the_site(tmp_path: Path) -> None:
    files = {
        "content/blog/a.md": "---\ntitle: A\ndate: 2020-01-01\nlang: fr\n---\n",
        "content/blog/b.md": "---\ntitle: B\ndate: 2020-01-01\n---\n",
        "content/blog/b.fr.md": "---\ntitle: B\ndate: 2020-01-01\n---\n",
    }
    found = hugo(tmp_path, files)
    assert [p for p in paths(found) if p.startswith("content/")] == [
        "content/posts/a.md",
        "content/posts/b-fr.md",
        "content/posts/b.md",
    ]
    assert front(found, "content/posts/a.md")["extra"] == {"lang": "fr"}
    assert front(found, "content/posts/b-fr.md")["url"] == "/fr/blog/b/"
    assert places(found, "language without interface texts") == [
        "content/blog/a.md:4:1",
        "content/blog/b.fr.md:1:1",
    ]


def test_references_lead_to_posts_and_to_the_old_site(tmp_path: Path) -> None:
    old = """\
        ---
        title: A
        ---
        # A

        [b]({{< ref "/blog/b.md#top" >}}) [b]({{< relref "b.md" >}}) [Ulm]({{< ref "/ulm" >}})
        """
    files = {
        "hugo.toml": CONFIG,
        "content/blog/a.md": old,
        "content/blog/b.md": "---\ntitle: B\ndate: 2020-01-01\n---\n",
    }
    found = hugo(tmp_path, files)
    assert body(found, "content/posts/a.md") == (
        "[b](/blog/b/#top) [b](/blog/b/) [Ulm](https://example.org/ulm/)"
    )
    assert places(found, "heading that repeats the title") == ["content/blog/a.md:4:1"]
    assert places(found, "dead link") == ["content/blog/a.md:6:68"]


def test_people_come_from_data_and_pages(tmp_path: Path) -> None:
    files = {
        "content/authors/jana/_index.md": "---\ntitle: Jana Weiss\nrole: support\n---\nI answer.\n",
        "data/authors/bo.toml": 'name = "Bo Fry"\n[social]\ngithub = "bofry"\n',
        "content/blog/a.md": "---\ntitle: A\nauthors: [jana, bo]\n---\n",
    }
    found = hugo(tmp_path, files)
    assert front(found, "content/posts/a.md")["authors"] == ["jana", "bo"]
    assert front(found, "authors/jana.md") == {"name": "Jana Weiss", "job_title": "support"}
    assert body(found, "authors/jana.md") == "I answer."
    assert front(found, "authors/bo.md")["same_as"] == ["https://github.com/bofry"]


def test_static_files_keep_their_addresses_and_pictures_are_found_there(tmp_path: Path) -> None:
    old = "---\ntitle: A\nimages:\n- imgname: city/a.jpg\n  alt: The city\n---\n"
    found = hugo(tmp_path, {"content/blog/a.md": old, "static/blog/city/a.jpg": b"x"})
    assert front(found, "content/posts/a.md")["image"] == {
        "src": "/blog/city/a.jpg",
        "alt": "The city",
    }
    assert "static/blog/city/a.jpg" in paths(found)


def test_drafts_dates_and_comments_keep_their_meaning(tmp_path: Path) -> None:
    old = """\
        ---
        title: A
        date: 2020-01-01
        publishDate: 2020-02-01
        expiryDate: 2021-01-01
        lastmod: soon
        draft: true
        comments: false
        ---
        """
    found = hugo(tmp_path, {"content/blog/a.md": old})
    post = front(found, "content/posts/a.md")
    assert (post["status"], post["publish"], post["expires"]) == (
        "draft",
        "2020-02-01",
        "2021-01-01",
    )
    assert post["comments"] == {"open": "false"}
    assert places(found, "date that cannot be read") == ["content/blog/a.md:6:1"]


def test_pages_beside_the_blog_come_over_too(tmp_path: Path) -> None:
    files = {
        "content/blog/a.md": POST,
        "content/datenschutz.md": "---\ntitle: Datenschutz\n---\nx\n",
    }
    found = hugo(tmp_path, files)
    assert front(found, "content/pages/datenschutz.md") == {
        "title": "Datenschutz",
        "role": "privacy",
        "url": "/datenschutz/",
    }


def test_a_folder_that_is_no_hugo_blog_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpblogError) as caught:
        hugo(tmp_path, {"_posts/2014-01-01-a.md": POST})
    [fault] = caught.value.diagnostics
    assert fault.code == "IMPORT001"
    assert "no texts in content/" in fault.message
    assert fault.hint == "it looks like a Jekyll blog: try corpblog import jekyll"
