"""Footnotes: numbered in the order they are called, at the end, with a way back.

The marks are language-free: a screen reader announces the DPUB-ARIA roles in its own language.
"""

from corpblog.markup.draft import Draft
from corpblog.markup.tags import attribute, escape

# What pyromark writes, and what the other engine is made to write.
_CALL = '<sup class="footnote-reference">'
_NOTE = '<div class="footnote-definition" id="'
_LABEL = '<sup class="footnote-definition-label">'

Notes = dict[str, list[str]]


def place(draft: Draft) -> None:
    """Number the calls of a draft and put the notes that are called at its end.

    A note that nothing calls is left out, as in GitHub's preview.
    """
    if _CALL not in draft.tokens and _LABEL not in draft.tokens:
        return
    body, notes = _lift(draft.tokens)
    order: dict[str, int] = {}
    calls: dict[str, int] = {}
    _number(body, notes, order, calls)
    done = 0
    while done < len(order):
        # A note may call further notes: they follow.
        _number(notes[list(order)[done]], notes, order, calls)
        done += 1
    if order:
        body += ('<section class="footnotes" role="doc-endnotes">', "\n", "<ol>", "\n")
        for label, count in order.items():
            body += (f'<li id="fn-{count}">', *_with_way_back(notes[label], count, calls[label]))
            body += ("</li>", "\n")
        body += ("</ol>", "\n", "</section>", "\n")
    draft.tokens = body
    draft.anchors.update(f"fn-{count}" for count in order.values())
    draft.anchors.update(
        _call_id(order[label], time) for label in order for time in range(1, calls[label] + 1)
    )


def _lift(tokens: list[str]) -> tuple[list[str], Notes]:
    """The tokens without the notes, and the tokens of each note by its label."""
    notes: Notes = {}
    frames: list[tuple[str, list[str]]] = [("", [tokens[0]])]
    divisions: list[bool] = []
    place = 1
    while place < len(tokens):
        tag, text = tokens[place], tokens[place + 1]
        is_note = tag.startswith(_NOTE) and tokens[place + 2 : place + 3] == [_LABEL]
        if tag[:4] == "<div":
            divisions.append(is_note)
        if is_note:
            frames.append((_key(attribute(tag, "id") or ""), [tokens[place + 5]]))
            place += 6
            continue
        if tag[:5] == "</div" and divisions and divisions.pop():
            label, note = frames.pop()
            notes.setdefault(label, note)
            frames[-1][1][-1] += text.removeprefix("\n")
        else:
            frames[-1][1].extend((tag, text))
        place += 2
    return frames[0][1], notes


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()


def _number(tokens: list[str], notes: Notes, order: dict[str, int], calls: dict[str, int]) -> None:
    """Turn each call in the tokens into a link to its note; new labels join ``order``."""
    for place in range(1, len(tokens), 2):
        if tokens[place] != _CALL or not tokens[place + 2].startswith("<a href="):
            continue
        label = _key((attribute(tokens[place + 2], "href") or "").removeprefix("#"))
        tokens[place + 1 : place + 7] = [""] * 6
        if label not in notes:
            tokens[place] = f"<sup>{escape(label)}</sup>"
            continue
        count = order.setdefault(label, len(order) + 1)
        calls[label] = calls.get(label, 0) + 1
        tokens[place] = (
            f'<sup class="footnote-call"><a role="doc-noteref"'
            f' id="{_call_id(count, calls[label])}" href="#fn-{count}">{count}</a></sup>'
        )


def _call_id(count: int, time: int) -> str:
    return f"fnref-{count}" if time == 1 else f"fnref-{count}-{time}"


def _with_way_back(note: list[str], count: int, times: int) -> list[str]:
    """A note's tokens with a link back to each of its calls in its last paragraph."""
    links = " ".join(
        f'<a role="doc-backlink" href="#{_call_id(count, time)}">↩︎'
        f"{f'<sup>{time}</sup>' if time > 1 else ''}</a>"
        for time in range(1, times + 1)
    )
    last = len(note) - 2
    if last > 0 and note[last] == "</p>":
        return [*note[:last], f" {links}", "", *note[last:]]
    return [*note, f"<p>{links}</p>", "\n"]
