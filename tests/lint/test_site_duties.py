"""Duties of the site as a whole: options, jurisdictions, and the links of a built site."""

from pathlib import Path

import pytest

from corpblog.lint.built import output_of
from corpblog.lint.context import Gate
from corpblog.lint.engine import Ask, lint_built
from corpblog.lint.imprint_duties import PROFILES, kind_of, names_its_form, profile_of
from corpblog.lint.in_force import with_defaults
from corpblog.lint.rules import (
    comment_policy_missing,
    comments_closed_quietly,
    imprint_incomplete,
    principles_missing,
)
from corpblog.model.built import BuiltSite
from corpblog.model.config import Config, LegalSection, OrganizationSection
from corpblog.read.key_places import key_place
from corpblog.read.site import ReadOptions, read_site
from tests.lint.one_rule import found_by
from tests.sites import CONFIG, SMALL, post, write_site


def company(name: str, form: str = "") -> Config:
    return Config(
        organization=OrganizationSection(legal_name=name), legal=LegalSection(legal_form=form)
    )


@pytest.mark.parametrize(
    ("name", "form", "kind", "named"),
    [
        ("Kern GmbH", "", "company", True),
        ("Kern GmbH & Co. KG", "", "company", True),
        ("Kern", "", "company", False),
        ("Kern", "AG", "company", False),
        ("Turnverein Ulm e. V.", "", "company", True),
        ("Turnverein Ulm", "e.V.", "association", False),
        ("Kern", "Einzelunternehmen", "natural", False),
        ("Kern und Weiss GbR", "", "partnership", True),
        ("Stadt Ulm", "Körperschaft", "public", False),
        ("Ltd", "", "company", True),
    ],
)
def test_the_sort_of_body_is_told_by_form_or_name(
    name: str, form: str, kind: str, named: bool
) -> None:
    assert kind_of(company(name, form)) == kind
    assert names_its_form(company(name, form)) is named


def test_members_of_the_union_have_its_profile() -> None:
    assert profile_of("FR") is PROFILES["eu"]
    assert profile_of("gb") is PROFILES["uk"]
    assert profile_of("nz") is None


def test_the_jurisdiction_can_be_set_for_the_rule(tmp_path: Path) -> None:
    options = imprint_incomplete.Options(jurisdictions=("us",))
    found = found_by(imprint_incomplete.RULE, tmp_path, SMALL, options=options)
    assert [line.partition(" ")[2] for line in found] == [
        "the imprint lacks: the full name (good practice)",
        "the imprint lacks: a way to reach you (good practice)",
    ]


def test_a_duty_of_two_laws_is_told_once(tmp_path: Path) -> None:
    options = imprint_incomplete.Options(jurisdictions=("de", "ch"))
    files = SMALL | {"corpblog.yml": CONFIG + "legal: {phone: +49 421 0000}\n"}
    found = found_by(imprint_incomplete.RULE, tmp_path, files, options=options)
    assert len(found) == len(set(found))
    assert any(line.endswith("town (DDG § 5, MStV § 18; UWG Art. 3(1)(s))") for line in found)


def test_an_empty_section_is_told_in_one_sentence(tmp_path: Path) -> None:
    found = found_by(imprint_incomplete.RULE, tmp_path, SMALL)
    assert [line.count(",") > 5 for line in found] == [False, False, True]
    assert "the legal form, a second fast way" in found[2]


def test_every_page_of_a_built_site_leads_to_the_imprint(tmp_path: Path) -> None:
    files = SMALL | {"content/pages/imprint.md": "---\ntitle: Imprint\nrole: imprint\n---\n"}
    site = read_site(write_site(tmp_path, files), ReadOptions()).site
    assert site is not None
    pages = {
        "index.html": '<a href="/imprint/" class="x"><span>Legal</span> notice</a>',
        "a/index.html": '<a href="/imprint/">Impressum</a>',
        "b/index.html": '<a href="/imprint/">More</a>',
        "old/index.html": '<meta http-equiv="refresh" content="0; url=/a/">',
    }
    built = BuiltSite(folder="public", pages=pages, feeds={})
    ask = Ask(rules=with_defaults([imprint_incomplete.RULE]), places=key_place, gate=Gate.OUT)
    found = [item.diagnostic for item in lint_built(output_of(site, built), ask).found]
    assert [str(each.location) for each in found] == ["public/b/index.html:1:1"]


def test_parts_of_the_policy_and_roles_of_pages_can_be_chosen(tmp_path: Path) -> None:
    options = comment_policy_missing.Options(parts=("objection",))
    [found] = found_by(comment_policy_missing.RULE, tmp_path, SMALL, options=options)
    assert found.endswith("does not say how to object")
    roles = principles_missing.Options(roles=("rules", "review-policy"))
    [found] = found_by(principles_missing.RULE, tmp_path, SMALL, options=roles)
    assert found == "corpblog.yml the site has no page with role: review-policy"


def test_how_long_comments_stay_open_can_be_chosen(tmp_path: Path) -> None:
    rule, options = comments_closed_quietly.RULE, comments_closed_quietly.Options
    files = SMALL | {"content/posts/first.md": post("kind: qa\ncomments: {closes_after: 20d}")}
    assert len(found_by(rule, tmp_path, files)) == 1
    assert found_by(rule, tmp_path, files, options=options(min_open_days=20)) == []
    assert found_by(rule, tmp_path, files, options=options(exempt_kinds=("qa",))) == []


def test_a_time_that_says_nothing_is_no_finding(tmp_path: Path) -> None:
    files = SMALL | {"corpblog.yml": CONFIG + "comments: {closes_after: soon}\n"}
    assert found_by(comments_closed_quietly.RULE, tmp_path, files) == []
