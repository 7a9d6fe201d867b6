"""Options of the rules about disclosures."""

from pathlib import Path

import pytest

from corpblog.lint.rules import (
    affiliate_link_unmarked,
    ai_use_unstated,
    disclosure_vague,
    statement_missing,
)
from tests.lint.one_rule import found_by
from tests.sites import SMALL, post


def site(front: str, body: str = "Hello.") -> dict[str, str]:
    return SMALL | {"content/posts/first.md": post(front, body)}


def test_silence_may_count_as_none(tmp_path: Path) -> None:
    options = statement_missing.Options(require_explicit_none=False)
    assert len(found_by(statement_missing.RULE, tmp_path, site(""))) == 1
    assert found_by(statement_missing.RULE, tmp_path, site(""), options=options) == []


def test_further_terms_are_vague(tmp_path: Path) -> None:
    options = disclosure_vague.Options(terms_extra=("with love from",))
    files = site("disclosures: none", "With love from Ulm.")
    assert found_by(disclosure_vague.RULE, tmp_path, files) == []
    [found] = found_by(disclosure_vague.RULE, tmp_path, files, options=options)
    assert found.startswith("content/posts/first.md:7:1 “With love from”")


def test_a_link_that_the_page_would_not_mark_is_told(tmp_path: Path) -> None:
    options = affiliate_link_unmarked.Options(hosts_extra=("shop.example",))
    told = "disclosures: [{type: affiliate}]"
    files = site(told, "[a](https://shop.example/x)")
    [found] = found_by(affiliate_link_unmarked.RULE, tmp_path, files, options=options)
    assert found.endswith("earns you money, but the page does not mark it")
    by_hand = site(told, '<a href="https://shop.example/x" rel="sponsored">a</a>')
    assert found_by(affiliate_link_unmarked.RULE, tmp_path, by_hand, options=options) == []


def test_without_the_duty_to_state_it_leftovers_are_still_found(tmp_path: Path) -> None:
    options = ai_use_unstated.Options(required=False, label_assisted=False)
    rule = ai_use_unstated.RULE
    assert found_by(rule, tmp_path, site(""), options=options) == []
    assert found_by(rule, tmp_path, site("ai: {use: assisted}"), options=options) == []
    files = site("", "As a large language model, I like flour.")
    assert len(found_by(rule, tmp_path, files, options=options)) == 1


def test_posts_from_before_such_machines_need_no_statement(tmp_path: Path) -> None:
    old = site("")["content/posts/first.md"].replace("2026-11-10", "2022-12-31")
    files = SMALL | {"content/posts/first.md": old}
    assert found_by(ai_use_unstated.RULE, tmp_path, files) == []
    options = ai_use_unstated.Options(since="2022-01-01")
    assert len(found_by(ai_use_unstated.RULE, tmp_path, files, options=options)) == 1
    with pytest.raises(ValueError, match="is no day"):
        ai_use_unstated.Options(since="yesterday")


def test_who_checked_a_machine_is_a_person(tmp_path: Path) -> None:
    robot = "---\ntype: Organization\nname: Kern\n---\n"
    files = site("ai: {use: generated, reviewed_by: robot}") | {"authors/robot.md": robot}
    [found] = found_by(ai_use_unstated.RULE, tmp_path, files)
    assert found == (
        "content/posts/first.md:5:35 Kern cannot have checked it: that profile is not a person's"
    )
