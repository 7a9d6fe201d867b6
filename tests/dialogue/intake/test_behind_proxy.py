"""An intake below a path of another name, behind a proxy, as docs/comments.md sets it up."""

from collections.abc import Iterator

import pytest

from tests.dialogue.intake.running import URI, RunningIntake, write_blog
from tests.dialogue.intake.test_programs import cookie_of

PROXIED = {"Host": "www.kern.example", "X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def intake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningIntake]:
    words = ("--public-url", "https://www.kern.example/talk/", "--allow-origin", "http://[::1]:80")
    running = RunningIntake(site=write_blog(tmp_path_factory.mktemp("blog")), words=words).start()
    yield running
    assert running.stop() == 0


@pytest.mark.parametrize("prefix", ["/talk", ""])
def test_the_proxy_may_keep_its_path_or_take_it_away(intake: RunningIntake, prefix: str) -> None:
    assert intake.ask("GET", f"{prefix}/health", headers=PROXIED).status == 200
    reply = intake.ask("GET", f"{prefix}/thanks?uri={URI}", headers=PROXIED)
    assert reply.status == 200


def test_the_way_to_the_thanks_page_holds_below_the_path(intake: RunningIntake) -> None:
    reply = intake.form("Through a proxy.", headers=PROXIED)
    assert (reply.status, reply.headers["Location"]) == (303, f"thanks?uri={URI}")


def test_a_form_on_a_page_of_the_intake_itself_is_taken(intake: RunningIntake) -> None:
    headers = {**PROXIED, "Origin": "https://www.kern.example"}
    assert intake.form("Second try.", client="198.51.101.9", headers=headers).status == 303


def test_a_further_site_may_send_forms(intake: RunningIntake) -> None:
    headers = {**PROXIED, "Origin": "http://[::1]"}
    assert intake.form("From a preview.", client="198.51.102.9", headers=headers).status == 303


def test_the_cookie_of_the_sender_stays_on_tls(intake: RunningIntake) -> None:
    fields = {"text": "With a cookie.", "uri": URI}
    sent = intake.json("POST", "/talk/new", fields, client="198.51.103.9", headers=PROXIED)
    assert "Secure" in sent.headers["Set-Cookie"]
    assert "SameSite=Lax" in sent.headers["Set-Cookie"]
    path = f"/talk/id/{sent.body['id']}"
    headers = {**PROXIED, **cookie_of(sent)}
    assert intake.json("PUT", path, {"text": "Edited below it."}, headers=headers).status == 200


def test_without_an_address_from_the_proxy_all_readers_share_one_limit(
    intake: RunningIntake,
) -> None:
    replies = [
        intake.form(f"Number {count}.", client="", headers=PROXIED).status for count in range(3)
    ]
    assert replies == [303, 303, 429]
