"""The nodes of JSON-LD that many pages share, and how a node becomes text."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from corpblog.model.config import translated
from corpblog.model.page import Page
from corpblog.model.site import Site
from corpblog.render.address import Addresses
from corpblog.render.xml_text import clean

Node = dict[str, Any]

# Which page of the site fulfils which policy property of an organisation.
_POLICIES = {
    "publishingPrinciples": "principles",
    "ethicsPolicy": "principles",
    "actionableFeedbackPolicy": "comment-policy",
    "correctionsPolicy": "corrections",
}
# Signs that could end a script element or, in old parsers, a line of JavaScript.
_IN_SCRIPT = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")


def publisher(site: Site, addresses: Addresses, lang: str, made: Mapping[str, str]) -> Node:
    """The organisation behind the blog, with the policies for which there are pages.

    ``made`` are the permalinks of generated pages by role; a written page comes before them.
    """
    own, title = site.config.organization, site.config.site.title
    pages = {**made, **{page.role: page.permalink for page in _pages_in(site, lang)}}
    policies = {
        word: addresses.absolute(pages[role]) for word, role in _POLICIES.items() if role in pages
    }
    return present(
        {
            "@type": "Organization",
            "@id": organization_id(addresses),
            "name": own.name or own.legal_name or translated(title, lang, site.lang),
            "legalName": own.legal_name,
            "url": own.url or addresses.absolute("/"),
            "logo": addresses.absolute(own.logo) if own.logo.startswith("/") else own.logo,
            "sameAs": list(own.same_as),
            **policies,
        }
    )


def _pages_in(site: Site, lang: str) -> Iterable[Page]:
    """The written pages with those of ``lang`` last, so that they win over other languages'."""
    return sorted(site.pages, key=lambda page: (page.lang == lang, page.lang == site.lang))


def blog(site: Site, addresses: Addresses, lang: str) -> Node:
    """The blog in one language."""
    home = addresses.absolute(addresses.in_language("/", lang))
    about = site.config.site
    return present(
        {
            "@type": "Blog",
            "@id": f"{home}#blog",
            "url": home,
            "name": translated(about.title, lang, site.lang),
            "description": translated(about.description, lang, site.lang),
            "inLanguage": lang,
        }
    )


def organization_id(addresses: Addresses) -> str:
    """What the organisation is called in all nodes of the site."""
    return addresses.absolute("/") + "#organization"


def named(kind: str, name: str) -> Node:
    """A node of which only the name is known."""
    return {"@type": kind, "name": name}


def license_of(text: str) -> str | Node | None:
    """A licence as schema.org wants it: an address, or a work with a name."""
    if not text or text.startswith(("https://", "http://")):
        return text or None
    return named("CreativeWork", text)


def present(node: Mapping[str, Any]) -> Node:
    """The node without the properties that say nothing."""
    return {word: value for word, value in node.items() if value}


def script(node: Node) -> str:
    """The node as text that can stand in a script element whatever it holds."""
    document = {"@context": "https://schema.org", **present(node)}
    text = clean(json.dumps(document, ensure_ascii=False, separators=(",", ":")))
    for sign, escaped in _IN_SCRIPT:
        text = text.replace(sign, escaped)
    return text
