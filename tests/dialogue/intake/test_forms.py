"""What readers send by plain forms: taken, kept, answered; or refused with words."""

import pytest

from tests.dialogue.intake.running import GERMAN_URI, SITE_ORIGIN, URI, RunningIntake, follow


def test_a_form_without_javascript_leads_to_a_page_that_says_thank_you(
    intake: RunningIntake,
) -> None:
    reply = intake.form("Why did it fail?", client="198.51.100.7")
    page = follow(intake, reply)
    assert page.status == 200
    assert "<h1>Thank you</h1>" in page.text
    assert f'href="{SITE_ORIGIN}{URI}"' in page.text
    kept = intake.with_text("Why did it fail?")
    assert (kept.uri, kept.title, kept.author, kept.mode) == (URI, "First post", "Petra Lang", 2)


def test_the_answer_speaks_the_language_of_the_post(intake: RunningIntake) -> None:
    page = follow(intake, intake.form("Auf Deutsch.", uri=GERMAN_URI, client="198.51.101.1"))
    assert '<html lang="de">' in page.text
    assert "<h1>Danke</h1>" in page.text
    assert intake.with_text("Auf Deutsch.").title == "Zweiter: <Beitrag> & mehr"


def test_a_form_gets_no_cookie(intake: RunningIntake) -> None:
    reply = intake.form("No cookie, please.", client="198.51.102.1")
    assert not any("cookie" in name.lower() for name in reply.headers)


def test_a_waiting_comment_is_shown_to_nobody(intake: RunningIntake) -> None:
    intake.form("Who can read this?", client="198.51.103.1")
    assert "Who can read this?" not in intake.ask("GET", f"/?uri={URI}").text


def test_a_reply_keeps_whom_it_answers_although_isso_flattens(intake: RunningIntake) -> None:
    intake.form("Root of it all.", client="203.0.113.1")
    root = intake.with_text("Root of it all.")
    intake.form("A reply.", client="203.0.112.1", parent=root.name)
    reply = intake.with_text("A reply.")
    intake.form("A reply to the reply.", client="203.0.111.1", parent=reply.name)
    deeper = intake.with_text("A reply to the reply.")
    assert (reply.parent, reply.reply_to) == (root.id, root.name)
    assert (deeper.parent, deeper.reply_to) == (root.id, reply.name)


def test_a_reply_may_answer_a_comment_that_isso_never_saw(intake: RunningIntake) -> None:
    intake.form("To an old one.", client="203.0.110.1", parent="20140510T081500-wordpress-7")
    kept = intake.with_text("To an old one.")
    assert (kept.parent, kept.reply_to) == (None, "20140510T081500-wordpress-7")


def test_a_reply_to_a_reused_id_does_not_hang_below_the_wrong_comment(
    intake: RunningIntake,
) -> None:
    intake.form("Has some id.", client="203.0.109.1")
    other = intake.with_text("Has some id.")
    intake.form(
        "Meant another one.", client="203.0.108.1", parent=f"20140510T081500-isso-{other.id}"
    )
    assert intake.with_text("Meant another one.").parent is None


@pytest.mark.parametrize(
    "address", ["/alt/", GERMAN_URI.rstrip("/"), GERMAN_URI + "index.html", GERMAN_URI + "?a=1#b"]
)
def test_every_address_of_a_post_leads_to_its_one_thread(
    intake: RunningIntake, address: str
) -> None:
    client = f"192.0.{len(address)}.1"
    assert intake.form(f"Through {address}", uri=address, client=client).status == 303
    assert intake.with_text(f"Through {address}").uri == GERMAN_URI


@pytest.mark.parametrize(
    "uri",
    [
        "/2024/03/unknown/",
        "/../../etc/passwd",
        "/2024/03/../../corpblog.yml",
        "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "//evil.example/",
        "https://evil.example/2024/03/first-post/",
        "",
        "/" + "a" * 5000,
        "/2024/03/first-post\x00/",
    ],
)
def test_a_path_that_is_no_post_makes_no_thread(intake: RunningIntake, uri: str) -> None:
    before = len(intake.comments())
    reply = intake.form("Somewhere else.", uri=uri, client="192.0.2.200")
    if "\x00" not in uri:
        assert reply.status == 404
        assert "There is no such post on this blog." in reply.text
        assert len(intake.comments()) == before
    assert all(comment.uri in (URI, GERMAN_URI) for comment in intake.comments())


@pytest.mark.parametrize("path", ["/../../etc/passwd", "/static/%2e%2e/x", "/js/embed.min.js"])
def test_nothing_but_the_few_addresses_is_served(intake: RunningIntake, path: str) -> None:
    assert intake.ask("GET", path).status == 404


@pytest.mark.parametrize(
    "path",
    (
        "/admin/ /login/ /demo/ /latest?limit=5 /info /config /feed?uri=/ /count /preview /id/1"
        " /id/1/like /id/1/activate/key /id/1/delete/key /id/1/unsubscribe/a/b"
    ).split(),
)
def test_what_isso_offers_besides_is_not_there(intake: RunningIntake, path: str) -> None:
    assert intake.ask("GET", path).status in (404, 405)
    assert intake.ask("POST", path, b"{}", {"Content-Type": "application/json"}).status in (
        404,
        405,
    )


