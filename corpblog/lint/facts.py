"""What rules about the whole archive need of each post, and the archive itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from corpblog.model.post import Post
from corpblog.model.site import Site


class SentenceFact(NamedTuple):
    """A sentence of a post: its place, and a hash of its words without regard to case."""

    start: int
    end: int
    words: int
    digest: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PostFacts:
    """What is remembered of the prose of a post.

    ``shingles`` are 64-bit hashes of its runs of five words, sorted and without duplicates;
    ``hosts`` the foreign hosts that it links to; ``cited`` the ids of claims that its text names.
    """

    words: int = 0
    shingles: tuple[int, ...] = ()
    sentences: tuple[SentenceFact, ...] = ()
    hosts: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PressText:
    """A press release of ``press/``: what a post must not repeat."""

    path: str
    lang: str
    shingles: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Archive:
    """All posts together, with the facts of each by the path of its source.

    ``posts`` are those that readers see, newest first. ``gone`` are the files, relative to the
    site, that a revision had with which this run compares.
    """

    site: Site
    posts: tuple[Post, ...]
    facts: Mapping[str, PostFacts]
    press: tuple[PressText, ...] = ()
    gone: frozenset[str] = frozenset()
