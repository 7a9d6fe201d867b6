"""Names below ``markup:`` that nothing answers to, and texts that cannot become HTML."""

from pathlib import Path

import pytest

from tests.render.rendered import render
from tests.sites import CONFIG, post


@pytest.mark.parametrize(
    ("lines", "place", "said"),
    [
        (
            "  highlight_light: monokia\n",
            "corpblog.yml:10:20",
            "there is no highlighting style “monokia” → did you mean “monokai”?",
        ),
        (
            "  # highlight_dark: old\n  highlight_dark: monokia\n",
            "corpblog.yml:11:19",
            "there is no highlighting style “monokia” → did you mean “monokai”?",
        ),
        (
            "  extensions: [subscript, wikilink]\n",
            "corpblog.yml:10:27",
            "there is no Markdown extension “wikilink” → did you mean “wikilinks”?",
        ),
        (
            "  extensions: [qqqq]\n",
            "corpblog.yml:10:16",
            "there is no Markdown extension “qqqq” → known: definition_lists, "
            "smart_punctuation, subscript, superscript, wikilinks",
        ),
        (
            "  engine: markdown\n  extensions: [tablez]\n",
            "corpblog.yml:11:16",
            "there is no Markdown extension “tablez” → did you mean “tables”?",
        ),
    ],
)
def test_an_unknown_name_is_told_once_at_its_place(
    lines: str, place: str, said: str, tmp_path: Path
) -> None:
    body = "[gone](gone.md)\n\n```python\nx = 1\n```"
    files = {"corpblog.yml": f"{CONFIG}markup:\n{lines}", "content/posts/a.md": post("", body)}
    site = render(tmp_path, files)
    [told] = [each for each in site.told if each.code == "TPL011"]
    assert f"{told.message} → {told.hint}" == said
    assert str(told.location) == place
    assert told.source_line.strip() in lines
    assert {each.code for each in site.told} <= {"TPL011", "LINK001"}


def test_both_styles_may_be_wrong(tmp_path: Path) -> None:
    lines = "markup: {highlight_light: nosuch, highlight_dark: neither}\n"
    site = render(tmp_path, {"corpblog.yml": CONFIG + lines})
    assert [str(each.location) for each in site.told] == ["corpblog.yml:9:27", "corpblog.yml:9:51"]


def test_a_package_that_is_not_there_is_told_at_the_key_that_asks_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpblog.markup import mathml

    monkeypatch.setitem(__import__("sys").modules, "latex2mathml.converter", None)
    mathml._mathml.cache_clear()
    config = f"{CONFIG}markup: {{math: true}}\n"
    files = {"corpblog.yml": config, "content/posts/a.md": post("", "$x$")}
    site = render(tmp_path, files)
    [told] = site.told
    assert str(told.location) == "corpblog.yml:9:10"
    assert told.message == "latex2mathml is not installed"
    assert "corpblog[math]" in told.hint


def test_a_text_nested_too_deeply_is_told_at_its_file(tmp_path: Path) -> None:
    config = f"{CONFIG}markup: {{engine: markdown}}\n"
    files = {"corpblog.yml": config, "content/posts/a.md": post("", "- " * 1000 + "x")}
    site = render(tmp_path, files)
    assert {(str(each.location), each.code) for each in site.told} == {
        ("content/posts/a.md", "TPL010")
    }
