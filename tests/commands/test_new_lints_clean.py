"""What ``corpblog new`` makes is held to the guidelines at once, and passes."""

from pathlib import Path

import pytest

from corpblog.cli import main

LANGUAGES = pytest.mark.parametrize("lang", ["en", "de"])


def new_site(root: Path, lang: str, *further: str) -> Path:
    words = ["--title", "Klartext", "--organization", "Hafenwaage", "--lang", lang]
    assert main(["new", "site", str(root), *words, "--date", "2026-11-10", *further]) == 0
    return root


def lint(root: Path, *further: str) -> int:
    return main(["lint", str(root), "--strict", "--now", "2026-11-21", *further])


@LANGUAGES
@pytest.mark.parametrize(
    "further",
    [[], ["--author", "Jana Weiss"], ["--url", "https://blog.example.org/"]],
    ids=["nobody", "author", "address"],
)
def test_a_new_site_lints_clean(lang: str, further: list[str], tmp_path: Path) -> None:
    root = new_site(tmp_path / "blog", lang, *further)
    assert lint(root) == 0
    assert lint(root, "--scheduled") == 0


@LANGUAGES
def test_new_posts_and_people_lint_clean(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = new_site(tmp_path / "blog", lang, "--author", "Jana Weiss")
    monkeypatch.chdir(root)
    assert main(["new", "author", "Mehmet Yılmaz"]) == 0
    assert main(["new", "post", "Why we weigh twice", "--author", "mehmet-yilmaz"]) == 0
    assert lint(root) == 0


@LANGUAGES
def test_a_new_site_shows_rules_comment_policy_and_moderation(lang: str, tmp_path: Path) -> None:
    root = new_site(tmp_path / "blog", lang, "--author", "Jana Weiss")
    assert main(["build", str(root), "--strict", "--now", "2026-11-21"]) == 0
    for page in ("rules", "comment-policy", "moderation-report"):
        assert (root / "public" / page / "index.html").is_file()


@LANGUAGES
def test_the_pages_of_a_new_site_lint_clean(lang: str, tmp_path: Path) -> None:
    root = new_site(tmp_path / "blog", lang, "--author", "Jana Weiss")
    assert main(["build", str(root)]) == 0
    assert lint(root, "--built", str(root / "public")) == 0


@LANGUAGES
def test_what_a_new_site_owes_is_told_once_somebody_publishes(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = new_site(tmp_path / "blog", lang, "--author", "Jana Weiss")
    [welcome] = (root / "content/posts/2026").glob("*.md")
    text = welcome.read_text(encoding="utf-8").replace("draft: true\n", "", 1)
    welcome.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert lint(root, "--format", "oneline") == 1
    told = capsys.readouterr().out
    for code in ("AUTH005", "DISC001", "SITE001", "SITE002"):
        assert f" {code} " in told
