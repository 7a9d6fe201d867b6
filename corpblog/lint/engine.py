"""The run of the linter: every text through the rules that read it, then the whole archive."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from corpblog.diagnostics import Diagnostic
from corpblog.lint.allowances import (
    Allowance,
    allowances_of,
    key_allowances,
    may_hold,
    yaml_allowances,
)
from corpblog.lint.asking import answers
from corpblog.lint.built import Output
from corpblog.lint.context import Context, Gate
from corpblog.lint.facts import Archive, PostFacts, PressText
from corpblog.lint.frame import frame_of
from corpblog.lint.in_force import InForce, RuleSet
from corpblog.lint.lexicon import Lexicon
from corpblog.lint.prose.scan import scan
from corpblog.lint.remembering import Examined, frame_digest, packed, text_digest, unpacked
from corpblog.lint.rule import Finding
from corpblog.lint.settings import rule_named
from corpblog.lint.shingles import post_facts, press_text
from corpblog.lint.suppressions import Judge, settle
from corpblog.lint.syllables import Syllables, count_syllables
from corpblog.lint.telling import Found, Teller, counts_less
from corpblog.lint.text import Text, TextKind
from corpblog.lint.texts import Reader, Unread, texts_of
from corpblog.markup.document import MarkupOptions
from corpblog.memo import Memo
from corpblog.model.image_facts import ImageFacts
from corpblog.model.places import KeyPlaces
from corpblog.model.policy import Suppression
from corpblog.model.post import Post, PostState
from corpblog.model.site import Site
from corpblog.model.source import SourceText
from corpblog.parallel import in_shares, workers_for
from corpblog.wordlists.entries import Entry

# Where a built site shows the rules in force.
RULES_PAGE = "/rules/"
# Families of rules that pages and profiles obey too; all others are about posts.
_EVERYWHERE = ("JARG", "EVID", "READ", "CONF", "IMG")
# Rules that read the words of comments; readers may write as they like.
_IN_COMMENTS = ("CONF002", "CORR005")
# Below so many texts one process is done before two have started.
_WORTH_SHARING = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """What a run of the linter is asked: ``gate``, the rules in force, and what it may look up.

    ``entries`` are the site's own words by language; ``jobs`` 0 lets the run choose how many
    processes; ``memory`` is the folder in which finished work is remembered; ``gone`` are files
    that the revision had with which a run compares.
    """

    rules: RuleSet
    places: KeyPlaces
    gate: Gate = Gate.PR
    now: datetime | None = None
    images: Mapping[str, ImageFacts] = field(default_factory=dict)
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    jobs: int = 0
    memory: Path | None = None
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What came of a run: findings, exceptions from them, and how much was looked at.

    ``accepted`` are the findings that a named person answers for; ``faults`` are those of the
    exceptions. ``times`` are seconds by rule, of this process.
    """

    found: tuple[Found, ...]
    accepted: tuple[tuple[Found, Suppression], ...]
    faults: tuple[Diagnostic, ...]
    suppressions: tuple[Suppression, ...]
    files: int
    words: int
    times: Mapping[str, float] = field(default_factory=dict)


def lint(site: Site, ask: Ask) -> Outcome:
    """Examine ``site`` with the rules in force of one gate."""
    run = Run.begin(site, ask)
    unread = texts_of(site)
    examined = run.texts(unread)
    found = [item for each in examined for item in each.found]
    faults = [fault for each in examined for fault in each.faults]
    found.extend(run.profiles(faults))
    found.extend(run.archive({each.path: each.facts for each in examined}, faults))
    run.syllables.save()
    allowances = [item for each in examined for item in each.allowances]
    settled = settle(found, [*allowances, *_allowances_of_data(site)], judge_of(site, ask))
    return Outcome(
        found=settled.found,
        accepted=settled.accepted,
        faults=(*faults, *settled.faults),
        suppressions=settled.suppressions,
        files=len(unread),
        words=sum(each.words for each in examined),
        times=dict(run.times),
    )


def exceptions_of(site: Site, ask: Ask) -> tuple[Suppression, ...]:
    """The exceptions that hold on ``site``, without looking for what they silence."""
    reader = Reader(places=ask.places, markup=_markup(site), lexicon=Lexicon(rules=()))
    allowances = list(_allowances_of_data(site))
    for unread in texts_of(site):
        front = unread.post.front if unread.post else None
        if may_hold(unread.source) or (front and (front.lint_allow or front.approvals)):
            text = reader.read(unread)
            allowances.extend(allowances_of(text, ask.places, reader.markup))
    return settle((), allowances, judge_of(site, ask)).suppressions


