"""The author's own HTML in a body: comments go, what is left open is closed."""

import re
from collections import Counter

from corpblog.markup.draft import Draft
from corpblog.markup.tags import RAW_TEXT, attributes, tag_name

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# HTML lets these end without a closing tag.
_IMPLIED = frozenset(
    "p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rt rp".split()
)
_NAMING = re.compile(r"[\s\"'/](?:id|name)\s*=", re.IGNORECASE)
_FOREIGN = ("svg", "math")


def settle(draft: Draft) -> None:
    """Make the tokens of a draft well-formed, so that no body can break the page around it."""
    tokens = draft.tokens
    tags = tokens[1::2]
    odd = {tag for tag in set(tags) if tag[1] in "!?" or tag[1:3] != tag[1:3].lower()}
    if odd:
        for index, tag in enumerate(tags):
            if tag in odd:
                _settle_tag(tokens, 2 * index + 1)
    if "<" in "".join(tokens[::2]):
        tokens[::2] = [text.replace("<", "&lt;") for text in tokens[::2]]
    draft.tokens = _balanced(tokens)


def _settle_tag(tokens: list[str], place: int) -> None:
    tag = tokens[place]
    if tag[1] in "!?":
        _drop(tokens, place)
        return
    name = tag_name(tag)
    begin = 2 if tag[1] == "/" else 1
    tokens[place] = tag[:begin] + name + tag[begin + len(name) :]


def _drop(tokens: list[str], place: int) -> None:
    """Take a comment out, with its line if it stands alone on it."""
    tokens[place] = ""
    before, after = tokens[place - 1], tokens[place + 1]
    alone = before.endswith("\n") or (not before and place == 1)
    if alone and after.startswith("\n"):
        tokens[place + 1] = after[1:]


def _balanced(tokens: list[str]) -> list[str]:
    """The tokens with stray closing tags left out and open elements closed where they must be."""
    tags = tokens[1::2]
    names = {tag: tag_name(tag) for tag in set(tags)}
    ending = {tag for tag, name in names.items() if not name or _ends_itself(tag, name)}
    settled = [tokens[0]]
    opened: list[str] = []
    count: Counter[str] = Counter()
    for tag, text in zip(tags, tokens[2::2], strict=True):
        if tag in ending:
            settled += (tag, text)
            continue
        name = names[tag]
        if tag[1] != "/":
            if not (tag.endswith("/>") and any(count[each] for each in _FOREIGN)):
                opened.append(name)
                count[name] += 1
        elif not count[name]:
            settled[-1] += text
            continue
        else:
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


def _ends_itself(tag: str, name: str) -> bool:
    if name in RAW_TEXT:
        return tag.endswith(f"</{name}>")
    return name in _VOID or (name in _FOREIGN and tag.endswith("/>"))


def own_anchors(tokens: list[str]) -> set[str]:
    """The ids, and names of ``a``, that tags carry; those of headings are given elsewhere."""
    anchors: set[str] = set()
    for tag in set(tokens[1::2]):
        if _NAMING.search(tag) and not _is_heading(tag):
            name = tag_name(tag)
            for each in attributes(tag):
                if each.value and (each.name == "id" or (each.name == "name" and name == "a")):
                    anchors.add(each.value)
    return anchors


def _is_heading(tag: str) -> bool:
    return tag[1:2] == "h" and tag[2:3] in "123456"
