"""Why a request is not taken, as a closed list: each reason with its HTTP status."""

from enum import Enum


class Reason(Enum):
    """A reason to refuse; the value is the HTTP status (RFC 9110, 6585)."""

    BAD_REQUEST = (400, "bad-request")
    EMPTY_FIELD_FILLED = (400, "empty-field-filled")
    TEXT_SHORT = (400, "text-short")
    TEXT_LONG = (400, "text-long")
    NAME_LONG = (400, "name-long")
    BAD_WEBSITE = (400, "bad-website")
    STAFF_NAME = (403, "staff-name")
    BAD_TOKEN = (403, "bad-token")
    FOREIGN_PAGE = (403, "foreign-page")
    CLOSED = (403, "closed")
    NOT_YOURS = (403, "not-yours")
    NOT_FOUND = (404, "not-found")
    NO_SUCH_POST = (404, "no-such-post")
    BAD_METHOD = (405, "bad-method")
    PUBLISHED_ALREADY = (409, "published-already")
    TOO_LARGE = (413, "too-large")
    BAD_TYPE = (415, "bad-type")
    FOREIGN_HOST = (421, "foreign-host")
    TOO_FAST = (429, "too-fast")
    NOT_SAVED = (503, "not-saved")

    @property
    def status(self) -> int:
        """The HTTP status of the answer."""
        return self.value[0]

    @property
    def word(self) -> str:
        """The name of the reason in JSON."""
        return self.value[1]


class Refused(Exception):  # noqa: N818 (named for what happened to the request)
    """A request that is not taken."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.word)
        self.reason = reason
