"""What programs send as JSON, where requests may come from, and what the server tells."""

from typing import Any

import pytest

from tests.dialogue.intake.running import SITE_ORIGIN, URI, Reply, RunningIntake


def cookie_of(reply: Reply) -> dict[str, str]:
    return {"Cookie": reply.headers["Set-Cookie"].partition(";")[0]}


def post(intake: RunningIntake, text: str, client: str) -> Reply:
    return intake.json("POST", f"/new?uri={URI}", {"text": text, "author": "Petra"}, client=client)


def test_json_is_taken_as_isso_takes_it(intake: RunningIntake) -> None:
    reply = post(intake, "By a program.", "203.0.1.1")
    assert reply.status == 202
    kept = intake.with_text("By a program.")
    assert reply.body == {"id": kept.id, "created": kept.created, "mode": 2}


@pytest.mark.parametrize(
    "body",
    [b"[]", b'"text"', b"7", b"null", b"true", b"", b"{", b"\xff\xfe", b"[" * 60_000, b"NaN"],
)
def test_json_that_is_no_object_is_a_bad_request(intake: RunningIntake, body: bytes) -> None:
    for method, path in (("POST", f"/new?uri={URI}"), ("PUT", "/id/1")):
        reply = intake.ask(method, path, body, {"Content-Type": "application/json"})
        assert (reply.status, reply.body["error"]) == (400, "bad-request")


@pytest.mark.parametrize(
    "fields",
    [
        {"text": 7},
        {"text": ["abc"]},
        {"text": "abc", "author": {"a": 1}},
        {"text": "abc", "website": 1},
        {"text": "abc", "parent": True},
        {"text": "abc", "parent": 1.5},
        {"text": "abc", "parent": -1},
        {"text": "abc", "parent": 10**30},
        {"text": "abc", "parent": "../../x"},
        {"text": "abc", "email": []},
        {"text": None},
        {},
    ],
)
def test_fields_of_the_wrong_type_are_a_bad_request(
    intake: RunningIntake, fields: dict[str, Any]
) -> None:
    assert intake.json("POST", f"/new?uri={URI}", fields).status == 400


def test_fields_that_isso_would_choke_on_are_not_handed_on(intake: RunningIntake) -> None:
    fields = {
        "text": "Odd \ud800 company.",
        "title": ["no", "title"],
        "notification": {"a": 1},
        "mode": 1,
        "remote_addr": "10.0.0.1",
        "uri": URI,
    }
    assert intake.json("POST", "/new", fields, client="203.0.2.1").status == 202
    kept = intake.with_text("Odd  company.")
    assert (kept.title, kept.mode) == ("First post", 2)


def test_other_types_of_bodies_are_refused(intake: RunningIntake) -> None:
    for kind in ("text/plain", "multipart/form-data; boundary=x", ""):
        reply = intake.ask("POST", f"/new?uri={URI}", b"text=abc", {"Content-Type": kind})
        assert reply.status == 415


def test_the_sender_may_edit_and_take_back_what_waits(intake: RunningIntake) -> None:
    sent = post(intake, "First version.", "203.0.3.1")
    path = f"/id/{sent.body['id']}"
    edited = intake.json("PUT", path, {"text": "Second version."}, headers=cookie_of(sent))
    assert edited.status == 200
    kept = intake.with_text("Second version.")
    assert (kept.author, kept.mode) == ("Petra", 2)
    assert kept.modified is not None
    # The old cookie belongs to the old text.
    assert intake.json("DELETE", path, {}, headers=cookie_of(sent)).status == 403
    assert intake.json("DELETE", path, {}, headers=cookie_of(edited)).status == 200
    (stub,) = [comment for comment in intake.comments() if comment.id == kept.id]
    assert (stub.mode, stub.text, stub.author) == (4, "", "")


