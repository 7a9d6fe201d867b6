"""Tables, task lists and alerts made usable without a word in any language."""

import re

from corpblog.markup.tags import attribute, escape

_ALIGNED = re.compile(r' style="text-align: (left|center|right);?"')
_ALERT = '<blockquote class="markdown-alert-'
_BOX = re.compile(r'<input(?=[^>]* type="checkbox")(?=[^>]* disabled)[^>]*>')
# A task's words end where its item does or where the next block begins.
_BLOCK = re.compile(r"</?(?:li|ul|ol|dl|p|pre|blockquote|div|table|h[1-6r]|section|figure)\b|<\x02")
_CELL = ("<td", "<th")


def wrap_tables(tokens: list[str]) -> None:
    """Put each outermost table into a box that scrolls and can be reached by keyboard.

    The box takes the heading before it as its name. Alignment becomes a class, because a strict
    content policy forbids ``style`` attributes.
    """
    depth = 0
    heading = ""
    for place in range(1, len(tokens), 2):
        tag = tokens[place]
        if tag.startswith("<table"):
            depth += 1
            if depth == 1:
                name = f' role="group" aria-labelledby="{escape(heading)}"' if heading else ""
                tokens[place] = f'<div class="table" tabindex="0"{name}>{tag}'
        elif tag.startswith("</table") and depth:
            depth -= 1
            if depth == 0:
                tokens[place] = f"{tag}</div>"
        elif tag.startswith(_CELL) and "style=" in tag:
            tokens[place] = _ALIGNED.sub(r' class="align-\1"', tag)
        elif tag[:2] == "<h" and " id=" in tag:
            heading = attribute(tag, "id") or ""


def label_tasks(tokens: list[str]) -> None:
    """Make the words of a task the label of its checkbox."""
    for place in range(1, len(tokens), 2):
        if not _BOX.fullmatch(tokens[place]):
            continue
        item = place - 2 if tokens[place - 2].startswith("<li") else place - 4
        if item < 0 or not tokens[item].startswith("<li"):
            continue
        tokens[item] = tokens[item].replace("<li", '<li class="task"', 1)
        checked = " checked" if " checked" in tokens[place] else ""
        tokens[place] = f'<label><input type="checkbox" disabled{checked}>'
        tokens[place + 1] = " " + tokens[place + 1].lstrip()
        end = place + 2
        while end < len(tokens) - 1 and not _BLOCK.match(tokens[end]):
            end += 2
        words, blank = tokens[end - 1].rstrip("\n"), tokens[end - 1]
        tokens[end - 1] = words
        tokens[end] = f"</label>{blank[len(words) :]}{tokens[end]}"


def open_alerts(tokens: list[str]) -> None:
    """Make an alert (``> [!NOTE]``) a note: it is no quotation."""
    if not any(tag.startswith(_ALERT) for tag in tokens[1::2]):
        return
    ends: list[str] = []
    for place in range(1, len(tokens), 2):
        tag = tokens[place]
        if tag.startswith(_ALERT):
            kind, rest = tag[len(_ALERT) :].split('"', 1)
            tokens[place] = f'<div class="admonition {kind}" role="note"{rest}'
            ends.append("</div>")
        elif tag.startswith("<blockquote"):
            ends.append("</blockquote>")
        elif tag.startswith("</blockquote") and ends:
            tokens[place] = ends.pop()
