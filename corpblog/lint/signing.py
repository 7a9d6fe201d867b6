"""Whether a name is that of nobody in particular: a team, a role, a brand."""

from collections.abc import Iterable

from corpblog.wordlists.tokens import tokenise

_ROLES = frozenset(
    """team crew support helpdesk desk service newsroom editors editorial marketing communications
    communication management press office staff customer care admin administrator moderator
    moderation redaktion presse pressestelle kundenservice kundendienst kundenbetreuung
    kommunikation unternehmenskommunikation verwaltung geschäftsleitung""".split()
)
# German makes such words without end: Serviceteam, Onlineredaktion.
_ENDINGS = ("team", "redaktion", "abteilung", "pressestelle", "betreuung")
_FILLERS = frozenset("your the our ihr ihre dein deine euer eure das die der unser unsere".split())


def is_nobody(name: str, people: frozenset[str], companies: Iterable[tuple[str, ...]] = ()) -> bool:
    """Whether ``name`` (a signature, or a name beside a comment) is none of a person.

    ``people`` are folded words of the names of employees: “Jana, Acme support” names somebody.
    ``companies`` are own names as folded words.
    """
    words = [token.folded for token in tokenise(name)]
    if not words or not people.isdisjoint(words):
        return False
    if any(word in _ROLES or word.endswith(_ENDINGS) for word in words):
        return True
    own = tuple(word for word in words if word not in _FILLERS)
    return own in companies
