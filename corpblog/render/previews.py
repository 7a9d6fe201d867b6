"""The picture with which other sites show a page that somebody shares."""

from collections.abc import Sequence

from corpblog.render.address import output_path
from corpblog.render.renderer import Renderer
from corpblog.render.views import ImageView, PersonView
from corpblog.render.web_address import web_address

# Formats that sites show in previews; a drawing (SVG) stays a white box there.
_BITMAPS = (".png", ".jpg", ".jpeg", ".webp", ".gif")


def preview_picture(
    renderer: Renderer, own: ImageView | None, people: Sequence[PersonView]
) -> ImageView | None:
    """``own``, else the photo of the first of ``people``, else the logo; with absolute address."""
    if not renderer.addresses.origin:
        return None
    return own or _portrait(renderer, people[:1]) or _logo(renderer)


def _portrait(renderer: Renderer, people: Sequence[PersonView]) -> ImageView | None:
    for person in people:
        photo = person.portrait
        if person.has_photo and _is_bitmap(photo.url):
            url = web_address(photo.url, renderer.addresses)
            return ImageView(url=url, alt=photo.alt, width=photo.width, height=photo.height)
    return None


def _logo(renderer: Renderer) -> ImageView | None:
    config = renderer.site.config
    for name in (config.organization.logo, config.theme.brand.logo_light):
        if not name or not _is_bitmap(name):
            continue
        href = renderer.frames.local(name, renderer.site.lang)
        permalink = renderer.addresses.permalink_of(href)
        asset = renderer.site.assets.get(output_path(permalink)) if permalink else None
        return ImageView(
            url=web_address(href, renderer.addresses),
            alt=renderer.people.organization(),
            width=asset.width if asset else 0,
            height=asset.height if asset else 0,
        )
    return None


def _is_bitmap(url: str) -> bool:
    return url.partition("?")[0].lower().endswith(_BITMAPS)
