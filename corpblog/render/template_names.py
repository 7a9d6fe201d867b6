"""A name that a template asks for in vain: who lacks it, as the template calls it."""

import dataclasses
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from corpblog.nearest import nearest
from corpblog.render import duty_views, views

GUIDE = "docs/themes.md lists what templates get"
# The variables of templates and the records that they hold.
_VARIABLES = {
    "site": "SiteView",
    "page": "PageView",
    "post": "PostView",
    "author": "AuthorView",
    "listing": "ListView",
    "text": "TextView",
    "log": "CorrectionLogView",
    "policy": "PolicyView",
    "comments": "CommentPolicyView",
    "report": "ModerationView",
    "tombstone": "TombstoneView",
    "target": "LinkView",
}
_FIELDS: Mapping[str, tuple[str, ...]] = {
    name: tuple(each.name for each in dataclasses.fields(view))
    for name, view in {**vars(views), **vars(duty_views)}.items()
    if isinstance(view, type) and dataclasses.is_dataclass(view)
}
_KINDS = {
    "str": "a text",
    "Markup": "a text",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "tuple": "a list",
    "list": "a list",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Asking:
    """Where a template asked: its tree (None if unknown), the line, the variables it was given."""

    tree: nodes.Template | None
    line: int
    given: Collection[str]


def missing_name(said: str, asking: Asking) -> tuple[str, str]:
    """What jinja2 ``said`` of an undefined value in plain words, and what to do."""
    if found := re.fullmatch(r"'(\w+)' is undefined", said):
        return _variable(found[1], asking)
    if found := re.fullmatch(r"'([\w.]+?)(?: object)?' has no attribute '(.*)'", said, re.DOTALL):
        return _field(found[1].rsplit(".", 1)[-1], found[2], asking)
    if found := re.fullmatch(r"[\w.]+ object has no element (.+)", said):
        hint = f"entries count from 0; ask first how many there are; {GUIDE}"
        return f"a list has no entry number {found[1]}", hint
    if found := re.search(r"does not export the requested name '(\w+)'", said):
        return f"the imported template has no macro “{found[1]}”", "look at the names of its macros"
    if found := re.fullmatch(r"parameter '(\w+)' was not provided", said):
        return f"this macro needs a value for “{found[1]}”", "give one where the macro is called"
    if found := re.fullmatch(r"there is no parent block called '(\w+)'\.", said):
        hint = "take {{ super() }} out, or look at the name of the block"
        return f"no layer below has a block “{found[1]}”", hint
    return f"something is asked for that is not there ({said})", GUIDE


def _variable(wanted: str, asking: Asking) -> tuple[str, str]:
    message = f"this template uses “{wanted}”, which does not exist here"
    if wanted in asking.given:
        hint = "an imported file sees the page's variables only after: {% import … with context %}"
        return message, f"{hint}; {GUIDE}"
    here = [*asking.given, *sorted(_own_names(asking.tree))]
    near = nearest(wanted, [name for name in here if name != wanted])
    if near:
        return message, f"did you mean “{near}”? {GUIDE}"
    if wanted in _VARIABLES:
        hint = f"pages of another kind have it; this one has {', '.join(asking.given)}"
        return message, f"{hint}; {GUIDE}"
    known = f"known here: {', '.join(asking.given)}; " if asking.given else ""
    return message, f"{known}{GUIDE}"


def _field(kind: str, wanted: str, asking: Asking) -> tuple[str, str]:
    owner = _owner(kind, wanted, asking)
    who = f"`{owner}`" if owner else "a value in this line"
    if kind == "None":
        ask = f"ask first: {{% if {owner} %}}" if owner else "ask first with {% if %}"
        return f"{who} is none here, so it has no “{wanted}”", f"{ask}; {GUIDE}"
    message = f"{who} has no “{wanted}”"
    if kind in ("dict", "mappingproxy"):
        ask = f'{{% if "{wanted}" in {owner or "…"} %}}'
        return message, f"ask first: {ask}; not every text sets this field; {GUIDE}"
    if kind == "TemplateModule":
        return f"{who} has no macro “{wanted}”", "look at the names of the macros in that file"
    if kind in _KINDS:
        return f"{who} is {_KINDS[kind]} and has no “{wanted}”", GUIDE
    known = _FIELDS.get(kind, ())
    near = nearest(wanted, known)
    meant = f"did you mean “{near}”?" if near else f"it has {', '.join(known)};" if known else ""
    return message, f"{meant} {GUIDE}".strip()


def _owner(kind: str, wanted: str, asking: Asking) -> str:
    """The expression that lacks ``wanted``, as the template writes it; empty if that is unclear."""
    found = list(_asked(asking.tree, wanted))
    here = [name for line, name in found if line == asking.line] or [name for _, name in found]
    names = sorted(set(here))
    if len(names) > 1:
        names = [name for name in names if _VARIABLES.get(name) == kind]
    return names[0] if len(names) == 1 else ""


def _asked(tree: nodes.Template | None, wanted: str) -> Iterator[tuple[int, str]]:
    """The lines at which ``wanted`` is asked for, and of whom."""
    if tree is None:
        return
    for field in tree.find_all(nodes.Getattr):
        if field.attr == wanted:
            yield field.lineno, _written(field.node)
    for entry in tree.find_all(nodes.Getitem):
        if isinstance(entry.arg, nodes.Const) and entry.arg.value == wanted:
            yield entry.lineno, _written(entry.node)


def _written(node: nodes.Node) -> str:
    """An expression of names and fields as it is written; empty for any other."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            owner = _written(node.node)
            return f"{owner}.{node.attr}" if owner else ""
        case nodes.Getitem(arg=nodes.Const(value=entry)):
            owner = _written(node.node)
            return f"{owner}[{entry!r}]" if owner else ""
    return ""


def _own_names(tree: nodes.Template | None) -> set[str]:
    """What a template itself gives a name: its loops, its ``set``, its macros and imports."""
    if tree is None:
        return set()
    found = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    found |= {node.name for node in tree.find_all(nodes.Macro)}
    return found | {node.target for node in tree.find_all(nodes.Import)}
