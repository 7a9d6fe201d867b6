"""Whether a text proves what it says: links, footnotes and claims of the register near a place."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from corpblog.lint.context import Context
from corpblog.lint.guard_words import GUARD_WORDS
from corpblog.lint.prose.parts import Block, Scope, Sentence
from corpblog.lint.rule import Span
from corpblog.lint.text import Text
from corpblog.model.registers import Claim
from corpblog.wordlists.tokens import Token, tokenise

# Targets that lead to no source: places on the same page, and people.
_NO_SOURCE = ("#", "mailto:", "tel:", "javascript:")
_NUMBERED = re.compile(r"\[\d{1,3}\](?!\()")
_ADDRESS = re.compile(r"https?://[^\s<>)\]]")
# Blocks whose next sentence stands in another block: the title is proved by what follows it.
_HEADS = (Scope.TITLE, Scope.SUMMARY, Scope.HEADING)
_LISTED = (Scope.ITEM, Scope.CELL)
# Words of this length tell a claim apart; shorter ones stand in every sentence.
_TELLING = 5
_DIGITS = re.compile(r"\d[\d.,]*")
# What goes on about the thing of the sentence before.
_GOING_ON: Mapping[str, frozenset[str]] = {
    "en": frozenset("it its it's".split()),
    "de": frozenset("er es ihr ihre sein seine sie".split()),
}


def sourced(text: Text, start: int, end: int) -> bool:
    """Whether a link to a source, a footnote or a number in brackets stands in the stretch."""
    prose = text.prose
    first = bisect_left(prose.links, start, key=lambda link: link.start)
    for link in islice(prose.links, first, None):
        if link.start >= end:
            break
        if leads_out(link.target):
            return True
    if any(start <= called < end for called, _ in prose.footnotes):
        return True
    stretch = text.source.text[start:end]
    return bool(_NUMBERED.search(stretch) or _ADDRESS.search(stretch))


def leads_out(target: str) -> bool:
    """Whether a link leads to something that can be read, and not just down the page."""
    return bool(target) and not target.lower().startswith(_NO_SOURCE)


def reach(text: Text, sentence: Sentence, window: int = 1) -> Span:
    """From the beginning of ``sentence`` to the end of the ``window`` sentences after it.

    A footnote or link right behind the full stop still belongs to it. The sentence after a title
    or heading is the first one of what follows; items of a list do not prove each other.
    """
    sentences = text.prose.sentences
    place = bisect_left(sentences, sentence.start, key=lambda each: each.start)
    scope = text.prose.blocks[sentence.block].scope
    last = place
    for index in range(place + 1, min(place + 1 + window, len(sentences))):
        if sentences[index].block != sentences[last].block and scope not in _HEADS:
            break
        last = index
    block = sentences[last].block
    if last + 1 < len(sentences) and sentences[last + 1].block == block:
        return Span(sentence.start, sentences[last + 1].start)
    return Span(sentence.start, text.prose.blocks[block].end)


def paragraph(text: Text, block: Block) -> tuple[Span, ...]:
    """The stretches in which a source covers ``block``: itself, and for an item its intro.

    A title or heading is covered by the block below it, too.
    """
    own = Span(block.start, block.end)
    blocks = text.prose.blocks
    place = blocks.index(block)
    if block.scope in _HEADS:
        below = next((each for each in blocks[place + 1 :] if each.scope not in _HEADS), None)
        return (own,) if below is None else (own, Span(below.start, below.end))
    if block.scope in _LISTED:
        above = next((each for each in blocks[:place][::-1] if each.scope not in _LISTED), None)
        if above is not None and above.scope not in _HEADS:
            return own, Span(above.start, above.end)
    return (own,)


def cited_claims(text: Text, context: Context) -> tuple[Claim, ...]:
    """The claims of the register that the front matter of a post cites."""
    if text.post is None or not text.post.front.claims:
        return ()
    cited = frozenset(text.post.front.claims)
    return tuple(claim for claim in context.registers.claims if claim.id and claim.id in cited)


def claim_at(text: Text, context: Context, start: int, end: int) -> Claim | None:
    """The cited claim that the stretch tells."""
    return next(
        (claim for claim in cited_claims(text, context) if tells(text, claim, start, end)), None
    )


def proved(text: Text, context: Context, start: int, end: int) -> bool:
    """Whether the stretch has a source or tells a cited claim."""
    return sourced(text, start, end) or claim_at(text, context, start, end) is not None


def tells(text: Text, claim: Claim, start: int, end: int) -> bool:
    """Whether the stretch tells ``claim``: names its id, its value, or half of its statement.

    The id may stand in a comment or a footnote; a value counts with one more word of the
    statement.
    """
    if claim.id and claim.id in text.source.text[start:end]:
        return True
    there = {token.folded for token in tokenise(text.source.text, start, end)}
    wanted = _telling(claim.statement)
    shared = len(wanted & there)
    if wanted and shared * 2 >= len(wanted) and _numbers(claim.statement) <= there:
        return True
    value = _numbers(claim.value)
    return bool(value) and value <= there and shared > 0


def _telling(statement: str) -> set[str]:
    return {token.folded for token in tokenise(statement) if len(token.folded) >= _TELLING}


def _numbers(value: str) -> set[str]:
    return {token.folded for token in tokenise(value) if token.folded[0].isdigit()}


def words_of(text: Text, sentence: Sentence) -> tuple[Token, ...]:
    """The words of a sentence."""
    return text.prose.tokens[sentence.first : sentence.last]


def language(text: Text) -> str:
    """The language whose words and patterns a rule takes: German, else English."""
    return "de" if text.lang.partition("-")[0] == "de" else "en"


def own_places(text: Text, context: Context, sentence: Sentence) -> Iterator[int]:
    """Where a sentence speaks of the company, counted in its words: we, our, or its own name."""
    itself = GUARD_WORDS[language(text)].itself
    tokens = words_of(text, sentence)
    for index, token in enumerate(tokens):
        # The country is no pronoun.
        spoken = token.folded in itself and text.source.text[token.start : token.end] != "US"
        if spoken or any(stands(name, tokens, index) for name in context.own_names):
            yield index


def stands(name: tuple[str, ...], tokens: Sequence[Token], index: int) -> bool:
    """Whether ``name`` stands at ``index``, also in its genitive."""
    if not name or index + len(name) > len(tokens):
        return False
    there = [token.folded for token in tokens[index : index + len(name)]]
    last = name[-1]
    return there[:-1] == list(name[:-1]) and there[-1] in (last, f"{last}s", f"{last}'s")


def speaks_of_self(text: Text, context: Context, sentence: Sentence) -> bool:
    """Whether a sentence is about the company: it says we or our, or gives its name."""
    return next(own_places(text, context, sentence), None) is not None


def goes_on(text: Text, context: Context, sentence: Sentence) -> bool:
    """Whether a sentence goes on about what the company told of before: “Its formula …”."""
    words = words_of(text, sentence)
    if not words or words[0].folded not in _GOING_ON[language(text)]:
        return False
    sentences = text.prose.sentences
    place = bisect_left(sentences, sentence.start, key=lambda each: each.start)
    before = sentences[place - 1] if place else None
    return (
        before is not None
        and before.block == sentence.block
        and speaks_of_self(text, context, before)
    )
