"""Names that a template asks for in vain: who lacks them, as the template calls it."""

from pathlib import Path

import pytest

from corpblog.diagnostics import Diagnostic
from tests.render.rendered import render


def told(root: Path, text: str, **more: str) -> Diagnostic:
    files = {f"templates/partials/{name}.html": other for name, other in more.items()}
    [found] = render(root, {"templates/post.html": text, **files}).told
    assert found.code == "TPL001"
    assert "docs/themes.md" in found.hint or "macro" in found.hint
    return found


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("{{ site.titel }}", "1:9 `site` has no “titel”", "did you mean “title”? "),
        ("{{ post['titel'] }}", "1:10 `post` has no “titel”", "did you mean “title”? "),
        ("{{ site.xx }}{{ post.title }}", "1:9 `site` has no “xx”", "it has title, "),
        (
            "{{ site.organization.nam }}",
            "1:22 `site.organization` has no “nam”",
            "it has label, url,",
        ),
        ("{{ post.tags[0].x or 1 }}", "1:1 a list has no entry number 0", "entries count from 0"),
        (
            "{{ post.series.name }}",
            "1:16 `post.series` is none here, so it has no “name”",
            "ask first: {% if post.series %}",
        ),
        (
            "{{ post.extra.mood.x }}",
            "1:15 `post.extra` has no “mood”",
            'ask first: {% if "mood" in post.extra %}',
        ),
        ("{{ post.title.text }}", "1:15 `post.title` is a text and has no “text”", "docs/themes"),
        (
            "{{ pots.title }}",
            "1:4 this template uses “pots”, which does not exist here",
            "did you mean “post”? ",
        ),
        (
            "{% for tie in post.people %}{{ tei.name }}{% endfor %}",
            "1:32 this template uses “tei”, which does not exist here",
            "did you mean “tie”? ",
        ),
        (
            "{{ listing.posts }}",
            "1:4 this template uses “listing”, which does not exist here",
            "pages of another kind have it; this one has ",
        ),
    ],
)
def test_a_missing_name_is_told_as_the_template_writes_it(
    text: str, message: str, hint: str, tmp_path: Path
) -> None:
    found = told(tmp_path, text)
    assert f"{found.location} {found.message}" == f"templates/post.html:{message}"
    assert found.hint.startswith(hint), found.hint
    assert "View" not in found.message


def test_two_fields_of_one_name_in_a_line_are_told_apart(tmp_path: Path) -> None:
    found = told(tmp_path, "{% set x = 1 if false else site.mood %}{{ x }}{{ post.mood }}")
    assert found.message == "`site` has no “mood”"


def test_no_name_is_suggested_for_itself(tmp_path: Path) -> None:
    text = '{% import "partials/own.html" as own %}{{ own.title() }}'
    found = told(tmp_path, text, own="{% macro title() %}{{ post.title }}{% endmacro %}")
    assert found.message == "this template uses “post”, which does not exist here"
    assert "did you mean" not in found.hint
    assert "with context" in found.hint


def test_a_macro_that_is_not_in_its_file_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, '{% import "partials/own.html" as own %}{{ own.gone() }}', own="")
    assert found.message == "`own` has no macro “gone”"
