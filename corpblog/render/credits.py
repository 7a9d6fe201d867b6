"""Credit lines under pictures of texts, from the register of pictures, where the text has none."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape

from corpblog.markup.figures import is_paragraph
from corpblog.markup.tags import attribute, escape, split_raw, tag_name
from corpblog.model.author import Picture
from corpblog.model.registers import ImageRights
from corpblog.model.site import Site
from corpblog.render.address import output_path
from corpblog.render.i18n import Language
from corpblog.render.pictures import credit_line
from corpblog.render.renderer import Renderer
from corpblog.render.views import ImageView

# What stands as licence of a logo that is shown to name its owner: no credit is owed.
_TRADEMARK = "trademark-reference"


@dataclass(frozen=True, kw_only=True, slots=True)
class Credits:
    """Whom a site owes a credit line: the entries of the register by their files."""

    renderer: Renderer
    owed: Mapping[str, ImageRights]

    def under(self, html: str, lang: str) -> str:
        """``html`` with a line under each picture by somebody whom the text does not name.

        A picture alone in its paragraph becomes a figure; a caption gets the line at its end; a
        picture in running text has it beside it.
        """
        if not self.owed or "<img" not in html:
            return html
        tokens = split_raw(html)
        said = _squeezed(unescape("".join(tokens[::2])))
        language = self.renderer.languages[lang]
        figure = 0
        for place in range(1, len(tokens), 2):
            name = tag_name(tokens[place])
            if name == "figure":
                figure = 0 if tokens[place].startswith("</") else place
            entry = self._entry(attribute(tokens[place], "src") or "") if name == "img" else None
            if entry is not None and _squeezed(entry.creator) not in said:
                _credit(tokens, place, bool(figure), _line(entry, language))
        return "".join(tokens)

    def on(self, view: ImageView | None, lang: str) -> ImageView | None:
        """A picture of front matter that names nobody, with what the register says."""
        entry = self._entry(view.url) if view is not None and not view.credit else None
        if view is None or entry is None:
            return view
        picture = _picture(entry)
        credit = credit_line(picture, self.renderer.languages[lang])
        return replace(view, credit=credit, source_url=picture.source)

    def _entry(self, url: str) -> ImageRights | None:
        """What the register says of the picture at ``url``."""
        renderer = self.renderer
        own = renderer.links.inside(url) if self.owed else None
        permalink = renderer.addresses.permalink_of(own.partition("?")[0]) if own else None
        asset = renderer.site.assets.get(output_path(permalink)) if permalink else None
        return self.owed.get(asset.label) if asset is not None else None


def credits_of(renderer: Renderer) -> Credits:
    """The credit lines of a site; its own people and the company need none."""
    own = frozenset(map(_squeezed, _own_names(renderer.site)))
    return Credits(
        renderer=renderer,
        owed={
            posixpath.normpath(entry.file.lstrip("/")): entry
            for entry in renderer.site.registers.images
            if entry.creator.strip()
            and entry.license != _TRADEMARK
            and _squeezed(entry.creator) not in own
        },
    )


def _own_names(site: Site) -> Iterator[str]:
    own = site.config.organization
    yield from filter(None, (own.name, own.legal_name, *own.aliases))
    for author in site.authors.values():
        yield from (author.id, author.name)


def _picture(entry: ImageRights) -> Picture:
    """An entry of the register as front matter would say it; a source that is no address is not."""
    is_address = entry.source.startswith(("https://", "http://"))
    return Picture(
        src=entry.file,
        creator=entry.creator,
        license=entry.license,
        source=entry.source if is_address else "",
    )


def _line(entry: ImageRights, language: Language) -> str:
    """The line as HTML; it leads to the source where that is an address."""
    picture = _picture(entry)
    words = escape(credit_line(picture, language))
    return f'<a href="{escape(picture.source)}">{words}</a>' if picture.source else words


def _credit(tokens: list[str], place: int, in_figure: bool, line: str) -> None:
    """Put ``line`` where it belongs to the picture at ``place``."""
    end = place + 2 if tokens[place + 2 : place + 3] == ["</a>"] else place
    if in_figure:
        _into_figure(tokens, end, line)
        return
    begin = place - 2 if end != place else place
    around = (tokens[begin - 1], tokens[end + 1])
    alone = not any(map(str.strip, around)) and tokens[end + 2 : end + 3] == ["</p>"]
    if alone and begin >= 3 and is_paragraph(tokens[begin - 2]):
        tokens[begin - 2] = "<figure" + tokens[begin - 2][2:]
        tokens[end + 2] = f'<figcaption><span class="credit">{line}</span></figcaption></figure>'
    else:
        tokens[end] += f' <small class="credit">{line}</small>'


def _into_figure(tokens: list[str], place: int, line: str) -> None:
    """At the end of the caption, or as one."""
    span = f'<span class="credit">{line}</span>'
    for later in range(place + 2, len(tokens), 2):
        if tokens[later].startswith("</figcaption"):
            tokens[later] = f" {span}{tokens[later]}"
            return
        if tokens[later].startswith("</figure"):
            tokens[later] = f"<figcaption>{span}</figcaption>{tokens[later]}"
            return


def _squeezed(text: str) -> str:
    """Letters and digits alone, in small letters."""
    return "".join(filter(str.isalnum, text.casefold()))
