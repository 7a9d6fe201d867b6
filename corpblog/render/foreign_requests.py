"""Which hosts finished pages ask as they load, told at the place that brought them in."""

from collections.abc import Iterator, Mapping

from corpblog.diagnostics import Diagnostic, Location
from corpblog.markup.pointers import LINK
from corpblog.markup.targets import find_targets
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.model.source import SourceText
from corpblog.render.faults import FOREIGN_REQUEST
from corpblog.render.page_requests import PageRequests
from corpblog.render.plan import Plan
from corpblog.render.written import Written, at

_HINT = (
    "put the file beside the text, or link to it; every page that asks is listed in hosts.json,"
    " and the privacy page should name the host"
)


def foreign_requests(
    site: Site, plan: Plan, requests: Mapping[str, PageRequests]
) -> tuple[Diagnostic, ...]:
    """One word for each host that pages ask when they load; ``requests`` by output path.

    For information alone: whether a blog asks others is for its owners to decide.
    """
    pages: dict[str, list[str]] = {}
    for path in sorted(requests):
        for host in requests[path].hosts:
            pages.setdefault(host, []).append(path)
    origins = {output.path: output.source for output in plan.outputs}
    return tuple(
        _told(site, plan, host, [origins[path] for path in paths])
        for host, paths in sorted(pages.items())
    )


def _told(site: Site, plan: Plan, host: str, sources: list[str]) -> Diagnostic:
    place, line = _written(site, plan, host, sources)
    message = f"this page asks {host} when it loads"
    if len(sources) > 1:
        others = f"{len(sources) - 1} other{'s' if len(sources) > 2 else ''}"
        message = f"this page and {others} ask {host} when they load"
    return FOREIGN_REQUEST.at(place, message, hint=_HINT, source_line=line)


def _written(site: Site, plan: Plan, host: str, sources: list[str]) -> Written:
    """Where the host stands: in the text of a page, else in the configuration or a template."""
    wanted = frozenset(sources)
    for text in (*(each for each in _texts(site) if each.path in wanted), site.config_source):
        start = _first(text, host, plan)
        if start >= 0:
            return at(text, start, start + len(host))
    found = plan.renderer.templates.place_of(host)
    return found or (Location(path=min(wanted)), "")


def _first(text: SourceText, host: str, plan: Plan) -> int:
    """The first place of ``host`` that is not in a link, which asks nobody; -1 if there is none."""
    start = text.text.find(host)
    if start < 0:
        return start
    links = [
        range(text.body_start + span.start, text.body_start + span.end)
        for span in find_targets(text.body, plan.renderer.contents.options)
        if span.kind == LINK
    ]
    while start >= 0 and any(start in link for link in links):
        start = text.text.find(host, start + 1)
    return start


def _texts(site: Site) -> Iterator[SourceText]:
    """All texts of the site by their path."""
    posts: list[Post] = list(site.posts)
    texts = [*(each.source for each in posts), *(each.source for each in site.pages)]
    for author in site.authors.values():
        texts += [author.source, *author.bios.values()]
    yield from sorted(texts, key=lambda text: text.path)
