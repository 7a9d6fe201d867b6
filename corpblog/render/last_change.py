"""When a post last changed for its readers: the one answer for feeds, sitemap and metadata."""

from datetime import datetime, timedelta

from corpblog.model.post import Post

# A correction has a day and no time. Where that day says nothing new (it is the day of the post,
# or of the correction before), a minute makes the change visible to programs that compare times.
_STEP = timedelta(minutes=1)


def last_changed(post: Post) -> datetime:
    """The publication, the update or the last correction, whichever is latest.

    Each correction moves it: to the beginning of its day, or a minute on.
    """
    if not post.front.corrections:
        return max(post.date, post.updated)
    moment = post.date
    days = sorted(note.date for note in post.front.corrections if note.date is not None)
    for day in days:
        begins = datetime(day.year, day.month, day.day, tzinfo=post.date.tzinfo)
        moment = max(begins, moment + _STEP)
    return max(moment, post.updated)
