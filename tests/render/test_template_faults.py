"""Faults of templates, each at its line, once, however many pages show it."""

from collections import UserDict
from pathlib import Path

import pytest

from corpblog.model.theme import ThemeLayer
from corpblog.render.templates import Templates
from tests.render.rendered import Rendered, render
from tests.sites import CONFIG, post

MANY = {f"content/posts/p{number}.md": post("", title=f"P{number}") for number in range(5)}


def overridden(root: Path, **templates: str) -> Rendered:
    files = {f"templates/{name.replace('__', '/')}.html": text for name, text in templates.items()}
    return render(root, {**MANY, **files})


def block(text: str) -> str:
    return '{% extends "parent:post.html" %}\n{% block main %}\n' + text + "\n{% endblock %}\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<p>{{ post.titel }}</p>", "12 TPL001 `post` has no “titel”"),
        ("<p>{{ autor }}</p>", "7 TPL001 this template uses “autor”, which does not exist here"),
        ("{% if x == 1 %}y{% endif %}", "7 TPL001 this template uses “x”, which does not exist"),
        ("{{ post.extra.mood }}", "15 TPL001 `post.extra` has no “mood”"),
        ("{{ t('no_such_text') }}", "7 TPL005 there is no text “no_such_text” in the language"),
        ("{{ t('promise.open.date') }}", "7 TPL005 the text “promise.open.date” (en) needs"),
        ("{{ asset('gone.css') }}", "11 TPL007 there is no static file “gone.css” in the theme"),
        ('{% include "gone.html" %}', "13 TPL003 there is no template “gone.html”"),
        ("{{ 1 / 0 }}", "1 TPL006 this line cannot be worked out: it divides by zero"),
    ],
)
def test_a_fault_while_a_page_is_laid_out_is_told_at_its_line(
    text: str, message: str, tmp_path: Path
) -> None:
    site = overridden(tmp_path, post=block(text))
    [line] = site.lines
    assert line.startswith(f"templates/post.html:3:{message}"), line
    # The other pages are made all the same, and so is the log of what is wrong.
    assert "index.html" in site.files
    assert site.told[0].source_line == text
    assert site.told[0].hint


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{% if %}", "3:7 TPL002 a value is missing before “%}”"),
        ("{{ post.title", "3:1 TPL002 the {{ of line 3 is not closed with }}"),
        ("{% endfor %}", "3:1 TPL002 the block opened in line 2 by {% block %} is not closed"),
        ("{{ post.title|nofilter }}", "3:15 TPL002 there is no filter “nofilter”"),
        ("{% if post is nofilter %}{% endif %}", "3:15 TPL002 there is no test “nofilter”"),
    ],
)
def test_a_template_that_cannot_be_read_is_told_once(text: str, place: str, tmp_path: Path) -> None:
    site = overridden(tmp_path, post=block(text))
    [line] = site.lines
    assert line.startswith(f"templates/post.html:{place}"), line
    assert site.told[0].source_line == text


def test_a_misspelt_field_comes_with_the_right_one(tmp_path: Path) -> None:
    [found] = overridden(tmp_path, post=block("{{ post.titel }}")).told
    assert found.hint == "did you mean “title”? docs/themes.md lists what templates get"


def test_the_chain_of_templates_and_a_page_are_named(tmp_path: Path) -> None:
    site = overridden(
        tmp_path, post=block('{% include "partials/own.html" %}'), partials__own="\n{{ gone }}\n"
    )
    [found] = site.told
    assert str(found.location) == "templates/partials/own.html:2:4"
    chain = [str(related.location) for related in found.related]
    assert "templates/post.html:3:1" in chain
    assert chain[-1].startswith("content/posts/")


def test_a_template_that_extends_itself_is_told_with_the_way_round(tmp_path: Path) -> None:
    site = overridden(tmp_path, post='{% extends "post.html" %}\n')
    [line] = site.lines
    assert line == (
        "templates/post.html:1:1 TPL004 templates in a circle: "
        "templates/post.html → templates/post.html"
    )


