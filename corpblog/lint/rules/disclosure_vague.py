"""A disclosure that hides what it should tell.

Eine Offenlegung, die verschweigt, was sie sagen soll.

Why: German practice accepts “Werbung” and “Anzeige”, not “sponsored”, “ad” or “PR-Sample”; the
British rules advise against sp, spon, collab and “in association with” (UWG § 5a(4), UK CAP Code
2). This is no legal advice.
Warum: Anerkannt sind „Werbung“ und „Anzeige“, nicht „Sponsored“, „Ad“ oder „PR-Sample“ (UWG § 5a
Abs. 4; BGH I ZR 90/20). Keine Rechtsberatung.
Instead: say in a plain sentence who gave what to whom.
Stattdessen: Sagen Sie in einem schlichten Satz, wer wem was gegeben hat.

Bad: In association with Kern Ltd.
Good: Advertisement: Kern Ltd paid us for this post.
Schlecht: Sponsored by Kern.
Gut: Werbung: Kern hat für diesen Beitrag bezahlt.
Known: only the sentences of disclosures, the title, the summary and the first 300 characters are
looked at. “Thanks to” and “partner” count only before a party of the register or of a disclosure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.declared import disclosures_of
from corpblog.lint.parties import Party, first_mention, party_of, readable_words
from corpblog.lint.rule import Finding, Findings, Key, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.vague_words import WORDS, DisclosureWords, reads_english
from corpblog.lint.wording import Wording
from corpblog.model.disclosure import PAID_TYPES, DisclosureType
from corpblog.model.keys import key
from corpblog.model.post import Post
from corpblog.wordlists.tokens import Token, tokenise

_LEAD = 300
# So far behind a vague term a name still belongs to it.
_REACH = 60
# A longer sentence that begins with such a term is no label.
_LABEL_WORDS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What else is vague."""

    terms_extra: tuple[str, ...] = key("further vague terms, in any language", default=())


_VAGUE = Wording(
    "“{words}” does not say who gave what", "„{words}“ sagt nicht, wer was gegeben hat"
)
_ENGLISH = Wording(
    "this disclosure is in English, the post in German",
    "diese Offenlegung ist englisch, der Beitrag deutsch",
)
_SAY_IT = Wording(
    "say it plainly, such as “X paid us for this post”, “X gave us the device”, “we sell to X”",
    "sagen Sie es klar, etwa „X hat diesen Beitrag bezahlt“, „X hat uns das Gerät geschenkt“, "
    "„X ist unser Kunde“",
)
_TRANSLATE = Wording(
    "write it in German, or delete the key text: the standard sentence is in the language of "
    "the post",
    "schreiben Sie es auf Deutsch, oder löschen Sie den Schlüssel text: Der Standardsatz steht "
    "in der Sprache des Beitrags",
)


def check(text: Text, context: Context, options: Options) -> Findings:
    """Vague sentences of disclosures, and vague labels where the post begins."""
    vague = WORDS.get(text.lang.partition("-")[0])
    if text.post is None or vague is None:
        return
    extra = tuple(" ".join(_folded(tokenise(term))) for term in options.terms_extra)
    vague = vague._replace(strong=(*vague.strong, *extra), labels=(*vague.labels, *extra))
    yield from _sentences(text, text.post, vague)
    yield from _lead(text, text.post, vague, context)


def _sentences(text: Text, post: Post, vague: DisclosureWords) -> Findings:
    """What the author wrote in place of the standard sentences."""
    for index, item in enumerate(post.disclosures):
        tokens = tuple(tokenise(item.text))
        words = _folded(tokens)
        severity = Severity.ERROR if item.type in PAID_TYPES else Severity.WARNING
        at = Key(("disclosures", index, "text"))
        terms = tuple(_found(tokens, (*vague.labels, *vague.ties, *vague.strong)))
        if terms and not _is_plain(words, vague):
            start, end, _ = terms[0]
            message = _VAGUE(words=item.text[start:end])
            yield Finding(message=message, at=at, hint=_SAY_IT, severity=severity)
        elif text.lang.startswith("de") and reads_english(words):
            yield Finding(message=_ENGLISH, at=at, hint=_TRANSLATE, severity=severity)


