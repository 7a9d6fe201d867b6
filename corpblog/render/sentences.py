"""Disclosures and statements in words: what ties the authors, and how a text was made."""

from collections.abc import Iterator
from datetime import date

from corpblog.model.author import Author, AuthorStatus
from corpblog.model.disclosure import PAID_TYPES, Disclosure, DisclosureType
from corpblog.model.post import AiUse, Post
from corpblog.render.i18n import Language
from corpblog.render.people import People
from corpblog.render.translations import Translations
from corpblog.render.views import DisclosureView

_AI_TYPES = {
    "assisted": DisclosureType.AI_ASSISTED,
    "generated": DisclosureType.AI_GENERATED,
    "translated": DisclosureType.AI_TRANSLATED,
}


def disclosure_views(
    people: People, translations: Translations, post: Post, lang: str
) -> tuple[DisclosureView, ...]:
    """The ties behind ``post`` in words: those it declares, then those that its data show.

    Employment stands in the byline and needs no sentence here.
    """
    language = people.languages[lang]
    return tuple(
        _view(people, post, item, language)
        for item in (*_declared(translations, post), *_derived(people, post, lang))
    )


def standing_ties(people: People, author: Author, lang: str) -> Iterator[str]:
    """What ties a person whatever the post: employment, then the interests of the profile."""
    language = people.languages[lang]
    works_for = author.profile_in(lang).works_for
    match author.profile.status:
        case AuthorStatus.GUEST:
            yield _alone(people, author, Disclosure(type=DisclosureType.GUEST_AUTHOR), language)
        case AuthorStatus.ACTIVE | AuthorStatus.AWAY if people.works_here(author):
            since = works_for.start_date if works_for is not None else None
            year = str(since.year) if since is not None else ""
            item = Disclosure(type=DisclosureType.EMPLOYMENT, since=year)
            yield _alone(people, author, item, language)
    for tie in author.profile_in(lang).interests:
        item = Disclosure(type=tie.type, party=tie.party, since=tie.since)
        yield tie.text or _alone(people, author, item, language)


def _alone(people: People, author: Author, item: Disclosure, language: Language) -> str:
    key, used = _wording(people, item, (author,), language)
    return _worded(people, item, (author,), language, key, used)


def statements(people: People, translations: Translations, post: Post, lang: str) -> Iterator[str]:
    """What else readers should know about the making: for whom one speaks, “no ties”, “no AI”."""
    language = people.languages[lang]
    names = [people.name(author, lang) for author in people.authors(post)]
    if post.front.speaks_for is not None and names:
        yield language.text(
            f"statement.speaks_for.{post.front.speaks_for}",
            names=language.names(names),
            organization=people.organization(),
            count=len(names),
        )
    if translations.declaring(post).front.disclosures == "none":
        yield language.text("statement.no_ties")
    if post.front.ai == "none":
        yield language.text("statement.no_ai")


def _declared(translations: Translations, post: Post) -> Iterator[Disclosure]:
    """What the post says; a translation that says nothing has the ties of its original."""
    source = translations.declaring(post)
    for item in source.disclosures:
        if source.lang == post.lang:
            yield item
        else:
            # Free texts are in the language of the original; the neutral sentence is not.
            yield Disclosure(type=item.type, party=item.party, since=item.since, by=item.by)


def _derived(people: People, post: Post, lang: str) -> Iterator[Disclosure]:
    declared = {item.type for item in post.disclosures}
    for item in (*_from_text(people, post, lang), *_from_people(people, post, lang)):
        if item.type not in declared:
            yield item


def _from_text(people: People, post: Post, lang: str) -> Iterator[Disclosure]:
    if post.front.text_by:
        writer = people.name_of(post.front.text_by, lang)
        yield Disclosure(type=DisclosureType.GHOSTWRITTEN, party=writer)
    use = post.front.ai
    if isinstance(use, AiUse) and use.use is not None:
        yield Disclosure(type=_AI_TYPES[use.use], detail=use.what)


