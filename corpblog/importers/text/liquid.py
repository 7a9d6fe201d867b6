"""Liquid in Jekyll's texts: what has an equivalent is written as Markdown, the rest stays.

Jekyll runs Liquid before Markdown, so Liquid counts in code too; only ``raw`` protects it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from corpblog.importers.old.source import OldFile
from corpblog.importers.old.traced import Change, Traced
from corpblog.importers.record import Kind
from corpblog.importers.text.liquid_expression import Names, evaluate
from corpblog.importers.text.nesting import DEEPEST, partners
from corpblog.importers.text.translation import (
    NOTICES,
    STAYS,
    Translated,
    fenced,
    lone_link,
    own_paragraph,
    picture,
    quotation,
    replaced,
    text_loss,
)

# No token reaches over the beginning of another: an unclosed one is text.
_TOKEN = re.compile(
    r"\{\{-?(?P<output>(?:(?!\{\{|\{%).)*?)-?\}\}|\{%-?(?P<tag>(?:(?!\{%).)*?)-?%\}", re.DOTALL
)
_PARAMETER = re.compile(
    r"(?<![\w-])(?P<key>[\w-]++)\s*+[=:]\s*+(?P<value>\"[^\"]*\"|'[^']*'|[^\s,]+)"
)
_PICTURE_INCLUDES = re.compile(r"(?:image|img|figure|fig|picture|photo)[\w-]*\.\w+$", re.I)
_VIDEO_INCLUDES = re.compile(r"(?:youtube|vimeo|video)[\w-]*\.\w+$", re.IGNORECASE)
_IMAGE_ONLY = re.compile(r"\s*!\[(?P<alt>[^\]]*)\]\((?P<src>[^\s)]+)\)\s*")
_VIDEO_HOSTS = {
    "youtube": "https://www.youtube.com/watch?v=",
    "vimeo": "https://vimeo.com/",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Lookups:
    """What Liquid can ask for besides its own words.

    ``address`` maps the name of an old post or file (as in ``post_url`` and ``link``) to its
    address; ``include`` gives the text of a file in ``_includes`` that has no Liquid itself.
    """

    names: Names
    address: Callable[[str], str] = field(default=lambda _: "")
    include: Callable[[str], str] = field(default=lambda _: "")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Token:
    start: int
    end: int
    name: str
    rest: str
    text: str


Decision = tuple[_Token, Change | None, str]


def translate_liquid(file: OldFile, body: Traced, lookups: Lookups) -> Translated:
    """The body without the Liquid that has an equivalent in Markdown."""
    changes: list[Change] = []
    losses = []
    for token, change, done in _decided(body.text, lookups):
        construct = _construct(token)
        location = file.at(body.origin(token.start))
        if change is None:
            losses.append(text_loss(location, Kind.LEFT, construct, token.text, STAYS))
            continue
        changes.append(change)
        kind = Kind.DROPPED if token.name == "comment" else Kind.TRANSLATED
        losses.append(text_loss(location, kind, construct, token.text, done))
    return Translated(body=body.changed(changes), losses=tuple(losses))


def parameters(text: str) -> dict[str, str]:
    """``key="value"`` and ``key:value`` pairs of a tag; values lose their quotation marks."""
    return {m["key"].lower(): m["value"].strip("\"'") for m in _PARAMETER.finditer(text)}


def _construct(token: _Token) -> str:
    if token.name != "output":
        return f"Liquid {{% {token.name} %}}"
    filters = [part.split(":")[0].strip() for part in token.rest.split("|")[1:]]
    if filters:
        return f"Liquid {{{{ … | {' | '.join(filters)} }}}}"
    return f"Liquid {{{{ {' '.join(token.rest.split())} }}}}"


def _tokens(text: str) -> Iterator[_Token]:
    """All tokens outside ``raw`` and ``comment``; those two come as one token with their end."""
    position = 0
    while match := _TOKEN.search(text, position):
        position = match.end()
        if match["output"] is not None:
            yield _token(match, "output", match["output"].strip())
            continue
        name, _, rest = match["tag"].strip().partition(" ")
        yield _token(match, name, rest.strip())
        if name in ("raw", "comment"):
            end = re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}").search(text, match.end())
            position = end.end() if end else len(text)


def _token(match: "re.Match[str]", name: str, rest: str) -> _Token:
    return _Token(start=match.start(), end=match.end(), name=name, rest=rest, text=match[0])


def _decided(text: str, lookups: Lookups) -> Iterator[Decision]:
    tokens = tuple(_tokens(text))
    tags = ((t.name.removeprefix("end"), t.name.startswith("end")) for t in tokens)
    whole = _Part(text=text, tokens=tokens, partners=partners(tags), end=len(text))
    return _decided_part(whole, range(len(tokens)), lookups)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Part:
    """A part of a text, so many blocks deep; ``tokens`` are those of the whole text."""

    text: str
    tokens: tuple[_Token, ...]
    # Place of an opening tag -> place of the tag that closes it.
    partners: Mapping[int, int]
    end: int
    start: int = 0
    depth: int = 0

    @property
    def bounds(self) -> tuple[int, int]:
        return self.start, self.end


def _decided_part(part: _Part, places: range, lookups: Lookups) -> Iterator[Decision]:
    place = places.start
    while place < places.stop:
        token = part.tokens[place]
        closing = part.partners.get(place, 0)
        place += 1
        if token.name in ("raw", "comment"):
            yield from _protected(part.text, token)
        elif closing and token.name in _BLOCKS and part.depth < DEEPEST:
            end = part.tokens[closing]
            inner = replace(part, start=token.end, end=end.start, depth=part.depth + 1)
            decided = tuple(_decided_part(inner, range(place, closing), lookups))
            changes = (change for _, change, _ in decided if change)
            written, done = _block(token, replaced(part.text, *inner.bounds, changes))
            new = own_paragraph(part.text, token.start, end.end, written, part.bounds)
            yield token, Change(start=token.start, end=end.end, text=new), done
            # For the report: the change of the block holds theirs.
            yield from decided
            place = closing + 1
        else:
            yield _single(part, token, lookups)


def _protected(text: str, token: _Token) -> Iterator[Decision]:
    """``raw`` loses its two tags, ``comment`` goes whole."""
    end = re.compile(rf"\{{%-?\s*end{token.name}\s*-?%\}}\n?").search(text, token.end)
    if end is None:
        yield token, None, ""
    elif token.name == "comment":
        yield (
            token,
            Change(start=token.start, end=end.end(), text=""),
            "left out, as on the old blog",
        )
    else:
        yield token, Change(start=token.start, end=token.end, text=""), "its text stands as it is"
        closing = _Token(
            start=end.start(), end=end.end(), name="endraw", rest="", text=end[0].strip()
        )
        newline = "\n" if end[0].endswith("\n") else ""
        yield (
            closing,
            Change(start=end.start(), end=end.end(), text=newline),
            "its text stands as it is",
        )


# Tags with an end tag that become one piece of Markdown.
_BLOCKS = frozenset({"highlight", "codeblock", "figure", *NOTICES})


def _block(token: _Token, inner: str) -> tuple[str, str]:
    """The Markdown for one of ``_BLOCKS`` around ``inner``, and what that is."""
    if token.name in ("highlight", "codeblock"):
        lang = token.rest.split()[0] if token.rest and token.name == "highlight" else ""
        return fenced(inner, lang), "a fenced code block"
    if token.name in NOTICES:
        return quotation(inner), "a quotation"
    caption = parameters(token.rest).get("caption", "")
    if not caption:
        return inner.strip("\n"), "the images stand alone"
    if image := _IMAGE_ONLY.fullmatch(inner):
        return picture(image["src"], image["alt"], caption), "an image with its caption"
    words = f"<figcaption>\n\n{caption}\n\n</figcaption>"
    return f"<figure>\n\n{inner.strip()}\n\n{words}\n</figure>", "a figure with its caption"


def _single(part: _Part, token: _Token, lookups: Lookups) -> Decision:
    text = part.text
    if token.name == "output":
        follows = text[token.end : token.end + 2]
        value = evaluate(
            token.rest, lookups.names, before_path=follows[:1] == "/" or follows == "{{"
        )
        if value is None:
            return token, None, ""
        done = f"“{value}”" if value else "nothing: addresses count from the root of the blog"
        return token, Change(start=token.start, end=token.end, text=value), done
    writer = _SINGLE_TAGS.get(token.name)
    written = writer(token, lookups) if writer else None
    if not written:
        return token, None, ""
    block, done = written
    if done != _AN_ADDRESS:
        block = own_paragraph(text, token.start, token.end, block, part.bounds)
    return token, Change(start=token.start, end=token.end, text=block), done


_AN_ADDRESS = "the address"
Written = tuple[str, str] | None


def _address(token: _Token, lookups: Lookups) -> Written:
    found = lookups.address(token.rest.strip("\"' "))
    return (found, _AN_ADDRESS) if found else None


def _include(token: _Token, lookups: Lookups) -> Written:
    name, _, rest = token.rest.partition(" ")
    given = parameters(rest)
    if _VIDEO_INCLUDES.search(name):
        provider = given.get("provider", "vimeo" if "vimeo" in name.lower() else "youtube")
        host = _VIDEO_HOSTS.get(provider)
        return (lone_link(host + given["id"]), "a link") if host and "id" in given else None
    if _PICTURE_INCLUDES.search(name):
        keys = ("src", "url", "file", "path", "image_path", "image", "img", "name")
        src = next((given[key] for key in keys if key in given), "")
        alt = given.get("alt", given.get("description", ""))
        caption = given.get("caption", given.get("title", ""))
        unread = "{{" in rest or not re.search(r"[/.]", src)
        return None if unread else (picture(src, alt, caption), "an image")
    text = lookups.include(name) if not given else ""
    return (text.strip("\n"), "the text of the included file") if text else None


def _video(token: _Token, _: Lookups) -> Written:
    word = token.rest.strip("\"' ").split(" ")[0].removesuffix("&amp;").strip("\"'")
    if not word:
        return None
    if word.startswith("videoseries?list="):
        return lone_link(f"https://www.youtube.com/playlist?{word.split('?', 1)[1]}"), "a link"
    url = word if "//" in word else _VIDEO_HOSTS[token.name] + word
    return lone_link(url), "a link"


def _embed(token: _Token, _: Lookups) -> Written:
    match = re.search(r"(?:https?:)?//[^\s\"'>]+", token.rest)
    return (lone_link(match[0]), "a link") if match else None


def _gist(token: _Token, _: Lookups) -> Written:
    name = token.rest.strip("\"' ").split(" ")[0].strip("\"'")
    return (lone_link(f"https://gist.github.com/{name}"), "a link") if name else None


_SINGLE_TAGS: Mapping[str, Callable[[_Token, Lookups], Written]] = {
    "post_url": _address,
    "link": _address,
    "include": _include,
    "include_cached": _include,
    "include_relative": _include,
    "youtube": _video,
    "vimeo": _video,
    "oembed": _embed,
    "embed": _embed,
    "twitter": _embed,
    "tweet": _embed,
    "instagram": _embed,
    "gist": _gist,
}
