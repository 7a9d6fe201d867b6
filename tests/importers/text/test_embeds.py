"""Foreign players and scripts: no page asks another host unseen."""

import pytest

from corpblog.importers.old.traced import Traced
from corpblog.importers.record import Kind
from corpblog.importers.text.embeds import translate_embeds
from corpblog.importers.text.translation import Translated
from tests.importers.blogs import note


def translated(text: str) -> Translated:
    return translate_embeds(note(text), Traced(text=text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            'a\n\n<iframe width="5" src="//www.youtube.com/embed/kwmuQwNNJhQ?rel=0"></iframe>\n\nb',
            "a\n\n<https://www.youtube.com/watch?v=kwmuQwNNJhQ>\n\nb",
        ),
        (
            '<iframe src="https://player.vimeo.com/video/65678345?color=0"></iframe> by me',
            "<https://vimeo.com/65678345>\n\n by me",
        ),
        (
            '<div><iframe src="https://vimeo.com/65678345"></iframe></div>',
            '<div><p><a href="https://vimeo.com/65678345">https://vimeo.com/65678345</a></p></div>',
        ),
    ],
)
def test_a_known_player_becomes_a_link(old: str, new: str) -> None:
    result = translated(old)
    assert result.body.text == new
    assert [loss.kind for loss in result.losses] == [Kind.TRANSLATED]


def test_a_script_that_only_dresses_up_a_quotation_goes() -> None:
    quotation = '<blockquote class="twitter-tweet"><p>Hi</p></blockquote>\n'
    result = translated(
        quotation + '<script async src="//platform.twitter.com/widgets.js"></script>'
    )
    assert result.body.text == quotation
    assert [loss.kind for loss in result.losses] == [Kind.DROPPED]


@pytest.mark.parametrize(
    "old",
    [
        '<iframe src="//storify.example/x"></iframe>',
        '<script src="//cdn.example/x.js"></script>',
        "<script>\nalert(1)\n</script>",
    ],
)
def test_what_is_not_known_stays_and_is_told(old: str) -> None:
    result = translated(f"a\n\n{old}\n")
    assert result.body.text == f"a\n\n{old}\n"
    [loss] = result.losses
    assert (loss.kind, str(loss.location)) == (Kind.LEFT, "note.md:3:1")


@pytest.mark.parametrize("code", ["`{}`", "```\n{}\n```", "<pre>{}</pre>", "<!-- {} -->"])
def test_what_is_only_shown_is_not_touched(code: str) -> None:
    for tag in ("<script src='//x'></script>", "<iframe src='//vimeo.com/123456'></iframe>"):
        assert translated(code.format(tag)).losses == ()
