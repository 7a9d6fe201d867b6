"""What templates see of a conversation below a post, and of how readers were answered.

The same holds as for ``views``: flat records, ready to be laid out, version 1 of the context.
"""

from dataclasses import dataclass

from corpblog.render.views import DateView, FeedView, LinkView, PersonView, PromiseView


@dataclass(frozen=True, kw_only=True, slots=True)
class ElsewhereView:
    """An answer on another channel: ``label`` says where and when, ``summary`` what was said."""

    label: str
    summary: str
    by: LinkView | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentView:
    """A comment with the replies to it, oldest first.

    ``person`` is the employee who wrote it, as at that day; else ``name`` (never empty) and
    ``website`` say who did. ``anchor`` is its id on the page, ``url`` the way to it. ``removed`` is
    the stub of a comment that is gone, and then nothing else is set but ``replies``. ``level``
    counts from 0 and goes up to 3: what answers even deeper stands beside what it answers, which
    ``answers_to`` links. ``answers`` are further comments that this one speaks to. ``answered``
    leads to the answer. ``lang`` is set where the language is not that of the post. ``id`` is the
    name to which a form for replies refers.
    """

    id: str
    anchor: str
    url: str
    level: int
    name: str
    website: str
    affiliation: str
    person: PersonView | None
    date: DateView
    edited: str
    lang: str
    body_html: str
    removed: str
    answered: LinkView | None
    answers_to: LinkView | None
    answers: tuple[LinkView, ...]
    notes: tuple[str, ...]
    elsewhere: ElsewhereView | None
    promises: tuple[PromiseView, ...]
    replies: tuple["CommentView", ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MentionView:
    """Another site that says it speaks of the post: ``url`` is empty where it gave none."""

    label: str
    url: str
    date: DateView


@dataclass(frozen=True, kw_only=True, slots=True)
class FormView:
    """What a form for comments needs: where it is sent, the path of the post, limits in letters.

    ``privacy`` is the page about personal data, or None.
    """

    action: str
    uri: str
    most_name: int
    most_website: int
    least_text: int
    most_text: int
    privacy: LinkView | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkView:
    """The conversation below a post; there is none where nobody wrote and no form stands.

    ``count`` is that of the comments one can read, ``heading`` says it. ``intro`` are sentences
    about how soon answers come; ``links`` lead to comment policy and moderation report. Without
    ``form``, ``closed`` says why (empty where only the form is missing), and ``contact`` where to
    write instead.
    """

    heading: str
    count: int
    intro: tuple[str, ...]
    links: tuple[LinkView, ...]
    comments: tuple[CommentView, ...]
    mentions: tuple[MentionView, ...]
    form: FormView | None
    closed: str
    contact: LinkView | None
    feed: FeedView | None
