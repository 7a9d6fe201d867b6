"""What gives a press release away: each mark with its place in the text."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpblog.lint.context import Context
from corpblog.lint.first_person import language, speaks_as_person
from corpblog.lint.own_names import OwnNames, own_names
from corpblog.lint.press_words import PRESS_WORDS, PressWords
from corpblog.lint.prose.parts import Block, Scope, Stretch
from corpblog.lint.rule import Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.markup.embeds import player
from corpblog.wordlists.tokens import Token

_TITLE_SCOPES = frozenset((Scope.TITLE, Scope.SUMMARY))
_MONTHS = r"(?:Jan|Feb|M(?:är|ar)|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])[a-zä]{0,9}\.?"
_DAY = (
    rf"(?:\d{{1,2}}\.? ?{_MONTHS} \d{{4}}|{_MONTHS} \d{{1,2}},? \d{{4}}"
    r"|\d{1,2}\. ?\d{1,2}\. ?\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})"
)
_PLACE = r"[A-ZÄÖÜ][\w.'’-]{1,30}(?:[ /,]{1,2}[A-ZÄÖÜ(][\w.()'’-]{0,30}){0,4}"
_DATELINE = re.compile(
    rf"\s*(?:\([a-z]{{2,8}}\) ?)?{_PLACE},? (?:\([A-Za-z ]{{2,20}}\) ?)?(?:den )?{_DAY}"
    r"\s{0,4}(?:\([\w ]{2,20}\)\s{0,2})?(?:[–—:]|-{1,2}\s|\.\s)"
)
_END_SIGN = re.compile(
    r"^[ \t>*_]*(?:###|# # #|[-–—] ?30 ?[-–—]|[-–—*] ?(?:Ende|ENDE|Ends?|ENDS?) ?[-–—*]|ENDS)"
    r"[ \t*_]*$",
    re.MULTILINE,
)
# A short line that stands for a heading: a paragraph of its own.
_SHORT_LINE = 8
_QUOTED_WORDS = re.compile(r"\w+(?:\W+\w+){3}")
# How far from the quotation the speaker is named.
_NEAR_QUOTE = 140
_FIRST_WORDS = 100
_SUBJECTS = 3
_FIRST_PLACES = 3
_POSTER_WORDS = 60
_FILM_WORDS = 80
_LONGEST_FRAME = 2000
_FRAME = re.compile(r"<(?:iframe|video|embed|object)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A mark of a press release and where it stands."""

    at: Span
    what: Wording


@dataclass(frozen=True, kw_only=True, slots=True)
class _Seen:
    """A post under examination for marks."""

    text: Text
    context: Context
    words: PressWords
    names: OwnNames
    body: tuple[Token, ...]
    starts: list[int]
    said: frozenset[str]

    def between(self, start: int, end: int) -> list[Token]:
        """The words of a stretch of the body."""
        return list(self.body[bisect_left(self.starts, start) : bisect_left(self.starts, end)])

    def names_us(self, tokens: list[Token]) -> bool:
        """Whether one of the words is the name of the company or a product."""
        return any(True for _ in self.names.find(tokens, self.text.source.text))

    def short_lines(self) -> Iterator[tuple[Block, list[Token]]]:
        """Headings, and paragraphs as short as headings."""
        for block in self.text.prose.blocks:
            if block.start < self.text.source.body_start or block.in_quote:
                continue
            tokens = self.between(block.start, block.end)
            if tokens and (block.scope is Scope.HEADING or len(tokens) <= _SHORT_LINE):
                yield block, tokens


def press_marks(text: Text, context: Context) -> tuple[Mark, ...]:
    """The marks that ``text`` bears, each kind once, in the order of the text."""
    start = bisect_left(text.prose.tokens, text.source.body_start, key=lambda token: token.start)
    body = text.prose.tokens[start:]
    seen = _Seen(
        text=text,
        context=context,
        words=PRESS_WORDS[language(text)],
        names=own_names(context),
        body=body,
        starts=[token[0] for token in body],
        said=frozenset([token[2] for token in text.prose.tokens]),
    )
    found = []
    for what, find in _KINDS:
        span = find(seen)
        if span is not None:
            found.append(Mark(at=span, what=what))
    return tuple(sorted(found, key=lambda mark: mark.at))


