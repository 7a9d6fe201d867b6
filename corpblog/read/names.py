"""What the name of a file says: identity, language, and where its pictures lie."""

from dataclasses import dataclass

# ISO 639-1, so that release-notes.io.md or talk.v2.md are not taken for a language by accident.
_LANGUAGES = frozenset(
    "aa ab af ak am an ar as av ay az ba be bg bm bn bo br bs ca ce ch co cs cu cv cy da de dv dz "
    "ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy hz ia id ie "
    "ig ii ik is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu "
    "lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps "
    "pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk "
    "tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)


def is_language(code: str) -> bool:
    """Whether ``code`` is a two-letter code of ISO 639-1."""
    return code in _LANGUAGES


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceName:
    """A path taken apart: ``id`` without folder prefix, ending, ``/index`` and language.

    ``folder`` holds the file (relative to the site); ``bundle`` tells that the folder belongs to
    this text alone (``NAME/index.md``). ``lang`` is empty where the name says nothing.
    """

    path: str
    id: str
    lang: str
    folder: str
    bundle: bool


def source_name(path: str, prefix: str) -> SourceName:
    """Take ``path`` apart, for a file below the folder ``prefix``."""
    folder, _, file = path.rpartition("/")
    stem = file.removesuffix(".md").removesuffix(".markdown")
    name, _, suffix = stem.rpartition(".")
    lang = suffix if name and suffix in _LANGUAGES else ""
    stem = name if lang else stem
    inner = folder.removeprefix(prefix).strip("/")
    bundle = stem == "index" and bool(inner)
    parts = (inner,) if bundle else (inner, stem)
    return SourceName(
        path=path,
        id="/".join(part for part in parts if part),
        lang=lang,
        folder=folder,
        bundle=bundle,
    )
