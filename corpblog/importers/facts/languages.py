"""The language of each text: said by its file name or front matter, else found out, else open."""

import re
from dataclasses import dataclass

from corpblog.diagnostics import Location
from corpblog.importers.blog import OldPost
from corpblog.importers.old.values import text
from corpblog.importers.record import Kind, Loss, Section
from corpblog.importers.text.language import detect

# Languages whose interface texts corpblog brings along; a site may add others in i18n/.
WITH_INTERFACE = ("de", "en")
_KEYS = ("lang", "language", "locale")
_CODE = re.compile(r"(?P<code>[a-z]{2,3})(?:[-_][\w-]+)?", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class TextLanguage:
    """``suffix`` of the file name, ``key`` for ``lang:``; at most one is set.

    ``unknown`` is a language for which there are no interface texts yet.
    """

    suffix: str = ""
    key: str = ""
    unknown: str = ""
    losses: tuple[Loss, ...] = ()


def code_of(said: str) -> str:
    """The language in ``de-DE`` or ``de_AT.UTF-8``; nothing where it is no such code."""
    match = _CODE.fullmatch(said.split(".")[0].strip())
    return match["code"].lower() if match else ""


def language_of(post: OldPost, site_lang: str) -> TextLanguage:
    """In which language a text is where that is not ``site_lang``."""
    said = next((text(post.text.values.get(k)) for k in _KEYS if post.text.values.get(k)), "")
    if post.lang in WITH_INTERFACE:
        return TextLanguage(suffix=post.lang)
    code = post.lang or code_of(said)
    if said and not code:
        done = "is no language code: left out"
        told = _loss(post, "language that cannot be read", said, done, Kind.DROPPED)
        return TextLanguage(losses=(told,))
    if code == site_lang:
        return TextLanguage()
    if code in WITH_INTERFACE:
        return TextLanguage(key=code)
    if code:
        done = f"kept under extra: add i18n/{code}.yml, then write lang: {code}"
        told = _loss(post, "language without interface texts", code, done)
        return TextLanguage(unknown=code, losses=(told,))
    found = detect(post.text.body.text)
    if not found or found == site_lang:
        return TextLanguage()
    done = f"has the line lang: {found} now, because of its words: is it right?"
    return TextLanguage(key=found, losses=(_loss(post, "language of a post", found, done),))


def _loss(post: OldPost, construct: str, found: str, done: str, kind: Kind = Kind.CONFIRM) -> Loss:
    said = any(key in post.text.values for key in _KEYS)
    return Loss(
        location=post.text.at_key(*_KEYS) if said else Location(path=post.path, line=1, column=1),
        section=Section.LANGUAGES,
        kind=kind,
        construct=construct,
        found=found,
        done=done,
    )
