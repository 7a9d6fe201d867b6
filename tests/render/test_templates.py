"""Layers of templates, escaping, and what is worked out once for many pages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from corpblog.diagnostics import CorpblogError
from corpblog.model.theme import ThemeLayer
from corpblog.render.templates import Templates, as_markup
from corpblog.render.views import DateView, PostCard
from tests.render.rendered import Kept


def templates(root: Path, *layers: dict[str, str], memory: Kept | None = None) -> Templates:
    found = []
    for number, files in enumerate(layers):
        folder = root / f"layer{number}"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        found.append(ThemeLayer(label=f"layer{number}", templates=folder, static=None))
    return Templates(tuple(found), memory)


def card(title: str) -> PostCard:
    date = DateView(iso="2026-11-10", text="10 November 2026")
    return PostCard(title=title, url="/a/", lang="en", summary="", people=(), date=date)


def test_parent_reaches_the_same_name_one_layer_down(tmp_path: Path) -> None:
    made = templates(
        tmp_path,
        {"a.html": '{% extends "parent:a.html" %}{% block x %}0{{ super() }}{% endblock %}'},
        {"a.html": '{% extends "parent:a.html" %}{% block x %}1{{ super() }}{% endblock %}'},
        {"b.html": ""},
        {"a.html": '{% block x %}3{% include "b.html" %}{% endblock %}'},
    )
    assert made.render("a.html", {}, source="x") == "013"


def test_names_without_parent_come_from_the_nearest_layer(tmp_path: Path) -> None:
    made = templates(
        tmp_path,
        {"b.html": "mine"},
        {"a.html": '{% include "b.html" %}', "b.html": "theirs"},
    )
    assert made.render("a.html", {}, source="x") == "mine"


@pytest.mark.parametrize("name", ["../secret.html", "x/../../secret.html", "/etc/passwd"])
def test_no_template_comes_from_outside_its_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret")
    made = templates(tmp_path, {"a.html": "{% include name %}"})
    with pytest.raises(CorpblogError) as raised:
        made.render("a.html", {"name": name}, source="x")
    assert raised.value.diagnostics[0].code == "TPL003"


@given(st.text())
def test_escaping_gives_what_markupsafe_gives(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    made = templates(tmp_path_factory.getbasetemp(), {"escape.html": "{{ x }}|{{ y }}|{{ z }}"})
    context = {"x": text, "y": as_markup(text), "z": 5}
    assert made.render("escape.html", context, source="x") == f"{escape(text)}|{text}|5"


def test_an_object_with_html_of_its_own_is_not_escaped_again(tmp_path: Path) -> None:
    class Mark(str):
        def __html__(self) -> str:
            return "<mark>"

    made = templates(tmp_path, {"a.html": "{{ x }}{{ y }}"})
    shown = made.render("a.html", {"x": Mark("<b>"), "y": Markup("<i>")}, source="x")
    assert shown == "<mark><i>"


def test_an_import_sees_the_language_of_each_page(tmp_path: Path) -> None:
    made = templates(
        tmp_path,
        {
            "page.html": '{% import "m.html" as m with context %}{{ m.hello(card) }}',
            "m.html": "{% macro hello(c) %}{{ t }} {{ c.title }} {{ page.lang }}{% endmacro %}",
        },
    )

    class Page:
        def __init__(self, lang: str, url: str) -> None:
            self.lang, self.url = lang, url

    one, other = card("One"), card("Other")
    for lang, hello, shown in (
        ("en", "Hello", one),
        ("de", "Hallo", one),
        ("en", "Hello", other),
        ("en", "Hello", one),
        ("fr", "Hello", one),
    ):
        context = {"t": hello, "card": shown, "page": Page(lang, f"/{lang}/")}
        found = made.render("page.html", context, source="x")
        assert found == f"{hello} {shown.title} {lang}"


def test_an_import_that_reads_the_address_of_the_page_reads_each_page_anew(tmp_path: Path) -> None:
    made = templates(
        tmp_path,
        {
            "page.html": '{% import "m.html" as m with context %}{{ m.mark(card, n) }}',
            "m.html": '{% import "k.html" as k with context %}'
            "{% macro mark(c, n) %}{{ k.at(c) }}{{ n }}{% endmacro %}",
            "k.html": '{% macro at(c) %}{{ "here" if c.url == page.url }}{% endmacro %}',
        },
    )

    class Page:
        def __init__(self, url: str) -> None:
            self.url = url

    shown = card("One")
    found = [
        made.render("page.html", {"card": shown, "page": Page(url), "n": n}, source="x")
        for url, n in (("/a/", 1), ("/b/", 1), ("/a/", True), ("/a/", 1))
    ]
    assert found == ["here1", "1", "hereTrue", "here1"]


def test_a_macro_with_a_caller_or_more_arguments_is_never_remembered(tmp_path: Path) -> None:
    made = templates(
        tmp_path,
        {
            "page.html": '{% import "m.html" as m %}'
            "{% for n in [1, 2] %}{% call m.wrap(card) %}{{ n }}{% endcall %}"
            "{{ m.more(card, a=n) }}{{ m.rest(card, n, n) }}{% endfor %}",
            "m.html": "{% macro wrap(c) %}<{{ caller() }}>{% endmacro %}"
            "{% macro more(c) %}{{ kwargs.a }}{% endmacro %}"
            "{% macro rest(c) %}{{ varargs|join }}{% endmacro %}",
        },
    )
    assert made.render("page.html", {"card": card("One")}, source="x") == "<1>111<2>222"


def test_compiled_templates_are_kept_in_a_memory(tmp_path: Path) -> None:
    memory = Kept()
    for text in ("one {{ x }}", "two {{ x }}", "two {{ x }}"):
        made = templates(tmp_path, {"a.html": text}, memory=memory)
        assert made.render("a.html", {"x": "<"}, source="x") == text[:4] + "&lt;"
    assert len(memory) == 2


def test_a_damaged_memory_is_no_memory(tmp_path: Path) -> None:
    memory = Kept()
    templates(tmp_path, {"a.html": "fine"}, memory=memory).render("a.html", {}, source="x")
    memory.update(dict.fromkeys(memory, b"broken"))
    made = templates(tmp_path, {"a.html": "fine"}, memory=memory)
    assert made.render("a.html", {}, source="x") == "fine"
