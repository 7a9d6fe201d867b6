"""Style sheets that are made, not copied: brand tokens and the colours of code."""

from collections.abc import Mapping
from hashlib import sha256

from corpblog.model.site import Site
from corpblog.render.brand import brand_css
from corpblog.render.markup_settings import code_colours

BRAND = "assets/brand.css"
CODE = "assets/code.css"


def style_sheets_of(site: Site) -> Mapping[str, bytes]:
    """The made style sheets of ``site`` by output path; those with nothing in them are left out."""
    sheets = {BRAND: brand_css(site.config.theme.brand), CODE: code_colours(site)}
    return {path: css.encode() for path, css in sheets.items() if css}


def fingerprint(data: bytes) -> str:
    """A short mark of a file's content, for addresses that may be kept in caches for ever."""
    return sha256(data).hexdigest()[:10]
