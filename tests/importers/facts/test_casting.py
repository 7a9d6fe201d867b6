"""Who is who: records, bylines and ids of an old blog become people, each of them once."""

from pathlib import Path

from tests.importers.blogs import body, front, hugo, jekyll, losses, paths, places

NAMED = "---\ntitle: A\nauthor: jana\n---\nText\n"


def people(found_paths: list[str]) -> list[str]:
    return [path for path in found_paths if path.startswith("authors/")]


def test_two_records_with_one_id_are_one_person(tmp_path: Path) -> None:
    files = {
        "_authors/jana.md": "---\nname: jana\nrole: editor\ncity: Ulm\n---\nI write.\n",
        "_data/authors.yml": "jana:\n  name: Jana Weiss\n  twitter: jw\n  country: DE\n",
        "_posts/2014-01-01-a.md": NAMED,
    }
    found = jekyll(tmp_path, files)
    assert people(paths(found)) == ["authors/jana.md"]
    assert front(found, "content/posts/2014-01-01-a.md")["authors"] == ["jana"]
    assert front(found, "authors/jana.md") == {
        "name": "Jana Weiss",
        "job_title": "editor",
        "same_as": ["https://twitter.com/jw"],
        "extra": {"country": "DE", "city": "Ulm"},
    }
    assert body(found, "authors/jana.md") == "I write."
    assert not losses(found, "records of one person that disagree")


def test_where_two_records_disagree_the_page_counts_and_people_are_asked(tmp_path: Path) -> None:
    files = {
        "content/authors/jana.md": "---\ntitle: Jana Weiss\nrole: editor\n---\nI write.\n",
        "content/blog/a.md": NAMED,
        "data/authors.yml": (
            "tom:\n  name: Tom Kern\n"
            "jana:\n  name: Jana Weiß\n  position: head of news\n  bio: I edit.\n"
        ),
    }
    found = hugo(tmp_path, files)
    assert people(paths(found)) == ["authors/jana.md", "authors/tom.md"]
    profile = front(found, "authors/jana.md")
    assert (profile["name"], profile["job_title"]) == ("Jana Weiss", "editor")
    told = losses(found, "records of one person that disagree")
    assert {str(loss.location) for loss in told} == {"data/authors.yml:3:1"}
    assert sorted(loss.found for loss in told) == [
        "job_title: head of news",
        "name: Jana Weiß",
        "text: I edit.",
    ]
    assert {loss.kind for loss in told} == {"to confirm"}
    assert any("content/authors/jana.md says “editor”, which counts" in loss.done for loss in told)


def test_the_case_of_an_id_makes_no_second_person(tmp_path: Path) -> None:
    files = {
        "_authors/SK.md": "---\nfull_name: Sam Kern\n---\n",
        "_data/authors.yml": "sk:\n  picture: /sk.png\n",
        "_posts/2014-01-01-a.md": "---\ntitle: A\nauthor: SK\n---\n",
        "sk.png": b"x",
    }
    found = jekyll(tmp_path, files)
    assert people(paths(found)) == ["authors/sk/index.md", "authors/sk/portrait.png"]
    assert front(found, "authors/sk/index.md") == {
        "name": "Sam Kern",
        "image": {"src": "portrait.png", "alt": "Sam Kern"},
    }


def test_ids_that_only_look_alike_are_two_people_and_no_address_meets_another(
    tmp_path: Path,
) -> None:
    files = {
        "_data/authors.yml": "a.b:\n  name: Ann\na-b:\n  name: Bob\n",
        "_posts/2014-01-01-a.md": "---\ntitle: A\nauthors: [a-b, a.b]\n---\n",
    }
    found = jekyll(tmp_path, files)
    assert front(found, "content/posts/2014-01-01-a.md")["authors"] == ["a-b", "a-b-2"]
    assert "aliases" not in front(found, "authors/a-b.md")
    assert front(found, "authors/a-b-2.md")["aliases"] == ["/people/a.b/"]
    assert places(found, "id of a person") == ["_data/authors.yml:1:1"]


def test_a_person_with_a_name_first_and_a_record_later_stays_one(tmp_path: Path) -> None:
    files = {
        "_posts/2014-01-01-a.md": "---\ntitle: A\nauthor: Bo Fry (OK Lab Ulm)\n---\n",
        "_posts/2014-01-02-b.md": "---\ntitle: B\nauthor: {name: Bo Fry, github: bofry}\n---\n",
    }
    found = jekyll(tmp_path, files)
    assert front(found, "authors/bo-fry.md") == {
        "name": "Bo Fry",
        "works_for": {"name": "OK Lab Ulm"},
        "same_as": ["https://github.com/bofry"],
    }


def test_a_record_without_letters_in_its_name_still_signs_its_post(tmp_path: Path) -> None:
    post = "---\ntitle: A\nauthor: {name: '***', github: stars}\n---\n"
    found = jekyll(tmp_path, {"_posts/2014-01-01-a.md": post})
    [author] = front(found, "content/posts/2014-01-01-a.md")["authors"]
    assert people(paths(found)) == [f"authors/{author}.md"]
