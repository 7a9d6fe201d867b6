"""Ways to reach a person: business profiles elsewhere, telephone, mail."""

import re
from collections.abc import Iterable
from urllib.parse import quote

from corpblog.markup.targets import host_of
from corpblog.model.author import ContactPoint
from corpblog.render.i18n import Language
from corpblog.render.views import LinkView

# How people call these hosts; any other host is shown as it is.
_HOSTS = {
    "linkedin.com": "LinkedIn",
    "xing.com": "XING",
    "github.com": "GitHub",
    "gitlab.com": "GitLab",
    "codeberg.org": "Codeberg",
    "mastodon.social": "Mastodon",
    "bsky.app": "Bluesky",
    "orcid.org": "ORCID",
    "youtube.com": "YouTube",
    "instagram.com": "Instagram",
    "facebook.com": "Facebook",
    "x.com": "X",
    "twitter.com": "X",
    "medium.com": "Medium",
    "researchgate.net": "ResearchGate",
    "stackoverflow.com": "Stack Overflow",
}
_MAIL = re.compile(r"[^@\s/]+@[^@\s/]+\.[^@\s/]+")
_DIALLED = re.compile(r"\+?[\d\s()./–-]+")
_LINK_SCHEMES = ("http://", "https://", "mailto:", "tel:", "xmpp:", "sip:")


def profile_links(addresses: Iterable[str]) -> tuple[LinkView, ...]:
    """Profiles elsewhere, each marked as the same person's (``rel=me``)."""
    return tuple(
        LinkView(label=_host_name(url), url=url, rel="me")
        for url in addresses
        if url.startswith(("http://", "https://"))
    )


def contact_links(contact: ContactPoint | None, language: Language) -> tuple[LinkView, ...]:
    """The way to reach a person, with the hours in its text; without address it is no link."""
    if contact is None or not contact.value:
        return ()
    label = contact.value
    if contact.hours:
        label = language.text("person.contact", value=contact.value, hours=contact.hours)
    return (LinkView(label=label, url=contact_url(contact.value)),)


def contact_url(value: str) -> str:
    """The address behind a way to reach somebody; empty for words that no program can follow."""
    if value.startswith(_LINK_SCHEMES):
        return value
    if _MAIL.fullmatch(value):
        return "mailto:" + quote(value, safe="@+")
    if _DIALLED.fullmatch(value):
        return "tel:" + re.sub(r"\(0\)|[^\d+]", "", value)
    return ""


def _host_name(url: str) -> str:
    host = (host_of(url) or url).removeprefix("www.")
    tail = ".".join(host.split(".")[-2:])
    return _HOSTS.get(host) or _HOSTS.get(tail) or host
