"""Templates that cannot be read: in our words, at the tag, for every saying of the engine."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.model.theme import ThemeLayer
from corpblog.render.templates import Templates


def told(folder: Path, text: str) -> str:
    (folder / "a.html").write_text(text, encoding="utf-8", newline="")
    layer = ThemeLayer(label="templates", templates=folder, static=None)
    [found] = Templates((layer,)).check(["a.html"], "x")
    assert found.hint
    assert found.source_line == text.split("\n")[found.location.line - 1]
    place = f"{found.location.line}:{found.location.column}"
    return f"{place} {found.message}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "a\n  {% if x %}\n{% for y in z %}{% endfor %}\n",
            "2:3 the block opened in line 2 by {% if %} is never closed",
        ),
        (
            "{# {% if x %} #}{% block a %}\n\n",
            "1:17 the block opened in line 1 by {% block %} is never closed",
        ),
        ("x\n{% set x %}", "2:1 the block opened in line 2 by {% set %} is never closed"),
        (
            "{% if x %}\n {% endfor %}",
            "2:2 the block opened in line 1 by {% if %} is not closed before {% endfor %}",
        ),
        ("a\n{% endfor %}", "2:1 {% endfor %} closes nothing: no {% for %} is open here"),
        ("b {% else %}", "1:3 {% else %} does not stand inside {% if %}"),
        ("b {% fro x in y %}", "1:3 there is no tag {% fro %}"),
        ("{% if x %}\n{% elseif y %}{% endif %}", "2:1 there is no tag {% elseif %}"),
        ("{{ a.b\n\n{% endif %}\n", "1:1 the {{ of line 1 is not closed with }}"),
        ("b b {{ a b }}", "1:10 “}}” is expected here, not “b”"),
        ("{% for x on y %}{% endfor %}", "1:10 “in” is expected here, not “on”"),
        ("{% if a = b %}{% endif %}", "1:9 “%}” is expected here, not “=”"),
        ("{% if a %}{% else if b %}{% endif %}", "1:4 “%}” is expected here, not “if”"),
        ("x {{ a", "1:3 the template ends before “}}”"),
        ("}} {{ a + }}", "1:11 a value is missing before “}}”"),
        ("{% if %}", "1:7 a value is missing before “%}”"),
        ("{{ (a }}", "1:7 “)” is missing before “}”"),
        ("{{ ) }}", "1:4 “)” closes nothing here"),
        ("a\n{{ a && b }}", "2:6 “&” means nothing in a template"),
        ("{{ 'a }}", "1:4 a quotation mark (') is not closed"),
        ("{{ filter|nof }}", "1:11 there is no filter “nof”"),
        (
            "{% block a %}{% endblock %}\n{% block a %}{% endblock %}",
            "2:10 the block “a” is defined twice in this template",
        ),
        ("x {# never\n", "1:3 the part opened in line 1 by {# is never closed"),
        ("x\n{% raw %}x", "2:1 the part opened in line 2 by {% raw %} is never closed"),
        ("{{ a. }}", "1:1 Jinja says: expected name or number"),
    ],
)
def test_a_fault_of_syntax_is_told_in_plain_words(text: str, words: str, tmp_path: Path) -> None:
    assert told(tmp_path, text) == words


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{% iff x %}", "did you mean {% if %}?"),
        ("{% if x %}{% elseif y %}{% endif %}", "did you mean {% elif %}?"),
        ("{% set x %}", "write {% set name = value %}, or {% endset %} where the text ends"),
        ("{% if a = b %}{% endif %}", "compare with “==”"),
        ("{{ a|uper }}", "did you mean “upper”?"),
        ("{{ a && b }}", "write “and”"),
    ],
)
def test_a_fault_of_syntax_comes_with_what_to_write(text: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(text)
    layer = ThemeLayer(label="templates", templates=tmp_path, static=None)
    [found] = Templates((layer,)).check(["a.html"], "x")
    assert found.hint == hint


PIECES = (
    "{% if x %}",
    "{% endif %}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "'",
    "(",
    "]",
    " a ",
    "\n",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_every_template_is_read_or_told_at_a_place_in_it(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    text = "".join(pieces)
    folder = tmp_path_factory.getbasetemp()
    (folder / "a.html").write_text(text, newline="")
    layer = ThemeLayer(label="templates", templates=folder, static=None)
    for found in Templates((layer,)).check(["a.html"], "x"):
        lines = text.split("\n")
        assert 1 <= found.location.line <= len(lines)
        assert 1 <= found.location.column <= len(lines[found.location.line - 1]) + 1
        assert found.hint
