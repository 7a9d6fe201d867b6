"""What the preview adds to a page on its way to the browser; a build never has it."""

import re
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

# Where the preview's own files lie; no page of a site begins like this.
OWN = "/_corpblog/"
# The preview's own files by their address.
_FILES = (
    *("client.js", "worker.js", "overlay.js", "overlay.css"),
    *("margin.js", "margin.css", "margin-marks.js", "margin-marks.css"),
)
CLIENT = {f"{OWN}{name}": name for name in _FILES}
_END = re.compile(rb"</body\s*>", re.IGNORECASE)


@cache
def client_file(name: str) -> bytes:
    """The bytes of a file of the preview itself."""
    return (files("corpblog.serve") / "client" / name).read_bytes()


@cache
def _mark_of_client() -> str:
    whole = b"".join(client_file(name) for name in CLIENT.values())
    return sha256(whole).hexdigest()[:10]


def with_client(html: bytes, *, version: str, mark: str, sheets: str) -> bytes:
    """``html`` with the script that hears of changes, before the end of its body."""
    marks = {"version": version, "mark": mark, "sheets": sheets, "client": _mark_of_client()}
    told = "".join(f' data-{name}="{escape(value)}"' for name, value in marks.items())
    script = f'<script src="{OWN}client.js?v={_mark_of_client()}"{told} defer></script>\n'.encode()
    ends = list(_END.finditer(html))
    if not ends:
        return html + script
    at = ends[-1].start()
    return html[:at] + script + html[at:]
