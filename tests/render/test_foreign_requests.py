"""Pages that ask other hosts when they load are told about, once for each host."""

from collections.abc import Mapping
from pathlib import Path

from corpblog.diagnostics import Diagnostic, Severity
from corpblog.markup.targets import host_of
from corpblog.render.foreign_requests import foreign_requests
from corpblog.render.page_requests import requests_of
from tests.render.rendered import render
from tests.sites import CONFIG, post

IMAGE = "![A scale](https://cdn.example.net/scale.png)"
RAW = "markup: {raw_html: true}\n"


def told(root: Path, files: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    site = render(root, files)
    own = host_of(site.site.config.site.url)
    asked = {path: requests_of(data.decode(), own) for path, data in site.files.items()}
    return foreign_requests(site.site, site.plan, asked)


def test_a_site_that_asks_nobody_hears_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == ()


def test_a_host_is_told_where_the_author_wrote_it(tmp_path: Path) -> None:
    [found] = told(tmp_path, {"content/posts/a.md": post("", f"Hello.\n\n{IMAGE}")})
    assert str(found.location) == "content/posts/a.md:9:20"
    assert found.source_line == IMAGE
    assert (found.code, found.name) == ("LINK008", "foreign-request")
    assert found.message == "this page asks cdn.example.net when it loads"
    assert "beside the text" in found.hint


def test_what_is_told_never_fails_a_build(tmp_path: Path) -> None:
    [found] = told(tmp_path, {"content/posts/a.md": post("", IMAGE)})
    assert found.severity is Severity.INFO


def test_a_host_of_many_pages_is_told_once(tmp_path: Path) -> None:
    files = {f"content/posts/{name}.md": post("", IMAGE, title=name) for name in "cab"}
    [found] = told(tmp_path, files)
    assert found.location.path == "content/posts/a.md"
    assert found.message == "this page and 2 others ask cdn.example.net when they load"


def test_each_host_is_told(tmp_path: Path) -> None:
    frame = '<iframe src="https://maps.example.net/x"></iframe>'
    found = told(tmp_path, {"content/posts/a.md": post("", f"{IMAGE}\n\n{frame}")})
    assert [each.location.line for each in found] == [7, 9]


def test_a_host_in_the_front_matter_is_found_too(tmp_path: Path) -> None:
    front = 'image: {src: "https://cdn.example.net/a.png", alt: A scale}'
    [found] = told(tmp_path, {"content/posts/a.md": post(front)})
    assert str(found.location).startswith("content/posts/a.md:5:")


def test_a_host_that_a_template_asks_is_told_at_the_template(tmp_path: Path) -> None:
    layout = """\
    {% extends "parent:layout.html" %}
    {% block footer_end %}<img src="https://count.example.net/1.gif" alt="">{% endblock %}
    """
    [found] = told(tmp_path, {"templates/layout.html": layout})
    assert (found.location.path, found.location.line) == ("templates/layout.html", 2)
    assert found.message.startswith("this page and ")


def test_a_link_to_the_same_host_is_not_what_asks_it(tmp_path: Path) -> None:
    body = f"[See](https://cdn.example.net/).\n\n{IMAGE}"
    [found] = told(tmp_path, {"content/posts/a.md": post("", body)})
    assert found.location.line == 9


def test_the_own_address_is_not_foreign(tmp_path: Path) -> None:
    whole = "![x](https://blog.example.org/x.png)"
    files = {"content/posts/a.md": post("", whole), "corpblog.yml": CONFIG + RAW}
    assert told(tmp_path, files) == ()
