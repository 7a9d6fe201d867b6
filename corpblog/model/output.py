"""What a build makes: output files, and the trace each leaves once it is staged."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class OutputFile:
    """A finished file of the site: ``path`` is relative to the output folder, with ``/``."""

    path: str
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class StagedFile:
    """An output file that lies ready on disk: SHA-256 of its bytes as hex, size in bytes."""

    path: str
    digest: str
    size: int
