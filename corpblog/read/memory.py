"""What reading remembers between two runs on one site, so that an edit re-reads one file."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar, cast

Result = TypeVar("Result")

# The list of all source files is no file; its steps are kept under this path.
LISTING = ""
FILES = "files"


class Memory(Protocol):
    """Asked before each step that belongs to one file."""

    def recall(
        self, step: str, path: str, inputs: tuple[Any, ...], make: Callable[[], Result]
    ) -> Result:
        """What ``make`` gives for the file ``path``, from now or from an earlier run.

        ``inputs`` are all that goes in besides the file: with other ones the step is done again.
        """


class Forgetful:
    """The memory of a single run: every step is done."""

    def recall(
        self,
        step: str,  # noqa: ARG002 - one signature for all memories
        path: str,  # noqa: ARG002
        inputs: tuple[Any, ...],  # noqa: ARG002
        make: Callable[[], Result],
    ) -> Result:
        """What ``make`` gives."""
        return make()


class ReadMemory:
    """The memory of a preview: steps of a file are kept until somebody says that it changed.

    Nothing on the disk is looked at to find that out: whoever keeps a memory watches the files,
    and names each that changed, appeared or went to :meth:`forget`.
    """

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, tuple[tuple[Any, ...], Any]]] = {}

    def recall(
        self, step: str, path: str, inputs: tuple[Any, ...], make: Callable[[], Result]
    ) -> Result:
        """See :class:`Memory`. Values that are equal but not the same count as the same."""
        steps = self._kept.get(path)
        if steps is None:
            steps = self._kept[path] = {}
        known = steps.get(step)
        if known is not None and known[0] == inputs:
            return cast(Result, known[1])
        made = make()
        steps[step] = (inputs, made)
        return made

    def forget(self, paths: Iterable[str]) -> None:
        """Do all steps of these files again; of ``LISTING``, list the files again."""
        for path in paths:
            self._kept.pop(path, None)

    def has_listed(self, path: str) -> bool:
        """Whether the last reading knew of the source file ``path``."""
        known = self._kept.get(LISTING, {}).get(FILES)
        return known is not None and path in known[1][0]
