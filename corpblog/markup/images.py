"""Pictures of a finished body: their size, so that nothing jumps, and the first one at once."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpblog.markup.tags import QUOTED, attribute

_IMAGE = re.compile(rf"<img(?=[\s/>]){QUOTED}>")


@dataclass(frozen=True, kw_only=True, slots=True)
class ImageFacts:
    """The size of a picture in pixels."""

    width: int
    height: int


def rewrite_images(
    html: str, describe: Callable[[str], ImageFacts | None], first_eager: bool = True
) -> str:
    """``html`` with width and height on each picture that ``describe(src)`` knows.

    ``src`` is what the author wrote, so this comes before ``rewrite_targets``. A size that the
    author set stays. With ``first_eager`` the first picture is fetched at once, ahead of others.
    """
    if "<img" not in html:
        return html
    first = first_eager

    def measured(found: re.Match[str]) -> str:
        nonlocal first
        tag = found[0]
        if first:
            first = False
            tag = tag.replace(' loading="lazy"', ' fetchpriority="high"')
        if " width=" in tag or " height=" in tag:
            return tag
        facts = describe(attribute(tag, "src") or "")
        if facts is None:
            return tag
        end = "/>" if tag.endswith("/>") else ">"
        bare = tag.removesuffix(end).rstrip()
        return f'{bare} width="{facts.width}" height="{facts.height}"{end}'

    return _IMAGE.sub(measured, html)