def test_templates_in_a_wider_circle_are_told_with_the_way_round(tmp_path: Path) -> None:
    site = overridden(tmp_path, post='{% extends "one.html" %}', one='\n{% extends "post.html" %}')
    [found] = site.told
    assert found.message == (
        "templates in a circle: templates/post.html → templates/one.html → templates/post.html"
    )
    assert str(found.location) == "templates/one.html:2:1"
    assert [str(related.location) for related in found.related] == ["templates/post.html:1:1"]


def test_a_circle_through_parent_is_told(tmp_path: Path) -> None:
    theme = {
        "themes/own/theme.yml": "name: own\n",
        "themes/own/templates/layout.html": '{% extends "post.html" %}\n',
        "templates/post.html": '{% extends "parent:layout.html" %}\n',
        "corpblog.yml": CONFIG.replace("name: plain", "name: own"),
    }
    found = [each for each in render(tmp_path, theme).told if each.code == "TPL004"]
    assert any(
        each.message == "templates in a circle: templates/post.html"
        " → themes/own/templates/layout.html → templates/post.html"
        for each in found
    )


def test_a_template_of_a_text_that_is_not_there_is_told_at_the_key(tmp_path: Path) -> None:
    site = render(tmp_path, {"content/posts/a.md": post("template: wide.html", title="A")})
    assert site.lines == ["content/posts/a.md:5:11 TPL003 there is no template “wide.html”"]
    assert "2026/11/a/index.html" in site.files


def test_a_template_of_its_own_is_used(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post("template: wide.html\nextra: {mood: calm}", title="A"),
            "templates/wide.html": "<p>{{ post.title }} is {{ post.extra.mood }}</p>",
        },
    )
    assert site.lines == []
    assert site.text("2026/11/a/index.html") == "<p>A is calm</p>"


def test_a_template_that_is_no_text_is_told_at_its_byte(tmp_path: Path) -> None:
    site = render(tmp_path, {**MANY, "templates/post.html": b"<p>\nStra\xdfe {{ post.title }}\n"})
    assert site.lines == [
        "templates/post.html:2:5 TPL012 byte 0xdf is no UTF-8 (in Windows-1252 it would be “ß”)"
    ]
    assert site.told[0].source_line.startswith("Stra")


def test_a_byte_order_mark_is_no_part_of_a_template(tmp_path: Path) -> None:
    site = render(tmp_path, {"templates/post.html": b"\xef\xbb\xbf<p>{{ post.title }}\r\n"})
    assert site.files["2026/11/first-post/index.html"] == b"<p>First post\n"


def test_a_line_that_fails_in_other_ways_on_each_page_is_told_once(tmp_path: Path) -> None:
    posts = {
        f"content/posts/p{n}.md": post(f"extra: {{key: k{n}}}", title=f"P{n}") for n in range(4)
    }
    text = "{{ post.title.format_map(post.extra) if not post.extra else {}.pop(post.extra.key) }}"
    site = render(tmp_path, {**posts, "templates/post.html": text})
    [line] = [line for line in site.lines if "TPL006" in line]
    assert line == (
        "templates/post.html:1:1 TPL006 this line cannot be worked out:"
        " it asks for an entry that is not there"
    )


def test_what_no_template_did_is_told_as_a_bug_of_ours(tmp_path: Path) -> None:
    class Broken(UserDict[str, object]):
        def __getitem__(self, key: str) -> object:
            raise AttributeError("a slip of ours")

    (tmp_path / "a.html").write_text("fine")
    layer = ThemeLayer(label="templates", templates=tmp_path, static=None)
    with pytest.raises(AttributeError, match="a slip of ours"):
        Templates((layer,)).render("a.html", Broken(post=1), source="x")


def test_asking_whether_a_field_is_there_is_no_fault(tmp_path: Path) -> None:
    text = "{% if site.foo is defined or foo is defined %}a{% else %}b{% endif %}"
    text += "{{ post.extra.mood|default('calm') }}"
    site = overridden(tmp_path, post=text)
    assert site.lines == []
    assert site.text("2026/11/first-post/index.html") == "bcalm"
