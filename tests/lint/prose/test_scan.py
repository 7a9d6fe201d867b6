"""What of a source is prose, what is not, and where all of it stands."""

import pytest

from corpblog.lint.prose.parts import Scope
from tests.lint.prose.reading import blocks, read, seen, stretches, words

NOT_PROSE = (
    "`synergy`",
    "``a ` synergy``",
    "<https://synergy.example.org>",
    "<synergy@example.org>",
    "https://example.org/synergy",
    "www.example.org/synergy",
    "synergy@example.org",
    "<!-- synergy -->",
    "<!-- two lines of\nsynergy -->",
    '<span title="synergy"></span>',
    "~~synergy~~",
    "<del>synergy</del>",
    "<code>synergy</code>",
    "<kbd>synergy</kbd>",
    "<svg><title>synergy</title></svg>",
    "<script>synergy</script>",
    "![synergy](a.png)",
    "![*big* synergy](a.png)",
    '<img src="a.png" alt="synergy">',
    "[^synergy]\n\n[^synergy]: we say",
    '[we](https://example.org "synergy")',
    "[we](synergy.html)",
    "[https://synergy.example.org](https://synergy.example.org)",
    "[synergy.example.org](https://synergy.example.org/)",
    '[synergy](https://example.org "synergy")',
    "\n\n> synergy\n> synergy\n\n",
    "\n\n<blockquote>\n\nsynergy\n\n</blockquote>\n\n",
    "\n\n```\nsynergy\n```\n\n",
    "\n\n```synergy\n",
    "\n\n    synergy\n\n",
    "\n\n<script>\nsynergy\n</script>\n\n",
    "\n\n<style>\n\nsynergy\n</style>\n\n",
    "\n\n<pre>\nsynergy\n</pre>\n\n",
    '\n\n<div class="synergy">\n</div>\n\n',
    "\n\n<!--\nsynergy\n\nsynergy\n-->\n\n",
    "\n\n## {#synergy}\n\n",
    "\n\n[synergy]: https://example.org\n\n",
)
PROSE = (
    "synergy",
    "*synergy*",
    "**_synergy_**",
    "<b>synergy</b>",
    '<span class="x">synergy</span>',
    "[synergy](a.html)",
    "[synergy][ref]\n\n[ref]: https://example.org",
    "[*synergy*](https://example.org)",
    '<a href="https://example.org">synergy</a>',
    '![](a.png "synergy")',
    "![alt](<a b.png> 'synergy')",
    "<!-- a --> synergy <!-- b -->",
    "\n\n# synergy\n\n",
    "\n\nsynergy\n===\n\n",
    "\n\n- synergy\n",
    "\n\n1. a\n\n   synergy\n",
    "\n\n- [ ] synergy\n",
    "\n\n| synergy | a |\n|---|---|\n",
    "\n\n<div>\nsynergy\n</div>\n\n",
    "\n\n<div>\n\nsynergy\n\n</div>\n\n",
    "\n\n<figure>\n<img src=a.png>\n<figcaption>synergy</figcaption>\n</figure>\n\n",
    "[^1]\n\n[^1]: synergy",
    "\\synergy",
    "syn&shy;ergy",
    "syn\u00adergy",
    "syn<wbr>ergy",
    "syn**ergy**",
    "s&#121;nergy",
    "SYNERGY",
)


@pytest.mark.parametrize("text", NOT_PROSE)
def test_language_rules_do_not_see(text: str) -> None:
    found = words(f"We say {text} here.")
    assert "synergy" not in found
    assert {"we", "say"} <= set(found)


@pytest.mark.parametrize("text", PROSE)
def test_language_rules_see(text: str) -> None:
    assert "synergy" in words(f"We say {text} here.")


@pytest.mark.parametrize("text", [*PROSE, *NOT_PROSE])
def test_comments_hide_nothing_else_where_raw_html_is_shown(text: str) -> None:
    found = words(f"We say {text} here.", raw_html=False)
    assert {"we", "say"} <= set(found)
    assert "span" not in found


def test_math_is_not_prose_where_it_is_switched_on() -> None:
    assert words("We $add$ and $$subtract$$.", math=True) == ["we", "and"]
    assert words("We $add$.") == ["we", "add"]


