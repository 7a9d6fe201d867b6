"""The comment policy does not say what readers may expect.

Die Kommentarregeln sagen nicht, was Leser erwarten dürfen.

Why: German Rail published hours and scope from its first day (2011); DSA Art. 14 asks hosts for
clear rules. “We reserve the right to delete any comment” is no policy. This is no legal advice.
Warum: Die Bahn nannte vom ersten Tag an Zeiten und Umfang (2011); DSA Art. 14 verlangt klare
Regeln. „Kein Anspruch auf Veröffentlichung“ ist keine Regel. Keine Rechtsberatung.
Instead: fill in the section guidelines: the page is made of it, so text and practice agree. Who
writes the page by hand marks its parts: <!-- part: readers -->.
Stattdessen: Füllen Sie den Abschnitt guidelines aus: Die Seite entsteht daraus, so stimmen Text und
Praxis überein. Wer sie selbst schreibt, kennzeichnet die Teile: <!-- part: readers -->.

Bad: We reserve the right to delete any comment.
Good: Jana Weiss answers on working days from 9 to 17, questions within two days.
Schlecht: Kein Anspruch auf Veröffentlichung.
Gut: Jana Weiss antwortet werktags von 9 bis 17 Uhr, auf Fragen binnen zwei Tagen.
Known: of a page written by hand only the marks are read, not the sentences behind them. The parts
are readers, hours, target_time, reasons, criticism, objection, data_protection. Where comments are
off on the whole site, such a page needs the mark objection alone: where to write instead.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.facts import Archive
from corpblog.lint.people import has_left
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.model.page import Page
from corpblog.nearest import nearest

_ROLE = "comment-policy"
_PARTS = (
    "readers",
    "hours",
    "target_time",
    "reasons",
    "criticism",
    "objection",
    "data_protection",
)
_MARK = re.compile(r"<!--\s{0,9}part:([^<>]{1,200})-->")
# What decides how long a reader waits; the page takes its figures from there.
_ANSWERS = ("DIAL002", "comment-unanswered")


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What the policy must say."""

    parts: tuple[
        Literal[
            "readers",
            "hours",
            "target_time",
            "reasons",
            "criticism",
            "objection",
            "data_protection",
        ],
        ...,
    ] = key("what the comment policy must say", default=_PARTS)


_WHAT: Mapping[str, Wording] = {
    "readers": Wording("who reads and answers", "wer liest und antwortet"),
    "hours": Wording("at what hours", "zu welchen Zeiten"),
    "target_time": Wording("how soon", "wie bald"),
    "reasons": Wording(
        "for which reasons comments are removed", "aus welchen Gründen Kommentare entfernt werden"
    ),
    "criticism": Wording("that criticism is no reason", "dass Kritik kein Grund ist"),
    "objection": Wording("how to object", "wie man widerspricht"),
    "data_protection": Wording("what happens to the data", "was mit den Daten geschieht"),
}
_LACKS = Wording(
    "the comment policy does not say {what}", "die Kommentarregeln sagen nicht, {what}"
)
_MARK_IT = Wording(
    "write it, and mark the place with <!-- part: {part} -->",
    "ergänzen Sie es, und kennzeichnen Sie die Stelle mit <!-- part: {part} -->",
)
_NO_READERS = Wording(
    "list the ids of the people who answer under guidelines.readers",
    "tragen Sie unter guidelines.readers die Kennungen derer ein, die antworten",
)
_STRANGER = Wording(
    "“{id}” reads comments, but has no profile", "„{id}“ liest Kommentare, hat aber kein Profil"
)
_NEAR = Wording("did you mean “{near}”?", "meinten Sie „{near}“?")
_MAKE_PROFILE = Wording("make authors/{id}.md", "legen Sie authors/{id}.md an")
_GONE = Wording("{name} reads comments, but has left", "{name} liest Kommentare, ist aber gegangen")
_SUCCEED = Wording("name who took over", "nennen Sie, wer übernommen hat")
_NO_TIME = Wording(
    "switch DIAL002 on again, or write a page with role: comment-policy",
    "schalten Sie DIAL002 wieder ein, oder schreiben Sie eine Seite mit role: comment-policy",
)
_NO_CONTACT = Wording(
    "fill in comments.contact: people write there to object, or when comments are closed",
    "füllen Sie comments.contact aus: Dorthin schreibt, wer widersprechen will oder nicht "
    "kommentieren kann",
)
_NO_PRIVACY = Wording(
    "make a page with role: privacy, to which the policy links; if there is a draft of it, read "
    "it and delete its line draft: true",
    "legen Sie eine Seite mit role: privacy an, auf die die Regeln verweisen; gibt es sie als "
    "Entwurf, lesen Sie ihn, und löschen Sie darin die Zeile draft: true",
)


def check(archive: Archive, context: Context, options: Options) -> Findings:
    """The site's own page by its marks, else what the generated page is made of."""
    is_open = context.config.comments.open
    # Where nobody can comment, one thing is left to say: where to write instead.
    parts = options.parts if is_open else ("objection",)
    pages = [page for page in archive.site.pages if page.role == _ROLE]
    for page in pages:
        yield from _by_hand(page, parts)
    if not pages and is_open:
        yield from _generated(context, parts)


def _by_hand(page: Page, parts: tuple[str, ...]) -> Findings:
    body = page.source.body
    marked = {word for found in _MARK.findall(body) for word in found.replace(",", " ").split()}
    for part in (part for part in parts if part not in marked):
        message = _LACKS(what=_WHAT[part])
        yield Finding(message=message, source=page.source, hint=_MARK_IT(part=part))


def _generated(context: Context, parts: tuple[str, ...]) -> Findings:
    if "readers" in parts:
        yield from _readers(context)
    if "target_time" in parts and (name := _switched_off(context.config.guidelines.rules)):
        yield _lacks(context, "target_time", ("guidelines", "rules", name), _NO_TIME)
    if "objection" in parts and not context.config.comments.contact.strip():
        yield _lacks(context, "objection", ("comments", "contact"), _NO_CONTACT)
    if "data_protection" in parts and "privacy" not in context.roles:
        yield _lacks(context, "data_protection", (), _NO_PRIVACY)


def _readers(context: Context) -> Findings:
    readers = context.config.guidelines.readers
    if not readers:
        yield _lacks(context, "readers", ("guidelines", "readers"), _NO_READERS)
    for index, id_ in enumerate(readers):
        at = Key(("guidelines", "readers", index))
        author = context.authors.get(id_)
        if author is None:
            near = nearest(id_, tuple(context.authors))
            hint = _NEAR(near=near) if near else _MAKE_PROFILE(id=id_)
            message = _STRANGER(id=id_)
            yield Finding(message=message, source=context.config_source, at=at, hint=hint)
        elif has_left(author):
            message = _GONE(name=author.name)
            yield Finding(message=message, source=context.config_source, at=at, hint=_SUCCEED)


def _switched_off(rules: Mapping[str, Any]) -> str:
    """How the configuration names the rule about answers, if it switches it off."""
    for name in _ANSWERS:
        setting = rules.get(name)
        wanted = setting.get("severity") if isinstance(setting, dict) else setting
        if wanted == "off" or wanted is False:
            return name
    return ""


def _lacks(context: Context, part: str, path: tuple[str, ...], hint: Wording) -> Finding:
    return Finding(
        message=_LACKS(what=_WHAT[part]),
        source=context.config_source,
        at=Key(path) if path else None,
        hint=hint,
    )


RULE = Rule(
    code="SITE002",
    name="comment-policy-missing",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    site=check,
)
