"""Overrides that nobody hears are told; those that somebody names are not."""

from pathlib import Path

from corpblog.diagnostics import Severity
from tests.render.rendered import render
from tests.sites import CONFIG, post


def test_a_template_of_a_misspelt_name_is_told_with_the_right_one(tmp_path: Path) -> None:
    site = render(tmp_path, {"templates/hom.html": "x", "templates/people.html": "x"})
    assert site.lines == [
        "templates/hom.html TPL013 no page uses the template “hom.html”:"
        " no layer below has this name",
        "templates/people.html TPL013 no page uses the template “people.html”:"
        " no layer below has this name",
    ]
    assert [each.hint.split("?")[0] for each in site.told] == [
        "did you mean “home.html”",
        "did you mean “partials/people.html”",
    ]
    assert {each.severity for each in site.told} == {Severity.WARNING}


def test_templates_that_somebody_names_are_heard(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post("template: special.html", title="A"),
            "content/posts/b.md": post("template: later.html\ndraft: true", title="B"),
            "templates/special.html": '{% extends "frame.html" %}{% block own %}{% endblock %}',
            "templates/frame.html": '{% include ["partials/one.html", "partials/two.html"] %}'
            "{% block own %}{% endblock %}",
            "templates/partials/one.html": '{% from "partials/two.html" import x %}',
            "templates/partials/two.html": "{% macro x() %}{% endmacro %}",
            "templates/later.html": "x",
            "templates/.hidden": "x",
            "templates/README.md": "x",
            "templates/post.html~": "x",
        },
    )
    assert site.lines == []


def test_templates_that_name_only_one_another_are_not_heard(tmp_path: Path) -> None:
    files = {"templates/a.html": '{% include "b.html" %}', "templates/b.html": "x"}
    codes = [(each.location.path, each.code) for each in render(tmp_path, files).told]
    assert codes == [("templates/a.html", "TPL013"), ("templates/b.html", "TPL013")]


def test_where_a_name_is_worked_out_nothing_is_told(tmp_path: Path) -> None:
    text = '{% include "partials/" ~ post.lang ~ ".html" %}'
    files = {"templates/post.html": text, "templates/partials/en.html": "x"}
    assert render(tmp_path, files).lines == []


def test_a_block_that_nobody_shows_is_told_at_its_line(tmp_path: Path) -> None:
    text = '{% extends "parent:post.html" %}\n\n  {% block mian %}x{% endblock %}\n'
    site = render(tmp_path, {"templates/post.html": text})
    assert site.lines == [
        "templates/post.html:3:12 TPL014 no template below has a block “mian”,"
        " so nobody sees what stands in it"
    ]
    [found] = site.told
    assert found.hint.startswith("did you mean “main”?")
    assert found.severity is Severity.WARNING
    assert found.source_line == "  {% block mian %}x{% endblock %}"


def test_blocks_that_are_shown_are_not_told(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "templates/layout.html": '{% extends "parent:layout.html" %}'
            "{% block main %}{% block mine %}{% endblock %}{% endblock %}",
            "templates/post.html": '{% extends "parent:post.html" %}'
            "{% block mine %}x{% endblock %}{% block post_header %}{% endblock %}",
            "templates/home.html": "{% block whatever %}x{% endblock %}",
        },
    )
    assert [each.code for each in site.told if each.code.startswith("TPL")] == []


def test_blocks_of_a_theme_of_the_site_are_looked_at_as_well(tmp_path: Path) -> None:
    theme = {
        "themes/own/theme.yml": "name: own\n",
        "themes/own/templates/post.html": '{% extends "parent:post.html" %}'
        "{% block mian %}{% endblock %}",
        "themes/own/templates/interview.html": "for texts that ask for it",
        "corpblog.yml": CONFIG.replace("name: plain", "name: own"),
    }
    [line] = render(tmp_path, theme).lines
    assert line.startswith("themes/own/templates/post.html:1:42 TPL014")


def test_a_broken_template_hides_no_other_that_nobody_hears(tmp_path: Path) -> None:
    files = {
        "templates/post.html": '{% if %}{% include "partials/own.html" %}',
        "templates/partials/own.html": "x",
        "templates/home.html": '{% extends "home.html" %}',
        "templates/hom.html": "x",
    }
    told = [(each.location.path, each.code) for each in render(tmp_path, files).told]
    assert told == [
        ("templates/hom.html", "TPL013"),
        ("templates/home.html", "TPL004"),
        ("templates/post.html", "TPL002"),
    ]
