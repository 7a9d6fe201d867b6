"""From a source to its prose: read once, and every later stage asks the result."""

import dataclasses
import re
from bisect import bisect_left

from corpblog.lint.prose.addresses import addresses
from corpblog.lint.prose.canvas import Canvas, bare, bridged, carved
from corpblog.lint.prose.gathered import Cut, Gathered
from corpblog.lint.prose.keys import read_keys
from corpblog.lint.prose.parts import Prose, Scope, Sentence, Stretch
from corpblog.lint.prose.quotations import quotations
from corpblog.lint.prose.reader import Reader
from corpblog.lint.prose.sentences import ends
from corpblog.markup.commonmark import events
from corpblog.markup.document import MarkupOptions
from corpblog.markup.source import clean
from corpblog.model.places import KeyPlaces
from corpblog.model.source import SourceText
from corpblog.wordlists.tokens import Token, tokenise

_INK = re.compile(r"\S*")
# What stands before a heading or a cell is no part of its first sentence.
_BEFORE_BLOCK = " \n\t#|"
_BLANKS = " \n\t\x00\x01\u00ad"


def scan(source: SourceText, lang: str, places: KeyPlaces, options: MarkupOptions) -> Prose:
    """The prose of ``source``, which is written in ``lang``.

    Raises UnknownExtension.
    """
    body = clean(source.body)
    text = clean(source.text[: source.body_start]) + body
    gathered = Gathered(canvas=Canvas(text))
    read_keys(source, places, gathered)
    Reader(gathered, source.body_start).read(events(body, options))
    if not options.raw_html and "<!--" in body:
        _add_hidden_remarks(source, text, gathered, options)
    return _prose(source, lang.split("-")[0], gathered)


def _add_hidden_remarks(
    source: SourceText, text: str, gathered: Gathered, options: MarkupOptions
) -> None:
    """Comments are comments to the linter even where a site shows other HTML as text."""
    seen = Gathered(canvas=Canvas(text))
    raw = dataclasses.replace(options, raw_html=True)
    Reader(seen, source.body_start).read(events(text[source.body_start :], raw))
    gathered.remarks += seen.remarks
    gathered.stretches += [
        each for each in seen.stretches if each.scope in (Scope.COMMENT, Scope.SUPPRESSION)
    ]


def _prose(source: SourceText, lang: str, gathered: Gathered) -> Prose:
    marked = gathered.canvas.finished()
    urls = list(addresses(marked))
    gathered.stretches += [Stretch(Scope.URL, *span) for span in urls]
    read = carved(marked, [*gathered.unread, *urls])
    heard = carved(read, gathered.unsaid)
    quoted = _quoted(source.text, heard, gathered)
    gathered.stretches += [Stretch(Scope.QUOTATION, *span) for span in quoted]
    said = carved(heard, quoted)
    tokens = tokenise(said)
    return Prose(
        text=bridged(source.text, bare(said), gathered.canvas.bridges),
        readable=bridged(source.text, bare(read), gathered.canvas.bridges),
        blocks=tuple(gathered.blocks),
        tokens=tuple(tokens),
        sentences=tuple(_sentences(source.text, heard, lang, gathered, quoted, tokens)),
        stretches=tuple(sorted(gathered.stretches, key=lambda each: each.start)),
        links=tuple(sorted(gathered.links)),
        images=tuple(gathered.images),
        remarks=tuple(gathered.remarks),
        emphasis=tuple(sorted(gathered.emphasis)),
        foreign=tuple(sorted(gathered.foreign)),
        footnotes=tuple(gathered.footnotes),
    )


def _quoted(source: str, heard: str, gathered: Gathered) -> list[Cut]:
    if not any(mark in heard for mark in '"“„”»«‚‘‹›'):
        return []
    blocks = gathered.blocks
    return [
        cut
        for index, start, end in gathered.runs
        if not blocks[index].in_quote
        for cut in quotations(source, heard, start, end)
    ]


def _sentences(
    source: str, heard: str, lang: str, gathered: Gathered, quoted: list[Cut], tokens: list[Token]
) -> list[Sentence]:
    starts = [token[0] for token in tokens]
    found: list[Sentence] = []
    language = lang if lang in ("en", "de") else "en"
    last = 0
    for index, start, end in sorted(gathered.runs, key=lambda run: run[1]):
        begin = start
        for stop in (*ends(heard, start, end, language, quoted), end):
            first = last
            last = bisect_left(starts, stop, first)
            if first < last:
                found.append(_sentence(source, heard, (start, begin, stop), first, last, index))
            begin = stop
    return found


def _sentence(
    source: str, heard: str, span: tuple[int, int, int], first: int, last: int, block: int
) -> Sentence:
    """The sentence between the last two of ``span``, with the markup that clings to it.

    Nothing before the first of ``span`` is part of it.
    """
    floor, begin, stop = span
    start, end = begin, stop
    if heard[begin] in _BLANKS and source[begin] in _BEFORE_BLOCK:
        start = stop - len(heard[begin:stop].lstrip(_BLANKS))
    while start > floor and not source[start - 1].isspace():
        start -= 1
    if heard[stop - 1] in _BLANKS:
        end = begin + len(heard[begin:stop].rstrip(_BLANKS))
        if not source[end].isspace():
            ink = _INK.match(source, end, stop)
            end = ink.end() if ink else end
    return Sentence(start, end, first, last, block)
