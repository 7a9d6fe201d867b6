"""What a build makes: the trace that each file leaves once it is staged."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class StagedFile:
    """A file of the site that lies ready on disk: ``path`` is relative to the output folder, with
    ``/``; ``digest`` is the SHA-256 of its bytes as hex, ``size`` is in bytes.
    """

    path: str
    digest: str
    size: int
