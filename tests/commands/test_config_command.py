"""``corpblog config`` shows what is in force, and helps to find a key."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from corpblog.cli import main
from corpblog.commands.config import plain_value
from corpblog.model.config import Config
from tests.sites import write_site

TEXT = """\
site:
  title: Klartext
  url: https://blog.example.org/
environments:
  preview:
    url: https://preview.example.org/
    banner: "Preview: not public"
navigation:
  - {label: People, url: /people/}
extra:
  hotline: "0731"
"""


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_site(tmp_path, {"corpblog.yml": TEXT}))
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["config", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_all_of_it_is_yaml_with_every_key_explained(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys)
    assert yaml.safe_load(out).keys() == Config.__dataclass_fields__.keys()
    assert re.search(r"^  title: Klartext +# name of the blog$", out, re.M)
    assert re.search(r"^  lang: en +# default; language of the blog", out, re.M)
    explained = [line for line in out.splitlines() if line and not line.startswith("#")]
    assert sum("  # " in line for line in explained) > 70


def test_json_is_the_same_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(printed(capsys, "--format", "json")) == yaml.safe_load(printed(capsys))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("site.title", "Klartext\n"),
        ("build.paginate", "10\n"),
        ("site.description", "\n"),
        ("feeds.formats", "[atom, rss, json]\n"),
        ("navigation.0.label", "People\n"),
        ("environments.preview.url", "https://preview.example.org/\n"),
        ("extra.hotline", "0731\n"),
        ("navigation", "- label: People\n  url: /people/\n"),
        ("legal.responsible", "null\n"),
    ],
)
def test_a_key_prints_its_value_alone(
    key: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(capsys, key) == value


def test_an_environment_is_laid_over(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "site.url", "--env", "preview") == "https://preview.example.org/\n"
    assert printed(capsys, "build.banner", "--env", "preview") == "Preview: not public\n"


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("site.titel", "there is no key titel in site\n  did you mean site.title?\n"),
        ("sight", "there is no key sight\n  did you mean site?\n"),
        ("site.title.x", "there is no key x in site.title\n  site.title has no keys below it\n"),
        ("site.xyz", "there is no key xyz in site\n  known: title, url, lang, timezone, desc"),
    ],
)
def test_a_wrong_key_is_told_with_the_nearest(
    key: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", key]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err


def test_faults_of_the_file_are_told_with_their_place(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "corpblog.yml").write_text("site:\n  titel: Klartext\n")
    assert main(["config", "site.title"]) == 2
    assert capsys.readouterr().out.startswith(
        "corpblog.yml:2:3: error SRC013 unknown key “titel”\n"
        "    2 |   titel: Klartext\n"
        "      |   ^^^^^ did you mean “title”?\n"
    )


def test_faults_are_json_where_json_was_asked_for(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "corpblog.yml").write_text("site:\n  titel: Klartext\n")
    assert main(["config", "--format", "json"]) == 2
    assert json.loads(capsys.readouterr().out)["diagnostics"][0]["code"] == "SRC013"


def test_records_become_what_json_knows() -> None:
    value = plain_value(Config())
    assert value["site"]["lang"] == "en"
    assert value["feeds"]["formats"] == ["atom", "rss", "json"]
    assert plain_value({"day": date(2026, 11, 10)}) == {"day": "2026-11-10"}
