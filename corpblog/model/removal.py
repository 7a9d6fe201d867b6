"""Why a comment may be removed: a closed list, in which there is no reason “negative”."""

from enum import StrEnum


class RemovalReason(StrEnum):
    """The reasons that readers are told, in the order in which policy and report list them."""

    SPAM = "spam"
    ILLEGAL = "illegal"
    INSULT = "insult"
    DISCRIMINATION = "discrimination"
    PERSONAL_DATA = "personal-data"
    ADVERTISING = "advertising"
    DUPLICATE = "duplicate"
    OFF_TOPIC = "off-topic"
    AUTHOR_REQUEST = "author-request"
    COURT_ORDER = "court-order"
