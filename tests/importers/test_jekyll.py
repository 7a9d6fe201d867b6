"""A Jekyll blog becomes a corpblog site."""

from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError
from tests.importers.blogs import body, front, jekyll, losses, paths, places, text, write_blog

POST = "---\ntitle: A\nauthor: Jana Weiss\n---\nText\n"
CONFIG = "title: Our blog\nurl: https://example.org\nlang: en\n"


def test_a_post_keeps_its_date_its_address_and_its_author(tmp_path: Path) -> None:
    found = jekyll(tmp_path, {"_config.yml": CONFIG, "_posts/2014-03-12-coming-soon.md": POST})
    assert paths(found) == [
        "authors/jana-weiss.md",
        "content/posts/2014-03-12-coming-soon.md",
        "corpblog.yml",
    ]
    assert front(found, "content/posts/2014-03-12-coming-soon.md") == {
        "title": "A",
        "date": "2014-03-12",
        "authors": ["jana-weiss"],
        "url": "/2014/03/12/coming-soon/",
        "aliases": ["/2014/03/12/coming-soon.html"],
        "migrated_from": "https://example.org/2014/03/12/coming-soon.html",
    }
    assert text(found, "corpblog.yml") == (
        "site:\n"
        "  title: Our blog\n"
        "  url: https://example.org/\n"
        "  lang: en\n"
        "permalinks:\n"
        '  post: "/{year}/{month}/{day}/{slug}/"\n'
        '  author: "/people/{slug}/"\n'
        "build:\n"
        "  dead_links: warn\n"
    )


def test_the_configured_permalink_counts(tmp_path: Path) -> None:
    files = {
        "_config.yml": CONFIG + "permalink: /news/:title/\nbaseurl: /sub\n",
        "_posts/2014-03-12-Coming_soon now.md": POST,
    }
    found = jekyll(tmp_path, files)
    post = front(found, "content/posts/2014-03-12-coming-soon-now.md")
    assert post["url"] == "/news/Coming_soon-now/"
    assert post["migrated_from"] == "https://example.org/sub/news/Coming_soon-now/"


def test_own_permalinks_and_redirects_are_kept(tmp_path: Path) -> None:
    old = """\
        ---
        title: A
        permalink: /special/:year/
        redirect_from:
          - /older/
          - https://example.org/oldest
          - https://elsewhere.org/x
          - /../../etc/passwd
        ---
        """
    found = jekyll(tmp_path, {"_config.yml": CONFIG, "_posts/2014-03-12-a.md": old})
    post = front(found, "content/posts/2014-03-12-a.md")
    assert post["url"] == "/special/2014/"
    assert post["aliases"] == ["/older/", "/oldest/"]
    assert len(losses(found, "old address")) == 2


def test_where_file_name_and_front_matter_disagree_both_addresses_lead_to_the_post(
    tmp_path: Path,
) -> None:
    old = "---\ntitle: A\ndate: 2022-09-06\n---\n[me](/2022/09/06/a/)"
    found = jekyll(tmp_path, {"_posts/2022-08-10-a.md": old})
    post = front(found, "content/posts/2022-08-10-a.md")
    assert (post["date"], post["url"]) == ("2022-09-06", "/2022/09/06/a/")
    assert post["aliases"] == ["/2022/08/10/a/"]
    assert places(found, "two different dates") == ["_posts/2022-08-10-a.md:3:1"]


def test_two_posts_never_share_an_address(tmp_path: Path) -> None:
    old = "---\ntitle: A\npermalink: /same/\n---\n"
    found = jekyll(tmp_path, {"_posts/2014-01-01-a.md": old, "_posts/2014-01-02-b.md": old})
    urls = [front(found, f"content/posts/{n}.md")["url"] for n in ("2014-01-01-a", "2014-01-02-b")]
    assert urls == ["/same/", "/same-2/"]
    assert places(found, "two posts with one address") == ["_posts/2014-01-02-b.md:3:1"]


