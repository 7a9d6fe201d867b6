"""From a source to its prose: read once, and every later stage asks the result."""

import re
from bisect import bisect_left

from corpblog.lint.prose.canvas import Canvas, bare, carved
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

_URL = re.compile(
    r"(?:\bhttps?://|\bwww\.)[^\s\x00\x01<>\"“”„»«]*[^\s\x00\x01<>\"“”„»«.,;:!?'’)\]*_]"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+",
    re.IGNORECASE,
)
_INK = re.compile(r"\S*")


def scan(source: SourceText, lang: str, places: KeyPlaces, options: MarkupOptions) -> Prose:
    """The prose of ``source``, which is written in ``lang``.

    Raises UnknownExtension.
    """
    body = clean(source.body)
    text = clean(source.text[: source.body_start]) + body
    gathered = Gathered(canvas=Canvas(text))
    read_keys(source, places, gathered)
    Reader(gathered, source.body_start).read(events(body, options))
    return _prose(source, lang.split("-")[0], gathered)


def _prose(source: SourceText, lang: str, gathered: Gathered) -> Prose:
    marked = gathered.canvas.finished()
    urls = [found.span() for found in _URL.finditer(marked)] if _has_address(marked) else []
    gathered.stretches += [Stretch(Scope.URL, *span) for span in urls]
    read = carved(marked, [*gathered.unread, *urls])
    quoted = _quoted(read, gathered)
    gathered.stretches += [Stretch(Scope.QUOTATION, *span) for span in quoted]
    said = carved(read, [*gathered.unsaid, *quoted])
    tokens = tokenise(said)
    return Prose(
        text=_bridged(source.text, said, gathered.canvas.bridges),
        readable=_bridged(source.text, read, gathered.canvas.bridges),
        blocks=tuple(gathered.blocks),
        tokens=tuple(tokens),
        sentences=tuple(_sentences(source.text, read, lang, gathered, quoted, tokens)),
        stretches=tuple(sorted(gathered.stretches, key=lambda each: each.start)),
        links=tuple(sorted(gathered.links)),
        images=tuple(gathered.images),
        remarks=tuple(gathered.remarks),
        emphasis=tuple(sorted(gathered.emphasis)),
        foreign=tuple(sorted(gathered.foreign)),
        footnotes=tuple(gathered.footnotes),
    )


def _has_address(marked: str) -> bool:
    return "://" in marked or "@" in marked or "www." in marked.lower()


def _quoted(read: str, gathered: Gathered) -> list[Cut]:
    if not any(mark in read for mark in '"“„”»«‚‘‹›'):
        return []
    blocks = gathered.blocks
    return [
        cut
        for index, start, end in gathered.runs
        if not blocks[index].in_quote
        for cut in quotations(read, start, end)
    ]


def _bridged(source: str, marked: str, bridges: list[Cut]) -> str:
    """``marked`` for others: plain blanks, and words with signs inside as the source has them."""
    shown = bare(marked)
    if not bridges:
        return shown
    parts: list[str] = []
    done = 0
    for start, end in bridges:
        inside = shown[start:end]
        parts += (shown[done:start], source[start:end] if inside.strip() else inside)
        done = end
    return "".join((*parts, shown[done:]))


def _sentences(
    source: str, read: str, lang: str, gathered: Gathered, quoted: list[Cut], tokens: list[Token]
) -> list[Sentence]:
    starts = [token[0] for token in tokens]
    found: list[Sentence] = []
    language = lang if lang in ("en", "de") else "en"
    last = 0
    for index, start, end in sorted(gathered.runs, key=lambda run: run[1]):
        begin = start
        for stop in (*ends(read, start, end, language, quoted), end):
            first = last
            last = bisect_left(starts, stop, first)
            if first < last:
                found.append(_sentence(source, read, begin, stop, first, last, index))
            begin = stop
    return found


def _sentence(
    source: str, read: str, begin: int, stop: int, first: int, last: int, block: int
) -> Sentence:
    shown = read[begin:stop]
    start = begin + len(shown) - len(shown.lstrip(" \n\t\x00\x01\u00ad"))
    end = begin + len(shown.rstrip(" \n\t\x00\x01\u00ad"))
    while start > begin and not source[start - 1].isspace():
        start -= 1
    ink = _INK.match(source, end, stop)
    return Sentence(start, ink.end() if ink else end, first, last, block)
