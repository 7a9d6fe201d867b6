"""Templates of both themes: complete, compilable, with the same blocks, and clean."""

import re

import pytest
import yaml

from corpblog.model.theme import CONTEXT_VERSION, ThemeLayer
from corpblog.render.templates import Templates
from tests.themes.contract import NAMES, TEMPLATES, THEMES, blocks, templates


def layers(theme: str) -> tuple[ThemeLayer, ...]:
    names = (theme, "plain") if theme != "plain" else (theme,)
    return tuple(
        ThemeLayer(
            label=f"themes/{name}",
            templates=THEMES / name / "templates",
            static=THEMES / name / "static",
        )
        for name in names
    )


@pytest.mark.parametrize("theme", NAMES)
def test_every_page_kind_has_its_template_in_every_theme(theme: str) -> None:
    assert set(TEMPLATES) <= set(templates(theme))


@pytest.mark.parametrize("theme", NAMES)
def test_every_template_compiles(theme: str) -> None:
    names = templates(theme)
    assert Templates(layers(theme)).check(names, "test") == ()


@pytest.mark.parametrize("name", ("layout.html", *TEMPLATES))
def test_a_block_of_plain_is_a_block_of_byline_so_that_one_override_fits_both(name: str) -> None:
    if "parent:" in templates("byline")[name]:
        return
    assert blocks(templates("plain")[name]) <= blocks(templates("byline")[name])


@pytest.mark.parametrize("theme", NAMES)
def test_a_theme_says_which_context_it_was_written_for(theme: str) -> None:
    said = yaml.safe_load((THEMES / theme / "theme.yml").read_text(encoding="utf-8"))
    assert said["name"] == theme
    assert said["context_version"] == CONTEXT_VERSION
    assert said.get("parent", "plain") == "plain"


@pytest.mark.parametrize("theme", NAMES)
def test_no_template_holds_an_inline_script_or_style(theme: str) -> None:
    for name, text in templates(theme).items():
        scripts = re.findall(r"<script(?![^>]*(?:\bsrc=|application/ld\+json))", text)
        handlers = re.findall(r"<[^>{]*\s(?:style|on[a-z]+)=", text)
        assert (scripts, handlers, "<style" in text) == ([], [], False), name


@pytest.mark.parametrize("theme", NAMES)
def test_no_template_names_another_host(theme: str) -> None:
    for name, text in templates(theme).items():
        assert re.findall(r"(?:https?:)?//[\w.-]+\.\w+", text) == [], name


@pytest.mark.parametrize("theme", NAMES)
def test_no_template_sorts_or_counts(theme: str) -> None:
    for name, text in templates(theme).items():
        assert re.findall(r"\|\s*(?:sort|groupby|length|count|unique|sum)\b", text) == [], name


@pytest.mark.parametrize("theme", NAMES)
def test_every_picture_has_its_size_and_its_words(theme: str) -> None:
    for name, text in templates(theme).items():
        for tag in re.findall(r"<img .*?[^%]>", text):
            assert " alt=" in tag, name
            assert " height=" in tag, name


@pytest.mark.parametrize("theme", NAMES)
def test_disclosures_stand_before_the_text_and_in_nothing_that_hides(theme: str) -> None:
    post = templates(theme)["post.html"]
    before = post[: post.index("notes.disclosures(post.disclosures)")]
    assert post.index("notes.disclosures(") < post.index("post.body_html")
    for element in ("aside", "details", "footer", "header"):
        assert before.count(f"<{element}") == before.count(f"</{element}>")


@pytest.mark.parametrize("theme", NAMES)
def test_people_come_before_the_title_of_a_post(theme: str) -> None:
    post = templates(theme)["post.html"]
    order = ("people.byline(person)", "{{ post.title }}", "dt-published", "notes.disclosures(")
    places = [post.index(part) for part in (*order, "post.corrections", "post.body_html")]
    assert places == sorted(places)


@pytest.mark.parametrize("theme", NAMES)
def test_the_layout_has_a_skip_link_landmarks_and_no_further_heading(theme: str) -> None:
    layout = templates(theme)["layout.html"]
    assert 'class="skip" href="#content-start"' in layout
    assert '<main id="content-start"' in layout
    assert "<header" in layout
    assert "<footer" in layout
    assert not re.search(r"<h[1-6]", layout)


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_page_has_exactly_one_main_heading(theme: str, name: str) -> None:
    text = templates(theme)[name]
    if "parent:" in text:
        return
    assert text.count("<h1") + text.count("lists.top(") == 1
