"""When a post was published: the front matter's word, the file name's where it has none."""

from corpblog.diagnostics import Location
from corpblog.importers.blog import Dated, OldPost
from corpblog.importers.old.dates import Reading, read_date
from corpblog.importers.old.values import text
from corpblog.importers.record import Kind, Loss, Section

_NO_DATE = "it is a draft until somebody gives it a date"
DATE_KEYS = ("date", "publishDate", "publishdate", "pubdate", "published_at", "published_on")


def date_of(post: OldPost) -> Dated:
    """The date of ``post``; a date that cannot be read is told and never guessed."""
    values = post.text.values
    key = next((name for name in DATE_KEYS if text(values.get(name))), "")
    written = text(values.get(key)) if key else ""
    reading = read_date(written) if written else None
    named = post.named.day
    place = post.text.at_key(key)
    losses: list[Loss] = []
    if post.named.note:
        losses.append(_loss(place, "date in a file name", post.stem, post.named.note))
    if written and reading is None:
        instead = f"the file name's {named} is taken" if named else _NO_DATE
        done = f"cannot be read as one certain day: {instead}"
        losses.append(_loss(place, "date that cannot be read", written, done))
    if reading and reading.note:
        losses.append(_loss(place, "unusual date", written, f"{reading.note}: {reading.written}"))
    if reading and named and reading.day != named:
        done = f"the front matter counts ({reading.day}); the file name says {named}"
        losses.append(_loss(place, "two different dates", written, done))
    if reading is None and named:
        reading = Reading(day=named)
    if reading is None and not written:
        place = Location(path=post.path, line=1, column=1)
        losses.append(_loss(place, "post without a date", post.stem, _NO_DATE))
    return Dated(reading=reading, losses=tuple(losses))


def _loss(place: Location, construct: str, found: str, done: str) -> Loss:
    kind = Kind.CONFIRM if construct != "unusual date" else Kind.REPAIRED
    return Loss(
        location=place,
        section=Section.DATES,
        kind=kind,
        construct=construct,
        found=found,
        done=done,
    )
