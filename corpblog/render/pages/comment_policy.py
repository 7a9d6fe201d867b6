"""The comment policy, made from the configuration so that text and practice agree (SITE002).

It says what the Digital Services Act asks of terms (Art. 14): which restrictions there are, who
decides by which rules, and how to object.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from corpblog.model.answer_times import BUSINESS_HOURS, answer_days
from corpblog.model.author import Author, AuthorStatus
from corpblog.model.page import COMMENT_POLICY
from corpblog.model.removal import RemovalReason
from corpblog.render.address import output_path
from corpblog.render.duty_views import CommentPolicyView, FactView, PolicyPartView
from corpblog.render.pages.frame import Head, page_bytes
from corpblog.render.pages.parts import contact_link
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.views import LinkView


def outputs(renderer: Renderer) -> Iterator[PlannedOutput]:
    """The policy in each language; none where the site has a page of its own for it."""
    if any(page.role == COMMENT_POLICY for page in renderer.site.pages):
        return
    versions = renderer.places.versions(renderer.places.comment_policy(renderer.site.lang))
    for lang, permalink in versions.items():
        yield PlannedOutput(
            path=output_path(permalink),
            kind="comment-policy",
            source=f"generated: comment policy ({lang})",
            make=partial(_make, renderer, lang, versions),
            permalink=permalink,
            lang=lang,
            versions=versions,
            indexed=True,
        )


def _make(renderer: Renderer, lang: str, versions: Mapping[str, str]) -> bytes:
    say = renderer.languages[lang].text
    is_open = renderer.site.config.comments.open
    view = CommentPolicyView(
        heading=say("heading.comment_policy"),
        intro=say("intro.comment_policy" if is_open else "intro.comment_policy.closed"),
        parts=tuple(_parts(renderer, lang) if is_open else _closed(renderer, lang)),
    )
    head = Head(
        kind="comment-policy",
        lang=lang,
        permalink=versions[lang],
        title=view.heading,
        description=view.intro,
        versions=versions,
    )
    source = f"generated: comment policy ({lang})"
    return page_bytes(renderer, "comment-policy.html", head, source, comments=view)


def _parts(renderer: Renderer, lang: str) -> Iterator[PolicyPartView]:
    """The parts in order; one for which the configuration says nothing is left out."""
    yield from _readers(renderer, lang)
    yield _hours(renderer, lang)
    yield from _target_time(renderer, lang)
    yield _reasons(renderer, lang)
    yield _criticism(renderer, lang)
    yield from _objection(renderer, lang)
    yield from _data_protection(renderer, lang)


def _closed(renderer: Renderer, lang: str) -> Iterator[PolicyPartView]:
    """Where nobody can comment, what is left to say is where to write instead."""
    contact = contact_link(renderer, lang)
    if contact is not None:
        heading = renderer.languages[lang].text("comments.instead")
        yield PolicyPartView(part="objection", heading=heading, links=(contact,))


def _readers(renderer: Renderer, lang: str) -> Iterator[PolicyPartView]:
    people, authors = renderer.people, renderer.site.authors
    known = [authors[id_] for id_ in renderer.site.config.guidelines.readers if id_ in authors]
    here = [author for author in known if _is_here(renderer, author)]
    if here:
        yield PolicyPartView(
            part="readers",
            heading=renderer.languages[lang].text("comments.readers"),
            people=tuple(people.card(author, lang) for author in here),
        )


def _is_here(renderer: Renderer, author: Author) -> bool:
    people = renderer.people
    return people.is_named(author) and people.status(author) is not AuthorStatus.FORMER


def _hours(renderer: Renderer, lang: str) -> PolicyPartView:
    language, config = renderer.languages[lang], renderer.site.config
    begin, end = (f"{hour:%H:%M}" for hour in BUSINESS_HOURS)
    zone, holidays = config.site.timezone, config.guidelines.holidays
    texts = [language.text("comments.hours.when", begin=begin, end=end, zone=zone)]
    if holidays.region:
        texts.append(language.text("comments.hours.holidays", region=holidays.region))
    ahead = sorted(day for day in holidays.days_off if day >= renderer.site.now.date())
    if ahead:
        days = language.names([language.day(day) for day in ahead])
        texts.append(language.text("comments.hours.days_off", days=days))
    return PolicyPartView(
        part="hours", heading=language.text("comments.hours"), texts=(" ".join(texts),)
    )


def _target_time(renderer: Renderer, lang: str) -> Iterator[PolicyPartView]:
    say = renderer.languages[lang].text
    days = answer_days(renderer.site.config.guidelines.rules)
    if days:
        yield PolicyPartView(
            part="target_time",
            heading=say("comments.target_time"),
            texts=(say("comments.target_time.how"),),
            facts=tuple(
                FactView(
                    label=say(f"comments.kind.{kind}"),
                    value=say("comments.within", count=count),
                )
                for kind, count in days.items()
            ),
        )


def _reasons(renderer: Renderer, lang: str) -> PolicyPartView:
    say = renderer.languages[lang].text
    report = LinkView(
        label=say("heading.moderation_report"),
        url=renderer.addresses.href(renderer.places.moderation_report(lang)),
    )
    return PolicyPartView(
        part="reasons",
        heading=say("comments.reasons"),
        texts=(say("comments.reasons.closed_list"),),
        facts=tuple(
            FactView(label=say(f"removal.{reason}"), value=say(f"removal.{reason}.meaning"))
            for reason in RemovalReason
        ),
        links=(report,),
    )


def _criticism(renderer: Renderer, lang: str) -> PolicyPartView:
    say = renderer.languages[lang].text
    return PolicyPartView(
        part="criticism",
        heading=say("comments.criticism"),
        texts=(say("comments.criticism.stays"),),
    )


def _objection(renderer: Renderer, lang: str) -> Iterator[PolicyPartView]:
    say, contact = renderer.languages[lang].text, contact_link(renderer, lang)
    if contact is not None:
        yield PolicyPartView(
            part="objection",
            heading=say("comments.objection"),
            texts=(say("comments.objection.how"),),
            links=(contact,),
        )


def _data_protection(renderer: Renderer, lang: str) -> Iterator[PolicyPartView]:
    say, page = renderer.languages[lang].text, renderer.frames.duty("privacy", lang)
    if page is not None:
        yield PolicyPartView(
            part="data_protection",
            heading=say("comments.data_protection"),
            texts=(say("comments.data_protection.where"),),
            links=(renderer.frames.written(page, lang),),
        )
