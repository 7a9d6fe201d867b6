"""The comments on a post in the words of schema.org, as the page shows them."""

from collections.abc import Iterator

from corpblog.markup.remarks import remark_text
from corpblog.render.comment_views import CommentView, TalkView
from corpblog.render.schema_nodes import Node, named, present
from corpblog.render.structured_data import StructuredData


def comment_nodes(talk: TalkView | None, known: StructuredData) -> Node:
    """``commentCount`` and ``comment`` of a post; empty where nobody wrote.

    An answered comment is a Question too, and what answers it an Answer. Removed comments and
    words of other sites are not among them.
    """
    if talk is None or not talk.count:
        return {}
    every = list(_every(talk.comments, ""))
    answers = {each.answered.url for each, _ in every if each.answered is not None}
    return {
        "commentCount": talk.count,
        "comment": [_node(each, parent, each.url in answers, known) for each, parent in every],
    }


def _node(comment: CommentView, parent: str, is_answer: bool, known: StructuredData) -> Node:
    url = known.absolute(comment.url)
    answer = comment.answered.url if comment.answered is not None else ""
    if answer == comment.url:
        # Given on another channel, the answer stands with the question itself.
        answer, is_answer = "", False
    kinds = ["Comment", *["Question"][: bool(answer)], *["Answer"][:is_answer]]
    person = comment.person
    return present(
        {
            "@type": kinds if len(kinds) > 1 else "Comment",
            "@id": url,
            "url": url,
            "text": remark_text(comment.body_html),
            "dateCreated": comment.date.iso,
            "inLanguage": comment.lang,
            "author": known.person(person) if person is not None else _reader(comment),
            "parentItem": {"@id": known.absolute(parent)} if parent else None,
            "acceptedAnswer": {"@id": known.absolute(answer)} if answer else None,
        }
    )


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
