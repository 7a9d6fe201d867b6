"""A link that earns money, and nobody says so.

Ein Link, der Geld einbringt, und niemand sagt es.

Why: whoever earns from a link must say so (UWG § 5a(4), MStV § 22(1), UK CAP Code 2, 16 CFR
255.5). This is no legal advice.
Warum: Wer an einem Link verdient, muss es sagen (UWG § 5a Abs. 4, MStV § 22 Abs. 1, 16 CFR 255.5).
Keine Rechtsberatung.
Instead: add a disclosure of type affiliate, or link without the partner key. The build puts a *
behind such links and marks them for search engines.
Stattdessen: Ergänzen Sie eine Offenlegung vom Typ affiliate, oder verlinken Sie ohne
Partnerkennung. Der Build setzt ein * hinter solche Links und kennzeichnet sie für Suchmaschinen.

Bad: [our scale](https://amzn.to/abc) without a disclosure
Good: disclosures: [{type: affiliate}], and readers see “our scale*”
Schlecht: [unsere Waage](https://amzn.to/abc) ohne Offenlegung
Gut: disclosures: [{type: affiliate}], und Leser sehen „unsere Waage*“
Known: “ref=” and “utm_…” never count. Short addresses that hide where they lead are not followed.
"""

from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.declared import has_disclosure
from corpblog.lint.prose.parts import Link
from corpblog.lint.rule import Finding, Findings, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.markup.affiliates import (
    AFFILIATE_HOSTS,
    PARTNER_KEYS,
    PARTNER_SHOPS,
    is_affiliate,
)
from corpblog.markup.targets import host_of
from corpblog.model.disclosure import DisclosureType
from corpblog.model.keys import key


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Which links bring money, besides the known ones and ``markup.affiliate_hosts``."""

    hosts_extra: tuple[str, ...] = key("further hosts whose links bring money", default=())
    shops: tuple[str, ...] = key("shops where a partner key tells", default=PARTNER_SHOPS)
    keys: tuple[str, ...] = key("partner keys in addresses of these shops", default=PARTNER_KEYS)


_UNTOLD = Wording(
    "this link to {host} earns you money, and no disclosure says so",
    "dieser Link zu {host} bringt Geld ein, und keine Offenlegung sagt es",
)
_TELL = Wording(
    "add a disclosure: {type: affiliate}; or link without the partner key",
    "ergänzen Sie eine Offenlegung: {type: affiliate}; oder verlinken Sie ohne Partnerkennung",
)
_UNMARKED = Wording(
    "this link to {host} earns you money, but the page does not mark it",
    "dieser Link zu {host} bringt Geld ein, aber die Seite kennzeichnet ihn nicht",
)
_MARK = Wording(
    'add {host} to markup.affiliate_hosts: the build then adds * and rel="sponsored"',
    'ergänzen Sie {host} unter markup.affiliate_hosts: dann setzt der Build * und rel="sponsored"',
)


def check(text: Text, context: Context, options: Options) -> Findings:
    """Every link that brings money and is not told, or not marked."""
    if text.post is None:
        return
    marked = (*AFFILIATE_HOSTS, *context.config.markup.affiliate_hosts)
    hosts = frozenset((*marked, *options.hosts_extra))
    told = has_disclosure(text, text.post, DisclosureType.AFFILIATE)
    for link in text.prose.links:
        if not is_affiliate(link.target, hosts, options.shops, options.keys):
            continue
        host, at = host_of(link.target), Span(link.start, link.end)
        if not told:
            yield Finding(message=_UNTOLD(host=host), at=at, hint=_TELL)
        elif not is_affiliate(link.target, marked) and not _is_sponsored(text, link):
            yield Finding(message=_UNMARKED(host=host), at=at, hint=_MARK(host=host))


def _is_sponsored(text: Text, link: Link) -> bool:
    """Whether the author wrote the mark by hand, which only HTML allows."""
    written = text.source.text[link.start : link.end].lower()
    return written.startswith("<a") and "sponsored" in written.partition(">")[0]


RULE = Rule(
    code="DISC005",
    name="affiliate-link-unmarked",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    legal=True,
    text=check,
)
