"""Somebody from the company speaks among readers without saying so, or as a team.

Jemand aus dem Haus spricht unter Lesern, ohne es zu sagen, oder als Team.

Why: people want to talk with people (S3); to pose as a consumer is unfair in every case (UCPD
Annex I no. 22; DRPR no. 5; SocialMedia.org).
Warum: Menschen wollen mit Menschen sprechen (S3); sich als Verbraucher auszugeben ist in jedem Fall
unlauter (UWG Anhang Nr. 23; DRPR Nr. 5; SocialMedia.org).
Instead: sign with a name, and link the profile: author: {name: Jana Weiss, staff: jana-weiss}.
Stattdessen: Unterschreiben Sie mit Namen, und nennen Sie das Profil: author: {name: Jana Weiss,
staff: jana-weiss}.
Bad: Your Acme team
Good: Jana Weiss, Acme support
Schlecht: Ihr Service-Team
Gut: Jana Weiss, Support
Known: a reader may have the name of an employee: write staff: none-confirmed. Suppliers and
agencies say for whom they speak with author.affiliation.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.answers.answered import names_of
from corpblog.answers.said import said_of
from corpblog.answers.threads import is_published
from corpblog.diagnostics import Severity
from corpblog.lint.comments import place_of, threads_of
from corpblog.lint.context import Context
from corpblog.lint.facts import Archive
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.signing import is_nobody
from corpblog.lint.wording import Wording
from corpblog.markup.affiliates import stands_below
from corpblog.markup.targets import host_of
from corpblog.model.author import Author
from corpblog.model.comment import Comment
from corpblog.model.keys import key

_NAME = Key(("author", "name"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Who else speaks for the company."""

    agency_domains: tuple[str, ...] = key("web domains of agencies of the company", default=())


_SIGNED = Wording(
    "this answer is signed “{name}”, which is nobody in particular",
    "diese Antwort ist mit „{name}“ unterschrieben, also von niemand Bestimmtem",
)
_CALLED = Wording(
    "“{name}” is no person: who speaks here?",
    "„{name}“ ist kein Mensch: Wer spricht hier?",
)
_NAMESAKE = Wording(
    "{name} has a profile here, and this comment does not say that it is an employee's",
    "{name} hat hier ein Profil, und der Kommentar sagt nicht, dass er aus dem Haus kommt",
)
_OWN_HOST = Wording(
    "this comment links to the company's own site and does not say who speaks for it",
    "dieser Kommentar nennt die Website des Unternehmens und sagt nicht, wer für es spricht",
)
_AGENCY = Wording(
    "{host} belongs to an agency of the company, and this comment does not say so",
    "{host} gehört einer Agentur des Unternehmens, und der Kommentar sagt es nicht",
)
_SIGN = Wording(
    "sign with the name from the profile, or leave the signature out: the page shows the name",
    "unterschreiben Sie mit dem Namen aus dem Profil oder gar nicht: Die Seite zeigt ihn",
)
_LINK = Wording(
    "add staff: {id} under author; for somebody else of that name, staff: none-confirmed",
    "ergänzen Sie staff: {id} unter author; heißt jemand nur so, dann staff: none-confirmed",
)
_SAY_WHO = Wording(
    "add author.staff with the id of the employee, or author.affiliation with the company",
    "ergänzen Sie author.staff mit der Kennung des Profils oder author.affiliation mit der Firma",
)


def check(archive: Archive, context: Context, options: Options) -> Findings:
    """Signatures of nobody, and employees and agencies that speak like readers."""
    people = names_of(context.authors)
    by_name = {_folded(author.name): author for author in context.authors.values()}
    for thread, _ in threads_of(archive):
        for comment in thread.comments:
            if is_published(comment):
                yield from _nobody(comment, context, people)
                yield from _in_disguise(comment, context, by_name, options)


def _nobody(comment: Comment, context: Context, people: frozenset[str]) -> Findings:
    """A comment under the name of a team or brand, or signed by one."""
    name, signature = comment.record.author.name, said_of(comment.record.text).signature
    if is_nobody(name, people, context.own_names) and not comment.record.author.affiliation:
        yield _finding(comment, _CALLED(name=name), _NAME, _SIGN if comment.is_staff else _SAY_WHO)
    elif comment.is_staff and is_nobody(signature, people, context.own_names):
        yield _finding(comment, _SIGNED(name=signature), place_of(comment), _SIGN)


def _in_disguise(
    comment: Comment, context: Context, by_name: dict[str, Author], options: Options
) -> Findings:
    """A comment that looks like a reader's, by somebody who is none."""
    author = comment.record.author
    if author.staff or author.affiliation:
        return
    known = by_name.get(_folded(author.name))
    host = host_of(author.url)
    if known is not None:
        yield _finding(comment, _NAMESAKE(name=known.name), _NAME, _LINK(id=known.id))
    elif any(stands_below(host, agency) for agency in options.agency_domains):
        yield _finding(comment, _AGENCY(host=host), Key(("author", "url")), _SAY_WHO)
    elif host in _own_hosts(context):
        yield _finding(comment, _OWN_HOST, Key(("author", "url")), _SAY_WHO)


def _own_hosts(context: Context) -> Iterator[str]:
    for address in (context.config.site.url, context.config.organization.url):
        if address:
            yield host_of(address)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _finding(comment: Comment, message: Wording, at: Key, hint: Wording) -> Finding:
    return Finding(message=message, source=comment.source, at=at, hint=hint)


RULE = Rule(
    code="DIAL004",
    name="staff-not-identified",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    site=check,
)
