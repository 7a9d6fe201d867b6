"""Whether a green word speaks of a product of the company, of the company, or of a colour."""

from corpblog.lint.context import Context
from corpblog.lint.evidence import language, own_places, speaks_of_self, stands, words_of
from corpblog.lint.green_words import (
    ATTRIBUTE_REACH,
    COLOUR,
    COMPANY,
    NEUTRAL,
    PRODUCT,
    SERVING,
)
from corpblog.lint.prose.parts import Scope, Sentence
from corpblog.lint.text import Text
from corpblog.wordlists.matcher import Hit
from corpblog.wordlists.tokens import Token, tokenise

_COPULA = {
    "en": frozenset("is are be being becomes become made stays remains will".split()),
    "de": frozenset("ist sind wird werden sein bleibt bleiben".split()),
}
_SUBJECT_REACH = 8


def about_us(text: Text, context: Context, sentence: Sentence) -> bool:
    """Whether the sentence is about the company."""
    return speaks_of_self(text, context, sentence)


def about_product(
    text: Text, context: Context, hit: Hit, sentence: Sentence, *, certain: bool
) -> bool:
    """Whether the hit praises something that the company sells.

    ``certain`` words need only stand in a sentence about the company; others stand before a
    product (our green packaging) or after it (our packaging is green).
    """
    tokens = words_of(text, sentence)
    first, last = hit.first - sentence.first, hit.last - sentence.first
    lang = language(text)
    after = [token.folded for token in tokens[last : last + ATTRIBUTE_REACH]]
    coloured = COLOUR[lang] if tokens[first].folded.startswith(("green", "grün")) else frozenset()
    if set(after[:1]) & (COMPANY[lang] | coloured):
        return False
    own = list(own_places(text, context, sentence))
    headed = text.prose.blocks[sentence.block].scope in (Scope.TITLE, Scope.SUMMARY, Scope.HEADING)
    if not own and not headed and not _own_product(tokens, context):
        return False
    served = [token.folded for token in tokens[max(first - ATTRIBUTE_REACH, 0) : first]]
    if hit.entry.category == NEUTRAL and own and not SERVING[lang].isdisjoint(served):
        return True
    if certain and own:
        return not _of_company(tokens, first, lang)
    return _before_product(tokens, last, lang, context) or _after_product(
        tokens, first, lang, context
    )


def _before_product(tokens: tuple[Token, ...], last: int, lang: str, context: Context) -> bool:
    """“green packaging”: a product follows before the phrase is over."""
    for token, index in zip(tokens[last:], range(ATTRIBUTE_REACH), strict=False):
        if not token.joined and not (lang == "en" and index):
            return False
        if _is_product(token.folded, lang) or _named_product(tokens, last + index, context):
            # “product development” is no product.
            after = tokens[last + index + 1 : last + index + 2]
            return not any(each.joined and each.folded in COMPANY[lang] for each in after)
        if token.folded in COMPANY[lang]:
            return False
    return False


def _after_product(tokens: tuple[Token, ...], first: int, lang: str, context: Context) -> bool:
    """“our packaging is green”: a product, then a form of to be, then the word."""
    start = max(first - _SUBJECT_REACH, 0)
    words = [token.folded for token in tokens[start:first]]
    copula = next((i for i in range(len(words) - 1, -1, -1) if words[i] in _COPULA[lang]), None)
    if copula is None:
        return False
    subject = range(start, start + copula)
    if any(tokens[index].folded in COMPANY[lang] for index in subject):
        return False
    return any(
        _is_product(tokens[index].folded, lang) or _named_product(tokens, index, context)
        for index in subject
    )


def _of_company(tokens: tuple[Token, ...], first: int, lang: str) -> bool:
    """“our company is climate friendly”: the subject is the company, not what it sells."""
    before = [token.folded for token in tokens[:first]]
    return bool(set(before[-_SUBJECT_REACH:]) & COMPANY[lang])


def _is_product(word: str, lang: str) -> bool:
    return PRODUCT[lang].fullmatch(word) is not None


def _own_product(tokens: tuple[Token, ...], context: Context) -> bool:
    return any(_named_product(tokens, index, context) for index in range(len(tokens)))


def _named_product(tokens: tuple[Token, ...], index: int, context: Context) -> bool:
    """Whether a product of names.yml that is the company's own stands at ``index``."""
    return any(
        stands(tuple(word.folded for word in tokenise(entry.name)), tokens, index)
        for entry in context.registers.names
        if entry.own and entry.kind == "product"
    )
