"""Liquid: what has an equivalent becomes Markdown, the rest stays and is told with its place."""

import pytest

from corpblog.importers.old.traced import Traced
from corpblog.importers.record import Kind
from corpblog.importers.text.liquid import Lookups, translate_liquid
from corpblog.importers.text.liquid_expression import Names
from corpblog.importers.text.translation import Translated
from tests.importers.blogs import note

NAMES = Names(
    page={"title": "A post", "image": "/a.png", "images": ["/one.png", "/two.png"]},
    site={"title": "Our blog", "email": "x@example.org"},
    site_url="https://example.org",
)
ADDRESSES = {"2014-03-12-coming-soon": "/2014/03/12/coming-soon/", "a.pdf": "/a.pdf"}
INCLUDES = {"box.html": "<p>box</p>\n"}


def translated(text: str) -> Translated:
    lookups = Lookups(
        names=NAMES,
        address=lambda name: ADDRESSES.get(name, ""),
        include=lambda name: INCLUDES.get(name, ""),
    )
    return translate_liquid(note(text), Traced(text=text), lookups)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('[a]({{ "/path/" | url }})', "[a](/path/)"),
        ("[a]({{site.baseurl}}/path/)", "[a](/path/)"),
        ("[a]({{ site.url }}{{ site.baseurl }}/x)", "[a](/x)"),
        ("our address is {{ site.url }}.", "our address is https://example.org."),
        ("{{ '/x.png' | relative_url }}", "/x.png"),
        ("{{ '/x' | prepend: site.baseurl | prepend: site.url }}", "/x"),
        ("![]({{site.baseurl}}{{page.images[1]}})", "![](/two.png)"),
        ("{{ page.title | upcase }}", "A POST"),
        ("Write to {{ site.email }}", "Write to x@example.org"),
        ("{% raw %}{{ kept }}{% endraw %}", "{{ kept }}"),
        ("{%raw%}a {% b %}{%endraw%}", "a {% b %}"),
        ("a{% comment %}hidden {{ x }}{% endcomment %}b", "ab"),
        ("[a]({% post_url 2014-03-12-coming-soon %})", "[a](/2014/03/12/coming-soon/)"),
        ("[a]({% link a.pdf %})", "[a](/a.pdf)"),
        ("{% include box.html %}", "<p>box</p>"),
        (
            "{% include image.html src='/a.png' alt=\"Jana\" caption='At work' %}",
            '![Jana](/a.png "At work")',
        ),
        (
            '{% include figure image_path="/a.png" alt="Jana" %}'.replace(
                "figure ", "figure.html "
            ),
            "![Jana](/a.png)",
        ),
        ('{% include video.html id="abc" provider="vimeo" %}', "<https://vimeo.com/abc>"),
        ("{% youtube 6_n1eWpZlV8 %}", "<https://www.youtube.com/watch?v=6_n1eWpZlV8>"),
        ("{% vimeo 98146708 %}", "<https://vimeo.com/98146708>"),
        ("{% oembed https://twitter.com/a/status/1 %}", "<https://twitter.com/a/status/1>"),
        ("{% gist jana/123 %}", "<https://gist.github.com/jana/123>"),
        ("{% highlight ruby %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```"),
        ("{% highlight md %}\n```\nx\n```\n{% endhighlight %}", "````md\n```\nx\n```\n````"),
        (
            "{% notice %}\n#### Tip\n\nUse a ruler.\n{% endnotice %}",
            "> #### Tip\n>\n> Use a ruler.",
        ),
        (
            '{% figure caption:"Bricks" %}\n![alt](/b.jpg)\n{% endfigure %}',
            '![alt](/b.jpg "Bricks")',
        ),
    ],
)
def test_what_has_an_equivalent_becomes_it(old: str, new: str) -> None:
    result = translated(old)
    assert result.body.text == new
    assert {loss.kind for loss in result.losses} <= {Kind.TRANSLATED, Kind.DROPPED}
    assert result.losses


@pytest.mark.parametrize(
    ("old", "construct"),
    [
        ('{{ "sarah" | team_link }}', "Liquid {{ … | team_link }}"),
        ("{% include svg/coins.svg %}", "Liquid {% include %}"),
        ("{% if page.x %}", "Liquid {% if %}"),
        ("{{ post.url }}", "Liquid {{ post.url }}"),
        ("{{ page.unknown }}", "Liquid {{ page.unknown }}"),
        ("{% raw %} without an end", "Liquid {% raw %}"),
    ],
)
def test_what_has_none_stays_and_is_told(old: str, construct: str) -> None:
    result = translated(f"one\n\ntwo {old}")
    assert result.body.text == f"one\n\ntwo {old}"
    [loss] = result.losses
    assert (loss.kind, loss.construct) == (Kind.LEFT, construct)
    assert str(loss.location) == "note.md:3:5"


def test_what_stands_inside_a_block_is_told_too() -> None:
    result = translated("{% notice %}\n{{ 'a' | magic }}\n{% endnotice %}")
    assert result.body.text == "> {{ 'a' | magic }}"
    left = [loss for loss in result.losses if loss.kind is Kind.LEFT]
    assert [str(loss.location) for loss in left] == ["note.md:2:1"]


def test_an_include_that_speaks_of_money_stands_among_the_disclosures() -> None:
    [loss] = translated("{% include affiliate-disclosure.html %}").losses
    assert loss.section == "disclosures"


def test_an_embed_on_a_line_of_its_own_becomes_a_paragraph() -> None:
    result = translated("before\n{% youtube abc %}\nafter")
    assert result.body.text == "before\n\n<https://www.youtube.com/watch?v=abc>\n\nafter"


def test_text_without_liquid_is_not_touched() -> None:
    text = "a { b } {: .c } `{ {`\n"
    assert translated(text) == Translated(body=Traced(text=text))
