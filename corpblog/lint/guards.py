"""What keeps a rule quiet although a word is on its list: names, negation, mention and the like.

A guard is a pure function of the text, the hit and the context of the run.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from corpblog.lint.context import Context
from corpblog.lint.guard_names import ALL_GUARDS, PHRASE_GUARDS, GuardName
from corpblog.lint.guard_words import GuardWords
from corpblog.lint.lexicon import JARGON, NAMES
from corpblog.lint.self_scope import product_scoped, self_scoped, words_at
from corpblog.lint.text import Text
from corpblog.wordlists.entries import Directives
from corpblog.wordlists.matcher import Hit
from corpblog.wordlists.neighbours import end_of_rest

TECHNICAL_TAGS = ("engineering", "data", "technik")

_NEGATION_WORDS = 4
_DEFINITION_WORDS = 6
_LEAD_WORDS = 60
# Emphasis around a hit and at most so many further words speaks about the word.
_FURTHER_WORDS = 2
# How far “words like one, another and a third” reaches.
_LISTED_WORDS = 8
# Company of a word with a plain use: how near one must stand, how far a block reaches,
# and how many it takes there.
_COMPANY_WORDS = 30
_BLOCK_WORDS = 80
_COMPANY = 2
_PILED = ("buzzword", "empty-superlative", "hype-adjective")
_WEASEL = "weasel-word"
_GUARDS_OF_OTHERS = frozenset(ALL_GUARDS) - {"others", "once", "technical"}
_CLAUSE_END = re.compile(r"[,;:.!?()\[\]–—…/|]|\s-{1,3}\s|\n\s*\n")


def standing(
    text: Text,
    hits: Iterable[Hit],
    context: Context,
    guards: Iterable[GuardName] = ALL_GUARDS,
) -> Iterator[Hit]:
    """The ``hits`` that none of ``guards`` holds back, in their order."""
    active = frozenset(guards)
    used: set[str] = set()
    taken: Hit | None = None
    for hit in hits:
        full = whole(text, hit)
        if full is None or _lies_in(hit, taken) or ("names" in active and named(text, hit)):
            continue
        pattern = hit.entry.pattern
        if hit.entry.directives.once and "once" in active and pattern not in used:
            used.add(pattern)
        elif not _held_back(text, hit, context, active):
            taken = full
            yield full


def _lies_in(hit: Hit, taken: Hit | None) -> bool:
    """Whether a hit is the later part of one before it."""
    if taken is None or taken.entry.category != hit.entry.category:
        return False
    return hit.start < taken.end


def find_phrases(
    text: Text,
    name: str,
    context: Context,
    guards: Iterable[GuardName] = PHRASE_GUARDS,
) -> Iterator[Hit]:
    """What the word list ``name`` found in ``text``, without what ``guards`` hold back."""
    return standing(text, text.hits(name), context, guards)


def _held_back(text: Text, hit: Hit, context: Context, guards: frozenset[GuardName]) -> bool:
    return (
        ("names" in guards and named(text, hit))
        or (
            "self_scope" in guards
            and hit.entry.directives.only_with_self
            and not self_scoped(text, hit, context)
            and not product_scoped(text, hit, context)
            and not ("others" in guards and accompanied(text, hit, context))
        )
        or ("negation" in guards and negated(text, hit))
        or ("mention" in guards and mentioned(text, hit))
        or ("definition" in guards and defined(text, hit))
        or (
            "others" in guards
            and hit.entry.directives.only_with_others
            and not accompanied(text, hit, context)
        )
    )


def whole(text: Text, hit: Hit) -> Hit | None:
    """The hit with the rest of its phrase, which stands later in the sentence; None without it."""
    rest = hit.entry.directives.later
    if not rest:
        return hit
    sentence = text.sentence_at(hit.start)
    tokens = text.prose.tokens
    last = end_of_rest(rest, tokens, hit.last, sentence.last) if sentence else None
    return None if last is None else hit._replace(end=tokens[last - 1].end, last=last)


def named(text: Text, hit: Hit) -> bool:
    """Whether a name of ``names.yml``, a person or the company covers a word of the hit."""
    names = text.hits(NAMES)
    index = bisect_left(names, hit.end, key=lambda name: name.start) - 1
    return index >= 0 and names[index].end > hit.start


def negated(text: Text, hit: Hit) -> bool:
    """Whether a negator stands at most four words before the hit in its clause."""
    words = words_at(text, hit.start)
    tokens = text.prose.tokens
    for index in _clause_before(text, hit, _NEGATION_WORDS):
        word = tokens[index].folded
        if word in words.turns:
            return False
        if word in words.negators or word.endswith("n't") or _second(text, hit, index, words):
            return tokens[index + 1].folded not in words.restricting
    return False


def _second(text: Text, hit: Hit, index: int, words: GuardWords) -> bool:
    """Whether the word at ``index`` is the second of two negators: weder … noch."""
    tokens = text.prose.tokens
    first = words.paired.get(tokens[index].folded)
    sentence = text.sentence_at(hit.start) if first else None
    return sentence is not None and any(
        token.folded == first for token in tokens[sentence.first : index]
    )


def mentioned(text: Text, hit: Hit) -> bool:
    """Whether the text speaks about the word: in italics, or after “the word”, “so-called”."""
    return _emphasised(text, hit) or _announced(text, hit)


def defined(text: Text, hit: Hit) -> bool:
    """Whether “we mean” follows within six words: the author says what the word means."""
    meaning = words_at(text, hit.start).meaning
    tokens = text.prose.tokens
    sentence = text.sentence_at(hit.start)
    last = min(hit.last + _DEFINITION_WORDS, sentence.last if sentence else len(tokens))
    following = [token.folded for token in tokens[hit.last : last]]
    return any(pair in meaning for pair in pairwise(following))


def accompanied(text: Text, hit: Hit, context: Context) -> bool:
    """Whether a word that has a plain use, too, stands among other jargon.

    That is one word of jargon without a plain use near it in its block, or two anywhere in the
    block, or two further adjectives and nouns that have a plain use in its sentence. Weasel words
    are no company: they stand everywhere. Praise that others may deserve is none for its like.
    """
    block = text.block_at(hit.start)
    if block is None:
        return False
    jargon = 0
    alike: set[str] = set()
    praise = hit.entry.directives.only_with_self
    sentence = text.sentence_at(hit.start) if hit.entry.category in _PILED else None
    for other in _hits_near(text, hit):
        entry = other.entry
        if (
            not block.start <= other.start < block.end
            or entry.pattern == hit.entry.pattern
            or entry.category == _WEASEL
        ):
            continue
        within = sentence is not None and sentence.start <= other.start < sentence.end
        piled = within and entry.category in _PILED and _is_plain(entry.directives)
        if piled and not negated(text, other):
            alike.add(entry.pattern)
        if entry.directives.only_with_others or (praise and entry.directives.only_with_self):
            continue
        if whole(text, other) and not _held_back(text, other, context, _GUARDS_OF_OTHERS):
            jargon += _COMPANY if abs(other.first - hit.first) <= _COMPANY_WORDS else 1
        if max(jargon, len(alike)) >= _COMPANY:
            return True
    return max(jargon, len(alike)) >= _COMPANY


def _is_plain(directives: Directives) -> bool:
    """Whether a word has a plain use, too, or is praise that others may deserve."""
    return directives.only_with_others or directives.only_with_self


def _hits_near(text: Text, hit: Hit) -> tuple[Hit, ...]:
    """All jargon as far around the hit as it may be its company."""
    hits = text.hits(JARGON)
    first = bisect_left(hits, hit.first - _BLOCK_WORDS, key=lambda other: other.first)
    last = bisect_left(hits, hit.first + _BLOCK_WORDS, key=lambda other: other.first)
    return hits[first:last]


def technical(text: Text, hit: Hit, context: Context) -> bool:
    """Whether a technical term stands in a post for technicians, told by its tags."""
    if text.post is None or not hit.entry.directives.technical:
        return False
    wanted = context.config.guidelines.technical_tags or TECHNICAL_TAGS
    tags = {tag.casefold() for tag in text.post.front.tags}
    return any(tag.casefold() in tags for tag in wanted)


def in_lead(text: Text, hit: Hit) -> bool:
    """Whether the hit stands in the title, the summary or the first 60 words of the body."""
    first = bisect_left(text.prose.tokens, text.source.body_start, key=lambda token: token.start)
    return hit.first < first + _LEAD_WORDS


def _clause_before(text: Text, hit: Hit, most: int) -> Iterator[int]:
    """The words before the hit, nearest first, as far as its clause reaches."""
    tokens = text.prose.tokens
    for index in range(hit.first - 1, max(hit.first - 1 - most, -1), -1):
        if _CLAUSE_END.search(text.prose.text, tokens[index].end, tokens[index + 1].start):
            return
        yield index


def _emphasised(text: Text, hit: Hit) -> bool:
    tokens = text.prose.tokens
    for start, end in text.prose.emphasis:
        if start <= hit.start and hit.end <= end:
            first = bisect_left(tokens, start, key=lambda token: token.start)
            last = bisect_left(tokens, end, key=lambda token: token.start)
            return last - first <= hit.last - hit.first + _FURTHER_WORDS
    return False


def _announced(text: Text, hit: Hit) -> bool:
    """Whether “the word”, “so-called” or “words like” stand before the hit."""
    words = words_at(text, hit.start)
    tokens = text.prose.tokens
    for index in _clause_before(text, hit, 4):
        word = tokens[index].folded
        if word in words.naming:
            return True
        if word in words.term_words:
            return index > 0 and tokens[index - 1].folded in words.pointing
        if word not in words.fillers:
            break
    return _listed(text, hit, words)


def _listed(text: Text, hit: Hit, words: GuardWords) -> bool:
    """Whether the hit is one of several after “words like”, “terms such as”."""
    sentence = text.sentence_at(hit.start)
    first = max(sentence.first if sentence else 0, hit.first - _LISTED_WORDS)
    before = [token.folded for token in text.prose.tokens[first : hit.first]]
    return any(
        one in words.term_words and other in words.listing for one, other in pairwise(before)
    )
