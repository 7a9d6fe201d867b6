"""The plan of the house as a test: floors, no circles, small rooms, and no banned names."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "corpblog"

# Imports run down only; rooms of one floor do not know each other.
FLOORS: dict[str, float] = {
    "diagnostics": 1,
    "files": 1,
    "memo": 1,
    "nearest": 1,
    "collector": 1,
    "parallel": 1,
    "yaml_writing": 1,
    "model": 2,
    "markup": 3,
    "wordlists": 3,
    "answers": 3.5,
    "read": 4,
    "render": 4,
    "write": 4,
    "report": 4,
    "importers": 4,
    "lint": 4,
    "dialogue": 4,
    "history": 4,
    "serve": 4,
    "shares": 5,
    "judging": 5,
    "mending": 5,
    "preview": 6,
    "checking": 6,
    "pipeline": 6,
    "commands": 7,
    "cli": 8,
    "__main__": 9,
}
GROUND = ("corpblog",)

BANNED = frozenset("utils helpers common base manager handler misc data info".split())
MOST_LINES = 400
MOST_FUNCTION_LINES = 40

# Borrowed libraries and the only rooms (or files) that may import them.
DOORS: dict[str, tuple[str, ...]] = {
    "jinja2": ("corpblog/render/",),
    "babel": ("corpblog/render/",),
    "markupsafe": ("corpblog/render/",),
    "markdown": ("corpblog/markup/",),
    "pyromark": ("corpblog/markup/",),
    "pygments": ("corpblog/markup/",),
    "nh3": ("corpblog/markup/",),
    "selectolax": ("corpblog/markup/",),
    "latex2mathml": ("corpblog/markup/",),
    # docs/decisions: foreign front matter is read by a tolerant reader of its own.
    "yaml": (
        "corpblog/read/",
        "corpblog/importers/",
        "corpblog/dialogue/imports/",
        "corpblog/commands/",
    ),
    "msgspec": ("corpblog/read/",),
    "PIL": ("corpblog/read/",),
    "rich": ("corpblog/report/",),
    "watchdog": ("corpblog/serve/",),
    "argparse": ("corpblog/commands/", "corpblog/cli.py"),
    "shtab": ("corpblog/commands/",),
}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "themes" not in path.parts)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(path: Path) -> Iterator[str]:
    return (name for name in imports_of(path) if name.startswith("corpblog."))


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_run_down_only(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    for name in own_imports(path):
        other = name.split(".")[1]
        if other in (room, "__version__"):
            continue
        assert FLOORS[other] < FLOORS[room], f"{room} imports {other}, which is not below it"


def test_no_module_imports_itself_in_a_circle() -> None:
    known = {
        name_of(path).removesuffix(".py").removesuffix("/__init__").replace("/", "."): path
        for path in modules()
    }
    graph = {
        name: {other for other in own_imports(path) if other in known and other != name}
        for name, path in known.items()
    }
    done: set[str] = set()

    def visit(name: str, chain: tuple[str, ...]) -> None:
        assert name not in chain, " -> ".join([*chain, name])
        if name in done:
            return
        for other in sorted(graph[name]):
            visit(other, (*chain, name))
        done.add(name)

    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_borrowed_libraries_come_through_their_door(path: Path) -> None:
    for name in imports_of(path):
        rooms = DOORS.get(name.split(".")[0])
        if rooms is not None:
            assert name_of(path).startswith(rooms), f"{name} has its door in {rooms}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_file_is_small_and_opens_with_what_it_is_for(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= MOST_LINES
    assert ast.get_docstring(ast.parse(text)), "no opening sentence"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_functions_are_short(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            assert lines <= MOST_FUNCTION_LINES, f"{node.name} has {lines} lines"


def test_no_file_or_class_has_a_banned_name() -> None:
    for path in [*modules(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")]:
        assert path.stem not in BANNED, path
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef):
                assert node.name.lower() not in BANNED, f"{path}: {node.name}"


def test_no_package_hands_on_names_except_tables() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        names = [
            target.id
            for node in ast.parse(path.read_text()).body
            for target in _assigned(node)
            if isinstance(target, ast.Name)
        ]
        exported = [
            alias.asname
            for node in ast.parse(path.read_text()).body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
            if alias.asname == alias.name
        ]
        assert not exported, path
        assert all(name[0].isupper() or name.startswith("__") for name in names), path


def _assigned(node: ast.stmt) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign) else []


def test_every_room_stands_on_a_floor() -> None:
    rooms = {room_of(path) for path in modules()} - {"__init__"}
    assert rooms <= set(FLOORS), rooms - set(FLOORS)


def test_records_are_frozen() -> None:
    for path in (PACKAGE / "model").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef) and node.decorator_list:
                decorators = ast.unparse(node.decorator_list[0])
                assert "frozen=True" in decorators, f"{path}: {node.name}"
                assert "kw_only=True" in decorators, f"{path}: {node.name}"
