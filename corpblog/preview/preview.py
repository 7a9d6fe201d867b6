"""A site as a preview shows it: each page as it is now, or as it was last right with its faults."""

import gc
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any
from urllib.parse import unquote

from corpblog.diagnostics import CorpblogError, Diagnostic, Severity, in_order
from corpblog.model.config import Config
from corpblog.model.site import Site
from corpblog.preview.bytecode import Bytecode
from corpblog.preview.clock import Clock
from corpblog.preview.edition import Edition, edition_of, lacks_slash
from corpblog.preview.files import SiteFiles, needs_new_templates, sources_among
from corpblog.preview.judged import Judged, is_text, policy
from corpblog.preview.marks import Marks
from corpblog.preview.talking import taking_comments
from corpblog.preview.told import Editor, as_items, bare_page
from corpblog.preview.trail import Trail
from corpblog.read.again import read_again
from corpblog.read.config import CONFIG_FILE
from corpblog.read.memory import LISTING, ReadMemory
from corpblog.read.site import ReadOptions, ReadResult, read_site
from corpblog.render.address import output_path
from corpblog.render.planned import PlannedOutput
from corpblog.serve.shown import Answer, Folders, PageState

# So many pages are kept as they were last right.
_GOOD = 100
# Without a pause for so many changes, memory is tidied all the same.
_RESTLESS = 25


@dataclass(frozen=True, kw_only=True, slots=True)
class PreviewOptions:
    """What a person asks of a preview; ``published`` leaves out what readers do not see yet."""

    environment: str = ""
    published: bool = False
    now: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Page:
    """A page at this moment: its bytes, the faults in it, and whether it is an older version.

    ``bare`` marks a page that holds nothing but faults; ``edition`` is the one it was made of.
    """

    html: bytes
    status: int = 200
    told: tuple[Diagnostic, ...] = ()
    output: PlannedOutput | None = None
    stale: bool = False
    bare: bool = False


