"""``corpblog new``: files to start from, for a site, a post or an author."""

import argparse
from collections.abc import Mapping
from types import ModuleType

from corpblog.commands import new_author, new_post, new_site

SUMMARY = "Make a site, a post or an author's profile. Nothing that exists is overwritten."
EXAMPLES = """\
examples
  corpblog new site my-blog
  corpblog new author "Jana Weiss"
  corpblog new post "Why our export failed on Tuesday"
"""
_KINDS: Mapping[str, tuple[ModuleType, str]] = {
    "site": (new_site, "a blog to start with"),
    "post": (new_post, "a draft"),
    "author": (new_author, "the profile of a person"),
}


def add_words(parser: argparse.ArgumentParser) -> None:
    """What to make, with its own words."""
    kinds = parser.add_subparsers(dest="kind", metavar="WHAT", required=True)
    for name, (module, line) in _KINDS.items():
        module.add_words(
            kinds.add_parser(name, help=line, description=module.SUMMARY, epilog=module.EXAMPLES)
        )


def run(words: argparse.Namespace) -> int:
    """Make what was asked for."""
    module, _ = _KINDS[words.kind]
    code: int = module.run(words)
    return code
