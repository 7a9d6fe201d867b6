"""Data of a person or a customer that nobody agreed to publish.

Daten einer Person oder eines Kunden, deren Veröffentlichung niemand zugestimmt hat.

Why: a published number cannot be taken back, and without consent it must not be published (GDPR
Art. 5 and 6).
Warum: Eine veröffentlichte Nummer lässt sich nicht zurückholen, und ohne Einwilligung darf sie
nicht hinaus (DSGVO Art. 5 und 6).
Instead: mask it, take one that is kept free for examples, or enter a contact that may be shown in
guidelines.allowed_contacts.
Stattdessen: unkenntlich machen, ein freies Beispiel nehmen oder einen Kontakt, der gezeigt werden
darf, in guidelines.allowed_contacts eintragen.
Bad: Please pay to DE89 3704 0044 0532 0130 00.
Good: Please pay to DE00 0000 0000 0000 0000 00.
Schlecht: Bitte zahlen Sie auf DE89 3704 0044 0532 0130 00.
Gut: Bitte zahlen Sie auf DE00 0000 0000 0000 0000 00.
Known: a day of birth counts only with day, month and year beside a name, and not before 1920.
The mailbox of a role, such as info@, is a warning. Free are example.com and its like, 555-01xx
and other numbers kept for films, and test accounts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.identifiers import (
    Found,
    accounts,
    cards,
    in_lines_with,
    mailboxes,
    phones,
)
from corpblog.lint.patterns import safe_pattern
from corpblog.lint.people import is_role_mailbox
from corpblog.lint.rule import Finding, Findings, Replacement, Rule, Span
from corpblog.lint.text import Text, TextKind
from corpblog.lint.wording import Wording
from corpblog.model.author import ContactPoint
from corpblog.model.keys import key

_MESSAGES = {
    "account": Wording(
        "this is a valid bank account number",
        "das ist eine gültige Kontonummer",
    ),
    "card": Wording(
        "this is the number of a payment card",
        "das ist die Nummer einer Zahlungskarte",
    ),
    "phone": Wording(
        "this telephone number is not among the allowed contacts",
        "diese Telefonnummer gehört nicht zu den erlaubten Kontakten",
    ),
    "mailbox": Wording(
        "this e-mail address is not among the allowed contacts",
        "diese E-Mail-Adresse gehört nicht zu den erlaubten Kontakten",
    ),
    "birth": Wording(
        "this is a date of birth beside a name",
        "das ist ein Geburtsdatum neben einem Namen",
    ),
    "number": Wording(
        "this number stands for a customer or a patient",
        "diese Nummer steht für eine Kundin oder einen Patienten",
    ),
    "pattern": Wording(
        "this matches “{pattern}” from the options of this rule",
        "das passt auf „{pattern}“ aus den Optionen dieser Regel",
    ),
}
_HINT = Wording(
    "leave it out, mask it, or use one that is reserved for examples",
    "lassen Sie es weg, machen Sie es unkenntlich, oder nehmen Sie ein freies Beispiel",
)
_CONTACT_HINT = Wording(
    "leave it out, or add it to guidelines.allowed_contacts",
    "lassen Sie sie weg, oder tragen Sie sie in guidelines.allowed_contacts ein",
)

# Behind these stands no single person: not personal data, but still a contact that nobody allowed.
_ROLE = re.compile(
    r"^(?:[\w.-]*(?:inquir|anfrage|feedback|support|help|hilfe|team|research|jobs?|karriere|career"
    r"|bewerbung|newsletter|news|sales|vertrieb|privacy|datenschutz|info|press|contact|kontakt)"
    r"[\w.-]*)@"
)
_DAY = (
    r"(?:\d{1,2}\.[ \xa0]?\d{1,2}\.[ \xa0]?(?:19[2-9]|20[0-2])\d"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?[ \xa0][A-Z][a-zä]{2,8}\.?,?[ \xa0](?:19[2-9]|20[0-2])\d"
    r"|[A-Z][a-z]{2,8}[ \xa0]\d{1,2}(?:st|nd|rd|th)?,[ \xa0](?:19[2-9]|20[0-2])\d"
    r"|(?:19[2-9]|20[0-2])\d-\d\d-\d\d|\d{1,2}/\d{1,2}/(?:19[2-9]|20[0-2])\d)"
)
_BIRTH_WORDS = ("born", "geboren", "geb.", "DOB", "date of birth", "Geburtsdatum")
_BIRTH_WORD = re.compile("|".join(map(re.escape, _BIRTH_WORDS)))
_DIGITS = re.compile(r"\d{3}|\d-\d")
_BIRTH = re.compile(
    r"[A-ZÄÖÜ][\w'’-]{1,30} [A-ZÄÖÜ][\w'’-]{1,30}[^\w\n]{0,4}"
    r"(?:(?:\w{1,12} ){0,2}(?:born|geboren|geb\.?|DOB:?|date of birth:?|Geburtsdatum:?))"
    rf"(?: ?(?:on|am|in|the)){{0,2}} ?(?P<day>{_DAY})|"
    r"[A-ZÄÖÜ][\w'’-]{1,30} [A-ZÄÖÜ][\w'’-]{1,30} (?:wurde|ist) am "
    rf"(?P<tag>{_DAY}) geboren"
)
_NUMBER = re.compile(
    r"\b(?:customer|patient|insurance|personnel|policy|social security|member(?:ship)?)"
    r" (?:number|no\.?|id)[:#]? {0,2}(?P<en>[A-Z0-9][A-Z0-9-]{4,19})\b"
    r"|\b(?:Kunden|Patienten|Versicherungs|Personal|Mitglieds|Vertrags|Sozialversicherungs|Steuer)-?"
    r"(?:nummer|nr\.?|ID|Identifikationsnummer)[:#]? {0,2}(?P<de>[A-Z0-9][A-Z0-9-]{4,19})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What else must not be published, and who may be reached."""

    allowed_contacts: tuple[str, ...] = key(
        "addresses and numbers that may appear, besides guidelines.allowed_contacts; "
        "@company.example for all of a domain",
        default=(),
    )
    patterns: tuple[str, ...] = key(
        "regular expressions for numbers of one's own, such as CASE-\\d{6}", default=()
    )

    def __post_init__(self) -> None:
        """Refuse patterns that could make a run slow; raises ValueError."""
        for pattern in self.patterns:
            safe_pattern(pattern)


