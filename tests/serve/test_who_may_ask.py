"""Drafts stay in the house: no other site gets an answer."""

import socket
from collections.abc import Iterator

import pytest

from corpblog.serve.hosts import is_allowed, is_foreign
from tests.previews import Running, running
from tests.sites import write_site

FURTHER = ["preview.example.org", ".team.example.org"]
LOCAL = "localhost:8000"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(write_site(tmp_path_factory.mktemp("blog"))) as found:
        yield found


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8000",
        "127.0.0.1:1",
        "[::1]:8000",
        "192.168.1.7",
        "LOCALHOST",
        "blog.localhost:8000",
        "localhost.",
        "preview.example.org:80",
        "a.team.example.org",
    ],
)
def test_names_that_mean_this_machine_are_answered(host: str) -> None:
    assert is_allowed(host, FURTHER)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "localhost@evil.example",
        "evil.example/localhost",
        "localhost:x",
        "xteam.example.org",
        "[::1",
        "notlocalhost",
    ],
)
def test_other_names_are_refused(host: str) -> None:
    assert not is_allowed(host, FURTHER)


def test_a_name_that_somebody_else_leads_here_gets_nothing(site: Running) -> None:
    answer = site.get("/", Host="evil.example")
    assert answer.status == 403
    assert "--allow-host" in answer.text and "First post" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example", "host": LOCAL},
        {"origin": "http://localhost:9000", "host": LOCAL},
        {"origin": "null", "host": LOCAL},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"},
        {"sec-fetch-site": "same-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"},
    ],
)
def test_what_pages_of_other_sites_ask_is_foreign(headers: dict[str, str]) -> None:
    assert is_foreign(headers)


@pytest.mark.parametrize(
    "headers",
    [
        {"host": LOCAL},
        {"origin": f"http://{LOCAL}", "host": LOCAL},
        {"sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"},
        {"sec-fetch-site": "none", "sec-fetch-mode": "navigate"},
        {
            "sec-fetch-site": "cross-site",
            "sec-fetch-mode": "navigate",
            "sec-fetch-dest": "document",
        },
    ],
)
def test_people_who_follow_a_link_are_not(headers: dict[str, str]) -> None:
    assert not is_foreign(headers)


def test_other_sites_get_nothing_over_the_wire(site: Running) -> None:
    for path in ("/", "/_corpblog/events", "/_corpblog/notes?path=/"):
        assert site.get(path, Origin="https://evil.example").status == 403
        assert site.get(path, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="cors").status == 403


def test_no_other_site_can_frame_or_embed_a_page(site: Running) -> None:
    headers = site.get("/").headers
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


def test_a_request_names_one_host(site: Running) -> None:
    for lines in ("", "Host: localhost\r\nHost: evil.example\r\n"):
        with socket.create_connection(("127.0.0.1", site.server.port), timeout=20) as connection:
            connection.sendall(f"GET / HTTP/1.1\r\n{lines}Connection: close\r\n\r\n".encode())
            with connection.makefile("rb") as answer:
                assert answer.read().startswith(b"HTTP/1.1 400 ")
