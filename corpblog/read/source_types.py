"""How a picture came to be, in the words of the IPTC vocabulary of digital source types."""

from corpblog.nearest import nearest

# https://cv.iptc.org/newscodes/digitalsourcetype/, with the terms that it has retired.
_TYPES = tuple(
    """
    algorithmicMedia algorithmicallyEnhanced compositeCapture compositeSynthetic
    compositeWithTrainedAlgorithmicMedia composite computationalCapture dataDrivenMedia
    digitalArt digitalCapture digitalCreation humanEdits minorHumanEdits
    multiFrameComputationalCapture negativeFilm positiveFilm print screenCapture
    softwareImage trainedAlgorithmicMedia virtualRecording
    """.split()
)
_CLOSE = 0.8


def source_type(text: str) -> str:
    """The last part of an address such as ``http://cv.iptc.org/…/trainedAlgorithmicMedia``.

    Terms of the vocabulary get its capitals, other texts stay as they are.
    """
    term = text.strip().rstrip("/").rpartition("/")[2].rpartition(":")[2]
    return next((known for known in _TYPES if known.lower() == term.lower()), term)


def source_type_fault(text: str) -> tuple[str, str]:
    """Message and hint for a term that looks like a misspelt one of the vocabulary; else empty."""
    term = source_type(text)
    near = nearest(term, _TYPES, cutoff=_CLOSE) if term and term not in _TYPES else ""
    return (f"“{text}” is no type of the IPTC", f"did you mean “{near}”?") if near else ("", "")