def test_drafts_and_unpublished_posts_are_drafts(tmp_path: Path) -> None:
    files = {
        "_drafts/idea.md": "---\ntitle: Idea\n---\n",
        "_posts/2014-01-01-a.md": "---\ntitle: A\npublished: false\n---\n",
        "_posts/2014-01-02-b.md": "---\ntitle: B\nredirect_to: /x/\n---\n",
    }
    found = jekyll(tmp_path, files)
    names = ["idea", "2014-01-01-a", "2014-01-02-b"]
    assert {front(found, f"content/posts/{n}.md")["status"] for n in names} == {"draft"}
    assert places(found, "post that redirected") == ["_posts/2014-01-02-b.md:3:1"]


def test_a_post_without_any_certain_date_is_a_draft_and_told(tmp_path: Path) -> None:
    files = {
        "_posts/2014-02-30-a.md": "---\ntitle: A\n---\n",
        "_posts/2014-02-31-b.md": "---\ntitle: B\ndate: 03/04/2021\n---\n",
    }
    found = jekyll(tmp_path, files)
    for name in ("2014-02-30-a", "2014-02-31-b"):
        post = front(found, f"content/posts/{name}.md")
        assert (post["status"], "date" in post) == ("draft", False)
    assert places(found, "post without a date") == ["_posts/2014-02-30-a.md:1:1"]
    assert places(found, "date that cannot be read") == ["_posts/2014-02-31-b.md:3:1"]


def test_authors_come_from_ids_records_and_the_configuration(tmp_path: Path) -> None:
    files = {
        "_config.yml": CONFIG + "author: Jana Weiss\n",
        "_authors/SK.md": """\
            ---
            name: SK
            full_name: Sam Kern
            first_name: Sam
            last_name: Kern
            role: developer
            alumni: true
            email: sam@example.org
            twitter: samk
            city: Ulm
            redirect_from: /team/SK/
            ---
            Sam mends things.
            """,
        "_data/authors.yml": "bo:\n  name: Bo Fry\n  bio: I write.\n  uri: https://bo.example\n",
        "_posts/2014-01-01-a.md": "---\ntitle: A\nauthors: [sk, bo, gone-girl]\n---\n",
        "_posts/2014-01-02-b.md": "---\ntitle: B\n---\n",
        "assets/team/SK.jpg": b"picture",
    }
    found = jekyll(tmp_path, files)
    assert front(found, "content/posts/2014-01-01-a.md")["authors"] == ["sk", "bo", "gone-girl"]
    assert front(found, "content/posts/2014-01-02-b.md")["authors"] == ["jana-weiss"]
    assert front(found, "authors/sk/index.md") == {
        "name": "Sam Kern",
        "given_name": "Sam",
        "family_name": "Kern",
        "job_title": "developer",
        "image": {"src": "portrait.jpg", "alt": "Sam Kern"},
        "same_as": ["https://twitter.com/samk"],
        "status": "former",
        "aliases": ["/team/SK/"],
        "extra": {"city": "Ulm"},
    }
    assert body(found, "authors/sk/index.md") == "Sam mends things."
    assert "authors/sk/portrait.jpg" in paths(found)
    assert front(found, "authors/bo.md")["same_as"] == ["https://bo.example"]
    assert front(found, "authors/gone-girl.md") == {"name": "Gone Girl"}
    assert places(found, "author without a record") == ["_posts/2014-01-01-a.md:3:1"]
    assert places(found, "e-mail address of a person") == ["_authors/SK.md:8:1"]
    assert "sam@example.org" not in text(found, "authors/sk/index.md")


def test_a_record_of_a_group_comes_over_and_is_asked_about(tmp_path: Path) -> None:
    files = {
        "_authors/team.md": "---\nfull_name: The Kern Team\n---\n",
        "_posts/2014-01-01-a.md": "---\ntitle: A\nauthors: [team]\n---\n",
    }
    found = jekyll(tmp_path, files)
    assert front(found, "authors/team.md") == {"name": "The Kern Team"}
    assert places(found, "author that looks like an organisation") == ["_authors/team.md:1:1"]


