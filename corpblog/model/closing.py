"""Until when readers can comment below a post: one answer for pages and intake."""

import re
from datetime import datetime, timedelta

from corpblog.model.config import CommentsSection
from corpblog.model.post import Post

# A time such as 90d, 6w or “12 months”; a number alone counts days.
_SPAN = re.compile(r"(\d{1,5})\s*([a-z]*)", re.IGNORECASE)
_DAYS = {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}


def closing_time(post: Post, comments: CommentsSection) -> datetime | None:
    """The moment after which a post takes no more comments; None without a limit."""
    own = post.front.comments
    written = own.closes_after if own is not None and own.closes_after else comments.closes_after
    found = _SPAN.fullmatch(written.strip())
    days = _DAYS.get(found[2][:1].lower()) if found else None
    if found is None or days is None:
        return None
    try:
        return post.date + timedelta(days=int(found[1]) * days)
    except OverflowError:  # after the last year of the calendar
        return None


def takes_comments(post: Post, comments: CommentsSection, now: datetime) -> bool:
    """Whether a comment on ``post`` is welcome at ``now``."""
    own = post.front.comments
    end = closing_time(post, comments)
    return comments.open and (own is None or own.open) and (end is None or now < end)
