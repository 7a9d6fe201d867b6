"""How people are shown: what they did then, what they do now, and what they agreed to."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.render.rendered import Rendered, render
from tests.render.test_links import PNG
from tests.sites import post

POST = "2026/11/a-post/index.html"
PROFILE = "people/jana-weiss/index.html"


def of(
    root: Path, profile: str, front: str = "", files: Mapping[str, str | bytes] | None = None
) -> Rendered:
    """A site with a post by somebody with the keys ``profile``."""
    keys = "\n".join(line.strip("\n") for line in ("name: Jana Weiss", profile) if line)
    text = f"---\n{keys}\n---\nI answer the phone.\n"
    small = {"authors/jana-weiss.md": text, "content/posts/first.md": post(front)}
    site = render(root, {**small, **(files or {})})
    assert site.lines == []
    return site


def byline(site: Rendered, path: str = POST) -> str:
    return site.words(path, "//article//*[@data-byline]")


@pytest.mark.parametrize(
    ("profile", "front", "line"),
    [
        ("job_title: head of support", "", "head of support at Kern"),
        ("", "", "Kern"),
        (
            "job_title: head of support\nworks_for: {start_date: 2019-04-01}",
            "",
            "head of support at Kern, since 2019",
        ),
        ("job_title: tester", "byline: runs the lab", "runs the lab at Kern"),
        ("job_title: tester", "byline: runs the lab at Kern", "runs the lab at Kern"),
        (
            "works_for: {start_date: 2019-04-01}",
            "byline: apprentice since 2024",
            "apprentice since 2024 at Kern",
        ),
        ("status: guest\njob_title: farmer", "", "farmer"),
        ("status: guest\njob_title: farmer\nworks_for: {name: Hof}", "", "farmer at Hof"),
        (
            "positions: [{job_title: apprentice, since: 2020-01-01},"
            " {job_title: chief, since: 2026-11-11}]",
            "",
            "apprentice at Kern",
        ),
        (
            "positions: [{job_title: apprentice, since: 2020-01-01},"
            " {job_title: chief, since: 2026-11-10}]",
            "",
            "chief at Kern",
        ),
    ],
)
def test_the_byline_says_what_the_person_did_at_the_time(
    profile: str, front: str, line: str, tmp_path: Path
) -> None:
    site = of(tmp_path, profile, front)
    [written] = site.site.posts
    [person] = site.plan.renderer.people.byline(written, "en")
    assert person.line == line
    assert line in byline(site)


def test_of_several_authors_the_first_has_the_byline_of_the_post(tmp_path: Path) -> None:
    tom = {"authors/tom-kern.md": "---\nname: Tom Kern\njob_title: weigher\n---\nHi.\n"}
    own = post("byline: runs the lab").replace("[jana-weiss]", "[jana-weiss, tom-kern]")
    site = of(tmp_path, "job_title: tester", files={**tom, "content/posts/first.md": own})
    [written] = site.site.posts
    lines = [person.line for person in site.plan.renderer.people.byline(written, "en")]
    assert lines == ["runs the lab at Kern", "weigher at Kern"]


def test_the_profile_says_what_the_person_does_now(tmp_path: Path) -> None:
    positions = "positions: [{job_title: apprentice}, {job_title: chief, since: 2026-11-20}]"
    site = of(tmp_path, positions)
    assert "apprentice at Kern" in byline(site)
    assert "chief at Kern" in site.words(PROFILE)
    assert "chief, since November 2026" in site.words(PROFILE)


def test_who_is_away_says_until_when_and_who_stands_in(tmp_path: Path) -> None:
    profile = "status: away\naway: {until: 2027-01-10, stand_in: tom-kern}"
    tom = {"authors/tom-kern.md": "---\nname: Tom Kern\n---\nHi.\n"}
    found = of(tmp_path, profile + "\nsame_as: [https://linkedin.com/in/j]", files=tom)
    assert "Away until 10 January 2027; Tom Kern stands in." in byline(found)
    assert "LinkedIn" in byline(found)


@pytest.mark.parametrize(
    ("until", "status"),
    [("2026-11-29", "active"), ("2026-11-30", "away"), ("2026-12-01", "away")],
)
def test_who_was_away_is_back_after_the_day_that_was_told(
    until: str, status: str, tmp_path: Path
) -> None:
    site = of(tmp_path, f"status: away\naway: {{until: {until}}}")
    [author] = site.site.authors.values()
    person = site.plan.renderer.people.card(author, "en")
    assert (person.status, bool(person.note)) == (status, status == "away")
    assert ("Away until" in byline(site)) == (status == "away")


def test_who_has_left_keeps_the_credit_and_is_no_longer_reached(tmp_path: Path) -> None:
    profile = (
        "status: former\njob_title: head of sales\nsuccessor: tom-kern\n"
        "works_for: {end_date: 2026-11-20}\nimage: {src: jana.png}\n"
        "same_as: [https://linkedin.com/in/j]\ncontact_point: {value: '+49 1 2'}"
    )
    files: dict[str, str | bytes] = {
        "authors/tom-kern.md": "---\nname: Tom Kern\n---\nHi.\n",
        "authors/jana.png": PNG,
    }
    site = of(tmp_path, profile, files=files)
    for path in (POST, PROFILE):
        assert "Worked for Kern until November 2026. Tom Kern has taken over." in site.words(path)
        assert "LinkedIn" not in site.words(path) and "+49" not in site.words(path)
    assert "head of sales at Kern" in byline(site)
    assert "formerly head of sales at Kern" in site.words(PROFILE)
    assert PNG not in site.files.values()
    index = site.words("people/index.html")
    assert index.index("Tom Kern") < index.index("Former authors") < index.index("Jana Weiss")
    assert "people/jana-weiss/feed.atom" in site.files


def test_a_photo_of_somebody_who_left_stays_if_that_was_agreed(tmp_path: Path) -> None:
    profile = "status: former\nconsent: {after_leaving: true}\nimage: {src: jana.png, alt: Jana}"
    site = of(tmp_path, profile, files={"authors/jana.png": PNG})
    [image] = site.nodes(POST, "//*[@data-byline]//img")
    assert (image.get("src"), image.get("alt")) == ("/people/jana-weiss/jana.png", "Jana")


@pytest.mark.parametrize(
    "profile",
    [
        "image: none",
        "",
        "image: {src: jana.png}\nconsent: {withdrawn: 2026-11-01}\nbasis: contract",
    ],
)
def test_who_shows_no_photo_is_drawn_by_initials(profile: str, tmp_path: Path) -> None:
    site = of(tmp_path, profile, files={"authors/jana.png": PNG})
    [image] = site.nodes(POST, "//*[@data-byline]//img")
    assert image.get("src") == "/assets/portraits/jana-weiss.svg"
    assert ">JW</text>" in site.text("assets/portraits/jana-weiss.svg")
    assert PNG not in site.files.values()


def test_who_withdraws_consent_is_not_named_anywhere(tmp_path: Path) -> None:
    folder = "authors/jana-weiss"
    site = render(
        tmp_path,
        {
            "authors/jana-weiss.md": "---\nname: Kim Other\n---\nX.\n",
            f"{folder}-x/index.md": "---\nname: Zora Zabel\nstatus: former\naliases: [/zora/]\n"
            "consent: {name: 2026-01-01, withdrawn: 2026-11-01}\nimage: {src: z.png}\n---\nZora.\n",
            f"{folder}-x/z.png": PNG,
            "content/posts/a.md": post("").replace("[jana-weiss]", "[jana-weiss-x]"),
        },
    )
    assert site.lines == []
    everything = b"".join(site.files.values()) + " ".join(site.files).encode()
    assert b"Zora" not in everything and b"Zabel" not in everything
    assert b"jana-weiss-x" not in everything and PNG not in site.files.values()
    assert "Former employee" in byline(site)
    [link] = site.nodes(POST, "//*[@data-byline]//a")
    assert link.get("href") == "/people/"


def test_consent_counts_until_the_day_it_is_withdrawn(tmp_path: Path) -> None:
    profile = "---\nname: Jana Weiss\nconsent: {withdrawn: 2026-11-20}\n---\nX.\n"
    files = {"authors/jana-weiss.md": profile}
    before = render(tmp_path, files, now=datetime(2026, 11, 19, 12, tzinfo=UTC))
    after = render(tmp_path, files, now=datetime(2026, 11, 20, 12, tzinfo=UTC))
    assert PROFILE in before.files and PROFILE not in after.files


def test_guests_stand_apart_and_are_marked(tmp_path: Path) -> None:
    site = of(tmp_path, "status: guest\njob_title: farmer")
    assert "Writes here as a guest." in byline(site)
    assert "Guests Jana Weiss" in site.words("people/index.html")
    assert not site.nodes("index.html", "//*[contains(@class, 'faces')]//img")


def test_ways_to_reach_a_person_are_links(tmp_path: Path) -> None:
    profile = (
        "same_as: [https://www.linkedin.com/in/j, https://social.example.org/@j]\n"
        "contact_point: {value: '+49 (0)40 66969-112', hours: 'Tue-Thu, 9-15'}"
    )
    site = of(tmp_path, profile)
    links = {link.text_content(): link.get("href") for link in site.nodes(PROFILE, "//main//a")}
    assert links["+49 (0)40 66969-112, Tue-Thu, 9-15"] == "tel:+494066969112"
    assert links["LinkedIn"] == "https://www.linkedin.com/in/j"
    assert links["social.example.org"] == "https://social.example.org/@j"
    assert site.nodes(PROFILE, "//a[@rel='me']/@href") == [
        "https://www.linkedin.com/in/j",
        "https://social.example.org/@j",
    ]


def test_a_profile_in_another_language_has_its_words(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "authors/jana-weiss.md": "---\nname: Jana Weiss\njob_title: support\n---\nHi.\n",
            "authors/jana-weiss.de.md": "---\njob_title: Leiterin Kundendienst\n---\nGuten Tag.\n",
            "content/posts/first.de.md": post("", title="Erster"),
        },
    )
    assert "Leiterin Kundendienst bei Kern" in byline(site, "de/2026/11/erster/index.html")
    assert "Guten Tag." in site.words("de/people/jana-weiss/index.html")
    assert "Hi." in site.words(PROFILE)


def test_a_profile_lists_each_text_once_in_the_language_of_the_page(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/first.de.md": post("", title="Erster"),
            "content/posts/zweiter.de.md": post("translation_of: second", title="Zweiter"),
            "content/posts/second.md": post("", title="Second"),
            "content/posts/only.de.md": post("", title="Nur deutsch"),
        },
    )
    english, german = PROFILE, f"de/{PROFILE}"
    titles = {
        path: {node.text_content(): node.get("lang") for node in site.nodes(path, "//main//h3")}
        for path in (english, german)
    }
    assert titles[english] == {"First post": None, "Second": None, "Nur deutsch": "de"}
    assert titles[german] == {"Erster": None, "Zweiter": None, "Nur deutsch": None}
    for path in (english, german):
        feed = site.text(path.replace("index.html", "feed.atom"))
        assert all(f"<title>{title}</title>" in feed for title in titles[path])
        assert feed.count("<entry ") == 3


AT_HOME = {
    "portrait.png": PNG,
    "large/Portrait.PNG": PNG,
    "bench.png": PNG,
    "talk.pdf": b"pdf",
}


@pytest.mark.parametrize(
    ("profile", "name", "kept"),
    [
        ("image: {src: portrait.png}", "index.md", set(AT_HOME)),
        ("image: none", "index.md", {"bench.png", "talk.pdf"}),
        ("description: No picture.", "index.md", {"bench.png", "talk.pdf"}),
        ("status: former\nimage: {src: portrait.png}", "index.md", {"talk.pdf"}),
        (
            "image: {src: portrait.png}\nbasis: contract\nconsent: {withdrawn: 2026-11-01}",
            "index.md",
            {"talk.pdf"},
        ),
        ("image: {src: portrait.png}\nconsent: {withdrawn: 2026-11-01}", "index.md", set()),
        ("consent: {withdrawn: 2026-11-01}", "index.markdown", set()),
        ("consent: {withdrawn: 2026-11-01}", "index.en.md", set()),
    ],
)
def test_what_of_a_persons_folder_is_published(
    profile: str, name: str, kept: set[str], tmp_path: Path
) -> None:
    text = f"---\nname: Tom Kern\n{profile}\n---\nMy bench: ![the bench](bench.png)\n"
    folder = "authors/tom-kern"
    files = {f"{folder}/{path}": data for path, data in AT_HOME.items()}
    site = render(tmp_path, {f"{folder}/{name}": text, **files})
    home = "people/tom-kern/"
    assert {path.removeprefix(home) for path in AT_HOME if home + path in site.files} == kept
    told = [each.hint for each in site.told]
    if "bench.png" in kept or not kept:
        assert told == []
    else:
        assert told == ["the file is there, but pictures of Tom Kern are not published"]


def test_a_title_stands_before_the_name_wherever_the_name_stands(tmp_path: Path) -> None:
    site = of(
        tmp_path, "honorific_prefix: Dr.", files={"content/posts/b.md": post("ai: none", title="B")}
    )
    assert byline(site).startswith("Dr. Jana Weiss")
    assert site.nodes(PROFILE, "//h1/text()") == ["Dr. Jana Weiss"]
    assert "Dr. Jana Weiss" in site.words("people/index.html")
    assert "<name>Dr. Jana Weiss</name>" in site.text("feed.atom")
    assert "<title>Test: Dr. Jana Weiss</title>" in site.text("people/jana-weiss/feed.atom")
    assert ">JW</text>" in site.text("assets/portraits/jana-weiss.svg")


def test_the_profile_says_why_there_is_no_portrait(tmp_path: Path) -> None:
    reason = "image_reason: I would rather be read than seen."
    site = of(tmp_path / "without", f"image: none\n{reason}")
    assert "I would rather be read than seen." in site.words(PROFILE)
    assert "rather be read" not in site.words(POST)
    shown = of(tmp_path / "with", f"image: {{src: j.png}}\n{reason}", files={"authors/j.png": PNG})
    assert "rather be read" not in shown.words(PROFILE)


def test_the_credit_of_a_portrait_stands_on_the_profile(tmp_path: Path) -> None:
    image = (
        "image: {src: j.png, creator: Ada Kern, license: CC BY 4.0,"
        " source: 'https://pictures.example.com/1'}"
    )
    site = of(tmp_path, image, files={"authors/j.png": PNG})
    assert "Picture: Ada Kern, CC BY 4.0, from pictures.example.com" in site.words(PROFILE)
    assert "https://pictures.example.com/1" in site.hrefs(PROFILE)


def test_a_profile_in_another_language_has_its_employer(tmp_path: Path) -> None:
    site = of(
        tmp_path,
        "status: guest\njob_title: fisher\nworks_for: {name: Harbour Office}",
        files={
            "authors/jana-weiss.de.md": "---\njob_title: Fischerin\n"
            "works_for: {name: Hafenamt}\n---\nMoin.\n",
            "content/posts/first.de.md": post("", title="Erster"),
        },
    )
    assert "fisher at Harbour Office" in byline(site)
    assert "Fischerin bei Hafenamt" in byline(site, "de/2026/11/erster/index.html")
