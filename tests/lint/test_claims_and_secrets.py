"""Options, fixes and related places of the rules about claims and secrets."""

import dataclasses
from datetime import datetime
from pathlib import Path

import pytest

from corpblog.diagnostics import Diagnostic
from corpblog.lint.context import Gate
from corpblog.lint.engine import Ask, lint
from corpblog.lint.in_force import InForce, RuleSet
from corpblog.lint.rule import AnyRule
from corpblog.lint.rules import (
    anonymous_authority,
    claim_stale,
    non_apology,
    number_without_source,
    personal_data,
    third_party_unapproved,
    topic_needs_approval,
)
from corpblog.model.image_facts import ImageFacts
from corpblog.read.key_places import key_place
from corpblog.read.site import ReadOptions, read_site
from tests.lint.cases import NOON
from tests.lint.one_rule import found_by
from tests.sites import SMALL, post, write_site


def with_post(body: str, front: str = "", **further: str) -> dict[str, str]:
    return {**SMALL, "content/posts/first.md": post(front, body), **further}


def diagnostics(
    rule: AnyRule, root: Path, files: dict[str, str], gate: Gate = Gate.PR
) -> list[Diagnostic]:
    write_site(root, files)
    site = read_site(root, ReadOptions(now=datetime.fromisoformat(NOON))).site
    assert site is not None
    rules = RuleSet(rules=(InForce(rule=rule, options=rule.options()),))
    ask = Ask(rules=rules, places=key_place, gate=gate, now=site.now)
    return [found.diagnostic for found in lint(site, ask).found]


@pytest.mark.parametrize("rule", [anonymous_authority.RULE, non_apology.RULE])
def test_phrases_of_ones_own_are_found_too(rule: AnyRule, tmp_path: Path) -> None:
    files = with_post("The oracle(s) spoke, and the oracles agree.")
    options = dataclasses.replace(rule.options(), phrases_extra=("the oracles agree",))
    (found,) = found_by(rule, tmp_path, files, options=options)
    assert "“the oracles agree”" in found


def test_the_smallest_count_is_an_option(tmp_path: Path) -> None:
    files = with_post("More than 60 people came.")
    options = number_without_source.Options(min_count=50)
    rule = number_without_source.RULE
    assert len(found_by(rule, tmp_path, files, options=options)) == 1
    assert found_by(rule, tmp_path, files) == []


def test_a_pattern_of_ones_own_is_found_and_a_slow_one_refused(tmp_path: Path) -> None:
    options = personal_data.Options(patterns=(r"CASE-\d{6}",))
    files = with_post("See CASE-471100.")
    (found,) = found_by(personal_data.RULE, tmp_path, files, options=options)
    assert r"CASE-\d{6}" in found
    with pytest.raises(ValueError, match="repeats a group"):
        personal_data.Options(patterns=(r"(\d+)+x",))


def test_a_mask_is_offered_at_every_place_of_the_same_number(tmp_path: Path) -> None:
    files = with_post("Call +49 711 123456, I said: +49 711 123456.")
    (found,) = diagnostics(personal_data.RULE, tmp_path, files)
    assert [edit.replacement for edit in found.edits] == ["+00 000 000000"] * 2
    assert found.edits[0].location < found.edits[1].location


def test_a_domain_can_be_allowed_as_a_whole(tmp_path: Path) -> None:
    options = personal_data.Options(allowed_contacts=("@kern-waagen.de",))
    files = with_post("Ask ina@kern-waagen.de or tom@maurer-waagen.de.")
    assert len(found_by(personal_data.RULE, tmp_path, files, options=options)) == 1


def test_contacts_of_a_profile_stand_where_they_belong(tmp_path: Path) -> None:
    profile = (
        "---\nname: Jana Weiss\njob_title: head\ngit_emails: [jana@kern-waagen.de]\n"
        "contact_point: {type: phone, value: +49 711 123456}\n---\nI answer the phone.\n"
    )
    body = "Call 0711 123456 or write to jana@kern-waagen.de."
    files = with_post(body, **{"authors/jana-weiss.md": profile})
    (found,) = found_by(personal_data.RULE, tmp_path, files)
    assert found.startswith("content/posts/first.md:7:30 ")
    assert "e-mail" in found


def test_an_approval_for_another_rule_approves_no_topic(tmp_path: Path) -> None:
    front = "approvals: [{role: investor-relations, rule: CONF001, by: jana-weiss}]"
    files = with_post("Our EBIT rose.", front)
    assert len(found_by(topic_needs_approval.RULE, tmp_path, files)) == 1


def test_only_known_topics_can_be_watched() -> None:
    with pytest.raises(ValueError, match="weather"):
        topic_needs_approval.Options(topics=("weather",))


def test_a_picture_on_disk_names_a_party_too(tmp_path: Path) -> None:
    relations = "- party: Kern Ltd\n  type: client\n"
    files = {**SMALL, "registers/relations.yml": relations}
    images = {
        path: ImageFacts(path=path, digest="0")
        for path in ("static/kern_ltd.png", "static/kernel.png")
    }
    (found,) = found_by(third_party_unapproved.RULE, tmp_path, files, images=images)
    assert found.startswith("static/kern_ltd.png ")


def test_a_stale_claim_lists_the_posts_that_cite_it(tmp_path: Path) -> None:
    claims = "- id: countries\n  statement: 14 countries\n  as_of: 2023-05-02\n"
    files = with_post("Weighed.", "claims: [countries]", **{"registers/claims.yml": claims})
    (found,) = diagnostics(claim_stale.RULE, tmp_path, files, Gate.SCHED)
    assert found.location.path == "registers/claims.yml"
    assert [str(each.location) for each in found.related] == ["content/posts/first.md:5:10"]
