"""The gate OUT finds what built pages and feeds lack, and finds nothing where all is there."""

import dataclasses
import json
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from corpblog.checking import LintOptions, check
from corpblog.diagnostics import CorpblogError, Diagnostic
from corpblog.lint.built import Output, file_of, one_spelling, output_of
from corpblog.lint.corrections_shown import check_built as corrections_shown
from corpblog.lint.credits_shown import check_built as credits_shown
from corpblog.lint.engine import Ask, lint_built
from corpblog.lint.imprint_linked import check_built as imprint_linked
from corpblog.lint.in_force import with_defaults
from corpblog.lint.rule import AnyRule
from corpblog.lint.rules import (
    author_invisible,
    correction_incomplete,
    disclosure_not_prominent,
    imprint_incomplete,
    rights_missing,
)
from corpblog.model.built import BuiltSite
from corpblog.pipeline import BuildOptions, build
from corpblog.read.built import read_built
from corpblog.read.key_places import key_place
from corpblog.read.site import ReadOptions, read_site
from tests.sites import CONFIG, SMALL, post, write_site

NOW = datetime.fromisoformat("2026-11-21T12:00+01:00")
EXAMPLE = Path(__file__).parents[2] / "example-site"
RULES: tuple[AnyRule, ...] = (
    author_invisible.RULE,
    disclosure_not_prominent.RULE,
    dataclasses.replace(correction_incomplete.RULE, built=corrections_shown),
    dataclasses.replace(rights_missing.RULE, built=credits_shown),
    dataclasses.replace(imprint_incomplete.RULE, built=imprint_linked),
)
PAID = post("disclosures: [{type: sponsor, party: Bakery Kern}]", "The scale stood in the hall.")
PAGE = "2026/11/a-post/index.html"
CORRECTED = """\
corrections:
  - {date: 2026-11-12, kind: correction, by: jana-weiss, what: We wrote 312; it was 412.}
  - {date: 2026-11-15, kind: update, by: jana-weiss, what: The scale is back in its hall.}
  - {date: 2026-11-18, kind: retraction, by: jana-weiss, what: None of this was true at all.}
"""

IMPRINT = {
    "content/posts/a.md": PAID,
    "content/pages/imprint.md": "---\ntitle: Imprint\nrole: imprint\n---\nWe.\n",
    "static/verify.html": "<p>A token, and no page of ours.</p>",
}


def built(root: Path, files: Mapping[str, str | bytes]) -> Output:
    """A small site with ``files``, built below ``root``."""
    write_site(root, {**{k: v for k, v in SMALL.items() if "posts" not in k}, **files})
    report = build(root, BuildOptions(out=root / "public", now=NOW, jobs=1))
    assert report.published, report.diagnostics
    site = read_site(root, ReadOptions(now=NOW)).site
    assert site is not None
    return output_of(site, read_built(root / "public", "public"))


