"""A dead link in words: where somebody wrote it, what is wrong with it, what was probably meant."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from corpblog.diagnostics import Diagnostic, Fault, Location, Related, Severity
from corpblog.markup.document import MarkupError
from corpblog.markup.pointers import IMAGE
from corpblog.markup.targets import TargetSpan, find_targets
from corpblog.model.author import Author
from corpblog.model.page import Page
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.model.source import SourceText
from corpblog.render.content import origin_of
from corpblog.render.dead_link import DeadLink
from corpblog.render.faults import DEAD_ANCHOR, DEAD_LINK, LINK_LEAVES_SITE, MISSING_IMAGE
from corpblog.render.likely import Likely, closest
from corpblog.render.links import Origin
from corpblog.render.page_facts import PageFacts
from corpblog.render.pictures import is_picture
from corpblog.render.plan import Plan
from corpblog.render.planned import PlannedOutput
from corpblog.render.withheld import withheld


@dataclass(frozen=True, kw_only=True, slots=True)
class _Text:
    """A source text as a page shows it."""

    source: SourceText
    origin: Origin


class Explainer:
    """Tells of dead links, those of templates once for all pages."""

    def __init__(self, site: Site, plan: Plan, pages: Mapping[str, PageFacts]) -> None:
        self._site = site
        self._renderer = plan.renderer
        self._outputs = plan.outputs
        self._pages = pages
        self._told: set[str] = set()
        self._spans: dict[tuple[str, str], Mapping[str, list[TargetSpan]]] = {}
        self._hidden = {post.source.path: post for post in site.hidden}
        texts: list[Post | Page] = [*site.posts, *site.pages]
        self._texts = {
            (text.source.path, text.permalink): _Text(source=text.source, origin=origin_of(text))
            for text in texts
        }
        self._severity = (
            Severity.ERROR if site.config.build.dead_links == "error" else Severity.WARNING
        )

    @cached_property
    def _withheld(self) -> Mapping[str, Author]:
        return withheld(self._renderer)

    def explain(self, dead: DeadLink) -> Iterator[Diagnostic]:
        """One diagnostic for each place in the sources at which the link was written."""
        if self._unreadable(dead):
            return
        found = False
        for text in self._texts_of(dead.output):
            for diagnostic in self._in_text(dead, text):
                found = True
                yield diagnostic
        if not found and dead.link not in self._told:
            self._told.add(dead.link)
            yield self._in_comment(dead) or self._elsewhere(dead)

    def is_written(self, dead: DeadLink) -> bool:
        """Whether a text on the page holds the link."""
        return any(dead.link in self._written_in(text) for text in self._texts_of(dead.output))

    def _texts_of(self, output: PlannedOutput) -> Iterator[_Text]:
        """The texts that stand on a page."""
        text = self._texts.get((output.source, output.permalink))
        if text is not None:
            yield text
        if output.kind != "author":
            return
        for author in self._site.authors.values():
            if author.source.path == output.source:
                for bio in author.bios.values():
                    origin = Origin(path=bio.path, folder=author.folder, permalink=output.permalink)
                    yield _Text(source=bio, origin=origin)

    def _in_text(self, dead: DeadLink, text: _Text) -> Iterator[Diagnostic]:
        source = text.source
        for span in self._written_in(text).get(dead.link, ()):
            start, end = source.body_start + span.start, source.body_start + span.end
            place = source.location(start, end)
            yield self._told_at(
                place, dead, span.target, text.origin, source.line(place.line), span.kind == IMAGE
            )

    def _written_in(self, text: _Text) -> Mapping[str, list[TargetSpan]]:
        """The targets of a text by the link that each becomes; a text is searched once."""
        key = (text.source.path, text.origin.permalink)
        if key not in self._spans:
            found: dict[str, list[TargetSpan]] = {}
            for span in self._targets(text):
                link = self._renderer.links.resolve(span.target, text.origin)
                found.setdefault(link, []).append(span)
            self._spans[key] = found
        return self._spans[key]

    def _targets(self, text: _Text) -> tuple[TargetSpan, ...]:
        try:
            return find_targets(text.source.body, self._renderer.contents.options)
        except MarkupError:
            # The setting that asks for what is not there has been told.
            return ()

    def _told_at(
        self,
        place: Location,
        dead: DeadLink,
        written: str,
        origin: Origin,
        line: str,
        image: bool,
    ) -> Diagnostic:
        fault, message = self._words(dead, written, origin, image)
        return fault.at(
            place,
            message,
            hint=self._hint(dead, written, origin, image),
            source_line=line,
            severity=self._severity,
        )

    def _words(
        self, dead: DeadLink, written: str, origin: Origin, image: bool
    ) -> tuple[Fault, str]:
        aim = self._renderer.links.aim(written, origin)
        if aim is not None and aim.refused:
            return LINK_LEAVES_SITE, f"“{written}” leads out of the site's folder"
        if dead.page:
            _, _, anchor = written.partition("#")
            page = "this page" if written.startswith("#") else f"{written.partition('#')[0]}"
            return DEAD_ANCHOR, f"there is no heading or place “#{anchor}” on {page}"
        if image:
            return MISSING_IMAGE, f"there is no picture “{written}”"
        return DEAD_LINK, f"there is no page or file “{written}”"

    def _hint(self, dead: DeadLink, written: str, origin: Origin, image: bool) -> str:
        """What was probably meant."""
        if dead.page:
            anchor = unquote(written.partition("#")[2])
            near = closest(anchor, self._ids(dead.page))
            return f"did you mean “#{near}”?" if near else "link to a heading that is there"
        own = self._renderer.links.inside(written) or written
        target = unquote(own.partition("#")[0].partition("?")[0])
        file = posixpath.normpath(posixpath.join(origin.folder, target))
        hidden = self._hidden.get(file)
        if hidden is not None:
            return f"it is not published ({hidden.state}); publish it first, or drop the link"
        owner = self._withheld.get(file)
        if owner is not None:
            return f"the file is there, but pictures of {owner.name} are not published"
        likely = self._nearest(target, file, origin, image)
        if likely:
            return f"did you mean “{likely}”?"
        return "put the file beside the text" if image else "correct the address or drop the link"

    def _nearest(self, target: str, file: str, origin: Origin, image: bool) -> str:
        if image or is_picture(target):
            known = self._pictures
        elif target.startswith("/"):
            return self._permalinks.nearest(target)
        else:
            known = self._texts_and_files
        near = known.nearest(file)
        if near.startswith("static/"):
            return near.removeprefix("static")
        return posixpath.relpath(near, origin.folder or ".") if near else ""

    @cached_property
    def _permalinks(self) -> Likely:
        return Likely({output.permalink or f"/{output.path}" for output in self._outputs})

    @cached_property
    def _pictures(self) -> Likely:
        return Likely(filter(is_picture, self._renderer.links.files))

    @cached_property
    def _texts_and_files(self) -> Likely:
        return Likely(file for file in self._renderer.links.files if not is_picture(file))

    def _ids(self, page: str) -> frozenset[str]:
        facts = self._pages.get(page)
        return facts.ids if facts is not None else frozenset()

    def _unreadable(self, dead: DeadLink) -> bool:
        """Whether the link leads to a source that could not be read, which has been told."""
        if not self._site.unreadable:
            return False
        for text in self._texts_of(dead.output):
            for span in self._written_in(text).get(dead.link, ()):
                target = unquote(span.target.partition("#")[0])
                file = posixpath.normpath(posixpath.join(text.origin.folder, target))
                if file in self._site.unreadable:
                    return True
        return False

    def _in_comment(self, dead: DeadLink) -> Diagnostic | None:
        if not self._renderer.talks:
            return None
        from corpblog.render.dead_remarks import told_in_comment

        return told_in_comment(self._renderer, dead, self._severity)

    def _elsewhere(self, dead: DeadLink) -> Diagnostic:
        """A link that no text holds: of the configuration, of front matter, of a template."""
        place, line = self._written(dead)
        related = (Related(location=Location(path=dead.output.source), message="a page with it"),)
        anchor = dead.link.partition("#")[2]
        message = (
            f"there is no place “#{anchor}” for the link “{dead.link}”"
            if dead.page
            else f"there is no page or file “{dead.link}”"
        )
        fault = DEAD_ANCHOR if dead.page else DEAD_LINK
        return fault.at(
            place,
            f"{message}; it stands on {dead.output.path}",
            hint="look in navigation:, in the front matter and in the templates",
            source_line=line,
            severity=self._severity,
            related=related,
        )

    def _written(self, dead: DeadLink) -> tuple[Location, str]:
        """Where the link is written: in the configuration, or in the front matter of the page."""
        bare = self._renderer.addresses.permalink_of(dead.link.partition("#")[0]) or dead.link
        text = next(iter(self._texts_of(dead.output)), None)
        sources = [self._site.config_source, *([text.source] if text else [])]
        for source in sources:
            for wanted in (dead.link, bare):
                start = source.text.find(wanted) if len(wanted) > 1 else -1
                if start >= 0:
                    place = source.location(start, start + len(wanted))
                    return place, source.line(place.line)
        return self._renderer.templates.place_of(dead.link) or (
            Location(path=dead.output.source),
            "",
        )
