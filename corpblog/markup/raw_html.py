"""The author's own HTML in a body: comments go, what is left open is closed."""

import re
from collections import Counter
from collections.abc import Mapping

from corpblog.markup.draft import Draft
from corpblog.markup.tags import OPENING, RAW_TEXT, attributes, is_one_tag, tag_name

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# HTML lets these end without a closing tag.
_IMPLIED = frozenset(
    "p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rt rp".split()
)
_ODD = re.compile(r"<[!?A-Z]|</[A-Z]|<[a-z][A-Z]")
_NAMING = re.compile(r"[\s\"'/](?:id|name)\s*=", re.IGNORECASE)
_FOREIGN = ("svg", "math")
# A raw text element is one piece with its content.
_RAW_TEXT = frozenset(RAW_TEXT)
_ENDED = _VOID | _RAW_TEXT


def settle(draft: Draft) -> None:
    """Make the tokens of a draft well-formed, so that no body can break the page around it."""
    tokens = draft.tokens
    joined = "".join(tokens[1::2])
    if _ODD.search(joined) or joined.count("<") != len(tokens) // 2:
        for place in range(1, len(tokens), 2):
            _settle_tag(tokens, place)
    if "<" in "".join(tokens[::2]):
        tokens[::2] = [text.replace("<", "&lt;") for text in tokens[::2]]
    tags = tokens[1::2]
    names = {tag: found[1].lower() for tag in set(tags) if (found := OPENING.match(tag))}
    if not _RAW_TEXT.isdisjoint(names.values()):
        _show_unclosed(tokens, names)
    opening = {
        tag: name
        for tag, name in names.items()
        if name not in _ENDED and (name not in _FOREIGN or not tag.endswith("/>"))
    }
    if not _is_balanced(tags, opening):
        draft.tokens = _balanced(tokens, opening)


def _show_unclosed(tokens: list[str], names: Mapping[str, str]) -> None:
    """Make tags such as a ``<script>`` without end text: they would swallow the page."""
    unclosed = {tag for tag, name in names.items() if name in _RAW_TEXT and is_one_tag(tag)}
    for place in range(1, len(tokens), 2):
        if tokens[place] in unclosed:
            tokens[place - 1] += tokens[place].replace("<", "&lt;")
            tokens[place] = ""


def _settle_tag(tokens: list[str], place: int) -> None:
    """Drop a comment, lower the case of a name, and let no value look like a tag."""
    tag = tokens[place]
    if tag[1] in "!?":
        _drop(tokens, place)
        return
    name = tag_name(tag)
    if _ODD.match(tag):
        begin = 2 if tag[1] == "/" else 1
        tag = tag[:begin] + name + tag[begin + len(name) :]
    if "<" in tag[1:] and name not in _RAW_TEXT:
        tag = "<" + tag[1:].replace("<", "&lt;")
    tokens[place] = tag


def _drop(tokens: list[str], place: int) -> None:
    """Take a comment out, with its line if it stands alone on it."""
    tokens[place] = ""
    before, after = tokens[place - 1], tokens[place + 1]
    alone = before.endswith("\n") or (not before and place == 1)
    if alone and after.startswith("\n"):
        tokens[place + 1] = after[1:]


def _is_balanced(tags: list[str], opening: dict[str, str]) -> bool:
    """Whether each element that ``opening`` names is closed in its place."""
    opened: list[str] = []
    for tag in tags:
        if tag in opening:
            opened.append(opening[tag])
        elif tag[:2] == "</" and (not opened or opened.pop() != tag[2:-1]):
            return False
    return not opened


def _balanced(tokens: list[str], opening: dict[str, str]) -> list[str]:
    """The tokens with stray closing tags left out and open elements closed where they must be."""
    settled = [tokens[0]]
    opened: list[str] = []
    count: Counter[str] = Counter()
    for tag, text in zip(tokens[1::2], tokens[2::2], strict=True):
        if tag in opening:
            if not (tag.endswith("/>") and any(count[each] for each in _FOREIGN)):
                opened.append(opening[tag])
                count[opening[tag]] += 1
        elif tag[:2] == "</":
            name = tag_name(tag)
            if not count[name]:
                settled[-1] += text
                continue
            for closer in _closers(opened, name):
                count[closer] -= 1
                settled += () if closer in _IMPLIED else (f"</{closer}>", "")
            count[name] -= 1
        settled += (tag, text)
    for name in reversed(opened):
        settled += () if name in _IMPLIED else (f"</{name}>", "")
    return settled


def _closers(opened: list[str], name: str) -> list[str]:
    """Take elements off the stack down to ``name``; the ones that were still open above it."""
    above: list[str] = []
    while (last := opened.pop()) != name:
        above.append(last)
    return above


def own_anchors(tokens: list[str]) -> set[str]:
    """The ids, and names of ``a``, that tags carry; those of headings are given elsewhere."""
    anchors: set[str] = set()
    for tag in set(tokens[1::2]):
        lowered = tag.lower()
        if ("id" in lowered or "name" in lowered) and not _is_heading(tag):
            name = tag_name(tag)
            for each in attributes(tag) if _NAMING.search(tag) else ():
                if each.value and (each.name == "id" or (each.name == "name" and name == "a")):
                    anchors.add(each.value)
    return anchors


def _is_heading(tag: str) -> bool:
    return tag[1:2] == "h" and tag[2:3] in "123456"
