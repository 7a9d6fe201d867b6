"""A profile that tells readers too little of the person.

Ein Profil, das den Lesern zu wenig von dem Menschen sagt.

Why: whoever speaks shows picture, name and professional profile, and can be reached by more than
e-mail (S1).
Warum: Wer spricht, zeigt Bild, Name und Businessprofil und ist nicht „nur per E-Mail erreichbar“
(S1).
Instead: fill in what is missing together with the person. Who wants no photo writes
“image: none” and a reason; initials are shown.
Stattdessen: Ergänzen Sie das Fehlende zusammen mit dem Menschen. Wer kein Foto möchte, schreibt
„image: none“ und den Grund; dann stehen dort die Initialen.

Bad: the logo of the company as portrait
Good: a photo of her own, with the alt text “Jana Weiss at her desk in Ulm”
Schlecht: das Logo der Firma als Porträt
Gut: ein eigenes Foto mit dem Alternativtext „Jana Weiss an ihrem Schreibtisch in Ulm“
Known: of people who left, only name, job title and employer are asked for. The employer is the
organisation of the site where a profile names none. A picture file that is not there is SRC027.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.frame import company_names
from corpblog.lint.people import (
    has_left,
    is_reachable,
    is_unnamed,
    portrait,
    portrait_path,
    self_description,
)
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.wording import Wording
from corpblog.model.author import Author, AuthorStatus
from corpblog.model.keys import key

# Pixels on the shorter side: enough for a portrait at double density in a byline.
_SMALLEST = 200
_OF_FORMER = frozenset(("name", "job_title", "works_for"))

_FIELDS = ("name", "job_title", "works_for", "image", "description", "knows_about", "contact")


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What a profile must hold."""

    required: tuple[
        Literal["name", "job_title", "works_for", "image", "description", "knows_about", "contact"],
        ...,
    ] = key("what a profile must hold", default=_FIELDS)
    min_bio: int = key("characters of description and biography together", default=80)
    portrait: Literal["required", "optional"] = key(
        "whether each profile needs a portrait, or a reason for none", default="required"
    )


_MISSING = Wording("the profile of {name} lacks {keys}", "im Profil von {name} fehlt: {keys}")
_FILL_IN = Wording(
    "fill in, for example: {examples}",
    "ergänzen Sie zum Beispiel: {examples}",
)
_NO_REASON = Wording(
    "{name} shows no portrait, and the profile does not say why",
    "{name} zeigt kein Porträt, und das Profil sagt nicht, warum",
)
_GIVE_REASON = Wording(
    "add image_reason with a short sentence; it stands on the profile",
    "ergänzen Sie image_reason mit einem kurzen Satz; er steht im Profil",
)
_SHORT = Wording(
    "the text about {name} has {count} characters; with {least} or more readers get a picture",
    "der Text über {name} hat {count} Zeichen; ab {least} entsteht ein Bild",
)
_WRITE_BIO = Wording(
    "let the person write two or three sentences below the second line ---, in their own words",
    "lassen Sie die Person selbst zwei oder drei Sätze schreiben, unter die zweite Zeile ---",
)
_SMALL = Wording(
    "the portrait of {name} has {width} × {height} pixels; below {least} × {least} it looks "
    "blurred",
    "das Porträt von {name} hat {width} × {height} Pixel; unter {least} × {least} wirkt es "
    "unscharf",
)
_LARGER = Wording(
    "use a larger photo",
    "nehmen Sie ein größeres Foto",
)
_IS_LOGO = Wording(
    "the portrait of {name} is the logo of the company",
    "das Porträt von {name} ist das Logo der Firma",
)
_IS_OTHER = Wording(
    "{name} and {other} show the same portrait",
    "{name} und {other} zeigen dasselbe Porträt",
)
_SHOW_PERSON = Wording(
    "show the person, or write image: none and image_reason",
    "zeigen Sie den Menschen, oder schreiben Sie image: none und image_reason",
)
_EXAMPLES = {
    "name": "name: Jana Weiss",
    "job_title": "job_title: …",
    "works_for": "works_for: …",
    "image": "image: {src: portrait.jpg, alt: …}",
    "description": "description: …",
    "knows_about": "knows_about: […]",
    "contact": "same_as: [https://…]",
}


