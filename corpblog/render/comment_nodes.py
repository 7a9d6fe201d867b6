"""The comments on a post in the words of schema.org, as the page shows them."""

from collections.abc import Callable, Iterator

from corpblog.markup.remarks import remark_text
from corpblog.render.comment_views import CommentView, TalkView
from corpblog.render.schema_nodes import Node, named, present
from corpblog.render.views import PersonView


def comment_nodes(
    talk: TalkView | None, person: Callable[[PersonView], Node], absolute: Callable[[str], str]
) -> Node:
    """``commentCount`` and ``comment`` of a post; empty where nobody wrote.

    An answered comment is a Question too, and what answers it an Answer. Removed comments and
    words of other sites are not among them.
    """
    if talk is None or not talk.count:
        return {}
    every = list(_every(talk.comments, ""))
    answers = {comment.answered.url for comment, _ in every if comment.answered is not None}
    nodes = []
    for comment, parent in every:
        url = absolute(comment.url)
        by = person(comment.person) if comment.person is not None else _reader(comment)
        answer = comment.answered.url if comment.answered is not None else ""
        # Said on another channel, the answer stands with the comment itself.
        told_there = answer == comment.url
        kinds = ["Comment"]
        kinds += ["Question"] if answer and not told_there else []
        kinds += ["Answer"] if comment.url in answers and not told_there else []
        nodes.append(
            present(
                {
                    "@type": kinds if len(kinds) > 1 else kinds[0],
                    "@id": url,
                    "url": url,
                    "text": remark_text(comment.body_html),
                    "dateCreated": comment.date.iso,
                    "inLanguage": comment.lang,
                    "author": by,
                    "parentItem": {"@id": absolute(parent)} if parent else None,
                    "acceptedAnswer": {"@id": absolute(answer)} if "Question" in kinds else None,
                }
            )
        )
    return {"commentCount": talk.count, "comment": nodes}


def _every(comments: tuple[CommentView, ...], parent: str) -> Iterator[tuple[CommentView, str]]:
    """All comments one can read, each with the address of what it answers."""
    for comment in comments:
        above = comment.answers_to.url if comment.answers_to is not None else parent
        if not comment.removed:
            yield comment, above
        # The note that a comment was removed is no item that others could refer to.
        yield from _every(comment.replies, "" if comment.removed else comment.url)


def _reader(comment: CommentView) -> Node:
    node = named("Person", comment.name)
    return {**node, "url": comment.website} if comment.website else node
