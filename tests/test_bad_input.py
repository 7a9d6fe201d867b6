"""A site with every kind of mistake: one run tells each once, at its line, in plain words."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpblog.cli import main
from tests.sites import CONFIG, SMALL, post, write_site

MISTAKES: dict[str, str | bytes] = {
    **SMALL,
    "content/posts/yaml.md": "---\ntitle: Note: it failed\n---\n",
    "content/posts/tab.md": "---\ntitle: x\nextra:\n\tkey: value\n---\n",
    "content/posts/twice.md": "---\ntitle: x\ndate: 2026-11-10\ntitle: y\n---\n",
    "content/posts/key.md": post("titel: x", title="Key"),
    "content/posts/day.md": "---\ntitle: Day\ndate: Janish\nauthors: [jana-weiss]\n---\n",
    "content/posts/month.md": "---\ntitle: Month\ndate: 2026-13-01\nauthors: [jana-weiss]\n---\n",
    "content/posts/author.md": post("author: jana-wiess", title="Author"),
    "content/posts/case.md": post("author: Jana-Weiss", title="Case"),
    "content/posts/dead.md": post("", "See [it](gone.md).", title="Dead"),
    "content/posts/anchor.md": post("", "# One\n\nSee [it](first.md#nope).", title="Anchor"),
    "content/posts/image.md": post("", "![A scale](gone.png)", title="Image"),
    "content/posts/escape.md": post("", "![A scale](../../../../etc/passwd)", title="Escape"),
    "content/posts/slug.md": post("slug: ../../etc", title="Slug"),
    "content/posts/aliases.md": post("aliases: [/../x/]", title="Aliases"),
    "content/posts/picture.md": post("image: {src: ../../../x.png}", title="Picture"),
    "content/posts/same.md": post("", title="First post"),
    "content/posts/alias.md": post("aliases: [/2026/11/first-post/]", title="Alias"),
    "content/posts/control.md": post("", "Bell \x07 rings.", title="Control"),
    "content/posts/latin.md": b"---\ntitle: \xfcber\n---\n",
    "content/posts/big.md": b"word " * 4_000_000,
    "content/posts/mark.md": post("", title="Byte order mark").encode("utf-8-sig"),
    "content/posts/windows.md": post("", title="Windows").replace("\n", "\r\n").encode(),
    "content/pages/imprint.md": "---\ntitle: Imprint\nrole: imprint\n---\nKern.\n",
    "templates/page.html": (
        "{% extends 'parent:page.html' %}\n{% block main %}\n{{ nothing.here }}\n{% endblock %}"
    ),
    "templates/tags.html": (
        "{% extends 'parent:tags.html' %}\n{% block main %}\n{% if x %}\n{% endblock %}"
    ),
    "templates/authors.html": "{% extends 'loop.html' %}",
    "templates/loop.html": "{% extends 'authors.html' %}",
}

TOLD = """\
content/posts/alias.md:5:12: LINK006 the alias “/2026/11/first-post/” is taken already, by \
content/posts/same.md
content/posts/aliases.md:5:11: SRC024 aliases: “../x” leaves its folder
content/posts/anchor.md:9:10: LINK002 there is no heading or place “#nope” on first.md
content/posts/author.md:5:9: SRC020 there is no author “jana-wiess”
content/posts/big.md: SRC003 this file has 20.0 MB; a text may have 5 MB
content/posts/case.md:5:9: SRC020 “Jana-Weiss” is written “jana-weiss”
content/posts/control.md:7:6: SRC002 control character U+0007
content/posts/day.md:3:7: SRC014 date: “Janish” is no day; expected a day such as 2026-11-10 or a \
time such as 2026-11-10 14:30
content/posts/dead.md:7:10: LINK001 there is no page or file “gone.md”
content/posts/escape.md:7:12: LINK004 “../../../../etc/passwd” leads out of the site's folder
content/posts/first.md:2:1: LINK005 the address “/2026/11/first-post/” is taken already, by \
content/posts/same.md
content/posts/image.md:7:12: LINK003 there is no picture “gone.png”
content/posts/key.md:5:1: SRC013 unknown key “titel”
content/posts/latin.md:2:8: SRC001 byte 0xfc is no UTF-8 (in Windows-1252 it would be “ü”)
content/posts/loop: SRC005 this link leads back to a folder that it lies in
content/posts/month.md:3:7: SRC014 date: “2026-13-01” has month 13; a year has 12; expected a day \
such as 2026-11-10 or a time such as 2026-11-10 14:30
content/posts/picture.md:5:14: SRC025 src: “../../../x.png” lies outside the site
content/posts/slug.md:5:7: SRC024 slug: “../../etc” has a slash; a slug is one part of the address
content/posts/tab.md:4:1: SRC011 a tab indents this line
content/posts/twice.md:4:1: SRC012 “title” stands here a second time; the first is in line 2
content/posts/yaml.md:2:12: SRC010 a second colon with a space in one line
templates/loop.html:1:1: TPL004 templates in a circle: templates/authors.html → \
templates/loop.html → templates/authors.html
templates/page.html:3:4: TPL001 this template uses “nothing”, which does not exist here
templates/tags.html:4:1: TPL002 the block opened in line 3 by {% if %} is not closed before \
{% endblock %}
"""


def told(text: str) -> list[str]:
    found = json.loads(text)["diagnostics"]
    lines = []
    for item in found:
        place = f":{item['line']}:{item['column']}" if item["line"] else ""
        lines.append(f"{item['path']}{place}: {item['code']} {item['message']}")
    return lines


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    root = write_site(tmp_path / "blog", MISTAKES)
    (root / "content/posts/loop").symlink_to(root / "content")
    return root


def test_every_mistake_is_told_once_in_one_run(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(broken), "--now", "2026-11-21", "--format", "json"]) == 2
    assert told(capsys.readouterr().out) == TOLD.splitlines()


def test_mistakes_are_told_although_the_output_folder_cannot_be_written(
    broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    out = str(tmp_path / "file/public")
    words = ["build", str(broken), "--now", "2026-11-21", "--format", "json", "--out", out]
    assert main(words) == 2
    found = told(capsys.readouterr().out)
    assert set(TOLD.splitlines()) < set(found)
    assert [line for line in found if "WRITE" in line]


def test_the_last_good_site_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_site(tmp_path / "blog")
    assert main(["build", str(root), "--now", "2026-11-21"]) == 0
    before = {path: path.read_bytes() for path in (root / "public").rglob("*") if path.is_file()}
    write_site(root, {"content/posts/key.md": post("titel: x")})
    assert main(["build", str(root), "--now", "2026-11-21"]) == 2
    assert "The last good site" in "".join(capsys.readouterr())
    after = {path: path.read_bytes() for path in (root / "public").rglob("*") if path.is_file()}
    assert after == before


def test_nothing_is_written_outside_the_output_folder(broken: Path, tmp_path: Path) -> None:
    main(["build", str(broken), "--now", "2026-11-21", "--out", str(tmp_path / "out")])
    left = {path.name for path in tmp_path.iterdir()}
    assert left <= {"blog", "out"}
    assert {path.name for path in broken.iterdir()} == {
        "corpblog.yml", "authors", "content", "templates", ".corpblog",
    }  # fmt: skip


def test_no_mistake_of_a_person_shows_a_traceback(broken: Path) -> None:
    command = [sys.executable, "-m", "corpblog", "build", str(broken)]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stdout + done.stderr


def test_a_broken_configuration_is_told_and_nothing_else_is_guessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, {**SMALL, "corpblog.yml": CONFIG + "site: {}\n"})
    assert main(["build", str(root), "--format", "json"]) == 2
    assert told(capsys.readouterr().out) == [
        "corpblog.yml:9:1: SRC012 “site” stands here a second time; the first is in line 1"
    ]
