"""Bylines, profiles, lists, microformats, JSON-LD and feeds agree on who wrote what."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser  # type: ignore[import-untyped]
import mf2py  # type: ignore[import-untyped]
import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]

from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.pipeline import BuildOptions, build
from corpblog.read.site import ReadOptions, read_site
from tests.render.feed_rules import DC, A, valid_atom, valid_json_feed, valid_rss
from tests.sites import CONFIG, post, write_site

EXAMPLE = Path(__file__).parents[2] / "example-site"
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)

# Everything that makes authorship hard: co-authors, a guest, somebody who left, a new job, a
# translation by another hand, a name that is one letter away from HTML.
PEOPLE = {
    "authors/jana-weiss.md": """\
        ---
        name: Jana Weiss
        positions:
          - {job_title: apprentice, since: 2020-01-01}
          - {job_title: head of support, since: 2026-01-01}
        same_as: [https://profiles.example.com/jana]
        ---
        I answer the phone.
        """,
    "authors/tom-kern.md": """\
        ---
        name: Tom <Kern> & Söhne
        job_title: purchaser
        status: former
        works_for: {name: Kern, end_date: 2026-06-30}
        ---
        """,
    "authors/ada-gast.md": """\
        ---
        name: Ada Gast
        job_title: farmer
        works_for: {name: Hof Gast}
        status: guest
        ---
        """,
}


def written(by: str, title: str, day: str = "2026-11-10", front: str = "") -> str:
    text = post(front, title=title).replace("date: 2026-11-10", f"date: {day}")
    return text.replace("authors: [jana-weiss]", f"authors: [{by}]")


POSTS = {
    "content/posts/both.md": written("tom-kern, jana-weiss", "Both", front="tags: [Tea]"),
    "content/posts/both.de.md": written("jana-weiss, ada-gast", "Beide", front="tags: [Tee]"),
    "content/posts/guest.md": written("ada-gast", "Milk", "2026-11-12", "tags: [tea, milk]"),
    "content/posts/old.md": written("jana-weiss", "Old", "2021-03-01"),
    "content/posts/left.md": written("tom-kern", "Left", "2026-05-01"),
}


@dataclass(frozen=True)
class Built:
    """A built site: what was read, and the files that came out."""

    site: Site
    out: Path
    parsed: dict[str, dict[str, Any]] = field(default_factory=dict)

    def microformats(self, permalink: str) -> dict[str, Any]:
        if permalink not in self.parsed:
            page, url = self.file(permalink), self.url(permalink)
            self.parsed[permalink] = mf2py.parse(doc=page, url=url, html_parser="lxml")
        return self.parsed[permalink]

    def file(self, permalink: str) -> str:
        path = permalink.lstrip("/")
        path += "index.html" if not path or path.endswith("/") else ""
        return (self.out / path).read_text("utf-8")

    def url(self, permalink: str) -> str:
        return self.site.config.site.url.rstrip("/") + permalink

    def names(self, written: Post) -> list[str]:
        """The authors as readers see them, with the title before the name."""
        return [self.name(author) for author in written.authors]

    def name(self, author: str) -> str:
        found = self.site.authors[author]
        return f"{found.profile.honorific_prefix} {found.name}".strip()

    def bare_names(self, written: Post) -> list[str]:
        """The authors as JSON-LD names them: the title is a property of its own."""
        return [self.site.authors[author].name for author in written.authors]

    def urls(self, written: Post) -> list[str]:
        return [self.url(self.profile(author, written.lang)) for author in written.authors]

    def versions(self, author: str, lang: str) -> list[Post]:
        """What somebody wrote, of each text the version that readers of ``lang`` want."""
        chosen: dict[str, Post] = {}
        for each in self.site.posts:
            if author in each.authors:
                text = each.front.translation_of or each.id
                if each.lang == lang or text not in chosen:
                    chosen[text] = each
        return list(chosen.values())

    def profile(self, author: str, lang: str) -> str:
        prefix = "" if lang == self.site.lang else f"/{lang}"
        return prefix + self.site.authors[author].permalink


@pytest.fixture(scope="module", params=["small-plain", "small-byline", "example"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("site")
    if request.param == "example":
        unwanted = shutil.ignore_patterns("public", ".corpblog")
        shutil.copytree(EXAMPLE, root, dirs_exist_ok=True, ignore=unwanted)
    else:
        theme = request.param.removeprefix("small-")
        config = CONFIG.replace("name: plain", f"name: {theme}")
        write_site(root, {"corpblog.yml": config, **PEOPLE, **POSTS})
    report = build(root, BuildOptions(out=root / "out", now=NOW, jobs=1))
    assert report.published, [str(found) for found in report.diagnostics]
    site = read_site(root, ReadOptions(now=NOW)).site
    assert site is not None
    return Built(site, root / "out")


def json_ld(page: str) -> dict[str, Any]:
    [text] = lxml_html.fromstring(page).xpath("//script[@type='application/ld+json']/text()")
    found: dict[str, Any] = json.loads(text)
    return found


def entries_of(parsed: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every h-entry of a page, also those inside an h-feed."""
    for item in parsed["items"]:
        for each in (item, *item.get("children", ())):
            if "h-entry" in each["type"]:
                yield each["properties"]


def feeds(folder: str, built: Built) -> tuple[Any, Any, dict[str, Any]]:
    return (
        valid_atom(built.file(f"{folder}feed.atom").encode()),
        valid_rss(built.file(f"{folder}feed.rss").encode()),
        valid_json_feed(built.file(f"{folder}feed.json").encode()),
    )


def home(lang: str, built: Built) -> str:
    return "/" if lang == built.site.lang else f"/{lang}/"


def test_the_byline_names_every_author_in_order_with_a_link_to_the_profile(built: Built) -> None:
    for each in built.site.posts:
        tree = lxml_html.fromstring(built.file(each.permalink))
        tree.make_links_absolute(built.url(each.permalink))
        bylines = tree.xpath("//article//*[@data-byline]")
        assert [byline.get("data-byline") for byline in bylines] == list(each.authors)
        for byline, name, url in zip(bylines, built.names(each), built.urls(each), strict=True):
            assert name in " ".join(byline.text_content().split())
            assert url in byline.xpath(".//a/@href")


def test_microformats_name_the_authors_that_the_post_has(built: Built) -> None:
    for each in built.site.posts:
        entry = next(entries_of(built.microformats(each.permalink)))
        people = [author["properties"] for author in entry["author"]]
        assert [person["name"][0] for person in people] == built.names(each)
        assert [person["url"][0] for person in people] == built.urls(each)
        assert entry["url"] == [built.url(each.permalink)]


def test_json_ld_names_the_authors_that_the_post_has_as_persons(built: Built) -> None:
    for each in built.site.posts:
        node = json_ld(built.file(each.permalink))
        assert node["@type"] == "BlogPosting"
        assert [person["@type"] for person in node["author"]] == ["Person"] * len(each.authors)
        assert [person["name"] for person in node["author"]] == built.bare_names(each)
        titled = [
            f"{person.get('honorificPrefix', '')} {person['name']}".strip()
            for person in node["author"]
        ]
        assert titled == built.names(each)
        assert [person["url"] for person in node["author"]] == built.urls(each)
        assert node["publisher"]["name"] == built.site.config.organization.name


def test_job_title_and_employer_are_the_same_in_microformats_and_json_ld(built: Built) -> None:
    for each in built.site.posts:
        entry = next(entries_of(built.microformats(each.permalink)))
        people = json_ld(built.file(each.permalink))["author"]
        for card, person in zip(entry["author"], people, strict=True):
            told = card["properties"]
            assert told.get("job-title", [""]) == [person.get("jobTitle", "")]
            assert told.get("org", [""]) == [person.get("worksFor", {}).get("name", "")]


def test_every_format_of_the_language_feed_names_the_authors_of_each_post(built: Built) -> None:
    for lang in built.site.languages:
        posts = [each for each in built.site.posts if each.lang == lang]
        names = {built.url(each.permalink): built.names(each) for each in posts[:20]}
        atom, rss, feed = feeds(home(lang, built), built)
        assert names == {
            entry.find(f"{A}link").get("href"): [
                author.findtext(f"{A}name") for author in entry.findall(f"{A}author")
            ]
            for entry in atom.findall(f"{A}entry")
        }
        assert names == {
            item.findtext("link"): [creator.text for creator in item.findall(f"{DC}creator")]
            for item in rss.findall("item")
        }
        assert names == {
            item["url"]: [author["name"] for author in item["authors"]] for item in feed["items"]
        }


def test_a_feed_reader_finds_posts_authors_and_tags_in_atom_and_rss(built: Built) -> None:
    for name in ("feed.atom", "feed.rss"):
        parsed = feedparser.parse(built.file(f"/{name}").encode())
        assert not parsed.bozo
        for entry in parsed.entries:
            source = next(p for p in built.site.posts if built.url(p.permalink) == entry.link)
            assert [author.name for author in entry.authors] == built.names(source)
            assert len(entry.get("tags", [])) == len(source.front.tags)
            assert entry.content[0].value


def test_a_profile_lists_exactly_what_the_person_wrote(built: Built) -> None:
    for author in built.site.authors:
        for lang in built.site.languages:
            permalink = built.profile(author, lang)
            page = built.file(permalink)
            own = {built.url(p.permalink) for p in built.versions(author, lang)}
            listed = [e["url"][0] for e in entries_of(built.microformats(permalink))]
            assert sorted(listed) == sorted(own)
            node = json_ld(page)
            assert node["@type"] == "ProfilePage"
            assert node["mainEntity"]["name"] == built.site.authors[author].name
            assert {each["url"] for each in node.get("hasPart", [])} == own


def test_the_feeds_of_a_person_hold_what_the_profile_lists(built: Built) -> None:
    for author in built.site.authors:
        for lang in built.site.languages:
            own = {built.url(p.permalink) for p in built.versions(author, lang)}
            atom, rss, feed = feeds(built.profile(author, lang), built)
            urls = [item["url"] for item in feed["items"]]
            assert urls == [item.findtext("link") for item in rss.findall("item")]
            assert urls == [e.find(f"{A}link").get("href") for e in atom.findall(f"{A}entry")]
            assert sorted(urls) == sorted(own)


def test_lists_show_the_authors_of_each_post(built: Built) -> None:
    permalinks = [*(home(lang, built) for lang in built.site.languages)]
    permalinks += [term.permalink for term in (*built.site.tags, *built.site.series)]
    for permalink in permalinks:
        page = built.file(permalink)
        parsed = mf2py.parse(doc=page, url=built.url(permalink))
        seen = {
            e["url"][0]: [a["properties"]["name"][0] for a in e["author"]]
            for e in entries_of(parsed)
        }
        nodes = json_ld(page)
        listed = {
            node["url"]: [author["name"] for author in node["author"]]
            for node in nodes.get("blogPost", nodes.get("hasPart", []))
        }
        assert seen.keys() == listed.keys()
        for url, names in seen.items():
            assert names == built.names(built_post(built, url))
            assert listed[url] == built.bare_names(built_post(built, url))


def built_post(built: Built, url: str) -> Post:
    return next(each for each in built.site.posts if each.permalink == urlsplit(url).path)


def test_a_person_has_one_name_in_all_json_ld(built: Built) -> None:
    names: dict[str, set[str]] = {}
    for each in built.site.posts:
        for person in json_ld(built.file(each.permalink))["author"]:
            names.setdefault(person["@id"], set()).add(person["name"])
    assert all(len(found) == 1 for found in names.values())
    assert len(names) == len({author for each in built.site.posts for author in each.authors})
