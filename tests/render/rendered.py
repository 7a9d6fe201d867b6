"""A small site rendered in memory, for tests that look at its pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from lxml import html as lxml_html  # type: ignore[import-untyped]

from corpblog.diagnostics import CorpblogError, Diagnostic, in_order
from corpblog.model.policy import Policy
from corpblog.model.site import Site
from corpblog.read.site import ReadOptions, read_site
from corpblog.render.check import check_links
from corpblog.render.page_facts import facts_of
from corpblog.render.plan import Plan, plan
from tests.sites import SMALL, write_site

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


class Kept(dict[str, bytes]):
    """A memory for compiled templates, shared by all tests of a run."""

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


_MEMORY = Kept()


@dataclass(frozen=True)
class Rendered:
    """A rendered site; ``files`` are the outputs that could be made."""

    site: Site
    plan: Plan
    files: Mapping[str, bytes]
    told: tuple[Diagnostic, ...]

    def text(self, path: str) -> str:
        return self.files[path].decode()

    def words(self, path: str, where: str = "//main") -> str:
        """What a reader reads in a part of a page, in one line."""
        [part] = self.nodes(path, where)
        return " ".join(part.text_content().split())

    def nodes(self, path: str, where: str) -> list[lxml_html.HtmlElement]:
        return list(lxml_html.fromstring(self.text(path)).xpath(where))

    def hrefs(self, path: str, where: str = "//main") -> list[str]:
        return [str(href) for href in self.nodes(path, f"{where}//a/@href")]

    @cached_property
    def lines(self) -> list[str]:
        """The diagnostics as ``path:line:column CODE message``."""
        return [f"{found.location} {found.code} {found.message}" for found in self.told]


def render(
    root: Path,
    files: Mapping[str, str | bytes],
    now: datetime = NOW,
    policy: Policy | None = None,
) -> Rendered:
    """The small site with ``files`` in addition, read, planned, made and checked."""
    site = read_site(write_site(root, {**SMALL, **files}), ReadOptions(now=now)).site
    assert site is not None
    planned = plan(site, _MEMORY, policy)
    told = list(planned.diagnostics)
    made: dict[str, bytes] = {}
    for output in planned.outputs:
        try:
            made[output.path] = output.make()
        except CorpblogError as error:
            told.extend(error.diagnostics)
    facts = {path: facts_of(data.decode()) for path, data in made.items() if path.endswith(".html")}
    for output in planned.outputs:
        if output.path not in made and (text := planned.body_facts(output)):
            facts[output.path] = text
    told.extend(check_links(site, planned, facts))
    return Rendered(site=site, plan=planned, files=made, told=in_order(told))
