"""Which site a command means: the folder that was named, or the one that somebody stands in."""

import argparse
import os
from pathlib import Path

from corpblog.commands.words import BadWords

CONFIG_FILE = "corpblog.yml"


def add_site_option(parser: argparse.ArgumentParser) -> None:
    """``--site DIR``, for commands that take other words."""
    parser.add_argument(
        "--site",
        type=Path,
        metavar="DIR",
        help="folder of the site (default: the nearest with a corpblog.yml, from here upward)",
    )


def site_folder(named: Path | None) -> Path:
    """The folder of the site. Raises :class:`BadWords` where there is none.

    A folder that was named may lack its configuration: reading it tells that better.
    """
    if named is None:
        return _upward(Path.cwd())
    if named.name == CONFIG_FILE and named.is_file():
        return named.absolute().parent
    if not named.is_dir():
        what = "is a file, not a folder" if named.exists() else "does not exist"
        raise BadWords(f"{named} {what}", "name the folder that holds corpblog.yml")
    return named.absolute()


def shown(path: Path) -> str:
    """``path`` as a person would type it here: relative where it lies below this folder."""
    here = Path.cwd()
    if path == here:
        return "."
    return os.fspath(path.relative_to(here) if path.is_relative_to(here) else path)


def _upward(start: Path) -> Path:
    for folder in (start, *start.parents):
        if (folder / CONFIG_FILE).is_file():
            return folder
    raise BadWords(
        f"there is no {CONFIG_FILE} here or in a folder above",
        "go to the folder of your site or name it; start one with: corpblog new site DIR",
    )
