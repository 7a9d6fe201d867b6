"""``corpblog serve --comments``: take in comments beside a preview."""

import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpblog.commands.comments_serve import missing_intake, place_of
from corpblog.commands.words import BadWords

if TYPE_CHECKING:
    from corpblog.dialogue.intake.place import IntakePlace
    from corpblog.dialogue.intake.server import Intake
    from corpblog.model.site import Site

_PORT = 8081
_TRIES = 50


def require_intake() -> None:
    """Raise BadWords where the extra is not installed."""
    try:
        import corpblog.dialogue.intake.server  # noqa: F401 - whether it can be imported
    except ImportError as error:
        raise missing_intake(error) from error


class IntakeBeside:
    """An intake on this machine whose forms stand on the pages of a preview at ``address``.

    ``site`` gives the site as the preview has it, None while it cannot be read.
    """

    def __init__(self, root: Path, address: str, site: "Callable[[], Site | None]") -> None:
        self._root = root
        self._address = address
        self._site = site
        self._open = ExitStack()
        self._thread: threading.Thread | None = None
        self._intake: Intake | None = None

    def begin(self) -> str:
        """Take comments in from now on; the address of the intake, empty where no site is yet.

        Raises BadWords where another intake works on the database, or no port is free.
        """
        from corpblog.dialogue.intake.place import TakenError

        site = self._at_home()
        if site is None:
            return ""
        place = place_of(self._root, site, None)
        try:
            self._intake = self._listen(site, place)
        except TakenError:
            raise BadWords(
                "another intake works on the comments of this site",
                "end that one first, or leave --comments away",
            ) from None
        self._thread = threading.Thread(target=self._intake.serve, daemon=True)
        self._thread.start()
        return self._intake.public_url

    def end(self) -> None:
        """Let the requests under way finish, and free the database."""
        if self._intake is not None and self._thread is not None:
            self._intake.stop()
            self._thread.join()
        self._open.close()

    def _listen(self, site: "Site", place: "IntakePlace") -> "Intake":
        from corpblog.dialogue.intake.server import IntakeOptions, open_intake

        for port in range(_PORT, _PORT + _TRIES):
            # Browsers take localhost and 127.0.0.1 for two sites; pages of both may send forms.
            options = IntakeOptions(
                place=place,
                port=port,
                public_url=f"http://localhost:{port}",
                origins=(self._address.replace("//localhost", "//127.0.0.1"),),
            )
            try:
                return self._open.enter_context(open_intake(site, self._at_home, options))
            except OSError as error:
                if port == _PORT + _TRIES - 1:
                    reason = f"cannot take comments in: {error.strerror}"
                    raise BadWords(reason, f"free a port from {_PORT} on") from error
        raise AssertionError

    def _at_home(self) -> "Site | None":
        """The site as if the preview were its address, so that readers are led back there."""
        site = self._site()
        if site is None:
            return None
        section = replace(site.config.site, url=self._address)
        return replace(site, config=replace(site.config, site=section))
