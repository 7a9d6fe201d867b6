"""Numbers and addresses that belong to a person: accounts, cards, telephones, mailboxes."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpblog.lint.documentation_numbers import FREE_ACCOUNTS, FREE_CARDS, is_free_phone

_ACCOUNT = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ \xa0-]?[A-Za-z0-9]{4}){2,7}(?:[ \xa0-]?[A-Za-z0-9]{1,3})?"
    r"(?![A-Za-z0-9])"
)
_CARD = re.compile(r"(?<![\w.,/+-])(?:\d{13,19}|\d{4}(?:[ \xa0-]\d{2,6}){2,4})(?![\w/]|[.,-]\d)")
_MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+@/-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@"
    r"(?=[A-Za-z0-9])[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}(?![A-Za-z0-9@])"
)
# Groups of digits are parted by something, so that there is one way only to read a number.
_INTERNATIONAL = re.compile(
    r"(?<![\w+/.-])(?:\+|\b00)[1-9]\d{0,14}(?:[ \xa0/.()-]{1,3}\d{1,12}){0,6}(?![\w/])"
)
_GERMAN = re.compile(
    r"(?<![\w+/.,-])(?:\(0[1-9]\d{1,4}\)[ \xa0]?|0[1-9]\d{1,4}(?:[ \xa0]?[/–-][ \xa0]?|[ \xa0]))"
    r"\d{2,8}(?:[ \xa0-]\d{1,6}){0,4}(?![\w/]|[.,-]\d)"
)
_BRITISH = re.compile(
    r"(?<![\w+/.,-])\(?0(?:20|1\d{3}|7\d{3}|800|1\d1)\)?[ \xa0]\d{3,4}[ \xa0]\d{3,4}"
    r"(?![\w/]|[.,-]\d)"
)
_AMERICAN = re.compile(
    r"(?<![\w+/.,-])(?:1[ -])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-. ])[2-9]\d\d[-. ]\d{4}"
    r"(?![\w/]|[.,-]\d)"
)
_PHONES = (_INTERNATIONAL, _GERMAN, _BRITISH, _AMERICAN)
_LONGEST_ADDRESS = 500
_AT = re.compile("@")

_FREE_TAILS = ("example", "test", "invalid", "localhost", "local")
_FREE_DOMAINS = ("example.com", "example.org", "example.net", "example.edu", "beispiel.de")
_FILES = tuple("png jpg jpeg gif svg webp avif pdf js css md html json".split())
_NO_PERSON = re.compile(
    r"(?:no-?reply|do-?not-?reply|git|mailer-daemon|postmaster)$", re.IGNORECASE
)
# First digits and lengths of cards: Visa, Mastercard, Amex, Discover, Diners, JCB.
_ISSUERS = (
    (re.compile(r"4"), (13, 16, 19)),
    (re.compile(r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"), (16,)),
    (re.compile(r"3[47]"), (15,)),
    (re.compile(r"6011|65|64[4-9]"), (16,)),
    (re.compile(r"3(?:0[0-5]|[68])"), (14,)),
    (re.compile(r"35"), (16,)),
)


# Every account, card and telephone number has eight digits near each other.
_MANY_DIGITS = re.compile(r"\d(?:[ \xa0/.()–-]{0,3}\d){7}")


class Found(NamedTuple):
    """What belongs to a person, at ``start`` to ``end``; ``kind`` is one of the functions here."""

    start: int
    end: int
    kind: str
    mask: str


def accounts(text: str) -> Iterator[Found]:
    """Bank accounts whose check digits are right (ISO 13616, modulus 97)."""
    for match in _in_lines(_ACCOUNT, text):
        for end in _ends(match[0]):
            number = re.sub(r"[^A-Z0-9]", "", match[0][:end].upper())
            if len(number) >= 15 and _is_account(number):
                if number not in FREE_ACCOUNTS:
                    mask = _zeros(match[0][:end])
                    yield Found(match.start(), match.start() + end, "account", mask)
                break


def _in_lines(shape: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return in_lines_with(_MANY_DIGITS, shape, text)


def in_lines_with(
    mark: re.Pattern[str], shape: re.Pattern[str], text: str
) -> Iterator[re.Match[str]]:
    """What has ``shape`` in the lines with a ``mark``: few lines, so that the search is quick."""
    for start, end in _lines_with(mark, text):
        yield from shape.finditer(text, start, end)


# Several searches ask for the same marks in the same text, one after the other.
@lru_cache(maxsize=8)
def _lines_with(mark: re.Pattern[str], text: str) -> Sequence[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    found = mark.search(text)
    while found:
        start = text.rfind("\n", 0, found.start()) + 1
        stop = text.find("\n", found.end())
        end = len(text) if stop < 0 else stop
        lines.append((start, end))
        found = mark.search(text, end)
    return lines


def _ends(written: str) -> Iterator[int]:
    """Where a number may end: its groups may be followed by a word that looks like one."""
    yield len(written)
    for place in range(len(written) - 1, 14, -1):
        if written[place] in " \xa0-":
            yield place


def _is_account(number: str) -> bool:
    turned = number[4:] + number[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def cards(text: str) -> Iterator[Found]:
    """Numbers of payment cards: a known issuer, and the right last digit (Luhn)."""
    for match in _in_lines(_CARD, text):
        number = re.sub(r"\D", "", match[0])
        if _is_card(number) and number not in FREE_CARDS and not _in_address(text, match.start()):
            yield Found(*match.span(), "card", _zeros(match[0]))


def _is_card(number: str) -> bool:
    issued = any(issuer.match(number) and len(number) in lengths for issuer, lengths in _ISSUERS)
    return issued and len(set(number)) > 2 and _luhn(number) == 0


def _luhn(number: str) -> int:
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10


def mailboxes(text: str) -> Iterator[Found]:
    """E-mail addresses, but for those that exist for documentation."""
    for match in in_lines_with(_AT, _MAIL, text):
        if text[match.end() : match.end() + 1] == ":" and match[0].startswith("git@"):
            continue
        local, _, domain = match[0].rpartition("@")
        if not is_free_domain(domain) and not _NO_PERSON.search(local):
            yield Found(*match.span(), "mailbox", "name@example.com")


def is_free_domain(domain: str) -> bool:
    """Whether nobody can have a mailbox at ``domain``: RFC 2606 and 6761, files, versions."""
    name = domain.lower().rstrip(".-")
    tail = name.rpartition(".")[2]
    if tail in _FREE_TAILS or tail in _FILES or not tail.isalpha() or len(tail) < 2:
        return True
    return any(name == free or name.endswith(f".{free}") for free in _FREE_DOMAINS)


def phones(text: str) -> Iterator[Found]:
    """Telephone numbers, but for those that are kept free for films and manuals."""
    end = 0
    found = sorted(
        match.span()
        for start, stop in _lines_with(_MANY_DIGITS, text)
        for shape in _PHONES
        for match in shape.finditer(text, start, stop)
    )
    for start, stop in found:
        digits = re.sub(r"\D", "", text[start:stop])
        if start < end or not 8 <= len(digits) <= 15 or _in_address(text, start):
            continue
        if not is_free_phone(text[start:stop]):
            yield Found(start, stop, "phone", _zeros(text[start:stop]))
        end = stop


def _in_address(text: str, place: int) -> bool:
    """Whether ``place`` lies in a URL or in the target of a link."""
    before = text[max(place - _LONGEST_ADDRESS, 0) : place]
    word = before[max(before.rfind(sign) for sign in " \n\t<>\"'") + 1 :]
    return "://" in word or "](" in word


def _zeros(written: str) -> str:
    return re.sub(r"\d", "0", written)
