"""Terms of the secret list are found in any spelling, and nothing tells which they are."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpblog.lint.confidential import hidden_terms
from corpblog.lint.rules import confidential_material
from corpblog.model.image_facts import ImageFacts
from corpblog.model.registers import ConfidentialHashes
from tests.lint.one_rule import found_by
from tests.sites import SMALL

SALT = "00112233445566778899aabbccddeeff"
WORDS = st.lists(st.from_regex(r"[a-z]{2,8}", fullmatch=True), min_size=1, max_size=4)


def listed(*terms: str) -> ConfidentialHashes:
    bare = ConfidentialHashes(salt=SALT)
    return ConfidentialHashes(salt=SALT, digests=frozenset(bare.digest(term) for term in terms))


@given(WORDS, st.sampled_from([" ", "-", "\n", "  "]), st.booleans())
def test_a_listed_term_is_always_found(words: list[str], joint: str, loud: bool) -> None:
    written = joint.join(words)
    text = f"(Saw {written.upper() if loud else written}.)"
    found = [text[start:end].lower() for start, end in hidden_terms(text, listed(" ".join(words)))]
    assert written in found or found == ["saw"] * (words == ["saw"]) + [written]


def test_words_that_punctuation_parts_are_no_term() -> None:
    assert not list(hidden_terms("Blue. Heron", listed("blue heron")))


def test_the_longest_term_at_a_place_is_taken_and_longer_ones_can_be_left_out() -> None:
    hashes = listed("blue", "blue heron")
    assert list(hidden_terms("blue heron", hashes)) == [(0, 10)]
    assert list(hidden_terms("blue heron", hashes, longest=1)) == [(0, 4)]


def test_the_message_never_tells_the_term(tmp_path: Path) -> None:
    bare = ConfidentialHashes(salt=SALT)
    register = f"salt: {SALT}\n{bare.digest('blue heron')}\n"
    post = "---\ntitle: Trip\ndate: 2026-11-10\nauthors: [jana-weiss]\n---\nSaw the Blue Heron.\n"
    files = {
        **SMALL,
        "registers/confidential.hashes": register,
        "content/posts/trip.md": post,
    }
    (found,) = found_by(confidential_material.RULE, tmp_path, files)
    assert found.startswith("content/posts/trip.md:6:1 ")
    assert "heron" not in found.lower()


def test_the_name_of_a_picture_is_a_mark_too(tmp_path: Path) -> None:
    images = {
        path: ImageFacts(path=path, digest="0")
        for path in ("static/plan-confidential.png", "static/confidential-computing.png")
    }
    found = found_by(confidential_material.RULE, tmp_path, SMALL, images=images)
    assert [each.split(" ")[0] for each in found] == ["static/plan-confidential.png"]