class Preview:
    """The site in a folder, for any number of threads (see ``serve.shown``)."""

    def __init__(self, root: Path, options: PreviewOptions) -> None:
        self._root = root
        self._options = options
        self._lock = RLock()
        self._files = SiteFiles(root)
        self._marks = Marks(self._files.mark)
        self._memory = ReadMemory()
        self._bytecode = Bytecode()
        self._result = ReadResult(site=None)
        self._edition: Edition | None = None
        self._standing: Edition | None = None
        self._told: tuple[Diagnostic, ...] = ()
        self._good: OrderedDict[str, bytes] = OrderedDict()
        self._trail = Trail()
        self._judged = Judged()
        self._intake = ""
        self._clock = Clock(options.now)
        self._restless = 0
        self._files.changed()
        self._read(new_templates=True)

    # What the server asks (serve.shown.Shown)

    @property
    def base(self) -> str:
        """The path below which the site stands: empty, or ``/blog``."""
        edition = self._edition or self._standing
        return edition.renderer.addresses.base if edition is not None else ""

    def answer(self, path: str) -> Answer:
        """What stands at ``path``."""
        with self._lock:
            permalink = self._permalink(path)
            if permalink is None:
                if self._edition is not None and path in ("/", unquote(self.base)):
                    return Answer(status=302, location=f"{self.base}/")
                return self._page_answer(self._not_found(path))
            found = self._find(permalink)
            if found is None:
                other = self._other_address(permalink)
                if other:
                    return Answer(status=302, location=other)
            elif found.kind == "asset" and self._edition is not None:
                return Answer(path=found.path, file=self._edition.site.assets[found.path].source)
            elif not found.path.endswith(".html"):
                return self._file(found)
            elif lacks_slash(permalink, found):
                return Answer(status=302, location=self._href(permalink + "/"))
            return self._page_answer(self._page(permalink))

    def state(self, path: str) -> PageState:
        """What has become of the page at ``path``."""
        with self._lock:
            permalink = self._permalink(path)
            if permalink is not None and self._find(permalink) is None:
                moved = self._other_address(permalink)
                if moved:
                    return PageState(moved=moved)
            page = self._page(permalink) if permalink is not None else self._not_found(path)
            mark, _, sheets = self._mark(page).partition(" ")
            return PageState(mark=mark, sheets=sheets)

    def notes(self, path: str) -> Mapping[str, Any]:
        """The faults of the page at ``path`` (``open``), and all ``others``.

        ``stale`` tells that an older version is shown; nothing is listed for a page that consists
        of faults.
        """
        with self._lock:
            permalink = self._permalink(path)
            page = self._page(permalink) if permalink is not None else self._not_found(path)
            if page.bare:
                return {"open": [], "others": [], "stale": False, "margin": False}
            everything = in_order((*page.told, *self.diagnostics()))
            source = page.output.source if page.output is not None else None
            own = [told for told in everything if told in page.told or told.location.path == source]
            own += self._dead_links(page)
            others = [told for told in everything if told not in own]
            editor = self._editor()
            return {
                "open": as_items(own, editor),
                "others": as_items(others, editor),
                "stale": page.stale,
                "margin": not page.stale and is_text(page.output),
            }

    def margin(self, path: str) -> Mapping[str, Any]:
        """What its writer wants to know about the text at ``path``; empty where there is none."""
        with self._lock:
            permalink = self._permalink(path)
            output = self._find(permalink) if permalink is not None else None
            if self._edition is None or output is None or not is_text(output):
                return {}
            margin = self._judged.margin(self._edition, output, self._editor())
        # No page waits for the linter.
        return margin()

    def site(self) -> Site | None:
        """The site as it was read last; None while it cannot be read."""
        return self._edition.site if self._edition is not None else None

    def take_comments(self, intake: str) -> None:
        """Let forms for comments lead to the address ``intake``."""
        with self._lock:
            self._intake = intake
            self._read(new_templates=False)

    # What the watcher asks (serve.shown.Sources)

    def folders(self) -> Folders:
        """What to watch now."""
        return self._files.folders()

    def label(self, path: str) -> str | None:
        """The label of the file at an absolute ``path``."""
        return self._files.label(path)

    def unfinished(self) -> bool:
        """Whether git is just changing files."""
        return self._files.unfinished()

    def changed(self) -> frozenset[str]:
        """Look at all files: the labels of those that changed."""
        return self._files.changed()

    def update(self, labels: Iterable[str]) -> None:
        """Read again what changed, and link all anew."""
        names = tuple(labels)
        with self._lock:
            # What counts is the list that was read: a file may have come and gone since.
            known = frozenset(filter(self._memory.has_listed, names))
            listing = () if known == sources_among(self._files.take(names)) else (LISTING,)
            self._memory.forget((*names, *listing))
            only = names[0] if len(names) == 1 and not listing else ""
            self._read(only, new_templates=needs_new_templates(names))
            self._restless += 1
            if self._restless >= _RESTLESS:
                self._tidy()

    def rest(self) -> None:
        """Tidy up while nobody waits."""
        with self._lock:
            self._tidy()

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that is wrong with the sources, and with the plan of the site."""
        with self._lock:
            if self._edition is None:
                return self._told
            return in_order((*self._told, *self._edition.planned().diagnostics))

    def _read(self, only: str = "", *, new_templates: bool) -> None:
        """Take in the site as it is now, of which ``only`` one file changed."""
        options = self._read_options()
        result = read_again(self._result, options, only) if only else None
        result = self._result = result or read_site(self._root, options, self._memory)
        self._told = result.diagnostics
        before, site = self._edition, taking_comments(result.site, self._intake)
        if site is not None and (broken := _broken_configuration(site, self._told)):
            # Nothing else is the site's fault, and without its configuration it is another site.
            self._told, site = broken, None
        if site is None:
            # What was right before goes on being shown, below the faults.
            self._standing = before or self._standing
            self._edition = None
            return
        if self._clock.is_late_for(site):
            self._read(new_templates=new_templates)
            return
        kept = before or self._standing
        if kept is not None:
            self._trail.follow(kept.site, site)
        same_look = kept is not None and not new_templates and kept.site.theme == site.theme
        self._edition = edition_of(
            site,
            self._bytecode,
            policy=policy,
            before=kept,
            templates=kept.renderer.templates if kept is not None and same_look else None,
        )
        if not site.unreadable:
            self._standing = None
        elif before is not None and not before.site.unreadable:
            self._standing = before
        self._files.know(site)

    def _read_options(self) -> ReadOptions:
        shown = not self._options.published
        return ReadOptions(
            environment=self._options.environment,
            drafts=shown,
            future=shown,
            expired=shown,
            now=self._clock.time(),
        )

    def _tidy(self) -> None:
        self._restless = 0
        gc.collect()

    # Addresses

    def _permalink(self, path: str) -> str | None:
        """The address of ``path`` within the site; None outside of it."""
        base = unquote(self.base)
        if not base:
            return path
        return path[len(base) :] if path.startswith(f"{base}/") else None

    def _href(self, permalink: str) -> str:
        edition = self._edition or self._standing
        return edition.renderer.addresses.href(permalink) if edition is not None else permalink

    def _find(self, permalink: str) -> PlannedOutput | None:
        if self._edition is None:
            return None
        found = self._edition.find(output_path(permalink))
        if found is None and not permalink.endswith("/"):
            # A folder may have a dot in its name: /v1.2 is /v1.2/.
            found = self._edition.find(f"{permalink.lstrip('/')}/index.html")
        return found

    def _other_address(self, permalink: str) -> str:
        """Where that stands now which once stood at ``permalink``."""
        if self._edition is None:
            return ""
        moved = self._trail.where(permalink, self._edition.site)
        if moved is None and not permalink.endswith("/"):
            moved = self._trail.where(f"{permalink}/", self._edition.site)
        return self._href(moved) if moved and self._find(moved) is not None else ""

    # Pages

    def _page(self, permalink: str) -> _Page:
        output = self._find(permalink)
        if self._edition is None:
            return self._older(output_path(permalink), self._told)
        if output is None:
            return self._lost(permalink)
        try:
            html = self._edition.make(output)
        except CorpblogError as error:
            return self._older(output.path, error.diagnostics, output)
        self._good[output.path] = html
        self._good.move_to_end(output.path)
        if len(self._good) > _GOOD:
            self._good.popitem(last=False)
        return _Page(html=html, output=output)

    def _older(
        self, path: str, told: tuple[Diagnostic, ...], output: PlannedOutput | None = None
    ) -> _Page:
        """The page as it was last right, below what is wrong with it now."""
        html = self._good.get(path)
        if html is None and self._standing is not None:
            output = output or self._standing.find(path)
            try:
                html = self._standing.make(output) if output is not None else None
            except CorpblogError:
                html = None
        if html is None:
            return _Page(html=bare_page(told), status=500, told=told, output=output, bare=True)
        return _Page(html=html, told=told, output=output, stale=True)

    def _lost(self, permalink: str) -> _Page:
        """A page that is not there: its source cannot be read just now, or it never was."""
        assert self._edition is not None
        if self._standing is not None:
            path = output_path(permalink)
            output = self._standing.find(path)
            if output is not None and output.source in self._edition.site.unreadable:
                told = [each for each in self._told if each.location.path == output.source]
                return self._older(path, tuple(told), output)
        return self._not_found(permalink)

    def _not_found(self, permalink: str) -> _Page:
        edition = self._edition
        if edition is None:
            return self._older("404.html", self._told)
        places = edition.renderer.places
        lang = permalink.split("/")[1] if permalink.count("/") > 1 else ""
        lang = lang if lang in places.languages else edition.site.lang
        output = edition.find(output_path(places.not_found(lang)))
        try:
            if output is not None:
                return _Page(html=edition.make(output), status=404)
        except CorpblogError as error:
            return _Page(html=bare_page(error.diagnostics), status=500, bare=True)
        return _Page(html=b"<!doctype html><title>404</title><p>Not found.</p>", status=404)

    def _file(self, output: PlannedOutput) -> Answer:
        assert self._edition is not None
        try:
            return Answer(path=output.path, body=self._edition.make(output))
        except CorpblogError as error:
            return Answer(status=500, path=".html", body=bare_page(error.diagnostics))

    def _page_answer(self, page: _Page) -> Answer:
        return Answer(status=page.status, body=page.html, mark=self._mark(page))

    def _mark(self, page: _Page) -> str:
        edition = self._edition or self._standing
        sheets = self._marks.sheets(edition) if edition is not None else ""
        return f"{self._marks.page(edition, page.html)} {sheets}"

    def _dead_links(self, page: _Page) -> tuple[Diagnostic, ...]:
        if self._edition is None or page.stale or page.output is None:
            return ()
        return self._edition.dead_links(page.output.path, page.html)

    def _editor(self) -> Editor:
        return Editor(self._config().serve.editor, self._files.place)

    def _config(self) -> Config:
        edition = self._edition or self._standing
        return edition.site.config if edition is not None else Config()


def _broken_configuration(site: Site, told: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What is wrong with a configuration of which nothing could be read."""
    here = (each for each in told if each.location.path == CONFIG_FILE)
    errors = tuple(each for each in here if each.severity is Severity.ERROR)
    return errors if errors and site.config == Config() else ()
