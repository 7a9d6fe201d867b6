"""The plan of a site: every output path with the function that makes it.

``build`` runs them all, ``serve`` just the one that a browser asks for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpblog.diagnostics import Diagnostic
from corpblog.model.page import Page
from corpblog.model.policy import Policy
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.render.bodies import Body, bodies_of, body_html
from corpblog.render.brand import brand_faults
from corpblog.render.clashes import without_clashes
from corpblog.render.faults import TEMPLATE_MISSING
from corpblog.render.feeds.compose import feed_outputs
from corpblog.render.homeless import address_faults
from corpblog.render.i18n import text_faults
from corpblog.render.markup_settings import setting_faults
from corpblog.render.page_facts import PageFacts, exact
from corpblog.render.pages import (
    archive,
    authors,
    comment_policy,
    corrections,
    files,
    lists,
    moderation,
    notices,
    post,
    rules,
    texts,
)
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer, renderer_of
from corpblog.render.robots import robots_outputs
from corpblog.render.sitemap import sitemap_outputs
from corpblog.render.templates import Memory
from corpblog.render.written import written

# A kind of output and the function that lists its outputs. To add one is to add a line here.
PAGE_KINDS: Mapping[str, Callable[[Renderer], Iterable[PlannedOutput]]] = {
    "home": lists.home,
    "post": post.outputs,
    "author": authors.profiles,
    "authors": authors.index,
    "tag": lists.tags,
    "tags": lists.tag_index,
    "series": lists.series,
    "archive": archive.outputs,
    "page": texts.outputs,
    "corrections": corrections.outputs,
    "comment-policy": comment_policy.outputs,
    "moderation-report": moderation.outputs,
    "rules": rules.outputs,
    "subscribe": notices.subscribe,
    "404": notices.not_found,
    "tombstone": notices.tombstones,
    "redirect": notices.redirects,
    "stylesheet": files.style_sheets,
    "portrait": files.drawn_portraits,
    "asset": files.copies,
    "feed": feed_outputs,
    "robots": lambda renderer: robots_outputs(renderer.site),
}
# What is made from the list of all pages.
OVERVIEWS: Mapping[str, Callable[[Renderer, Sequence[PlannedOutput]], Iterable[PlannedOutput]]] = {
    "sitemap": lambda renderer, outputs: sitemap_outputs(renderer.site, outputs),
}
_WITHOUT_TEMPLATE = frozenset({"stylesheet", "portrait", "asset", "feed", "robots"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """All outputs of a site, and what is wrong before the first of them is made."""

    outputs: tuple[PlannedOutput, ...]
    diagnostics: tuple[Diagnostic, ...]
    renderer: Renderer
    bodies: Mapping[tuple[str, str], Body]

    def body_facts(self, output: PlannedOutput) -> PageFacts | None:
        """What the text of ``output`` holds, where the page around it cannot be made.

        So the links of a text are judged in the same run as a fault in its template. None where
        the output has no text.
        """
        html = self.body_html(output)
        return replace(exact(html), whole=False) if html else None

    def body_html(self, output: PlannedOutput) -> str:
        """The text of ``output`` alone; empty where it has none, or none that can be shown."""
        return body_html(self.renderer, self.bodies, output)

    def prepare(self) -> None:
        """Make what all workers need, once, before they are forked."""
        for index in self.renderer.related.values():
            index.prepare()
        for lang in self.renderer.languages:
            self.renderer.frames.shared(lang)
        if self.renderer.talks:
            from corpblog.render.judged import prepare

            prepare(self.renderer.talks)


def plan(site: Site, memory: Memory | None = None, policy: Policy | None = None) -> Plan:
    """List every output of ``site``; compiled templates are kept in ``memory`` between runs.

    Nothing is made yet. Of two outputs for one path the first is kept and both are told. ``policy``
    is what the page of the rules in force shows.
    """
    return plan_with(renderer_of(site, memory, policy))


def plan_with(renderer: Renderer) -> Plan:
    """The same with a renderer that is there already."""
    site = renderer.site
    outputs = [output for kind in PAGE_KINDS.values() for output in kind(renderer)]
    outputs += [output for kind in OVERVIEWS.values() for output in kind(renderer, outputs)]
    kept, clashes = without_clashes(site, outputs)
    return Plan(
        outputs=kept,
        diagnostics=(
            *address_faults(site),
            *text_faults(site),
            *brand_faults(site),
            *setting_faults(site),
            *_template_faults(renderer, kept),
            *_chosen_templates(renderer),
            *_unheard_templates(renderer),
            *clashes,
        ),
        renderer=renderer,
        bodies=bodies_of(renderer),
    )


def _template_faults(renderer: Renderer, outputs: Iterable[PlannedOutput]) -> list[Diagnostic]:
    """What is wrong with the templates that the plan needs, told once and not for each page."""
    kinds = {output.kind: output.source for output in outputs}
    return [
        found
        for kind, source in kinds.items()
        if kind not in _WITHOUT_TEMPLATE and kind in PAGE_KINDS
        for found in renderer.templates.check([f"{kind}.html"], source)
    ]


def _chosen_templates(renderer: Renderer) -> Iterator[Diagnostic]:
    """Templates that a text asks for by name and that no layer has."""
    texts: list[Post | Page] = [*renderer.site.posts, *renderer.site.pages]
    for text in texts:
        name = text.front.template
        if name and not renderer.templates.has(name):
            place, line = written(text.source, "template", value=name)
            yield TEMPLATE_MISSING.at(
                place,
                f"there is no template “{name}”",
                hint="write it into templates/, or delete the key template",
                source_line=line,
            )


def _unheard_templates(renderer: Renderer) -> tuple[Diagnostic, ...]:
    """Templates of the site, and blocks in them, that no page shows; drafts count as well."""
    site = renderer.site
    texts: list[Post | Page] = [*site.posts, *site.hidden, *site.withdrawn, *site.pages]
    chosen = {text.front.template for text in texts if text.front.template}
    return renderer.templates.strays(site.root, chosen)