def test_a_reader_reads_quotations_and_alt_texts_too() -> None:
    text = (
        "> They *said*\n> so.\n\n“Yes” `no` ![a *red* box](a.png) ~~old~~ https://example.org end"
    )
    assert seen(text) == ["They", "said", "so.", "“Yes”", "a", "red", "box", "end"]


def test_every_block_has_its_scope_and_place() -> None:
    text = (
        "# Head\n\nText\nmore\n\n- one\n- two\n\n  three\n\n| a | b |\n|---|---|\n| c | d |\n\n"
        '![alt](x.png "cap")\n\n<figcaption>raw</figcaption>\n'
    )
    assert blocks(text) == [
        (Scope.HEADING, "# Head"),
        (Scope.PARAGRAPH, "Text\nmore"),
        (Scope.ITEM, "one"),
        (Scope.ITEM, "two"),
        (Scope.ITEM, "three"),
        *((Scope.CELL, cell) for cell in (" a", " b", " c", " d")),
        (Scope.PARAGRAPH, '![alt](x.png "cap")'),
        (Scope.ALT, "alt"),
        (Scope.CAPTION, "cap"),
        (Scope.CAPTION, "raw"),
    ]


def test_blocks_know_that_they_stand_in_a_quotation() -> None:
    prose = read("> one\n\ntwo\n\n<blockquote>\n\nthree\n\n</blockquote>\n\nfour\n")
    assert [block.in_quote for block in prose.blocks] == [True, False, True, False]


def test_the_innermost_block_holds_an_offset() -> None:
    text = 'Before ![alt](x.png "cap") after'
    prose = read(text)
    scopes = [block.scope if (block := prose.block_at(text.index(word))) else None
              for word in ("Before", "alt", "cap", "after")]  # fmt: skip
    assert scopes == [Scope.PARAGRAPH, Scope.ALT, Scope.CAPTION, Scope.PARAGRAPH]


def test_links_tell_their_text_target_and_title() -> None:
    text = (
        'A [**b** c](d.html "e") [f][g] <https://h.example> '
        '<a title="i" href="j&amp;k">l</a> [![m](n.png)](o) []()\n\n[g]: /p "q"\n'
    )
    found = [
        (text[each.text_start : each.text_end], each.target, each.title)
        for each in read(text).links
    ]
    assert found == [
        ("**b** c", "d.html", "e"),
        ("f", "/p", "q"),
        ("https://h.example", "https://h.example", ""),
        ("l", "j&k", "i"),
        ("![m](n.png)", "o", ""),
        ("", "", ""),
    ]


def test_pictures_tell_their_alt_text_source_and_caption() -> None:
    text = (
        '![a *b* `c`](d.png "e &amp; f") ![g][h] <img alt="i &lt; j" src=k.png title=l> ![](m)'
        "\n\n[h]: n.png 'o'\n"
    )
    found = [
        (text[each.alt_start : each.alt_end], each.alt, each.src, each.title)
        for each in read(text).images
    ]
    assert found == [
        ("a *b* `c`", "a b c", "d.png", "e & f"),
        ("g", "g", "n.png", "o"),
        ("i &lt; j", "i < j", "k.png", "l"),
        ("", "", "m", ""),
    ]


@pytest.mark.parametrize("raw_html", [True, False])
def test_every_comment_is_a_remark_wherever_it_stands(raw_html: bool) -> None:
    text = (
        "<!-- one -->\n\nText <!-- two --> more\n\n- item\n  <!-- three -->\n\n"
        "> <div>\n> <!-- fo\n> ur --> x\n> </div>\n\n```\n<!-- code -->\n```\n\n`<!-- c -->`\n"
    )
    prose = read(text, raw_html=raw_html)
    assert [remark.text.split() for remark in prose.remarks][:3] == [["one"], ["two"], ["three"]]
    assert len(prose.remarks) == 4
    for remark in prose.remarks:
        assert text[remark.start : remark.end].startswith("<!--")
        assert text[remark.start : remark.end].endswith("-->")


def test_orders_to_the_linter_are_told_from_other_comments() -> None:
    text = '<!-- corpblog-allow JARG001 reason="x" --> a <!-- b -->\n<!-- /corpblog-allow -->'
    assert len(stretches(text, Scope.SUPPRESSION)) == 2
    assert stretches(text, Scope.COMMENT) == ["<!-- b -->"]


