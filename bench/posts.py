"""Seeded posts that look like real ones: headings, lists, links, quotations, tables, code."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_STEMS = (
    "scale export invoice customer counter bakery rounding script Tuesday delivery repair seal "
    "flour dust morning list letter phone answer mistake price part screw table drawing workshop "
    "apprentice colleague test report week number line photo question order door night shift"
).split()
_VERBS = "found changed moved counted opened wrote asked called weighed mended read sent".split()
_LITTLE = "the a and with for on in of to from after before because when that which we I it".split()


@dataclass(frozen=True, kw_only=True, slots=True)
class BenchPost:
    """A post before any tool's front matter: ``authors`` and ``tags`` are plain slugs."""

    slug: str
    title: str
    summary: str
    day: date
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    body: str


def authors(count: int) -> tuple[str, ...]:
    """Slugs of ``count`` people."""
    return tuple(f"person-{number:03}" for number in range(count))


def posts(count: int, seed: int = 1) -> Iterator[BenchPost]:
    """``count`` posts of 600 to 900 words each, the same for the same seed."""
    rng = random.Random(seed)
    people = authors(max(3, count // 25))
    tags = tuple(f"topic-{number:02}" for number in range(min(60, max(5, count // 20))))
    first = date(2016, 1, 1)
    for number in range(count):
        title = _sentence(rng, 4, 9).rstrip(".")
        yield BenchPost(
            slug=f"post-{number:05}",
            title=f"{title} {number}",
            summary=_sentence(rng, 12, 20),
            day=first + timedelta(days=number * 3900 // max(count, 1)),
            authors=tuple(rng.sample(people, 2 if rng.random() < 0.2 else 1)),
            tags=tuple(rng.sample(tags, rng.randint(1, 4))),
            body=_body(rng, number),
        )


def _body(rng: random.Random, number: int) -> str:
    parts = [_paragraph(rng), _paragraph(rng)]
    for section in range(rng.randint(3, 5)):
        parts.append(f"## {_sentence(rng, 2, 6).rstrip('.')}")
        parts += [_paragraph(rng) for _ in range(rng.randint(1, 3))]
        parts.append(_extra(rng, number, section))
    return "\n\n".join(parts) + "\n"


def _extra(rng: random.Random, number: int, section: int) -> str:
    kind = rng.randrange(6)
    if kind == 0:
        return "\n".join(f"- {_sentence(rng, 4, 12)}" for _ in range(rng.randint(3, 6)))
    if kind == 1:
        return "\n".join(f"> {_sentence(rng, 8, 14)}" for _ in range(2))
    if kind == 2:
        rows = "\n".join(f"| {rng.choice(_STEMS)} | {rng.randint(1, 999)} |" for _ in range(4))
        return f"| part | number |\n|---|---|\n{rows}"
    if kind == 3 and number % 4 == 0:
        lines = "\n".join(f"    total += {rng.choice(_STEMS)}[{i}]" for i in range(5))
        return f"```python\ndef add_{number}_{section}(total):\n{lines}\n    return total\n```"
    if kind == 4:
        return f"1. {_sentence(rng, 5, 10)}\n2. {_sentence(rng, 5, 10)}\n3. {_sentence(rng, 5, 10)}"
    return _paragraph(rng)


def _paragraph(rng: random.Random) -> str:
    return " ".join(_sentence(rng, 7, 18, marks=True) for _ in range(rng.randint(3, 6)))


def _sentence(rng: random.Random, least: int, most: int, *, marks: bool = False) -> str:
    words = [
        rng.choice(rng.choice((_STEMS, _LITTLE, _VERBS))) for _ in range(rng.randint(least, most))
    ]
    if marks and rng.random() < 0.3:
        place = rng.randrange(len(words))
        word = words[place]
        words[place] = rng.choice(
            (f"*{word}*", f"**{word}**", f"`{word}`", f"[{word}](https://example.org/{word})")
        )
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."
