"""What counts as a boast: superlatives and absolutes that the company says of itself."""

from collections.abc import Iterator

from corpblog.lint.boast_words import (
    ABSOLUTE,
    BETTER,
    COPULAS,
    FREE_AFTER,
    FREE_ALONE,
    MARKET,
    OF_THE_MARKET,
    OFFERING,
    SEEKING,
    SUBJECTS,
    SUPERLATIVE,
    TIES,
    WISHES,
)
from corpblog.lint.context import Context
from corpblog.lint.evidence import goes_on, language, own_places, words_of
from corpblog.lint.guards import find_phrases
from corpblog.lint.prose.parts import Scope, Sentence
from corpblog.lint.text import Text
from corpblog.wordlists.matcher import Hit

_NEAR = 6
# What is looked into, asked for or told about is not what is sold.
_OBJECT = frozenset("into for about among at on to über nach für um unter zu an auf".split())


# “the best of” and “the best we could” compare nothing.
_FREE_NEXT = frozenset("of we to it is es ist".split())
# What protocols and laws guarantee, and what is no feat to do first.
_NO_PROMISE = frozenset(
    """that order delivery consistency message messages income minimum rights by dass
    reihenfolge""".split()
)
_NO_FEAT = frozenset("say tell admit notice see hear know ask arrive leave".split())
_OWNED = frozenset("only first einzige einzigen erste ersten number no nummer nr".split())
_RANKS = frozenset("number nummer no nr".split())
_PROMISED = frozenset("guaranteed garantiert garantieren".split())


def boasts(text: Text, context: Context) -> Iterator[tuple[Hit, Sentence]]:
    """Superlatives and absolutes that the company says of itself, each with its sentence."""
    for name in (SUPERLATIVE, ABSOLUTE, BETTER):
        for hit in find_phrases(text, name, context):
            sentence = text.sentence_at(hit.start)
            if sentence is not None and _is_boast(name, hit, sentence, text, context):
                yield hit, sentence


def _is_boast(name: str, hit: Hit, sentence: Sentence, text: Text, context: Context) -> bool:
    lang = language(text)
    words = [token.folded for token in words_of(text, sentence)]
    if text.source.text[sentence.start : sentence.end].rstrip().endswith("?"):
        return False
    first, last = hit.first - sentence.first, hit.last - sentence.first
    own = list(own_places(text, context, sentence))
    if not own and goes_on(text, context, sentence):
        own = [0]
    if not own:
        return name != BETTER and _of_a_product(words, first, last, lang)
    if name == SUPERLATIVE:
        return _of_ourselves(words, own, first, last, lang, _in_title(text, sentence))
    if set(words) & WISHES[lang]:
        return False
    if name == BETTER:
        return any(place < first for place in own) and "some" not in words[:first]
    return _alone(words, own, first, last, lang)


def _of_a_product(words: list[str], first: int, last: int, lang: str) -> bool:
    """“The new G7 is the most precise scale on the market and the only one that …”.

    Who writes so has something to sell, though the sentence has no we.
    """
    is_subject = bool(words[: max(first, 1)]) and words[0] in SUBJECTS[lang]
    whole = words[: first + 1]
    if not is_subject or set(whole) & (SEEKING[lang] | WISHES[lang]):
        return False
    if set(words[first:last]) & _RANKS:
        return bool(set(whole) & COPULAS[lang])
    return bool(set(whole) & COPULAS[lang]) and bool(set(words) & OF_THE_MARKET[lang])


def _in_title(text: Text, sentence: Sentence) -> bool:
    return text.prose.blocks[sentence.block].scope in (Scope.TITLE, Scope.SUMMARY, Scope.HEADING)


def _of_ourselves(
    words: list[str], own: list[int], first: int, last: int, lang: str, title: bool
) -> bool:
    """Whether a superlative is about the company: what it is, makes or sells."""
    before, after = words[:first], words[last:]
    # German verbs stand at the end as often.
    verbs = words if lang == "de" else before
    if set(after[:2]) & FREE_AFTER[lang] or set(verbs) & SEEKING[lang]:
        return False
    if set(after[:1]) & _FREE_NEXT or set(before[-1:]) & _OBJECT:
        return False
    if set(after) & MARKET[lang] or words[first].endswith("'s"):
        return True
    if title:
        return True
    near = [place for place in own if place < first and first - place <= _NEAR + 2]
    if words[first] == "am" and words[first + 1] != "besten":
        return bool(near)
    offers = OFFERING[lang]
    if any(set(words[place + 1 : first]) & offers for place in near):
        return True
    if lang == "de" and near and set(after[:_NEAR]) & offers:
        return True
    return any(
        words[place - 1] in TIES[lang] for place in own if place > last and place - last <= _NEAR
    )


def _alone(words: list[str], own: list[int], first: int, last: int, lang: str) -> bool:
    """Whether an absolute such as “the only” or “guaranteed” stands for what the company sells."""
    phrase = words[first:last]
    if phrase[0].endswith("'s"):
        return True
    following = set(words[last : last + 2])
    if phrase[-1] in _PROMISED and (following & _NO_PROMISE or not _near(own, first, last)):
        return False
    if following & (FREE_ALONE[lang] | _NO_FEAT):
        return False
    needs_owner = {phrase[0], phrase[-1]} & _OWNED and "we" not in phrase
    if needs_owner and not any(place <= first and first - place <= _NEAR for place in own):
        return False
    if phrase[-1] in ("first", "erste", "ersten"):
        far = words[last : last + _NEAR + 2]
        return bool(set(far) & (MARKET[lang] | {"to", "that", "der", "die", "das", "dem"}))
    return True


def _near(own: list[int], first: int, last: int) -> bool:
    """Whether the company stands shortly before the words, or right behind them."""
    return any(-_NEAR - 2 <= place - first < 0 or 0 <= place - last < _NEAR + 2 for place in own)