@pytest.fixture(scope="module")
def paid(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """A post that somebody paid for, and an imprint."""
    return built(tmp_path_factory.mktemp("paid"), IMPRINT)


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """A post with a correction, an update and a retraction."""
    root = tmp_path_factory.mktemp("corrected")
    return built(root, {"content/posts/a.md": post(CORRECTED)})


def with_pages(output: Output, pages: Mapping[str, str | None]) -> Output:
    """``output`` with other pages; None takes one away."""
    changed = {**output.built.pages, **pages}
    kept = {path: text for path, text in changed.items() if text is not None}
    return output_of(output.site, BuiltSite(folder="public", pages=kept, feeds=output.built.feeds))


def told(output: Output, *codes: str) -> list[Diagnostic]:
    """What the rules find, those with ``codes`` or all."""
    rules = with_defaults(rule for rule in RULES if not codes or rule.code in codes)
    found = lint_built(output, Ask(rules=rules, places=key_place)).found
    return [item.diagnostic for item in found]


def places(output: Output, *codes: str) -> list[str]:
    """Where the rules find something."""
    return [f"{found.location} {found.code}" for found in told(output, *codes)]


def replaced(output: Output, old: str, new: str, path: str = PAGE) -> Output:
    """``output`` with ``old`` on one page replaced."""
    html = output.built.pages[path]
    assert old in html
    return with_pages(output, {path: html.replace(old, new)})


@pytest.mark.parametrize("theme", ["byline", "plain"])
@pytest.mark.parametrize("url", ["https://blog.example.org/", "https://example.org/blog/"])
def test_a_site_in_our_themes_is_clean(theme: str, url: str, tmp_path: Path) -> None:
    config = CONFIG.replace("plain", theme).replace("https://blog.example.org/", url)
    files = {
        "corpblog.yml": config,
        "content/posts/a.md": PAID,
        "content/posts/b.md": post(CORRECTED, title="Wrong"),
        "content/posts/b.de.md": post("disclosures: none", "Die Waage.", title="Falsch"),
        "content/pages/imprint.md": "---\ntitle: Imprint\nrole: imprint\n---\nWe.\n",
    }
    assert places(built(tmp_path, files)) == []


def test_the_example_site_is_clean(tmp_path: Path) -> None:
    report = build(EXAMPLE, BuildOptions(out=tmp_path / "out", now=NOW))
    assert report.published, report.diagnostics
    site = read_site(EXAMPLE, ReadOptions(now=NOW)).site
    assert site is not None
    output = output_of(site, read_built(tmp_path / "out", "out"))
    assert places(output) == []
    assert sum(bool(each.post.disclosures) for each in output.posts) >= 5


def test_the_check_of_the_command_reads_the_folder(tmp_path: Path) -> None:
    built(tmp_path, {"content/posts/a.md": PAID})
    page = tmp_path / "public" / PAGE
    page.write_text(page.read_text().replace("data-disclosure", "data-gone"))
    report = check(tmp_path, LintOptions(built=tmp_path / "public", now=NOW))
    found = [item for item in report.diagnostics if item.code == "DISC003"]
    assert [str(item.location) for item in found] == [f"public/{PAGE}:{_line(page)}:1"]


def _line(page: Path) -> int:
    return page.read_text().split("<article")[0].count("\n") + 1


def test_an_empty_folder_is_no_site(tmp_path: Path) -> None:
    write_site(tmp_path)
    (tmp_path / "public").mkdir()
    with pytest.raises(CorpblogError) as raised:
        check(tmp_path, LintOptions(built=tmp_path / "public", now=NOW))
    assert [found.code for found in raised.value.diagnostics] == ["SRC042"]


def test_a_page_that_is_missing_is_told_of_the_file_as_a_whole(paid: Output) -> None:
    output = with_pages(paid, {PAGE: None})
    assert places(output) == [f"public/{PAGE} SITE004", f"public/{PAGE} DISC003"]


def test_a_page_without_article_is_told(paid: Output) -> None:
    output = with_pages(paid, {PAGE: "Gone <b>wrong"})
    found = {item.message.partition(",")[0] for item in told(output, "DISC003")}
    assert "this page has no <article>" in found


def test_home_pages_and_profiles_must_be_there(paid: Output) -> None:
    profile = "people/jana-weiss/index.html"
    output = with_pages(paid, {"index.html": None, profile: None})
    assert places(output) == ["public/index.html SITE004", f"public/{profile} SITE004"]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("<details><summary>Ties</summary>", "</details>", "folded away"),
        ("<footer>", "</footer>", "<footer>"),
        ("<aside>", "</aside>", "<aside>"),
        ("<div hidden>", "</div>", "hidden"),
        ('<div aria-hidden="true">', "</div>", "screen readers"),
        ('<div role="tooltip">', "</div>", "tooltip"),
        ('<div style="font-size:0">', "</div>", "made invisible"),
        ("</article><div>", "</div><article>", "outside"),
        (f"<p>{'word ' * 125}</p>", "", "visible characters"),
    ],
)
def test_a_disclosure_in_a_bad_place_is_found_there(
    before: str, after: str, words: str, paid: Output
) -> None:
    html = paid.built.pages[PAGE]
    start = html.index('<p class="disclosure"')
    end = html.index("</p>", start) + len("</p>")
    changed = f"{html[:start]}{before}{html[start:end]}{after}{html[end:]}"
    (found,) = told(with_pages(paid, {PAGE: changed}), "DISC003")
    assert words in found.message
    place = f"{html[:start]}{before}"
    assert found.location.line == place.count("\n") + 1
    assert found.location.column == len(place) - place.rfind("\n")


def test_a_long_byline_does_not_push_the_disclosure_down(paid: Output) -> None:
    tag = 'data-byline="jana-weiss">'
    assert places(replaced(paid, tag, f"{tag}{'word ' * 200}")) == []


def test_a_standfirst_that_repeats_the_text_is_not_the_text(tmp_path: Path) -> None:
    text = PAID.replace("---\nThe", "summary: The scale stood in the hall.\n---\nThe")
    assert places(built(tmp_path, {"content/posts/a.md": text})) == []


