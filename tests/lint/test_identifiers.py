"""Numbers of persons are known by their check digits, and what belongs to nobody stays free."""

from hypothesis import given
from hypothesis import strategies as st

from corpblog.lint.identifiers import accounts, cards, mailboxes, phones

DIGITS = st.text(alphabet="0123456789", min_size=18, max_size=18)


def with_check_digits(account: str, country: str = "DE") -> str:
    """An account number with the two digits that make it valid (ISO 13616)."""
    turned = account + country + "00"
    number = int("".join(str(int(sign, 36)) for sign in turned))
    return f"{country}{98 - number % 97:02d}{account}"


@given(DIGITS)
def test_a_valid_account_is_always_found_and_its_mask_never_is(digits: str) -> None:
    number = with_check_digits(digits)
    grouped = " ".join(number[place : place + 4] for place in range(0, len(number), 4))
    for written in (number, grouped):
        text = f"Please pay to {written}, thank you."
        (found,) = accounts(text)
        assert text[found.start : found.end] == written
        assert not list(accounts(found.mask)) or set(found.mask) <= set("DE0 ")


@given(DIGITS, st.integers(1, 96))
def test_an_account_with_wrong_check_digits_is_never_found(digits: str, off: int) -> None:
    number = with_check_digits(digits)
    check = (int(number[2:4]) - 2 + off) % 97 + 2
    assert not list(accounts(f"DE{check:02d}{digits}"))


@given(st.text(alphabet="0123456789", min_size=14, max_size=14))
def test_a_card_is_found_with_one_last_digit_of_ten(digits: str) -> None:
    found = [last for last in range(10) if list(cards(f"4{digits}{last}"))]
    assert len(found) <= 1


def test_test_cards_and_documentation_numbers_are_free() -> None:
    assert not list(cards("4242 4242 4242 4242 and 4111-1111-1111-1111"))
    free = "030 23125 123, +49 152 28817386, 020 7946 0123, +44 1632 960123, (212) 555-0123"
    assert not list(phones(free))
    assert not list(mailboxes("a@example.com, b@mail.example.org, c@kern.test, git@host.de:x/y"))


def test_a_telephone_number_is_found_in_each_way_of_writing_it() -> None:
    text = "+49 711 123456; 0711/1234567; (0711) 123 456; +1 415 555 2671; 415-555-2671"
    found = [text[each.start : each.end] for each in phones(text)]
    assert found == text.split("; ")


def test_what_only_looks_like_a_number_of_a_person_is_free() -> None:
    text = (
        "On 01.02.2026 at 10:30, version 0.10.12, ISBN 978-3-16-148410-0, 192.168.0.10, RFC 2606, "
        "https://kern.example/4539148803436467/0711-123456 and 2026-11-20 1234."
    )
    assert not list(phones(text))
    assert not list(cards(text))


def test_a_long_line_of_anything_is_searched_in_one_go() -> None:
    for sign in ("1", "a", "+49 1", "1 ", "a@", "AB12 "):
        text = sign * (60_000 // len(sign))
        for search in (accounts, cards, phones, mailboxes):
            assert sum(1 for _ in search(text)) < len(text)
