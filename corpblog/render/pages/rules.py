"""The page “rules in force”: what texts are held to, what is off, and who excepted what."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from corpblog.model.page import Page
from corpblog.model.policy import RuleInForce, Suppression
from corpblog.model.post import Post
from corpblog.render.address import output_path
from corpblog.render.duty_views import (
    ExceptionView,
    FactView,
    PolicyView,
    RuleFamilyView,
    RuleView,
)
from corpblog.render.i18n import Language
from corpblog.render.pages.corrections import person_link
from corpblog.render.pages.frame import Head, page_bytes
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.views import LinkView

# The order in which families stand on the page: who speaks, what is said, how, and the rest.
# Those of the site's own and of plug-ins follow.
_FAMILIES = (
    "AUTH",
    "DISC",
    "EVID",
    "JARG",
    "VOICE",
    "REPET",
    "READ",
    "IMG",
    "CONF",
    "CORR",
    "DIAL",
    "SITE",
)
_LEVELS = ("error", "warning", "info", "off")
# Options of these rules describe what must not get out, so their values stay in the house.
_DISCREET = "CONF"


def outputs(renderer: Renderer) -> Iterator[PlannedOutput]:
    """The rules in each language."""
    versions = renderer.places.versions(renderer.places.rules(renderer.site.lang))
    for lang, permalink in versions.items():
        yield PlannedOutput(
            path=output_path(permalink),
            kind="rules",
            source=f"generated: rules ({lang})",
            make=partial(_make, renderer, lang, versions),
            permalink=permalink,
            lang=lang,
            versions=versions,
            indexed=True,
        )


def anchor(code: str) -> str:
    """The place of a rule on the page, to which diagnostics link."""
    return code.lower()


def _make(renderer: Renderer, lang: str, versions: Mapping[str, str]) -> bytes:
    language = renderer.languages[lang]
    rules = renderer.policy.rules
    view = PolicyView(
        heading=language.text("heading.rules"),
        intro=language.text("intro.rules"),
        levels=tuple(_levels(rules, language)),
        families=tuple(_families(rules, language)),
        exceptions=tuple(_exceptions(renderer, lang)),
    )
    head = Head(
        kind="rules",
        lang=lang,
        permalink=versions[lang],
        title=view.heading,
        description=view.intro,
        versions=versions,
    )
    return page_bytes(renderer, "rules.html", head, f"generated: rules ({lang})", policy=view)


def _levels(rules: Iterable[RuleInForce], language: Language) -> Iterator[FactView]:
    """What each severity means, and how many rules have it."""
    counts = Counter(rule.severity for rule in rules)
    for level in _LEVELS:
        if count := counts[level]:
            yield FactView(
                label=language.text(f"rules.level.{level}"),
                value=language.text(f"rules.level.{level}.meaning", count=count),
            )


def _families(rules: Iterable[RuleInForce], language: Language) -> Iterator[RuleFamilyView]:
    found: dict[str, list[RuleInForce]] = {family: [] for family in _FAMILIES}
    for rule in rules:
        found.setdefault(_family(rule.code), []).append(rule)
    for family, members in found.items():
        if members:
            key = f"rules.family.{family}"
            known = key if language.has(key) else "rules.family.own"
            yield RuleFamilyView(
                id=f"family-{family.lower()}",
                heading=language.text(known, family=family),
                rules=tuple(_rule(rule, language) for rule in members),
            )


def _family(code: str) -> str:
    return code.rstrip("0123456789")


def _rule(rule: RuleInForce, language: Language) -> RuleView:
    spoken = language.code.partition("-")[0]
    lang = spoken if rule.summary.get(spoken) else "en"
    gates = [language.text(f"rules.gate.{gate}") for gate in rule.gate.split()]
    return RuleView(
        id=anchor(rule.code),
        code=rule.code,
        name=rule.name,
        lang=language.code if lang == spoken else lang,
        summary=rule.summary.get(lang) or rule.name,
        why=_sentence(rule.why.get(lang, "")),
        instead=_sentence(rule.instead.get(lang, "")),
        severity=rule.severity,
        label=language.text(f"rules.level.{rule.severity}"),
        gate=language.text("rules.checked", gates=language.names(gates)) if gates else "",
        changed=tuple(_changed(rule, language)),
    )


def _sentence(text: str) -> str:
    """``text`` with a capital letter: behind a label it may have begun with a small one."""
    return text[:1].upper() + text[1:]


def _changed(rule: RuleInForce, language: Language) -> Iterator[FactView]:
    for name in sorted(rule.changed):
        value = language.text("rules.discreet")
        if _family(rule.code) != _DISCREET:
            value = _in_words(rule.options.get(name), language)
        yield FactView(label=name, value=value)


def _in_words(value: Any, language: Language) -> str:
    """The value of an option: “en 30, de 28”."""
    if isinstance(value, bool):
        return language.text("rules.yes" if value else "rules.no")
    if isinstance(value, Mapping):
        pairs = (f"{key} {_in_words(each, language)}" for key, each in value.items())
        return ", ".join(pairs) or language.text("rules.nothing")
    if isinstance(value, tuple | list):
        return ", ".join(_in_words(each, language) for each in value) or language.text(
            "rules.nothing"
        )
    return str(value)


def _exceptions(renderer: Renderer, lang: str) -> Iterator[ExceptionView]:
    places = _places(renderer, lang)
    for each in renderer.policy.suppressions:
        where = places.get(each.location.path)
        if where is not None:
            yield _exception(renderer, each, where, lang)


def _exception(
    renderer: Renderer, exception: Suppression, where: LinkView, lang: str
) -> ExceptionView:
    language = renderer.languages[lang]
    released = exception.origin == "approval"
    reason = exception.reason
    if released and reason:
        reason = language.text("rules.released.as", role=reason)
    return ExceptionView(
        label=language.text("rules.released" if released else "rules.excepted"),
        rules=tuple(LinkView(label=code, url=f"#{anchor(code)}") for code in exception.rules),
        where=where,
        reason=reason,
        by=person_link(renderer, exception.by, lang),
        until=language.when(exception.until) if exception.until is not None else None,
    )


def _places(renderer: Renderer, lang: str) -> Mapping[str, LinkView]:
    """The pages that readers can see, by their source; the names of drafts stay in the house."""
    site, href = renderer.site, renderer.addresses.href
    found = {
        path: LinkView(label=path, url="")
        for path in (site.config_source.path, *(s.path for s in site.registers.sources.values()))
    }
    texts: list[Post | Page] = [*site.posts, *site.pages]
    for text in texts:
        other = text.lang if text.lang != lang else ""
        found[text.source.path] = LinkView(label=text.title, url=href(text.permalink), lang=other)
    for author in site.authors.values():
        link = person_link(renderer, author.id, lang)
        if link is not None:
            found |= {source.path: link for source in (author.source, *author.bios.values())}
    return found
