"""The words that the linter reads are those of the rendered page, on two real blogs."""

import re
from collections import Counter
from collections.abc import Iterator

from corpblog.lint.prose.parts import Prose, Scope
from corpblog.lint.prose.scan import scan
from corpblog.markup.document import MarkupOptions
from corpblog.markup.engines import convert
from corpblog.markup.html import plain_text
from corpblog.model.source import SourceText
from corpblog.read.key_places import key_place
from corpblog.wordlists.tokens import tokenise
from tests.lint.prose.reading import source_of
from tests.real_blogs import Moved

ENOUGH = 0.999
OPTIONS = MarkupOptions(highlight=False)
# On the page but no prose: code, struck text, foreign elements, numbers of footnotes.
_NO_PROSE = re.compile(
    r"<(pre|code|kbd|samp|del|s|strike|svg|math|iframe|video|audio|object|select)(?=[\s>])"
    r".*?</\1>|<sup class=\"footnote-call\">.*?</sup>|<a role=\"doc-backlink\".*?</a>",
    re.DOTALL | re.IGNORECASE,
)
# The words on both sides of these tags are one, if nothing else is between.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|em|font|i|ins|mark|q|small|span|strong|sub|u|var|wbr)(?=[\s/>])[^>]*>",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”„»«]*[^\s<>\"“”„»«.,;:!?’)\]*_]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&#39;")


def test_words_of_an_english_blog_are_those_of_its_pages(moved_18f: Moved) -> None:
    # Left over: two <title> that a post has outside any head or picture; no browser shows them.
    agrees(moved_18f, "en", most_differences=4)


def test_words_of_a_german_blog_are_those_of_its_pages(moved_codefor: Moved) -> None:
    # Left over: a link with a word right after it, which makes one word of two on the page.
    agrees(moved_codefor, "de", most_differences=3)


def agrees(moved: Moved, lang: str, most_differences: int) -> None:
    """All texts of a blog, word by word; the order too, where no footnotes move."""
    count = differences = 0
    for source, prose in texts(moved, lang):
        read, shown = words_read(source, prose), words_shown(source)
        wrong = (Counter(read) - Counter(shown)) + (Counter(shown) - Counter(read))
        count += max(len(read), len(shown))
        differences += wrong.total()
        assert wrong or prose.footnotes or read == shown, source.path
    assert count > 50_000
    assert differences <= most_differences
    assert 1 - differences / count >= ENOUGH


def texts(moved: Moved, lang: str) -> Iterator[tuple[SourceText, Prose]]:
    for path in sorted((moved.root / "content").rglob("*.md")):
        name = path.relative_to(moved.root).as_posix()
        source = source_of(path.read_text(encoding="utf-8"), name)
        yield source, scan(source, lang, key_place, OPTIONS)


def words_read(source: SourceText, prose: Prose) -> list[str]:
    """The words of the readable copy, those with markup inside as the scan read them."""
    said = [token for token in prose.tokens if token.start >= source.body_start]
    rest = list(_ENTITY.sub("'" + 4 * "\u00ad", prose.readable))
    for block in prose.blocks:
        if block.scope in (Scope.TITLE, Scope.SUMMARY, Scope.ALT):
            rest[block.start : block.end] = " " * (block.end - block.start)
    for token in said:
        rest[token.start : token.end] = "." * (token.end - token.start)
    return [token.folded for token in sorted(said + tokenise("".join(rest)))]


def words_shown(source: SourceText) -> list[str]:
    """The words of the page, without what is no prose."""
    html = _INLINE.sub("", _NO_PROSE.sub(" . ", convert(source.body, OPTIONS).html))
    return [token.folded for token in tokenise(_ADDRESS.sub(" ", plain_text(html)))]
