"""What an author wrote as a target, and where it leads: files become addresses."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import unquote

from corpblog.markup.affiliates import AFFILIATE_HOSTS, PARTNER_SHOPS, is_affiliate
from corpblog.model.site import Site
from corpblog.render.address import Addresses

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_SPLIT = re.compile(r"([^?#]*)(.*)", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Whence a target counts: the source file, the folder it means, the page it is shown on."""

    path: str
    folder: str
    permalink: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Aim:
    """Where a target leads inside the site: ``suffix`` is its query and fragment.

    ``refused`` marks a target that leaves the site's folder; its permalink is then empty.
    """

    permalink: str
    suffix: str = ""
    refused: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Links:
    """The targets of one site; ``files`` maps a source file to the permalink it is shown at."""

    addresses: Addresses
    files: Mapping[str, str]
    permalinks: frozenset[str]
    affiliate_hosts: frozenset[str]

    def aim(self, target: str, origin: Origin) -> Aim | None:
        """Where ``target`` leads inside the site, or None for another host or scheme."""
        if target.startswith("#"):
            return Aim(permalink=origin.permalink, suffix=target)
        own = self.inside(target)
        if own is None:
            return None
        written, suffix = _SPLIT.fullmatch(own).groups()  # type: ignore[union-attr]
        path = normalize("NFC", unquote(written))
        if not path:
            return Aim(permalink=origin.permalink, suffix=suffix)
        if path.startswith("/"):
            return self._from_root(path, suffix)
        return self._from_folder(path, suffix, origin)

    def resolve(self, target: str, origin: Origin, *, absolute: bool = False) -> str:
        """``target`` as an address for a page, or an absolute one for a feed.

        What leads nowhere stays recognisable: the check of the finished pages names it.
        """
        aim = self.aim(target, origin)
        if aim is None or aim.refused:
            return target
        if absolute:
            return self.addresses.absolute(aim.permalink) + aim.suffix
        if target.startswith("#"):
            return target
        return self.addresses.href(aim.permalink) + aim.suffix

    def is_affiliate(self, url: str) -> bool:
        """Whether ``url`` brings money when somebody buys behind it."""
        return is_affiliate(url, self.affiliate_hosts)

    def may_pay(self, html: str) -> bool:
        """Whether ``html`` may hold such a link: looking at every tag is dear."""
        return any(host in html for host in (*self.affiliate_hosts, *PARTNER_SHOPS))

    def inside(self, target: str) -> str | None:
        """``target`` without the site's own origin; None where it leads out of the site."""
        if not _SCHEME.match(target):
            return target
        origin = self.addresses.origin
        if not origin or not target.startswith(origin):
            return None
        rest = target[len(origin) :]
        if rest and rest[0] not in "/?#":
            return None
        path = _SPLIT.fullmatch(rest).group(1) or "/"  # type: ignore[union-attr]
        if self.addresses.permalink_of(path) is None:
            return None
        return rest if rest.startswith("/") else "/" + rest

    def _from_root(self, path: str, suffix: str) -> Aim:
        clean = posixpath.normpath(path).replace("//", "/")
        named = self.files.get(clean[1:])
        if named is not None and clean not in self.permalinks:
            return Aim(permalink=named, suffix=suffix)
        if path.endswith("/") and clean != "/":
            clean += "/"
        inside = self.addresses.permalink_of(clean) if self.addresses.base else None
        if inside is not None and clean not in self.permalinks:
            clean = inside
        return Aim(permalink=clean, suffix=suffix)

    def _from_folder(self, path: str, suffix: str, origin: Origin) -> Aim:
        file = posixpath.normpath(posixpath.join(origin.folder, path))
        if file == ".." or file.startswith("../"):
            return Aim(permalink="", suffix=suffix, refused=True)
        for candidate in (file, f"{file}.md", f"{file}/index.md"):
            named = self.files.get(candidate)
            if named is not None:
                return Aim(permalink=named, suffix=suffix)
        page = posixpath.normpath(posixpath.join(_folder(origin.permalink), path))
        page = page.replace("//", "/")
        return Aim(permalink=page + "/" * (path.endswith("/") and page != "/"), suffix=suffix)


def links_of(site: Site, addresses: Addresses) -> Links:
    """The targets of ``site``: its texts, and the files that are copied."""
    files = {asset.label: "/" + asset.path for _, asset in sorted(site.assets.items())}
    files.update(site.addresses)
    return Links(
        addresses=addresses,
        files={normalize("NFC", path): permalink for path, permalink in files.items()},
        permalinks=frozenset(files.values()),
        affiliate_hosts=frozenset({*AFFILIATE_HOSTS, *site.config.markup.affiliate_hosts}),
    )


def _folder(permalink: str) -> str:
    return permalink if permalink.endswith("/") else posixpath.dirname(permalink) + "/"
