"""The run of the linter: every text through the rules that read it, then the whole archive."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from corpblog.diagnostics import Diagnostic
from corpblog.lint.allowances import Allowance, allowances_of, yaml_allowances
from corpblog.lint.context import Context, Gate
from corpblog.lint.facts import Archive, PostFacts
from corpblog.lint.frame import frame_of
from corpblog.lint.in_force import InForce, RuleSet
from corpblog.lint.lexicon import Lexicon
from corpblog.lint.rule import Finding
from corpblog.lint.settings import rule_named
from corpblog.lint.shingles import post_facts
from corpblog.lint.suppressions import Judge, settle
from corpblog.lint.telling import Found, Teller, counts_less
from corpblog.lint.text import Text, TextKind
from corpblog.lint.texts import Reader, Unread, texts_of
from corpblog.markup.document import MarkupOptions
from corpblog.model.image_facts import ImageFacts
from corpblog.model.places import KeyPlaces
from corpblog.model.policy import Suppression
from corpblog.model.site import Site

# Families of rules that pages and profiles obey too; all others are about posts.
_EVERYWHERE = ("JARG", "EVID", "READ", "CONF", "IMG")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """What a run of the linter is asked: ``gate``, the rules in force, and what it may look up."""

    rules: RuleSet
    places: KeyPlaces
    gate: Gate = Gate.PR
    now: datetime | None = None
    images: Mapping[str, ImageFacts] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Examined:
    """What came of one text."""

    path: str
    found: tuple[Found, ...]
    facts: PostFacts
    words: int
    allowances: tuple[Allowance, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What came of a run: findings, exceptions from them, and how much was looked at.

    ``accepted`` are the findings that a named person answers for; ``faults`` are those of the
    linter's own settings and exceptions.
    """

    found: tuple[Found, ...]
    accepted: tuple[tuple[Found, Suppression], ...]
    faults: tuple[Diagnostic, ...]
    suppressions: tuple[Suppression, ...]
    files: int
    words: int


def lint(site: Site, ask: Ask) -> Outcome:
    """Examine ``site`` with the rules in force of one gate."""
    run = _Run.begin(site, ask)
    unread = texts_of(site)
    examined = run.texts(unread)
    found = [item for each in examined for item in each.found]
    found.extend(run.profiles())
    found.extend(run.archive({each.path: each.facts for each in examined}))
    allowances = [item for each in examined for item in each.allowances]
    settled = settle(found, [*allowances, *_allowances_of_data(site)], _judge(site, ask))
    return Outcome(
        found=settled.found,
        accepted=settled.accepted,
        faults=(*ask.rules.diagnostics, *settled.faults),
        suppressions=settled.suppressions,
        files=len(unread),
        words=sum(each.words for each in examined),
    )


def _allowances_of_data(site: Site) -> Iterator[Allowance]:
    """The exceptions in the comments of the configuration and the registers."""
    for source in (site.config_source, *site.registers.sources.values()):
        if source.path.endswith(".yml"):
            yield from yaml_allowances(source, 0, len(source.text))


def _judge(site: Site, ask: Ask) -> Judge:
    known = (*ask.rules.rules, *ask.rules.off)
    table = tuple(force.rule for force in known)
    words = site.config.guidelines.no_exceptions
    named = (rule_named(word, table) for word in words)
    return Judge(
        table=table,
        running=frozenset(f.rule.code for f in ask.rules.rules if ask.gate in f.rule.gates)
        | frozenset(force.rule.code for force in ask.rules.off),
        authors=site.authors,
        gate=ask.gate,
        today=site.now.date(),
        forbidden=frozenset(rule.code for rule in named if rule is not None),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Run:
    """One run: what never changes while texts are examined."""

    site: Site
    rules: tuple[InForce, ...]
    context: Context
    reader: Reader
    teller: Teller

    @classmethod
    def begin(cls, site: Site, ask: Ask) -> "_Run":
        """Everything that is the same for all texts."""
        context = frame_of(site, ask.gate, ask.now, ask.images)
        rules = tuple(force for force in ask.rules.rules if ask.gate in force.rule.gates)
        lexicon = Lexicon(rules=rules, names=tuple(sorted(context.names)))
        markup = site.config.markup
        return cls(
            site=site,
            rules=rules,
            context=context,
            reader=Reader(
                places=ask.places,
                markup=MarkupOptions(math=markup.math, extensions=markup.extensions),
                lexicon=lexicon,
            ),
            teller=Teller(places=ask.places, lang=site.lang),
        )

    def texts(self, unread: Sequence[Unread]) -> list[Examined]:
        """Each text through all rules that read texts."""
        return [self._examine(each) for each in unread]

    def _examine(self, unread: Unread) -> Examined:
        text = self.reader.read(unread)
        found = [
            self.teller.tell(force, finding, text.source, text.lang, text.prose)
            for force in self.rules
            for finding in self._findings(force, text)
        ]
        if unread.unpublished:
            found = [counts_less(item) for item in found]
        return Examined(
            path=text.source.path,
            found=tuple(found),
            facts=post_facts(text),
            words=text.words,
            allowances=allowances_of(text, self.reader.places),
        )

    def _findings(self, force: InForce, text: Text) -> Iterator[Finding]:
        check = force.rule.text
        everywhere = force.rule.code.startswith(_EVERYWHERE)
        if check is not None and (everywhere or text.kind is TextKind.POST):
            yield from check(text, self.context, force.options)

    def profiles(self) -> Iterator[Found]:
        """The profiles of all whom a published post names."""
        writing = {id_ for post in self.site.posts for id_ in post.authors}
        for id_ in sorted(writing):
            author = self.site.authors[id_]
            for force in self.rules:
                if force.rule.profile is not None:
                    for finding in force.rule.profile(author, self.context, force.options):
                        yield self.teller.tell(force, finding, author.source, self.site.lang)

    def archive(self, facts: Mapping[str, PostFacts]) -> Iterator[Found]:
        """The rules about the site as a whole; its duties begin with the first published post."""
        if not self.site.posts:
            return
        archive = Archive(site=self.site, posts=self.site.posts, facts=facts)
        for force in self.rules:
            if force.rule.site is not None:
                for finding in force.rule.site(archive, self.context, force.options):
                    yield self.teller.tell(force, finding, None, self.site.lang)
