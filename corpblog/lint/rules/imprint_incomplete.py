"""An imprint that is missing, lacks a detail, or is hard to find.

Ein Impressum, das fehlt, unvollständig oder schwer zu finden ist.

Why: readers must see who stands behind a site: DDG § 5 and MStV § 18 in Germany, similar laws
elsewhere. The lists here are a starting point and no legal advice.
Warum: Leser müssen sehen, wer hinter einer Seite steht: DDG § 5 und MStV § 18, anderswo ähnliche
Gesetze. Die Listen hier sind ein Anfang und keine Rechtsberatung.
Instead: fill in legal: and organization: in corpblog.yml; the imprint shows them by itself.
Stattdessen: Füllen Sie legal: und organization: in corpblog.yml aus; das Impressum zeigt sie von
selbst.

Bad: Acme, info@acme.example
Good: all details filled in, and a link “Imprint” on every page
Schlecht: Acme, Postfach 12
Gut: alle Angaben gefüllt, und auf jeder Seite ein Link „Impressum“
Known: whether a supervisory body exists, or whether a small firm has a VAT number, cannot be told
from here. Legal forms that are not known count as companies. Sites of a group of companies have
one imprint.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context, Gate
from corpblog.lint.facts import Archive
from corpblog.lint.imprint_duties import (
    PROFILES,
    Duty,
    is_there,
    kind_of,
    names_its_form,
    profile_of,
)
from corpblog.lint.imprint_linked import check_built
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.wording import Wording, joined
from corpblog.model.config import Config, LegalSection
from corpblog.model.keys import key

_BOX = re.compile(r"\b(?:postfach|p\.?\s?o\.?\s?box|post office box)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Whose law applies."""

    jurisdictions: tuple[str, ...] = key(
        "whose law applies; guidelines.jurisdictions where left out", default=()
    )


_NO_PAGE = Wording("the site has no imprint ({law})", "die Site hat kein Impressum ({law})")
_MAKE_PAGE = Wording(
    "make content/pages/imprint.md with role: imprint, and without draft: true; its details "
    "come from corpblog.yml",
    "legen Sie content/pages/impressum.md mit role: imprint und ohne draft: true an; die "
    "Angaben kommen aus corpblog.yml",
)
_LACKS = Wording("the imprint lacks: {what} ({law})", "im Impressum fehlt: {what} ({law})")
_FILL_IN = Wording("fill in {key}", "füllen Sie {key} aus")
_IS_BOX = Wording(
    "a post-office box is not an address where somebody can be found ({law})",
    "ein Postfach ist keine Anschrift, an der jemand zu finden ist ({law})",
)
_GIVE_STREET = Wording("write street and number", "schreiben Sie Straße und Hausnummer")
_UNKNOWN = Wording(
    "corpblog does not know the law on imprints of “{code}”, so it checks nothing there",
    "corpblog kennt das Impressumsrecht von „{code}“ nicht und prüft dafür nichts",
)
_KNOWN = Wording(
    "known: {codes}, and the members of the EU by their code",
    "bekannt: {codes} und die Mitglieder der EU mit ihrem Kürzel",
)


def check_site(archive: Archive, context: Context, options: Options) -> Findings:
    """What the configuration must say in the jurisdictions of the site, and the page itself."""
    config, source = context.config, context.config_source
    codes = options.jurisdictions or config.guidelines.jurisdictions
    profiles = [profile for code in codes if (profile := profile_of(code)) is not None]
    law = "; ".join(dict.fromkeys(profile.law for profile in profiles if profile.page))
    if law and "imprint" not in context.roles:
        yield Finding(message=_NO_PAGE(law=law), source=source, hint=_MAKE_PAGE)
    for index, code in enumerate(codes):
        if profile_of(code) is None:
            yield Finding(
                message=_UNKNOWN(code=code),
                source=source,
                at=Key(("guidelines", "jurisdictions", index)),
                hint=_KNOWN(codes=", ".join(PROFILES)),
                severity=Severity.INFO,
            )
    for duties, laws in _told_together(_unmet(codes, config), config):
        message = _LACKS(what=joined((duty.what for duty in duties), ", "), law=laws)
        first = duties[0].keys[0]
        hint = _FILL_IN(key=", ".join(".".join(duty.keys[0]) for duty in duties))
        yield Finding(message=message, source=source, at=Key(first), hint=hint)
    if law and _BOX.search(config.legal.street):
        message = _IS_BOX(law=law)
        at = Key(("legal", "street"))
        yield Finding(message=message, source=source, at=at, hint=_GIVE_STREET)


def _told_together(unmet: dict[Duty, str], config: Config) -> Iterator[tuple[list[Duty], str]]:
    """Each duty for itself, at its key; in one sentence where nothing is filled in at all."""
    begun = config.legal != LegalSection()
    lacking = [duty for duty in unmet if duty.keys[0][0] == "legal" and not begun]
    for duty, laws in unmet.items():
        if duty not in lacking:
            yield [duty], laws
    if lacking:
        every = dict.fromkeys(law for duty in lacking for law in unmet[duty].split("; "))
        yield lacking, "; ".join(every)


def _unmet(codes: tuple[str, ...], config: Config) -> dict[Duty, str]:
    """The duties that are not met, each with the laws that ask for it."""
    unmet: dict[Duty, dict[str, None]] = {}
    for profile in filter(None, map(profile_of, codes)):
        for duty in profile.duties:
            if not _is_met(duty, config):
                unmet.setdefault(duty, {})[profile.law] = None
    return {duty: "; ".join(laws) for duty, laws in unmet.items()}


def _is_met(duty: Duty, config: Config) -> bool:
    if kind_of(config) not in duty.kinds:
        return True
    if ("legal", "legal_form") in duty.keys and names_its_form(config):
        return True
    return any(is_there(config, path) for path in duty.keys)


RULE = Rule(
    code="SITE001",
    name="imprint-incomplete",
    severity=Severity.ERROR,
    help=__doc__,
    gates=(Gate.PR, Gate.OUT),
    options=Options,
    legal=True,
    site=check_site,
    built=check_built,
)
