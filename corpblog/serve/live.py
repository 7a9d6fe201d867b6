"""The news for open tabs: one stream of events for each browser, and who listens to it."""

import threading
import time
from collections.abc import Iterator

# A line that says nothing now and then: a closed tab shows only when something is written to it.
_BEAT = 15.0


class News:
    """Counts the states of the site; every listener hears of each new one."""

    def __init__(self) -> None:
        # Two runs of the preview must not look like one: a tab may outlive the first.
        self._run = f"{time.time_ns():x}"
        self._number = 0
        self._ended = False
        self._change = threading.Condition()

    @property
    def version(self) -> str:
        """The name of the present state."""
        return f"{self._run}-{self._number}"

    def tell(self) -> None:
        """The site has a new state."""
        with self._change:
            self._number += 1
            self._change.notify_all()

    def end(self) -> None:
        """There will be no more news."""
        with self._change:
            self._ended = True
            self._change.notify_all()

    def stream(self) -> Iterator[bytes]:
        """Server-sent events (HTML Living Standard, 9.2): the present state, then each new one."""
        heard = -1
        yield b"retry: 500\n\n"
        while True:
            with self._change:
                if heard == self._number and not self._ended:
                    self._change.wait(_BEAT)
                if self._ended:
                    return
                fresh, heard = heard != self._number, self._number
            yield f"data: {self.version}\n\n".encode() if fresh else b": still here\n\n"
