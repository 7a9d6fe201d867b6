"""What a writer may rely on whichever engine the site uses."""

import pickle

import pytest

from corpblog.markup.document import MarkupOptions
from corpblog.markup.engines import convert
from tests.markup.page import page

YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


def test_a_body_without_anything_gives_nothing(engine: str) -> None:
    converted = page("", engine).converted
    assert (converted.html, converted.text, converted.words, converted.excerpt) == ("", "", 0, "")
    assert not converted.headings and not converted.anchors and not converted.has_code


def test_the_result_can_be_sent_to_another_process_and_is_the_same_again(engine: str) -> None:
    body = "## A\n\ntext[^1]\n\n[^1]: note\n"
    converted = page(body, engine).converted
    assert pickle.loads(pickle.dumps(converted)) == converted
    assert page("other\n\n## A\n", engine).converted != converted
    assert page(body, engine).converted == converted


def test_paragraphs_lists_quotations_and_emphasis_are_html(engine: str) -> None:
    shown = page("one *two* **three**\n\n- a\n- b\n\n1. c\n\n> quoted\n\n---\n", engine)
    assert shown.text("p em") == "two"
    assert shown.text("p strong") == "three"
    assert len(shown.all("ul > li")) == 2
    assert shown.text("ol > li") == "c"
    assert shown.text("blockquote") == "quoted"
    assert shown.has("hr")


def test_struck_words_are_deleted_text(engine: str) -> None:
    assert page("a ~~b c~~ d", engine).text("del") == "b c"


# Headings


def test_headings_keep_their_levels_where_the_body_has_no_h1(engine: str) -> None:
    headings = page("## A\n\n### B\n", engine).converted.headings
    assert [(each.level, each.id, each.text) for each in headings] == [(2, "a", "A"), (3, "b", "B")]


@pytest.mark.parametrize("first", ["# Own title", "Own title\n=====", "<h1>Own title</h1>"])
def test_an_h1_in_a_body_moves_all_its_headings_under_the_h1_of_the_page(
    engine: str, first: str
) -> None:
    shown = page(f"{first}\n\n## A\n\n###### F\n", engine)
    assert [(each.level, each.text) for each in shown.converted.headings] == [
        (2, "Own title"),
        (3, "A"),
        (6, "F"),
    ]
    assert not shown.has("h1")
    assert shown.text("h2") == "Own title"
    assert shown.text("h3#a") == "A"


def test_headings_get_ids_of_their_words(engine: str) -> None:
    body = "## Über *große* `Öfen` & <b>more</b>\n\n## 日本\n\n## !!!\n\n## ???\n"
    assert [each.id for each in page(body, engine).converted.headings] == [
        "ueber-grosse-oefen-more",
        "日本",
        "section",
        "section-2",
    ]


def test_the_text_of_a_heading_is_plain(engine: str) -> None:
    (heading,) = page("## A *b* `<c>` &amp; [d](e.md)[^1]\n\n[^1]: n\n", engine).converted.headings
    assert heading.text == "A b <c> & d"


def test_an_explicit_id_wins_and_no_other_heading_gets_it(engine: str) -> None:
    body = "## Costs\n\n## Price {#costs}\n\n## Costs\n"
    assert [each.id for each in page(body, engine).converted.headings] == [
        "costs-2",
        "costs",
        "costs-3",
    ]


def test_a_heading_never_takes_the_id_of_the_authors_own_html(engine: str) -> None:
    shown = page('<div id="costs">x</div>\n\n## Costs\n', engine)
    assert shown.converted.headings[0].id == "costs-2"
    assert shown.converted.anchors == {"costs", "costs-2"}


def test_a_heading_that_is_only_a_picture_is_named_by_it(engine: str) -> None:
    assert page("## ![Our logo](logo.png)\n", engine).converted.headings[0].id == "our-logo"


def test_names_of_old_anchors_are_anchors(engine: str) -> None:
    assert "old" in page('<a name="old"></a> text', engine).converted.anchors


# Footnotes


NOTED = (
    "First[^b] then[^A note] and again[^b].\n\n[^A note]: Called *second*.\n[^b]: Called first.\n"
)


def test_footnotes_are_numbered_by_their_first_call_and_stand_at_the_end(engine: str) -> None:
    shown = page(NOTED, engine)
    assert [node.text() for node in shown.all("[role=doc-noteref]")] == ["1", "2", "1"]
    section = shown.one("section[role=doc-endnotes]")
    assert section.next is None or not (section.next.text() or "").strip()
    assert shown.text("#fn-1 p").startswith("Called first.")
    assert shown.text("#fn-2 em") == "second"


