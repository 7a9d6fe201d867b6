"""What ties an author to what is written about: disclosures as data."""

from dataclasses import dataclass
from enum import StrEnum

from corpblog.model.keys import key


class DisclosureType(StrEnum):
    """The closed list of ties; each has a neutral sentence in every interface language."""

    EMPLOYMENT = "employment"
    CLIENT = "client"
    SUPPLIER = "supplier"
    PARTNER = "partner"
    SPONSOR = "sponsor"
    PAID_PLACEMENT = "paid-placement"
    AFFILIATE = "affiliate"
    GIFT = "gift"
    LOAN = "loan"
    TRAVEL = "travel"
    EVENT = "event"
    SPEAKER_FEE = "speaker-fee"
    SHAREHOLDING = "shareholding"
    INVESTOR = "investor"
    COMPETITOR = "competitor"
    MEMBERSHIP = "membership"
    LOBBYING = "lobbying"
    PERSONAL = "personal"
    PUBLIC_FUNDING = "public-funding"
    GHOSTWRITTEN = "ghostwritten"
    EDITED = "edited"
    AI_ASSISTED = "ai-assisted"
    AI_GENERATED = "ai-generated"
    AI_TRANSLATED = "ai-translated"
    GUEST_AUTHOR = "guest-author"
    FORMER_EMPLOYEE = "former-employee"


# Money or money's worth for the post itself: their label must say "Advertisement" / "Werbung".
PAID_TYPES = frozenset(
    {
        DisclosureType.SPONSOR,
        DisclosureType.PAID_PLACEMENT,
        DisclosureType.AFFILIATE,
        DisclosureType.GIFT,
        DisclosureType.LOAN,
        DisclosureType.TRAVEL,
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Disclosure:
    """One tie that readers see above the first paragraph."""

    type: DisclosureType | None = key("kind of tie", example="client")
    party: str = key("whom it is about", example="Bäckerei Kern", default="")
    detail: str = key("what exactly, in a few words", example="the test device", default="")
    since: str = key("since when", example="2024", default="")
    value: str = key("how much it is worth", example="about 300 euros", default="")
    by: str = key("id of the author whom it concerns", example="jana-weiss", default="")
    text: str = key("a full sentence that replaces the standard sentence", default="")
