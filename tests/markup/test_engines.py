"""The door: engines and extensions by name, and what one engine knows alone."""

import pickle
import sys

import pytest

from corpblog.markup.document import (
    MarkupError,
    MarkupOptions,
    MissingExtra,
    TooDeep,
    UnknownEngine,
    UnknownExtension,
)
from corpblog.markup.engines import convert
from corpblog.markup.mathml import _mathml
from tests.markup.page import page


def test_an_unknown_engine_is_told_with_the_nearest_name() -> None:
    with pytest.raises(UnknownEngine, match=r"no Markdown engine “comonmark”.*“commonmark”"):
        convert("x", MarkupOptions(engine="comonmark"))


@pytest.mark.parametrize(
    ("engine", "name", "nearest"),
    [
        ("commonmark", "smart_punctuations", "smart_punctuation"),
        ("commonmark", "zzz", ""),
        ("markdown", "def_lists", "def_list"),
        ("markdown", "no.such.module", ""),
    ],
)
def test_an_unknown_extension_is_told_with_the_nearest_name(
    engine: str, name: str, nearest: str
) -> None:
    with pytest.raises(UnknownExtension) as told:
        convert("x", MarkupOptions(engine=engine, extensions=(name,)))
    assert (told.value.name, told.value.nearest) == (name, nearest)


@pytest.mark.parametrize(
    "error", [UnknownExtension("a", "b"), MissingExtra("a", "b"), TooDeep(), UnknownEngine("a")]
)
def test_an_error_comes_back_whole_from_another_process(error: MarkupError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_formulas_without_their_package_say_what_to_install(
    engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _mathml.cache_clear()
    monkeypatch.setitem(sys.modules, "latex2mathml.converter", None)
    with pytest.raises(MissingExtra, match=r"latex2mathml is not installed.*corpblog\[math\]"):
        convert("so $x$", MarkupOptions(engine=engine, math=True))


def test_commonmark_has_alerts_that_are_no_quotations() -> None:
    shown = page("> [!WARNING]\n> Mind *this*.\n>\n> > quoted\n")
    assert shown.one("div.admonition.warning").attributes["role"] == "note"
    assert shown.text("div.admonition > blockquote") == "quoted"


def test_markdown_has_admonitions_of_the_same_kind() -> None:
    shown = page('!!! warning "Mind"\n    this\n', "markdown")
    assert shown.one("div.admonition.warning").attributes["role"] == "note"


@pytest.mark.parametrize(
    ("engine", "name", "body", "selector"),
    [
        ("commonmark", "definition_lists", "Term\n: Meaning\n", "dl > dd"),
        ("commonmark", "superscript", "the ^nd^ one", "sup"),
        ("markdown", "def_list", "Term\n:   Meaning\n", "dl > dd"),
        ("markdown", "abbr", "HTML\n\n*[HTML]: Hypertext\n", "abbr[title]"),
        ("markdown", "markdown.extensions.abbr", "HTML\n\n*[HTML]: Hypertext\n", "abbr[title]"),
    ],
)
def test_further_syntax_is_switched_on_by_name(
    engine: str, name: str, body: str, selector: str
) -> None:
    assert page(body, engine, extensions=(name,)).has(selector)
    assert not page(body, engine).has(selector)


def test_an_attribute_list_of_markdown_gives_an_anchor() -> None:
    assert page("words\n{: #here .x }\n", "markdown").converted.anchors == {"here"}
