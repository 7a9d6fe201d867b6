"""Whose address counts behind a proxy, and under which names the intake answers."""

from ipaddress import ip_network

import pytest

from corpblog.dialogue.intake.origins import Gate, hosts_of, origin_of

GATE = Gate(
    hosts=hosts_of(["https://comments.example.org", "http://127.0.0.1:8081", "http://[::1]:8081"]),
    origins=frozenset(["https://blog.example.org"]),
    proxies=(ip_network("127.0.0.0/8"), ip_network("10.0.0.0/24"), ip_network("::1/128")),
)


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "203.0.113.9, 10.0.0.7", "203.0.113.9"),
        # What a client wrote itself stands left of what the proxy saw.
        ("127.0.0.1", "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        ("203.0.113.9", "1.1.1.1", "203.0.113.9"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "1.1.1.1, nonsense", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.9:5555", "203.0.113.9"),
        ("::1", "[2001:db8::7]:443", "2001:db8::7"),
        ("::ffff:127.0.0.1", "::ffff:203.0.113.9", "203.0.113.9"),
        ("<local>", "", "0.0.0.0"),
    ],
)
def test_the_last_address_that_is_no_proxy_counts(peer: str, forwarded: str, client: str) -> None:
    headers = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded}
    assert GATE.client(headers) == client


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("comments.example.org", True),
        ("Comments.Example.org:443", True),
        ("127.0.0.1:8081", True),
        ("[::1]:8081", True),
        ("127.0.0.1", False),
        ("comments.example.org:80", False),
        ("comments.example.org.", False),
        ("", False),
    ],
)
def test_the_intake_answers_to_its_own_names_only(host: str, known: bool) -> None:
    assert GATE.knows_host(host) is known


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://Blog.Example.org:443/a?b", "https://blog.example.org"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("ftp://example.org", ""),
        ("https://example.org:port", ""),
        ("https://[", ""),
        ("null", ""),
    ],
)
def test_an_origin_is_scheme_host_and_port(address: str, origin: str) -> None:
    assert origin_of(address) == origin
