"""Where the text of an answer comes from: a file, an editor, or what is piped in."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

from corpblog.commands.asking import somebody_is_there
from corpblog.commands.site_folder import shown
from corpblog.commands.words import BadWords
from corpblog.files import write_atomically

_SCISSORS = "------------------------ 8< ------------------------"
_BELOW = f"""\

{_SCISSORS}
Write your answer above this line, in Markdown. An empty one ends it. You answer:

"""
_DRAFTS = "replies"


def text_for(
    root: Path, state: str, name: str, file: Path | None, question: str
) -> tuple[str, Path | None]:
    """The text of an answer, and the draft to throw away when it is written.

    From ``file`` (``-`` is standard input), else from an editor where somebody is there, else from
    standard input. What was typed into an editor stays in ``root/state/replies/`` until the answer
    is written. Raises BadWords where there is no text.
    """
    draft = None
    if file is not None and str(file) != "-":
        text = _read(file)
    elif file is None and somebody_is_there():
        draft = root / state / _DRAFTS / f"{name}.md"
        text = _edited(root, draft, question)
    else:
        text = sys.stdin.read() if sys.stdin is not None else ""
    text = text.replace("\r\n", "\n").strip("\n").rstrip()
    if not text.strip():
        raise BadWords("there is no text; nothing was written", "name a file with --file")
    return text, draft


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadWords(f"{file} is no text in UTF-8", "save it as UTF-8") from error


def _edited(root: Path, draft: Path, question: str) -> str:
    """What a person types; a draft that was left is gone on with."""
    if not draft.exists():
        quoted = "".join(f"> {line}\n" for line in question.split("\n"))
        relative = draft.relative_to(root).as_posix()
        write_atomically(root, relative, f"\n{_BELOW}{quoted}".encode())
    words = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual_editor())
    try:
        ended = subprocess.run([*words, str(draft)], check=False)  # noqa: S603 (the person's own)
    except OSError as error:
        hint = "set EDITOR, or name a file with --file"
        raise BadWords(f"cannot start {words[0]}: {error.strerror}", hint) from error
    if ended.returncode:
        hint = f"what you typed is kept in {shown(draft)}"
        raise BadWords(f"{words[0]} ended with {ended.returncode}; nothing was written", hint)
    text = _read(draft).partition(_SCISSORS)[0]
    if not text.strip():
        draft.unlink(missing_ok=True)
    return text


def _usual_editor() -> str:
    return "notepad" if os.name == "nt" else "vi"
