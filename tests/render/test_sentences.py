"""Disclosures in plain words: every type in every language, first on the page."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from corpblog.model.disclosure import PAID_TYPES, DisclosureType
from corpblog.render.texts import TEXTS
from tests.render.rendered import Rendered, render
from tests.sites import post

POST = "2026/11/a-post/index.html"
GUEST = "---\nname: Ada Gast\nstatus: guest\n---\nHi.\n"
TOM = "---\nname: Tom Kern\n---\nHi.\n"


def told(root: Path, front: str, files: Mapping[str, str] | None = None) -> Rendered:
    return render(root, {"content/posts/a.md": post(front), **(files or {})})


def sentences(site: Rendered, path: str = POST) -> list[str]:
    found = site.nodes(path, "//article//*[@data-disclosure]")
    return [" ".join(each.text_content().split()) for each in found]


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        ("client, party: Bäckerei Kern", "Bäckerei Kern is our customer."),
        ("client, party: X, since: '2024'", "X is our customer (since 2024)."),
        ("supplier, party: X, detail: flour", "We buy from X: flour."),
        ("partner, party: X", "We work with X and both earn money from it."),
        ("sponsor, party: X", "Advertisement: X paid us for this post."),
        ("paid-placement, party: X", "Advertisement: X paid us for this post."),
        (
            "affiliate",
            "Advertisement: We get money when you buy through links marked with *.",
        ),
        ("gift, party: X, detail: the drill", "Advertisement: X gave us the drill."),
        (
            "gift, party: X, value: about 300 euros",
            "Advertisement: X gave us what this post is about. Value: about 300 euros.",
        ),
        ("loan, party: X, detail: the drill.", "Advertisement: X lent us the drill."),
        ("travel, party: X", "Advertisement: X paid the trip."),
        ("event, party: X", "X invited Jana Weiss to an event."),
        ("speaker-fee, party: X", "X invited and paid Jana Weiss to speak."),
        ("shareholding, party: X", "Jana Weiss owns shares in X."),
        ("investor, party: X", "X owns part of Kern."),
        ("competitor, party: X", "X competes with us."),
        ("membership, party: X", "Jana Weiss is a member of X."),
        ("lobbying", "We want this law to change."),
        ("lobbying, party: the VerpackG", "We want this law to change: the VerpackG."),
        ("personal, party: X, detail: brother", "Jana Weiss has a personal tie to X: brother."),
        ("public-funding, party: the EU", "The project is paid in part by the EU."),
        ("edited, party: Tom Kern", "Tom Kern edited the text."),
        ("employment", "Jana Weiss works for Kern."),
        ("client", "Somebody is our customer."),
    ],
)
def test_each_type_has_a_plain_sentence(item: str, sentence: str, tmp_path: Path) -> None:
    site = told(tmp_path, f"disclosures: [{{type: {item}}}]")
    assert sentences(site) == [sentence]


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("kind", DisclosureType)
def test_every_type_has_a_sentence_in_every_language(
    kind: DisclosureType, lang: str, tmp_path: Path
) -> None:
    path = "content/posts/a.md" if lang == "en" else f"content/posts/a.{lang}.md"
    front = f"disclosures: [{{type: {kind}, party: X}}]"
    site = render(tmp_path, {path: post(front)})
    page = POST if lang == "en" else f"{lang}/{POST}"
    [element] = site.nodes(page, f"//article//*[@data-disclosure='{kind}']")
    text = " ".join(element.text_content().split())
    label = "Advertisement:" if lang == "en" else "Werbung:"
    assert text.startswith(label) == (kind in PAID_TYPES)
    assert text.endswith(".") and "{" not in text


def test_german_posts_disclose_in_german(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.de.md": post(
                "disclosures:\n  - {type: client, party: Bäcker Kern}\n"
                "  - {type: gift, party: X, detail: das Gerät}\n"
                "  - {type: shareholding, party: X, since: '2020'}\nspeaks_for: self\nai: none",
                title="A post",
            )
        },
    )
    page = "de/2026/11/a-post/index.html"
    assert sentences(site, page) == [
        "Bäcker Kern ist unser Kunde.",
        "Werbung: X hat uns das Gerät geschenkt.",
        "Jana Weiss besitzt Anteile an X (seit 2020).",
    ]
    assert "Das ist die persönliche Sicht von Jana Weiss." in site.words(page)
    assert "Ohne KI geschrieben." in site.words(page)


def test_own_words_replace_the_sentence_but_never_the_label(tmp_path: Path) -> None:
    site = told(
        tmp_path,
        "disclosures:\n  - {type: gift, party: X, text: X sent me a drill.}\n"
        "  - {type: client, party: Y, text: Y buys our scales.}\n"
        "  - {type: loan, text: 'Advertisement: Z lent it.'}",
    )
    assert sentences(site) == [
        "Advertisement: X sent me a drill.",
        "Y buys our scales.",
        "Advertisement: Z lent it.",
    ]


def test_what_is_paid_for_stands_in_previews_and_lists(tmp_path: Path) -> None:
    site = told(tmp_path, "summary: A drill.\ndisclosures: [{type: gift, party: X}]")
    sentence = "Advertisement: X gave us what this post is about."
    [description] = site.nodes(POST, "//meta[@name='description']/@content")
    assert description == f"{sentence} A drill."
    assert sentence in site.words("index.html")


def test_of_several_authors_the_one_concerned_is_named(tmp_path: Path) -> None:
    front = (
        "disclosures:\n  - {type: shareholding, party: X, by: tom-kern}\n"
        "  - {type: shareholding, party: Y}\n  - {type: client, party: Z, by: tom-kern}"
    )
    two = post(front).replace("[jana-weiss]", "[jana-weiss, tom-kern]")
    site = render(tmp_path, {"content/posts/a.md": two, "authors/tom-kern.md": TOM})
    assert sentences(site) == [
        "Tom Kern owns shares in X.",
        "Jana Weiss and Tom Kern own shares in Y.",
        "Z is our customer. This concerns Tom Kern.",
    ]


def test_we_is_never_said_of_a_guest(tmp_path: Path) -> None:
    front = "disclosures:\n  - {type: client, party: X}\n  - {type: gift, party: X, detail: tea}"
    guest = post(front).replace("[jana-weiss]", "[ada-gast]")
    site = render(tmp_path, {"content/posts/a.md": guest, "authors/ada-gast.md": GUEST})
    assert sentences(site) == [
        "X is a customer of Ada Gast.",
        "Advertisement: X gave Ada Gast tea.",
        "Ada Gast does not work for Kern.",
    ]


def test_who_wrote_for_whom_and_what_a_machine_did_is_said(tmp_path: Path) -> None:
    front = (
        "text_by: tom-kern\n"
        "ai: {use: assisted, what: the outline, reviewed_by: jana-weiss}\n"
        "disclosures: none\nspeaks_for: company"
    )
    site = told(tmp_path, front, {"authors/tom-kern.md": TOM})
    assert sentences(site) == [
        "The ideas are from Jana Weiss, Tom Kern wrote the text.",
        "A machine helped with this post: the outline. Jana Weiss checked every sentence.",
    ]
    assert "Jana Weiss speaks for Kern here." in site.words(POST)
    assert "No ties to anybody whom this post is about." in site.words(POST)


def test_what_is_declared_is_not_derived_again(tmp_path: Path) -> None:
    front = (
        "text_by: tom-kern\nai: {use: generated}\ndisclosures:\n"
        "  - {type: ghostwritten, text: Tom wrote it.}\n  - {type: ai-generated, text: A robot.}"
    )
    site = told(tmp_path, front, {"authors/tom-kern.md": TOM})
    assert sentences(site) == ["Tom wrote it.", "A robot."]


def test_who_writes_after_leaving_says_so(tmp_path: Path) -> None:
    left = "---\nname: Jana Weiss\nstatus: former\nworks_for: {end_date: 2026-03-31}\n---\nHi.\n"
    files = {
        "authors/jana-weiss.md": left,
        "content/posts/old.md": post("", title="Old").replace("2026-11-10", "2026-02-01"),
    }
    site = told(tmp_path, "", files)
    assert sentences(site) == ["Jana Weiss worked for Kern until March 2026."]
    assert sentences(site, "2026/02/old/index.html") == []


def test_a_translation_that_says_nothing_has_the_ties_of_its_original(tmp_path: Path) -> None:
    files = {
        "content/posts/a.md": post(
            "disclosures:\n  - {type: client, party: X, text: X buys from me.}"
        ),
        "content/posts/a.de.md": post("", title="A post"),
        "content/posts/b.md": post("disclosures: none", title="B"),
        "content/posts/c.de.md": post("translation_of: b", title="C"),
    }
    site = render(tmp_path, files)
    assert sentences(site) == ["X buys from me."]
    assert sentences(site, f"de/{POST}") == ["X ist unser Kunde."]
    assert "Keine Verbindung" in site.words("de/2026/11/c/index.html")


def test_disclosures_stand_before_the_text(tmp_path: Path) -> None:
    site = told(tmp_path, "disclosures: [{type: client, party: X}]")
    words = site.words(POST, "//article")
    assert words.index("Jana Weiss") < words.index("X is our customer.") < words.index("Hello.")


def test_a_profile_says_what_ties_the_person(tmp_path: Path) -> None:
    profile = (
        "---\nname: Jana Weiss\nworks_for: {start_date: 2019-04-01}\ninterests:\n"
        "  - {type: membership, party: a choir, since: '2021'}\n  - {text: My brother bakes.}\n"
        "  - {type: something, party: X}\n---\nHi.\n"
    )
    words = told(tmp_path, "", {"authors/jana-weiss.md": profile}).words(
        "people/jana-weiss/index.html"
    )
    for sentence in (
        "Jana Weiss works for Kern (since 2019).",
        "Jana Weiss is a member of a choir (since 2021).",
        "My brother bakes.",
        "There is a tie to X.",
    ):
        assert sentence in words


def test_both_languages_have_the_same_texts() -> None:
    assert TEXTS["en"].keys() == TEXTS["de"].keys()


@pytest.mark.parametrize("key", sorted(TEXTS["en"]))
def test_the_wordings_of_a_text_ask_for_the_same_values(key: str) -> None:
    def values(lang: str) -> set[str]:
        text = TEXTS[lang][key]
        forms = (text,) if isinstance(text, str) else tuple(text.values())
        return {part.split("}")[0] for form in forms for part in form.split("{")[1:]} - {"count"}

    assert values("en") == values("de")