def _lead(text: Text, post: Post, vague: DisclosureWords, context: Context) -> Findings:
    """Vague labels in title, summary and the first 300 characters of the body."""
    tokens = _lead_tokens(text)
    parties = _parties(text, post, context)
    paid = any(item.type in PAID_TYPES for item in disclosures_of(text, post))
    for start, end, term in _found(tokens, (*vague.labels, *vague.ties, *vague.strong)):
        sentence = text.sentence_at(start)
        if sentence is None:
            continue
        inside = text.prose.tokens[sentence.first : sentence.last]
        if _is_plain(_folded(inside), vague):
            continue
        label = term in vague.labels and _is_label(text, start, end, inside)
        strong = term in vague.strong and start == inside[0].start and len(inside) <= _LABEL_WORDS
        reach = text.prose.readable[end : min(end + _REACH, sentence.end)]
        leads = term in vague.ties or term in vague.strong
        if label or strong or (leads and _names_one(reach, parties)):
            yield Finding(
                message=_VAGUE(words=text.source.text[start:end]),
                at=Span(start, end),
                hint=_SAY_IT,
                severity=Severity.ERROR if paid or term in vague.paid else Severity.WARNING,
            )


def _lead_tokens(text: Text) -> tuple[Token, ...]:
    """The words of title, summary, and of as much of the body as a reader sees at first."""
    body, seen = text.source.body_start, 0

    def is_early(token: Token) -> bool:
        nonlocal seen
        # A word and the blank after it: what is blanked out between words is not seen.
        seen += token.end - token.start + 1 if token.start >= body else 0
        return seen <= _LEAD

    return tuple(takewhile(is_early, text.prose.tokens))


def _found(tokens: Sequence[Token], terms: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where ``terms`` stand in ``tokens``, the longest at each place: start, end and the term."""
    done = 0
    by_length = sorted({tuple(term.split()) for term in terms}, key=lambda words: -len(words))
    words = _folded(tokens)
    firsts = {term[0] for term in by_length if term}
    for place in [place for place, word in enumerate(words) if word in firsts]:
        if place < done:
            continue
        for term in by_length:
            if words[place : place + len(term)] == term and _joined(tokens, place, len(term)):
                last = place + len(term) - 1
                yield tokens[place].start, tokens[last].end, " ".join(term)
                done = last + 1
                break


def _joined(tokens: Sequence[Token], place: int, count: int) -> bool:
    return all(token.joined for token in tokens[place + 1 : place + count])


def _is_label(text: Text, start: int, end: int, inside: Sequence[Token]) -> bool:
    """Whether the term stands alone: “[Ad]”, “#collab”, “Kooperation:”, or nothing else."""
    source = text.source.text
    before, after = source[max(start - 1, 0) : start], source[end : end + 1]
    alone = len(inside) == len(tokenise(source[start:end]))
    opens = start == inside[0].start
    return alone or before in ("#", "[", "(") or (opens and after in (":", "|"))


def _is_plain(words: Sequence[str], vague: DisclosureWords) -> bool:
    whole = frozenset(word for word in vague.plain if not word.endswith("-"))
    beginnings = tuple(word[:-1] for word in vague.plain if word.endswith("-"))
    return any(word in whole or word.startswith(beginnings) for word in words)


def _parties(text: Text, post: Post, context: Context) -> tuple[Party, ...]:
    """Whom a vague word may hide; a partner who is disclosed as a partner may be called so."""
    told = tuple(
        Party(names=(item.party,))
        for item in disclosures_of(text, post)
        if item.party.strip() and item.type is not DisclosureType.PARTNER
    )
    return (*(party_of(relation) for relation in context.registers.relations), *told)


def _names_one(words: str, parties: Sequence[Party]) -> bool:
    seen = readable_words(words)
    return any(first_mention(seen, party) is not None for party in parties)


def _folded(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.folded for token in tokens)


RULE = Rule(
    code="DISC004",
    name="disclosure-vague",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    legal=True,
    text=check,
)
