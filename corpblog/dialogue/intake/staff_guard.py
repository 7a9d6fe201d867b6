"""Who may not be posed as: names and addresses of those who work here."""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from corpblog.dialogue.intake.look_alikes import skeleton
from corpblog.model.author import Author
from corpblog.model.site import Site

# What may stand beside a name and changes nothing about who seems to speak.
_TITLES = frozenset(
    skeleton(word)
    for word in """
    dr prof professor dipl ing mag mr mrs ms herr frau from of at for von vom bei der die das the
    gmbh ag kg kgaa ohg ug se ev inc ltd llc plc sa sarl bv co
    """.split()
)
# Who speaks for the house, without a name.
_ROLES = frozenset(
    skeleton(word)
    for word in """
    team support service staff official offiziell admin administrator administrators moderator
    moderation kundendienst mitarbeiter mitarbeiterin redaktion editor editors presse press
    """.split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class StaffGuard:
    """Knows who works here, in skeletons.

    ``names`` holds the words of each name without their order, ``joined`` the names without
    blanks, ``companies`` the names of the company, ``beside`` titles, roles and jobs; ``hosts``
    are the mail domains of the company. ``profiles`` maps the id of an author to the name that
    readers see.
    """

    names: frozenset[frozenset[str]]
    joined: frozenset[str]
    companies: frozenset[str]
    beside: frozenset[str]
    addresses: frozenset[str]
    hosts: frozenset[str]
    profiles: Mapping[str, str]

    def poses(self, name: str) -> bool:
        """Whether ``name`` would be taken for an employee or for the company."""
        words = skeleton(name).split()
        if "".join(words) in self.joined:
            return True
        company = {word for one in self.companies for word in one.split()}
        bare = frozenset(words) - self.beside
        if not bare - company:
            return not _ROLES.isdisjoint(words) or not self.companies.isdisjoint(_runs(words))
        return not self.names.isdisjoint((frozenset(words), bare, bare - company))

    def poses_by_mail(self, address: str) -> bool:
        """Whether ``address`` is one of the company's or of an author's."""
        plain = _mail(address)
        return plain in self.addresses or plain.rpartition("@")[2] in self.hosts


def staff_guard(site: Site) -> StaffGuard:
    """The guard of a site: everybody with a profile, and the company itself."""
    words = [skeleton(name).split() for author in site.authors.values() for name in _names(author)]
    known = [frozenset(one) for one in words]
    jobs = {word for author in site.authors.values() for word in _job_words(author)}
    beside = _TITLES | _ROLES | (jobs - {word for one in words for word in one})
    return StaffGuard(
        names=frozenset(filter(None, (*known, *(one - beside for one in known)))),
        joined=frozenset(filter(None, (join for one in words for join in _joined(one)))),
        companies=frozenset(filter(None, map(skeleton, _company_names(site)))),
        beside=beside,
        addresses=frozenset(filter(None, map(_mail, _addresses(site)))),
        hosts=frozenset(filter(None, (_host(site.config.organization.url),))),
        profiles={id_: author.name for id_, author in site.authors.items()},
    )


def staff_of(token: str, digests: Mapping[str, str]) -> str:
    """The id of the author to whom ``token`` was given; "" if to nobody.

    ``digests`` maps ids to SHA-256 of the tokens. An empty token and an empty entry never match.
    """
    if not token:
        return ""
    digest = hashlib.sha256(token.encode()).hexdigest()
    found = ""
    for author, expected in sorted(digests.items()):
        if expected and hmac.compare_digest(expected.encode(), digest.encode()):
            found = author
    return found


def _names(author: Author) -> Iterator[str]:
    for profile in (author.profile, *author.translations.values()):
        yield profile.name
        yield f"{profile.given_name} {profile.family_name}" if profile.family_name else ""


def _company_names(site: Site) -> Iterator[str]:
    organization = site.config.organization
    title = site.config.site.title
    yield organization.name
    yield organization.legal_name
    yield from organization.aliases
    yield from (title,) if isinstance(title, str) else title.values()


def _addresses(site: Site) -> Iterator[str]:
    yield site.config.legal.email
    for author in site.authors.values():
        yield from author.profile.git_emails
        point = author.profile.contact_point
        yield point.value if point else ""


def _job_words(author: Author) -> Iterator[str]:
    for profile in (author.profile, *author.translations.values()):
        jobs = [f"{profile.job_title} {profile.department}"]
        jobs += [f"{position.job_title} {position.department}" for position in profile.positions]
        yield from skeleton(" ".join(jobs)).split()


def _joined(words: list[str]) -> tuple[str, str]:
    return "".join(words), "".join(reversed(words))


def _runs(words: list[str]) -> set[str]:
    """Every run of neighbouring words, with blanks between them."""
    count = len(words)
    pairs = ((start, end) for start in range(count) for end in range(start + 1, count + 1))
    return {" ".join(words[start:end]) for start, end in pairs}


def _mail(address: str) -> str:
    """An address without regard to case and what stands after a plus; "" for what is none."""
    local, _, host = address.strip().casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{host}" if local else ""


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").casefold().removeprefix("www.")