def test_nobody_else_may_edit_take_back_or_look(intake: RunningIntake) -> None:
    mine, yours = post(intake, "This is mine.", "203.0.4.1"), post(intake, "Yours.", "203.0.5.1")
    path = f"/id/{mine.body['id']}"
    value = cookie_of(yours)["Cookie"].partition("=")[2]
    forged = {"Cookie": f"{mine.body['id']}={value}"}
    for headers in ({}, cookie_of(yours), forged, {"Cookie": f"{mine.body['id']}=x.y.z"}):
        assert intake.json("PUT", path, {"text": "Not mine."}, headers=headers).status == 403
        assert intake.json("DELETE", path, {}, headers=headers).status == 403
    # Isso would show a waiting comment to everybody who has any cookie.
    assert intake.ask("GET", path, headers=forged).status == 405
    assert intake.with_text("This is mine.")


def test_a_comment_that_is_not_there_is_not_found(intake: RunningIntake) -> None:
    for id_ in (0, 999_999, 10**17):
        headers = {"Cookie": f"{id_}=a.b.c"}
        assert intake.json("PUT", f"/id/{id_}", {"text": "abc"}, headers=headers).status == 404
        assert intake.json("DELETE", f"/id/{id_}", {}, headers=headers).status == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "https://blog.example.org.evil.example"},
        {"Origin": "http://blog.example.org"},
        {"Origin": "https://blog.example.org:8443"},
        {"Origin": "null"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "", "Referer": "https://evil.example/blog.example.org"},
        {"Origin": "", "Sec-Fetch-Site": "cross-site"},
        {"Origin": ""},
    ],
)
def test_a_form_from_a_foreign_page_is_refused(
    intake: RunningIntake, headers: dict[str, str]
) -> None:
    before = len(intake.comments())
    assert intake.form("From elsewhere.", headers=headers).status == 403
    assert len(intake.comments()) == before


@pytest.mark.parametrize(
    ("number", "headers"),
    [
        (1, {"Origin": SITE_ORIGIN.upper().replace("HTTPS", "https")}),
        (2, {"Origin": "null", "Sec-Fetch-Site": "same-site"}),
        (3, {"Origin": "", "Referer": f"{SITE_ORIGIN}{URI}"}),
        (4, {"Origin": "", "Sec-Fetch-Site": "same-origin"}),
    ],
)
def test_a_form_from_a_page_of_the_blog_is_taken(
    intake: RunningIntake, number: int, headers: dict[str, str]
) -> None:
    reply = intake.form(f"From here {number}.", client=f"203.0.6{number}.1", headers=headers)
    assert reply.status == 303


def test_json_from_a_foreign_page_is_refused(intake: RunningIntake) -> None:
    headers = {"Origin": "https://evil.example"}
    assert intake.json("POST", f"/new?uri={URI}", {"text": "abc"}, headers=headers).status == 403
    # Browsers ask before they send JSON elsewhere, and hear no permission.
    reply = intake.ask("OPTIONS", "/new", headers=headers)
    assert reply.status == 405
    assert "Access-Control-Allow-Origin" not in reply.headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost:1", ""])
def test_a_foreign_host_name_is_refused(intake: RunningIntake, host: str) -> None:
    assert intake.ask("GET", "/health", headers={"Host": host}).status == 421


def test_isso_cannot_be_led_astray_by_headers(intake: RunningIntake) -> None:
    headers = {
        "X-Script-Name": "/new",
        "X-Forwarded-Prefix": "/evil",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "gopher",
    }
    reply = intake.form("Strange headers.", client="203.0.7.1", headers=headers)
    assert reply.headers["Location"] == f"thanks?uri={URI}"


def test_the_health_check_tells_nothing_else(intake: RunningIntake) -> None:
    reply = intake.ask("GET", "/health")
    assert (reply.status, reply.body) == (200, {"status": "ok"})


@pytest.mark.parametrize("path", ["/health", "/nothing", f"/form?uri={URI}", f"/?uri={URI}"])
def test_every_answer_has_the_headers_of_caution(intake: RunningIntake, path: str) -> None:
    for accept in ("text/html", "*/*"):
        headers = intake.ask("GET", path, headers={"Accept": accept}).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Cache-Control"] == "no-store"
        assert headers["Content-Security-Policy"].startswith("default-src 'none';")
        assert headers["Server"] == "corpblog"


def test_a_head_request_has_no_body(intake: RunningIntake) -> None:
    reply = intake.ask("HEAD", "/health")
    assert (reply.status, reply.text) == (200, "")
