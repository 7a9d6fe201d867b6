"""What was corrected, promised and taken back, in words; and the log of all corrections."""

from collections.abc import Iterator, Sequence
from functools import partial

from corpblog.model.correction import Correction, CorrectionKind, Promise, WithdrawalReason
from corpblog.model.post import Post, PostState
from corpblog.render.address import output_path
from corpblog.render.cards import shown_title
from corpblog.render.content import origin_of
from corpblog.render.i18n import Language
from corpblog.render.pages.frame import Head, page_bytes
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.views import (
    CorrectionLogView,
    CorrectionView,
    DateView,
    LinkView,
    PromiseView,
)

# What readers must know before they read stands on top; what merely went on, at the end.
_ON_TOP = (CorrectionKind.CORRECTION, CorrectionKind.CLARIFICATION, CorrectionKind.RETRACTION)
# Reasons for which nothing of a withdrawn post may be repeated, its title neither.
SILENT = (WithdrawalReason.LEGAL_ORDER, WithdrawalReason.PERSONAL_DATA)


def notes_on_top(renderer: Renderer, post: Post, lang: str) -> tuple[CorrectionView, ...]:
    """Corrections, clarifications and retractions of a post, newest first."""
    return tuple(
        correction_view(renderer, note, lang)
        for note in _newest_first(post.front.corrections)
        if note.kind in _ON_TOP
    )


def notes_at_end(renderer: Renderer, post: Post, lang: str) -> tuple[CorrectionView, ...]:
    """Updates and repairs of a post, oldest first: they continue its story."""
    return tuple(
        correction_view(renderer, note, lang)
        for note in reversed(_newest_first(post.front.corrections))
        if note.kind not in _ON_TOP
    )


def correction_view(
    renderer: Renderer, note: Correction, lang: str, post: Post | None = None
) -> CorrectionView:
    """One note; with its post where it stands in the log."""
    language = renderer.languages[lang]
    key = f"correction.{note.kind}"
    if note.date is None:
        date, label = DateView(iso="", text=""), language.text(f"{key}.undated")
    else:
        date = language.when(note.date)
        label = language.text(key, date=date.text)
    return CorrectionView(
        kind=note.kind.value,
        label=label,
        text=note.what,
        date=date,
        by=person_link(renderer, note.by, lang),
        post=_post_link(renderer, post, lang) if post is not None else None,
    )


def retractions(renderer: Renderer, post: Post) -> tuple[Correction, ...]:
    """What a withdrawn post says to have been wrong; nothing where that must not be said."""
    withdrawal = post.front.withdrawal
    if withdrawal is None or withdrawal.reason in SILENT:
        return ()
    own = [note for note in post.front.corrections if note.kind is CorrectionKind.RETRACTION]
    if not own and withdrawal.reason is WithdrawalReason.RETRACTED:
        what = renderer.languages[post.lang].text(f"withdrawal.reason.{withdrawal.reason}")
        kind = CorrectionKind.RETRACTION
        own = [Correction(date=withdrawal.date, kind=kind, by=withdrawal.by, what=what)]
    return _newest_first(own)


def promise_views(renderer: Renderer, post: Post, lang: str) -> tuple[PromiseView, ...]:
    """The promises of a post and how they stand at the clock of the run."""
    return tuple(promise_view(renderer, post, each, lang) for each in post.front.promises)


def person_link(renderer: Renderer, person: str, lang: str) -> LinkView | None:
    """A person by id with a link to the profile; a name without a profile has no address."""
    if not person:
        return None
    author = renderer.site.authors.get(person)
    if author is None:
        return LinkView(label=person, url="")
    url = renderer.addresses.href(renderer.people.permalink(author, lang))
    return LinkView(label=renderer.people.name(author, lang), url=url)


def outputs(renderer: Renderer) -> Iterator[PlannedOutput]:
    """The log of corrections in each language."""
    versions = renderer.places.versions(renderer.places.corrections(renderer.site.lang))
    for lang, permalink in versions.items():
        days = [note.date for note, _ in _entries(renderer, lang) if note.date is not None]
        yield PlannedOutput(
            path=output_path(permalink),
            kind="corrections",
            source=f"generated: corrections ({lang})",
            make=partial(_log, renderer, lang, versions[lang]),
            permalink=permalink,
            lang=lang,
            versions=versions,
            changed=max(days, default=None),
            indexed=True,
        )


def _log(renderer: Renderer, lang: str, permalink: str) -> bytes:
    language = renderer.languages[lang]
    years: dict[str, list[CorrectionView]] = {}
    for note, post in _entries(renderer, lang):
        year = str(note.date.year) if note.date is not None else language.text("heading.undated")
        years.setdefault(year, []).append(correction_view(renderer, note, lang, post))
    log = CorrectionLogView(
        heading=language.text("heading.corrections"),
        intro=language.text("intro.corrections"),
        years=tuple((year, tuple(notes)) for year, notes in years.items()),
    )
    head = Head(
        kind="corrections",
        lang=lang,
        permalink=permalink,
        title=log.heading,
        description=log.intro,
        versions=renderer.places.versions(renderer.places.corrections(renderer.site.lang)),
    )
    source = f"generated: corrections ({lang})"
    return page_bytes(renderer, "corrections.html", head, source, log=log)


def _entries(renderer: Renderer, lang: str) -> list[tuple[Correction, Post]]:
    """What was corrected in a language, newest first; withdrawn posts with their retraction."""
    entries = [(note, post) for post in renderer.posts[lang] for note in post.front.corrections]
    withdrawn = [post for post in renderer.site.withdrawn if post.lang == lang]
    entries += [(note, post) for post in withdrawn for note in retractions(renderer, post)]
    return sorted(entries, key=lambda entry: _day(entry[0]), reverse=True)


def _post_link(renderer: Renderer, post: Post, lang: str) -> LinkView:
    withdrawn = post.state is PostState.WITHDRAWN
    title = post.title if withdrawn else shown_title(post, renderer.languages[post.lang])
    url = renderer.addresses.href(post.permalink)
    return LinkView(label=title, url=url, lang=post.lang if post.lang != lang else "")


def _newest_first(notes: Sequence[Correction]) -> tuple[Correction, ...]:
    return tuple(sorted(notes, key=_day, reverse=True))


def _day(note: Correction) -> str:
    return note.date.isoformat() if note.date is not None else ""


def promise_view(renderer: Renderer, post: Post, promise: Promise, lang: str) -> PromiseView:
    """One promise, made in ``post`` or below it, and how it stands at the clock of the run."""
    language = renderer.languages[lang]
    link = None
    if promise.kept is not None:
        state, day = "kept", promise.kept.date
        if promise.kept.link:
            url = renderer.links.resolve(promise.kept.link, origin_of(post))
            link = LinkView(label=language.text("promise.see"), url=url)
    elif promise.dropped is not None:
        state, day = "dropped", promise.dropped.date
    else:
        day = promise.due
        late = day is not None and day < renderer.site.now.date()
        state = "overdue" if late else "open"
    key = f"promise.{state}"
    if day is not None and language.has(f"{key}.date"):
        key += ".date"
    label = language.text(key, date=language.day(day) if day is not None else "")
    return PromiseView(
        text=promise.text, state=state, label=_with_why(promise, label, language), link=link
    )


def _with_why(promise: Promise, label: str, language: Language) -> str:
    if promise.dropped is None or not promise.dropped.why:
        return label
    return language.text("promise.dropped.why", label=label, why=promise.dropped.why)
