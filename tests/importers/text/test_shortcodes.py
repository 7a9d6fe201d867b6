"""Hugo's shortcodes: what has an equivalent becomes Markdown, the rest stays and is told."""

import pytest

from corpblog.importers.old.traced import Traced
from corpblog.importers.record import Kind
from corpblog.importers.text.shortcodes import References, translate_shortcodes
from corpblog.importers.text.translation import Translated
from tests.importers.blogs import note

ADDRESSES = {"/ulm": "/ulm/", "a.md": "/blog/a/"}


def translated(text: str) -> Translated:
    references = References(
        address=lambda name: ADDRESSES.get(name, ""), page={"city": "Ulm", "title": "T"}
    )
    return translate_shortcodes(note(text), Traced(text=text), references)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('[Ulm]({{< ref "/ulm" >}})', "[Ulm](/ulm/)"),
        ('<a href="{{< ref "/ulm" >}}">Ulm</a>', '<a href="/ulm/">Ulm</a>'),
        ("[a]({{% relref path=`a.md` %}})", "[a](/blog/a/)"),
        ('{{< figure src="/a.png" alt="Jana" caption="At work" >}}', '![Jana](/a.png "At work")'),
        ('{{< figure\n     src="/a.png"\n     alt="Jana"\n>}}', "![Jana](/a.png)"),
        ('{{< figure src="/a.png" alt="x" link="/b/" >}}', "[![x](/a.png)](/b/)"),
        ("{{< youtube abc >}}", "<https://www.youtube.com/watch?v=abc>"),
        ('{{< youtube id="abc" autoplay="true" >}}', "<https://www.youtube.com/watch?v=abc>"),
        ("{{< vimeo 12 >}}", "<https://vimeo.com/12>"),
        ('{{< tweet user="jana" id="12" >}}', "<https://twitter.com/jana/status/12>"),
        ("{{< gist jana 0123 >}}", "<https://gist.github.com/jana/0123>"),
        ("{{< highlight go >}}\nx := 1\n{{< /highlight >}}", "```go\nx := 1\n```"),
        ("{{% notice warning %}}\nMind the gap.\n{{% /notice %}}", "> Mind the gap."),
        ("in {{< param city >}}", "in Ulm"),
        ("write {{</* youtube abc */>}}", "write {{< youtube abc >}}"),
    ],
)
def test_what_has_an_equivalent_becomes_it(old: str, new: str) -> None:
    result = translated(old)
    assert result.body.text == new
    assert {loss.kind for loss in result.losses} == {Kind.TRANSLATED}


def test_a_credit_with_a_link_becomes_a_figure_that_keeps_the_link() -> None:
    code = '{{< figure src="/a.png" alt="x" attr="Photo [CC](https://example.org/)" >}}'
    assert translated(code).body.text == (
        "<figure>\n\n![x](/a.png)\n\n<figcaption>\n\nPhoto [CC](https://example.org/)\n\n"
        "</figcaption>\n</figure>"
    )


@pytest.mark.parametrize(
    "old",
    ["{{< map lat=1 >}}", '{{< ref "/gone" >}}', "{{< box >}}a{{< /box >}}", "{{< gist a >}}"],
)
def test_what_has_none_stays_and_is_told(old: str) -> None:
    result = translated(f"a\n  {old}")
    assert result.body.text == f"a\n  {old}"
    assert {loss.kind for loss in result.losses} == {Kind.LEFT}
    assert str(result.losses[0].location) == "note.md:2:3"