def test_a_record_that_was_not_published_stays_behind_unless_a_post_names_it(
    tmp_path: Path,
) -> None:
    hidden = "---\nfull_name: {}\npublished: false\n---\n"
    files = {
        "_authors/joke.md": hidden.format("A Joke"),
        "_authors/shy.md": hidden.format("Shy Writer"),
        "_posts/2014-01-01-a.md": "---\ntitle: A\nauthors: [shy]\n---\n",
    }
    found = jekyll(tmp_path, files)
    assert [p for p in paths(found) if p.startswith("authors/")] == ["authors/shy.md"]
    assert places(found, "record that was not published") == ["_authors/joke.md:3:1"]


def test_an_author_typed_as_a_mapping_gets_a_profile(tmp_path: Path) -> None:
    old = "---\ntitle: A\nauthor:\n  name: Bo Fry\n  github: bofry\n---\n"
    found = jekyll(tmp_path, {"_posts/2014-01-01-a.md": old})
    assert front(found, "authors/bo-fry.md") == {
        "name": "Bo Fry",
        "same_as": ["https://github.com/bofry"],
    }


def test_a_first_name_alone_with_another_affiliation_is_another_person(tmp_path: Path) -> None:
    files = {
        "_posts/2014-01-01-a.md": "---\ntitle: A\nauthor: Julia\n---\n",
        "_posts/2014-01-02-b.md": "---\ntitle: B\nauthor: Julia (OK Lab Ulm)\n---\n",
    }
    found = jekyll(tmp_path, files)
    assert front(found, "authors/julia.md") == {"name": "Julia"}
    assert front(found, "authors/julia-ok-lab-ulm.md")["works_for"] == {"name": "OK Lab Ulm"}
    assert len(losses(found, "first name that several bylines begin with")) == 2


def test_summary_picture_and_unknown_keys_find_their_places(tmp_path: Path) -> None:
    old = """\
        ---
        title: A
        layout: post
        excerpt: <p>Short "text".</p>
        description: Another text.
        image: /assets/a.png
        image_alt: Jana at work
        tumblr_url: https://x.example
        hero: false
        categories: [News]
        tags: [open data, Open-Data, news]
        ---
        """
    found = jekyll(tmp_path, {"_posts/2014-01-01-a.md": old, "assets/a.png": b"x"})
    post = front(found, "content/posts/2014-01-01-a.md")
    assert post["summary"] == 'Short "text".'
    assert post["image"] == {"src": "/assets/a.png", "alt": "Jana at work"}
    assert post["extra"] == {
        "description": "Another text.",
        "tumblr_url": "https://x.example",
        "hero": "false",
    }
    assert post["tags"] == ["Open-Data", "News"]
    assert post["url"] == "/news/2014/01/01/a/"
    assert places(found, "front matter key layout") == ["_posts/2014-01-01-a.md:3:1"]
    assert "static/assets/a.png" in paths(found)


def test_a_picture_that_is_missing_is_told_and_kept_apart(tmp_path: Path) -> None:
    old = "---\ntitle: A\nimage: /gone.png\n---\n"
    found = jekyll(tmp_path, {"_posts/2014-01-01-a.md": old})
    post = front(found, "content/posts/2014-01-01-a.md")
    assert "image" not in post
    assert post["extra"] == {"image": "/gone.png"}
    assert places(found, "picture of a post that is missing") == ["_posts/2014-01-01-a.md:3:1"]


def test_disclosures_are_carried_over_and_never_made_up(tmp_path: Path) -> None:
    old = """\
        ---
        title: A
        sponsor: Kern Ltd
        affiliate: true
        disclaimer: I own shares.
        ---
        Text

        *Disclosure: they paid my train ticket.*
        """
    found = jekyll(tmp_path, {"_posts/2014-01-01-a.md": old})
    post = front(found, "content/posts/2014-01-01-a.md")
    assert post["disclosures"] == [{"type": "sponsor", "party": "Kern Ltd"}, {"type": "affiliate"}]
    assert post["extra"] == {"disclaimer": "I own shares."}
    told = [str(loss.location) for loss in found.losses if loss.section == "disclosures"]
    name = "_posts/2014-01-01-a.md"
    assert told == [f"{name}:3:1", f"{name}:4:1", f"{name}:5:1", f"{name}:9:1"]


