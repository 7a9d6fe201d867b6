"""Which lines of a site are new since a revision: in commits, in the index, and on disk."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpblog.history.git import ask, fault
from corpblog.model.changes import ChangedLines

_HUNK = re.compile(r"@@ -\d+(?:,(?P<gone>\d+))? \+(?P<first>\d+)(?:,(?P<count>\d+))? @@")
_ESCAPED = re.compile(rb"\\(?:([0-7]{3})|(.))", re.DOTALL)
_SIGNS = {
    b"a": b"\a",
    b"b": b"\b",
    b"t": b"\t",
    b"n": b"\n",
    b"v": b"\v",
    b"f": b"\f",
    b"r": b"\r",
}
_DEEPEN = "fetch the whole history (fetch-depth: 0 in GitHub Actions, GIT_DEPTH: 0 in GitLab)"
_NOWHERE = "not a git repository"
_OURS = "git config --global --add safe.directory"
# Every way of showing differences that a person may have set up is set back.
_DIFF = (
    "diff",
    *("--no-color", "--no-ext-diff", "--no-textconv", "--no-indent-heuristic"),
    *("--submodule=short", "--find-renames", "--relative", "--ignore-submodules=dirty"),
)
_PATCH = ("--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")


def changed_lines(root: Path, revision: str) -> ChangedLines:
    """What changed in the site at ``root`` since its branch left ``revision``.

    Compared is the merge base with the files on disk, new files that git does not know yet
    included. Raises CorpblogError where git cannot tell.
    """
    _require_repository(root)
    start = _merge_base(root, revision)
    touched, removed = _files(_said(root, *_DIFF, "--name-status", "-z", start, "--", "."))
    lines = dict.fromkeys(touched, frozenset[int]())
    lines.update(_added(_said(root, *_DIFF, *_PATCH, start, "--", ".")))
    others = _said(root, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    binary = _binary(_said(root, *_DIFF, "--numstat", "--no-renames", "-z", start, "--", "."))
    uncounted = {path for path in lines if path in binary or _has_lone_returns(root / path)}
    for path in {*others.split("\0"), *uncounted} - {""}:
        lines[path] = _all_lines(root / path)
    gone = removed - frozenset(lines)
    return ChangedLines(revision=revision, lines=lines, removed=gone)


def _require_repository(root: Path) -> None:
    answer = ask(root, "rev-parse", "--is-inside-work-tree")
    if answer.text.strip() == "true":
        return
    if answer.code and _NOWHERE not in answer.complaint:
        # Such as a clone that belongs to somebody else, which is usual in containers.
        hint = f"{_OURS} FOLDER" if "safe.directory" in answer.complaint else "mend the repository"
        raise fault("GIT004", f"git refuses {root}: {_first_line(answer.complaint)}", hint)
    hint = "run it in a clone, or leave --since out"
    raise fault("GIT001", f"{root} is in no git repository", hint)


def _first_line(complaint: str) -> str:
    return complaint.partition("\n")[0].removeprefix("fatal: ")


def _merge_base(root: Path, revision: str) -> str:
    if revision.startswith("-") or not revision.strip() or "\0" in revision:
        shown = revision.replace("\0", "\\0")
        raise fault("GIT002", f"“{shown}” is no revision", "for example --since origin/main")
    shallow = ask(root, "rev-parse", "--is-shallow-repository").text.strip() == "true"
    known = ask(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if known.code:
        code = "GIT003" if shallow else "GIT002"
        hint = _DEEPEN if shallow else "for example --since origin/main; fetch it first"
        raise fault(code, f"git knows no revision “{revision}” here: cannot know what is new", hint)
    start = ask(root, "merge-base", known.text.strip(), "HEAD")
    if start.code or not start.text.strip():
        code = "GIT003" if shallow else "GIT002"
        message = f"“{revision}” and this branch have no common start: cannot know what is new"
        raise fault(code, message, _DEEPEN if shallow else "name the branch that this one left")
    return start.text.strip()


def _said(root: Path, *words: str) -> str:
    answer = ask(root, *words)
    if answer.code:
        raise fault("GIT004", f"git {words[0]} failed: {answer.complaint}", "mend the repository")
    return answer.text


def _files(status: str) -> tuple[frozenset[str], frozenset[str]]:
    """The files that are new or changed, pictures too, and those that are gone or moved away."""
    touched: set[str] = set()
    removed: set[str] = set()
    fields = iter(status.split("\0"))
    for letter in fields:
        if not letter:
            break
        path = next(fields)
        if letter[0] in "RC":
            removed.update((path,) if letter[0] == "R" else ())
            path = next(fields)
        (removed if letter[0] == "D" else touched).add(path)
    return frozenset(touched), frozenset(removed)


def _binary(numbers: str) -> frozenset[str]:
    """The files in which git counts no lines: pictures, and texts that are marked as such."""
    rows = (row.split("\t", 2) for row in numbers.split("\0") if row)
    return frozenset(path for added, _, path in rows if added == "-")


def _has_lone_returns(file: Path) -> bool:
    """Whether the file has ends of lines that are none to git."""
    try:
        content = file.read_bytes()
    except OSError:
        return False
    return b"\r" in content.replace(b"\r\n", b"")


def _added(patch: str) -> Mapping[str, frozenset[int]]:
    """The lines that a patch adds: ``+++ b/path`` begins a file, ``@@`` a run of lines."""
    found: dict[str, set[int]] = {}
    path = ""
    lines = iter(patch.split("\n"))
    for line in lines:
        if line.startswith("+++ "):
            path = _path(line[4:])
        elif hunk := _HUNK.match(line):
            first, count = int(hunk["first"]), int(hunk["count"] or 1)
            found.setdefault(path, set()).update(range(first, first + count))
            _skip(lines, count + int(hunk["gone"] or 1))
    return {path: frozenset(numbers) for path, numbers in found.items() if path}


def _skip(lines: Iterator[str], count: int) -> None:
    """Go over the lines of a hunk: they may look like anything."""
    while count:
        count -= not next(lines, "+").startswith("\\")


def _path(text: str) -> str:
    """A path of a patch: quoted where it holds control signs or quotes; empty for none."""
    text = text.rstrip("\t")
    if text == "/dev/null":
        return ""
    if text.startswith('"') and text.endswith('"'):
        text = os.fsdecode(_ESCAPED.sub(_sign, os.fsencode(text[1:-1])))
    return text.removeprefix("b/")


def _sign(escaped: re.Match[bytes]) -> bytes:
    if escaped[1]:
        return bytes((int(escaped[1], 8),))
    return _SIGNS.get(escaped[2], escaped[2])


def _all_lines(file: Path) -> frozenset[int]:
    try:
        content = file.read_bytes()
    except OSError:
        return frozenset()
    count = content.count(b"\n") + content.replace(b"\r\n", b"").count(b"\r") + 1
    return frozenset(range(1, count + 1))
