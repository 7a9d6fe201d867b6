"""Whether a sentence speaks of the company, or praises what it sells."""

from bisect import bisect_left
from collections.abc import Sequence

from corpblog.lint.context import Context
from corpblog.lint.evidence import stands
from corpblog.lint.guard_words import GUARD_WORDS, PRODUCT_NOUNS, GuardWords
from corpblog.lint.prose.parts import Sentence
from corpblog.lint.text import Text
from corpblog.wordlists.matcher import Hit
from corpblog.wordlists.tokens import Token

# However long a sentence is: who speaks of himself does so within so many words.
_SELF_WORDS = 60
# “sleek design”, “sleek and modern design”: so near the praised thing stands.
_PRAISED_WORDS = 3


def self_scoped(text: Text, hit: Hit, context: Context) -> bool:
    """Whether the sentence speaks of the company itself: we, our, us, or one of its names."""
    sentence = text.sentence_at(hit.start)
    return sentence is not None and _is_ours(text, hit, sentence, context)


def product_scoped(text: Text, hit: Hit, context: Context) -> bool:
    """Whether the hit praises a product beside a sentence about the company.

    “Our app is new. Its sleek design …” goes on about the app.
    """
    sentence = text.sentence_at(hit.start)
    if sentence is None:
        return False
    last = min(hit.last + _PRAISED_WORDS, sentence.last)
    nouns = PRODUCT_NOUNS[language_at(text, hit.start)]
    if not any(_is_one(token.folded, nouns) for token in text.prose.tokens[hit.last : last]):
        return False
    sentences = text.prose.sentences
    place = bisect_left(sentences, sentence.start, key=lambda each: each.start)
    near = (*sentences[max(place - 1, 0) : place], *sentences[place + 1 : place + 2])
    return any(each.block == sentence.block and _is_ours(text, hit, each, context) for each in near)


def words_at(text: Text, place: int) -> GuardWords:
    """The words of guards in the language of ``place``."""
    return GUARD_WORDS[language_at(text, place)]


def language_at(text: Text, place: int) -> str:
    """The language that the text stands in at ``place``, as far as guards know it; else English."""
    inside = [
        (end - start, lang) for start, end, lang in text.prose.foreign if start <= place < end
    ]
    lang = (min(inside)[1] if inside else text.lang).partition("-")[0]
    return lang if lang in GUARD_WORDS else "en"


def _is_ours(text: Text, hit: Hit, sentence: Sentence, context: Context) -> bool:
    first = max(sentence.first, hit.first - _SELF_WORDS)
    tokens = text.prose.tokens[first : min(sentence.last, hit.last + _SELF_WORDS)]
    itself = words_at(text, hit.start).itself
    return _says_we(text, tokens, itself) or any(
        stands(name, tokens, index) for name in context.own_names for index in range(len(tokens))
    )


def _says_we(text: Text, tokens: Sequence[Token], itself: frozenset[str]) -> bool:
    # The country is no pronoun.
    return any(
        token.folded in itself and text.source.text[token.start : token.end] != "US"
        for token in tokens
    )


def _is_one(word: str, nouns: tuple[str, ...]) -> bool:
    """Whether ``word`` ends in one of ``nouns``, as compounds and plurals do."""
    return word.endswith(nouns)