def test_each_call_of_a_footnote_has_its_way_there_and_back(engine: str) -> None:
    shown = page(NOTED, engine)
    assert [node.attributes["href"] for node in shown.all("[role=doc-noteref]")] == [
        "#fn-1",
        "#fn-2",
        "#fn-1",
    ]
    assert [node.attributes["href"] for node in shown.all("#fn-1 [role=doc-backlink]")] == [
        "#fnref-1",
        "#fnref-1-2",
    ]
    assert {"fn-1", "fn-2", "fnref-1", "fnref-1-2", "fnref-2"} == shown.converted.anchors
    assert set(shown.ids()) == shown.converted.anchors


def test_a_note_may_have_several_paragraphs_and_call_another_note(engine: str) -> None:
    body = "Text[^1].\n\n[^1]: One[^2].\n\n    Two.\n\n[^2]: Other.\n"
    shown = page(body, engine)
    assert len(shown.all("#fn-1 > p")) == 2
    assert shown.has("#fn-1 > p:last-child > [role=doc-backlink]")
    assert shown.text("#fn-2 p").startswith("Other.")


def test_a_note_that_ends_with_a_list_gets_its_way_back_below(engine: str) -> None:
    shown = page("Text[^1].\n\n[^1]: See\n\n    - a\n    - b\n", engine)
    assert shown.has("#fn-1 > ul")
    assert shown.has("#fn-1 > p:last-child > [role=doc-backlink]")


def test_a_note_that_nothing_calls_is_not_shown(engine: str) -> None:
    shown = page("Text.\n\n[^x]: Lost.\n", engine)
    assert "Lost" not in shown.html
    assert not shown.has("section")


def test_a_call_without_its_note_stays_as_it_was_typed(engine: str) -> None:
    assert page("Text[^x].", engine).converted.text == "Text[^x]."


def test_a_heading_named_like_a_footnote_does_not_take_its_id(engine: str) -> None:
    shown = page("## Fn 1\n\nText[^1].\n\n[^1]: Note.\n", engine)
    assert shown.converted.headings[0].id == "fn-1-2"
    assert len(shown.ids()) == len(set(shown.ids()))


# Tables and tasks


TABLE = "## Prices\n\n| a | b | c |\n|:--|:-:|--:|\n| 1 | *2* | 3 |\n"


def test_a_table_stands_in_a_box_that_a_keyboard_can_scroll(engine: str) -> None:
    shown = page(TABLE, engine)
    box = shown.one("div.table")
    assert box.attributes["tabindex"] == "0"
    assert (box.attributes["role"], box.attributes["aria-labelledby"]) == ("group", "prices")
    assert shown.has("div.table > table > tbody em")


def test_alignment_in_tables_needs_no_style_attribute(engine: str) -> None:
    shown = page(TABLE, engine)
    assert "style=" not in shown.html
    assert [node.attributes["class"] for node in shown.all("td")] == [
        "align-left",
        "align-center",
        "align-right",
    ]


def test_the_words_of_a_task_are_the_label_of_its_box(engine: str) -> None:
    shown = page("- [ ] open *this*\n- [x] done\n    - plain\n", engine)
    first, second = shown.all("li.task > label")
    assert first.text().strip() == "open this"
    assert second.text().strip() == "done"
    assert [("checked" in node.attributes) for node in shown.all("label > input")] == [False, True]
    assert all("disabled" in node.attributes for node in shown.all("input"))
    assert shown.text("li.task li") == "plain"


# Code


def test_code_of_a_known_language_is_coloured_by_classes(engine: str) -> None:
    shown = page("```python\nif x < 1:\n    pass\n```\n", engine)
    code = shown.one("div.highlight > pre[tabindex='0'] > code.language-python")
    assert code.text() == "if x < 1:\n    pass\n"
    assert shown.text("code span.k:first-child") == "if"
    assert shown.converted.has_code


@pytest.mark.parametrize("fence", ["```nosuchlanguage", "```", "```text"])
def test_code_of_no_known_language_is_shown_plain_and_never_guessed(
    engine: str, fence: str
) -> None:
    shown = page(f'{fence}\nimport os  # <b> & "\n```\n', engine)
    assert shown.one("pre > code").text() == 'import os  # <b> & "\n'
    assert not shown.has("code span") and not shown.has("code b")


def test_highlighting_can_be_switched_off(engine: str) -> None:
    shown = page("```python\nif x: pass\n```\n", engine, highlight=False)
    assert shown.has("pre > code.language-python") and not shown.has("code span")


