"""The report of an import: counts first, then what people should look at, then all the rest."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from corpblog.importers.record import Import, Kind, Loss, Section

HEADINGS = {
    Section.PEOPLE: (
        "People to confirm",
        "Each gets a page with a name and all posts: is it right, and does the person agree?",
    ),
    Section.DISCLOSURES: (
        "Disclosures carried over",
        "What the old blog said about money and ties. Nothing here was made up by a program.",
    ),
    Section.DATES: ("Dates", "These were unclear: is what was taken right?"),
    Section.TAGS: ("Tags merged", "Spellings of one tag became one."),
    Section.LANGUAGES: ("Languages", "Found out from the words where nothing else told."),
    Section.TEXT: (
        "Text",
        "What only the old tool understood, and what asks other sites when a page opens.",
    ),
    Section.LINKS: ("Links", "Links inside the blog that changed or lead nowhere."),
    Section.IMAGES: ("Images", "Pictures that are missing or come from another site."),
    Section.ADDRESSES: ("Addresses", "Old addresses keep working unless they stand here."),
    Section.FRONT_MATTER: (
        "Front matter",
        "Lines above the texts, such as `title:`. What has no place in the new blog is kept under "
        "`extra:`, where readers do not see it.",
    ),
    Section.FILES: ("Files", "What was in the old folder and is not in the new site."),
}
_MEANINGS = {
    Kind.CONFIRM: "a guess, or something that only a person can know: please look, and mend it",
    Kind.LEFT: "stands in the new blog as it stood in the old one, and may look odd: rewrite it",
    Kind.DROPPED: "is not in the new blog: add it by hand if somebody misses it",
    Kind.REPAIRED: "was wrong or unclear and is right now: nothing to do",
    Kind.TRANSLATED: "says the same in another notation: nothing to do",
}
_COUNTED = {"drafts": "of these drafts"}
# How many places of a group stand in the report for people; what they must confirm, all of them.
_PLACES_SHOWN = {Kind.LEFT: 25, Kind.DROPPED: 15, Kind.REPAIRED: 15, Kind.TRANSLATED: 3}
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def as_json(imported: Import, left_alone: Sequence[tuple[str, str]]) -> bytes:
    """The whole report for programs: every entry with file, line and column of the old blog."""
    entries = [
        {
            "section": loss.section,
            "kind": loss.kind,
            "file": loss.location.path,
            "line": loss.location.line,
            "column": loss.location.column,
            "construct": loss.construct,
            "found": loss.found,
            "done": loss.done,
        }
        for loss in imported.losses
    ]
    report = {
        "version": 1,
        "importer": imported.importer,
        "counts": dict(imported.counts),
        "left_alone": [{"file": path, "reason": reason} for path, reason in left_alone],
        "entries": entries,
    }
    return (json.dumps(report, ensure_ascii=False, indent=1) + "\n").encode()


def as_markdown(imported: Import, left_alone: Sequence[tuple[str, str]]) -> bytes:
    """The report for people."""
    lines = [
        "# Import report",
        "",
        f"What `corpblog import {imported.importer}` made of the old blog. `hello.md:4:1` means",
        "line 4, character 1 of that file in the old blog; a file behind an arrow (→) is in",
        "the new one. Long lists are cut here: `import-report.json` holds every single entry.",
        "",
        "## What came over",
        "",
        *_table(("", "number"), [(_COUNTED.get(n, n), count) for n, count in imported.counts]),
        "",
        "## What changed on the way",
        "",
        *_overview(imported.losses),
        "",
    ]
    lines += _left_alone(left_alone)
    for section, losses in groupby(imported.losses, key=lambda loss: loss.section):
        heading, sentence = HEADINGS[section]
        lines += [f"## {heading}", "", sentence, "", *_groups(tuple(losses))]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _overview(losses: Iterable[Loss]) -> Iterator[str]:
    counts = Counter((loss.section, loss.kind) for loss in losses)
    rows = []
    for section, (heading, _) in HEADINGS.items():
        numbers = [counts[section, kind] for kind in Kind]
        if any(numbers):
            rows.append((heading, *(str(number) if number else "" for number in numbers)))
    if not rows:
        yield "Nothing was lost."
        return
    kinds = {kind for _, kind in counts}
    yield from (f"- **{kind}**: {_MEANINGS[kind]}" for kind in Kind if kind in kinds)
    yield ""
    yield from _table(("", *Kind), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(str(cell) for cell in row)} |"


def _left_alone(left_alone: Sequence[tuple[str, str]]) -> list[str]:
    if not left_alone:
        return []
    lines = [f"- `{path}`: {reason}" for path, reason in left_alone]
    return ["## Files of the new site that were left alone", "", *lines, ""]


def _groups(losses: Sequence[Loss]) -> Iterator[str]:
    """Entries of one section by kind and construct; the most urgent kind comes first."""
    order = {kind: place for place, kind in enumerate(Kind)}
    ordered = sorted(losses, key=lambda loss: (order[loss.kind], loss.construct))
    for (kind, construct), found in groupby(ordered, key=lambda loss: (loss.kind, loss.construct)):
        group = tuple(found)
        shared = group[0].done if len({loss.done for loss in group}) == 1 else ""
        times = f" ({len(group)} times)" if len(group) > 1 else ""
        more = f": {_plain(shared)}" if shared else ""
        yield f"**{_plain(construct)}**{times}, {kind}{more}"
        yield ""
        shown = group[: _PLACES_SHOWN.get(kind, len(group))]
        for loss in shown:
            yield _line(loss, with_done=not shared)
        if len(shown) < len(group):
            yield f"- and {len(group) - len(shown)} more in `import-report.json`"
        yield ""


def _line(loss: Loss, *, with_done: bool) -> str:
    found = f" {_plain(loss.found)}" if loss.found else ""
    done = f" → {_plain(loss.done)}" if with_done else ""
    return f"- `{loss.location}`{found}{done}"


def _plain(text: str) -> str:
    """Text whose signs mean nothing in Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