def check(author: Author, context: Context, options: Options) -> Findings:
    """What the profile lacks, and what is wrong with its portrait."""
    if is_unnamed(author):
        return
    lacking = tuple(_lacking(author, context, options))
    if lacking:
        examples = ", ".join(_EXAMPLES[name] for name in lacking)
        named = tuple("same_as / contact_point" if n == "contact" else n for n in lacking)
        yield Finding(
            message=_MISSING(name=author.name, keys=", ".join(named)),
            at=Key(("same_as" if lacking[0] == "contact" else lacking[0],)),
            hint=_FILL_IN(examples=examples),
        )
    if has_left(author):
        return
    yield from _said(author, options, lacking)
    declined = author.profile.image == "none" and not author.profile.image_reason.strip()
    if declined and options.portrait == "required":
        message = _NO_REASON(name=author.name)
        yield Finding(message=message, at=Key(("image",)), hint=_GIVE_REASON)
    yield from _pictured(author, context)


def _lacking(author: Author, context: Context, options: Options) -> Iterator[str]:
    for name in _FIELDS:
        if name not in options.required or (has_left(author) and name not in _OF_FORMER):
            continue
        if name == "image" and options.portrait == "optional":
            continue
        if not _HOLDS[name](author, context):
            yield name


def _has_employer(author: Author, context: Context) -> bool:
    works_for = author.profile.works_for
    if works_for is not None and works_for.name:
        return True
    guest = author.profile.status is AuthorStatus.GUEST
    return not guest and any(company_names(context.config))


def _has_title(author: Author, _: Context) -> bool:
    profile = author.profile
    return bool(profile.job_title or any(each.job_title for each in profile.positions))


_HOLDS: Mapping[str, Callable[[Author, Context], bool]] = {
    "name": lambda author, _: bool(author.profile.name),
    "job_title": _has_title,
    "works_for": _has_employer,
    "image": lambda author, _: author.profile.image == "none" or portrait(author) is not None,
    "description": lambda author, _: bool(self_description(author)),
    "knows_about": lambda author, _: bool(author.profile.knows_about),
    "contact": lambda author, _: is_reachable(author),
}


def _said(author: Author, options: Options, lacking: tuple[str, ...]) -> Findings:
    count = len(self_description(author))
    if count < options.min_bio and "description" not in lacking and count:
        yield Finding(
            message=_SHORT(name=author.name, count=count, least=options.min_bio),
            at=Key(("description",)),
            hint=_WRITE_BIO,
        )


def _pictured(author: Author, context: Context) -> Findings:
    facts = context.images.get(portrait_path(author))
    if facts is None:
        return
    at, name = Key(("image", "src")), author.name
    if facts.width and min(facts.width, facts.height) < _SMALLEST:
        message = _SMALL(name=name, width=facts.width, height=facts.height, least=_SMALLEST)
        yield Finding(message=message, at=at, hint=_LARGER)
    if facts.digest in _logos(context):
        yield Finding(message=_IS_LOGO(name=name), at=at, hint=_SHOW_PERSON)
    for other in _lookalikes(author, facts.digest, context):
        message = _IS_OTHER(name=name, other=other.name)
        yield Finding(message=message, at=at, hint=_SHOW_PERSON)
        break


def _logos(context: Context) -> frozenset[str]:
    brand = context.config.theme.brand
    files = (context.config.organization.logo, brand.logo_light, brand.logo_dark)
    paths = (f"static/{file.lstrip('/')}" for file in files if file)
    return frozenset(context.images[path].digest for path in paths if path in context.images)


def _lookalikes(author: Author, digest: str, context: Context) -> Iterator[Author]:
    for id_, other in sorted(context.authors.items()):
        facts = context.images.get(portrait_path(other)) if id_ != author.id else None
        if facts is not None and facts.digest == digest:
            yield other


RULE = Rule(
    code="AUTH003",
    name="profile-incomplete",
    severity=Severity.WARNING,
    help=__doc__,
    options=Options,
    profile=check,
)
