"""What the linter says, in the languages that it speaks."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence in English and German, with places for values in braces."""

    en: str
    de: str

    def __call__(self, **values: Any) -> "Wording":
        """The sentence with its values; braces in a value stay as they are."""
        return Wording(self.en.format(**values), self.de.format(**values))

    def in_(self, lang: str) -> str:
        """The sentence in ``lang``; English for a language that the linter does not speak."""
        return self.de if lang == "de" else self.en


NOTHING = Wording("", "")
