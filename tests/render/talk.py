"""A site on which readers comment, written in a few words."""

from pathlib import Path
from typing import Any

import yaml

from tests.render.rendered import Rendered, render
from tests.sites import CONFIG

PAGE = "2026/11/first-post/index.html"
INTAKE = "comments: {intake: 'https://talk.example.org/', contact: post@kern.example.org}\n"
ANSWER = "The filter was wrong; I fixed it at 10:20. Please reload the page."


def remark(
    id_: str, created: str = "2026-11-11 10:00", *, about: str = "first", **keys: Any
) -> dict[str, str]:
    """The file of a comment: ``by`` is a reader's name, ``staff`` an employee."""
    author = keys.pop("author", {})
    if "by" in keys:
        author["name"] = keys.pop("by")
    if "staff" in keys:
        author["staff"] = keys.pop("staff")
    values = {"created": created, "author": author, **keys}
    if values.get("status") in ("held", "removed"):
        del values["author"]
    else:
        values.setdefault("text", "Why does it fail?")
    text = yaml.safe_dump(values, allow_unicode=True)
    return {f"comments/{about}/{id_}.yml": text}


def talk(
    root: Path, *remarks: dict[str, str], theme: str = "plain", config: str = "", **files: str
) -> Rendered:
    """The small site with comments; ``config`` is added to its configuration."""
    merged: dict[str, str | bytes] = {
        "corpblog.yml": CONFIG.replace("name: plain", f"name: {theme}") + config
    }
    for each in remarks:
        merged |= each
    merged |= {path.replace("__", "/"): text for path, text in files.items()}
    return render(root, merged)


QUESTION = remark("q", by="Petra Lang", kind="question")
REPLY = remark("r", "2026-11-11 14:00", staff="jana-weiss", reply_to="q", text=ANSWER)
