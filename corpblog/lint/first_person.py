"""Whether a person speaks: the words for I and we, and those for the reader."""

from collections.abc import Iterator, Mapping, Sequence

from corpblog.lint.text import Text
from corpblog.wordlists.tokens import Token

I_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset("i me my mine myself i'm i've i'd i'll".split()),
    "de": frozenset(
        "ich mir mich mein meine meinem meinen meiner meines meins meinerseits ich's".split()
    ),
}
WE_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset("we us our ours ourselves we're we've we'd we'll let's".split()),
    "de": frozenset(
        "wir uns unser unsere unserem unseren unserer unseres unsers unserm unsern unsre unsrem "
        "unsren unsrer unsres unsererseits wir's".split()
    ),
}
READER_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset("you your yours yourself yourselves you're you've you'd you'll".split()),
    # “Sie” and “Ihr” count where they are written with a capital inside a sentence.
    "de": frozenset("du dir dich dein deine deinem deinen deiner deines euch euer eure".split()),
}
_POLITE = frozenset("sie ihnen ihr ihre ihrem ihren ihrer ihres".split())


def speaks_as_person(text: Text, *, alone: bool = False) -> bool:
    """Whether ``text`` says I or we outside quotations; with ``alone`` only I counts."""
    lang = language(text)
    words = I_WORDS[lang] if alone else I_WORDS[lang] | WE_WORDS[lang]
    return any(True for _ in _said(text, words))


def addresses(text: Text) -> int:
    """How many words of ``text`` speak to the reader."""
    lang = language(text)
    count = sum(1 for _ in _said(text, READER_WORDS[lang]))
    return count + sum(1 for _ in _polite(text)) if lang == "de" else count


def language(text: Text) -> str:
    """The language whose words are looked for: English where a text is in neither."""
    lang = text.lang.partition("-")[0]
    return lang if lang in I_WORDS else "en"


def _said(text: Text, words: frozenset[str]) -> Iterator[Token]:
    source = text.source.text
    for token in text.prose.tokens:
        # “US” is a country.
        if token.folded in words and source[token.start : token.end] != "US":
            yield token


def _polite(text: Text) -> Iterator[Token]:
    """“Sie” with a capital that does not begin a sentence."""
    tokens: Sequence[Token] = text.prose.tokens
    begins = {sentence.first for sentence in text.prose.sentences}
    for index, token in enumerate(tokens):
        inside = token.folded in _POLITE and index not in begins
        if inside and text.source.text[token.start].isupper():
            yield token