def test_a_disclosure_that_names_nobody_is_no_disclosure(paid: Output) -> None:
    (found,) = told(replaced(paid, "Bakery Kern paid us", "Somebody paid us"), "DISC003")
    assert found.message == "the disclosure (sponsor) does not say “Bakery Kern”"


@pytest.mark.parametrize("feed", ["feed.atom", "feed.rss", "feed.json"])
def test_a_feed_that_drops_tie_and_author_is_found(feed: str, paid: Output) -> None:
    text = paid.built.feeds[feed]
    bare = text.replace("disclosure", "x").replace("Kern paid", "paid").replace("Weiss", "")
    changed = BuiltSite(folder="public", pages=paid.built.pages, feeds={feed: bare})
    found = places(output_of(paid.site, changed))
    assert [place.split(":")[0] for place in found] == [f"public/{feed}"] * 2
    assert [place[-7:] for place in found] == ["SITE004", "DISC003"]


def test_a_feed_of_summaries_may_say_the_tie_in_words(tmp_path: Path) -> None:
    config = f"{CONFIG}feeds:\n  full_content: false\n"
    output = built(tmp_path, {"corpblog.yml": config, "content/posts/a.md": PAID})
    assert places(output) == []
    feeds = {"feed.rss": output.built.feeds["feed.rss"].replace("Bakery Kern paid", "We were paid")}
    bare = BuiltSite(folder="public", pages=output.built.pages, feeds=feeds)
    assert [place[-7:] for place in places(output_of(output.site, bare))] == ["DISC003"]


def test_files_that_only_look_like_feeds_are_passed_over(paid: Output) -> None:
    strange = {
        "a.json": "{",
        "b.json": json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [1, {}]}),
        "c.xml": "<rss><item",
        "d.xml": "<feed><entry></author></entry><entry>",
        "e.xml": "",
    }
    feeds = BuiltSite(folder="public", pages=paid.built.pages, feeds=strange)
    assert places(output_of(paid.site, feeds)) == []


def test_the_author_may_stand_in_a_graph_of_structured_data(paid: Output) -> None:
    html = paid.built.pages[PAGE]
    start = html.index('ld+json">') + len('ld+json">')
    end = html.index("</script>", start)
    person = {"@id": "#jana", "@type": ["Person"], "name": "Jana Weiss"}
    graph = {"@graph": [{"@type": "BlogPosting", "author": [{"@id": "#jana"}]}, person]}
    changed = html[:start] + json.dumps(graph) + html[end:]
    assert places(with_pages(paid, {PAGE: changed})) == []
    broken = html[:start] + "{" + html[end:]
    (found,) = told(with_pages(paid, {PAGE: broken}))
    assert "no valid JSON" in found.message


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('data-correction="correction"', "", "is not shown"),
        ("it was 412", "it was not", "is not shown"),
        ('<div class="panel correction" data-correction="correction">', None, "is hidden"),
        ("Retracted: A post</h1>", "A post</h1>", "title does not say"),
        ("<title>Retracted: ", "<title>", "title does not say"),
    ],
)
def test_a_correction_that_readers_do_not_see_is_found(
    old: str, new: str | None, words: str, corrected: Output
) -> None:
    hidden = old.replace("<div", "<div hidden")
    (found,) = told(replaced(corrected, old, hidden if new is None else new), "CORR003")
    assert words in found.message


def test_corrections_stand_above_the_text_and_updates_above_the_footer(corrected: Output) -> None:
    html = corrected.built.pages[PAGE]
    for kind in ("correction", "update"):
        start = html.index(f'<div class="panel correction" data-correction="{kind}"')
        end = html.index("</div>", start) + len("</div>")
        html = f"{html[:start]}{html[end:]}<div>{html[start:end]}</div>"
    messages = [found.message for found in told(with_pages(corrected, {PAGE: html}), "CORR003")]
    assert messages == [
        "the correction of 2026-11-12 comes after the first paragraph",
        "the update of 2026-11-15 is in the footer or below it",
    ]


@pytest.mark.parametrize(
    ("feed", "old", "new"),
    [
        ("feed.atom", "<updated>2026-11-1", "<updated>2026-11-0"),
        ("feed.rss", "<atom:updated>", "<atom:created>"),
        ("feed.json", '"date_modified": "2026-11-18', '"date_modified": "2026-11-17'),
        ("feed.json", '"title": "Retracted: ', '"title": "'),
    ],
)
def test_a_feed_that_hides_a_correction_is_found(
    feed: str, old: str, new: str, corrected: Output
) -> None:
    text = corrected.built.feeds[feed]
    assert old in text
    changed = BuiltSite(
        folder="public", pages=corrected.built.pages, feeds={feed: text.replace(old, new)}
    )
    assert len(places(output_of(corrected.site, changed), "CORR003")) == 1