def test_links_follow_the_move_and_dead_ones_are_told(tmp_path: Path) -> None:
    old = """\
        ---
        title: A
        ---
        [b]({% post_url 2014-01-02-b %}) [b](https://example.org/2014/01/02/b.html#top)
        [b](2014-01-02-b.md) [gone]({{ site.baseurl }}/about-us/) ![gone](/gone.png)
        [old]({% post_url 2013-05-06-lost %}) [file](/a.pdf) `[code](/nowhere/)`
        """
    files = {
        "_config.yml": CONFIG,
        "_posts/2014-01-01-a.md": old,
        "_posts/2014-01-02-b.md": "---\ntitle: B\n---\n",
        "a.pdf": b"x",
    }
    found = jekyll(tmp_path, files)
    assert body(found, "content/posts/2014-01-01-a.md") == (
        "[b](/2014/01/02/b/) [b](/2014/01/02/b/#top)\n"
        "[b](/2014/01/02/b/) [gone](https://example.org/about-us/) ![gone](/gone.png)\n"
        "[old](https://example.org/2013/05/06/lost.html) [file](/a.pdf) `[code](/nowhere/)`"
    )
    name = "_posts/2014-01-01-a.md"
    assert places(found, "dead link") == [f"{name}:5:47", f"{name}:6:7"]
    assert places(found, "dead image") == [f"{name}:5:67"]


def test_a_link_to_a_draft_is_told_and_keeps_its_new_address(tmp_path: Path) -> None:
    files = {
        "_config.yml": CONFIG,
        "_posts/2014-01-01-a.md": "---\ntitle: A\n---\n[b]({% post_url 2014-01-02-b %})\n",
        "_posts/2014-01-02-b.md": "---\ntitle: B\npublished: false\n---\n",
    }
    found = jekyll(tmp_path, files)
    assert body(found, "content/posts/2014-01-01-a.md") == "[b](/2014/01/02/b/)"
    assert places(found, "dead link") == ["_posts/2014-01-01-a.md:4:5"]


def test_a_picture_from_another_host_is_told(tmp_path: Path) -> None:
    old = "---\ntitle: A\n---\n![x](https://cdn.example/x.png) [x](https://cdn.example/x.png)\n"
    found = jekyll(tmp_path, {"_posts/2014-01-01-a.md": old})
    assert places(found, "image from another host") == ["_posts/2014-01-01-a.md:4:6"]


def test_pages_keep_their_address_and_get_their_role(tmp_path: Path) -> None:
    files = {
        "_posts/2014-01-01-a.md": POST,
        "impressum.md": "---\ntitle: Impressum\n---\nKern GmbH\n",
        "about/team.md": "---\ntitle: Team\npermalink: /team/\n---\nWe.\n",
        "index.html": "---\n---\n{% for post in site.posts %}{% endfor %}",
        "feed.xml": "---\n---\n<x/>",
        "README.md": "# repository",
        "robots.txt": "User-agent: *",
        "_layouts/post.html": "x",
        "_data/menu.yml": "a: 1",
    }
    found = jekyll(tmp_path, files)
    assert front(found, "content/pages/impressum.md") == {
        "title": "Impressum",
        "role": "imprint",
        "url": "/impressum/",
    }
    assert front(found, "content/pages/about-team.md")["url"] == "/team/"
    assert [p for p in paths(found) if p.startswith("static/")] == ["static/robots.txt"]
    assert places(found, "template") == ["feed.xml", "index.html"]
    assert places(found, "folder") == ["_data"]