def check(text: Text, context: Context, options: Options) -> Findings:
    """Everything in the source counts: keys, code samples, comments and alt texts, too.

    The keys of a profile are left out: they are meant to hold contacts. So are those of a comment,
    which hold moments and ids.
    """
    start = text.source.body_start if text.kind in (TextKind.BIO, TextKind.COMMENT) else 0
    source = text.source.text[start:]
    allowed = _Allowed.of(text, context, options)
    places: dict[tuple[str, str], list[Replacement]] = {}
    last = -1
    for found in sorted({*_all(source), *_own(source, options)}):
        written = source[found.start : found.end]
        if found.start >= last and not allowed.holds(written, found.kind):
            last = found.end
            at = Span(start + found.start, start + found.end)
            places.setdefault((found.kind, written.lower()), []).append(Replacement(at, found.mask))
    for (kind, written), masks in places.items():
        yield _finding(kind, written, masks)


def _finding(kind: str, written: str, masks: list[Replacement]) -> Finding:
    """What was found, told once for the whole text, at its first place."""
    name, _, pattern = kind.partition(" ")
    contact = name in ("phone", "mailbox")
    role = name == "mailbox" and is_role_mailbox(ContactPoint(value=written))
    return Finding(
        message=_MESSAGES[name](pattern=pattern),
        at=masks[0].span,
        hint=_CONTACT_HINT if contact else _HINT,
        severity=Severity.WARNING if role or _ROLE.search(written) else None,
        edits=tuple(mask for mask in masks if mask.text),
    )


def _all(source: str) -> Iterator[Found]:
    yield from accounts(source)
    yield from cards(source)
    yield from phones(source)
    yield from mailboxes(source)
    for match in in_lines_with(_BIRTH_WORD, _BIRTH, source) if _speaks_of_birth(source) else ():
        name = "day" if match["day"] else "tag"
        yield Found(*match.span(name), "birth", "")
    for match in in_lines_with(_DIGITS, _NUMBER, source):
        name = "en" if match["en"] else "de"
        if any(map(str.isdigit, match[name])):
            yield Found(*match.span(name), "number", re.sub(r"[A-Za-z0-9]", "0", match[name]))


def _speaks_of_birth(source: str) -> bool:
    """A quick look that spares most texts the search."""
    return any(word in source for word in _BIRTH_WORDS)


def _own(source: str, options: Options) -> Iterator[Found]:
    for pattern in options.patterns:
        for match in safe_pattern(pattern).finditer(source):
            yield Found(*match.span(), f"pattern {pattern}", re.sub(r"\w", "0", match[0]))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Allowed:
    """Contacts that may appear: mailboxes, whole domains, and telephone numbers as digits."""

    mailboxes: frozenset[str]
    domains: tuple[str, ...]
    numbers: tuple[str, ...]

    @classmethod
    def of(cls, text: Text, context: Context, options: Options) -> "_Allowed":
        given = [each.strip() for each in _contacts(text, context, options) if each.strip()]
        mails = frozenset(each.lower().removeprefix("mailto:") for each in given if "@" in each)
        return cls(
            mailboxes=mails,
            domains=tuple(sorted(mail for mail in mails if mail.startswith("@"))),
            numbers=tuple(sorted({_national(each) for each in given if "@" not in each} - {""})),
        )

    def holds(self, written: str, kind: str) -> bool:
        """Whether what is ``written`` may appear."""
        if kind == "mailbox":
            mail = written.lower()
            return mail in self.mailboxes or mail.endswith(self.domains)
        if kind == "phone":
            number = _national(written)
            return any(number.endswith(each) or each.endswith(number) for each in self.numbers)
        return False


def _contacts(text: Text, context: Context, options: Options) -> Iterator[str]:
    config = context.config
    yield from options.allowed_contacts
    yield from config.guidelines.allowed_contacts
    yield from (config.legal.email, config.legal.phone, config.comments.contact)
    if text.post is not None and text.post.front.comments is not None:
        yield text.post.front.comments.contact
    for author in context.authors.values():
        if author.profile.contact_point is not None:
            yield author.profile.contact_point.value


def _national(written: str) -> str:
    """The digits of a number without country code or zero, as far as one can tell."""
    digits = re.sub(r"\D", "", written.replace("(0)", ""))
    if written.lstrip("( ").startswith(("+49", "0049", "+44", "0044", "+41", "+43", "+33")):
        return digits.removeprefix("00")[2:]
    number = digits.lstrip("0")
    return number if len(number) >= 6 else ""


RULE = Rule(
    code="CONF002",
    name="personal-data",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    legal=True,
    text=check,
)
