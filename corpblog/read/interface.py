"""Interface texts that a site adds or changes: i18n/LANG.yml."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from corpblog.diagnostics import Diagnostic
from corpblog.read.sources import read_source
from corpblog.read.yaml_text import YamlText

FOLDER = "i18n"

Texts = Mapping[str, Mapping[str, str | Mapping[str, str]]]


def read_texts(root: Path, files: Iterable[str]) -> tuple[Texts, tuple[Diagnostic, ...]]:
    """The texts of every ``i18n/LANG.yml`` by language, and the faults in these files."""
    texts: dict[str, dict[str, str | Mapping[str, str]]] = {}
    faults: list[Diagnostic] = []
    for path in sorted(files):
        if not path.startswith(f"{FOLDER}/") or not path.endswith(".yml"):
            continue
        source, source_faults = read_source(root, path)
        faults.extend(source_faults)
        if source is None:
            continue
        yaml = YamlText(source, 0, len(source.text))
        values, yaml_faults = yaml.values()
        faults.extend(yaml_faults)
        lang = path.removeprefix(f"{FOLDER}/").removesuffix(".yml")
        texts[lang] = {}
        for key, value in (values or {}).items():
            if _is_text(value):
                texts[lang][key] = value
            else:
                message = f"{key}: expected a text, or its forms: {{one: …, other: …}}"
                faults.append(yaml.fault("SRC014", (key,), message))
    return texts, tuple(faults)


def _is_text(value: Any) -> bool:
    if isinstance(value, dict):
        return bool(value) and all(isinstance(form, str) for form in value.values())
    return isinstance(value, str)
