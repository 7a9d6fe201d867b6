"""Options of the rules about authors, and who answers for whom."""

from pathlib import Path

from corpblog.lint.context import Gate
from corpblog.lint.rules import author_left, author_missing, author_not_a_person, consent_missing
from tests.lint.one_rule import found_by
from tests.sites import POST, SMALL


def profile(**keys: str) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + "---\n"


def test_kinds_of_posts_may_go_unsigned(tmp_path: Path) -> None:
    files = SMALL | {"content/posts/first.md": POST.replace("authors: [jana-weiss]", "kind: qa")}
    assert len(found_by(author_missing.RULE, tmp_path, files)) == 1
    options = author_missing.Options(exempt_kinds=("qa",))
    assert found_by(author_missing.RULE, tmp_path, files, options=options) == []


def test_further_words_name_a_role_and_further_names_are_right(tmp_path: Path) -> None:
    rule, options = author_not_a_person.RULE, author_not_a_person.Options
    files = SMALL | {"authors/jana-weiss.md": profile(name="Crew Kern")}
    assert found_by(rule, tmp_path, files) == []
    found = found_by(rule, tmp_path, files, options=options(role_words_extra=("crew",)))
    assert found == ["authors/jana-weiss.md:2:7 “Crew Kern” is a role, not a person: “Crew”"]
    allowed = options(role_words_extra=("crew",), allow_names=("crew kern",))
    assert found_by(rule, tmp_path, files, options=allowed) == []


def test_days_of_grace_are_counted_from_the_last_day(tmp_path: Path) -> None:
    left = profile(name="Jana Weiss", works_for="{name: Kern, end_date: 2026-11-04}")
    files = SMALL | {"authors/jana-weiss.md": left}
    options = author_left.Options(grace_days=6)
    assert len(found_by(author_left.RULE, tmp_path, files)) == 1
    assert found_by(author_left.RULE, tmp_path, files, options=options) == []


def test_successors_in_a_circle_answer_for_nobody(tmp_path: Path) -> None:
    promise = "promises: [{text: more to come, owner: jana-weiss}]\n---\n"
    files = SMALL | {
        "content/posts/first.md": POST.replace("---\nHello", f"{promise}Hello"),
        "authors/jana-weiss.md": profile(name="Jana Weiss", status="former", successor="tom-kern"),
        "authors/tom-kern.md": profile(name="Tom Kern", status="former", successor="jana-weiss"),
    }
    [found] = found_by(author_left.RULE, tmp_path, files, gate=Gate.SCHED)
    assert "nobody has taken over" in found


def test_a_consent_may_be_kept_elsewhere(tmp_path: Path) -> None:
    options = consent_missing.Options(store="external")
    files = SMALL | {"authors/jana-weiss.md": profile(name="Jana Weiss")}
    [found] = found_by(consent_missing.RULE, tmp_path, files, options=options)
    assert found.endswith("does not say where the consent of Jana Weiss is kept")
    filed = profile(name="Jana Weiss", consent="{reference: HR 12}")
    files = SMALL | {"authors/jana-weiss.md": filed}
    assert found_by(consent_missing.RULE, tmp_path, files, options=options) == []


def test_under_a_contract_a_withdrawal_concerns_the_picture(tmp_path: Path) -> None:
    keys = {
        "name": "Jana Weiss",
        "basis": "contract",
        "description": "Answers the phone.",
        "consent": "{photo: 2026-01-01, withdrawn: 2026-10-01}",
    }
    files = SMALL | {"authors/jana-weiss.md": profile(**keys)}
    assert found_by(consent_missing.RULE, tmp_path, files) == []
    files = SMALL | {"authors/jana-weiss.md": profile(**keys, image="jana.png")}
    [found] = found_by(consent_missing.RULE, tmp_path, files)
    assert found.endswith("still contains image")
