"""Word lists of the site itself (``guidelines.lists``): their files as texts."""

from collections.abc import Mapping

from corpblog.diagnostics import Diagnostic
from corpblog.model.source import SourceText
from corpblog.nearest import nearest
from corpblog.read.addresses import source_path
from corpblog.read.context import Context
from corpblog.read.sources import read_source
from corpblog.read.yaml_text import YamlText


def read_word_lists(
    context: Context, config_source: SourceText
) -> tuple[Mapping[str, SourceText], tuple[Diagnostic, ...]]:
    """The lists by their name in the configuration, and a fault for each that is not there."""
    yaml = YamlText(config_source, 0, len(config_source.text))
    found: dict[str, SourceText] = {}
    told: list[Diagnostic] = []
    for name, section in sorted(context.config.guidelines.lists.items()):
        place = ("guidelines", "lists", name, "file") if section.file else ("guidelines", "lists")
        path = source_path("", section.file) if section.file else None
        if path is None:
            message = f"{name}: “{section.file}” is no file inside the site"
            hint = "for example file: registers/words-en.tsv"
            told.append(yaml.fault("SRC025", place, message, hint=hint))
        elif not (context.root / path).is_file():
            near = nearest(path, context.below("registers", ".tsv"))
            hint = f"did you mean “{near}”?" if near else "put the list there, or correct the path"
            told.append(yaml.fault("SRC038", place, f"{name}: there is no file {path}", hint=hint))
        else:
            source, faults = read_source(context.root, path)
            told.extend(faults)
            if source is not None:
                found[name] = source
    return found, tuple(told)
