"""Long and odd texts: the work grows as the text does, and no text stops an import."""

from collections.abc import Callable

import pytest

from corpblog.importers.old.traced import Traced
from corpblog.importers.text.code import code_ranges
from corpblog.importers.text.embeds import translate_embeds
from corpblog.importers.text.kramdown import translate_kramdown
from corpblog.importers.text.language import detect
from corpblog.importers.text.links import find_targets
from corpblog.importers.text.liquid import Lookups, translate_liquid
from corpblog.importers.text.liquid_expression import Names
from corpblog.importers.text.openings import plain_text, read_opening
from corpblog.importers.text.shortcodes import References, translate_shortcodes
from tests.importers.blogs import note
from tests.importers.steps import steps

LOOKUPS = Lookups(names=Names(page={}, site={}))
REFERENCES = References(address=lambda _: "", page={})
NOTICES = "note tip info hint alert success danger caution callout notice warning important".split()


def liquid(text: str) -> str:
    return translate_liquid(note(text), Traced(text=text), LOOKUPS).body.text


def shortcodes(text: str) -> str:
    return translate_shortcodes(note(text), Traced(text=text), REFERENCES).body.text


def kramdown(text: str) -> str:
    return translate_kramdown(note(text), Traced(text=text)).body.text


def embeds(text: str) -> str:
    return translate_embeds(note(text), Traced(text=text)).body.text


def targets(text: str) -> object:
    return list(find_targets(text))


def opening(text: str) -> object:
    return read_opening(Traced(text=text), "A title")


def kramdown_after_liquid(text: str) -> object:
    first = translate_liquid(note(text), Traced(text=text), LOOKUPS)
    return translate_kramdown(note(text), first.body)


@pytest.mark.parametrize(
    ("read", "piece"),
    [
        (liquid, "{{ x }} {% if a %} {% youtube abcdefghijk %}\n"),
        (liquid, "{% note %}"),
        (liquid, "{% note %}a{% endnote %}\n"),
        (liquid, "{% raw %}a{% endraw %}\n"),
        (shortcodes, "{{< note >}}"),
        (shortcodes, "{{< youtube abcdefghijk >}} {{< /x >}}\n"),
        (kramdown, "a{: .b}\n{: .c}\n## d\n{: #e}\n"),
        (kramdown, '<div markdown="1">\n'),
        (kramdown_after_liquid, '{{ "a" }}{: .b}\n'),
        (embeds, '<iframe src="https://vimeo.com/123456"></iframe>\n`a`\n'),
        (targets, "[a](b) `c` <img src='d'>\n"),
        (code_ranges, "`a` ``"),
    ],
)
def test_a_text_four_times_as_long_takes_about_four_times_the_work(
    read: Callable[[str], object], piece: str
) -> None:
    assert steps(lambda: read(piece * 160)) < 5 * steps(lambda: read(piece * 40))


@pytest.mark.parametrize(("read", "form"), [(liquid, "{{% {} %}}"), (shortcodes, "{{{{< {} >}}}}")])
def test_each_level_of_nested_notices_adds_about_the_same_work(
    read: Callable[[str], str], form: str
) -> None:
    end = "end" if read is liquid else "/"

    def nested(depth: int) -> str:
        names = NOTICES[:depth]
        tags = [*map(form.format, names), "x", *(form.format(end + n) for n in reversed(names))]
        return "\n".join(tags)

    assert read(nested(12)) == "> " * 12 + "x"
    assert steps(lambda: read(nested(12))) < 12 * steps(lambda: read(nested(3)))


@pytest.mark.parametrize(
    ("read", "form", "end"),
    [(liquid, "{% note %}", "{% endnote %}"), (shortcodes, "{{< note >}}", "{{< /note >}}")],
)
def test_notices_in_notices_in_notices_end_somewhere(
    read: Callable[[str], str], form: str, end: str
) -> None:
    assert read(f"{form}\na\n{form}\nb\n{end}\n{end}") == "> a\n>\n> > b"
    deep = read(form * 5000 + "x" + end * 5000)
    assert deep.count(form) == deep.count(end) > 4000


# Each of these sizes took the readers minutes or hours while they looked at a place more than once.
@pytest.mark.parametrize(
    ("read", "text"),
    [
        (embeds, '<iframe src="a"' * 20_000),
        (embeds, '<iframe src="a">' * 20_000),
        (embeds, '<iframe src="a"></iframe>' * 5_000),
        (embeds, "<script " * 40_000),
        (kramdown, "{::comment}" * 40_000),
        (kramdown, "<" + "a" * 200_000),
        (kramdown, "<div" + " " * 200_000),
        (kramdown, '<p markdown="1">\n' * 10_000),
        (kramdown, "a{: #b}" * 10_000),
        (liquid, "{% include a.html " + "a" * 200_000 + " %}"),
        (liquid, "{% note %}" * 20_000),
        (liquid, "{%" * 100_000),
        (shortcodes, "{{<" + " " * 100_000),
        (shortcodes, '{{< a "' + '\\"' * 100_000 + " >}}"),
        (targets, "](<" * 100_000),
        (targets, "[a]: b" + " " * 100_000 + "c"),
        (code_ranges, "`a` " * 50_000),
        (code_ranges, " " * 100_000 + "a"),
        (opening, "# a" + " " * 50_000 + "b"),
        (opening, "a" + " " * 100_000 + "b"),
        (plain_text, "<" * 100_000),
        (plain_text, "[a](" * 50_000),
        (detect, "<" * 200_000),
        (detect, "](" * 100_000),
        (detect, "<script" * 50_000),
    ],
    ids=lambda value: value.__name__ if callable(value) else value[:12],
)
def test_no_text_is_looked_at_again_and_again(read: Callable[[str], object], text: str) -> None:
    read(text)
