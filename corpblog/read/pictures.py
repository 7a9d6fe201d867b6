"""Pictures that front matter names: they must be there, and inside the site."""

import posixpath
from collections.abc import Iterable, Mapping

from corpblog.diagnostics import Diagnostic, Severity
from corpblog.model.author import Author, Picture
from corpblog.model.page import Page
from corpblog.model.post import Post
from corpblog.model.source import SourceText
from corpblog.nearest import nearest
from corpblog.read.addresses import source_path
from corpblog.read.assets import STATIC
from corpblog.read.context import Context
from corpblog.read.faults import FAULTS
from corpblog.read.front_matter import split


def picture_faults(
    context: Context, texts: Iterable[Post | Page], authors: Mapping[str, Author]
) -> Iterable[Diagnostic]:
    """A fault for each picture that is missing (a warning where dead links are) or outside."""
    for text in texts:
        if text.front.image is not None:
            yield from _judge(context, text.source, text.folder, text.front.image)
    for author in authors.values():
        image = author.profile.image
        if image is not None and image != "none":
            yield from _judge(context, author.source, author.folder, image)


def _judge(
    context: Context, source: SourceText, folder: str, picture: Picture
) -> Iterable[Diagnostic]:
    src = picture.src
    if not src or src.startswith(("http://", "https://")):
        return
    path = source_path(folder, src)
    if path is None:
        hint = "put the picture beside the text, or into static/"
        yield _fault(source, "SRC025", f"src: “{src}” lies outside the site", hint)
        return
    wanted = f"{STATIC}/{path}" if src.startswith("/") else path
    if wanted not in context.known:
        severity = Severity.WARNING if context.config.build.dead_links == "warn" else Severity.ERROR
        message = f"src: there is no file {wanted}"
        yield _fault(source, "SRC027", message, _nearest_hint(context, wanted), severity)


def _nearest_hint(context: Context, wanted: str) -> str:
    folder, _, name = wanted.rpartition("/")
    near = nearest(name, [posixpath.basename(label) for label in context.below(folder)])
    return f"did you mean “{near}”?" if near else "put the picture there, or correct the path"


def _fault(
    source: SourceText, code: str, message: str, hint: str, severity: Severity | None = None
) -> Diagnostic:
    front, _ = split(source)
    if front is None:
        return FAULTS[code].at(source.location(0), message, hint=hint, severity=severity)
    return front.yaml.fault(code, ("image", "src"), message, hint=hint, severity=severity)
