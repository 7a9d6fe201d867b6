"""From the comments of another system to the records of this one, with an account of all losses."""

import ipaddress
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from corpblog.dialogue.cleaning import clean_name, clean_text, clean_website, text_digest
from corpblog.dialogue.imports.foreign import Export, ForeignComment, ForeignThread, Note
from corpblog.dialogue.imports.matching import Place, Posts
from corpblog.dialogue.imports.people import Staff, staff_among
from corpblog.dialogue.imports.privacy import without_addresses
from corpblog.dialogue.imports.report import ImportReport, Orphan
from corpblog.model.comment import (
    CommentAuthor,
    CommentKind,
    CommentOrigin,
    CommentRecord,
    CommentStatus,
)
from corpblog.model.permalink import slugify
from corpblog.model.site import Site

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
# Ids of other systems are numbers or UUIDs; a longer one is named by its hash.
_LONGEST_ID = 48


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportWishes:
    """What the person who imports says: employees by name, login or number; the language."""

    staff: Mapping[str, str]
    lang: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Arranged:
    """The records of an import, in the order of the export, and the account of it."""

    records: tuple[CommentRecord, ...]
    report: ImportReport


def arrange(export: Export, site: Site, wishes: ImportWishes) -> Arranged:
    """The records that ``export`` becomes on ``site``; pure, and the same every time."""
    kept = tuple(comment for comment in export.comments if not comment.left_out)
    posts = Posts(site, wishes.lang)
    places = {thread: posts.place(thread) for thread in dict.fromkeys(c.thread for c in kept)}
    making = _Making(
        export=export,
        kept=kept,
        places=places,
        begun=_begun(site, places),
        staff=staff_among(kept, wishes.staff, site.authors),
        lang=wishes.lang,
    )
    records = making.records()
    return Arranged(records=records, report=making.report(records))


def _begun(site: Site, places: Mapping[ForeignThread, Place]) -> Mapping[ForeignThread, datetime]:
    """For each thread a moment that no comment in it can be older than."""
    dates: dict[str, datetime] = {}
    for post in (*site.posts, *site.withdrawn, *site.hidden):
        dates[post.id] = min(dates.get(post.id, post.date), post.date)
    return {
        thread: thread.begun or dates.get(place.about, _EPOCH) for thread, place in places.items()
    }