def _dateline(seen: _Seen) -> Span | None:
    """“Ulm, 10 November 2026 –” at the beginning of the first paragraph."""
    prose = seen.text.prose
    for block in prose.blocks:
        if block.scope is Scope.PARAGRAPH and prose.text[block.start : block.end].strip():
            found = _DATELINE.match(prose.text, block.start, block.end)
            return _trimmed(prose.text, found.start(), found.end()) if found else None
    return None


def _announcement(seen: _Seen) -> Span | None:
    """“Acme today announced”; what others announced does not count."""
    sentences = seen.text.prose.sentences
    for sentence in sentences if seen.said.intersection(seen.words.today) else ():
        tokens = seen.text.prose.tokens[sentence.first : sentence.last]
        folded = [token.folded for token in tokens]
        today = next((folded.index(word) for word in seen.words.today if word in folded), None)
        if today is None or not (seen.names_us(list(tokens)) or not seen.names.names):
            continue
        for verb, particle in seen.words.announcing:
            if verb in folded and (not particle or particle in folded[folded.index(verb) :]):
                place = folded.index(verb)
                first, last = min(today, place), max(today, place)
                return Span(tokens[first].start, tokens[last].end)
    return None


def _boilerplate(seen: _Seen) -> Span | None:
    """“About Acme” as a heading or a line of its own."""
    for block, tokens in seen.short_lines():
        rest = [token.folded for token in tokens[1:] if token.folded not in seen.words.articles]
        about = tokens[0].folded in seen.words.about
        if about and rest and (rest in seen.words.company or _is_own(seen, tokens[1:])):
            return _span(seen, block)
    return None


def _is_own(seen: _Seen, tokens: list[Token]) -> bool:
    """Whether there is nothing but an own name, with its legal form at most."""
    left = [token for token in tokens if token.folded not in seen.words.articles]
    found = list(seen.names.find(left, seen.text.source.text))
    named = sum(last - first for first, last in found)
    return bool(found) and len(left) - named <= 2


def _press_contact(seen: _Seen) -> Span | None:
    """“Press contact” at the beginning of a line."""
    for block, tokens in seen.short_lines():
        folded = tuple(token.folded for token in tokens)
        if any(folded[: len(words)] == words for words in seen.words.contact):
            return _span(seen, block)
    return None


def _institution(seen: _Seen) -> Span | None:
    """The company as the subject of sentence after sentence, while nobody says I or we."""
    if speaks_as_person(seen.text):
        return None
    places: list[Span] = []
    for sentence in seen.text.prose.sentences:
        block = seen.text.prose.blocks[sentence.block]
        tokens = seen.text.prose.tokens[sentence.first : sentence.first + _FIRST_PLACES]
        if block.scope in (Scope.PARAGRAPH, Scope.ITEM) and seen.names_us(list(tokens)):
            places.append(Span(tokens[0].start, tokens[-1].end))
    return places[0] if len(places) >= _SUBJECTS else None


def _quoted_staff(seen: _Seen) -> Span | None:
    """A quotation of somebody of the company, with name or company, and title."""
    source = seen.text.source.text
    people = {author.name for author in seen.context.authors.values()}
    for stretch in seen.text.prose.stretches:
        if stretch.scope not in (Scope.QUOTATION, Scope.BLOCK_QUOTE):
            continue
        if not _QUOTED_WORDS.search(source, stretch.start, stretch.end):
            continue
        start, end = _around(seen, stretch)
        near = seen.between(start, end)
        folded = {token.folded for token in near}
        titled = any(token.folded.endswith(seen.words.titles) for token in near)
        ours = seen.names_us(near) or any(name in source[start:end] for name in people)
        if folded & seen.words.saying and titled and ours:
            return Span(stretch.start, stretch.end)
    return None


