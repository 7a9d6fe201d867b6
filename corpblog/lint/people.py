"""What rules ask about people: who answers, which picture shows them, what is known of them."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from corpblog.model.author import Author, AuthorStatus, ContactPoint, Picture
from corpblog.model.source import SourceText

# The names of addresses behind which everybody and nobody reads.
_ROLE_MAILBOX = re.compile(
    r"(?:mailto:)?(?:info|press|presse|office|contact|kontakt|mail|hello|hallo|post|service|support"
    r"|marketing|redaktion|pr|media|team|newsroom|kommunikation|communications?)@\S+",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:mailto:)?[^@\s/]+@[^@\s/]+\.[^@\s/]+", re.IGNORECASE)
_MAIL_TYPES = frozenset(("e-mail", "email", "mail", "e-mail-adresse"))


def portrait(author: Author) -> Picture | None:
    """The photo that the profile names; None for ``none`` and where there is none."""
    image = author.profile.image
    return image if isinstance(image, Picture) and image.src else None


def portrait_path(author: Author) -> str:
    """The file of the portrait, from the root of the site; empty without one, or elsewhere."""
    image = portrait(author)
    if image is None or "://" in image.src:
        return ""
    if image.src.startswith("/"):
        return posixpath.normpath(f"static/{image.src.lstrip('/')}")
    return posixpath.normpath(posixpath.join(author.folder, image.src))


def has_left(author: Author) -> bool:
    """Whether the profile says that the person is no longer with the company."""
    return author.profile.status is AuthorStatus.FORMER


def is_unnamed(author: Author) -> bool:
    """Whether the build shows no name, because a consent was withdrawn (GDPR Art. 7(3))."""
    profile = author.profile
    withdrawn = profile.consent is not None and profile.consent.withdrawn is not None
    return withdrawn and profile.basis == "consent"


def answers_for(id_: str, authors: Mapping[str, Author]) -> Author | None:
    """Who answers today for what ``id_`` said: the person, or the last of the successors."""
    seen: set[str] = set()
    while id_ in authors and id_ not in seen:
        seen.add(id_)
        author = authors[id_]
        if not has_left(author):
            return author
        id_ = author.profile.successor
    return None


def is_reachable(author: Author) -> bool:
    """Whether readers reach the person by more than e-mail."""
    profile = author.profile
    contact = profile.contact_point
    by_contact = contact is not None and bool(contact.value) and not is_mail(contact)
    return bool(profile.same_as or profile.fediverse_creator or by_contact)


def is_mail(contact: ContactPoint) -> bool:
    """Whether the contact is an e-mail address."""
    return contact.type.strip().lower() in _MAIL_TYPES or bool(_MAIL.fullmatch(contact.value))


def is_role_mailbox(contact: ContactPoint) -> bool:
    """Whether the contact is the mailbox of a role, such as ``press@``."""
    return bool(_ROLE_MAILBOX.fullmatch(contact.value.strip()))


def self_description(author: Author) -> str:
    """What readers learn in sentences: the description, then the biography without comments."""
    return " ".join(f"{author.profile.description} {_without_comments(author.source)}".split())


def _without_comments(source: SourceText) -> str:
    return "".join(_kept(source.body))


def _kept(text: str) -> Iterator[str]:
    while text:
        before, opened, rest = text.partition("<!--")
        yield before
        _, closed, text = rest.partition("-->")
        if opened and not closed:
            return