def test_indented_code_is_a_block_of_code(engine: str) -> None:
    assert page("text\n\n    a < b\n", engine).one("div.highlight code").text() == "a < b\n"


# Pictures and players


def test_a_picture_with_a_title_alone_in_its_paragraph_is_a_figure(engine: str) -> None:
    shown = page("![Alt *x*](bild.png 'A <caption> & \"more\"')\n", engine)
    assert shown.text("figure > figcaption") == 'A <caption> & "more"'
    image = shown.one("figure > img")
    assert image.attributes["src"] == "bild.png"
    assert "title" not in image.attributes


def test_a_linked_picture_with_a_title_keeps_its_link_in_the_figure(engine: str) -> None:
    shown = page('[![Alt](small.png "Caption")](large.png)\n', engine)
    assert shown.one("figure > a").attributes["href"] == "large.png"
    assert shown.text("figure > figcaption") == "Caption"


@pytest.mark.parametrize("body", ["![Alt](b.png)", 'words ![Alt](b.png "t")', '![A](b "t") c'])
def test_any_other_picture_stays_in_its_paragraph(engine: str, body: str) -> None:
    shown = page(body, engine)
    assert shown.has("p > img") and not shown.has("figure")


def test_pictures_load_late_unless_their_author_said_otherwise(engine: str) -> None:
    body = '![a](a.png)\n\nx <img src="b.png" alt="" loading="eager"> y\n'
    first, second = page(body, engine).all("img")
    assert (first.attributes["loading"], first.attributes["decoding"]) == ("lazy", "async")
    assert second.attributes["loading"] == "eager"


@pytest.mark.parametrize("link", [f"<{YOUTUBE}>", f"[A talk]({YOUTUBE})"])
def test_a_link_alone_to_a_known_player_waits_for_a_click(engine: str, link: str) -> None:
    shown = page(f"before\n\n{link}\n\nafter\n", engine)
    box = shown.one("div.embed")
    assert box.attributes["data-embed"] == "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"
    assert box.attributes["data-provider"] == "youtube"
    assert shown.one("div.embed > a").attributes["href"] == YOUTUBE
    assert not shown.has("iframe")


@pytest.mark.parametrize(
    "body",
    [f"see <{YOUTUBE}>", f"<{YOUTUBE}> now", "[a](https://example.org/)", f"- <{YOUTUBE}>"],
)
def test_any_other_link_stays_a_link(engine: str, body: str) -> None:
    assert not page(body, engine).has(".embed")


def test_players_can_be_switched_off(engine: str) -> None:
    assert page(f"<{YOUTUBE}>", engine, embeds=False).has("p > a")


# The author's own HTML


def test_the_authors_html_passes(engine: str) -> None:
    shown = page('<div class="box">\n<b>bold</b>\n</div>\n\nwords <kbd>Ctrl</kbd>\n', engine)
    assert shown.text("div.box > b") == "bold"
    assert shown.text("p > kbd") == "Ctrl"


def test_unwanted_html_is_shown_as_it_was_typed(engine: str) -> None:
    body = '<div id="x">\n<b>bold</b>\n</div>\n\nwords <script>alert(1)</script> on\n'
    shown = page(body, engine, raw_html=False)
    assert not shown.has("div, b, script")
    for typed in ('<div id="x">', "<b>bold</b>", "<script>alert(1)</script>"):
        assert typed in shown.converted.text
    assert not shown.converted.anchors


@pytest.mark.parametrize("raw_html", [True, False])
def test_comments_never_reach_the_reader(engine: str, raw_html: bool) -> None:
    body = (
        '<!-- corpblog-allow JARG001 reason="secret" -->\nwords <!-- secret --> here\n\n'
        "<!--\nsecret\n\nsecret\n-->\n\n`<!-- shown -->`\n"
    )
    shown = page(body, engine, raw_html=raw_html)
    assert "secret" not in shown.html
    assert shown.text("code") == "<!-- shown -->"
    assert "words" in shown.converted.text and "here" in shown.converted.text


def test_a_comment_that_never_ends_is_seen_by_its_author(engine: str) -> None:
    shown = page("before\n\n<!-- oops\n\nafter\n", engine)
    assert "before" in shown.converted.text
    assert "<!--" not in shown.html


@pytest.mark.parametrize("name", ["script", "STYLE", "textarea", "iframe"])
def test_what_would_swallow_the_page_is_shown_where_it_never_ends(engine: str, name: str) -> None:
    shown = page(f"a <{name}> b [c](d.md)\n\nlast\n", engine)
    assert shown.converted.text.split()[0] == "a"
    assert shown.has("a") and "last" in shown.converted.text