def test_a_page_must_lead_to_the_imprint(paid: Output) -> None:
    link = '<a href="/imprint/">Imprint</a>'
    assert len(told(replaced(paid, link, ""), "SITE001")) == 1
    hidden = replaced(paid, link, f"<span hidden>{link}</span>")
    assert len(told(hidden, "SITE001")) == 1
    (found,) = told(replaced(paid, ">Imprint</a>", ">More</a>"), "SITE001")
    assert "“More”" in found.message
    relative = link.replace("/imprint/", "../../../imprint/index.html#top")
    assert places(replaced(paid, link, relative), "SITE001") == []


def test_a_fault_of_the_template_is_told_once(paid: Output) -> None:
    pages = {path: text.replace("/imprint/", "#") for path, text in paid.built.pages.items()}
    (found,) = told(with_pages(paid, pages), "SITE001")
    assert re.match(r"this page and \d\d others have no visible link", found.message)


def test_pages_that_the_site_brings_as_files_need_no_imprint_link(paid: Output) -> None:
    assert "verify.html" in paid.built.pages
    assert places(paid, "SITE001") == []


def test_whoever_made_a_picture_is_named_beside_it(tmp_path: Path) -> None:
    register = "- {file: static/hall.svg, creator: A. Kern, license: CC BY 4.0}\n"
    files = {
        "content/posts/a.md": post("", "A hall.\n\n![The hall](/hall.svg)"),
        "content/posts/b.md": post("", '![The hall](/hall.svg "Photo: A. Kern")', title="B"),
        "static/hall.svg": "<svg/>",
        "registers/images.yml": register,
    }
    output = built(tmp_path, files)
    assert told(output, "IMG002") == []
    # A theme that drops the credit line of the register.
    html = output.built.pages[PAGE].replace("A. Kern", "")
    (found,) = told(with_pages(output, {PAGE: html}), "IMG002")
    assert found.location.path == f"public/{PAGE}"
    assert found.message == "this page does not name A. Kern, who made this picture"
    assert found.source_line.count("hall.svg") == 1


@pytest.mark.parametrize("creator", ["Jana Weiss", "Kern"])
def test_own_pictures_need_no_credit_line(creator: str, tmp_path: Path) -> None:
    image = f"image: {{src: /hall.svg, alt: The hall, creator: {creator}, license: own}}"
    files = {"content/posts/a.md": post(image), "static/hall.svg": "<svg/>"}
    output = built(tmp_path, files)
    html = output.built.pages[PAGE].replace('class="credit">', "hidden>")
    assert places(with_pages(output, {PAGE: html}), "IMG002") == []


def test_permalinks_have_one_file_and_one_spelling() -> None:
    assert [file_of(each) for each in ("/", "/a", "/a/", "/a.html", "/v1.2/x")] == [
        "index.html",
        "a/index.html",
        "a/index.html",
        "a.html",
        "v1.2/x/index.html",
    ]
    assert {one_spelling(each) for each in ("/a", "/a/", "/a/index.html")} == {"/a/"}
    assert one_spelling("/index.html") == one_spelling("/") == "/"
    assert one_spelling("/a.html") == "/a.html"


@pytest.mark.parametrize(
    ("href", "place"),
    [
        ("/blog/a/", "/a/"),
        ("/blog/a/?x=1#y", "/a/"),
        ("../b.html", "/x/b.html"),
        ("https://example.org/blog/", "/"),
        ("https://elsewhere.example/blog/a/", ""),
        ("mailto:jana@example.org", ""),
        ("/blog/%C3%BC/", "/ü/"),
        ("http://[", ""),
    ],
)
def test_links_are_followed_below_the_base_path(href: str, place: str, tmp_path: Path) -> None:
    config = CONFIG.replace("https://blog.example.org/", "https://example.org/blog/")
    site = read_site(write_site(tmp_path, {**SMALL, "corpblog.yml": config}), ReadOptions()).site
    assert site is not None
    output = output_of(site, BuiltSite(folder="public", pages={}, feeds={}))
    assert output.permalink(href, "x/y/index.html") == place