def lint_built(output: Output, ask: Ask) -> Outcome:
    """Examine a built site with the rules of the gate OUT."""
    site = output.site
    context = frame_of(site, Gate.OUT, None, ask.images, count_syllables)
    teller = _teller(site, ask)
    found: list[Found] = []
    faults: list[Diagnostic] = []
    times: dict[str, float] = {}
    for force in ask.rules.rules:
        check = force.rule.built
        if check is not None:
            began = time.perf_counter()
            ask_it = partial(check, output, context, force.options)
            tell = partial(teller.tell, force, source=None, lang=site.lang)
            found.extend(answers(force, output.built.folder, ask_it, tell, faults))
            times[force.rule.code] = time.perf_counter() - began
    allowances = [
        allowance
        for each in output.posts
        for allowance in key_allowances(each.post, ask.places, each.page.path)
    ]
    settled = settle(found, allowances, judge_of(site, ask))
    return Outcome(
        found=settled.found,
        accepted=settled.accepted,
        faults=(*faults, *settled.faults),
        suppressions=settled.suppressions,
        files=len(output.built.pages),
        words=0,
        times=times,
    )


def _teller(site: Site, ask: Ask) -> Teller:
    """Speaks the site's language, and knows where its page of rules stands."""
    address = site.config.site.url.rstrip("/")
    return Teller(places=ask.places, lang=site.lang, url=address and f"{address}{RULES_PAGE}")


def _allowances_of_data(site: Site) -> Iterator[Allowance]:
    """The exceptions in the comments of the configuration and the registers."""
    for source in (site.config_source, *site.registers.sources.values()):
        if source.path.endswith(".yml"):
            yield from yaml_allowances(source, 0, len(source.text))


def _markup(site: Site) -> MarkupOptions:
    markup = site.config.markup
    return MarkupOptions(math=markup.math, extensions=markup.extensions)


def judge_of(site: Site, ask: Ask) -> Judge:
    """What decides on ``site`` whether an exception holds."""
    table = tuple(force.rule for force in (*ask.rules.rules, *ask.rules.off))
    words = site.config.guidelines.no_exceptions
    named = (rule_named(word, table) for word in words)
    return Judge(
        table=table,
        running=frozenset(force.rule.code for force in ask.rules.rules if _ends_here(force, ask))
        | frozenset(force.rule.code for force in ask.rules.off if ask.gate is Gate.PR),
        authors=site.authors,
        gate=ask.gate,
        today=site.now.date(),
        forbidden=frozenset(rule.code for rule in named if rule is not None),
    )


