"""From a finding to the diagnostic that everybody prints: place, words, source line."""

import dataclasses
import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpblog.diagnostics import Diagnostic, Edit, Location, Related, Severity
from corpblog.lint.help import help_of
from corpblog.lint.in_force import InForce
from corpblog.lint.prose.parts import Prose, Sentence
from corpblog.lint.rule import Finding, Key, Span
from corpblog.model.places import KeyPlaces
from corpblog.model.source import SourceText

# No screen shows more, and a text may stand on one line of megabytes, with a thousand findings.
_LONGEST_LINE = 20_000
_LONGEST_SENTENCE = 1_000


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A diagnostic with what decides whether it counts.

    ``sentence`` is the normalised text that it is about, for the baseline (a hash of a very long
    one); ``whole`` says that it is about the file and not about a line; ``safe`` that ``--fix``
    may apply its edits.
    """

    diagnostic: Diagnostic
    sentence: str = ""
    whole: bool = False
    safe: bool = False


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Teller:
    """Turns findings into diagnostics in the language of the site; ``url`` is its rules page."""

    places: KeyPlaces
    lang: str
    url: str = ""

    def tell(
        self,
        force: InForce,
        finding: Finding,
        source: SourceText | None,
        lang: str,
        prose: Prose | None = None,
    ) -> Found:
        """The finding at its place; ``lang`` is the language of the text, for the example."""
        rule = force.rule
        text = finding.source or source
        location, line = self._place(finding, text)
        helping = help_of(rule.help)
        diagnostic = Diagnostic(
            code=rule.code,
            name=rule.name,
            severity=Severity(force.weighs(finding.severity)),
            location=location,
            message=finding.message.in_(self.lang),
            why=helping.why.in_(self.lang),
            hint=finding.hint.in_(self.lang),
            example=finding.example or helping.good.in_(lang),
            url=f"{self.url}#{rule.code.lower()}" if self.url else "",
            source_line=line if len(line) <= _LONGEST_LINE else "",
            related=tuple(self._related(finding)),
            edits=tuple(self._edits(finding, text)),
        )
        return Found(
            diagnostic=diagnostic,
            sentence=_about(finding, prose, line),
            whole=not isinstance(finding.at, Span),
            safe=finding.safe,
        )

    def _place(self, finding: Finding, text: SourceText | None) -> tuple[Location, str]:
        if finding.path or text is None:
            return Location(path=finding.path), ""
        span = self._span(text, finding.at)
        if span is None:
            return Location(path=text.path), ""
        place = _location(text, *span)
        starts = _line_starts(text.text)
        return place, text.text[starts[place.line - 1] : starts[place.line] - 1]

    def _span(self, text: SourceText, at: Span | Key | None) -> tuple[int, int] | None:
        if isinstance(at, Key):
            return self.places(text, at.path)
        return at

    def _related(self, finding: Finding) -> Iterator[Related]:
        for text, at, message in finding.related:
            span = self._span(text, at)
            place = Location(path=text.path) if span is None else _location(text, *span)
            yield Related(location=place, message=message.in_(self.lang))

    def _edits(self, finding: Finding, text: SourceText | None) -> Iterator[Edit]:
        if text is not None:
            for replacement in finding.edits:
                place = _location(text, *replacement.span)
                yield Edit(location=place, replacement=replacement.text)


def _location(source: SourceText, start: int, end: int) -> Location:
    """The same as ``source.location``, without counting the lines each time."""
    starts = _line_starts(source.text)
    line, end_line = bisect_right(starts, start), bisect_right(starts, end)
    return Location(
        path=source.path,
        line=line,
        column=start - starts[line - 1] + 1,
        end_line=end_line,
        end_column=end - starts[end_line - 1] + 1,
    )


@lru_cache(maxsize=4)
def _line_starts(text: str) -> Sequence[int]:
    """Where each line begins, and after the last one where a further one would."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return (*starts, len(text) + 1)


def _about(finding: Finding, prose: Prose | None, line: str) -> str:
    """The words that a finding is about, which stay the same when lines move or wrap anew."""
    if not isinstance(finding.at, Span):
        return ""
    sentence = prose.sentence_at(finding.at.start) if prose and not finding.source else None
    if prose is None or sentence is None:
        return " ".join(_short(line).lower().split())
    return _words(prose, sentence)


def _words(prose: Prose, sentence: Sentence) -> str:
    """The words of a sentence; a very long one as a hash, since many findings may be in it."""
    tokens = prose.tokens[sentence.first : sentence.last]
    if len(tokens) <= _LONGEST_SENTENCE:
        return " ".join(token.folded for token in tokens)
    return _hash(prose.text[sentence.start : sentence.end])


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else _hash(line)


@lru_cache(maxsize=4)
def _hash(text: str) -> str:
    words = " ".join(text.lower().split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def counts_less(found: Found) -> Found:
    """The finding in a draft: shown, but it never fails a run."""
    if found.diagnostic.severity is Severity.INFO:
        return found
    quiet = dataclasses.replace(found.diagnostic, severity=Severity.INFO)
    return dataclasses.replace(found, diagnostic=quiet)
