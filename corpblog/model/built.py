"""A built site as readers get it: the files of an output folder, before anything judges them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class BuiltSite:
    """Pages and feeds of an output folder by path; texts of ``.html``, ``.xml`` and ``.json``.

    ``folder`` is how messages name the output folder; paths are relative to it, with ``/``.
    """

    folder: str
    pages: Mapping[str, str]
    feeds: Mapping[str, str]
