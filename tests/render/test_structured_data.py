"""JSON-LD says what the page says: policies, corrections, payers, parts and versions."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.read.site import ReadOptions, read_site
from corpblog.render.plan import plan
from corpblog.render.schema_nodes import script
from tests.sites import CONFIG, SMALL, post, write_site

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
BLOG = "https://blog.example.org"
POST = "2026/11/a-post/index.html"


def nodes_of(root: Path, files: Mapping[str, str | bytes]) -> dict[str, dict[str, Any]]:
    """The JSON-LD of every page that has some, by output path."""
    site = read_site(write_site(root, {**SMALL, **files}), ReadOptions(now=NOW)).site
    assert site is not None
    found = {}
    for output in plan(site).outputs:
        if output.path.endswith(".html"):
            page = output.make().decode()
            text = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
            if text:
                found[output.path] = json.loads(text[1])
    return found


def node_of(root: Path, front: str, **files: str) -> dict[str, Any]:
    return nodes_of(root, {"content/posts/a.md": post(front), **files})[POST]


def page(role: str) -> str:
    return f"---\ntitle: {role}\nrole: {role}\n---\nText.\n"


def test_the_publisher_names_the_policies_for_which_there_are_pages(tmp_path: Path) -> None:
    files = {"content/pages/p.md": page("principles"), "content/pages/c.md": page("comment-policy")}
    publisher = nodes_of(tmp_path, {"content/posts/a.md": post(""), **files})[POST]["publisher"]
    assert publisher["@type"] == "Organization"
    assert publisher["name"] == "Kern"
    assert publisher["publishingPrinciples"] == publisher["ethicsPolicy"] == f"{BLOG}/principles/"
    assert publisher["actionableFeedbackPolicy"] == f"{BLOG}/comment-policy/"
    assert publisher["correctionsPolicy"] == f"{BLOG}/corrections/"


def test_no_policy_is_named_that_the_site_does_not_have(tmp_path: Path) -> None:
    publisher = node_of(tmp_path, "")["publisher"]
    assert not {"publishingPrinciples", "ethicsPolicy"} & {*publisher}
    assert publisher["actionableFeedbackPolicy"].endswith("/comment-policy/")


def test_a_correction_is_a_comment_with_its_day_and_its_author(tmp_path: Path) -> None:
    note = "{date: 2026-11-12, kind: correction, by: jana-weiss, what: It was 412.}"
    node = node_of(tmp_path, f"corrections:\n  - {note}")
    assert node["correction"] == [
        {
            "@type": "CorrectionComment",
            "name": "Corrected on 12 November 2026",
            "text": "It was 412.",
            "datePublished": "2026-11-12",
            "author": {
                "@type": "Person",
                "name": "Jana Weiss",
                "url": f"{BLOG}/people/jana-weiss/",
            },
        }
    ]
    assert node["dateModified"] == "2026-11-12T00:00:00+01:00"
    assert node["datePublished"] == "2026-11-10T00:00:00+01:00"


def test_an_update_is_no_correction(tmp_path: Path) -> None:
    note = "{date: 2026-11-12, kind: update, by: jana-weiss, what: The rest came today.}"
    assert "correction" not in node_of(tmp_path, f"corrections:\n  - {note}")


def test_who_paid_is_told(tmp_path: Path) -> None:
    ties = (
        "disclosures:\n  - {type: sponsor, party: Hansen Ltd}\n"
        "  - {type: public-funding, party: City of Ulm}\n  - {type: client, party: Else}"
    )
    node = node_of(tmp_path, ties)
    assert node["sponsor"] == [{"@type": "Organization", "name": "Hansen Ltd"}]
    assert node["funder"] == [{"@type": "Organization", "name": "City of Ulm"}]


def test_a_part_of_a_series_says_of_which_and_where_it_stands(tmp_path: Path) -> None:
    files = {"content/posts/first.md": post("series: Ropes", title="First")}
    files["content/posts/a.md"] = post("series: Ropes").replace("2026-11-10", "2026-11-11")
    node = nodes_of(tmp_path, files)[POST]
    blog, series = node["isPartOf"]
    assert (blog["@type"], blog["url"]) == ("Blog", f"{BLOG}/")
    assert series == {
        "@type": "CreativeWorkSeries",
        "name": "Ropes",
        "url": f"{BLOG}/series/ropes/",
    }
    assert node["position"] == 2


def test_versions_in_other_languages_point_at_each_other(tmp_path: Path) -> None:
    files = {"content/posts/a.md": post(""), "content/posts/a.de.md": post("", title="Ein Beitrag")}
    nodes = nodes_of(tmp_path / "one", files)
    german = f"{BLOG}/de/2026/11/ein-beitrag/"
    [version] = nodes[POST]["workTranslation"]
    assert (version["@id"], version["inLanguage"]) == (german, "de")
    files["content/posts/b.de.md"] = post("translation_of: a", title="Ein Beitrag")
    del files["content/posts/a.de.md"]
    nodes = nodes_of(tmp_path / "two", files)
    original = nodes["de/2026/11/ein-beitrag/index.html"]["translationOfWork"]
    assert original["@id"] == f"{BLOG}/2026/11/a-post/"


def test_somebody_who_left_does_not_work_there_on_the_profile(tmp_path: Path) -> None:
    left = "---\nname: Tom Kern\nstatus: former\njob_title: purchaser\n---\n"
    nodes = nodes_of(tmp_path, {"authors/tom-kern.md": left})
    person = nodes["people/tom-kern/index.html"]["mainEntity"]
    assert "worksFor" not in person
    assert person["alumniOf"]["name"] == "Kern"
    assert nodes["people/jana-weiss/index.html"]["mainEntity"]["worksFor"]["name"] == "Kern"


def test_the_home_page_is_the_blog_and_lists_are_collections(tmp_path: Path) -> None:
    nodes = nodes_of(tmp_path, {"content/posts/a.md": post("tags: [Tea]")})
    assert nodes["index.html"]["@type"] == "Blog"
    assert nodes["index.html"]["@id"] == nodes[POST]["isPartOf"][0]["@id"]
    assert nodes["tags/tea/index.html"]["@type"] == "CollectionPage"


def test_addresses_below_a_path_are_whole(tmp_path: Path) -> None:
    config = CONFIG.replace("blog.example.org/", "example.org/blog/")
    node = node_of(tmp_path, "", **{"corpblog.yml": config})
    assert node["url"] == "https://example.org/blog/2026/11/a-post/"
    assert node["author"][0]["url"] == "https://example.org/blog/people/jana-weiss/"


@settings(deadline=None)
@given(st.text() | st.sampled_from(["</script>", "<!--", "]]>", "\u2028", "\ud800", "&lt;", '"']))
def test_any_text_stands_safely_in_a_script_element(text: str) -> None:
    written = script({"name": text, "text": f"a{text}"})
    assert not re.search("[<>\u2028\u2029]", written)
    written.encode()
    kept = re.sub("[\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    assert json.loads(written)["text"] == f"a{kept}"


def person_of(root: Path, profile: str) -> dict[str, Any]:
    text = f"---\nname: Jana Weiss\n{profile}\n---\nHi.\n"
    files = {"authors/jana-weiss.md": text, "content/posts/a.md": post("")}
    [found] = nodes_of(root, files)[POST]["author"]
    return dict(found)


def test_the_parts_of_a_name_are_told_apart(tmp_path: Path) -> None:
    names = "honorific_prefix: Dr.\ngiven_name: Jana\nfamily_name: Weiss"
    person = person_of(tmp_path, names)
    assert person["name"] == "Jana Weiss"
    assert person["honorificPrefix"] == "Dr."
    assert (person["givenName"], person["familyName"]) == ("Jana", "Weiss")


def test_a_profile_that_is_no_person_is_an_organization(tmp_path: Path) -> None:
    team = person_of(tmp_path, "type: Team\njob_title: support")
    assert team["@type"] == "Organization"
    assert team["parentOrganization"]["name"] == "Kern"
    assert "jobTitle" not in team and "worksFor" not in team
