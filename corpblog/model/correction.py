"""What was wrong and what is right: corrections, promises and withdrawals as data."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpblog.model.keys import key


class CorrectionKind(StrEnum):
    """How a published text changed; corrections and retractions stand on top of the post."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    RETRACTION = "retraction"
    MAINTENANCE = "maintenance"


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A change to a published post that readers are told about."""

    date: "date | None" = key("day of the change", example="2026-11-12")
    kind: CorrectionKind = key("what it is", default=CorrectionKind.CORRECTION, example="update")
    by: str = key("id of the author who made it", example="jana-weiss", default="")
    what: str = key("what was wrong and what is right", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """How a promise was kept."""

    date: "date | None" = key("day on which it was kept", example="2026-12-12")
    link: str = key("where one can see it", example="/2026/12/new-tests/", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Dropped:
    """Why a promise is not kept."""

    date: "date | None" = key("day of the decision", example="2026-12-12")
    why: str = key("the reason", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """Something an author said would happen."""

    text: str = key("what was promised", default="")
    due: date | None = key("until when", example="2026-12-15")
    owner: str = key("id of the author who promised", example="jana-weiss", default="")
    kept: Kept | None = key("how it was kept")
    dropped: Dropped | None = key("why it was dropped")


class WithdrawalReason(StrEnum):
    """Why a published post was taken back."""

    LEGAL_ORDER = "legal-order"
    PERSONAL_DATA = "personal-data"
    RETRACTED = "retracted"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdrawal:
    """The record behind a tombstone page."""

    date: "date | None" = key("day of the withdrawal", example="2026-11-12")
    reason: WithdrawalReason | None = key("why", example="retracted")
    by: str = key("id of the author who decided", example="jana-weiss", default="")