def _ends_here(force: InForce, ask: Ask) -> bool:
    """Whether nothing that the rule could find is left to a run of another gate."""
    return force.rule.gates == (ask.gate,)


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One run: what never changes while texts are examined, and what it learns."""

    site: Site
    ask: Ask
    rules: tuple[InForce, ...]
    context: Context
    reader: Reader
    teller: Teller
    syllables: Syllables
    times: dict[str, float]

    @classmethod
    def begin(cls, site: Site, ask: Ask) -> "Run":
        """Everything that is the same for all texts."""
        syllables = Syllables(memo=Memo(ask.memory, "syllables"))
        context = frame_of(site, ask.gate, ask.now, ask.images, syllables.count)
        rules = tuple(force for force in ask.rules.rules if ask.gate in force.rule.gates)
        return cls(
            site=site,
            ask=ask,
            rules=rules,
            context=context,
            reader=Reader(
                places=ask.places,
                markup=_markup(site),
                lexicon=Lexicon(
                    rules=rules, names=tuple(sorted(context.names)), further=ask.entries
                ),
            ),
            teller=_teller(site, ask),
            syllables=syllables,
            times={},
        )

    def texts(self, unread: Sequence[Unread]) -> list[Examined]:
        """Each text through all rules that read texts, or what is remembered of it."""
        # What the clock decides is not remembered.
        memo = Memo(None if self.ask.gate is Gate.SCHED else self.ask.memory, "lint")
        frame = frame_digest(self.context, self.rules, self.ask.entries)
        today = self.site.now.date()
        keys = [text_digest(frame, each, today) for each in unread]
        known: dict[str, Examined] = {}
        for key in keys:
            examined = unpacked(memo.get(key) or b"")
            if examined is not None:
                known[key] = examined
        missing = [(key, each) for key, each in zip(keys, unread, strict=True) if key not in known]
        for key, examined in self._shared(missing):
            known[key] = examined
            if not examined.faults:
                memo.put(key, packed(examined))
        memo.save()
        return [known[key] for key in keys]

    def _shared(self, texts: Sequence[tuple[str, Unread]]) -> Iterator[tuple[str, Examined]]:
        """Examine ``texts`` in as many processes as pay off."""
        workers = workers_for(len(texts), self.ask.jobs, worth=_WORTH_SHARING)
        shares = [texts[start::workers] for start in range(workers)]

        def work(share: Sequence[tuple[str, Unread]]) -> _Done:
            done = [(key, self.examine(each)) for key, each in share]
            return _Done(examined=done, learned=self.syllables.learned(), times=self.times)

        for number, done in enumerate(in_shares(shares, work)):
            if number:  # the first share is worked on in this process
                self.syllables.learn(done.learned)
                for code, seconds in done.times.items():
                    self._spent(code, seconds)
            yield from done.examined

    def examine(self, unread: Unread) -> Examined:
        """One text through all rules that read texts."""
        text = self.reader.read(unread)
        found: list[Found] = []
        faults: list[Diagnostic] = []
        for force in self.rules:
            check = force.rule.text
            if check is not None and _concerns(force, text):
                began = time.perf_counter()
                ask = partial(check, text, self.context, force.options)
                tell = partial(
                    self.teller.tell,
                    force,
                    source=text.source,
                    lang=text.lang,
                    prose=text.prose,
                )
                found.extend(answers(force, text.source.path, ask, tell, faults))
                self._spent(force.rule.code, time.perf_counter() - began)
        if unread.unpublished:
            found = [counts_less(item) for item in found]
        return Examined(
            path=text.source.path,
            found=tuple(found),
            facts=post_facts(text),
            words=text.words,
            allowances=allowances_of(text, self.reader.places, self.reader.markup),
            faults=tuple(faults),
        )

    def _spent(self, code: str, seconds: float) -> None:
        self.times[code] = self.times.get(code, 0.0) + seconds

    def profiles(self, faults: list[Diagnostic]) -> Iterator[Found]:
        """The profiles of all whom a published post names."""
        writing = {id_ for post in self._published() for id_ in post.authors}
        for id_ in sorted(writing):
            author = self.site.authors[id_]
            for force in self.rules:
                check = force.rule.profile
                if check is not None:
                    ask = partial(check, author, self.context, force.options)
                    tell = self._telling(force, author.source)
                    yield from answers(force, author.source.path, ask, tell, faults)

    def archive(self, facts: Mapping[str, PostFacts], faults: list[Diagnostic]) -> Iterator[Found]:
        """The rules about the site as a whole; its duties begin with the first published post."""
        posts = self._published()
        if not posts:
            return
        press = tuple(self._press())
        archive = Archive(site=self.site, posts=posts, facts=facts, press=press, gone=self.ask.gone)
        for force in self.rules:
            check = force.rule.site
            if check is not None:
                began = time.perf_counter()
                ask = partial(check, archive, self.context, force.options)
                yield from answers(force, "", ask, self._telling(force, None), faults)
                self._spent(force.rule.code, time.perf_counter() - began)

    def _published(self) -> tuple[Post, ...]:
        """The posts that readers see: a draft brings no duties, even where a build shows it."""
        return tuple(post for post in self.site.posts if post.state is not PostState.DRAFT)

    def _telling(self, force: InForce, source: SourceText | None) -> Callable[[Finding], Found]:
        return partial(self.teller.tell, force, source=source, lang=self.site.lang)

    def _press(self) -> Iterator[PressText]:
        for source in self.site.press:
            lang = next(
                (lang for lang in self.site.languages if f".{lang}." in source.path), self.site.lang
            )
            prose = scan(source, lang, self.reader.places, self.reader.markup)
            yield press_text(source, lang, prose)


def _concerns(force: InForce, text: Text) -> bool:
    """Whether the rule reads texts of this kind."""
    if text.kind is TextKind.COMMENT:
        return force.rule.code in _IN_COMMENTS
    return text.kind is TextKind.POST or force.rule.code.startswith(_EVERYWHERE)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Done:
    """What a process sends back of its share."""

    examined: list[tuple[str, Examined]]
    learned: Mapping[str, Mapping[str, int]]
    times: dict[str, float]
