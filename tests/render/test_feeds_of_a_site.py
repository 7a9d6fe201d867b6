"""What stands in the feeds of a site: which feeds, which posts, and what readers see first."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from corpblog.model.site import Site
from corpblog.read.site import ReadOptions, read_site
from corpblog.render.feeds.compose import feed_outputs
from corpblog.render.renderer import renderer_of
from tests.render.feed_rules import CONTENT, DC, A, valid_atom, valid_json_feed, valid_rss
from tests.sites import AUTHOR, CONFIG, SMALL, post, write_site

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
TOM = "---\nname: Tom Kern\njob_title: purchaser\n---\nI buy things.\n"
BLOG = "https://blog.example.org"


def site_of(root: Path, files: Mapping[str, str | bytes]) -> Site:
    site = read_site(write_site(root, {**SMALL, **files}), ReadOptions(now=NOW)).site
    assert site is not None
    return site


def feeds_of(root: Path, files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    outputs = list(feed_outputs(renderer_of(site_of(root, files))))
    assert len({output.path for output in outputs}) == len(outputs)
    return {output.path: output.make() for output in outputs}


def items(data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = valid_json_feed(data)["items"]
    return found


def item_of(data: bytes, name: str = "a.en") -> dict[str, Any]:
    """The item of the post in ``content/posts/`` with this name and language."""
    return next(item for item in items(data) if item["id"].endswith(f":posts/{name}"))


def titles(data: bytes) -> list[str]:
    return [item["title"] for item in items(data)]


def test_the_blog_each_author_and_each_tag_have_feeds_in_every_language(tmp_path: Path) -> None:
    feeds = feeds_of(
        tmp_path,
        {
            "content/posts/first.md": post("tags: [Export]", title="First"),
            "content/posts/erster.de.md": post("tags: [Waagen]", title="Erster"),
        },
    )
    pages = {path.rpartition("/")[0] for path in feeds if path.endswith("feed.atom")}
    assert pages == {
        *("", "people/jana-weiss", "tags/export"),
        *("de", "de/people/jana-weiss", "de/tags/waagen"),
    }
    assert {path.rpartition(".")[2] for path in feeds} == {"atom", "rss", "json"}
    assert titles(feeds["feed.json"]) == titles(feeds["tags/export/feed.json"]) == ["First"]
    assert titles(feeds["de/feed.json"]) == titles(feeds["de/tags/waagen/feed.json"]) == ["Erster"]


def test_the_feed_of_a_person_holds_everything_by_that_person_and_no_text_twice(
    tmp_path: Path,
) -> None:
    feeds = feeds_of(
        tmp_path,
        {
            "content/posts/first.md": post("", title="Both"),
            "content/posts/first.de.md": post("", title="Beide"),
            "content/posts/zweiter.de.md": post("", title="Deutsch"),
        },
    )
    assert titles(feeds["people/jana-weiss/feed.json"]) == ["Deutsch", "Both"]
    assert titles(feeds["de/people/jana-weiss/feed.json"]) == ["Deutsch", "Beide"]


def test_the_three_formats_of_a_feed_hold_the_same_items(tmp_path: Path) -> None:
    files = {
        "authors/tom-kern.md": TOM,
        "content/posts/two.md": post("authors: [tom-kern, jana-weiss]", title="Two").replace(
            "authors: [jana-weiss]\n", ""
        ),
    }
    feeds = feeds_of(tmp_path, files)
    for folder in ("", "people/jana-weiss/", "people/tom-kern/"):
        entries = valid_atom(feeds[f"{folder}feed.atom"]).findall(f"{A}entry")
        elements = valid_rss(feeds[f"{folder}feed.rss"]).findall("item")
        objects = items(feeds[f"{folder}feed.json"])
        told = [
            [
                (e.findtext(f"{A}id"), e.findtext(f"{A}title"), e.findtext(f"{A}content"))
                for e in entries
            ],
            [
                (e.findtext("guid"), e.findtext("title"), e.findtext(f"{CONTENT}encoded"))
                for e in elements
            ],
            [(o["id"], o["title"], o["content_html"]) for o in objects],
        ]
        assert told[0] == told[1] == told[2]
        people = [
            [[a.findtext(f"{A}name") for a in e.findall(f"{A}author")] for e in entries],
            [[c.text for c in e.findall(f"{DC}creator")] for e in elements],
            [[a["name"] for a in o["authors"]] for o in objects],
        ]
        assert people[0] == people[1] == people[2]
    assert ["Tom Kern", "Jana Weiss"] in people[2]


def test_a_feed_holds_the_newest_posts_up_to_its_size(tmp_path: Path) -> None:
    days = range(1, 8)
    posts = {
        f"content/posts/p{day}.md": post("", title=f"Day {day}").replace(
            "2026-11-10", f"2026-11-{day:02}"
        )
        for day in days
    }
    feeds = feeds_of(tmp_path, {**posts, "corpblog.yml": CONFIG + "feeds:\n  size: 3\n"})
    assert titles(feeds["feed.json"]) == ["First post", "Day 7", "Day 6"]


def test_only_the_wanted_feeds_are_made(tmp_path: Path) -> None:
    wanted = "feeds:\n  formats: [atom]\n  authors: false\n  tags: false\n"
    assert set(feeds_of(tmp_path, {"corpblog.yml": CONFIG + wanted})) == {"feed.atom"}


def test_a_disclosure_is_the_first_thing_in_an_item(tmp_path: Path) -> None:
    front = "disclosures:\n  - {type: client, party: Hansen Ltd}"
    item = item_of(feeds_of(tmp_path, {"content/posts/a.md": post(front)})["feed.json"])
    start = '<p class="disclosure" data-disclosure="client"><strong>Hansen Ltd is our customer.'
    assert item["content_html"].startswith(start)
    assert item["title"] == "A post"


def test_a_paid_tie_is_labelled_in_title_summary_and_content(tmp_path: Path) -> None:
    front = "summary: We tried it.\ndisclosures:\n  - {type: sponsor, party: Hansen Ltd}"
    german = front.replace("We tried it", "Wir haben es versucht")
    feeds = feeds_of(
        tmp_path, {"content/posts/a.md": post(front), "content/posts/a.de.md": post(german)}
    )
    item, german_item = item_of(feeds["feed.json"]), item_of(feeds["de/feed.json"], "a.de")
    assert item["title"] == "Advertisement: A post"
    assert item["summary"].startswith("Advertisement: Hansen Ltd paid us")
    assert item["summary"].endswith("We tried it.")
    assert german_item["title"] == "Werbung: A post"
    assert re.match(r"<p[^>]*><strong>Werbung: ", german_item["content_html"])


def test_a_feed_of_summaries_says_every_tie(tmp_path: Path) -> None:
    front = "summary: We tried it.\ndisclosures:\n  - {type: client, party: Hansen Ltd}"
    files = {
        "corpblog.yml": CONFIG + "feeds:\n  full_content: false\n",
        "content/posts/a.md": post(front),
    }
    item = item_of(feeds_of(tmp_path, files)["feed.json"])
    assert item["content_text"] == "Hansen Ltd is our customer. We tried it."


NOTE = "corrections:\n  - {date: 2026-11-%s, kind: %s, by: jana-weiss, what: It was 412.}"


def test_a_correction_stands_above_the_text_and_moves_the_update(tmp_path: Path) -> None:
    feeds = feeds_of(tmp_path, {"content/posts/a.md": post(NOTE % (12, "correction"))})
    item = item_of(feeds["feed.json"])
    assert item["content_html"].index("It was 412.") < item["content_html"].index("Hello.")
    assert item["date_published"] == "2026-11-10T00:00:00+01:00"
    assert item["date_modified"] == "2026-11-12T00:00:00+01:00"
    tree = valid_atom(feeds["feed.atom"])
    assert tree.findtext(f"{A}updated") == "2026-11-12T00:00:00+01:00"


def test_an_update_stands_below_the_text(tmp_path: Path) -> None:
    feeds = feeds_of(tmp_path, {"content/posts/a.md": post(NOTE % (12, "update"))})
    item = item_of(feeds["feed.json"])
    assert item["content_html"].index("It was 412.") > item["content_html"].index("Hello.")


def test_a_correction_on_the_day_of_the_post_moves_the_update_too(tmp_path: Path) -> None:
    feeds = feeds_of(tmp_path, {"content/posts/a.md": post(NOTE % (10, "correction"))})
    item = item_of(feeds["feed.json"])
    assert item["date_modified"] > item["date_published"]


def test_a_retraction_stands_in_the_title(tmp_path: Path) -> None:
    feeds = feeds_of(tmp_path, {"content/posts/a.md": post(NOTE % (12, "retraction"))})
    assert item_of(feeds["feed.json"])["title"] == "Retracted: A post"


def test_the_name_of_an_item_survives_a_new_title_and_a_new_address(tmp_path: Path) -> None:
    before = feeds_of(tmp_path / "before", {"content/posts/a.md": post("", title="Old")})
    after = feeds_of(
        tmp_path / "after", {"content/posts/a.md": post("slug: elsewhere", title="New")}
    )
    old, new = item_of(before["feed.json"]), item_of(after["feed.json"])
    assert old["url"] != new["url"]
    assert old["id"] == new["id"] == "tag:blog.example.org,2026-11-10:posts/a.en"


def test_links_and_pictures_in_an_item_are_absolute(tmp_path: Path) -> None:
    body = (
        "See [the other](first.md#top), [people](/people/) and [here](#end).\n\n"
        '![A scale](scale.png)\n\n<p id="end"><img src="scale.png" srcset="scale.png 2x"></p>\n'
    )
    files = {"content/posts/a/index.md": post("", body), "content/posts/a/scale.png": "x"}
    item = item_of(feeds_of(tmp_path, files)["feed.json"])
    found = re.findall(r'(?:href|src|srcset)="([^"]*)"', item["content_html"])
    assert len(found) == 6
    assert all(address.startswith(BLOG) for address in found)


def test_scripts_forms_and_frames_do_not_reach_a_feed(tmp_path: Path) -> None:
    body = (
        'Before.\n\n<script>alert("x")</script>\n\n<form action="/x"><button>Go</button></form>\n\n'
        '<iframe src="https://video.example.net/1"></iframe>\n\n'
        '<p onclick="x()" style="color: red">Red</p>\n\n- [x] done\n- [ ] open\n\nAfter.\n'
    )
    item = item_of(feeds_of(tmp_path, {"content/posts/a.md": post("", body)})["feed.json"])
    html = item["content_html"]
    assert not re.search(r"<(?:script|form|button|iframe|input)|onclick|style=|alert", html)
    assert '<a href="https://video.example.net/1">' in html
    assert "☑" in html
    assert "☐" in html
    assert "Before." in html
    assert "After." in html


def test_drafts_and_future_posts_are_in_no_feed(tmp_path: Path) -> None:
    files = {
        "content/posts/draft.md": post("draft: true", title="Draft"),
        "content/posts/future.md": post("publish: 2027-01-01", title="Future"),
    }
    for data in feeds_of(tmp_path, files).values():
        assert b"Draft" not in data
        assert b"Future" not in data


def test_an_author_without_posts_has_valid_feeds_that_do_not_change(tmp_path: Path) -> None:
    feeds = feeds_of(tmp_path, {"authors/tom-kern.md": TOM})
    tree = valid_atom(feeds["people/tom-kern/feed.atom"])
    assert tree.findtext(f"{A}author/{A}name") == "Tom Kern"
    assert tree.findtext(f"{A}updated") == "2026-11-10T00:00:00+01:00"
    valid_rss(feeds["people/tom-kern/feed.rss"])
    valid_json_feed(feeds["people/tom-kern/feed.json"])


def test_a_person_who_withdrew_consent_has_no_feed_and_no_name_in_others(tmp_path: Path) -> None:
    withdrawn = AUTHOR.replace("job_title", "consent: {withdrawn: 2026-11-20}\njob_title")
    feeds = feeds_of(tmp_path, {"authors/jana-weiss.md": withdrawn})
    assert not [path for path in feeds if "jana" in path]
    assert not [path for path, data in feeds.items() if b"Jana" in data]


@pytest.mark.parametrize("kind", ["atom", "rss", "json"])
def test_a_blog_below_a_path_has_feeds_with_addresses_below_it(tmp_path: Path, kind: str) -> None:
    config = CONFIG.replace("blog.example.org/", "example.org/blog/")
    data = feeds_of(tmp_path, {"corpblog.yml": config})[f"feed.{kind}"].decode()
    assert f"https://example.org/blog/feed.{kind}" in data
    assert "https://example.org/blog/2026/11/" in data
    assert "blog.example.org" not in data


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    files = {"content/posts/a.md": post("tags: [b, a]"), "authors/tom-kern.md": TOM}
    assert feeds_of(tmp_path / "one", files) == feeds_of(tmp_path / "two", files)
