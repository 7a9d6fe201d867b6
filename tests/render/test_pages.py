"""What stands on the pages of a site."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.render.rendered import Rendered, render
from tests.render.test_links import PNG
from tests.sites import CONFIG, post

POST = "2026/11/a-post/index.html"
LEGAL = """\
legal:
  legal_form: GmbH
  street: Kai 3
  postal_code: '28195'
  city: Bremen
  email: post@kern.example.org
  phone: +49 421 5550
  representatives: [Ada Kern, Bo Kern]
  register: Amtsgericht Bremen
  register_number: HRB 1
  vat_id: DE123
  license: CC BY 4.0
  responsible: {name: Jana Weiss, address: 'Kai 3, Bremen'}
"""


def page(title: str, role: str = "", text: str = "Text.") -> str:
    return f"---\ntitle: {title}\nrole: '{role}'\n---\n{text}\n"


def on_post(
    root: Path, front: str, body: str = "Hello.", files: Mapping[str, str | bytes] | None = None
) -> Rendered:
    site = render(root, {"content/posts/a.md": post(front, body), **(files or {})})
    assert site.lines == []
    return site


def test_corrections_stand_on_top_and_updates_at_the_end(tmp_path: Path) -> None:
    front = (
        "corrections:\n"
        "  - {date: 2026-11-12, kind: correction, by: jana-weiss, what: It was 412.}\n"
        "  - {date: 2026-11-13, kind: update, what: All is mended.}\n"
        "  - {date: 2026-11-14, kind: clarification, what: In Ulm.}\n"
        "  - {kind: maintenance, what: New link.}"
    )
    site = on_post(tmp_path, front)
    words = site.words(POST, "//article")
    order = [
        words.index(part)
        for part in (
            "In Ulm.",
            "Corrected on 12 November 2026",
            "It was 412.",
            "Hello.",
            "New link.",
            "All is mended.",
        )
    ]
    assert order == sorted(order)
    kinds = site.nodes(POST, "//*[@data-correction]/@data-correction")
    assert kinds == ["clarification", "correction", "maintenance", "update"]
    log = site.words("corrections/index.html")
    assert log.index("In Ulm.") < log.index("All is mended.") < log.index("It was 412.")
    assert "/2026/11/a-post/" in site.hrefs("corrections/index.html")


def test_a_retraction_stands_in_the_title_everywhere(tmp_path: Path) -> None:
    front = "corrections: [{date: 2026-11-12, kind: retraction, what: It was wrong.}]"
    site = on_post(tmp_path, front)
    for path in (POST, "index.html", "people/jana-weiss/index.html", "2026/11/index.html"):
        assert "Retracted: A post" in site.words(path)
    assert "<title>Retracted: A post" in site.text("feed.atom")


def test_promises_say_how_they_stand(tmp_path: Path) -> None:
    front = (
        "promises:\n"
        "  - {text: New tests., due: 2026-12-15}\n"
        "  - {text: A list., due: 2026-11-20}\n"
        "  - {text: A call., kept: {date: 2026-11-15, link: first.md}}\n"
        "  - {text: A party., dropped: {date: 2026-11-16, why: Nobody came.}}"
    )
    site = on_post(tmp_path, front)
    words = site.words(POST)
    for label in (
        "Promised until 15 December 2026",
        "Overdue since 20 November 2026",
        "Kept on 15 November 2026",
        "Dropped on 16 November 2026: Nobody came.",
    ):
        assert label in words
    assert "/2026/11/first-post/" in site.hrefs(POST, "//li[@data-state='kept'] | //main")


def test_a_series_numbers_its_parts(tmp_path: Path) -> None:
    parts = {
        f"content/posts/p{day}.md": post("series: How we moved", title=f"Day {day}").replace(
            "11-10", f"11-{day}"
        )
        for day in (11, 12, 13)
    }
    site = render(tmp_path, parts)
    words = site.words("2026/11/day-12/index.html")
    assert "Part 2 of" in words and "Part 1: Day 11" in words and "Part 3: Day 13" in words
    links = site.hrefs("series/how-we-moved/index.html", "//main//article")
    order = [link for link in links if link.startswith("/2026/")]
    assert order == ["/2026/11/day-11/", "/2026/11/day-12/", "/2026/11/day-13/"]


def test_neighbours_are_the_posts_before_and_after(tmp_path: Path) -> None:
    posts = {
        f"content/posts/p{day}.md": post("", title=f"Day {day}").replace("11-10", f"11-{day}")
        for day in (11, 12, 13)
    }
    site = render(tmp_path, posts)
    middle = "2026/11/day-12/index.html"
    assert site.nodes(middle, "//a[@rel='prev']/@href") == ["/2026/11/day-11/"]
    assert site.nodes(middle, "//a[@rel='next']/@href") == ["/2026/11/day-13/"]


def test_the_contents_list_second_and_third_headings(tmp_path: Path) -> None:
    site = on_post(tmp_path, "", "## One\n\n### Inside\n\n#### Deep\n\n## Two\n")
    nav = "//nav[.//a[@href='#one']]"
    assert site.hrefs(POST, nav) == ["#one", "#inside", "#two"]
    short = render(tmp_path / "b", {"content/posts/a.md": post("", "## One\n")})
    assert not short.nodes(POST, nav)


def test_translations_know_one_another(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post(""),
            "content/posts/a.de.md": post("", title="Ein Beitrag"),
            "content/posts/only.de.md": post("", title="Nur deutsch"),
        },
    )
    assert site.lines == []
    alternates = {
        link.get("hreflang"): link.get("href")
        for link in site.nodes(POST, "//link[@rel='alternate'][@hreflang]")
    }
    assert alternates == {
        "en": "https://blog.example.org/2026/11/a-post/",
        "de": "https://blog.example.org/de/2026/11/ein-beitrag/",
        "x-default": "https://blog.example.org/2026/11/a-post/",
    }
    assert "/de/2026/11/ein-beitrag/" in site.hrefs(POST)
    alone = "de/2026/11/nur-deutsch/index.html"
    assert not site.nodes(alone, "//link[@rel='alternate'][@hreflang]")
    [html] = site.nodes(alone, "/html")
    assert html.get("lang") == "de"
    assert "10. November 2026" in site.words(alone)


def test_a_translation_under_another_name_names_its_original(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post(""),
            "content/posts/b.de.md": post("translation_of: a", title="Ein Beitrag"),
        },
    )
    page_ = "de/2026/11/ein-beitrag/index.html"
    assert "Original in Englisch" in site.words(page_)
    assert "/2026/11/a-post/" in site.hrefs(page_)
    assert "/de/2026/11/ein-beitrag/" in site.hrefs(POST)


def test_what_first_appeared_elsewhere_says_where(tmp_path: Path) -> None:
    site = on_post(tmp_path, "canonical: https://paper.example/x")
    assert "First published at paper.example" in site.words(POST)
    assert site.nodes(POST, "//link[@rel='canonical']/@href") == ["https://paper.example/x"]
    assert b"a-post" not in site.files["sitemap.xml"]


def test_legal_pages_are_linked_from_every_page_in_the_order_of_duty(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/pages/z.md": page("Privacy", "privacy"),
            "content/pages/a.md": page("Comment policy", "comment-policy"),
            "content/pages/imprint.md": page("Imprint", "imprint"),
            "content/pages/imprint.de.md": page("Impressum", "imprint"),
            "content/posts/b.de.md": post("", title="Beitrag"),
        },
    )
    assert site.lines == []
    for path in site.files:
        if path.endswith(".html"):
            labels = [a.text_content() for a in site.nodes(path, "//footer//li//a")]
            imprint = "Impressum" if path.startswith("de/") else "Imprint"
            duties = [label for label in labels if label in (imprint, "Privacy", "Comment policy")]
            assert duties == [imprint, "Privacy", "Comment policy"], path


def test_the_imprint_is_filled_in_from_the_configuration(tmp_path: Path) -> None:
    imprint = {"content/pages/imprint.md": page("Imprint", "imprint")}
    site = render(tmp_path, {"corpblog.yml": CONFIG + LEGAL, **imprint})
    words = site.words("imprint/index.html")
    for part in (
        "Company Kern GmbH",
        "Kai 3 28195 Bremen",
        "Represented by Ada Kern, Bo Kern",
        "Amtsgericht Bremen, HRB 1",
        "DE123",
        "Jana Weiss",
    ):
        assert part in words
    assert "tel:+494215550" in site.hrefs("imprint/index.html")
    assert "CC BY 4.0" in site.words("2026/11/first-post/index.html")


def test_the_navigation_leads_to_the_language_of_the_page(tmp_path: Path) -> None:
    config = CONFIG + (
        "navigation:\n  - {label: {en: People, de: Menschen}, url: /people/}\n"
        "  - {label: About, url: content/pages/about.md}\n  - {label: Shop, url: 'https://x.example'}\n"
    )
    site = render(
        tmp_path,
        {
            "corpblog.yml": config,
            "content/posts/b.de.md": post("", title="Beitrag"),
            "content/pages/about.md": page("About"),
            "content/pages/about.de.md": page("Über uns"),
        },
    )
    assert site.lines == []
    nav = "//header//nav"
    assert site.hrefs("index.html", nav)[:3] == ["/people/", "/about/", "https://x.example"]
    german = site.nodes("de/index.html", f"({nav})[1]//a")
    assert [(a.text_content(), a.get("href")) for a in german][:3] == [
        ("Menschen", "/de/people/"),
        ("About", "/de/ueber-uns/" if "de/ueber-uns/index.html" in site.files else "/de/about/"),
        ("Shop", "https://x.example"),
    ]


def test_the_archive_goes_from_years_to_months_to_posts(tmp_path: Path) -> None:
    posts = {
        f"content/posts/p{day[:4]}{day[5:7]}.md": post("", title=f"On {day}").replace(
            "2026-11-10", day
        )
        for day in ("2025-02-03", "2026-01-02", "2026-03-04")
    }
    site = render(tmp_path, posts)
    everything = site.words("archive/index.html")
    assert everything.index("2026") < everything.index("March 2026 (1)") < everything.index("2025")
    assert "/2025/02/" in site.hrefs("archive/index.html")
    year = site.words("2026/index.html")
    assert "On 2026-03-04" in year and "On 2025" not in year
    assert "On 2026-01-02" in site.words("2026/01/index.html")
    assert "2026/02/index.html" not in site.files


def test_tags_show_how_many_posts_they_have(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post("tags: [tea, milk]"),
            "content/posts/b.md": post("tags: [Tea]", title="B"),
        },
    )
    links = [a.text_content() for a in site.nodes("tags/index.html", "//main//a")]
    assert links == ["milk (1)", "tea (2)"] or links == ["milk (1)", "Tea (2)"]
    many = {
        f"content/posts/n{number}.md": post(f"tags: [t{number}]", title=f"N{number}")
        for number in range(41)
    }
    assert render(tmp_path / "b", many).nodes("tags/index.html", "//main//h2")


def test_posts_that_belong_together_are_named(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post("tags: [tea]"),
            "content/posts/a.de.md": post("tags: [tea]", title="Tee"),
            "content/posts/b.md": post("tags: [tea]", title="More tea"),
            "content/posts/c.md": post("tags: [screws]", title="Screws"),
        },
    )
    related = site.plan.renderer.related["en"]
    found = related.to(
        next(each for each in site.site.posts if each.title == "A post"), frozenset()
    )
    assert [each.title for each in found] == ["More tea"]


def test_a_post_with_a_picture_shows_it_in_previews(tmp_path: Path) -> None:
    front = "image: {src: a.png, alt: A kiln, creator: Jo, license: CC BY 4.0}"
    site = on_post(tmp_path, front, files={"content/posts/a.png": PNG})
    [image] = site.nodes(POST, "//meta[@property='og:image']/@content")
    assert image == "https://blog.example.org/media/posts/a.png"


def test_closed_comments_say_why_and_where_to_write(tmp_path: Path) -> None:
    front = "comments: {open: false, closed_reason: The case is in court., contact: a@b.example}"
    words = on_post(tmp_path, front).words(POST)
    assert "The case is in court." in words and "a@b.example" in words


def test_the_page_about_feeds_lists_them_all(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post("tags: [tea]"),
            "content/posts/a.de.md": post("", title="Beitrag"),
        },
    )
    links = set(site.hrefs("subscribe/index.html"))
    assert {"/feed.atom", "/people/jana-weiss/feed.rss", "/tags/tea/feed.json"} <= links
    assert "/de/feed.atom" in links
    assert "/de/people/jana-weiss/feed.rss" in site.hrefs("de/subscribe/index.html")


def test_a_preview_marks_what_is_not_published(tmp_path: Path) -> None:
    config = CONFIG + "build: {drafts: true, banner: Preview, noindex: true}\n"
    site = render(tmp_path, {"corpblog.yml": config, "content/posts/a.md": post("draft: true")})
    assert "Draft" in site.words("index.html")
    assert "Preview" in site.words(POST, "//body")
    assert site.nodes(POST, "//meta[@name='robots']/@content") == ["noindex"]


def test_every_page_has_a_title_a_language_and_one_first_heading(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post("tags: [t]\nseries: S", "# Loud\n\n## Two"),
            "content/posts/a.de.md": post("", title="B"),
            "content/pages/p.md": page("P", text="# Loud"),
        },
    )
    for output in site.plan.outputs:
        if output.path.endswith(".html"):
            [html] = site.nodes(output.path, "/html")
            assert html.get("lang") == output.lang
            assert len(site.nodes(output.path, "//h1")) == 1, output.path
            [title] = site.nodes(output.path, "//head/title")
            assert title.text_content().strip()


@pytest.mark.parametrize("lang", ["fr"])
def test_a_language_of_the_site_needs_all_texts(lang: str, tmp_path: Path) -> None:
    files = {
        f"i18n/{lang}.yml": "heading.people: Les gens\n",
        f"content/posts/b.{lang}.md": post("", title="Bonjour"),
    }
    first = render(tmp_path, files).lines[0]
    assert first.startswith("i18n/fr.yml TPL005 the language “fr” lacks ")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("person.at: '{titel} bei'", "person.at: there is no value “titel” here"),
        ("person.at: '{title'", "person.at: “{” and “}” must come in pairs"),
        ("post.reading_time: {one: '{count} m'}", "post.reading_time: the form “other” is missing"),
    ],
)
def test_a_text_that_cannot_be_filled_in_is_told(text: str, problem: str, tmp_path: Path) -> None:
    site = render(tmp_path, {"i18n/en.yml": text + "\n"})
    [line] = site.lines
    assert line.startswith(f"i18n/en.yml TPL005 {problem}")
    assert "head of support at Kern" in site.words("2026/11/first-post/index.html")


def test_a_site_may_change_any_text(tmp_path: Path) -> None:
    files = {"i18n/en.yml": "heading.people: Our crew\n"}
    site = render(tmp_path, files)
    assert site.lines == []
    assert "Our crew" in site.words("people/index.html")


IMAGE = (
    "image: {src: scale.png, alt: A scale, caption: The old scale, creator: Ada Kern,"
    " license: CC0, source: Town archive}"
)


@pytest.mark.parametrize("theme", ["plain", "byline"])
def test_the_picture_of_a_post_stands_above_its_text(theme: str, tmp_path: Path) -> None:
    config = CONFIG.replace("name: plain", f"name: {theme}")
    files: dict[str, str | bytes] = {"corpblog.yml": config, "content/posts/scale.png": PNG}
    site = on_post(tmp_path, f"{IMAGE}\ndisclosures: [{{type: client, party: A}}]", files=files)
    [image] = site.nodes(POST, "//article//figure/img")
    assert (image.get("src"), image.get("alt")) == ("/media/posts/scale.png", "A scale")
    assert (image.get("width"), image.get("height")) == ("2", "3")
    [line] = site.nodes(POST, "//article//figcaption")
    credit = "Picture: Ada Kern, CC0, from Town archive"
    assert " ".join(line.text_content().split()) == f"The old scale {credit}"
    words = site.words(POST)
    assert words.index("A is our customer.") < words.index("The old scale") < words.index("Hello.")


@pytest.mark.parametrize(
    "body",
    [
        "Hello. ![A scale](scale.png)",
        "<img alt='x' src='scale.png'>",
        "![A](../posts/scale.png 'The old scale')",
    ],
)
def test_a_picture_that_the_text_shows_does_not_stand_there_twice(
    body: str, tmp_path: Path
) -> None:
    files = {"content/posts/scale.png": PNG}
    site = on_post(tmp_path, "image: {src: scale.png}", body, files=files)
    assert len(site.nodes(POST, "//article//img[contains(@src, 'scale.png')]")) == 1
    assert site.nodes(POST, "//meta[@property='og:image']")


def test_custom_fields_of_the_configuration_reach_the_templates(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "corpblog.yml": f"{CONFIG}extra: {{claim: Weighed twice}}\n",
            "templates/layout.html": "{% extends 'parent:layout.html' %}"
            "{% block footer_end %}<p class=claim>{{ site.extra.claim }}</p>{% endblock %}",
        },
    )
    assert site.words("index.html", "//p[@class='claim']") == "Weighed twice"


def test_feeds_show_the_logo_and_those_of_a_person_the_portrait(tmp_path: Path) -> None:
    config = CONFIG.replace("name: Kern", "name: Kern\n  logo: /logo.svg")
    site = render(tmp_path, {"corpblog.yml": config, "static/logo.svg": "<svg/>"})
    origin = "https://blog.example.org"
    assert f"<icon>{origin}/logo.svg</icon>" in site.text("feed.atom")
    assert f'"icon": "{origin}/logo.svg"' in site.text("feed.json")
    portrait = f"{origin}/assets/portraits/jana-weiss.svg"
    assert f"<icon>{portrait}</icon>" in site.text("people/jana-weiss/feed.atom")


WITHDRAWN = "status: withdrawn\nwithdrawal: {date: 2026-11-12, reason: REASON, by: jana-weiss}"
RETRACTION = (
    "corrections: [{date: 2026-11-11, kind: retraction, by: jana-weiss, what: Step 4 was wrong.},"
    " {date: 2026-11-10, kind: correction, what: It was 412.}]"
)


@pytest.mark.parametrize("theme", ["plain", "byline"])
def test_a_tombstone_says_what_was_wrong_and_the_log_leads_to_it(
    theme: str, tmp_path: Path
) -> None:
    front = f"{WITHDRAWN.replace('REASON', 'retracted')}\n{RETRACTION}"
    site = on_post(
        tmp_path,
        front,
        "Tuck it 20 centimetres.",
        files={"corpblog.yml": CONFIG.replace("name: plain", f"name: {theme}")},
    )
    words = site.words(POST)
    assert "Withdrawn on 12 November 2026" in words
    assert "Retracted on 11 November 2026" in words and "Step 4 was wrong." in words
    assert "It was 412." not in words and "centimetres" not in words
    log = site.words("corrections/index.html")
    assert "Step 4 was wrong." in log and "It was 412." not in log
    assert "/2026/11/a-post/" in site.hrefs("corrections/index.html")


def test_a_retracted_post_stands_in_the_log_without_a_note_of_its_own(tmp_path: Path) -> None:
    site = on_post(tmp_path, WITHDRAWN.replace("REASON", "retracted"))
    log = site.words("corrections/index.html")
    assert "Retracted on 12 November 2026" in log and "What it said does not hold." in log
    assert "Jana Weiss" in log


@pytest.mark.parametrize("reason", ["legal-order", "personal-data"])
def test_what_must_not_be_said_is_in_no_tombstone_and_no_log(reason: str, tmp_path: Path) -> None:
    site = on_post(tmp_path, f"{WITHDRAWN.replace('REASON', reason)}\n{RETRACTION}")
    assert all(b"Step 4" not in data for data in site.files.values())
    assert "A post" not in site.words("corrections/index.html")


CONTACT = {"content/pages/contact.md": page("Write to us", "contact")}


@pytest.mark.parametrize("theme", ["plain", "byline"])
@pytest.mark.parametrize(
    ("contact", "label", "url"),
    [
        ("/write-to-us/", "Write to us", "/write-to-us/"),
        ("../pages/contact.md#form", "Write to us", "/write-to-us/#form"),
        ("/write-to-us.html", "/write-to-us.html", "/write-to-us.html"),
        ("post@kern.example.org", "post@kern.example.org", "mailto:post@kern.example.org"),
        ("https://kern.example.org/c", "https://kern.example.org/c", "https://kern.example.org/c"),
        ("+49 421 5550", "+49 421 5550", "tel:+494215550"),
        (
            "write post@kern.example.org or call",
            "post@kern.example.org",
            "mailto:post@kern.example.org",
        ),
    ],
)
def test_where_readers_can_write_instead_is_a_link(
    contact: str, label: str, url: str, theme: str, tmp_path: Path
) -> None:
    files = {
        **CONTACT,
        "corpblog.yml": CONFIG.replace("name: plain", f"name: {theme}"),
        "content/posts/a.md": post(f"comments: {{open: false, contact: '{contact}'}}"),
        "static/write-to-us.html": "x",
    }
    files["content/pages/contact.md"] = page("Write to us", "contact", "## Form")
    site = render(tmp_path, files)
    assert site.lines == []
    [link] = site.nodes(POST, f"//article//a[@href='{url}']")
    assert link.text_content() == label


def test_the_contact_of_the_configuration_leads_to_the_page_in_the_language(
    tmp_path: Path,
) -> None:
    site = render(
        tmp_path,
        {
            **CONTACT,
            "content/pages/contact.de.md": page("Schreiben Sie uns", "contact"),
            "content/posts/first.de.md": post("", title="Erster"),
            "corpblog.yml": f"{CONFIG}comments: {{open: false, contact: /write-to-us/}}\n",
        },
    )
    assert site.lines == []
    german = site.nodes("de/2026/11/erster/index.html", "//article//a")
    links = {link.text_content(): link.get("href") for link in german}
    assert links["Schreiben Sie uns"] == "/de/schreiben-sie-uns/"
