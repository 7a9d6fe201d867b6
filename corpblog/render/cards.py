"""Posts as lists show them: with the faces of their authors, and with what was paid for."""

from dataclasses import dataclass, field

from corpblog.model.correction import CorrectionKind
from corpblog.model.post import Post, PostState
from corpblog.render.content import Contents
from corpblog.render.i18n import Language
from corpblog.render.people import People
from corpblog.render.sentences import disclosure_views
from corpblog.render.translations import Translations
from corpblog.render.views import PostCard


@dataclass(frozen=True, kw_only=True, slots=True)
class Cards:
    """The cards of one site, each made once for each language it is shown in."""

    people: People
    translations: Translations
    contents: Contents
    _seen: dict[tuple[int, str], PostCard] = field(default_factory=dict)

    def of(self, post: Post, lang: str) -> PostCard:
        """``post`` in a list on a page in ``lang``; its own words stay in its own language."""
        key = (id(post), lang)
        card = self._seen.get(key)
        if card is None:
            card = self._seen[key] = self._make(post, lang)
        return card

    def _make(self, post: Post, lang: str) -> PostCard:
        language = self.people.languages[lang]
        ties = disclosure_views(self.people, self.translations, post, lang)
        return PostCard(
            title=shown_title(post, self.people.languages[post.lang]),
            url=self.people.addresses.href(post.permalink),
            lang=post.lang,
            summary=self.summary(post),
            people=self.people.byline(post, lang),
            date=language.when(post.date),
            disclosure=next((tie.text for tie in ties if tie.paid), ""),
            banner=banner(post, language),
        )

    def summary(self, post: Post) -> str:
        """The summary that the author wrote, else the beginning of the text."""
        return post.front.summary or self.contents.post(post).excerpt


def shown_title(post: Post, language: Language) -> str:
    """The title; a retraction stands in it (catalogue CORR003)."""
    if any(note.kind is CorrectionKind.RETRACTION for note in post.front.corrections):
        return language.text("post.retracted", title=post.title)
    return post.title


def banner(post: Post, language: Language) -> str:
    """The mark of a post that only a preview shows; empty for a published one."""
    if post.state is PostState.PUBLISHED:
        return ""
    return language.text(f"post.state.{post.state}")
