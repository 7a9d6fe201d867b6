"""``corpblog config``: the configuration in force, with what each key is for."""

import argparse
import dataclasses
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

from corpblog.commands.site_folder import CONFIG_FILE, add_site_option, shown, site_folder
from corpblog.commands.words import BadWords
from corpblog.nearest import nearest
from corpblog.report.terminal import say
from corpblog.yaml_writing import block, is_leaf, leaf, scalar

SUMMARY = """\
Show the configuration in force: what corpblog.yml says, what an environment changes,
and the defaults of all other keys, each with what it is for."""
EXAMPLES = """\
examples
  corpblog config                          all of it, as YAML with explanations
  corpblog config site.title               one value, for scripts
  corpblog config build --env preview      one section in an environment
  corpblog config --format json            for programs
"""


def add_words(parser: argparse.ArgumentParser) -> None:
    """The key, and where and how."""
    parser.add_argument(
        "key", metavar="KEY", nargs="?", default="", help="key with dots, such as site.title"
    )
    add_site_option(parser)
    parser.add_argument("--env", metavar="NAME", default="", help="environment to lay over it")
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=("yaml", "json"),
        default="yaml",
        help="yaml or json (default: yaml)",
    )


def run(words: argparse.Namespace) -> int:
    """Print the configuration, or the part of it that was asked for."""
    from corpblog.diagnostics import CorpblogError, has_errors
    from corpblog.read.config import read_config

    root = site_folder(words.site)
    read = read_config(root, words.env)
    if has_errors(read.diagnostics):
        raise CorpblogError(diagnostics=read.diagnostics)
    if read.diagnostics:
        _tell(read.diagnostics)
    value = _at(read.config, words.key)
    if words.format == "json":
        import json

        say(json.dumps(plain_value(value), indent=2) + "\n")
    elif words.key:
        say(_bare(value))
    else:
        say(_heading(shown(root / CONFIG_FILE), words.env) + _explained(read.config))
    return 0


def _tell(diagnostics: tuple[Any, ...]) -> None:
    """Warnings go to standard error: what is printed is the configuration."""
    from corpblog.report import FORMATS
    from corpblog.report.findings import findings
    from corpblog.report.terminal import look_of, say_aside

    say_aside(FORMATS["text"].write(findings(diagnostics), look_of(sys.stderr)))


def _heading(file: str, environment: str) -> str:
    where = f" in the environment {environment}" if environment else ""
    return f"# {file}{where}; “default” marks what it leaves as it is.\n"


def _bare(value: Any) -> str:
    """A text as it is; everything else as YAML."""
    plain = plain_value(value)
    if isinstance(plain, str):
        return plain + "\n"
    return "\n".join(block(plain)) + "\n"


def _at(value: Any, key: str) -> Any:
    """What stands at ``key``. Raises :class:`BadWords` with the nearest name where nothing does."""
    walked = ""
    for name in key.split(".") if key else ():
        known = _members(value)
        if name not in known:
            raise _unknown(name, walked, known)
        value = known[name]
        walked = f"{walked}.{name}" if walked else name
    return value


def _members(value: Any) -> Mapping[str, Any]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return {str(index): item for index, item in enumerate(value)}
    return value if isinstance(value, Mapping) else {}


def _unknown(name: str, walked: str, known: Mapping[str, Any]) -> BadWords:
    inside = f" in {walked}" if walked else ""
    near = nearest(name, known)
    prefix = f"{walked}." if walked else ""
    if near:
        return BadWords(f"there is no key {name}{inside}", f"did you mean {prefix}{near}?")
    if known:
        return BadWords(f"there is no key {name}{inside}", f"known: {', '.join(known)}")
    return BadWords(f"there is no key {name}{inside}", f"{walked} has no keys below it")


def plain_value(value: Any) -> Any:
    """``value`` with records as dicts, tuples as lists, and days as texts: what JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in dataclasses.fields(value))
        return {name: plain_value(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(name): plain_value(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _explained(record: Any) -> str:
    lines = list(_lines(record, type(record)(), 0))
    width = min(max(len(line) for line, _ in lines), 40)
    return "".join(f"{line:<{width}}  # {doc}\n" if doc else f"{line}\n" for line, doc in lines)


def _lines(record: Any, standard: Any, indent: int) -> Iterator[tuple[str, str]]:
    """Lines of YAML with the comment that belongs to each."""
    space = " " * indent
    for field in dataclasses.fields(record):
        value, usual = getattr(record, field.name), getattr(standard, field.name, None)
        doc = str(field.metadata.get("doc", ""))
        plain = plain_value(value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            yield f"{space}{field.name}:", doc
            yield from _lines(value, usual, indent + 2)
        elif is_leaf(plain):
            mark = "default; " if value == usual else ""
            yield f"{space}{scalar(field.name)}: {leaf(plain)}", mark + doc
        else:
            yield f"{space}{field.name}:", doc
            yield from ((line, "") for line in block(plain, indent + 2))
