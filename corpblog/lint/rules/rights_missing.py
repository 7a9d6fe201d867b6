"""A picture or a long quotation of which nobody knows whose it is.

Ein Bild oder ein langes Zitat, von dem niemand weiß, wem es gehört.

Why: makers must be named (UrhG § 13), licences want title, maker, source and terms, and people
must agree before they are shown (KUG §§ 22, 23).
Warum: Wer etwas geschaffen hat, ist zu nennen (UrhG § 13), Lizenzen verlangen Namen, Quelle und
Bedingungen, und wer gezeigt wird, muss zustimmen (KUG §§ 22, 23).
Instead: enter maker, licence and source in registers/images.yml.
Stattdessen: Tragen Sie Urheber, Lizenz und Quelle in registers/images.yml ein.
Bad: a stock photo without credit
Good: Photo: A. Kern, CC BY 4.0, cropped
Schlecht: ein gekauftes Foto ohne Nachweis
Gut: Foto: A. Kern, CC BY 4.0, beschnitten
Known: the logo of another firm gets the licence “trademark-reference” and needs nothing else.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context, Gate
from corpblog.lint.credits_shown import check_built
from corpblog.lint.facts import Archive
from corpblog.lint.frame import company_names
from corpblog.lint.pictures import Shown, credit_in, pictures_in, shown_by_key
from corpblog.lint.prose.parts import Scope, Stretch
from corpblog.lint.rule import Finding, Findings, Key, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording, listed
from corpblog.model.author import Author, Picture
from corpblog.model.image_facts import ImageFacts
from corpblog.model.keys import key
from corpblog.model.registers import ImageRights
from corpblog.wordlists.tokens import tokenise

TRADEMARK = "trademark-reference"
_NO_CHANGES = re.compile(r"\bND\b|no[ -]?deriv|keine[ -]bearbeitung|unverändert", re.IGNORECASE)
# Where a quotation is credited: in it, or in the words just before and behind it.
_NEAR_QUOTE = 200
_CREDIT = re.compile(r"<cite\b|<blockquote\b[^>]{0,300}\bcite=", re.IGNORECASE)
# A dash and a name on a line of their own, or right behind the closing mark.
_CREDIT_LINE = re.compile(
    r"(?:^[ \t>*_]*(?:—|–|--|~)|[”“\"»][ \t*_]{0,9}(?:—|–|--?))[ \t*_]*\S", re.MULTILINE
)

_LACKING = Wording("“{file}” has {what}", "„{file}“ hat {what}")
_CREATOR = Wording("no creator", "keinen Urheber")
_LICENSE = Wording("no licence", "keine Lizenz")
_SOURCE = Wording("no source", "keine Quelle")
_ENTER = Wording(
    "enter it in registers/images.yml under “file: {file}”",
    "tragen Sie es in registers/images.yml ein, unter „file: {file}“",
)
_NO_RELEASE = Wording(
    "{people} can be recognised in “{file}”, and no release is on file",
    "auf „{file}“ zu erkennen: {people}; es liegt keine Freigabe vor",
)
_ASK = Wording(
    "ask for a release and enter its number under “releases”",
    "holen Sie die Freigabe ein, und tragen Sie ihre Nummer unter „releases“ ein",
)
_CHANGED = Wording(
    "the licence {license} allows no changes, but “{file}” was changed",
    "die Lizenz {license} erlaubt keine Änderungen, aber „{file}“ wurde geändert",
)
_UNCHANGED = Wording(
    "show it unchanged, or use another picture",
    "zeigen Sie es unverändert, oder nehmen Sie ein anderes Bild",
)
_QUOTED = Wording(
    "{words} words are quoted, and nothing says where from",
    "{words} Wörter sind zitiert, und nirgends steht, woher",
)
_CITE = Wording(
    "end it with a line such as “— A. Kern, annual report 2025”, or link to it",
    "beenden Sie es mit einer Zeile wie „— A. Kern, Jahresbericht 2025“, oder verlinken Sie es",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Whose pictures are the company's own, so that they need no source."""

    own_creators: tuple[str, ...] = key(
        "makers of own pictures besides the company and its authors", default=()
    )
    quote_words: int = key("words from which a block quote needs its source", default=80)


