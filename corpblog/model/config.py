"""The configuration of a site, section by section as it stands in corpblog.yml."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from corpblog.model.keys import key

# Languages whose interface texts come with corpblog; a site adds others with i18n/LANG.yml.
INTERFACE_LANGUAGES = ("en", "de")

# A text that may differ by language: one string, or a mapping from language to string.
Translated = str | dict[str, str]


def translated(text: Translated, lang: str, fallback: str) -> str:
    """The wording of ``text`` in ``lang``, else in ``fallback``, else the first one given."""
    if isinstance(text, str):
        return text
    return text.get(lang) or text.get(fallback) or next(iter(text.values()), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteSection:
    """``site``: what the blog is called and where it lives."""

    title: Translated = key("name of the blog", example="Klartext", default="")
    url: str = key("address of the blog", example="https://blog.example.org/", default="")
    lang: str = key("language of the blog and of its messages", example="en", default="en")
    timezone: str = key("time zone of dates", example="Europe/Berlin", default="UTC")
    description: Translated = key("one sentence about the blog", default="")
    tagline: Translated = key("headline of the home page", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganizationSection:
    """``organization``: the company behind the blog."""

    name: str = key("name as people say it", example="Hafenwaage", default="")
    legal_name: str = key("registered name", example="Hafenwaage GmbH", default="")
    url: str = key("address of the company's own site", default="")
    logo: str = key("logo file in static/", example="/logo.svg", default="")
    same_as: tuple[str, ...] = key("profiles of the company", default=())
    aliases: tuple[str, ...] = key("other names of the company", default=())


@dataclass(frozen=True, kw_only=True, slots=True)
class Responsible:
    """Who answers for the content (MStV § 18(2))."""

    name: str = key("name of the responsible person", default="")
    address: str = key("postal address", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class LegalSection:
    """``legal``: what the imprint must say (DDG § 5)."""

    legal_form: str = key("legal form", example="GmbH", default="")
    street: str = key("street and number", default="")
    postal_code: str = key("postal code", default="")
    city: str = key("town", default="")
    country: str = key("country", default="")
    email: str = key("e-mail address", default="")
    phone: str = key("telephone number", default="")
    contact_form: str = key("address of a contact form", default="")
    representatives: tuple[str, ...] = key("who may act for the company", default=())
    register: str = key("register and court", example="Amtsgericht Ulm", default="")
    register_number: str = key("number in the register", example="HRB 1234", default="")
    vat_id: str = key("VAT identification number", example="DE123456789", default="")
    supervisory_body: str = key("supervisory authority", default="")
    responsible: Responsible | None = key("person responsible for the content")
    license: str = key("licence of texts unless a post says otherwise", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class ColourPair:
    """A brand colour on light and on dark paper."""

    light: str = key("colour on light paper", example="#0a5c5a", default="")
    dark: str = key("colour on dark paper", example="#74c9c2", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Brand:
    """``theme.brand``: what a company changes first."""

    paper: ColourPair | None = key("background")
    ink: ColourPair | None = key("text")
    ink_soft: ColourPair | None = key("secondary text")
    line: ColourPair | None = key("hairlines")
    accent: ColourPair | None = key("links and marks")
    accent_tint: ColourPair | None = key("background of disclosures")
    notice: ColourPair | None = key("label of corrections")
    notice_tint: ColourPair | None = key("background of corrections")
    font_text: str = key("font stack for what people say", default="")
    font_interface: str = key("font stack for what the page says", default="")
    radius: str = key("roundness of corners", example="12px", default="")
    logo_light: str = key("logo on light paper, a file in static/", default="")
    logo_dark: str = key("logo on dark paper, a file in static/", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeSection:
    """``theme``: how the blog looks."""

    name: str = key("name of the theme", example="byline", default="byline")
    brand: Brand = key("brand tokens", factory=Brand)


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkupSection:
    """``markup``: how Markdown becomes HTML."""

    engine: Literal["commonmark", "markdown"] = key("Markdown engine", default="commonmark")
    highlight: bool = key("colour code blocks", default=True)
    highlight_light: str = key("Pygments style on light paper", default="default")
    highlight_dark: str = key("Pygments style on dark paper", default="github-dark")
    raw_html: bool = key("authors may write HTML", default=True)
    math: bool = key("render formulas as MathML", default=False)
    embeds: bool = key("lone links to known hosts become click-to-load embeds", default=True)
    extensions: tuple[str, ...] = key("further extensions of the markdown engine", default=())
    affiliate_hosts: tuple[str, ...] = key("further hosts whose links are paid", default=())


@dataclass(frozen=True, kw_only=True, slots=True)
class PermalinksSection:
    """``permalinks``: patterns of addresses."""

    post: str = key("address of a post", default="/{year}/{month}/{slug}/")
    page: str = key("address of a page", default="/{slug}/")
    author: str = key("address of a profile", default="/people/{slug}/")
    tag: str = key("address of a tag", default="/tags/{slug}/")
    series: str = key("address of a series", default="/series/{slug}/")


@dataclass(frozen=True, kw_only=True, slots=True)
class TaxonomiesSection:
    """``taxonomies``: which groupings get pages."""

    tags: bool = key("pages and feeds by tag", default=True)
    series: bool = key("pages by series", default=True)
    archives: bool = key("pages by year and month", default=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedsSection:
    """``feeds``: what readers can subscribe to."""

    formats: tuple[Literal["atom", "rss", "json"], ...] = key(
        "feed formats", default=("atom", "rss", "json")
    )
    size: int = key("how many posts a feed holds", default=20)
    authors: bool = key("feeds of each author", default=True)
    tags: bool = key("feeds of each tag", default=True)
    full_content: bool = key("whole posts instead of summaries", default=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class NotifySection:
    """``comments.notify``: who is told by mail, and which way the mail goes."""

    to: tuple[str, ...] = key("who gets a mail", example="[support@example.org]", default=())
    sender: str = key("who sends it", example="blog@example.org", default="")
    sendmail: str = key("program of this machine that sends", default="sendmail")
    smtp_host: str = key("mail server, instead of that program", default="")
    smtp_port: int = key("port of the mail server", default=587)
    smtp_starttls: bool = key("speak with the mail server in secret", default=True)
    smtp_user: str = key("name at the mail server", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentsSection:
    """``comments``: whether and where readers may comment."""

    open: bool = key("readers may comment", default=True)
    closes_after: str = key("comments close after this time", example="365d", default="")
    store: str = key("folder of the comment files", default="comments")
    intake: str = key("address of the comment intake", default="")
    contact: str = key("where readers can write instead", default="")
    notify: NotifySection = key("who is told of new comments", factory=NotifySection)


@dataclass(frozen=True, kw_only=True, slots=True)
class NavigationItem:
    """An entry of the main navigation."""

    label: Translated = key("what stands in the navigation", example="People", default="")
    url: Translated = key("where it leads", example="/people/", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class HolidaysSection:
    """``guidelines.holidays``: whose public holidays count."""

    region: str = key("country and region", example="DE-BW", default="")
    days_off: tuple[date, ...] = key("further days off", default=())


@dataclass(frozen=True, kw_only=True, slots=True)
class QuietPeriod:
    """A time in which a listed company says nothing about its figures."""

    start: date | None = key("first day", example="2026-12-15")
    end: date | None = key("last day", example="2027-02-10")


@dataclass(frozen=True, kw_only=True, slots=True)
class WordListSection:
    """``guidelines.lists.NAME``: a word list of the site, for the built-in rules or its own one.

    With ``code`` it is a rule of its own, and the code is the category of its entries; without,
    each entry counts for the rule of its category.
    """

    file: str = key("file of the list", example="registers/words-en.tsv", default="")
    lang: str = key("language of the texts that it is for", example="en", default="")
    code: str = key("code of a rule of your own", example="HOUSE001", default="")
    name: str = key("name of that rule", example="house-style", default="")
    severity: Literal["error", "warning", "info"] = key("how much it weighs", default="warning")
    why: Translated = key("why that rule is there", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class GuidelinesSection:
    """``guidelines``: the policy that the linter enforces; ``rules`` is checked by the linter."""

    rules: dict[str, Any] = key("rules: off, a severity, or options", factory=dict)
    lists: dict[str, WordListSection] = key("further word lists", factory=dict)
    plugins: tuple[str, ...] = key("rules from installed packages", default=())
    no_exceptions: tuple[str, ...] = key(
        "rules that nobody may except in a text", example="[JARG002]", default=()
    )
    holidays: HolidaysSection = key("public holidays and days off", factory=HolidaysSection)
    audience: Literal["b2c", "b2b", "mixed"] = key("who reads the blog", default="mixed")
    jurisdictions: tuple[str, ...] = key("whose law applies", default=("de",))
    listed: bool = key("the company is listed on a stock exchange", default=False)
    quiet_periods: tuple[QuietPeriod, ...] = key("times without figures", default=())
    technical_tags: tuple[str, ...] = key("tags of technical posts", default=())
    allowed_contacts: tuple[str, ...] = key("addresses and numbers that may appear", default=())
    readers: tuple[str, ...] = key("ids of the authors who read and answer comments", default=())


@dataclass(frozen=True, kw_only=True, slots=True)
class BuildSection:
    """``build``: how the site is written."""

    out: str = key("output folder", default="public")
    dead_links: Literal["error", "warn"] = key("what a dead link is", default="error")
    paginate: int = key("posts on a list page", default=10)
    noindex: bool = key("ask search engines to stay away", default=False)
    banner: Translated = key("line on top of every page", default="")
    drafts: bool = key("publish drafts too", default=False)
    future: bool = key("publish future posts too", default=False)
    expired: bool = key("publish expired posts too", default=False)
    outside_links: bool = key("follow links that lead out of the site's folder", default=False)
    reading_speed: int = key("words a minute", default=220)


@dataclass(frozen=True, kw_only=True, slots=True)
class ServeSection:
    """``serve``: how the preview behaves."""

    editor: str = key(
        "link that opens a place in your editor; with {path}, {line} and {column}",
        example="vscode://file/{path}:{line}:{column}",
        default="vscode://file/{path}:{line}:{column}",
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Environment:
    """``environments.NAME``: what differs on a preview or on the live site."""

    url: str = key("address of the blog in this environment", default="")
    noindex: bool | None = key("ask search engines to stay away")
    banner: Translated | None = key("line on top of every page")
    drafts: bool | None = key("publish drafts too")
    future: bool | None = key("publish future posts too")
    expired: bool | None = key("publish expired posts too")
    out: str = key("output folder", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """Everything in corpblog.yml; ``version`` is the version of its format."""

    version: int = key("version of the format of this file", default=1)
    site: SiteSection = key("name, address, language", factory=SiteSection)
    organization: OrganizationSection = key("the company", factory=OrganizationSection)
    legal: LegalSection = key("what the imprint must say", factory=LegalSection)
    theme: ThemeSection = key("how the blog looks", factory=ThemeSection)
    markup: MarkupSection = key("how Markdown becomes HTML", factory=MarkupSection)
    permalinks: PermalinksSection = key("patterns of addresses", factory=PermalinksSection)
    taxonomies: TaxonomiesSection = key("which groupings get pages", factory=TaxonomiesSection)
    feeds: FeedsSection = key("what readers can subscribe to", factory=FeedsSection)
    comments: CommentsSection = key("comments of readers", factory=CommentsSection)
    navigation: tuple[NavigationItem, ...] = key("main navigation", default=())
    guidelines: GuidelinesSection = key("the policy", factory=GuidelinesSection)
    build: BuildSection = key("how the site is written", factory=BuildSection)
    serve: ServeSection = key("how the preview behaves", factory=ServeSection)
    environments: dict[str, Environment] = key("what differs by environment", factory=dict)
    extra: dict[str, Any] = key("custom fields for templates", factory=dict)
