"""Links and images in a text: which are inside the blog, where they lead now, which are dead."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from corpblog.importers.old.traced import Change
from corpblog.importers.text.code import code_ranges, inside

_INLINE = re.compile(r"\]\(\s*+(?P<target><[^<>\n]*>|[^\s<>()]*(?:\([^\s()]*\)[^\s()]*)*)")
# A definition fills its line but for a title; ``[^1]: A note`` is a footnote, not a link.
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*+(?P<target><[^<>\n]*>|\S++)"
    r"[ \t]*+(?:(?<=[ \t])(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\))[ \t]*+)?$",
    re.MULTILINE,
)
_TAG = re.compile(r"<(?P<tag>a|img|source|video|audio|area)\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\b(?:href|src|poster)\s*=\s*(?P<quote>[\"'])(?P<target>.*?)(?P=quote)", re.I
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """Where a link or image points, and the offsets of that address in the text."""

    start: int
    end: int
    url: str
    image: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What becomes of a target: its new address, and a word for the report where there is one."""

    url: str
    dead: bool = False
    done: str = ""


def find_targets(text: str) -> Iterator[Target]:
    """All targets outside code, in the order of the text."""
    code = code_ranges(text)
    found = [*_markdown(text), *_html(text)]
    for target in sorted(found, key=lambda item: item.start):
        if not inside(code, target.start):
            yield target


def is_local(url: str) -> bool:
    """Whether ``url`` points into the same site: no scheme, no host, not only a fragment."""
    if not url or url.startswith(("#", "//", "{")):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and bool(parts.path)


def path_of(url: str, base: str) -> tuple[str, str]:
    """The path from the root that ``url`` means on the page ``base``, and what follows it."""
    match = re.match(r"[^?#]*", url)
    path = unquote(match[0] if match else url)
    tail = url[len(match[0]) if match else len(url) :]
    folder = base if base.endswith("/") else posixpath.dirname(base)
    joined = path if path.startswith("/") else posixpath.join(folder, path)
    normal = re.sub(r"^/{2,}", "/", posixpath.normpath(joined))
    return (f"{normal.rstrip('/')}/" if joined.endswith("/") else normal), tail


def judged(
    text: str, judge: Callable[[Target], Verdict | None]
) -> Iterator[tuple[Target, Verdict, Change | None]]:
    """Each target that ``judge`` has a verdict on, with the change that carries it out."""
    for target in find_targets(text):
        verdict = judge(target)
        if verdict is None:
            continue
        change = None
        if verdict.url != target.url:
            url = verdict.url.replace(" ", "%20")
            change = Change(start=target.start, end=target.end, text=url)
        yield target, verdict, change


def _markdown(text: str) -> Iterator[Target]:
    images = _closings_of_images(text)
    for pattern in (_INLINE, _DEFINITION):
        for match in pattern.finditer(text):
            url, start = match["target"], match.start("target")
            image = pattern is _INLINE and match.start() in images
            if url.startswith("<"):
                yield Target(start=start + 1, end=start + len(url) - 1, url=url[1:-1], image=image)
            else:
                yield Target(start=start, end=start + len(url), url=url, image=image)


def _closings_of_images(text: str) -> frozenset[int]:
    """Where each ``]`` stands that belongs to a ``[`` with a ``!`` in front."""
    opened: list[int] = []
    found: list[int] = []
    for bracket in re.finditer(r"[\[\]]", text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened and text.startswith("!", max(opened.pop() - 1, 0)):
            found.append(bracket.start())
    return frozenset(found)


def _html(text: str) -> Iterator[Target]:
    for tag in _TAG.finditer(text):
        for match in _ATTRIBUTE.finditer(tag[0]):
            start = tag.start() + match.start("target")
            url = match["target"].strip()
            image = tag["tag"].lower() not in ("a", "area")
            yield Target(start=start, end=start + len(match["target"]), url=url, image=image)
