"""A post that does not say what a machine did for it.

Ein Beitrag, der nicht sagt, was eine Maschine für ihn tat.

Why: since 2 August 2026 texts on matters of public interest that a machine made carry a label,
unless a person checked them and answers for them (AI Act, Art. 50(4)); readers trust who says so
by themselves. This is no legal advice.
Warum: Seit dem 2. August 2026 tragen maschinell erzeugte Texte von öffentlichem Interesse einen
Hinweis, außer ein Mensch hat sie geprüft und verantwortet sie (KI-Verordnung, Art. 50 Abs. 4);
Leser vertrauen dem, der es von selbst sagt. Keine Rechtsberatung.
Instead: write “ai: none”, or what was done, which part, and who checked every sentence.
Stattdessen: Schreiben Sie „ai: none“, oder was getan wurde, welcher Teil, und wer jeden Satz
geprüft hat.

Bad: ai: none, above “As an AI language model, I cannot …”
Good: ai: {use: assisted, what: outline, reviewed_by: jana-weiss}
Schlecht: ai: none, darunter „Als KI-Sprachmodell kann ich nicht …“
Gut: ai: {use: assisted, what: Gliederung, reviewed_by: jana-weiss}
Known: spell checkers are no use of AI. Posts from before 2023 need no statement. Leftovers in
quotation marks, code and italics are quoted. Whether a text sounds like a machine is not judged.
"""

from dataclasses import dataclass
from datetime import date

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.guards import find_phrases
from corpblog.lint.rule import Finding, Findings, Key, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.model.post import AiUse
from corpblog.wordlists.matcher import Hit

