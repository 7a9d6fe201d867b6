"""Every address of a site answers as a web host would, and nothing else does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.previews import Running, running
from tests.sites import CONFIG, post, write_site

FILM = bytes(range(256)) * 10


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    root = tmp_path_factory.mktemp("served")
    (root / "secret.txt").write_text("not for readers")
    write_site(root / "blog")
    write_site(
        root / "blog",
        {
            "content/posts/draft.md": post("draft: true", title="A draft"),
            "content/posts/german.md": post("lang: de", title="Größe"),
            "static/film.mp4": FILM,
            "static/notes.txt": "Grüße",
            "static/a b.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        },
    )
    with running(root / "blog") as found:
        yield found


def test_a_page_is_made_when_it_is_asked_for(site: Running) -> None:
    answer = site.get("/2026/11/first-post/")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1" in answer.text and "First post" in answer.text
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_nothing_is_kept_in_caches(site: Running) -> None:
    for path in ("/", "/notes.txt", "/nowhere/", "/_corpblog/client.js"):
        assert site.get(path).headers["cache-control"] == "no-store"


def test_no_file_is_written(site: Running) -> None:
    site.get("/")
    assert not (site.root / "public").exists()
    assert not (site.root / ".corpblog").exists()


def test_a_draft_is_shown_and_marked(site: Running) -> None:
    assert "Draft" in site.get("/2026/11/a-draft/").text


def test_the_script_stands_in_pages_only(site: Running) -> None:
    assert site.get("/").text.count("/_corpblog/client.js") == 1
    assert "_corpblog" not in site.get("/feed.atom").text
    assert "_corpblog" not in site.get("/notes.txt").text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/feed.atom", "application/atom+xml; charset=utf-8"),
        ("/feed.json", "application/json; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/notes.txt", "text/plain; charset=utf-8"),
        ("/film.mp4", "video/mp4"),
        ("/a%20b.svg", "image/svg+xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/_corpblog/worker.js", "text/javascript; charset=utf-8"),
    ],
)
def test_each_file_says_what_it_is(site: Running, path: str, kind: str) -> None:
    answer = site.get(path)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_an_address_without_its_last_slash_leads_to_the_page(site: Running) -> None:
    answer = site.get("/2026/11/first-post")
    assert (answer.status, answer.headers["location"]) == (302, "/2026/11/first-post/")
    assert site.get("/2026/11/first-post/index.html").status == 200


def test_what_is_not_there_shows_the_page_of_the_theme(site: Running) -> None:
    answer = site.get("/nowhere/")
    assert answer.status == 404
    assert "client.js" in answer.text and "<main" in answer.text
    assert 'lang="de"' in site.get("/de/nirgends/").text


@pytest.mark.parametrize("path", ["/content/", "/authors/", "/assets/", "/static/", "/media"])
def test_no_folder_is_listed(site: Running, path: str) -> None:
    assert site.get(path).status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/assets/../../secret.txt",
        "/%252e%252e/secret.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/%00",
        "/\\..\\secret.txt",
        "/corpblog.yml",
        "/content/posts/first.md",
        "/.corpblog/",
        "/%c0%ae%c0%ae/secret.txt",
        "/%ff",
        "secret.txt",
        "http://localhost/../secret.txt",
        "*",
        "/_corpblog/../corpblog.yml",
        "/_corpblog/%2e%2e/server.py",
        "/_corpblog/state?path=/../x",
        "/_corpblog/none",
    ],
)
def test_no_address_leads_out_of_the_site(site: Running, path: str) -> None:
    answer = site.get(path)
    assert answer.status in (400, 404)
    assert b"not for readers" not in answer.body
    assert b"timezone" not in answer.body and b"title:" not in answer.body


def test_head_gives_the_headers_alone(site: Running) -> None:
    for path in ("/", "/film.mp4", "/nowhere/", "/2026/11/first-post"):
        head, whole = site.get(path, "HEAD"), site.get(path)
        assert head.body == b""
        assert head.status == whole.status
        assert head.headers["content-length"] == whole.headers["content-length"]
        assert head.headers.get("content-type") == whole.headers.get("content-type")


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-9", 0, 10),
        ("bytes=2550-", 2550, 2560),
        ("bytes=-5", 2555, 2560),
        ("bytes=2559-9999", 2559, 2560),
        ("bytes=-99999", 0, 2560),
    ],
)
def test_a_player_gets_the_part_that_it_asks_for(
    site: Running, asked: str, start: int, end: int
) -> None:
    answer = site.get("/film.mp4", Range=asked)
    assert answer.status == 206
    assert answer.headers["content-range"] == f"bytes {start}-{end - 1}/2560"
    assert answer.body == FILM[start:end]


@pytest.mark.parametrize("asked", ["bytes=2560-", "bytes=9999-10000", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused(site: Running, asked: str) -> None:
    assert site.get("/film.mp4", Range=asked).status == 416


@pytest.mark.parametrize("asked", ["bytes=1-2,4-5", "lines=1-2", "bytes=9-1", "bytes=a-b"])
def test_what_is_no_single_part_gives_all(site: Running, asked: str) -> None:
    answer = site.get("/film.mp4", Range=asked)
    assert (answer.status, answer.body) == (200, FILM)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "X"])
def test_a_preview_can_only_be_looked_at(site: Running, method: str) -> None:
    answer = site.get("/", method)
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_a_site_below_a_path_stands_there(tmp_path: Path) -> None:
    write_site(tmp_path)
    config = CONFIG.replace("example.org/", "example.org/blog/")
    write_site(tmp_path, {"corpblog.yml": config})
    with running(tmp_path) as site:
        answer = site.get("/")
        assert (answer.status, answer.headers["location"]) == (302, f"{site.preview.base}/")
        assert site.get("/blog/").status == 200
        assert site.get("/blog/2026/11/first-post/").status == 200
        away = site.get("/blog/2026/11/first-post")
        assert away.headers["location"] == f"{site.preview.base}/2026/11/first-post/"
        assert site.get("/2026/11/first-post/").status == 404
