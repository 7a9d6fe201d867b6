"""Comments that Staticman and its like committed: a folder for each post, a file for each one."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpblog.dialogue.cleaning import text_digest
from corpblog.dialogue.imports.faults import refusal
from corpblog.dialogue.imports.foreign import Export, ForeignComment, ForeignThread, Note
from corpblog.dialogue.imports.moments import moment
from corpblog.dialogue.imports.small_yaml import Unreadable, json_texts, yaml_texts
from corpblog.files import is_leftover, walk

SYSTEM = "staticman"
# Where the comments lie in a whole site of Jekyll or Hugo.
_PLACES = ("_data/comments", "src/_data/comments", "data/comments")
_ENDINGS = (".yml", ".yaml", ".json")
_MOST_BYTES = 1_000_000
_STAMP = re.compile(r"\d{10,13}")
_POSITION = re.compile(r"[1-9]\d{0,5}")
# Names of the same field in the set-ups that people copied from each other.
_IDS = ("_id", "id")
_PATHS = ("_parent", "path", "url_path", "permalink")
_SLUGS = ("slug", "post", "post_id", "postId", "page", "page_id")
_TEXTS = ("message", "comment", "body", "content", "text")
_NAMES = ("name", "author", "fullname")
_SITES = ("url", "website", "site")
_DATES = ("date", "timestamp", "created", "created_at", "createdAt")
_PARENTS = ("replying_to", "replyingTo", "reply_to", "parent", "parent_id", "replying_to_id")


@dataclass(frozen=True, kw_only=True, slots=True)
class _File:
    """A comment file: its path below the folder, and its values."""

    path: str
    values: Mapping[str, str]

    def first(self, names: tuple[str, ...]) -> str:
        """The first of these keys that says something."""
        return next((self.values[name] for name in names if self.values.get(name, "").strip()), "")

    @property
    def stem(self) -> str:
        """The file's name without folder and extension."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def id(self) -> str:
        """What the comment is called: where nothing is told, the number in the file's name."""
        told = self.first(_IDS).strip() or self.stem
        return told.removeprefix("comment-")


def read_staticman(source: Path) -> Export:
    """The comments below a folder, or of a whole Jekyll or Hugo site.

    Raises CorpblogError where there is no such folder (IMPORT011) or no comment (IMPORT012).
    """
    root = _comments_folder(source)
    unreadable: list[Note] = []
    folders: dict[str, list[_File]] = {}
    for path in walk(root, is_leftover).files:
        if path.endswith(_ENDINGS):
            try:
                file = _read(root, path)
            except (Unreadable, OSError, UnicodeDecodeError) as error:
                unreadable.append(Note(path, str(error)))
                continue
            folders.setdefault(_folder_of(file), []).append(file)
    comments: list[ForeignComment] = []
    notes: list[Note] = []
    for folder, files in sorted(folders.items()):
        comments += _thread(folder, files, notes)
    if not comments and not unreadable:
        message = "there is no comment file (.yml, .yaml, .json) in this folder"
        raise refusal("IMPORT012", source, message, f"name the folder {_PLACES[0]}")
    return Export(
        system=SYSTEM,
        comments=tuple(comments),
        notes=tuple(notes),
        unreadable=tuple(unreadable),
    )


def _comments_folder(source: Path) -> Path:
    if not source.is_dir():
        what = "is a file, not a folder" if source.exists() else "does not exist"
        hint = "name the folder of the comments, such as _data/comments"
        raise refusal("IMPORT011", source, f"{source.as_posix()} {what}", hint)
    return next((source / place for place in _PLACES if (source / place).is_dir()), source)


def _read(root: Path, path: str) -> _File:
    file = root / path
    if file.stat().st_size > _MOST_BYTES:
        raise Unreadable("larger than a million bytes")
    text = file.read_bytes().decode("utf-8-sig")
    values = json_texts(text) if path.endswith(".json") else yaml_texts(text)
    found = _File(path=path, values=values)
    if not found.first(_TEXTS):
        raise Unreadable(f"no text: none of the keys {', '.join(_TEXTS)} says anything")
    return found


def _folder_of(file: _File) -> str:
    """The short name of the post: the folder, or a key where all files lie together."""
    folder = file.path.rpartition("/")[0]
    return folder or file.first((*_SLUGS, *_PATHS)).strip().strip("/")


def _thread(folder: str, files: list[_File], notes: list[Note]) -> Iterator[ForeignComment]:
    """The comments of one post; files come in the order of their names."""
    links = Counter(link for file in files if (link := file.first(_PATHS).strip()))
    thread = ForeignThread(
        links=tuple(sorted(links, key=lambda link: (-links[link], link))),
        slug=folder.rpartition("/")[2],
    )
    ids = {file.id for file in files}
    tops = [file for file in files if not file.first(_PARENTS).strip()]
    for file in files:
        wanted = file.first(_PARENTS).strip()
        parent = _parent(wanted, ids, tops)
        if wanted and not parent:
            what = f"answers “{wanted[:60]}”, which this thread does not have"
            notes.append(Note(file.path, f"{what}: it begins a conversation"))
        yield dataclasses.replace(_comment(file, thread), parent=parent)


def _parent(wanted: str, ids: set[str], tops: list[_File]) -> str:
    """The id of the comment that ``replying_to`` means.

    Either an id, or the position (from 1) among those comments of the thread that answer none.
    """
    bare = wanted.removeprefix("comment-")
    if bare in ids:
        return bare
    if _POSITION.fullmatch(wanted) and int(wanted) <= len(tops):
        return tops[int(wanted) - 1].id
    return ""


def _comment(file: _File, thread: ForeignThread) -> ForeignComment:
    written = file.first(_TEXTS)
    name = file.first(_NAMES).strip()
    hash_, avatar = file.values.get("email", ""), file.values.get("avatar", "")
    stamp = _STAMP.search(file.stem)
    created = moment(file.first(_DATES)) or (moment(stamp[0]) if stamp else None)
    # The hidden field is a trap: people leave it empty.
    trapped = bool(file.values.get("hidden", "").strip())
    return ForeignComment(
        place=file.path,
        thread=thread,
        id=file.id,
        created=created,
        name=name,
        url=file.first(_SITES).strip(),
        text=written,
        digest=text_digest(written),
        left_out="spam (the hidden field was filled in)" if trapped else "",
        identities=(name,) if name else (),
        proof=hash_,
        secrets=(hash_, avatar, file.values.get("ip", "")),
    )
