"""The matcher finds what a simple, slow reading of the notation finds, and nothing else."""

import re
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from corpblog.wordlists.entries import Directives, Entry
from corpblog.wordlists.lists import parse_list
from corpblog.wordlists.matcher import Matcher
from corpblog.wordlists.tokens import tokenise


def entry(pattern: str, note: str = "", suggestion: str = "") -> Entry:
    entries, faults = parse_list(f"{pattern}\tbuzzword\t{suggestion}\t{note}")
    assert not faults
    return entries[0]


def found(text: str, *entries: Entry) -> list[str]:
    hits = Matcher({"list": entries}).find(tokenise(text)).get("list", ())
    return [text[hit.start : hit.end] for hit in hits]


def test_a_phrase_crosses_line_breaks_hyphens_and_no_break_spaces() -> None:
    assert found("end-to\nend, end to\u00a0end", entry("end to end")) == [
        "end-to\nend",
        "end to\u00a0end",
    ]


def test_a_phrase_does_not_cross_punctuation() -> None:
    assert found("the end. To end it", entry("end to end")) == []


def test_only_whole_words_are_found() -> None:
    assert found("useful reuse use", entry("use")) == ["use"]


def test_the_longest_hit_wins_whichever_list_entry_came_first() -> None:
    short, long = entry("win win"), entry("win win situation")
    assert found("a win-win situation", short, long) == ["win-win situation"]
    assert found("a win-win situation", long, short) == ["win-win situation"]


def test_hits_of_one_list_do_not_overlap_but_those_of_two_lists_may() -> None:
    matcher = Matcher({"one": [entry("a b"), entry("b c d")], "two": [entry("a b")]})
    hits = matcher.find(tokenise("a b c d"))
    assert {name: [(hit.first, hit.last) for hit in hits[name]] for name in hits} == {
        "one": [(1, 4)],
        "two": [(0, 2)],
    }


def test_of_two_entries_for_the_same_words_the_later_one_wins() -> None:
    hits = Matcher({"list": [entry("a", suggestion="b"), entry("A", suggestion="c")]}).find(
        tokenise("a")
    )
    assert [hit.replacement for hit in hits["list"]] == ["c"]


def test_a_word_written_out_wins_over_one_with_a_star() -> None:
    starred, plain = entry("*lösung", suggestion="x"), entry("Gesamtlösung", suggestion="y")
    for entries in ((starred, plain), (plain, starred)):
        hits = Matcher({"list": entries}).find(tokenise("Gesamtlösung"))
        assert [hit.replacement for hit in hits["list"]] == ["y"]


def test_a_word_with_a_star_may_stand_anywhere_in_a_phrase() -> None:
    assert found("die beste Systemlösung hier", entry("beste *lösung hier")) == [
        "beste Systemlösung hier"
    ]


def test_a_condition_about_the_next_words_decides() -> None:
    assert found("first class, first-class mail", entry("first class", "[not-before: mail]")) == [
        "first class"
    ]
    assert (
        found("next generation of people", entry("next generation", "[not-before: of people]"))
        == []
    )


def test_a_condition_about_the_words_before_decides() -> None:
    one = entry("learnings", "[not-after: machine]")
    assert found("machine learnings; a machine, learnings", one) == ["learnings"]


def test_a_number_may_follow_behind_a_sign() -> None:
    up_to = entry("up to", "[only-before: number]")
    assert found("up to 40, up to €40, up to ten, up to you", up_to) == ["up to"] * 3


def test_when_conditions_rule_out_the_longer_hit_the_shorter_one_is_found() -> None:
    entries = (entry("neuen Wegen", "[only-before: stellen]"), entry("Weg(|en)"))
    assert found("neuen Wegen folgen", *entries) == ["Wegen"]
    assert found("neuen Wegen stellen", *entries) == ["neuen Wegen"]


def test_exceptions_are_whole_hits_in_the_notation() -> None:
    one = entry("*lösung(|en)", "[except: Auflösung(|en)]")
    assert found("Auflösung Auflösungen Bildauflösung", one) == ["Bildauflösung"]


def test_a_condition_that_no_list_would_take_does_no_harm() -> None:
    odd = Entry(pattern="a", category="x", directives=Directives(not_before=("", "(")))
    assert found("a b", odd) == ["a"]


def test_texts_without_words_and_lists_without_entries_find_nothing() -> None:
    assert Matcher({"list": [entry("a")]}).find(tokenise(" … ")) == {}
    assert Matcher({}).find(tokenise("a b")) == {}
    assert found("a", Entry(pattern="()", category="x"), Entry(pattern="", category="x")) == []


WORDS = ("a", "b", "ab", "ba", "abe", "be", "aber", "guten", "gut")
GAPS = (" ", "-", "\n", ", ", ". ")
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=9).map(
    lambda pieces: "".join(word + gap for word, gap in pieces)
)
PIECES = (
    "a",
    "b",
    "ab",
    "a ",
    "b ",
    " ",
    "gut~ ",
    "ab~ ",
    "(a|b)",
    "(|a )",
    "(b|ab a|)",
    "a* ",
    " *b ",
)
PATTERNS = st.lists(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4)
    .map("".join)
    .filter(lambda pattern: not parse_list(f"{pattern}\tbuzzword")[1]),
    min_size=1,
    max_size=4,
    unique=True,
)


def naive(text: str, patterns: list[str]) -> list[tuple[int, int, int]]:
    """Every form of every pattern tried at every place; the longest first, as the notation says."""
    candidates = set()
    for place, pattern in enumerate(patterns):
        for form in spelt_out(pattern):
            words = [word.replace("*", "[a-z]*") for word in re.split("[ -]+", form) if word]
            regex = re.compile(r"(?<!\w)" + r"[\s-]".join(words) + r"(?!\w)")
            for start in range(len(text)):
                if match := regex.match(text, start):
                    candidates.add((-len(words), start, "*" in form, -place, match.end()))
    taken: set[int] = set()
    winners = []
    for _, start, _, place, end in sorted(candidates):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            winners.append((start, end, -place))
    return sorted(winners)


def spelt_out(pattern: str) -> set[str]:
    pieces = re.findall(r"\([^)]*\)|~|[^(~]+", pattern)
    options = [
        ["", "e", "em", "en", "er", "es"]
        if piece == "~"
        else piece[1:-1].split("|")
        if piece[0] == "("
        else [piece]
        for piece in pieces
    ]
    return {"".join(chosen) for chosen in product(*options)}


@given(text=TEXTS, patterns=PATTERNS)
def test_the_matcher_always_finds_what_a_naive_reading_finds(
    text: str, patterns: list[str]
) -> None:
    entries = [Entry(pattern=pattern, category="x") for pattern in patterns]
    hits = Matcher({"list": entries}).find(tokenise(text)).get("list", ())
    assert [(hit.start, hit.end, entries.index(hit.entry)) for hit in hits] == naive(text, patterns)
