"""A picture without an alt text, or with one that says nothing.

Ein Bild ohne Alternativtext, oder mit einem, der nichts sagt.

Why: who cannot see a picture hears its alt text instead (WCAG 2.2, 1.1.1; BFSG since June 2025).
Warum: Wer ein Bild nicht sieht, hört stattdessen seinen Alternativtext (WCAG 2.2, 1.1.1; BFSG seit
Juni 2025).
Instead: say in one sentence what there is to see; call a mere ornament decorative in
registers/images.yml.
Stattdessen: Sagen Sie in einem Satz, was zu sehen ist; bloßer Schmuck heißt in
registers/images.yml „decorative“.
Bad: ![](DSC_0042.jpg)
Good: ![Jana Weiss opens the scale in the workshop](DSC_0042.jpg)
Schlecht: ![](DSC_0042.jpg)
Gut: ![Jana Weiss öffnet die Waage in der Werkstatt](DSC_0042.jpg)
Known: an empty alt text in HTML is taken as a sign that the picture is an ornament.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.pictures import Shown, boasts_in, pictures_in, shown_by_key
from corpblog.lint.rule import Finding, Findings, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.author import Author, Picture
from corpblog.model.keys import key
from corpblog.wordlists.tokens import tokenise

_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?|heic)", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:IMG|DSCN?|DSCF|PXL|PICT?|MVIMG|Screenshot|Bildschirmfoto|Unbenannt|untitled)"
    r"[ _-]?[\d _.-]*(?:um|at)?[\d _.-]*",
    re.IGNORECASE,
)
_LONGEST_NAME = 120
_GENERIC = frozenset(
    "image img picture photo photograph graphic illustration screenshot icon bild foto grafik "
    "abbildung symbolbild symbol".split()
)
_IMAGE_OF = re.compile(
    r"(?:(?:an?|the|this is an?)\s+)?(?:image|picture|photo|photograph|pic)\s+(?:of|showing)\b"
    r"|(?:(?:ein|das|dieses)\s+)?(?:bild|foto|abbildung|fotografie)\s+(?:von|vom|zeigt|mit)\b",
    re.IGNORECASE,
)

_MISSING = Wording("this picture has no alt text", "dieses Bild hat keinen Alternativtext")
_WRITE = Wording(
    "say what can be seen in it, or set “decorative: true” for it in registers/images.yml",
    "sagen Sie, was darauf zu sehen ist, oder setzen Sie in registers/images.yml „decorative: "
    "true“",
)
_NAME = Wording(
    "“{alt}” is a file name and does not say what can be seen",
    "„{alt}“ ist ein Dateiname und sagt nicht, was zu sehen ist",
)
_EMPTY = Wording(
    "“{alt}” does not say what can be seen",
    "„{alt}“ sagt nicht, was zu sehen ist",
)
_OBVIOUS = Wording(
    "“{alt}”: screen readers say anyway that it is a picture",
    "„{alt}“: Dass es ein Bild ist, sagen Vorleseprogramme ohnehin",
)
_TWICE = Wording(
    "alt text and caption are the same, so some readers hear it twice",
    "Alternativtext und Bildunterschrift sind gleich; wer sich die Seite vorlesen lässt, hört "
    "beides",
)
_LONG = Wording(
    "this alt text has {length} characters; nobody wants to listen to more than {limit}",
    "dieser Alternativtext hat {length} Zeichen; mehr als {limit} mag niemand hören",
)
_BOAST = Wording("“{word}” cannot be seen in a picture", "„{word}“ sieht man auf keinem Bild")
_SEEN = Wording(
    "say in one sentence what can be seen",
    "sagen Sie in einem Satz, was zu sehen ist",
)
_REST = Wording(
    "put the rest into the caption or the text",
    "setzen Sie den Rest in die Bildunterschrift oder in den Text",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How long an alt text may be."""

    max: int = key("most characters of an alt text", default=160)


def check_text(text: Text, context: Context, options: Options) -> Findings:
    """Each picture of a text."""
    decorative = {
        posixpath.normpath(entry.file.lstrip("/"))
        for entry in context.registers.images
        if entry.decorative and entry.file
    }
    for shown in pictures_in(text):
        if shown.alt:
            yield from _judged(shown, text.lang, context, options)
        elif shown.path not in decorative and not shown.declared:
            yield Finding(at=shown.at, message=_MISSING, hint=_WRITE)


def check_profile(author: Author, context: Context, options: Options) -> Findings:
    """The portrait, if its profile gives it an alt text; else the site makes one of the name."""
    image = author.profile.image
    if isinstance(image, Picture) and image.alt.strip():
        yield from _judged(shown_by_key(image, author.folder), context.lang, context, options)


def _judged(shown: Shown, lang: str, context: Context, options: Options) -> Findings:
    for message, hint in _faults(shown, lang, context, options):
        yield Finding(at=shown.alt_at or shown.at, message=message, hint=hint)


def _faults(
    shown: Shown, lang: str, context: Context, options: Options
) -> Iterator[tuple[Wording, Wording]]:
    alt = shown.alt
    if _is_file_name(alt, shown.path):
        yield _NAME(alt=alt), _SEEN
    elif alt.lower().strip(" .:") in _GENERIC:
        yield _EMPTY(alt=alt), _SEEN
    elif found := _IMAGE_OF.match(alt):
        yield _OBVIOUS(alt=found[0]), _SEEN
    if _folded(alt) == _folded(shown.caption):
        yield _TWICE, _SEEN
    if len(alt) > options.max:
        yield _LONG(length=len(alt), limit=options.max), _REST
    for hit in boasts_in(alt, lang):
        word = alt[hit.start : hit.end]
        if not any(word in name for name in context.names if name in alt):
            yield _BOAST(word=word), _SEEN


def _is_file_name(alt: str, path: str) -> bool:
    """Whether an alt text is the name of its file or of some other one."""
    if len(alt) <= _LONGEST_NAME and (_FILE.fullmatch(alt) or _CAMERA.fullmatch(alt)):
        return True
    stem = posixpath.splitext(posixpath.basename(path))[0].lower()
    made_up = any(sign in "-_" or sign.isdigit() for sign in stem)
    return made_up and alt.lower() == stem


def _folded(words: str) -> list[str] | None:
    return [token.folded for token in tokenise(words)] or None


RULE = Rule(
    code="IMG001",
    name="alt-missing-or-useless",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    text=check_text,
    profile=check_profile,
)
