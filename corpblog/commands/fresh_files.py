"""New files in a site: all or none, never over something that exists."""

from collections.abc import Mapping
from pathlib import Path

from corpblog.commands.site_folder import shown
from corpblog.commands.words import BadWords
from corpblog.files import OutsideRoot, resolve_inside, write_atomically


def write_fresh(root: Path, files: Mapping[str, str], hint: str) -> None:
    """Write ``files`` (paths below ``root`` with their texts).

    Raises :class:`BadWords` with ``hint`` where one of them exists or cannot be written; when one
    exists already, none is written.
    """
    try:
        taken = [path for path in files if resolve_inside(root, path).exists()]
        if taken:
            raise _exists(root, taken[0], hint)
        for path, text in files.items():
            if not write_atomically(root, path, text.encode("utf-8"), overwrite=False):
                raise _exists(root, path, hint)
    except OutsideRoot as error:
        raise BadWords(f"cannot write {error.relative}: it {error.reason}", hint) from error
    except FileExistsError as error:
        raise BadWords(f"{error.filename} exists already; nothing was changed", hint) from error
    except OSError as error:
        where = shown(Path(error.filename)) if error.filename else shown(root)
        why = error.strerror or type(error).__name__
        raise BadWords(
            f"cannot write {where}: {why}", "look at the folder's permissions"
        ) from error


def _exists(root: Path, path: str, hint: str) -> BadWords:
    return BadWords(f"{shown(root / path)} exists already; nothing was changed", hint)
