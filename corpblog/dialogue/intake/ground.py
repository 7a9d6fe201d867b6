"""What the intake knows of the site, read again when it may be out of date."""

import time
from collections.abc import Callable
from threading import Lock

from corpblog.dialogue.intake.pages_open import Grounds, OpenPage, grounds_of
from corpblog.model.site import Site

# A post that nobody knows may be a new one; the site is read for it at most this often (seconds).
_SOON = 30.0
# Names of new employees and closing days come in after this time at the latest (seconds).
_LATE = 600.0


class Ground:
    """The grounds of a site that changes while the intake runs."""

    def __init__(
        self,
        first: Site,
        read: Callable[[], Site | None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read = read
        self._clock = clock
        self._lock = Lock()
        self._known = grounds_of(first)
        self._read_at = clock()

    def current(self) -> Grounds:
        """The grounds, at most ten minutes old."""
        self._renew(_LATE)
        return self._known

    def page(self, uri: str) -> OpenPage | None:
        """The page behind a path; one that was published a moment ago is found too."""
        page = self.current().page(uri)
        if page is None and self._renew(_SOON):
            page = self._known.page(uri)
        return page

    def _renew(self, age: float) -> bool:
        """Read the site if it was not read for ``age`` seconds; a broken one changes nothing."""
        with self._lock:
            if self._clock() - self._read_at < age:
                return False
            site = self._read()
            self._read_at = self._clock()
            if site is not None:
                self._known = grounds_of(site)
            return site is not None
