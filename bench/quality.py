"""``python -m bench.quality``: how often the rules about language are right, on labelled texts.

Figures come for the tuning part and for the held-out part of the set; only the latter count. Faults
are listed for the tuning part alone, so that nobody mends a rule with a look at the held-out one.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence

from bench.labelled import PARTS, PLAIN, labelled
from bench.linted import examined
from bench.scoring import (
    SPANS,
    WEASEL,
    WHOLE,
    Examined,
    Score,
    Verdict,
    missed,
    span_score,
    verdict,
    whole_score,
)

_TUNING, _HELD_OUT = PARTS
_JARG = tuple(code for code in SPANS if code.startswith("JARG") and code != WEASEL)
_EVID = tuple(code for code in SPANS if code.startswith("EVID"))
_BLOGS = ("18f", "codefor-de")
_LANGS = (("en", "de"), ("en",), ("de",))
_AROUND = 45


def main() -> int:
    """Print the figures, or the faults of the tuning part."""
    words = _words()
    if words.show == _HELD_OUT:
        print("The held-out part is not listed: its figures count only while nobody looks.")
        return 2
    texts = [text for text in labelled() if words.show is None or text.part == words.show]
    found = examined(texts)
    if words.show == _TUNING:
        _list_faults(found, words.rule)
        return 0
    for part in PARTS:
        _figures(part, [one for one in found if one.text.part == part])
    return 0


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    parser.add_argument("--show", choices=PARTS, help="list what is wrong and what is missed")
    parser.add_argument("--rule", default="", help="list only rules whose code begins like this")
    return parser.parse_args()


def _figures(part: str, found: Sequence[Examined]) -> None:
    print(f"\n## {part}: {len(found)} texts, {sum(one.words for one in found)} words")
    _goals(found)
    _families(found)
    _rules(found)
    _others(found)


def _goals(found: Sequence[Examined]) -> None:
    print("\n| goal | wanted | en + de | en | de |\n|---|---|---|---|---|")
    marketing = _from(found, "marketing")
    spans = _from(found, *_BLOGS, "marketing", *PLAIN)

    def row(name: str, wanted: str, cell: Callable[[tuple[str, ...]], str]) -> None:
        print(f"| {name} | {wanted} |", " | ".join(cell(langs) for langs in _LANGS), "|")

    def jargon(langs: tuple[str, ...]) -> Score:
        return span_score(_in(marketing, langs), _JARG, info=False)

    def evidence(langs: tuple[str, ...]) -> Score:
        return span_score(_in(spans, langs), _EVID)

    def voice(langs: tuple[str, ...]) -> Score:
        return whole_score(_in(found, langs), WHOLE)

    def alarms(source: str) -> Callable[[tuple[str, ...]], str]:
        plain = _from(found, source)
        return lambda langs: _cell(span_score(_in(plain, langs), _JARG, info=False).per_texts)

    row("JARG on marketing copy, precision", "≥ 0.90", lambda langs: _cell(jargon(langs).precision))
    row("JARG on marketing copy, recall", "≥ 0.80", lambda langs: _cell(jargon(langs).recall))
    for source in PLAIN:
        row(f"JARG alarms per 100 texts of {source}.txt", "≤ 2", alarms(source))
    row("EVID precision", "≥ 0.85", lambda langs: _cell(evidence(langs).precision))
    row("VOICE precision", "≥ 0.85", lambda langs: _cell(voice(langs).precision))


def _families(found: Sequence[Examined]) -> None:
    _head("family, texts")
    for name, codes, info in (
        ("JARG errors, warnings", _JARG, False),
        ("JARG, info too", (*_JARG, WEASEL), True),
        ("EVID", _EVID, True),
    ):
        for sources in (_BLOGS, ("marketing",), *((source,) for source in PLAIN)):
            for langs in _LANGS:
                some = _in(_from(found, *sources), langs)
                title = f"{name}: {' + '.join(sources)}, {' + '.join(langs)}"
                if some:
                    _row(title, span_score(some, codes, info=info))
    for langs in _LANGS:
        _row(f"VOICE: posts, {' + '.join(langs)}", whole_score(_in(found, langs), WHOLE))


def _rules(found: Sequence[Examined]) -> None:
    _head("rule")
    spans = _from(found, *_BLOGS, "marketing", *PLAIN)
    for code in SPANS:
        for langs in _LANGS:
            _row(f"{code} {' + '.join(langs)}", span_score(_in(spans, langs), (code,)))
    for code in WHOLE:
        _row(code, whole_score(found, (code,)))


def _others(found: Sequence[Examined]) -> None:
    """Rules that nobody labelled: how often they speak."""
    words = sum(one.words for one in found)
    counts: dict[str, int] = {}
    for one in found:
        for hit in one.hits:
            if hit.code not in SPANS and hit.code not in WHOLE:
                counts[hit.code] = counts.get(hit.code, 0) + 1
    if counts:
        print("\n| not labelled | findings | per 1,000 words |\n|---|---|---|")
    for code, count in sorted(counts.items()):
        print(f"| {code} | {count} | {1000 * count / words:.2f} |")


def _head(first: str) -> None:
    print(
        f"\n| {first} | labels | found | right | wrong | borderline "
        "| precision | recall | F1 | wrong per 1,000 words | precision, borderline as wrong |"
    )
    print("|---" * 11 + "|")


def _row(name: str, score: Score) -> None:
    counts = (score.labels, score.found, score.right, score.wrong, score.either)
    shares = (score.precision, score.recall, score.f1, score.per_words, score.strict_precision)
    print(f"| {name} |", " | ".join([*map(str, counts), *map(_cell, shares)]), "|")


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _from(found: Iterable[Examined], *sources: str) -> list[Examined]:
    return [one for one in found if one.text.source in sources]


def _in(found: Iterable[Examined], langs: tuple[str, ...]) -> list[Examined]:
    return [one for one in found if one.text.lang in langs]


def _list_faults(found: Iterable[Examined], rule: str) -> None:
    """One line for each finding that is wrong and each label that is missed."""
    for one in found:
        if one.text.whole is not None:
            _list_whole(one, rule)
            continue
        for hit in one.hits:
            if hit.code in SPANS and hit.code.startswith(rule):
                judged = verdict(hit, one.text)
                if judged is not Verdict.RIGHT:
                    _fault(one, judged, f"{hit.code}/{hit.severity}", hit.start, hit.end)
        for label in missed(one, SPANS):
            if label.code.startswith(rule):
                _fault(one, "missed", label.code, label.start, label.end)


def _list_whole(one: Examined, rule: str) -> None:
    hits = {hit.code for hit in one.hits if hit.code in WHOLE}
    for code in sorted(hits ^ (one.text.whole or frozenset())):
        if code.startswith(rule):
            print(f"{'wrong' if code in hits else 'missed':8} {code:16} {one.text.name}")


def _fault(one: Examined, judged: str, code: str, start: int, end: int) -> None:
    text = one.text.text
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    line = " ".join(f"{before}»{text[start:end]}«{after}".split())
    print(f"{judged:8} {code:16} {one.text.lang}  {line}  ({one.text.name})")


if __name__ == "__main__":
    sys.exit(main())
