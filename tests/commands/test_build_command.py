"""``corpblog build`` says what was built and where; a failing build says what is left."""

import json
import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest

from corpblog.cli import main
from corpblog.commands.archetype import LANGUAGES
from corpblog.commands.build import moment, outcome, statistics
from corpblog.pipeline import BuildReport
from corpblog.report.as_json import schema
from tests.sites import post, write_site

ROOT = Path(__file__).parent.parent.parent
BROKEN = {"content/posts/broken.md": post("titel: x")}


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_site(tmp_path / "blog")


def report(**changes: object) -> BuildReport:
    numbers = {"posts": 1, "pages": 2, "authors": 3, "files": 4, "written": 1, "unchanged": 3}
    stages = (("read", 0.25), ("render", 1.5), ("write", 0.25))
    fields = {"diagnostics": (), "out": Path("/srv/my www"), "published": True, "stages": stages}
    return BuildReport(**{**fields, **numbers, **changes})  # type: ignore[arg-type]


def test_a_build_ends_with_what_there_is_and_how_to_look_at_it(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "blog", "--now", "2026-11-11"]) == 0
    out, err = capsys.readouterr()
    built, view = out.splitlines()
    assert re.fullmatch(
        rf"Built 1 post, \d+ pages and 1 author in \d+\.\d\d s: \d+ files in "
        rf"{re.escape(str(Path('blog/public')))}",
        built,
    )
    assert view.endswith(f" -m http.server -d {Path('blog/public')}")
    assert err == ""
    assert (blog / "public/index.html").is_file()


def test_the_site_one_stands_in_is_built(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(blog / "content")
    assert main(["build", "--now", "2026-11-11"]) == 0
    assert (blog / "public/index.html").is_file()


def test_another_place_may_be_named(blog: Path, tmp_path: Path) -> None:
    assert main(["build", "blog", "--out", "elsewhere", "--now", "2026-11-11"]) == 0
    assert (tmp_path / "elsewhere/index.html").is_file()
    assert not (blog / "public").exists()


def test_a_fault_is_told_with_what_is_left(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "blog", "--now", "2026-11-11"]) == 0
    write_site(blog, BROKEN)
    before = {path: path.read_bytes() for path in blog.glob("public/**/*.html")}
    capsys.readouterr()
    assert main(["build", "blog", "--now", "2026-11-11"]) == 2
    out = capsys.readouterr().out
    assert out.startswith(
        "content/posts/broken.md:5:1: error SRC013 unknown key “titel”\n"
        "    5 | titel: x\n"
        "      | ^^^^^ did you mean “title”?\n"
    )
    assert out.endswith(
        "1 error\n"
        f"Nothing was published. The last good site in {Path('blog/public')} was left as it was.\n"
    )
    assert {path: path.read_bytes() for path in blog.glob("public/**/*.html")} == before


def test_a_first_build_that_fails_claims_no_good_site(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(blog, BROKEN)
    assert main(["build", "blog"]) == 2
    assert capsys.readouterr().out.endswith("1 error\nNothing was published.\n")


def test_json_is_nothing_but_json(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(blog, BROKEN)
    assert main(["build", "blog", "--format", "json", "--stats"]) == 2
    out, err = capsys.readouterr()
    found = json.loads(out)
    jsonschema.validate(found, schema())
    assert [item["code"] for item in found["diagnostics"]] == ["SRC013"]
    assert "render" in err


def test_oneline_is_one_line_for_each_fault(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(blog, BROKEN)
    assert main(["build", "blog", "--format", "oneline"]) == 2
    assert capsys.readouterr().out == (
        "content/posts/broken.md:5:1: error SRC013 unknown key “titel” (did you mean “title”?)\n"
    )


def test_a_folder_that_is_not_there_is_named(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "blgo"]) == 2
    assert capsys.readouterr().err == (
        "corpblog: blgo does not exist\n  name the folder that holds corpblog.yml\n"
    )


def test_flags_bring_drafts_and_the_future_back(blog: Path) -> None:
    write_site(
        blog,
        {
            "content/posts/draft.md": post("draft: true", title="Not done"),
            "content/posts/later.md": post("publish: 2027-01-01", title="Later on"),
        },
    )
    words = ["build", "blog", "--now", "2026-11-11"]
    home = blog / "public/index.html"
    assert main(words) == 0
    assert "Not done" not in home.read_text("utf-8") and "Later on" not in home.read_text("utf-8")
    assert main([*words, "--drafts"]) == 0
    assert "Not done" in home.read_text("utf-8") and "Later on" not in home.read_text("utf-8")
    assert main([*words, "--future"]) == 0
    assert "Not done" not in home.read_text("utf-8") and "Later on" in home.read_text("utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("flags", [[], ["--drafts"], ["--env", "preview"], ["--strict"]])
def test_a_new_site_builds_at_once(
    lang: str, flags: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "site", "blog", "--lang", lang, "--author", "Jana Weiss"]) == 0
    assert main(["new", "post", "Ärger: “mit” #1", "--site", "blog"]) == 0
    assert main(["new", "author", "Tom Kern", "--site", "blog"]) == 0
    assert main(["build", "blog", *flags]) == 0


def test_a_new_site_without_a_person_builds_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "site", "blog"]) == 0
    assert main(["build", "blog", "--strict"]) == 0


