"""Files that are published as they are: static ones, the theme's, and pictures beside texts."""

import posixpath
import re
import struct
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from corpblog.files import is_leftover, walk
from corpblog.model.author import Author
from corpblog.model.page import Page
from corpblog.model.post import Post
from corpblog.model.source import SourceText
from corpblog.model.theme import Asset, Theme
from corpblog.read.context import Context
from corpblog.read.memory import LISTING

STATIC = "static"
# Where the theme's files lie in the output.
THEME_FILES = "assets"
# Where pictures lie that stand beside several texts.
SHARED_FILES = "media"

_TEXTS = (".md", ".markdown")
# A file as a target; with spaces only in brackets, quotation marks or as a value of YAML. A word is
# looked at from its start alone, and no path is longer than systems allow: time grows with length.
_NAMES = re.compile(
    r"""(?<![^\s()<>"'\[\]{}|,;=?#&:])[^\s()<>"'\[\]{}|,;=?#&:]+\.\w+"""
    r"""|(?<=[<"':])[^<>"'\n]{1,1000}\.\w+(?=[>"'\n])"""
)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")


def read_assets(
    context: Context,
    theme: Theme,
    posts: Iterable[Post],
    pages: Iterable[Page],
    authors: Mapping[str, Author],
) -> Mapping[str, Asset]:
    """Every file to copy, by its path in the output; the site's own files win over the theme's.

    Beside a text in a folder of its own (``NAME/index.md``) all files are published with it;
    beside other texts only those that a visible text names, so that drafts leak no pictures.
    """
    found = dict(_theme_assets(context, theme))
    texts: list[Post | Page] = [*posts, *pages]
    for label, path in (
        *_shared(context, texts),
        *_portraits(context, authors),
        *_bundled(context, texts),
        *((name, name.removeprefix(f"{STATIC}/")) for name in context.below(STATIC)),
    ):
        found[path] = _asset(context, context.root / label, label, path)
    return {path: found[path] for path in sorted(found)}


def _theme_assets(context: Context, theme: Theme) -> Iterator[tuple[str, Asset]]:
    for layer in reversed(theme.layers):
        if layer.static is None:
            continue
        for name in walk(layer.static, is_leftover).files:
            path = f"{THEME_FILES}/{name}"
            label = f"{posixpath.dirname(layer.label)}/static/{name}"
            yield path, _asset(context, layer.static / name, label, path)


def _bundled(context: Context, texts: list[Post | Page]) -> Iterator[tuple[str, str]]:
    """Files in the folder of one text, published beside its first version that readers see."""
    done: set[str] = set()
    order = {lang: number for number, lang in enumerate(context.languages)}
    for text in sorted(texts, key=lambda text: order[text.lang]):
        if not text.source.has_own_folder or text.folder in done:
            continue
        done.add(text.folder)
        for label in _files_below(context, text.folder):
            yield label, _beside(text.permalink) + label.removeprefix(f"{text.folder}/")


def _shared(context: Context, texts: list[Post | Page]) -> Iterator[tuple[str, str]]:
    """Files beside texts without a folder of their own, if a visible text names them.

    Whatever lies in the folder of one text belongs to that text alone, also while it is a draft.
    """
    owned = context.memory.recall("owned folders", LISTING, (), partial(_owned_folders, context))
    candidates = [
        label
        for folder in ("content/posts", "content/pages")
        for label in _files_below(context, folder)
        if owned.isdisjoint(_folders_of(label))
    ]
    named = _names_in(context, texts) if candidates else frozenset()
    for label in candidates:
        if posixpath.basename(label) in named:
            yield label, f"{SHARED_FILES}/{label.removeprefix('content/')}"


def _owned_folders(context: Context) -> frozenset[str]:
    """The folders that belong to one text each."""
    return frozenset(
        posixpath.dirname(path)
        for path in context.below("content", *_TEXTS)
        if SourceText(path=path, text="").has_own_folder
    )


def _folders_of(label: str) -> list[str]:
    parts = label.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _names_in(context: Context, texts: Iterable[Post | Page]) -> frozenset[str]:
    """The same of all ``texts``."""
    found: set[str] = set()
    for text in texts:
        look = partial(names_in_text, text.source)
        found |= context.memory.recall("names", text.source.path, (text.source,), look)
    return frozenset(found)


def names_in_text(source: SourceText) -> frozenset[str]:
    """Every word of a text that could be the name of a file, as written and decoded."""
    words = _NAMES.findall(source.text)
    return frozenset(posixpath.basename(unquote(word).strip()) for word in words)


def _portraits(context: Context, authors: Mapping[str, Author]) -> Iterator[tuple[str, str]]:
    """Files in a person's folder, and the portraits that profiles name."""
    for author in authors.values():
        home = _beside(author.permalink)
        if author.source.has_own_folder:
            for label in _files_below(context, author.folder):
                yield label, home + label.removeprefix(f"{author.folder}/")
        elif author.profile.image and author.profile.image != "none":
            label = posixpath.normpath(f"{author.folder}/{author.profile.image.src}")
            if label in context.known and label.startswith(f"{author.folder}/"):
                yield label, home + posixpath.basename(label)


def _files_below(context: Context, folder: str) -> list[str]:
    return [label for label in context.below(folder) if not label.endswith(_TEXTS)]


def _beside(permalink: str) -> str:
    """The folder, in the output, of the page at ``permalink``; empty or ending with a slash."""
    return (
        permalink.lstrip("/").rpartition("/")[0].rstrip("/") + "/" if "/" in permalink[1:] else ""
    )


def _asset(context: Context, source: Path, label: str, path: str) -> Asset:
    look = partial(_looked_at, source, label, path)
    return context.memory.recall(f"asset {path}", label, (source,), look)


def _looked_at(source: Path, label: str, path: str) -> Asset:
    width, height = _size(source) if path.lower().endswith(_PICTURES) else (0, 0)
    try:
        size = source.stat().st_size
    except OSError:
        size = 0
    return Asset(source=source, label=label, path=path, size=size, width=width, height=height)


def _size(source: Path) -> tuple[int, int]:
    """Width and height of a picture in pixels as it is shown; zeros where it cannot be read."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # Only the head is read here; how large the picture claims to be costs nothing.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(source) as picture:
                width, height = picture.size
                turned = picture.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, struct.error):
        return 0, 0
    except Image.DecompressionBombError:
        return 0, 0
    return (height, width) if turned else (width, height)
