"""Comments of another system, whatever it was: what every reader of an export hands on."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple


class Note(NamedTuple):
    """Something to look at: where it stands in the export, and what it is, in plain words."""

    place: str
    what: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ForeignThread:
    """What comments stood under: addresses or paths of the post there, and its short name.

    ``begun`` is when the post was published there, for comments that lost their date.
    """

    links: tuple[str, ...] = ()
    slug: str = ""
    begun: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ForeignComment:
    """A comment as it stood in the other system.

    ``id`` and ``parent`` are ids there ("" without a parent). ``text`` is Markdown. ``left_out``
    says why a comment does not come over, such as "spam". ``created`` and ``begun`` have a zone.

    ``digest`` is SHA-256 of the text as it came, before it became Markdown; ``account`` names the
    account on the old blog, in the words of a message; "" where readers wrote.

    ``identities`` are the words by which a person may be told to be an employee: a name, and where
    the system has accounts, login and number; empty where anybody could have typed the name.
    ``staff`` is the id of a profile that the other system itself vouches for.

    ``proof`` and ``secrets`` (e-mail, address of the machine, hashes of them) stay in memory: they
    tell namesakes apart and are taken out of texts.
    """

    place: str
    thread: ForeignThread
    id: str
    parent: str = ""
    created: datetime | None = None
    name: str = ""
    url: str = ""
    text: str = ""
    digest: str = ""
    held: bool = False
    pingback: bool = False
    left_out: str = ""
    account: str = ""
    identities: tuple[str, ...] = ()
    staff: str = ""
    proof: str = field(default="", repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """Everything that an export holds; ``unreadable`` are comments that could not be read."""

    system: str
    comments: tuple[ForeignComment, ...]
    notes: tuple[Note, ...] = ()
    unreadable: tuple[Note, ...] = ()
