"""The frame of a run: what all rules may know besides the text that they examine."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from corpblog.lint.context import Context, Gate
from corpblog.model.config import Config
from corpblog.model.image_facts import ImageFacts
from corpblog.model.site import Site
from corpblog.wordlists.tokens import tokenise


def frame_of(
    site: Site,
    gate: Gate,
    now: datetime | None,
    images: Mapping[str, ImageFacts],
    syllables: Callable[[str, Sequence[str]], Sequence[int]],
) -> Context:
    """The context of all checks of one gate; only the scheduled ones learn the time."""
    own = frozenset(_own_names(site))
    return Context(
        gate=gate,
        lang=site.lang,
        config=site.config,
        config_source=site.config_source,
        authors=site.authors,
        registers=site.registers,
        images=images,
        roles=_roles(site),
        own_names=frozenset(
            tuple(token.folded for token in tokenise(name)) for name in own if name
        ),
        names=frozenset(_names(site)) | own,
        syllables=syllables,
        now=now if gate is Gate.SCHED else None,
    )


def _roles(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The permalinks of the pages by their role, in all languages."""
    found: dict[str, tuple[str, ...]] = {}
    for page in site.pages:
        if page.role:
            found[page.role] = (*found.get(page.role, ()), page.permalink)
    return found


def _own_names(site: Site) -> Iterator[str]:
    yield from company_names(site.config)
    for entry in site.registers.names:
        if entry.own and entry.name:
            yield entry.name


def company_names(config: Config) -> Iterator[str]:
    """What the company is called."""
    organization = config.organization
    for name in (organization.name, organization.legal_name, *organization.aliases):
        if name:
            yield name


def _names(site: Site) -> Iterator[str]:
    """Names that no word list may judge."""
    for entry in site.registers.names:
        if entry.name:
            yield entry.name
    for author in site.authors.values():
        yield author.name
