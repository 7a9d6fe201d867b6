"""Which lines of a site are new since a revision: in commits, in the index, and on disk."""

import re
from pathlib import Path

from corpblog.history.git import ask, fault
from corpblog.model.changes import ChangedLines

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_DEEPEN = "fetch the whole history (fetch-depth: 0 in GitHub Actions, GIT_DEPTH: 0 in GitLab)"


def changed_lines(root: Path, revision: str) -> ChangedLines:
    """What changed in the site at ``root`` since its branch left ``revision``.

    Compared is the merge base with the files on disk, new files that git does not know yet
    included. Raises CorpblogError where git cannot tell.
    """
    _require_repository(root)
    start = _merge_base(root, revision)
    lines: dict[str, frozenset[int]] = {}
    removed: set[str] = set()
    patch = _said(
        root,
        *("diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames"),
        *("--src-prefix=a/", "--dst-prefix=b/", "--relative", start, "--", "."),
    )
    _read_patch(patch, lines, removed)
    for path in _said(root, "ls-files", "-z", "--others", "--exclude-standard", "--", ".").split(
        "\0"
    ):
        if path:
            lines[path] = _all_lines(root / path)
    return ChangedLines(revision=revision, lines=lines, removed=frozenset(removed))


def _require_repository(root: Path) -> None:
    if ask(root, "rev-parse", "--is-inside-work-tree").text.strip() != "true":
        hint = "run it in a clone, or leave --since out"
        raise fault("GIT001", f"{root} is in no git repository", hint)


def _merge_base(root: Path, revision: str) -> str:
    if revision.startswith("-") or not revision.strip():
        raise fault("GIT002", f"“{revision}” is no revision", "for example --since origin/main")
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


def _read_patch(patch: str, lines: dict[str, frozenset[int]], removed: set[str]) -> None:
    """Take in what a patch says: ``+++ b/path`` begins a file, ``@@`` a run of lines."""
    path = old = ""
    left = 0
    for line in patch.split("\n"):
        if left and line[:1] in ("+", "-", "\\"):
            left -= line[:1] != "\\"
        elif line.startswith("--- "):
            old = _path(line[4:], "a/")
        elif line.startswith("+++ "):
            path = _path(line[4:], "b/")
            if path:
                lines.setdefault(path, frozenset())
            else:
                removed.add(old)
        elif line.startswith("rename from "):
            removed.add(_path(line[12:], ""))
        elif line.startswith("rename to "):
            lines.setdefault(_path(line[10:], ""), frozenset())
        elif found := _HUNK.match(line):
            count = int(found[2]) if found[2] else 1
            gone = re.match(r"^@@ -\d+(?:,(\d+))?", line)
            left = count + (int(gone[1]) if gone and gone[1] else 1)
            first = int(found[1])
            lines[path] = lines.get(path, frozenset()) | frozenset(range(first, first + count))


def _path(text: str, prefix: str) -> str:
    """A path of a patch: quoted where it holds control signs or quotes; empty for none."""
    text = text.rstrip("\t")
    if text == "/dev/null":
        return ""
    if text.startswith('"') and text.endswith('"'):
        raw = text[1:-1].encode("utf-8", "surrogateescape").decode("unicode_escape")
        text = raw.encode("latin-1", "replace").decode("utf-8", "replace")
    return text.removeprefix(prefix)


def _all_lines(file: Path) -> frozenset[int]:
    try:
        count = file.read_bytes().count(b"\n") + 1
    except OSError:
        count = 0
    return frozenset(range(1, count + 1))
