"""Kramdown's own signs: classes go with the old theme, ids of headings stay."""

import pytest

from corpblog.importers.old.traced import Traced
from corpblog.importers.text.kramdown import translate_kramdown
from tests.importers.blogs import note


def translated(text: str) -> str:
    return translate_kramdown(note(text), Traced(text=text)).body.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("![a](b.png)\n{: .float-left.padding }\nText", "![a](b.png)\nText"),
        ("[a](b){: .button target='_blank'} next", "[a](b) next"),
        ("## Head\n{: #top .x}\n\nText", "## Head {#top}\n\nText"),
        ("## Head {: #top}\n", "## Head {#top}\n"),
        ("* TOC\n{:toc}\n\nText", "\nText"),
        ("a{::comment}b{:/comment}c", "ac"),
        (
            '<div class="x" markdown="1">\n![a](b)\n</div>\n',
            '<div class="x">\n\n![a](b)\n\n</div>\n',
        ),
        ('<p markdown="span">*a*</p>', "<p>*a*</p>"),
        ('<div markdown="0">\nx\n</div>', "<div>\nx\n</div>"),
        ("```\n{: .kept }\n```", "```\n{: .kept }\n```"),
        ("`{: .kept }` here", "`{: .kept }` here"),
    ],
)
def test_kramdown_becomes_plain_markdown(old: str, new: str) -> None:
    assert translated(old) == new


def test_each_attribute_list_is_told_with_its_place() -> None:
    text = "a\n\n![x](y)\n{: .left }\n"
    [loss] = translate_kramdown(note(text), Traced(text=text)).losses
    assert (str(loss.location), loss.found) == ("note.md:4:1", "{: .left }")
