"""What the new blog is called, where it lives, in which language: read where it can be read."""

from collections import Counter
from dataclasses import dataclass

from corpblog.diagnostics import Location
from corpblog.importers.blog import OldBlog
from corpblog.importers.facts.addresses import Choice
from corpblog.importers.facts.languages import WITH_INTERFACE
from corpblog.importers.record import Kind, Loss, Section
from corpblog.importers.text.language import detect

# An address of nobody (RFC 2606) until a person writes the right one.
_PLACEHOLDER = "https://blog.example.org/"
_AUTHOR_FOLDERS = ("author", "authors", "team", "people")


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteFacts:
    """Settings of the new blog; ``url_known`` is false while the address is a placeholder."""

    title: str
    url: str
    url_known: bool
    lang: str
    author_pattern: str
    losses: tuple[Loss, ...]

    def migrated_from(self, old: str) -> str:
        """The old address of a post: whole where the old host is known."""
        return self.url.rstrip("/") + old if self.url_known else old


def site_facts(blog: OldBlog, choice: Choice) -> SiteFacts:
    """The facts, each with an entry in the report unless the old configuration says it."""
    settings = blog.settings
    losses = [_loss(blog, Section.ADDRESSES, "pattern of addresses", choice.pattern, choice.reason)]
    url = settings.url or (f"https://{choice.host}/" if choice.host else "")
    if not settings.url:
        done = (
            "taken from links in the old texts: is it right?"
            if url
            else f"{_PLACEHOLDER} stands in corpblog.yml: write the right one"
        )
        losses.append(_loss(blog, Section.ADDRESSES, "address of the blog", url, done))
    title = settings.title
    if not title:
        title = choice.host or "Our blog"
        done = "no configuration gives the name: write it into corpblog.yml"
        losses.append(_loss(blog, Section.FRONT_MATTER, "name of the blog", title, done))
    lang = settings.lang
    if not lang:
        votes = Counter(found for post in blog.posts if (found := detect(post.text.body.text)))
        lang = min(votes, key=lambda each: (-votes[each], each)) if votes else "en"
        done = "the language of most posts; no configuration gives it"
        losses.append(_loss(blog, Section.LANGUAGES, "language of the blog", lang, done))
    elif lang not in WITH_INTERFACE:
        done = f"the interface is English: add i18n/{lang}.yml, then write lang: {lang}"
        losses.append(_loss(blog, Section.LANGUAGES, "language of the blog", lang, done))
        lang = "en"
    return SiteFacts(
        title=title,
        url=f"{url.rstrip('/')}/" if url else _PLACEHOLDER,
        url_known=bool(url),
        lang=lang,
        author_pattern=_author_pattern(blog),
        losses=tuple(losses),
    )


def _author_pattern(blog: OldBlog) -> str:
    """Where people had their pages, if the old texts link to such pages."""
    ids = [profile.old_id for profile in blog.profiles]
    uses = Counter(
        folder
        for post in blog.posts
        for folder in _AUTHOR_FOLDERS
        if f"/{folder}/" in post.text.body.text
        and any(f"/{folder}/{old_id}" in post.text.body.text for old_id in ids)
    )
    folder = min(uses, key=lambda name: (-uses[name], name)) if uses else "people"
    return f"/{folder}/{{slug}}/"


def _loss(blog: OldBlog, section: Section, construct: str, found: str, done: str) -> Loss:
    return Loss(
        location=Location(path=blog.settings.path or "."),
        section=section,
        kind=Kind.CONFIRM,
        construct=construct,
        found=found,
        done=done,
    )
