"""The one door to the file system that several rooms share: safe paths, atomic writes, listings."""

import errno
import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

_PART = r"""
    (?! (?i: con | prn | aux | nul | conin\$ | conout\$ | (?: com | lpt ) [0-9¹²³] )
        [ ]* (?: [./] | $ ) )                              # devices of Windows, with any extension
    [^\x00-\x1f\x7f\ud800-\udfff\\/]*                    # control signs, broken text, backslashes
    [^\x00-\x1f\x7f\ud800-\udfff\\/. ]                   # Windows drops a last dot or space
"""
_PLAIN = re.compile(rf"(?! [A-Za-z] : ) {_PART} (?: / {_PART} )*", re.VERBOSE)
_WINDOWS_SIGNS = re.compile(r'[<>:"|?*]')
_TEMPORARY = ".corpblog-"
_LEFTOVER = re.compile(
    r"\.\#.* | \#.*\# | .*~ | \..*\.sw[a-z] | 4913 | \.DS_Store | Thumbs\.db | desktop\.ini"
    r" | \.corpblog-.*",
    re.VERBOSE,
)


class OutsideRoot(ValueError):  # noqa: N818 (named for what is wrong, as FileNotFound would be)
    """A path that would leave its folder, or that means another file on another system."""

    def __init__(self, relative: str, reason: str = "leaves its folder") -> None:
        super().__init__(relative, reason)
        self.relative = relative
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.relative!r} {self.reason}"


def require_plain(relative: str) -> None:
    """Refuse every ``relative`` that is not a plain path with ``/`` on all systems alike.

    Looks at the text alone, not at the disk. Raises :class:`OutsideRoot`.
    """
    if not _PLAIN.fullmatch(relative):
        raise OutsideRoot(relative, _reason(relative))
    if os.name == "nt" and _WINDOWS_SIGNS.search(relative):
        raise OutsideRoot(relative, "has a sign that Windows does not allow in names")


def _reason(relative: str) -> str:
    """What is wrong with a suspect path, in the words of a message."""
    segments = relative.split("/")
    if not relative:
        return "is empty"
    if any(not sign.isprintable() and ord(sign) < 0xA0 for sign in relative):
        return "contains a control character"
    if "\\" in relative:
        return "contains a backslash"
    if re.match(r"[A-Za-z]:", relative):
        return "names a drive"
    if relative.startswith("/"):
        return "is absolute"
    if ".." in segments:
        return "leaves its folder"
    if "" in segments or "." in segments:
        return "has an empty part"
    if any(segment.endswith((".", " ")) for segment in segments):
        return "has a part that ends in a dot or a space"
    if re.search(r"[\ud800-\udfff]", relative):
        return "is no valid Unicode text"
    return "uses a name that Windows reserves"


def resolve_inside(root: Path, relative: str) -> Path:
    """The real place of ``relative`` below ``root``, with links followed; it need not exist.

    Raises :class:`OutsideRoot` for what :func:`require_plain` refuses, and where a link leads out.
    """
    require_plain(relative)
    real_root = Path(os.path.realpath(root))
    try:
        target = Path(os.path.realpath(real_root / relative, strict=False))
    except OSError as error:
        raise OutsideRoot(relative, f"cannot be followed: {error.strerror}") from error
    if real_root not in target.parents:
        raise OutsideRoot(relative, "leaves its folder through a link")
    return target