class _Making:
    """One import on its way to its records."""

    def __init__(
        self,
        *,
        export: Export,
        kept: tuple[ForeignComment, ...],
        places: Mapping[ForeignThread, Place],
        begun: Mapping[ForeignThread, datetime],
        staff: Staff,
        lang: str,
    ) -> None:
        self._export = export
        self._kept = kept
        self._places = places
        self._staff = staff
        self._lang = lang
        self._notes: list[Note] = [*export.notes]
        self._masked = 0
        self._undated = 0
        self._moments = [self._moment(comment, begun) for comment in kept]
        self._ids = self._named()
        self._parents = self._parent_ids()

    def records(self) -> tuple[CommentRecord, ...]:
        """The record of each comment that is kept."""
        return tuple(self._record(number) for number in range(len(self._kept)))

    def report(self, records: tuple[CommentRecord, ...]) -> ImportReport:
        """The account of the import."""
        threads = Counter(comment.thread for comment in self._kept)
        orphans = tuple(
            Orphan(place.about, threads[thread])
            for thread, place in self._places.items()
            if place.is_orphan
        )
        left = Counter(c.left_out for c in self._export.comments if c.left_out)
        return ImportReport(
            system=self._export.system,
            counts={
                "comments": len(records),
                "threads": len({(record.about, record.version) for record in records}),
                "replies": sum(bool(record.reply_to) for record in records),
                "by employees": sum(bool(record.author.staff) for record in records),
                "pingbacks": sum(record.kind is CommentKind.PINGBACK for record in records),
                "held": sum(record.status is CommentStatus.HELD for record in records),
                "orphans": sum(orphan.comments for orphan in orphans),
                "without date": self._undated,
                "addresses removed": self._masked,
                "unreadable": len(self._export.unreadable),
            },
            left_out=dict(sorted(left.items())),
            orphans=tuple(sorted(orphans)),
            doubts=self._staff.doubts,
            unused=self._staff.unused,
            notes=(*self._export.unreadable, *self._notes),
        )

    def _moment(self, comment: ForeignComment, begun: Mapping[ForeignThread, datetime]) -> datetime:
        """When it was written; where nobody knows, when its post came out."""
        if comment.created is not None:
            return comment.created
        self._undated += 1
        found = begun[comment.thread]
        what = f"has no date that can be read: taken as {found:%Y-%m-%d}, the day of its post"
        self._notes.append(Note(comment.place, what))
        return found

    def _named(self) -> list[str]:
        """The id of each comment: moment, system and id there, each once."""
        taken: Counter[str] = Counter()
        names: list[str] = []
        for comment, moment in zip(self._kept, self._moments, strict=True):
            stamp = moment.astimezone(UTC).strftime("%Y%m%dT%H%M%S")
            name = f"{stamp}-{self._export.system}-{_plain_id(comment.id)}"
            taken[name] += 1
            names.append(name if taken[name] == 1 else f"{name}-{taken[name]}")
        return names

    def _parent_ids(self) -> list[str]:
        """The record that each comment answers; what was left out is passed over upward."""
        numbers = {
            (comment.thread, comment.id): number
            for number, comment in reversed(list(enumerate(self._kept)))
        }
        above: dict[tuple[ForeignThread, str], str] = defaultdict(str)
        for comment in self._export.comments:
            above[comment.thread, comment.id] = comment.parent
        found: list[str] = []
        for number, comment in enumerate(self._kept):
            key, seen = (comment.thread, comment.parent), {comment.id}
            while key[1] and key not in numbers and key[1] not in seen:
                seen.add(key[1])
                key = (comment.thread, above.get(key, ""))
            if comment.parent and (comment.thread, comment.parent) not in above:
                what = f"answers “{comment.parent[:60]}”, which this thread does not have"
                self._notes.append(Note(comment.place, f"{what}: it begins a conversation"))
            answered = numbers.get(key, number)
            found.append(self._ids[answered] if answered != number else "")
        return found

    def _record(self, number: int) -> CommentRecord:
        comment, moment = self._kept[number], self._moments[number]
        place = self._places[comment.thread]
        created = (moment - _EPOCH) // _MICROSECOND
        origin = CommentOrigin(
            system=self._export.system,
            id=clean_name(comment.id),
            created=str(created),
            # Of a short text that nobody may see yet, even the hash would tell.
            digest="" if comment.held else comment.digest or text_digest(comment.text),
        )
        return CommentRecord(
            id=self._ids[number],
            about=place.about,
            version=place.version,
            reply_to=self._parents[number],
            created=moment.replace(microsecond=0),
            author=CommentAuthor() if comment.held else self._author(number),
            text="" if comment.held else self._text(comment),
            lang="" if comment.held else self._lang,
            kind=CommentKind.PINGBACK if comment.pingback else None,
            status=CommentStatus.HELD if comment.held else CommentStatus.PUBLISHED,
            source=origin,
        )

    def _author(self, number: int) -> CommentAuthor:
        comment = self._kept[number]
        name, url = comment.name, comment.url
        for secret in filter(None, comment.secrets):
            name = name.replace(secret, " ")
            url = "" if secret in url else url
        return CommentAuthor(
            name=clean_name(name),
            url="" if _is_numeric(url) else clean_website(url),
            staff=self._staff.by_comment.get(number, ""),
        )

    def _text(self, comment: ForeignComment) -> str:
        plain = clean_text(comment.text).strip("\n")
        text, masked = without_addresses(plain, comment.secrets, self._lang)
        self._masked += masked
        return text


def _plain_id(id_: str) -> str:
    """An id as part of a file name."""
    plain = slugify(id_)
    return plain if plain and len(plain) <= _LONGEST_ID else text_digest(id_)[:16]


def _is_numeric(url: str) -> bool:
    """Whether an address names a machine by number: often the one at home."""
    try:
        ipaddress.ip_address(urlsplit(url).hostname or "")
    except ValueError:
        return False
    return True
