"""For the preview, blocks tell the line on which they were written."""

import re

from hypothesis import given

from corpblog.markup.document import MarkupOptions
from corpblog.markup.engines import convert
from tests.markup.bodies import documents
from tests.markup.page import page

BODY = """## Head

Words
go on. <p>raw</p>

> quoted
>
> - item

```python
x = 1
```

| a |
|---|
| b |

<div>

in a box

</div>

![a](b.png "Caption")

***
"""


def test_each_block_names_its_line() -> None:
    shown = page(BODY, source_lines=True)
    for selector, line in {
        "h2": 1,
        "p": 3,
        "blockquote": 6,
        "blockquote > p": 6,
        "blockquote > ul": 8,
        "li": 8,
        "div.highlight": 10,
        "table": 14,
        "div > p": 20,
        "figure": 24,
        "hr": 26,
    }.items():
        assert shown.all(selector)[0].attributes.get("data-line") == str(line), selector


def test_lines_are_those_of_the_body_whatever_its_line_ends() -> None:
    shown = page("Grüße 😀\r\n\r\nzwei\r\n", source_lines=True)
    assert [node.attributes["data-line"] for node in shown.all("p")] == ["1", "3"]


@given(documents)
def test_lines_change_nothing_else(body: str) -> None:
    plain = convert(body, MarkupOptions())
    lined = convert(body, MarkupOptions(source_lines=True))
    assert re.sub(r' data-line="\d+"', "", lined.html) == plain.html
    assert (lined.headings, lined.anchors, lined.text) == (
        plain.headings,
        plain.anchors,
        plain.text,
    )