def test_statistics_name_the_slowest_stage() -> None:
    lines = statistics(report(workers=2)).splitlines()
    assert lines[:5] == [
        "  read            0.250 s",
        "  render          1.500 s  slowest",
        "  write           0.250 s",
        "  together        2.000 s",
        "1 post, 2 pages and 3 authors: 4 files (1 written, 3 unchanged, 0 removed)",
    ]
    assert lines[5].startswith("2 processes")


def test_a_folder_with_a_space_is_quoted_for_the_shell() -> None:
    assert outcome(report(), 0.5).splitlines()[1].endswith(" -m http.server -d '/srv/my www'")


def test_a_site_below_a_path_is_viewed_below_that_path() -> None:
    built = outcome(report(base="/team/blog/"), 0.5).splitlines()[1:]
    assert built[0].startswith("The pages belong below /team/blog/.")
    assert built[0].endswith(f" --out {Path('preview/team/blog')}")
    assert built[1].endswith(" -m http.server -d preview")
    assert built[2] == "and open http://localhost:8000/team/blog/"


def test_an_output_folder_that_ends_like_the_path_is_viewed_from_above() -> None:
    built = outcome(report(base="/blog/", out=Path("/srv/my www/blog")), 0.5).splitlines()[1:]
    assert built[0].endswith(" -m http.server -d '/srv/my www'")
    assert built[1:] == ["and open http://localhost:8000/blog/"]


def test_a_build_knows_the_path_that_its_pages_ask_for(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = (blog / "corpblog.yml").read_text().replace("example.org/", "example.org/team/")
    write_site(blog, {"corpblog.yml": config})
    assert main(["build", "blog", "--out", "look/team", "--now", "2026-11-11"]) == 0
    assert capsys.readouterr().out.endswith(
        " -m http.server -d look\nand open http://localhost:8000/team/\n"
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-11-10", datetime(2026, 11, 10)),
        ("2026-11-10T09:30", datetime(2026, 11, 10, 9, 30)),
        ("2026-11-10 09:30:00", datetime(2026, 11, 10, 9, 30)),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, meant: datetime) -> None:
    assert moment(text) == meant


def test_a_build_in_a_pipe_loads_no_rich(blog: Path) -> None:
    script = (
        "import sys; from corpblog.cli import main; "
        "main(['build', 'blog']); sys.exit('rich' in sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=False)
    assert done.returncode == 0


def test_a_preview_with_drafts_brings_no_duties_of_published_posts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = post("draft: true\ndisclosures: none\nai: none")
    files = {"corpblog.yml": "site: {url: https://example.org/}\norganization: {name: Kern}\n"}
    root = write_site(tmp_path, {**files, "content/posts/a.md": draft})
    main(["build", str(root), "--strict", "--drafts", "--format", "oneline"])
    assert "SITE001" not in capsys.readouterr().out
