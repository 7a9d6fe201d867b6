"""The writer's margin: what the linter finds in a text, and what readers will see around it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpblog.diagnostics import CorpblogError, Diagnostic
from corpblog.judging import TextVerdict, judge_text
from corpblog.lint.engine import RULES_PAGE
from corpblog.lint.one_text import SingleTexts
from corpblog.lint.prose.parts import Scope
from corpblog.lint.text import Text
from corpblog.model.page import Page
from corpblog.model.post import Post, PostState
from corpblog.model.site import Site
from corpblog.preview.edition import Edition
from corpblog.preview.told import Editor, as_items
from corpblog.render.planned import PlannedOutput
from corpblog.render.sentences import disclosure_views, statements

# More words from which a sentence is long (Hamburg model; READ001 says more).
_LONG = 20
# No more of a text is looked for on the page.
_MOST_SIGNS = 300
_BEFORE = 80
_STATES = {
    PostState.DRAFT: "Draft: readers do not see it, and its findings fail nothing.",
    PostState.FUTURE: "Not published yet: readers see it from {date} on.",
    PostState.EXPIRED: "Expired: readers see it no longer.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What the page shows around a text; made while the edition is at rest."""

    site: Site
    source: str
    lang: str
    rules: str
    around: Mapping[str, Any]


def known_of(edition: Edition, output: PlannedOutput) -> Known:
    """What readers will see around the text of ``output``."""
    text = _text(edition.site, output)
    around = dict(_length(edition, text)) if text is not None else {}
    if isinstance(text, Post):
        around |= _around(edition, text)
    return Known(
        site=edition.site,
        source=output.source,
        lang=output.lang,
        rules=edition.renderer.addresses.href(RULES_PAGE),
        around=around,
    )


def _text(site: Site, output: PlannedOutput) -> Post | Page | None:
    texts: tuple[Post | Page, ...] = (*site.posts, *site.pages)
    here = [text for text in texts if text.source.path == output.source]
    return next((text for text in here if text.lang == output.lang), None)


def _length(edition: Edition, text: Post | Page) -> Mapping[str, int]:
    """How long the text is, counted as on its page."""
    try:
        words = edition.renderer.contents.of(text.source).words
    except CorpblogError:
        return {}
    speed = max(1, edition.site.config.build.reading_speed)
    return {"words": words, "minutes": max(1, round(words / speed))}


def _around(edition: Edition, post: Post) -> Mapping[str, Any]:
    renderer, lang = edition.renderer, post.lang
    people, versions = renderer.people, renderer.translations
    when = renderer.languages[lang].when(post.date).text
    return {
        "state": {"name": post.state.value, "text": _STATES.get(post.state, "").format(date=when)},
        "byline": [{"name": each.name, "line": each.line} for each in people.byline(post, lang)],
        "disclosures": [each.text for each in disclosure_views(people, versions, post, lang)],
        "statements": list(statements(people, versions, post, lang)),
    }


class Margins:
    """Margins of texts. Any thread may ask; a text that did not change is examined once."""

    def __init__(self) -> None:
        self._texts = SingleTexts()

    def about(self, known: Known, editor: Editor) -> Mapping[str, Any]:
        """The margin of one text as values that JSON knows; empty where the text has gone."""
        try:
            verdict = judge_text(known.site, known.source, known.lang, self._texts)
        except CorpblogError as error:
            return _shape(known, None, error.diagnostics, editor)
        if verdict is None:
            return {}
        return _shape(known, verdict, verdict.diagnostics, editor)


def _shape(
    known: Known, verdict: TextVerdict | None, told: Iterable[Diagnostic], editor: Editor
) -> Mapping[str, Any]:
    items = as_items(told, editor)
    for item in items:
        item["mark"] = _mark(verdict.one.text, item) if verdict is not None else {}
        item["rule"] = f"{known.rules}#{item['code'].lower()}" if item["url"] else ""
    return {
        "source": known.source,
        "findings": items,
        **known.around,
        **(_figures(verdict) if verdict is not None else {}),
    }


def _figures(verdict: TextVerdict) -> Mapping[str, Any]:
    """What of the findings is known or accepted, and how it is with the sentences."""
    return {
        "known": verdict.known,
        "accepted": [
            {
                "code": found.diagnostic.code,
                "message": found.diagnostic.message,
                "reason": record.reason,
                "by": record.by,
            }
            for found, record in verdict.one.accepted
        ],
        "sentences": _sentences(verdict.one.lengths),
    }


def _sentences(lengths: Sequence[int]) -> Mapping[str, int | float]:
    count = len(lengths)
    long = sum(length > _LONG for length in lengths)
    return {
        "count": count,
        "mean": round(sum(lengths) / count, 1) if count else 0,
        "longest": max(lengths, default=0),
        "limit": _LONG,
        "long": long,
        "share": round(100 * long / count) if count else 0,
    }


def _mark(text: Text, item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where the page shows what ``item`` is about.

    ``where`` is title, summary, body, or head for what no reader sees; ``line`` counts in the
    body, as ``data-line`` does. ``before`` are the signs before ``words``, to tell one place from
    another.
    """
    source = text.source
    if item["path"] != source.path or not item["line"]:
        return {}
    start = _offset(source.text, item["line"], item["column"])
    end = _offset(source.text, item["end_line"], item["end_column"])
    block = text.block_at(start)
    where = "body"
    if start < source.body_start:
        scopes = {Scope.TITLE: "title", Scope.SUMMARY: "summary"}
        where = scopes.get(block.scope, "head") if block is not None else "head"
    shown = text.prose.readable
    begin = max(block.start, start - _BEFORE) if block is not None else start
    return {
        "where": where,
        "line": source.text.count("\n", source.body_start, start) + 1 if where == "body" else 0,
        "words": " ".join(shown[start : min(end, start + _MOST_SIGNS)].split()),
        "before": " ".join(shown[begin:start].split()),
    }


def _offset(text: str, line: int, column: int) -> int:
    """Where a line and a column, counted from 1, are in ``text``."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return start + column - 1