def _around(seen: _Seen, stretch: Stretch) -> tuple[int, int]:
    """Where the speaker of a quotation is named: beside it, in the same block."""
    block = seen.text.block_at(stretch.start)
    first, last = (block.start, block.end) if block else (0, len(seen.text.source.text))
    if stretch.scope is Scope.BLOCK_QUOTE:
        first, last = 0, len(seen.text.source.text)
    return max(first, stretch.start - _NEAR_QUOTE), min(last, stretch.end + _NEAR_QUOTE)


def _shouted_name(seen: _Seen) -> Span | None:
    """™ or ®, or the own name in capitals, among the first 100 words."""
    if not seen.body:
        return None
    source = seen.text.source.text
    head = seen.body[:_FIRST_WORDS]
    for sign in ("™", "®"):
        place = seen.text.prose.readable.find(sign, 0, head[-1].end + 1)
        if place >= 0:
            return Span(place, place + 1)
    for first, last in seen.names.find(head, source):
        written = source[head[first].start : head[last - 1].end]
        if len(written) > 3 and written.isupper() and not seen.names.is_capitals(written):
            return Span(head[first].start, head[last - 1].end)
    return None


def _end_sign(seen: _Seen) -> Span | None:
    """###, -30-, - Ende -, or that printing is free."""
    source, start = seen.text.source.text, seen.text.source.body_start
    code = [each for each in seen.text.prose.stretches if each.scope is Scope.CODE]
    for found in _END_SIGN.finditer(source, start):
        if not any(each.start <= found.start() < each.end for each in code):
            return _trimmed(source, found.start(), found.end())
    for words in seen.words.printing:
        if not seen.said.issuperset(words):
            continue
        for index, token in enumerate(seen.body):
            run = seen.body[index : index + len(words)]
            if token.folded == words[0] and tuple(each.folded for each in run) == words:
                return Span(token.start, run[-1].end)
    return None


def _poster(seen: _Seen) -> Span | None:
    """Few words and a call to buy, or hardly more than a film."""
    prose = seen.text.prose
    if len(seen.body) < _POSTER_WORDS:
        for link in prose.links:
            words = tuple(token.folded for token in seen.between(link.text_start, link.text_end))
            if any(words[: len(call)] == call for call in seen.words.calls):
                return Span(link.start, link.end)
    if len(seen.body) < _FILM_WORDS:
        for stretch in prose.stretches:
            shown = seen.text.source.text[
                stretch.start : min(stretch.end, stretch.start + _LONGEST_FRAME)
            ]
            framed = stretch.scope is Scope.RAW_HTML and _FRAME.match(shown)
            played = stretch.scope is Scope.URL and player(shown.strip("<>"))
            if framed or played:
                return Span(stretch.start, stretch.end)
    return None


def _span(seen: _Seen, block: Block) -> Span:
    return _trimmed(seen.text.prose.readable, block.start, block.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    shown = text[start:end]
    return Span(end - len(shown.lstrip()), start + len(shown.rstrip()))


_KINDS: tuple[tuple[Wording, Callable[[_Seen], Span | None]], ...] = (
    (
        Wording("place and day before the first sentence", "Ort und Tag vor dem ersten Satz"),
        _dateline,
    ),
    (Wording("“today announced”", "„gab heute bekannt“"), _announcement),
    (Wording("a portrait of the company at the end", "ein Firmenporträt am Ende"), _boilerplate),
    (Wording("a press contact", "ein Pressekontakt"), _press_contact),
    (
        Wording(
            "the company acts, and nobody says I or we",
            "die Firma handelt, und niemand sagt „ich“ oder „wir“",
        ),
        _institution,
    ),
    (
        Wording(
            "somebody of the company is quoted with a title",
            "jemand aus der Firma wird mit Titel zitiert",
        ),
        _quoted_staff,
    ),
    (
        Wording(
            "a trademark sign, or the name in capitals",
            "ein Markenzeichen, oder der Name in Großbuchstaben",
        ),
        _shouted_name,
    ),
    (
        Wording(
            "a sign that the release ends or may be reprinted",
            "ein Vermerk wie „Ende“ oder „Abdruck frei“",
        ),
        _end_sign,
    ),
    (
        Wording(
            "a poster: hardly any text, but a call to action or a video",
            "ein Plakat: kaum Text, aber ein Aufruf oder ein Video",
        ),
        _poster,
    ),
)