def _from_people(people: People, post: Post, lang: str) -> Iterator[Disclosure]:
    """Guests, and people who wrote after they had left; one sentence for all of a kind."""
    for author in people.authors(post):
        if author.profile.status is AuthorStatus.GUEST:
            yield Disclosure(type=DisclosureType.GUEST_AUTHOR, by=author.id)
        left = _left_before(author, post)
        if left is not None:
            language = people.languages[lang]
            since = language.month(left.year, left.month)
            yield Disclosure(type=DisclosureType.FORMER_EMPLOYEE, by=author.id, since=since)


def _left_before(author: Author, post: Post) -> date | None:
    works_for = author.profile.works_for
    end = works_for.end_date if works_for is not None else None
    return end if end is not None and end < post.date.date() else None


def _view(people: People, post: Post, item: Disclosure, language: Language) -> DisclosureView:
    kind = item.type.value if item.type is not None else "other"
    text = item.text or _sentence(people, post, item, language)
    if item.type not in PAID_TYPES:
        return DisclosureView(type=kind, text=text, paid=False)
    # The label is part of the text as well: no theme can leave it out.
    label = language.text("disclosure.advertisement")
    if not text.casefold().startswith(f"{label}:".casefold()):
        text = language.text("disclosure.paid", label=label, sentence=text)
    return DisclosureView(type=kind, text=text, paid=True, label=label)


def _sentence(people: People, post: Post, item: Disclosure, language: Language) -> str:
    """The neutral sentence of the type, and what else is known of it."""
    by = people.site.authors.get(item.by)
    concerned = (by,) if by is not None else people.authors(post)
    key, used = _wording(people, item, concerned, language)
    sentence = _worded(people, item, concerned, language, key, used)
    return " ".join([sentence, *_further(people, post, item, key, language)])


def _worded(
    people: People,
    item: Disclosure,
    concerned: tuple[Author, ...],
    language: Language,
    key: str,
    used: frozenset[str],
) -> str:
    names = [people.name(each, language.code) for each in concerned] or [people.organization()]
    party = people.name_of(item.party, language.code)
    sentence = language.text(
        key,
        party=party or language.text("disclosure.somebody"),
        detail=item.detail.rstrip("."),
        since=item.since,
        names=language.names(names),
        organization=people.organization(),
        count=len(names),
    )
    sentence = sentence[:1].upper() + sentence[1:]
    for part in ("since", "detail"):
        value = getattr(item, part).rstrip(".")
        if value and part not in used:
            # The stop moves behind what is added, whatever sign the language uses for it.
            stop = "" if sentence[-1:].isalnum() else sentence[-1:]
            bare = sentence.removesuffix(stop)
            sentence = language.text(f"disclosure.{part}", sentence=bare, **{part: value}) + stop
    return sentence


def _wording(
    people: People, item: Disclosure, concerned: tuple[Author, ...], language: Language
) -> tuple[str, frozenset[str]]:
    """The key of the sentence, and which details of the item it holds already."""
    key = f"disclosure.{item.type.value if item.type is not None else 'other'}"
    if concerned and not any(people.works_here(author) for author in concerned):
        key = _longer(key, "outside", language)
    if item.party:
        key = _longer(key, "party", language)
    exact = _longer(key, "exactly", language) if item.detail else key
    dated = _longer(exact, "since", language) if item.since else exact
    used = {"detail"} if exact != key else set()
    return dated, frozenset(used | ({"since"} if dated != exact else set()))


def _longer(key: str, part: str, language: Language) -> str:
    longer = f"{key}.{part}"
    return longer if language.has(longer) else key


def _further(
    people: People, post: Post, item: Disclosure, key: str, language: Language
) -> Iterator[str]:
    """Further sentences: the worth, who checked a machine's text, and whom of several it means."""
    if item.value:
        yield language.text("disclosure.value", value=item.value.rstrip("."))
    use = post.front.ai
    if item.type in _AI_TYPES.values() and isinstance(use, AiUse) and use.reviewed_by:
        name = people.name_of(use.reviewed_by, language.code)
        yield language.text("disclosure.ai.reviewed", name=name)
    if item.by and len(post.authors) > 1 and not language.mentions(key, "names"):
        yield language.text("disclosure.concerns", names=people.name_of(item.by, language.code))
