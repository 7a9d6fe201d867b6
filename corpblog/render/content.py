"""Bodies as HTML: converted once, their targets led to where they stand on the site."""

from dataclasses import replace
from functools import lru_cache

from corpblog.diagnostics import CorpblogError, Location
from corpblog.markup.document import Converted, MarkupError, TooDeep
from corpblog.markup.engines import convert
from corpblog.markup.images import ImageFacts, rewrite_images
from corpblog.markup.tags import attribute, attributes, escape, split_raw
from corpblog.markup.targets import rewrite_targets
from corpblog.model.page import Page
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.model.source import SourceText
from corpblog.render.faults import NOT_CONVERTED
from corpblog.render.links import Links, Origin
from corpblog.render.markup_settings import markup_options, setting_fault
from corpblog.render.pictures import asset_at

# How many bodies stay in memory: a post, its page and its feeds come close to one another.
_KEPT = 1024


class Contents:
    """The bodies of one site. Each is converted once and shared by its page and its feeds.

    With ``source_lines`` blocks name the line of the source that they begin on.
    """

    def __init__(self, site: Site, links: Links, *, source_lines: bool = False) -> None:
        self.options = replace(markup_options(site), source_lines=source_lines)
        self._links = links
        self._site = site
        self.of = lru_cache(_KEPT)(self._of)
        self.html = lru_cache(_KEPT)(self._html)

    def post(self, post: Post) -> Converted:
        """The body of ``post``, with targets as the author wrote them."""
        return self.of(post.source)

    def post_html(self, post: Post, *, absolute: bool = False) -> str:
        """The body of ``post`` for its page; for feeds with absolute addresses."""
        return self.html(post.source, origin_of(post), absolute)

    def _of(self, source: SourceText) -> Converted:
        try:
            return convert(source.body, self.options)
        except TooDeep as error:
            hint = "use fewer levels of quotations or lists"
            told = NOT_CONVERTED.at(Location(path=source.path), str(error), hint=hint)
            raise CorpblogError(diagnostics=(told,)) from error
        except MarkupError as error:
            # The same for every text: it is the configuration that asks for it.
            raise CorpblogError(diagnostics=(setting_fault(self._site, error),)) from error

    def _html(self, source: SourceText, origin: Origin, absolute: bool) -> str:
        """The body of ``source`` as it stands on the page of ``origin``."""
        html = self.of(source).html
        if "<img" in html:
            html = rewrite_images(html, lambda target: self._facts(target, origin), not absolute)
        html = rewrite_targets(
            html, lambda _, target: self._links.resolve(target, origin, absolute=absolute)
        )
        if self._links.may_pay(html):
            html = _marked_as_paid(html, self._links)
        return html

    def _facts(self, target: str, origin: Origin) -> ImageFacts | None:
        asset = asset_at(target, origin, self._site, self._links)
        if asset is None or not asset.width:
            return None
        return ImageFacts(width=asset.width, height=asset.height)


def origin_of(text: Post | Page) -> Origin:
    """Whence the targets of a post or a page count."""
    return Origin(path=text.source.path, folder=text.folder, permalink=text.permalink)


def _marked_as_paid(html: str, links: Links) -> str:
    """Links that bring money get ``rel="sponsored"`` and a star, as their disclosure says."""
    pieces = split_raw(html)
    inside = False
    for place in range(1, len(pieces), 2):
        tag = pieces[place]
        if tag.startswith(("<a ", "<a\n")) and links.is_affiliate(attribute(tag, "href") or ""):
            inside = True
            pieces[place] = _sponsored(tag)
        elif tag.startswith("</a") and inside:
            inside = False
            pieces[place - 1] += "*"
    return "".join(pieces)


def _sponsored(tag: str) -> str:
    rel = next((each for each in attributes(tag) if each.name == "rel"), None)
    if rel is None:
        return f'{tag[:-1].rstrip()} rel="sponsored">'
    if "sponsored" in rel.value.split():
        return tag
    start, end = rel.outer
    return f'{tag[:start]}rel="{escape(rel.value)} sponsored"{tag[end:]}'
