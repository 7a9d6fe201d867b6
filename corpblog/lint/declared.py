"""What a post declares of its making: translations have the disclosures of their original."""

from corpblog.lint.text import Text
from corpblog.model.disclosure import Disclosure, DisclosureType
from corpblog.model.post import Post

# Their sentence needs no party: it speaks of the author, of the links, or of a machine.
WITHOUT_PARTY = frozenset(
    {
        DisclosureType.EMPLOYMENT,
        DisclosureType.AFFILIATE,
        DisclosureType.LOBBYING,
        DisclosureType.AI_ASSISTED,
        DisclosureType.AI_GENERATED,
        DisclosureType.AI_TRANSLATED,
        DisclosureType.GUEST_AUTHOR,
        DisclosureType.FORMER_EMPLOYEE,
    }
)


def declaring(text: Text, post: Post) -> Post:
    """The post whose disclosures readers see: ``post``, or the original where it says nothing."""
    if post.front.disclosures is None and text.original is not None:
        return text.original
    return post


def disclosures_of(text: Text, post: Post) -> tuple[Disclosure, ...]:
    """The ties that readers of ``post`` see."""
    return declaring(text, post).disclosures


def has_disclosure(text: Text, post: Post, *types: DisclosureType) -> bool:
    """Whether readers of ``post`` are told of a tie of one of ``types``."""
    return any(item.type in types for item in disclosures_of(text, post))
