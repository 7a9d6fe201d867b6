"""A picture that carries more than the picture: place, device, account, an older version.

Ein Bild, das mehr enthält als das Bild: Ort, Gerät, Konto, eine ältere Fassung.

Why: a portrait taken at home tells where somebody lives (GDPR Art. 5); the protected core stays
protected (S1). An embedded thumbnail can show what was cut away.
Warum: Ein Porträt von daheim verrät, wo jemand wohnt (DSGVO Art. 5); der schützenswerte Kern bleibt
geschützt (S1). Ein eingebettetes Vorschaubild kann zeigen, was weggeschnitten wurde.
Instead: save the picture without these metadata; maker and rights stay in it.
Stattdessen: das Bild ohne diese Angaben speichern; Urheber und Rechte bleiben darin.
Bad: portrait.jpg with the coordinates of a flat
Good: portrait.jpg without them, with the name of the photographer
Schlecht: portrait.jpg mit den Koordinaten einer Wohnung
Gut: portrait.jpg ohne sie, mit dem Namen der Fotografin
Known: of PDF documents only the plain name of their author is read, and it is not taken out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.facts import Archive
from corpblog.lint.rule import Finding, Findings, Rule
from corpblog.lint.wording import Wording, listed
from corpblog.model.image_facts import ImageFacts
from corpblog.model.keys import key

_POSITION = Wording(
    "this picture tells where it was taken",
    "dieses Bild verrät, wo es aufgenommen wurde",
)
_MORE = Wording(
    "this file contains {what}",
    "diese Datei enthält {what}",
)
_WHATS = {
    "serial": Wording("the serial number of the camera", "die Seriennummer der Kamera"),
    "account": Wording("the name of an account", "den Namen eines Kontos"),
    "thumbnail": Wording("a thumbnail of its own", "ein eigenes Vorschaubild"),
    "author": Wording(
        "the name of the person who made the document",
        "den Namen der Person, die sie erstellt hat",
    ),
}
_STRIP = Wording(
    "remove it with: corpblog lint --fix (the picture, its creator and its rights stay)",
    "entfernen Sie das mit: corpblog lint --fix (Bild, Urheber und Rechte bleiben)",
)
_EXPORT = Wording(
    "save it again without document properties",
    "speichern Sie sie ohne Dokumenteigenschaften neu",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What may stay in a picture."""

    keep: tuple[str, ...] = key(
        "metadata that may stay; add serial, account, thumbnail or author to allow them",
        default=("copyright", "creator", "digitalSourceType"),
    )


def check(archive: Archive, context: Context, options: Options) -> Findings:
    """Every picture of the site that carries private metadata."""
    for path, facts in sorted(context.images.items()):
        if facts.has_position:
            yield _leak(path, _POSITION, Severity.ERROR)
        whats = [what for name, what in _carried(facts) if name not in options.keep]
        if whats:
            yield _leak(path, _MORE(what=listed(whats)))


def _leak(path: str, message: Wording, severity: Severity | None = None) -> Finding:
    """The finding; only pictures can be mended without changing what people see."""
    is_picture = not path.lower().endswith(".pdf")
    hint = _STRIP if is_picture else _EXPORT
    return Finding(message=message, path=path, hint=hint, severity=severity, safe=is_picture)


def _carried(facts: ImageFacts) -> Iterator[tuple[str, Wording]]:
    carried = {
        "serial": facts.has_serial,
        "account": facts.has_account,
        "thumbnail": facts.has_thumbnail,
        "author": facts.has_author_property,
    }
    return ((name, _WHATS[name]) for name, is_there in carried.items() if is_there)


RULE = Rule(
    code="CONF005",
    name="image-metadata-leak",
    severity=Severity.WARNING,
    help=__doc__,
    options=Options,
    legal=True,
    site=check,
)
