"""Pictures named in front matter: found beside the text, measured, with their credit."""

from corpblog.model.author import Picture
from corpblog.model.site import Site
from corpblog.render.address import output_path
from corpblog.render.i18n import Language
from corpblog.render.links import Links, Origin
from corpblog.render.views import ImageView


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
    width = height = 0
    aim = links.aim(picture.src, origin)
    if aim is not None:
        asset = None if aim.refused else site.assets.get(output_path(aim.permalink))
        if asset is None:
            return None
        width, height = asset.width, asset.height
    return ImageView(
        url=links.resolve(picture.src, origin, absolute=absolute),
        alt=alt or picture.alt,
        width=width,
        height=height,
        caption=picture.caption,
        credit=_credit(picture, language),
    )


def _credit(picture: Picture, language: Language) -> str:
    """Who made the picture and what its licence is, as one line."""
    if picture.creator and picture.license:
        return language.text(
            "picture.credit.license", creator=picture.creator, license=picture.license
        )
    if picture.creator:
        return language.text("picture.credit", creator=picture.creator)
    return picture.license
