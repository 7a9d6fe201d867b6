"""In which language a text is written, when nothing else tells: German, English, or no verdict."""

import re

# The most frequent short words that the other language does not have.
_STOP_WORDS = {
    "de": frozenset(
        "der die das und ist nicht ein eine einen einem einer mit für auf von dem den des sich "
        "auch wir ihr werden wird sind haben hat bei zum zur im oder aber wie über nach".split()
    ),
    "en": frozenset(
        "the and of to is that for with are this be have has from by we you our your they it "
        "not or an at can which will their more about how".split()
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_NOT_PROSE = re.compile(
    r"```.*?```|~~~.*?~~~|<script(?:(?!</?script).)*+</script>|<[^<>]*>|`[^`]*`|\]\([^()]*\)|"
    r"https?://\S+",
    re.DOTALL,
)
_ENOUGH_WORDS = 40
_SHARE = 0.12
_TIMES_THE_OTHER = 5


def detect(text: str) -> str:
    """``de`` or ``en`` where the short words leave no doubt, else nothing."""
    words = [word.lower() for word in _WORD.findall(_NOT_PROSE.sub(" ", text))]
    if len(words) < _ENOUGH_WORDS:
        return ""
    counts = {lang: sum(word in stop for word in words) for lang, stop in _STOP_WORDS.items()}
    best, other = sorted(counts, key=lambda lang: (-counts[lang], lang))
    clear = counts[best] >= _SHARE * len(words) and counts[best] > _TIMES_THE_OTHER * counts[other]
    return best if clear else ""
