"""What time it is for a preview: the same for an hour, so that no page changes by itself."""

from datetime import UTC, datetime, timedelta

from corpblog.model.post import PostState
from corpblog.model.site import Site

_STEP = timedelta(hours=1)


class Clock:
    """A clock that is set now and then; at ``fixed``, if a person wants it so."""

    def __init__(self, fixed: datetime | None) -> None:
        self._fixed = fixed
        self._set = datetime.now(UTC)

    def time(self) -> datetime:
        """The time for the next reading."""
        now = datetime.now(UTC)
        if now - self._set > _STEP:
            self._set = now
        return self._fixed or self._set

    def is_late_for(self, site: Site) -> bool:
        """Whether a post was to appear meanwhile; then the clock is set, and all is read again."""
        now = datetime.now(UTC)
        waiting = (*site.posts, *site.hidden)
        late = self._fixed is None and any(
            self._set < post.date <= now for post in waiting if post.state is PostState.FUTURE
        )
        if late:
            self._set = now
        return late
