"""Small old blogs for tests, and questions to ask of what became of them."""

import tarfile
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpblog.importers import IMPORTERS
from corpblog.importers.old.source import OldFile, old_file
from corpblog.importers.record import Import, Loss

CORPORA = Path(__file__).parents[1] / "corpora"


def write_blog(root: Path, files: Mapping[str, object]) -> Path:
    """An old blog in ``root``; texts are dedented."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            file.write_text(textwrap.dedent(str(content)), encoding="utf-8", newline="")
    return root


def jekyll(root: Path, files: Mapping[str, object]) -> Import:
    """What the importer makes of a Jekyll blog with ``files``."""
    return IMPORTERS["jekyll"](write_blog(root / "old", files))


def hugo(root: Path, files: Mapping[str, object]) -> Import:
    """What the importer makes of a Hugo blog with ``files``."""
    return IMPORTERS["hugo"](write_blog(root / "old", files))


def real_blog(name: str, root: Path) -> Path:
    """A real old blog, unpacked below ``root``; the test fails, aloud, without its archive."""
    archive = CORPORA / f"{name}.tar.gz"
    if not archive.exists():
        pytest.fail(f"the real sample {archive.name} is missing in {CORPORA}")
    with tarfile.open(archive) as packed:
        # Python 3.11.2, as Debian has it, knows no filters; the archives are our own.
        safely = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
        packed.extractall(root, **safely)  # type: ignore[arg-type]
    return root / name


def paths(imported: Import) -> list[str]:
    """The files of the new site."""
    return [file.path for file in imported.files]


def text(imported: Import, path: str) -> str:
    """One file of the new site."""
    return next(file.data.decode() for file in imported.files if file.path == path)


def front(imported: Import, path: str) -> dict[str, Any]:
    """The front matter of one file, read by PyYAML with every scalar as text."""
    found = yaml.load(text(imported, path).split("---\n")[1], Loader=yaml.BaseLoader)
    return dict(found)


def body(imported: Import, path: str) -> str:
    """The text below the front matter of one file."""
    return text(imported, path).split("---\n", 2)[2].strip("\n")


def losses(imported: Import, construct: str) -> list[Loss]:
    """The entries of the report about ``construct``."""
    return [loss for loss in imported.losses if loss.construct == construct]


def places(imported: Import, construct: str) -> list[str]:
    """Where the entries about ``construct`` point to."""
    return [str(loss.location) for loss in losses(imported, construct)]


def note(content: str, path: str = "note.md") -> OldFile:
    """A file of an old blog that exists only in a test."""
    return old_file(path, content)


def all_texts(imported: Import) -> Iterator[tuple[str, str]]:
    """Path and text of every Markdown file of the new site."""
    for file in imported.files:
        if file.path.endswith(".md"):
            yield file.path, file.data.decode()
