"""The links of the finished pages: each must lead to a page that is there, and to a place in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from corpblog.diagnostics import CorpblogError, Diagnostic, in_order
from corpblog.model.site import Site
from corpblog.render.address import output_path
from corpblog.render.dead_link import DeadLink
from corpblog.render.dead_links import Explainer
from corpblog.render.page_facts import PageFacts, exact
from corpblog.render.plan import Plan
from corpblog.render.planned import PlannedOutput


def check_links(site: Site, plan: Plan, pages: Mapping[str, PageFacts]) -> tuple[Diagnostic, ...]:
    """Every dead link, dead anchor and missing picture in ``pages`` (output path to facts).

    Told at the place in the source where the author wrote it; else at the template or the
    configuration, once for all pages. A page that could not be made has been told about already;
    in ``pages`` it has the facts of its text alone, or is missing.
    """
    explainer = Explainer(site, plan, pages)
    check = _Check(
        plan=plan,
        pages=pages,
        outputs={output.path: output for output in plan.outputs},
        is_written=explainer.is_written,
    )
    told: list[Diagnostic] = []
    for path in sorted(pages):
        for dead in check.dead_links(path):
            told.extend(explainer.explain(dead))
    return in_order(told)


@dataclass(kw_only=True)
class _Check:
    """The verdicts on targets: pages share most of them, so each is judged once.

    ``is_written`` knows a dead link that an author wrote; for any other the page is looked at.
    """

    plan: Plan
    pages: Mapping[str, PageFacts]
    outputs: Mapping[str, PlannedOutput]
    is_written: Callable[[DeadLink], bool]
    _fine: set[str] = field(default_factory=set)
    _exact: dict[str, PageFacts] = field(default_factory=dict)
    _certain: set[str] = field(default_factory=set)

    def dead_links(self, path: str) -> Iterator[DeadLink]:
        """The links of a page that lead nowhere."""
        for link in sorted(self.pages[path].links - self._fine):
            if link.startswith("#"):
                if not self._has_place(path, link[1:]):
                    yield DeadLink(output=self.outputs[path], link=link, page=path)
                continue
            dead = self._judge(path, link)
            if dead is None:
                self._fine.add(link)
            elif self.is_written(dead) or self._is_there(path, link):
                yield dead

    def _judge(self, path: str, link: str) -> DeadLink | None:
        """Why ``link`` on the page ``path`` is dead; None for a good one and for other sites."""
        own = self.plan.renderer.links.inside(link)
        if own is None:
            return None
        target, _, fragment = own.partition("#")
        target = target.partition("?")[0]
        if not target.startswith("/"):
            return DeadLink(output=self.outputs[path], link=link, page="")
        permalink = self.plan.renderer.addresses.permalink_of(target)
        if permalink is None:
            return None
        page = output_path(permalink)
        if page not in self.outputs:
            return DeadLink(output=self.outputs[path], link=link, page="")
        if fragment and page in self.pages and not self._has_place(page, fragment):
            return DeadLink(output=self.outputs[path], link=link, page=page)
        return None

    def _has_place(self, page: str, fragment: str) -> bool:
        place = unquote(fragment)
        if not place or place == "top" or place.startswith(":~:"):
            return True
        if place in self.pages[page].ids or place in self._exactly(page).ids:
            return True
        return not self.pages[page].whole and self._in_a_template(place)

    def _in_a_template(self, place: str) -> bool:
        """Whether a layout has the place: which one a page would have had is not known."""
        return self.plan.renderer.templates.place_of(f'id="{place}"') is not None

    def _is_there(self, path: str, link: str) -> bool:
        """Whether the page really has the link, and no text that looks like one."""
        if link not in self._certain and link in self._exactly(path).links:
            self._certain.add(link)
        return link in self._certain

    def _exactly(self, path: str) -> PageFacts:
        if path not in self._exact:
            try:
                html = self.outputs[path].make().decode(errors="replace")
            except CorpblogError:
                html = self.plan.body_html(self.outputs[path])
            self._exact[path] = exact(html)
        return self._exact[path]
