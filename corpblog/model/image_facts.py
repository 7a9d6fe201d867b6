"""What a picture file tells about itself: size, look and the metadata that travel with it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class ImageFacts:
    """A picture of the site; ``path`` is its source relative to the root, ``digest`` SHA-256.

    The flags say which private metadata the file carries; texts are empty where it has none.
    ``digital_source_type`` is a short name of the IPTC vocabulary, such as
    ``trainedAlgorithmicMedia``. ``has_author_property`` is for documents (PDF).
    """

    path: str
    digest: str
    width: int = 0
    height: int = 0
    has_position: bool = False
    has_serial: bool = False
    has_account: bool = False
    has_thumbnail: bool = False
    has_author_property: bool = False
    creator: str = ""
    copyright: str = ""
    digital_source_type: str = ""
