"""Positions by construction: nothing moves, whatever stands around the prose."""

from hypothesis import given
from hypothesis import strategies as st

from corpblog.lint.prose.parts import Prose
from tests.lint.prose.reading import read, source_of
from tests.markup.bodies import SNIPPETS, documents

SENTENCES = (
    "We cut forty jobs.",
    "It's our *cutting* edge, e.g. for you!",
    "Is **that** all? Dr. Weiß left\nthe cutting-edge team…",
    "Grüße aus Köln 😀 an [alle](a.md)",
    "f&uuml;hrend in CO<sub>2</sub>",
    "He said “nothing” to us.",
    "# A heading",
    "- an item",
)
# Blocks without a word that language rules see.
BLOCKS = (
    "```\ncode is here\n```",
    "~~~html\n<b>\n~~~",
    "    indented code\n    more",
    "<!-- a comment. -->",
    "<!-- a comment\n\nof two parts -->",
    '<div class="a b">\n<img src="a.png">\n</div>',
    "<script>\nlet x = '“'\n</script>",
    "> Quoted by us. And more",
    "> - a list\n>   in “it",
    "[label]: https://example.org 'A title'",
    "---",
    "&nbsp;",
    "`code`",
    "<https://example.org/a>",
    "https://example.org/a",
    "![alt text.](a.png)",
    "“A whole quotation. Of two.”",
    "~~gone~~",
    "| |\n|-|",
    "<hr>",
    "\u200b\u00ad",
)
# The same inside a line.
PIECES = (
    "`code`",
    "<!-- c. -->",
    "<br>",
    "&nbsp;",
    "&mdash;",
    "<https://example.org>",
    "https://example.org/a",
    "![alt](a.png)",
    "“quoted”",
    "~~gone~~",
    '<span class="x"></span>',
    "<del>gone</del>",
    "<code>x</code>",
)
SIGNS = st.sampled_from(
    "ab Ä\n\n*_`#>-|[]()!<>/&;:.“”\"'\\~=1\t\u00ad\u0301\u200b😀ש\ud800\0\x01\x0b"
)
anything = st.one_of(
    documents.map(lambda text: text.replace("\r\n", "\n")),
    st.text(SIGNS, max_size=80),
    st.lists(
        st.sampled_from((*SNIPPETS, *BLOCKS, *PIECES, *SENTENCES, "\n", "\n\n> ", "\n- "))
    ).map("".join),
)


def holds(text: str, prose: Prose) -> None:
    """Each part of ``prose`` stands where it says, in a source that reads ``text``."""
    for copy in (prose.text, prose.readable):
        assert len(copy) == len(text)
        assert all(
            shown in (sign, " ", "\ufffd") and (sign == "\n") == (shown == "\n")
            for shown, sign in zip(copy, text, strict=True)
        )
    done = 0
    for token in prose.tokens:
        assert done <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == prose.text[token.start : token.end]
        done = token.end
    last = 0
    for sentence in prose.sentences:
        block = prose.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert last == sentence.first < sentence.last
        assert sentence.start <= prose.tokens[sentence.first].start
        assert prose.tokens[sentence.last - 1].end <= sentence.end
        last = sentence.last
    assert last == len(prose.tokens)
    for parts in (prose.blocks, prose.stretches, prose.links, prose.images, prose.remarks):
        assert all(0 <= part.start <= part.end <= len(text) for part in parts)


@given(anything, st.booleans(), st.sampled_from(("en", "de", "fr")))
def test_every_part_of_any_source_stands_where_it_says(
    body: str, raw_html: bool, lang: str
) -> None:
    holds(body, read(body, lang, raw_html=raw_html, math=raw_html))
    text = f"---\ntitle: A title\nsummary: And so on.\n---\n{body}"
    source = source_of(text)
    if source.body_start:
        prose = read(text, lang)
        holds(text, prose)
        assert [token.folded for token in prose.tokens[:2]] == ["a", "title"]


@given(
    st.lists(st.tuples(st.sampled_from(SENTENCES), st.lists(st.sampled_from(BLOCKS), max_size=2)))
)
def test_what_stands_between_two_blocks_moves_nothing_in_them(
    parts: list[tuple[str, list[str]]],
) -> None:
    plain = "".join(f"{said}\n\n<!-- -->\n\n" for said, _ in parts)
    noisy = ""
    moved: dict[int, int] = {}
    at = 0
    for said, noise in parts:
        moved.update({at + place: len(noisy) + place for place in range(len(said) + 1)})
        at += len(said) + len("\n\n<!-- -->\n\n")
        noisy += "".join(f"{block}\n\n" for block in (said, "<!-- -->", *noise, "<!-- -->"))
    before, after = read(plain), read(noisy)
    assert [
        (moved[start], moved[end], word, joined) for start, end, word, joined in before.tokens
    ] == list(after.tokens)
    assert [(moved[each.start], moved[each.end], *each[2:4]) for each in before.sentences] == [
        each[:4] for each in after.sentences
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("We", "leverage", "Köln", "it's", "E-Mail")), st.sampled_from(PIECES)
        ),
        min_size=1,
    )
)
def test_what_stands_between_two_words_changes_neither(parts: list[tuple[str, str]]) -> None:
    text = expected = ""
    places: list[tuple[int, str]] = []
    for word, piece in parts:
        places.append((len(text), word))
        text += f"{word} {piece} "
        expected += f"{word} "
    prose = read(text)
    assert [token.folded for token in prose.tokens] == [
        token.folded for token in read(expected).tokens
    ]
    starts = {token.start for token in prose.tokens}
    assert all(place in starts for place, _ in places)


@given(st.sampled_from(SENTENCES), st.integers(1, 5))
def test_a_source_that_is_read_twice_says_the_same(said: str, times: int) -> None:
    text = f"{said}\n\n" * times
    assert read(text) == read(text)