def test_a_page_says_its_language_as_a_post_does(tmp_path: Path) -> None:
    files = {
        "_config.yml": CONFIG,
        "_posts/2014-01-01-a.md": POST,
        "wir.md": "---\ntitle: Wir\nlang: de_DE\n---\n",
        "nous.md": "---\ntitle: Nous\nlanguage: fr-FR\n---\n",
    }
    found = jekyll(tmp_path, files)
    assert front(found, "content/pages/wir.md")["lang"] == "de"
    nous = front(found, "content/pages/nous.md")
    assert "lang" not in nous
    assert nous["extra"] == {"lang": "fr"}
    assert places(found, "language without interface texts") == ["nous.md:3:1"]


def test_files_that_the_new_site_makes_itself_stay_behind(tmp_path: Path) -> None:
    files = {
        "_posts/2014-01-01-a.md": POST,
        "404.html": "<p>gone</p>",
        "index.html": "<p>home</p>",
        "2014/01/01/a.html": "<p>old copy</p>",
        "robots.txt": "x",
    }
    found = jekyll(tmp_path, files)
    assert [p for p in paths(found) if p.startswith("static/")] == ["static/robots.txt"]
    assert places(found, "file in the place of a page") == [
        "2014/01/01/a.html",
        "404.html",
        "index.html",
    ]


def test_a_source_folder_inside_is_followed_and_places_count_from_the_top(tmp_path: Path) -> None:
    files = {
        "_config.yml": "source: src\ntitle: T\n",
        "src/_posts/2014-01-01-a.md": "---\ntitle: A\ndate: 2014-01-02\n---\n",
    }
    found = jekyll(tmp_path, files)
    assert places(found, "two different dates") == ["src/_posts/2014-01-01-a.md:3:1"]
    assert places(found, "pattern of addresses") == ["_config.yml"]


def test_defaults_of_the_configuration_reach_the_posts(tmp_path: Path) -> None:
    config = """\
        defaults:
          - scope: {path: "", type: posts}
            values: {author: Jana Weiss, permalink: /p/:title/}
        """
    files = {"_config.yml": config, "_posts/2014-01-01-a.md": "---\ntitle: A\n---\n"}
    post = front(jekyll(tmp_path, files), "content/posts/2014-01-01-a.md")
    assert (post["authors"], post["url"]) == (["jana-weiss"], "/p/a/")


def test_the_same_blog_always_gives_the_same_bytes(tmp_path: Path) -> None:
    files = {"_posts/2014-01-01-a.md": POST, "_posts/2014-01-02-b.md": POST, "x.png": b"x"}
    one, two = jekyll(tmp_path / "one", files), jekyll(tmp_path / "two", files)
    assert [(f.path, f.content()) for f in one.files] == [(f.path, f.content()) for f in two.files]
    assert one.losses == two.losses


def test_a_folder_that_is_no_jekyll_blog_is_refused_with_what_was_looked_for(
    tmp_path: Path,
) -> None:
    with pytest.raises(CorpblogError) as caught:
        jekyll(tmp_path, {"content/blog/a.md": "x"})
    [fault] = caught.value.diagnostics
    assert fault.code == "IMPORT001"
    assert "it has no _config.yml and no _posts/" in fault.message
    assert fault.hint == "it looks like a Hugo blog: try corpblog import hugo"


def test_names_that_differ_only_in_case_or_signs_do_not_meet(tmp_path: Path) -> None:
    write_blog(
        tmp_path / "old", {"_posts/2014-01-01-a b.md": POST, "_posts/2014-01-01-a-b.md": POST}
    )
    found = [p for p in paths(jekyll(tmp_path, {})) if p.startswith("content/")]
    assert found == ["content/posts/2014-01-01-a-b-2.md", "content/posts/2014-01-01-a-b.md"]


def test_entities_in_titles_and_summaries_become_letters(tmp_path: Path) -> None:
    text = """\
        ---
        title: The Interior&#39;s feeds &amp; more
        excerpt: It&rsquo;s here.
        ---
        Text.
        """
    found = front(
        jekyll(tmp_path, {"_posts/2016-01-21-a.md": text}), "content/posts/2016-01-21-a.md"
    )
    assert (found["title"], found["summary"]) == ("The Interior's feeds & more", "It’s here.")