def check_text(text: Text, context: Context, options: Options) -> Findings:
    """Each picture of a text once, and its long quotations."""
    seen: set[str] = set()
    every = tuple(pictures_in(text))
    # What front matter says of a picture holds where the text shows the same one, too.
    recorded = {shown.path: shown.picture for shown in every if shown.picture}
    for shown in every:
        if shown.path not in seen:
            shown = shown._replace(picture=shown.picture or recorded.get(shown.path))
            seen.add(shown.path)
            yield from _picture(shown, context, options)
    for stretch in text.prose.stretches:
        if stretch.scope is Scope.BLOCK_QUOTE:
            words = len(tokenise(text.prose.readable, stretch.start, stretch.end))
            if words > options.quote_words and not _is_credited(text, stretch):
                yield Finding(
                    at=Span(stretch.start, stretch.end),
                    severity=Severity.WARNING,
                    message=_QUOTED(words=words),
                    hint=_CITE,
                )


def check_profile(author: Author, context: Context, options: Options) -> Findings:
    """The portrait."""
    image = author.profile.image
    if isinstance(image, Picture) and image.src:
        yield from _picture(shown_by_key(image, author.folder), context, options)


def check_register(archive: Archive, context: Context, options: Options) -> Findings:
    """Releases and changes, which only the register knows."""
    source = context.registers.sources.get("images")
    for number, entry in enumerate(context.registers.images):
        missing = [name for name in entry.people if not _has_agreed(name, context)]
        if len(entry.releases) < len(missing):
            names = (_name(person, context) for person in missing)
            message = _NO_RELEASE(people=listed(names), file=entry.file)
            yield Finding(at=Key((number, "people")), source=source, message=message, hint=_ASK)
        if entry.changes and _NO_CHANGES.search(entry.license):
            message = _CHANGED(license=entry.license, file=entry.file)
            at = Key((number, "changes"))
            yield Finding(at=at, source=source, message=message, hint=_UNCHANGED)


def _picture(shown: Shown, context: Context, options: Options) -> Findings:
    lacking = list(_lacking(shown, context, options))
    if lacking:
        file = posixpath.basename(shown.path) or shown.path
        message = _LACKING(file=file, what=listed(lacking))
        yield Finding(at=shown.at, message=message, hint=_ENTER(file=shown.path))


def _lacking(shown: Shown, context: Context, options: Options) -> Iterator[Wording]:
    """What is missing, looked for in the register, the front matter and the file itself."""
    entry = _entry(shown.path, context) or ImageRights()
    picture = shown.picture or Picture()
    facts = context.images.get(shown.path, ImageFacts(path=shown.path, digest=""))
    if TRADEMARK in (entry.license, picture.license):
        return
    told = credit_in(shown.caption)
    creator = entry.creator or picture.creator or facts.creator or told.creator
    own = creator.casefold() in _own_creators(context, options)
    if not creator:
        yield _CREATOR
    if not (entry.license or picture.license or told.license or (own and facts.copyright)):
        yield _LICENSE
    if not (own or entry.source or picture.source):
        yield _SOURCE


def _entry(path: str, context: Context) -> ImageRights | None:
    for entry in context.registers.images:
        if entry.file and path in (entry.file, posixpath.normpath(entry.file.lstrip("/"))):
            return entry
    return None


def _own_creators(context: Context, options: Options) -> frozenset[str]:
    authors = (author.name for author in context.authors.values())
    own = (*options.own_creators, *company_names(context.config), *authors, *context.authors)
    return frozenset(name.casefold() for name in own)


def _has_agreed(name: str, context: Context) -> bool:
    """Whether ``name`` is an author who agreed to be shown."""
    author = context.authors.get(name)
    consent = author.profile.consent if author else None
    return consent is not None and consent.photo is not None and consent.withdrawn is None


def _is_credited(text: Text, stretch: Stretch) -> bool:
    source = text.source.text
    first, last = max(stretch.start - _NEAR_QUOTE, 0), stretch.end + _NEAR_QUOTE
    near = source[first:last]
    if _CREDIT.search(near) or _CREDIT_LINE.search(source, stretch.start, last):
        return True
    pointers = (*(link[:2] for link in text.prose.links), *text.prose.footnotes)
    return any(first <= start and end <= last for start, end in pointers)


def _name(person: str, context: Context) -> Wording:
    """Who is meant: an author by id, or somebody by name."""
    author = context.authors.get(person)
    name = author.name if author else person
    return Wording(name, name)


RULE = Rule(
    code="IMG002",
    name="rights-or-release-missing",
    severity=Severity.ERROR,
    help=__doc__,
    gates=(Gate.PR, Gate.OUT),
    options=Options,
    text=check_text,
    profile=check_profile,
    site=check_register,
    built=check_built,
)
