"""The finish of a body, the same for every engine: from a draft to what the site uses."""

from collections.abc import Set

from corpblog.markup import blocks, embeds, figures, footnotes, headings, mathml, raw_html, readable
from corpblog.markup.document import Converted, MarkupOptions
from corpblog.markup.draft import Draft


def finish(draft: Draft, options: MarkupOptions) -> Converted:
    """A draft's tokens, changed in place step by step, joined to the finished body.

    Raises MissingExtra for formulas without their package.
    """
    if draft.raw:
        raw_html.settle(draft)
    tags = set(draft.tokens[1::2])
    kinds = {tag[:3] for tag in tags}
    if "<su" in kinds:
        footnotes.place(draft)
    if draft.raw:
        draft.anchors |= raw_html.own_anchors(draft.tokens)
    tokens = draft.tokens
    found = headings.number(draft, tags)
    if "<im" in kinds:
        figures.load_late(tokens)
        figures.caption(tokens)
    text = readable.text_of(tokens, spaced=draft.raw or "<ta" in kinds)
    excerpt = readable.excerpt(tokens, text)
    _dress(tokens, kinds, options)
    if options.embeds and embeds.may_have_players(tags):
        figures.click_to_load(tokens)
    if draft.code:
        _put_code(draft)
    return Converted(
        html="".join(tokens),
        headings=found,
        anchors=frozenset(draft.anchors),
        text=text,
        words=readable.word_count(text),
        excerpt=excerpt,
        has_code=bool(draft.code),
    )


def _dress(tokens: list[str], kinds: Set[str], options: MarkupOptions) -> None:
    """What changes only the looks of blocks; ``kinds`` are how the tags begin."""
    if "<ta" in kinds:
        blocks.wrap_tables(tokens)
    if "<in" in kinds:
        blocks.label_tasks(tokens)
    if "<bl" in kinds:
        blocks.open_alerts(tokens)
    if options.math and "<sp" in kinds:
        mathml.draw(tokens)


def _put_code(draft: Draft) -> None:
    """Put the code blocks where their marks stand: ``<\\x02N>``, or with attributes after N."""
    for place in range(1, len(draft.tokens), 2):
        tag = draft.tokens[place]
        if tag[:2] == "<\x02":
            number, blank, attributes = tag[2:-1].partition(" ")
            block = draft.code[int(number)]
            if blank:
                block = block.replace("<div", f"<div {attributes}", 1)
            draft.tokens[place] = block
