"""The conditions of entries about the words near a hit: what may stand before and after it."""

from collections.abc import Iterable, Sequence
from functools import cache

from corpblog.wordlists.entries import Directives
from corpblog.wordlists.notation import Word, fits, forms_of
from corpblog.wordlists.tokens import Token

# [only-before: number]: digits, or a number in words, after at most a sign such as € or <.
NUMBER = "number"
_SIGNS = 3
_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty
    seventy eighty ninety hundred thousand million billion half double twice zwei drei vier fünf
    sechs sieben acht neun zehn elf zwölf zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig
    neunzig hundert tausend million millionen milliarde milliarden""".split()
)

# How many words may stand between the two parts of a phrase: “denken wir … neu”.
_BETWEEN = 8
# After a comma these begin another thought.
_NEW_THOUGHTS = frozenset("and but or und aber oder sondern denn".split())

_NONE = Directives()


def allowed(conditions: Directives, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether ``tokens[first:last]`` may be a hit of an entry with these ``conditions``."""
    if conditions == _NONE:
        return True
    return not (
        any(_are(each, tokens, first, last) for each in conditions.exceptions)
        or any(_follow(each, tokens, last) for each in conditions.not_before)
        or any(_precede(each, tokens, first) for each in conditions.not_after)
        or (
            conditions.only_before
            and not any(_follow(each, tokens, last) for each in conditions.only_before)
        )
    )


def end_of_rest(phrases: Iterable[str], tokens: Sequence[Token], last: int, end: int) -> int | None:
    """Where the nearest of ``phrases`` ends that begins within eight words after ``last``.

    It lies before ``end``, the end of the sentence, and before “, and”; None where none of them
    stands there.
    """
    forms = [words for phrase in phrases for words in _forms(phrase)]
    for first in range(last, min(last + _BETWEEN + 1, end)):
        if tokens[first].folded in _NEW_THOUGHTS and not tokens[first].joined:
            return None
        ends = [
            first + len(words)
            for words in forms
            if first + len(words) <= end and _stand(words, tokens, first)
        ]
        if ends:
            return max(ends)
    return None


def _are(phrase: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(
        len(words) == last - first and _stand(words, tokens, first) for words in _forms(phrase)
    )


def _follow(phrase: str, tokens: Sequence[Token], last: int) -> bool:
    if phrase == NUMBER:
        return _number_follows(tokens, last)
    if last >= len(tokens) or not tokens[last].joined:
        return False
    return any(_stand(words, tokens, last) for words in _forms(phrase))


def _precede(phrase: str, tokens: Sequence[Token], first: int) -> bool:
    if not tokens[first].joined:
        return False
    return any(_stand(words, tokens, first - len(words)) for words in _forms(phrase))


@cache
def _forms(phrase: str) -> tuple[tuple[Word, ...], ...]:
    return tuple(form.words for form in forms_of(phrase))


def _stand(words: tuple[Word, ...], tokens: Sequence[Token], first: int) -> bool:
    """Whether ``words`` stand at ``first``, whatever stands before them."""
    if first < 0 or first + len(words) > len(tokens):
        return False
    there = tokens[first : first + len(words)]
    return all(
        fits(word.text, token.folded) for word, token in zip(words, there, strict=True)
    ) and (
        all(word.joined == token.joined for word, token in zip(words[1:], there[1:], strict=True))
    )


def _number_follows(tokens: Sequence[Token], last: int) -> bool:
    if last >= len(tokens) or tokens[last].start - tokens[last - 1].end > _SIGNS:
        return False
    word = tokens[last].folded
    return word[0].isdigit() or word in _NUMBERS