@pytest.mark.parametrize(
    "body",
    [
        "</div></div>\n\nwords",
        "<div><section>\n\nwords\n",
        "words <b>bold <i>both</b> x</i>",
        "<ul><li>a",
    ],
)
def test_no_body_can_break_the_page_around_it(engine: str, body: str) -> None:
    html = page(body, engine).html
    shown = page("", engine)
    shown.tree = type(shown.tree)(f'<body><main id="m">{html}</main><footer>f</footer></body>')
    assert shown.has("body > main + footer")
    assert not shown.has("main footer")


# Text


def test_text_is_what_a_reader_reads(engine: str) -> None:
    body = (
        "## Head\n\nwords &amp; *more*\nof `code` <b>it</b>\n\n"
        "```python\nnot_this = 1\n```\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n"
        "<script>not()</script>\n\n![not alt](x.png)\n"
    )
    converted = page(body, engine).converted
    assert converted.text.split() == "Head words & more of code it one two a b c d".split()
    assert converted.words == 13
    assert "\n" not in converted.text


def test_the_excerpt_is_the_first_running_text(engine: str) -> None:
    body = "# T\n\n> quoted\n\n- item\n\n![p](p.png)\n\nThe *first* real\nparagraph.\n\nSecond.\n"
    assert page(body, engine).converted.excerpt == "The first real paragraph."


def test_a_long_excerpt_ends_at_a_word(engine: str) -> None:
    excerpt = page("word, " * 100, engine).converted.excerpt
    assert excerpt.endswith("word…")
    assert 190 <= len(excerpt) <= 201


def test_a_body_of_only_a_list_still_has_an_excerpt(engine: str) -> None:
    assert page("- one\n- two\n", engine).converted.excerpt == "one two"


# Formulas


def test_dollars_are_dollars_unless_formulas_are_switched_on(engine: str) -> None:
    assert page("from $5 to $6", engine).converted.text == "from $5 to $6"


def test_formulas_become_mathml(engine: str) -> None:
    shown = page("so $a_1 < b$ and\n\n$$\\frac{1}{2}$$\n\nfrom $5 to $6\n", engine, math=True)
    inline, block = shown.all("math")
    assert inline.attributes["display"] == "inline"
    assert block.attributes["display"] == "block"
    assert shown.has("math mfrac") and shown.has("math msub")
    assert "from $5 to $6" in shown.converted.text


def test_a_formula_cannot_bring_html_along(engine: str) -> None:
    shown = page("so $a & b <i>c</i>$ is", engine, math=True, raw_html=False)
    assert not shown.has("i")
    assert "&amp;" in shown.html


def test_a_formula_that_cannot_be_read_stays_as_it_was_typed(engine: str) -> None:
    assert page("so $x^$ is", engine, math=True).text("code.formula") == "x^"


# Strange input


@pytest.mark.parametrize(
    "body",
    [
        "\x00",
        "a\x02<\x023>b",
        "\ud800 [x](\udfff)",
        "\ufeff# H",
        "a\rb\r\nc",
        "&#0; &#xD800;",
        "\u2028",
    ],
)
def test_any_text_converts(engine: str, body: str) -> None:
    html = page(body, engine).html
    html.encode()
    assert not any(sign in html for sign in "\x00\x01\x02\x03\r")


def test_a_byte_order_mark_does_not_hide_a_heading(engine: str) -> None:
    assert page("\ufeff## H\n", engine).has("h2#h")


def test_line_ends_of_any_system_give_the_same_page(engine: str) -> None:
    body = "## A\n\none\ntwo\n\n```\ncode\n```\n\n- x\n- y\n"
    unix = page(body, engine).html
    assert page(body.replace("\n", "\r\n"), engine).html == unix
    assert page(body.replace("\n", "\r"), engine).html == unix


def test_the_preview_of_lines_is_off_unless_asked_for() -> None:
    assert "data-line" not in page("a\n\nb\n").html


def test_both_engines_give_equal_headings_and_words_for_common_markdown() -> None:
    body = (
        "# Über uns\n\nWir *sind* da.\n\n## Ziele\n\n- eins\n- zwei\n\n"
        "## Ziele\n\nEnde[^1].\n\n[^1]: N.\n"
    )
    one, other = (convert(body, MarkupOptions(engine=each)) for each in ("commonmark", "markdown"))
    assert one.headings == other.headings
    assert one.anchors == other.anchors
    assert (one.text.split(), one.words) == (other.text.split(), other.words)
    assert one.excerpt == other.excerpt