def write_atomically(root: Path, relative: str, data: bytes, *, overwrite: bool = True) -> bool:
    """Write ``data`` to ``relative`` below ``root`` in one step; whether anything was written.

    The same bytes are left alone (False). Folders are made as needed, an existing file keeps its
    mode, and no temporary file stays behind. Raises :class:`OutsideRoot`, ``FileExistsError`` for
    other bytes without ``overwrite``, and ``OSError`` as the system gives it.
    """
    target = resolve_inside(root, relative)
    mode = None
    try:
        if target.read_bytes() == data:
            return False
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    if mode is not None and not overwrite:
        raise FileExistsError(errno.EEXIST, "the file exists already", str(target))
    temporary = target.parent / f"{_TEMPORARY}{os.urandom(8).hex()}.tmp"
    try:
        write_new(temporary, data)
        if mode is not None:
            temporary.chmod(mode)
        if overwrite:
            temporary.replace(target)
        else:
            _move_to_free_name(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True


def _move_to_free_name(temporary: Path, target: Path) -> None:
    """Rename that never overwrites, where the file system can tell; else the nearest to it."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "the file exists already", str(target)) from None
        temporary.replace(target)
    else:
        temporary.unlink()


def write_new(target: Path | str, data: bytes) -> None:
    """Write a file that must not exist yet. Raises ``OSError``, and then leaves no part of it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(target, flags, 0o666)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        finally:
            os.close(descriptor)  # some file systems tell only here that they are full
    except BaseException:
        Path(target).unlink()
        raise


@dataclass(frozen=True, kw_only=True, slots=True)
class Walk:
    """Every file below a folder: paths relative to it with ``/``, sorted by code point.

    ``links`` are the symbolic links that were followed, to files and to folders; ``loops`` those
    that lead back to a folder they lie in, or to themselves. ``unreadable`` pairs a path with the
    reason, as finished words.
    """

    files: tuple[str, ...]
    loops: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...]
    links: tuple[str, ...] = ()


def walk(root: Path, ignore: Callable[[str], bool] = lambda _: False) -> Walk:
    """List ``root``, following links to files and folders; what ``ignore`` names is left out.

    ``ignore`` is asked with each relative path, of folders too. Nothing is raised: a ``root`` that
    cannot be listed stands in ``unreadable`` as ``.``.
    """
    finds = _Finds(ignore=ignore)
    try:
        finds.visit(str(root), "", ())
    except OSError as error:
        finds.unreadable.append((".", _words(error)))
    while finds.folders:
        folder, path, chain = finds.folders.pop()
        try:
            finds.list(folder, path + "/" if path else "", chain)
        except OSError as error:
            finds.unreadable.append((path or ".", _words(error)))
    return Walk(
        files=tuple(sorted(finds.files)),
        links=tuple(sorted(finds.links)),
        loops=tuple(sorted(finds.loops)),
        unreadable=tuple(sorted(finds.unreadable)),
    )


_Chain = tuple[tuple[int, int], ...]  # device and inode of each folder from the root down


@dataclass(frozen=True, kw_only=True, slots=True)
class _Finds:
    """What a walk has come across so far, and the folders it has still to list."""

    ignore: Callable[[str], bool]
    files: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loops: list[str] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)
    folders: list[tuple[str, str, _Chain]] = field(default_factory=list)

    def list(self, folder: str, prefix: str, chain: _Chain) -> None:
        """Take in the entries of ``folder``, whose relative path with a closing ``/`` is given."""
        with os.scandir(folder) as entries:
            for entry in entries:
                path = prefix + entry.name
                if self.ignore(path):
                    continue
                if entry.is_file(follow_symlinks=False):
                    self.files.append(path)
                    continue
                if entry.is_symlink():
                    self.links.append(path)
                try:
                    self.visit(entry.path, path, chain)
                except OSError as error:
                    if error.errno == errno.ELOOP:
                        self.loops.append(path)
                    else:
                        self.unreadable.append((path, _words(error)))

    def visit(self, place: str, path: str, chain: _Chain) -> None:
        """Take in a folder, a link or a special file. Raises ``OSError`` for broken links."""
        state = Path(place).stat()
        identity = (state.st_dev, state.st_ino)
        if stat.S_ISREG(state.st_mode):
            self.files.append(path)
        elif not stat.S_ISDIR(state.st_mode):
            self.unreadable.append((path, "is neither a file nor a folder"))
        elif identity in chain:
            self.loops.append(path)
        else:
            self.folders.append((place, path, (*chain, identity)))


def _words(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist, or is a link that leads nowhere"
    if isinstance(error, PermissionError):
        return "may not be read by you"
    return f"cannot be read: {error.strerror}"


def is_leftover(path: str) -> bool:
    """Whether ``path`` is what editors, systems and killed writes leave behind, never content."""
    return _LEFTOVER.fullmatch(path.rpartition("/")[2]) is not None
