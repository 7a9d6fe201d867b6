"""Labels and seals for the environment: in words and as pictures, with or without a scheme."""

import posixpath

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.evidence import language, speaks_of_self
from corpblog.lint.green_words import LABEL, SEAL_ALT, SEAL_FILE
from corpblog.lint.guards import find_phrases
from corpblog.lint.rule import Finding, Findings, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.registers import Certification

_LABEL_FOUND = Wording(
    "“{words}” is a label that is not in registers/certifications.yml",
    "„{words}“ ist ein Siegel, das nicht in registers/certifications.yml steht",
)
_SEAL_FOUND = Wording(
    "this picture looks like a label that is not in registers/certifications.yml",
    "dieses Bild sieht nach einem Siegel aus, das nicht in registers/certifications.yml steht",
)
_ENDED = Wording(
    "the certificate of “{words}” ended on {day}",
    "das Zertifikat zu „{words}“ endete am {day}",
)
_RENEW = Wording(
    "renew the entry in registers/certifications.yml, or say until when it held",
    "erneuern Sie den Eintrag in registers/certifications.yml, oder sagen Sie, bis wann es galt",
)
_HINT = Wording(
    "add the label there with its scheme and number, or leave it out",
    "tragen Sie das Siegel dort mit Zertifizierung und Nummer ein, oder lassen Sie es weg",
)


def labels(text: Text, context: Context, severity: Severity) -> Findings:
    """Labels in words, in sentences about the company: unknown ones, or by the clock ended ones."""
    for hit in find_phrases(text, LABEL, context):
        sentence = text.sentence_at(hit.start)
        if sentence is None or not speaks_of_self(text, context, sentence):
            continue
        words = " ".join(text.source.text[hit.start : hit.end].split())
        at = Span(hit.start, hit.end)
        known = _certified(text.prose.readable[sentence.start : sentence.end], context)
        if known is None and context.now is None:
            message = _LABEL_FOUND(words=words)
            yield Finding(message=message, at=at, hint=_HINT, severity=severity)
        elif known and known.valid_until and context.now and known.valid_until < context.now.date():
            message = _ENDED(words=known.name, day=known.valid_until.isoformat())
            yield Finding(message=message, at=at, hint=_RENEW, severity=severity)


def seal_images(text: Text, context: Context, severity: Severity) -> Findings:
    """Pictures of labels, told by the name of the file or by the alt text."""
    for image in text.prose.images:
        name = posixpath.basename(image.src)
        stem = name.rpartition(".")[0].lower()
        is_seal = SEAL_FILE.search(stem) or _shows_seal(image.alt, language(text))
        if is_seal and not _known(image.src, image.alt, context):
            yield Finding(
                message=_SEAL_FOUND, at=Span(image.start, image.end), hint=_HINT, severity=severity
            )


def _shows_seal(alt: str, lang: str) -> bool:
    """Whether an alt text names a label; in English the whole of it must be that name."""
    shape = SEAL_ALT[lang]
    return bool(shape.fullmatch(alt.strip()) if lang == "en" else shape.search(alt))


def _certified(words: str, context: Context) -> Certification | None:
    """The certification whose name stands in ``words``."""
    there = words.casefold()
    known = (each for each in context.registers.certifications if each.name)
    return next((each for each in known if each.name.casefold() in there), None)


def _known(src: str, alt: str, context: Context) -> bool:
    name = posixpath.basename(src)
    pictures = {
        posixpath.basename(image)
        for entry in context.registers.certifications
        for image in entry.images
    }
    return name in pictures or _certified(alt, context) is not None
