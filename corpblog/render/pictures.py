"""Pictures named in front matter: found beside the text, measured, with their credit."""

from corpblog.markup.targets import host_of
from corpblog.model.author import Picture
from corpblog.model.site import Site
from corpblog.model.theme import Asset
from corpblog.render.address import output_path
from corpblog.render.i18n import Language
from corpblog.render.links import Links, Origin
from corpblog.render.views import ImageView

# The endings of files that browsers show as pictures.
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")


def is_picture(path: str) -> bool:
    """Whether the file ``path`` is a picture, by its ending."""
    return path.lower().endswith(PICTURES)


def asset_at(target: str, origin: Origin, site: Site, links: Links) -> Asset | None:
    """The file of the site that ``target`` leads to, seen from ``origin``."""
    aim = links.aim(target, origin)
    if aim is None or aim.refused:
        return None
    return site.assets.get(output_path(aim.permalink))


def picture_view(
    picture: Picture,
    origin: Origin,
    site: Site,
    links: Links,
    language: Language,
    *,
    alt: str = "",
    absolute: bool = False,
) -> ImageView | None:
    """``picture`` as seen from ``origin``; None where there is no such file.

    The check of the sources names the file that is missing.
    """
    asset = asset_at(picture.src, origin, site, links)
    if asset is None and links.aim(picture.src, origin) is not None:
        return None
    return ImageView(
        url=links.resolve(picture.src, origin, absolute=absolute),
        alt=alt or picture.alt,
        width=asset.width if asset else 0,
        height=asset.height if asset else 0,
        caption=picture.caption,
        credit=credit_line(picture, language),
        source_url=picture.source if picture.source.startswith(("https://", "http://")) else "",
    )


def credit_line(picture: Picture, language: Language) -> str:
    """Who made the picture, what its licence is and where it comes from, as one line."""
    credit = picture.license
    if picture.creator and picture.license:
        credit = language.text(
            "picture.credit.license", creator=picture.creator, license=picture.license
        )
    elif picture.creator:
        credit = language.text("picture.credit", creator=picture.creator)
    if not picture.source:
        return credit
    source = host_of(picture.source) or picture.source
    key = "picture.credit.source" if credit else "picture.source"
    return language.text(key, credit=credit, source=source)
