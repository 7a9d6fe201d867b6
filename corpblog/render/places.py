"""The pages that nobody writes: at which permalinks they stand, in which languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpblog.model.site import Site
from corpblog.render.address import Addresses, index_of_pattern


@dataclass(frozen=True, kw_only=True, slots=True)
class Places:
    """Permalinks of generated pages; ``languages`` are those that have such pages."""

    addresses: Addresses
    languages: tuple[str, ...]
    people: str
    tags: str

    def home(self, lang: str) -> str:
        """The home page."""
        return self.at("/", lang)

    def authors(self, lang: str) -> str:
        """All people."""
        return self.at(self.people, lang)

    def tag_index(self, lang: str) -> str:
        """All tags."""
        return self.at(self.tags, lang)

    def archive(self, lang: str) -> str:
        """All posts by date."""
        return self.at("/archive/", lang)

    def year(self, year: int, lang: str) -> str:
        """The posts of a year."""
        return self.at(f"/{year:04}/", lang)

    def month(self, year: int, month: int, lang: str) -> str:
        """The posts of a month."""
        return self.at(f"/{year:04}/{month:02}/", lang)

    def corrections(self, lang: str) -> str:
        """The log of corrections."""
        return self.at("/corrections/", lang)

    def subscribe(self, lang: str) -> str:
        """The page about feeds."""
        return self.at("/subscribe/", lang)

    def rules(self, lang: str) -> str:
        """The rules in force."""
        return self.at("/rules/", lang)

    def comment_policy(self, lang: str) -> str:
        """The comment policy that is made from the configuration."""
        return self.at("/comment-policy/", lang)

    def moderation_report(self, lang: str) -> str:
        """The moderation report."""
        return self.at("/moderation-report/", lang)

    def not_found(self, lang: str) -> str:
        """The page for addresses that lead nowhere."""
        return self.at("/404.html", lang)

    def at(self, permalink: str, lang: str) -> str:
        """``permalink`` in ``lang``, or in the default language where ``lang`` has no posts."""
        known = lang if lang in self.languages else self.languages[0]
        return self.addresses.in_language(permalink, known)

    def versions(self, permalink: str) -> Mapping[str, str]:
        """A generated page in all languages, by language."""
        return {lang: self.addresses.in_language(permalink, lang) for lang in self.languages}


def places_of(site: Site, addresses: Addresses) -> Places:
    """The places of ``site``: generated pages are there in each language that has posts."""
    used, patterns = {post.lang for post in site.posts}, site.config.permalinks
    return Places(
        addresses=addresses,
        languages=tuple(lang for lang in site.languages if lang in used or lang == site.lang),
        people=index_of_pattern(patterns.author, "/people/"),
        tags=index_of_pattern(patterns.tag, "/tags/"),
    )
