"""Files of the old folder that are no content: told by kind, so that nothing vanishes unseen."""

import re
from collections import Counter
from collections.abc import Iterable

from corpblog.diagnostics import Location
from corpblog.importers.record import Kind, Loss, Section

# Files that belong to the repository and not to the blog.
_OF_THE_REPOSITORY = re.compile(
    r"(?:Gemfile(?:\.lock)?|Rakefile|Makefile|Dockerfile|Procfile|docker-compose[\w.-]*|"
    r"package(?:-lock)?\.json|yarn\.lock|netlify\.toml|go\.(?:mod|sum)|"
    r"(?:README|LICENSE|LICENCE|CONTRIBUTING|CHANGELOG|CODE_OF_CONDUCT|SECURITY)(?:\.\w+)?|"
    r"[\w.-]+\.gemspec)",
    re.IGNORECASE,
)

# What corpblog makes of a site itself; an old copy would stand in its way.
_MADE_ANEW = re.compile(
    r"(?:index\.html|404\.html|sitemap\.xml|feed\.(?:atom|rss|json)|hosts\.json|"
    r"corpblog-manifest\.json)"
)


def is_made_anew(path: str) -> bool:
    """Whether corpblog writes this file of the site's root itself."""
    return bool(_MADE_ANEW.fullmatch(path))


def of_the_repository(path: str) -> bool:
    """Whether a file at the top of the old folder is about the repository, not for readers."""
    return "/" not in path and bool(_OF_THE_REPOSITORY.fullmatch(path))


def folders_left(paths: Iterable[str], why: str) -> tuple[Loss, ...]:
    """One entry for each top folder of ``paths``, with the number of files."""
    counts = Counter(path.split("/", 1)[0] for path in paths)
    return tuple(
        file_left(folder, "folder", f"{count} {'file' if count == 1 else 'files'}", why)
        for folder, count in sorted(counts.items())
    )


def file_left(path: str, construct: str, found: str, done: str) -> Loss:
    """An entry about something of the old folder that did not come over."""
    return Loss(
        location=Location(path=path),
        section=Section.FILES,
        kind=Kind.DROPPED,
        construct=construct,
        found=found,
        done=done,
    )
