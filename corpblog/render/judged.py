"""Who answered whom, and how soon: what the pages of a site with comments say of answers.

Whether something counts as answered is decided in ``answers``; what is asked once is kept. Sites
without comments never import this.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from corpblog.answers.answered import Desk, needs_of
from corpblog.answers.figures import Figures, figures_of
from corpblog.model.comment import Comment
from corpblog.model.post import Post
from corpblog.model.response import Need
from corpblog.render.threads import Talks, is_shown


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """An answer that an employee gave: to which comment, below which post."""

    post: Post
    question: Comment
    answer: Comment


@dataclass(frozen=True, kw_only=True)
class Judged:
    """The answers on one site."""

    talks: Talks
    _needs: dict[tuple[str, str], Mapping[str, Need]] = field(default_factory=dict)

    def needs(self, post: Post) -> Mapping[str, Need]:
        """What became of the comments on ``post`` that need an answer, by their ids."""
        key = (post.id, post.lang)
        known = self._needs.get(key)
        if known is None:
            thread = self.talks.site.dialogue.threads.get(key)
            found = needs_of(thread, post.authors, self._desk) if thread is not None else ()
            known = self._needs[key] = {need.comment.id: need for need in found}
        return known

    @cached_property
    def figures(self) -> tuple[Figures, ...]:
        """How readers were answered, by quarter, newest first."""
        site, posts = self.talks.site, self.talks.posts()
        needs = tuple(need for post in posts for need in self.needs(post).values())
        now = site.now.astimezone(self._desk.business.zone)
        return figures_of(site.dialogue, posts, needs, site.authors, now)

    @cached_property
    def given(self) -> Mapping[str, tuple[Given, ...]]:
        """The answers of each person, newest first; each with the first comment it answers."""
        found: dict[str, dict[str, Given]] = {}
        for post in self.talks.posts():
            for need in self.needs(post).values():
                answer = need.answer
                if answer is not None and answer.is_staff and is_shown(need.comment):
                    given = Given(post=post, question=need.comment, answer=answer)
                    found.setdefault(answer.record.author.staff, {}).setdefault(answer.id, given)
        return {id_: _newest_first(given) for id_, given in found.items()}

    @cached_property
    def _desk(self) -> Desk:
        """Who judges: the people, hours and limits of the site."""
        site = self.talks.site
        return Desk.of(site.config, site.authors, site.now)


def judged_of(talks: Talks) -> Judged:
    """The answers of a site, judged once."""
    if not talks.kept:
        talks.kept.append(Judged(talks=talks))
    judged: Judged = talks.kept[0]
    return judged


def prepare(talks: Talks) -> None:
    """Judge and count everything once, before the work is shared out."""
    judged = judged_of(talks)
    _ = judged.figures, judged.given


def _newest_first(given: Mapping[str, Given]) -> tuple[Given, ...]:
    return tuple(
        sorted(given.values(), key=lambda each: (each.answer.created, each.answer.id), reverse=True)
    )
