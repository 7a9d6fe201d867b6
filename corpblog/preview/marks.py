"""When a page must be loaded again: a mark of all that its reader sees."""

import re
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from urllib.parse import unquote

from corpblog.model.theme import Asset
from corpblog.preview.edition import Edition
from corpblog.render.page_facts import facts_of
from corpblog.render.site_view import ASSETS

# A style sheet is exchanged without a reload, so the mark of its content is left out.
_SHEET = re.compile(r"(\.css)\?v=[0-9a-f]+")


class Marks:
    """Marks of pages and of style sheets; files are read again only when they changed."""

    def __init__(self, mark_of: Callable[[str], object]) -> None:
        self._mark_of = mark_of
        self._digests: dict[Path, tuple[object, bytes]] = {}
        self._pages: dict[bytes, str] = {}
        self._edition: Edition | None = None

    def page(self, edition: Edition | None, html: bytes) -> str:
        """The mark of a page: its text and the files that it shows. Kept for one edition."""
        if edition is not self._edition:
            self._edition = edition
            self._pages.clear()
        mark = self._pages.get(html)
        if mark is None:
            mark = self._pages[html] = self._marked(edition, html)
        return mark

    def _marked(self, edition: Edition | None, html: bytes) -> str:
        text = html.decode(errors="replace")
        whole = blake2b(_SHEET.sub(r"\1", text).encode(errors="replace"), digest_size=12)
        if edition is not None:
            for link in sorted(facts_of(text).links):
                asset = _asset(edition, link)
                if asset is not None and not asset.path.endswith(".css"):
                    whole.update(self._digest(asset))
        return whole.hexdigest()

    def sheets(self, edition: Edition) -> str:
        """The mark of all style sheets with their fonts and pictures."""
        whole = blake2b(digest_size=12)
        for data in edition.renderer.sheets.values():
            whole.update(data)
        for path, asset in edition.site.assets.items():
            dressing = path.startswith(ASSETS) and not path.endswith((".js", ".mjs"))
            if dressing or path.endswith(".css"):
                whole.update(self._digest(asset))
        return whole.hexdigest()

    def _digest(self, asset: Asset) -> bytes:
        mark = self._mark_of(asset.label)
        known = self._digests.get(asset.source)
        if known is None or mark is None or known[0] != mark:
            known = self._digests[asset.source] = (mark, _digest_of(asset.source))
        return known[1]


def _asset(edition: Edition, link: str) -> Asset | None:
    path = link.partition("#")[0].partition("?")[0]
    if not path.startswith("/"):
        return None
    permalink = edition.renderer.addresses.permalink_of(path)
    return edition.site.assets.get(unquote(permalink.lstrip("/"))) if permalink else None


def _digest_of(path: Path) -> bytes:
    whole = blake2b(digest_size=12)
    try:
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                whole.update(piece)
    except OSError:
        return b"none"
    return whole.digest()
