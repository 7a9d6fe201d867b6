"""The site as it was read once: finds what stands at an address, and makes only that."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from corpblog.diagnostics import Diagnostic
from corpblog.model.policy import Policy
from corpblog.model.site import Site
from corpblog.render.page_facts import facts_of
from corpblog.render.pages.post import output_at
from corpblog.render.plan import OVERVIEWS, PAGE_KINDS, Plan, plan_with
from corpblog.render.planned import PlannedOutput
from corpblog.render.related_again import related_again
from corpblog.render.renderer import Renderer, renderer_of
from corpblog.render.templates import Memory, Templates

# Kinds whose outputs are no pages: asked first for addresses that do not end in .html.
_FILE_KINDS = ("stylesheet", "portrait", "asset", "feed", "robots")


@dataclass(kw_only=True, slots=True)
class Edition:
    """A site with everything that was made of it so far. Asked by one thread at a time."""

    site: Site
    renderer: Renderer
    policy: Callable[[Site], Policy]
    _found: dict[str, PlannedOutput] = field(default_factory=dict)
    _made: dict[str, bytes] = field(default_factory=dict)
    _plan: Plan | None = None
    _waiting: dict[bool, Iterator[PlannedOutput]] = field(default_factory=dict)

    def find(self, path: str) -> PlannedOutput | None:
        """The output at ``path``, as a build would choose it; None where there is none.

        Lists no more outputs than it takes to find it: of a thousand posts, one is asked for.
        """
        pages_first = path.endswith(".html")
        for files in (not pages_first, pages_first):
            found = self._search(path, files=files)
            if found is not None:
                return found
        return None

    def make(self, output: PlannedOutput) -> bytes:
        """The bytes of ``output``, made once. Raises CorpblogError."""
        made = self._made.get(output.path)
        if made is None:
            made = self._made[output.path] = self._whole(output).make()
        return made

    def _whole(self, output: PlannedOutput) -> PlannedOutput:
        """``output`` with what only its kind needs: the rules are dear, and one page shows them."""
        if output.kind != "rules":
            return output
        knowing = replace(self.renderer, policy=self.policy(self.site))
        pages = PAGE_KINDS["rules"](knowing)
        return next(page for page in pages if page.path == output.path)

    def planned(self) -> Plan:
        """The whole plan with all its diagnostics."""
        if self._plan is None:
            self.renderer.templates.forget_checks()
            self._plan = plan_with(self.renderer)
        return self._plan

    def dead_links(self, path: str, html: bytes) -> tuple[Diagnostic, ...]:
        """The links of one page that lead nowhere."""
        # Loaded when the first page is out.
        from corpblog.render.check import check_links

        facts = facts_of(html.decode(errors="replace"))
        return check_links(self.site, self.planned(), {path: facts})

    def _search(self, path: str, *, files: bool) -> PlannedOutput | None:
        if path in self._found:
            return self._found[path]
        if not files and False not in self._waiting:
            found = self._at_once(path)
            if found is not None:
                return found
        if files not in self._waiting:
            self._waiting[files] = self._files() if files else self._pages()
        for output in self._waiting[files]:
            # The first one stays, as in a build.
            self._found.setdefault(output.path, output)
            if output.path == path:
                return self._found[path]
        return None

    def _at_once(self, path: str) -> PlannedOutput | None:
        """A home page or a post: they come first in a plan, so nothing else can stand there."""
        if not self._found:
            for output in PAGE_KINDS["home"](self.renderer):
                self._found.setdefault(output.path, output)
        found = self._found.get(path) or output_at(self.renderer, path)
        if found is not None:
            self._found[path] = found
        return found

    def _pages(self) -> Iterator[PlannedOutput]:
        for name, kind in PAGE_KINDS.items():
            if name not in _FILE_KINDS:
                yield from kind(self.renderer)

    def _files(self) -> Iterator[PlannedOutput]:
        for name in _FILE_KINDS:
            yield from PAGE_KINDS[name](self.renderer)
        for overview in OVERVIEWS.values():
            yield from overview(self.renderer, self.planned().outputs)


def edition_of(
    site: Site,
    memory: Memory,
    *,
    policy: Callable[[Site], Policy],
    before: Edition | None,
    templates: Templates | None,
) -> Edition:
    """The edition of ``site``; takes over from the one ``before`` what did not change.

    ``templates`` are those in use, if none of their files changed.
    """
    renderer = renderer_of(site, memory, lined=True)
    if templates is not None:
        renderer = replace(renderer, templates=templates)
    known = before.renderer.related if before is not None else {}
    renderer = replace(renderer, related=related_again(site.posts, known))
    return Edition(site=site, renderer=renderer, policy=policy)


def lacks_slash(permalink: str, output: PlannedOutput) -> bool:
    """Whether links in the page would count from the wrong folder."""
    folder = output.path == f"{permalink.lstrip('/')}/index.html"
    return folder and output.permalink != permalink
