"""A finished page is read as a browser shows it, and every element knows its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.markup.hiding import Hiding
from corpblog.markup.visible import tree_of

_TAGS = (
    "<p> </p> <div> </div> <li> <ul> </ul> <b> </b> <br> <img/> <details> </details> <svg/> <svg>"
)
_OTHERS = ("</svg>", "<path/>", "<td>", "<p hidden>", "</x>", '<a href="/">', "<script>x</script>")
_TEXTS = ("<!-- c -->", "word ", "&amp;", "<", ">", "ü")
_PIECES = st.lists(st.sampled_from((*_TAGS.split(), *_OTHERS, *_TEXTS)), max_size=30)


def test_text_is_what_readers_see_in_one_line() -> None:
    tree = tree_of(
        "<head><title>T</title></head><body><h1>One</h1><p>two <b>th</b>ree<br>four &amp; five</p>"
        "<p hidden>six</p><script>seven</script><!-- eight --><noscript>nine</noscript></body>"
    )
    assert tree.text() == "One two three four & five"


def test_an_element_knows_where_it_stands() -> None:
    html = '<main>\n<p>a</p>\n<p data-x="1">b <i>c</i></p></main>'
    tree = tree_of(html)
    element, value = next(tree.carrying("data-x"))
    assert value == "1"
    assert html[element.start : element.end] == '<p data-x="1">b <i>c</i></p>'
    assert html[element.start : element.opened] == '<p data-x="1">'
    assert [each.name for each in tree.around(element)] == ["p", "main"]
    assert [each.name for each in tree.inside(element)] == ["i"]
    assert tree.text(element) == "b c"


def test_a_paragraph_ends_where_a_browser_ends_it() -> None:
    tree = tree_of("<p hidden>a<div>b</div><ul><li hidden>c<li>d</ul>")
    assert tree.text() == "b d"


def test_a_stroke_closes_only_drawings() -> None:
    assert tree_of("<details hidden/><p>gone</p>").text() == ""
    assert tree_of("<svg hidden/><p>seen</p>").text() == "seen"


def test_a_head_that_is_never_closed_hides_no_text() -> None:
    assert tree_of("<head><meta charset=utf-8><h1>seen</h1>").text() == "seen"


@pytest.mark.parametrize(
    ("html", "hiding"),
    [
        ("<p><x-y></p>", None),
        ("<details><p><x-y></p></details>", Hiding.DETAILS),
        ("<details><summary><x-y></summary>a</details>", None),
        ("<details><details><summary><x-y></summary></details></details>", Hiding.DETAILS),
        ("<footer><p><x-y></p></footer>", Hiding.FOOTER),
        ("<aside><x-y></aside>", Hiding.ASIDE),
        ("<aside></aside><x-y>", None),
        ("<div hidden><x-y></div>", Hiding.HIDDEN),
        ('<div hidden="until-found"><x-y></div>', Hiding.HIDDEN),
        ("<template><x-y></template>", Hiding.HIDDEN),
        ("<dialog><x-y></dialog>", Hiding.HIDDEN),
        ("<dialog open><x-y></dialog>", None),
        ('<p class="a sr-only"><x-y></p>', Hiding.HIDDEN),
        ('<p class="hidden-gem"><x-y></p>', None),
        ('<p aria-hidden="TRUE"><x-y></p>', Hiding.ARIA_HIDDEN),
        ('<p aria-hidden="false"><x-y></p>', None),
        ('<p role="tooltip"><x-y></p>', Hiding.TOOLTIP),
        ("<p popover><x-y></p>", Hiding.TOOLTIP),
        ('<p style="display: none"><x-y></p>', Hiding.STYLE),
        ('<p style="DISPLAY:NONE !important"><x-y></p>', Hiding.STYLE),
        ('<p style="font-size:0"><x-y></p>', Hiding.STYLE),
        ('<p style="font-size:0.1px;color:red"><x-y></p>', Hiding.STYLE),
        ('<p style="text-indent:-9999px"><x-y></p>', Hiding.STYLE),
        ('<p style="text-indent:-2em"><x-y></p>', None),
        ('<p style="position:absolute;left:-100vw"><x-y></p>', Hiding.STYLE),
        ('<p style="margin: 0 0 0 -999px"><x-y></p>', Hiding.STYLE),
        ('<p style="width:1px;height:1px;overflow:hidden"><x-y></p>', Hiding.STYLE),
        ('<p style="overflow:hidden;width:100%"><x-y></p>', None),
        ('<p style="opacity:.9;visibility:visible;font-size:.9rem"><x-y></p>', None),
        ('<p style="font-size:1em"><x-y></p>', None),
        ('<p style="opacity:0"><x-y></p>', Hiding.STYLE),
        ('<p style="transform:scale(0)"><x-y></p>', Hiding.STYLE),
    ],
)
def test_what_hides_an_element_is_known(html: str, hiding: Hiding | None) -> None:
    tree = tree_of(html)
    element = next(tree.named("x-y"))
    assert tree.hiding(element) is hiding


@settings(max_examples=150, deadline=None)
@given(_PIECES)
def test_elements_always_nest_and_keep_their_places(pieces: list[str]) -> None:
    html = "".join(pieces)
    tree = tree_of(html)
    for element in tree.elements:
        assert html[element.start : element.opened] == element.tag
        assert element.opened <= element.end <= len(html)
        if element.parent >= 0:
            parent = tree.elements[element.parent]
            assert parent.opened <= element.start
            assert element.end <= parent.end
    assert [run.start for run in tree.runs] == sorted(run.start for run in tree.runs)
