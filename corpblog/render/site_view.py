"""What is the same on all pages of one language: title, navigation, duties, feeds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpblog.model.config import translated
from corpblog.model.page import COMMENT_POLICY, ROLES, Page
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.render.address import FEED_TYPES, Addresses, feed_permalink
from corpblog.render.i18n import Language
from corpblog.render.links import Links, Origin
from corpblog.render.places import Places
from corpblog.render.style_sheets import BRAND, CODE, fingerprint
from corpblog.render.template_faults import AssetMissing
from corpblog.render.translations import Translations
from corpblog.render.views import FeedView, LinkView, SiteView

ASSETS = "assets/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Frames:
    """The frame of all pages, made once for each language."""

    site: Site
    addresses: Addresses
    places: Places
    languages: Mapping[str, Language]
    links: Links
    translations: Translations
    sheets: Mapping[str, bytes]
    _shared: dict[str, Mapping[str, object]] = field(default_factory=dict)
    _marks: dict[str, str] = field(default_factory=dict)
    _twins: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def shared(self, lang: str) -> Mapping[str, object]:
        """What every template gets for pages in ``lang``: site, t and asset."""
        if lang not in self._shared:
            say: Callable[..., str] = self.languages[lang].text
            self._shared[lang] = {"site": self.view(lang), "t": say, "asset": self.asset}
        return self._shared[lang]

    def asset(self, name: str) -> str:
        """The address of a static file of the theme, marked with its content.

        Raises AssetMissing if no layer of the theme has it.
        """
        if name not in self._marks:
            asset = self.site.assets.get(ASSETS + name)
            if asset is None:
                raise AssetMissing(name)
            mark = fingerprint(asset.source.read_bytes())
            self._marks[name] = f"{self.addresses.href('/' + asset.path)}?v={mark}"
        return self._marks[name]

    def feeds(self, page: str, title: str) -> tuple[FeedView, ...]:
        """The feeds beside a page, in all formats; none before the site has an address."""
        if not self.addresses.origin:
            return ()
        return tuple(
            FeedView(
                title=title,
                url=self.addresses.href(feed_permalink(page, each)),
                type=FEED_TYPES[each],
                format=each,
            )
            for each in self.site.config.feeds.formats
        )

    def title(self, lang: str) -> str:
        """The name of the blog."""
        return translated(self.site.config.site.title, lang, self.site.lang)

    def view(self, lang: str) -> SiteView:
        """The site as pages in ``lang`` show it."""
        config, about = self.site.config, self.site.config.site
        href = self.addresses.href
        brand, own = config.theme.brand, config.organization
        home = self.places.home(lang)
        feeds = self.feeds(home, self.title(lang))
        return SiteView(
            title=self.title(lang),
            description=translated(about.description, lang, self.site.lang),
            tagline=translated(about.tagline, lang, self.site.lang),
            lang=lang,
            url=self.addresses.absolute("/"),
            root=self.addresses.base + "/",
            home=href(home),
            assets=href("/" + ASSETS),
            brand=self._sheet(BRAND),
            code_styles=self._sheet(CODE),
            organization=LinkView(label=own.name or own.legal_name, url=own.url),
            logo_light=self.logo(),
            logo_dark=self._file(brand.logo_dark),
            navigation=tuple(self._navigation(lang)),
            duties=tuple(self._duties(lang)),
            feeds=feeds,
            subscribe=href(self.places.subscribe(lang)) if feeds else "",
            banner=translated(config.build.banner, lang, self.site.lang),
            extra=config.extra,
        )

    def logo(self) -> str:
        """The address of the logo on light paper; empty if there is none."""
        config = self.site.config
        return self._file(config.theme.brand.logo_light or config.organization.logo)

    def duty(self, role: str, lang: str) -> Page | None:
        """The page with a role, in ``lang`` if there is one, else in the first language it has."""
        found = [page for page in self.site.pages if page.role == role]
        order = (lang, *self.site.languages)
        return min(found, key=lambda page: order.index(page.lang), default=None)

    def written(self, page: Page, lang: str) -> LinkView:
        """The link to a written page from pages in ``lang``."""
        other = page.lang if page.lang != lang else ""
        return LinkView(label=page.title, url=self.addresses.href(page.permalink), lang=other)

    def comment_policy(self, lang: str) -> LinkView:
        """The link to the site's own comment policy, else to the one that is made."""
        page = self.duty(COMMENT_POLICY, lang)
        if page is not None:
            return self.written(page, lang)
        label = self.languages[lang].text("heading.comment_policy")
        return self._link(label, self.places.comment_policy(lang))

    def local(self, url: str, lang: str) -> str:
        """An address from the configuration, led to the same page in ``lang`` if there is one."""
        origin = Origin(path=self.site.config_source.path, folder="", permalink="/")
        aim = self.links.aim(url, origin)
        if aim is None or aim.refused:
            return url
        permalink = aim.permalink
        if lang != self.site.lang:
            if lang not in self._twins:
                self._twins[lang] = self._twins_in(lang)
            permalink = self._twins[lang].get(permalink, permalink)
        return self.addresses.href(permalink) + aim.suffix

    def _twins_in(self, lang: str) -> Mapping[str, str]:
        """The pages of the default language that also stand in ``lang``."""
        found = {}
        groups: list[Sequence[Post | Page]] = [*self.translations.posts.values()]
        groups += self.translations.pages.values()
        for group in groups:
            versions = {text.lang: text.permalink for text in group}
            if lang in versions and self.site.lang in versions:
                found[versions[self.site.lang]] = versions[lang]
        places, default = self.places, self.site.lang
        for place in (
            places.home,
            places.authors,
            places.tag_index,
            places.archive,
            places.corrections,
            places.subscribe,
            places.rules,
            places.comment_policy,
            places.moderation_report,
        ):
            found[place(default)] = place(lang)
        for author in self.site.authors.values():
            found[author.permalink] = places.at(author.permalink, lang)
        return found

    def _navigation(self, lang: str) -> Iterator[LinkView]:
        items = self.site.config.navigation
        for item in items:
            url = translated(item.url, lang, self.site.lang)
            label = translated(item.label, lang, self.site.lang)
            yield LinkView(label=label, url=self.local(url, lang))
        if items:
            return
        say, places = self.languages[lang].text, self.places
        yield self._link(say("heading.people"), places.authors(lang))
        if self.site.config.taxonomies.tags and self.site.tags:
            yield self._link(say("heading.topics"), places.tag_index(lang))
        if self.site.config.taxonomies.archives:
            yield self._link(say("heading.archive.short"), places.archive(lang))

    def _duties(self, lang: str) -> Iterator[LinkView]:
        say, places = self.languages[lang].text, self.places
        for role in ROLES:
            if role == COMMENT_POLICY:
                yield self.comment_policy(lang)
            elif (page := self.duty(role, lang)) is not None:
                yield self.written(page, lang)
        yield self._link(say("heading.corrections"), places.corrections(lang))
        yield self._link(say("heading.moderation_report"), places.moderation_report(lang))
        yield self._link(say("heading.rules"), places.rules(lang))

    def _link(self, label: str, permalink: str) -> LinkView:
        return LinkView(label=label, url=self.addresses.href(permalink))

    def _sheet(self, path: str) -> str:
        data = self.sheets.get(path)
        if data is None:
            return ""
        return f"{self.addresses.href('/' + path)}?v={fingerprint(data)}"

    def _file(self, name: str) -> str:
        return self.local(name, self.site.lang) if name else ""