def test_a_closed_post_takes_nothing_and_says_where_else_to_write(intake: RunningIntake) -> None:
    reply = intake.form("Too late.", uri="/2024/03/closed/")
    assert reply.status == 403
    assert "This post takes no more comments." in reply.text
    assert "/contact/" in reply.text
    assert intake.form("Too late.", uri="/2024/03/old/").status == 403


def test_what_is_refused_comes_back_in_the_form(intake: RunningIntake) -> None:
    reply = intake.form(
        "ab", 'Petra "P" <Lang>', website="javascript:alert(1)", parent="20140510T081500-disqus-7"
    )
    assert reply.status == 400
    assert "at least three characters" in reply.text
    assert 'value="Petra &quot;P&quot; &lt;Lang&gt;"' in reply.text
    assert "\nab</textarea>" in reply.text
    assert 'name="parent" value="20140510T081500-disqus-7"' in reply.text
    assert "<script" not in reply.text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": "x" * 10_001}, "10,000 characters"),
        ({"author": "n" * 10_000}, "80 characters"),
        ({"website": "javascript:alert(1)"}, "http:// or https://"),
        ({"website": "https://user:pass@bank.example/"}, "http:// or https://"),
        ({"website": "https://" + "a" * 300 + ".example"}, "http:// or https://"),
        ({"text": "\u200b\u200b\u200b\u200b"}, "at least three characters"),
        ({"text": "   \r\n\t  "}, "at least three characters"),
    ],
)
def test_what_cannot_stand_under_a_post_is_refused_with_words(
    intake: RunningIntake, fields: dict[str, str], words: str
) -> None:
    before = len(intake.comments())
    typed = {"text": "A good text.", "author": "Petra", "website": "", **fields}
    reply = intake.form(typed["text"], typed["author"], website=typed["website"])
    assert reply.status == 400
    assert words in reply.text
    assert len(intake.comments()) == before


def test_a_body_beyond_all_measure_is_refused_and_the_answer_arrives(
    intake: RunningIntake,
) -> None:
    reply = intake.form("x" * 1_000_000)
    assert reply.status == 413
    assert "10,000 characters" in reply.text


def test_ten_thousand_letters_of_any_script_find_room(intake: RunningIntake) -> None:
    text = "猫" * 9_999 + "😀"
    assert intake.form(text, client="198.51.104.1").status == 303
    assert intake.with_text(text)


def test_the_field_that_must_stay_empty_catches_machines_and_spares_people(
    intake: RunningIntake,
) -> None:
    before = len(intake.comments())
    reply = intake.form("Buy now", email2="a@b.example", client="198.51.105.1")
    assert reply.status == 400
    assert len(intake.comments()) == before
    # The form comes back without what filled the trap: a person just sends it again.
    assert "a@b.example" not in reply.text
    assert "Buy now" in reply.text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Tom &amp; Co &lt;b&gt;", "Tom &amp; Co &lt;b&gt;"),
        ("AT&T; &copy", "AT&T; &copy"),
        ("\u202eanteP\u202c Lang", "anteP Lang"),
        ("Pe\u200btra\u2060 La\u00adng\ufeff", "Petra Lang"),
        ("Petra\r\n\tLang\x07", "Petra Lang"),
        ("\u200b\u2800\u200f\u3164", ""),
        ("\u200d\u200c", ""),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("O’Neill-Müller (Ulm)", "O’Neill-Müller (Ulm)"),
    ],
)
def test_a_name_is_kept_as_typed_without_signs_that_deceive(
    intake: RunningIntake, typed: str, kept: str
) -> None:
    text = f"My name is {typed!r}"
    client = f"192.{sum(map(ord, typed)) % 250}.{len(typed)}.1"
    assert intake.form(text, typed, client=client).status == 303
    assert intake.with_text(text).author == kept


def test_text_is_kept_as_markdown_without_control_signs(intake: RunningIntake) -> None:
    typed = "# Hi\r\n\r\n<b>&amp;</b> \x00\x08`x`  \r\n\u202e? شكرا "
    assert intake.form(typed, client="198.51.106.1").status == 303
    assert intake.with_text("# Hi\n\n<b>&amp;</b> `x`\n\u202e? شكرا")


def test_the_same_comment_sent_twice_is_kept_once(intake: RunningIntake) -> None:
    for client in ("198.51.107.1", "198.51.108.1"):
        assert intake.form("I pressed twice.", client=client).status == 303
    assert intake.with_text("I pressed twice.")


def test_the_intake_has_a_form_of_its_own_for_replies(intake: RunningIntake) -> None:
    page = intake.ask("GET", f"/form?uri={URI}&parent=20140510T081500-isso-7")
    assert page.status == 200
    assert "<h1>Your reply</h1>" in page.text
    assert 'name="parent" value="20140510T081500-isso-7"' in page.text
    assert "staff_token" not in page.text
    assert "staff_token" in intake.ask("GET", f"/form?uri={URI}&staff").text
    assert intake.ask("GET", f'/form?uri={URI}&parent="><script>').status == 400


def test_a_flood_is_stopped(intake: RunningIntake) -> None:
    replies = [intake.form(f"Spam {count}", client="198.18.0.9") for count in range(8)]
    assert [reply.status for reply in replies] == [303, 303] + [429] * 6
    assert replies[-1].headers["Retry-After"] == "60"
    assert "198.18.0" not in replies[-1].text
    # A neighbour in the same network counts as the same machine, another network does not.
    assert intake.form("Spam from beside", client="198.18.0.77").status == 429
    assert intake.form("From elsewhere", client="198.18.1.9").status == 303