# What machines say of themselves, wherever it stands.
_SELF = "machine speaks of itself"
# How their answers begin; people too say “here is a draft”, but not of the post itself.
_OPENING = "machine opens its answer"
_OPENING_WORDS = 12
_TEXTS = frozenset(
    "post blogpost article text blog beitrag beitrags blogbeitrag artikel artikels texts".split()
)
_ENGLISH_SELF = (
    "as an AI language model",
    "as a large language model",
    "as an AI (assistant|model)",
    "(I'm|I am) an AI language model",
    "my knowledge cutoff",
    "my (last|latest) (knowledge|training) update",
    "regenerate response",
)
_GERMAN_SELF = (
    "als (KI|) Sprachmodell (kann|habe|bin|darf|verfüge) ich",
    "als KI Sprachmodell",
    "als großes Sprachmodell",
    "als künstliche Intelligenz (kann|habe|bin|darf|verfüge) ich",
    "mein Wissensstand (endet|reicht)",
    "Antwort neu generieren",
)
_ENGLISH_OPENING = (
    "here is (a|your|the) draft",
    "here's (a|your|the) draft",
    "here is (a|your|the) (revised|rewritten|improved) (version|draft)",
    "here's (a|your|the) (revised|rewritten|improved) (version|draft)",
)
_GERMAN_OPENING = (
    "hier ist (ein|dein|Ihr|der) Entwurf",
    "hier ist (eine|die) (überarbeitete|verbesserte) (Version|Fassung)",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What a post must say."""

    required: bool = key("each post says what a machine did, or none", default=True)
    since: str = key("older posts need not say it", default="2023-01-01")
    label_assisted: bool = key("assisted texts say which part it was", default=True)

    def __post_init__(self) -> None:
        try:
            date.fromisoformat(self.since)
        except ValueError:
            raise ValueError(f"since: “{self.since}” is no day such as 2023-01-01") from None


_SILENT = Wording(
    "this post does not say whether a machine helped",
    "dieser Beitrag sagt nicht, ob eine Maschine geholfen hat",
)
_DECIDE = Wording(
    "write ai: none if none did; otherwise ai: {use: assisted, what: …, reviewed_by: …}",
    "schreiben Sie ai: none, wenn keine half; sonst ai: {use: assisted, what: …, reviewed_by: …}",
)
_NO_USE = Wording(
    "the key ai does not say what the machine did",
    "der Schlüssel ai sagt nicht, was die Maschine getan hat",
)
_GIVE_USE = Wording(
    "add use: assisted, generated or translated",
    "ergänzen Sie use: assisted, generated oder translated",
)
_UNCHECKED = Wording(
    "a machine wrote this, and nobody is named who checked it",
    "das hat eine Maschine geschrieben, und niemand ist genannt, der es geprüft hat",
)
_GIVE_NAME = Wording(
    "let a person check every sentence, then add reviewed_by: with that person's id",
    "lassen Sie einen Menschen jeden Satz prüfen, und ergänzen Sie dann reviewed_by: mit seiner "
    "Kennung",
)
_NOT_A_PERSON = Wording(
    "{name} cannot have checked it: that profile is not a person's",
    "{name} kann es nicht geprüft haben: Das Profil gehört keinem Menschen",
)
_NO_PART = Wording(
    "this does not say which part the machine helped with",
    "hier steht nicht, bei welchem Teil die Maschine geholfen hat",
)
_GIVE_PART = Wording(
    "add what:, such as “outline” or “parts 2 and 3”",
    "ergänzen Sie what:, etwa „Gliederung“ oder „Teile 2 und 3“",
)
_LEFTOVER = Wording(
    "“{words}” sounds like a machine, but the post mentions none",
    "„{words}“ klingt nach einer Maschine, der Beitrag nennt aber keine",
)
_CORRECT = Wording(
    "say under ai what the machine did, and check every sentence",
    "sagen Sie unter ai, was die Maschine getan hat, und prüfen Sie jeden Satz",
)


def check(text: Text, context: Context, options: Options) -> Findings:
    """The missing or incomplete key, or leftovers that contradict it."""
    if text.post is None:
        return
    use = text.post.front.ai
    is_late = text.post.date.date() >= date.fromisoformat(options.since)
    if use is None and options.required and is_late:
        yield Finding(message=_SILENT, at=Key(("ai",)), hint=_DECIDE)
    elif isinstance(use, AiUse):
        yield from _incomplete(use, context, options)
    else:
        yield from _leftovers(text, context)


def _incomplete(use: AiUse, context: Context, options: Options) -> Findings:
    if use.use is None:
        yield Finding(message=_NO_USE, at=Key(("ai", "use")), hint=_GIVE_USE)
    if use.use == "generated" and not use.reviewed_by:
        yield Finding(message=_UNCHECKED, at=Key(("ai", "reviewed_by")), hint=_GIVE_NAME)
    reviewer = context.authors.get(use.reviewed_by)
    if reviewer is not None and reviewer.profile.type.strip().casefold() != "person":
        message = _NOT_A_PERSON(name=reviewer.name)
        yield Finding(message=message, at=Key(("ai", "reviewed_by")), hint=_GIVE_NAME)
    if use.use == "assisted" and options.label_assisted and not use.what.strip():
        yield Finding(message=_NO_PART, at=Key(("ai", "what")), hint=_GIVE_PART)


def _leftovers(text: Text, context: Context) -> Findings:
    own = find_phrases(text, _SELF, context, ("mention",))
    opening = find_phrases(text, _OPENING, context, ("mention",))
    for hit in (*own, *(hit for hit in opening if _opens(text, hit))):
        words = text.source.text[hit.start : hit.end]
        yield Finding(message=_LEFTOVER(words=words), at=Span(hit.start, hit.end), hint=_CORRECT)


def _opens(text: Text, hit: Hit) -> bool:
    """Whether the hit is among the first words of the body, and speaks of the text itself."""
    tokens, body = text.prose.tokens, text.source.body_start
    before = sum(token.start >= body for token in tokens[: hit.first])
    sentence = text.sentence_at(hit.start)
    if hit.start < body or before > _OPENING_WORDS or sentence is None:
        return False
    return any(token.folded in _TEXTS for token in tokens[hit.last : sentence.last])


RULE = Rule(
    code="DISC006",
    name="ai-use-unstated",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    legal=True,
    text=check,
    phrases={
        _SELF: {"en": _ENGLISH_SELF, "de": (*_GERMAN_SELF, *_ENGLISH_SELF)},
        _OPENING: {"en": _ENGLISH_OPENING, "de": (*_GERMAN_OPENING, *_ENGLISH_OPENING)},
    },
)