def test_italics_footnotes_and_foreign_stretches_are_told() -> None:
    text = (
        'A *b* **c** <i>d</i>[^1] <span lang="de">das <b>e</b></span> f.\n\n'
        '<div lang="fr">\n\nun **deux**\n\n</div>\n\n[^1]: x\n'
    )
    prose = read(text)
    assert [text[start:end] for start, end in prose.emphasis] == ["*b*", "<i>d</i>"]
    assert [text[start:end] for start, end in prose.footnotes] == ["[^1]"]
    assert [(text[start:end].strip(), lang) for start, end, lang in prose.foreign] == [
        ("das <b>e</b>", "de"),
        ("un **deux**", "fr"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "cutting edge",
        "cutting\nedge",
        "cutting  \n    edge",
        "*cutting* edge",
        "cutting **edge**",
        "[cutting](a.html) edge",
        "cutting[^1] edge\n\n[^1]: x",
        "cutting&nbsp;edge",
        "cutting <b>edge</b>",
        "> \n\ncutting-edge",
    ],
)
def test_words_stay_together_over_markup(text: str) -> None:
    prose = read(text)
    index = [token.folded for token in prose.tokens].index("edge")
    assert prose.tokens[index].joined


@pytest.mark.parametrize(
    "text",
    [
        "cutting `the` edge",
        "cutting “the” edge",
        "cutting ![the](a.png) edge",
        "cutting ~~the~~ edge",
        "cutting https://example.org edge",
        "cutting<br>edge",
        "cutting\n\nedge",
        "- cutting\n- edge",
        "| cutting | edge |\n|---|---|",
        "# cutting\nedge",
        "cutting &amp; edge",
        "<p>cutting</p><p>edge</p>",
    ],
)
def test_words_are_apart_where_a_reader_sees_something_between(text: str) -> None:
    prose = read(text)
    assert [token.folded for token in prose.tokens] == ["cutting", "edge"]
    assert not prose.tokens[1].joined


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("f&uuml;hrend", "führend"),
        ("&Uuml;ber", "über"),
        ("fr&uuml;", "frü"),
        ("don&#8217;t", "don't"),
        ("don\\'t", "don't"),
        ("**B**utton", "button"),
        ("CO<sub>2</sub>", "co2"),
        ("u[ser interviews](a)", "user"),
    ],
)
def test_a_word_with_markup_inside_is_one_word(text: str, word: str) -> None:
    prose = read(f"a {text} b")
    found = prose.tokens[1]
    assert found.folded == word
    assert f"a {text} b"[found.start : found.end] == prose.text[found.start : found.end]


def test_title_and_summary_are_prose() -> None:
    text = (
        "---\ntitle: Our synergy\nauthors: [jana]\nsummary: >\n  It is\n  holistic.\n---\nText.\n"
    )
    assert words(text) == ["our", "synergy", "it", "is", "holistic", "text"]
    assert [scope for scope, _ in blocks(text)] == [Scope.TITLE, Scope.SUMMARY, Scope.PARAGRAPH]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("title: title", ["title"]),
        ("title: 'It''s \"quoted\" here'", ["it's", "here"]),
        ('title: "It\\u2019s \\"quoted\\" \\u00fcber\\\n  all"', ["it's", "über", "all"]),
        ("title: '[a] b'", ["a", "b"]),
        ("title: Fast, it's # not this", ["fast", "it's"]),
        ("title:", []),
        ("title: ''", []),
        ("'title': a b", ["a", "b"]),
        ("subtitle: a b", []),
        ("description: a b", []),
    ],
)
def test_keys_are_read_as_yaml_reads_them(key: str, expected: list[str]) -> None:
    assert words(f"---\n{key}\n---\n") == expected


def test_the_description_of_a_profile_is_its_summary() -> None:
    prose = read("---\nname: Jana\ndescription: Bakes bread\n---\n", path="authors/jana.md")
    assert [token.folded for token in prose.tokens] == ["bakes", "bread"]
    assert prose.blocks[0].scope is Scope.SUMMARY
