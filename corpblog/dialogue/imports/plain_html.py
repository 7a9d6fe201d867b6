"""HTML of comments as Markdown that shows the same words: what had a meaning in neither is safe."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "wbr", "embed", "source"})
_BLOCKS = frozenset(
    "p div blockquote ul ol li pre hr h1 h2 h3 h4 h5 h6 table tr section article figure dl dt dd"
    " figcaption center".split()
)
_DROPPED = frozenset({"script", "style", "iframe", "object", "template", "noscript"})
# Elements that end where the next of their kind begins.
_CLOSED_BY_NEXT = frozenset({"p", "li", "tr", "dt", "dd"})
_DEEPEST = 20

_URL = re.compile(r"https?://[^\s<>\"\\^`{|}]*[^\s<>\"\\^`{|}.,;:!?'’”)\]*_~]")
_LINE_START = re.compile(
    r"(?P<space>[ ]*)(?:(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?=[#>|=:~]|[-+*](?:[\s|:-]|$)))"
)
_ESCAPES = re.compile(
    r"""
    \\ (?= [!-/:-@\[-`{-~] )          # a backslash before a sign
    | [`<~]
    | \* (?! (?<=\s\*) \s )           # a star, unless blanks stand around it
    | (?<! [^\W_] ) _ | _ (?! [^\W_] )  # an underscore, unless inside a word
    | ! (?= \[ ) | \[ (?= \^ ) | \] (?= [(\[:{] )
    | & (?= [#\w]{1,40} ; )
    | [$=+^:] (?= [$=+^:] ) | (?<= [$=+^:] ) [$=+^:]
    | [{}]
    """,
    re.VERBOSE,
)


@dataclass(kw_only=True, slots=True)
class _Node:
    tag: str
    attributes: Mapping[str, str]
    children: "list[_Node | str]" = field(default_factory=list)


def markdown_of(html: str, *, breaks: bool) -> str:
    """The Markdown of a comment in HTML; with ``breaks`` a line end of the source is one.

    WordPress stores paragraphs as empty lines and shows line ends; Disqus stores whole HTML.
    Scripts and frames are dropped with what is in them, other unknown elements keep their words.
    """
    tree = _Tree()
    tree.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
    tree.close()
    return "\n\n".join(_blocks(tree.root, breaks=breaks))


class _Tree(HTMLParser):
    """Builds the tree of a text, however badly its tags are closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Node(tag="", attributes={})
        self._open = [self.root]
        self._dropped = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._dropped:
            return
        if tag in _DROPPED:
            self._dropped = tag
            return
        if tag in _CLOSED_BY_NEXT and self._open[-1].tag == tag:
            self._open.pop()
        if tag not in _VOID and len(self._open) > _DEEPEST:
            return
        node = _Node(tag=tag, attributes={name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._dropped:
            self._dropped = "" if tag == self._dropped else self._dropped
            return
        if any(node.tag == tag for node in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self._open[-1].children.append(data)


def _blocks(node: _Node, *, breaks: bool) -> Iterator[str]:
    """The blocks of an element, without empty ones."""
    run: list[_Node | str] = []
    for child in node.children:
        if isinstance(child, _Node) and (child.tag in _BLOCKS or _holds_blocks(child)):
            yield from _paragraphs(run, breaks)
            run = []
            yield from _block(child, breaks)
        else:
            run.append(child)
    yield from _paragraphs(run, breaks)


def _holds_blocks(node: _Node) -> bool:
    return any(
        isinstance(child, _Node) and (child.tag in _BLOCKS or _holds_blocks(child))
        for child in node.children
    )


def _block(node: _Node, breaks: bool) -> Iterator[str]:
    if node.tag == "hr":
        yield "* * *"
    elif node.tag == "pre":
        yield _fenced(_raw(node))
    elif node.tag in ("ul", "ol"):
        if items := list(_items(node, breaks)):
            yield "\n".join(items)
    elif node.tag == "blockquote":
        if inner := "\n\n".join(_blocks(node, breaks=breaks)):
            yield _indented(inner, "> ", "> ")
    else:
        yield from _blocks(node, breaks=breaks)


def _items(node: _Node, breaks: bool) -> Iterator[str]:
    number = 0
    for child in node.children:
        if not isinstance(child, _Node):
            continue
        inner = "\n\n".join(_blocks(child, breaks=breaks))
        if inner:
            number += 1
            mark = "- " if node.tag == "ul" else f"{number}. "
            yield _indented(inner, mark, " " * len(mark))


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    marks = (first, *(rest for _ in lines[1:]))
    return "\n".join((mark + line).rstrip() for mark, line in zip(marks, lines, strict=True))


def _fenced(code: str) -> str:
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code.strip(chr(10))}\n{fence}"


def _paragraphs(run: list[_Node | str], breaks: bool) -> Iterator[str]:
    """Inline words as paragraphs; line ends inside of one are kept with a backslash."""
    lines = [line.strip() for line in _inline(run, breaks).split("\n")]
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line:
            paragraph.append(
                _LINE_START.sub(r"\g<space>\g<number>\\", line, count=1)
                if _LINE_START.match(line)
                else line
            )
        elif paragraph:
            yield "\\\n".join(paragraph)
            paragraph = []


def _inline(children: list[_Node | str], breaks: bool) -> str:
    return "".join(
        _words(child, breaks) if isinstance(child, str) else _span(child, breaks)
        for child in children
    )


def _words(text: str, breaks: bool) -> str:
    """Plain words: signs of Markdown escaped, bare addresses made links."""
    spaced = re.sub(r"[^\S\n]+" if breaks else r"\s+", " ", text)
    parts: list[str] = []
    end = 0
    for match in _URL.finditer(spaced):
        parts += (_ESCAPES.sub(r"\\\g<0>", spaced[end : match.start()]), f"<{match[0]}>")
        end = match.end()
    return "".join((*parts, _ESCAPES.sub(r"\\\g<0>", spaced[end:])))


def _span(node: _Node, breaks: bool) -> str:
    if node.tag == "br":
        return "\n"
    if node.tag == "img":
        return _link(node.attributes.get("alt", "").strip(), node.attributes.get("src", ""))
    if node.tag == "a":
        return _anchor(node, breaks)
    if node.tag in ("code", "tt", "kbd"):
        return _code(_raw(node))
    inner = _inline(node.children, breaks)
    mark = _MARKS.get(node.tag, "")
    return _marked(inner, mark) if mark else inner


_MARKS = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**"}


def _marked(inner: str, mark: str) -> str:
    core = inner.strip()
    if not core or "\n\n" in core or core.startswith("*") or core.endswith("*"):
        return inner
    before, _, after = inner.partition(core)
    return f"{before}{mark}{core}{mark}{after}"


def _code(raw: str) -> str:
    code = " ".join(raw.split())
    if not code:
        return ""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if code[0] == "`" or code[-1] == "`" else ""
    return f"{fence}{pad}{code}{pad}{fence}"


def _anchor(node: _Node, breaks: bool) -> str:
    target = node.attributes.get("href", "").strip()
    plain = " ".join(_raw(node).split())
    if plain == target and _URL.fullmatch(target):
        return f"<{target}>"
    if not target.startswith(("http://", "https://", "/", "#")) or not plain:
        return _inline(node.children, breaks)
    # Addresses among the words of a link would be links in a link.
    return f"[{_bracketed(plain)}]({_target(target)})"


def _link(words: str, target: str) -> str:
    if not target.startswith(("http://", "https://")):
        return _words(words, breaks=False)
    return f"[{_bracketed(words or target)}]({_target(target)})"


def _bracketed(words: str) -> str:
    return re.sub(r"(?<!\\)[\[\]]", r"\\\g<0>", _ESCAPES.sub(r"\\\g<0>", words))


_UNSAFE: Callable[[re.Match[str]], str] = lambda sign: "".join(  # noqa: E731
    f"%{byte:02X}" for byte in sign[0].encode("utf-8", "replace")
)


def _target(target: str) -> str:
    return re.sub(r"[\s<>()\\\"'`|^{}\x00-\x1f]", _UNSAFE, target)


def _raw(node: _Node) -> str:
    return "".join(
        child if isinstance(child, str) else "\n" if child.tag == "br" else _raw(child)
        for child in node.children
    )
