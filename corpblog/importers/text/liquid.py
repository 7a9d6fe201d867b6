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
from corpblog.importers.text.translation import (
    NOTICES,
    Translated,
    fenced,
    lone_link,
    own_paragraph,
    picture,
    quotation,
    text_loss,
)

# No token reaches over the beginning of another: an unclosed one is text.
_TOKEN = re.compile(
    r"\{\{-?(?P<output>(?:(?!\{\{|\{%).)*?)-?\}\}|\{%-?(?P<tag>(?:(?!\{%).)*?)-?%\}", re.DOTALL
)
_PARAMETER = re.compile(r"(?P<key>[\w-]+)\s*[=:]\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s,]+)")
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
            losses.append(
                text_loss(
                    location, Kind.LEFT, construct, token.text, "no equivalent: left as it is"
                )
            )
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


def _shifted(decisions: Iterator[Decision], offset: int) -> Iterator[Decision]:
    """Decisions about a part of the text, for the report: the block around them is the change."""
    for token, change, done in decisions:
        if not token.name.startswith("end"):
            moved = replace(token, start=token.start + offset, end=token.end + offset)
            still = change and replace(change, start=change.start + offset, end=change.end + offset)
            yield moved, still, done


def _token(match: "re.Match[str]", name: str, rest: str) -> _Token:
    return _Token(start=match.start(), end=match.end(), name=name, rest=rest, text=match[0])


def _decided(text: str, lookups: Lookups) -> Iterator[Decision]:
    tokens = list(_tokens(text))
    done_until = 0
    for place, token in enumerate(tokens):
        if token.start < done_until:
            continue
        if token.name in ("raw", "comment"):
            yield from _protected(text, token)
            continue
        block = _block(text, token, tokens[place + 1 :], lookups)
        if block is not None:
            change, done = block
            done_until = change.end
            yield token, change, done
            yield from _shifted(_decided(text[token.end : change.end], lookups), token.end)
            continue
        yield _single(text, token, lookups)


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


def _block(
    text: str, token: _Token, following: list[_Token], lookups: Lookups
) -> tuple[Change, str] | None:
    """A tag with an end tag that becomes one piece of Markdown."""
    end = next((item for item in following if item.name == f"end{token.name}"), None)
    if end is None or any(item.name == token.name and item.start < end.start for item in following):
        return None
    inner = text[token.end : end.start]
    written = _written_block(token, translate_inner(inner, lookups))
    if written is None:
        return None
    block, done = written
    whole = own_paragraph(text, token.start, end.end, block)
    return Change(start=token.start, end=end.end, text=whole), done


def translate_inner(inner: str, lookups: Lookups) -> str:
    """The text between two tags, translated as well."""
    changes = [change for _, change, _ in _decided(inner, lookups) if change]
    return Traced(text=inner).changed(changes).text


def _written_block(token: _Token, inner: str) -> tuple[str, str] | None:
    if token.name in ("highlight", "codeblock"):
        lang = token.rest.split()[0] if token.rest and token.name == "highlight" else ""
        return fenced(inner, lang), "a fenced code block"
    if token.name in NOTICES:
        return quotation(inner), "a quotation"
    if token.name == "figure":
        caption = parameters(token.rest).get("caption", "")
        image = _IMAGE_ONLY.fullmatch(inner)
        if image and caption:
            return picture(image["src"], image["alt"], caption), "an image with its caption"
        return (
            (inner.strip("\n"), "the images stand alone")
            if not caption
            else (
                f"<figure>\n\n{inner.strip()}\n\n<figcaption>\n\n{caption}\n\n</figcaption>\n</figure>",
                "a figure with its caption",
            )
        )
    return None


def _single(text: str, token: _Token, lookups: Lookups) -> Decision:
    if token.name == "output":
        follows = text[token.end : token.end + 2]
        value = evaluate(
            token.rest, lookups.names, before_path=follows[:1] == "/" or follows == "{{"
        )
        if value is None:
            return token, None, ""
        return token, Change(start=token.start, end=token.end, text=value), f"“{value}”"
    writer = _SINGLE_TAGS.get(token.name)
    written = writer(token, lookups) if writer else None
    if not written:
        return token, None, ""
    block, done = written
    whole = own_paragraph(text, token.start, token.end, block) if done != _AN_ADDRESS else block
    return token, Change(start=token.start, end=token.end, text=whole), done


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
