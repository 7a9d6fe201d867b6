"""What the linter says, in the languages that it speaks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence in English and German, with places for values in braces."""

    en: str
    de: str

    def __call__(self, **values: Any) -> "Wording":
        """The sentence with its values; braces in a value stay as they are.

        A value that is a Wording itself is said in the language of the sentence.
        """
        return Wording(self.en.format(**_in("en", values)), self.de.format(**_in("de", values)))

    def in_(self, lang: str) -> str:
        """The sentence in ``lang``; English for a language that the linter does not speak."""
        return self.de if lang == "de" else self.en


def _in(lang: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.in_(lang) if isinstance(value, Wording) else value
        for name, value in values.items()
    }


NOTHING = Wording("", "")


def decimal(number: float) -> Wording:
    """``number`` with one digit behind the point, in German behind the comma."""
    shown = f"{number:.1f}"
    return Wording(shown, shown.replace(".", ","))


def joined(parts: Iterable[Wording], between: str) -> Wording:
    """``parts`` one after the other, with ``between`` between them."""
    told = tuple(parts)
    return Wording(between.join(part.en for part in told), between.join(part.de for part in told))


def listed(parts: Iterable[Wording]) -> Wording:
    """``parts`` as one says them: one, two and three."""
    *most, last = parts
    return _AND(first=joined(most, ", "), last=last) if most else last


_AND = Wording("{first} and {last}", "{first} und {last}")
