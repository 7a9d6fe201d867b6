"""A whole run: which texts inherit ties, what stands in which order, and what is mended."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image

from corpblog.cli import main
from tests.lint.blog import blog, told
from tests.sites import write_site

HEAD = "---\ntitle: Post\ndate: 2026-11-10\nauthors: [jana-weiss]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return blog(tmp_path)


def codes(root: Path, path: str, *words: str) -> list[str]:
    found = json.loads(told(root, *words)[1])["diagnostics"]
    return [item["code"] for item in found if item["path"] == path]


@pytest.mark.parametrize(
    ("own", "other", "silent"),
    [
        ("", "disclosures: none\n", True),
        ("disclosures: none\n", "", True),
        ("", "", False),
        ("", "disclosures: none\ndraft: true\n", False),
    ],
)
def test_a_post_has_the_ties_that_any_version_of_it_declares(
    root: Path, own: str, other: str, silent: bool
) -> None:
    """As on its page, whichever version is the original."""
    write_site(
        root,
        {
            "content/posts/two.md": f"{HEAD}{own}---\nHello.\n",
            "content/posts/two.de.md": f"{HEAD}{other}---\nHallo.\n",
        },
    )
    assert ("DISC001" not in codes(root, "content/posts/two.md")) == silent
    if "draft" not in other:
        assert ("DISC001" not in codes(root, "content/posts/two.de.md")) == silent


def test_all_of_one_run_stands_in_the_order_of_its_places(root: Path) -> None:
    found = json.loads(told(root)[1])["diagnostics"]
    places = [(item["path"], item["line"], item["column"], item["code"]) for item in found]
    assert places == sorted(places)


def test_a_finding_leads_to_the_page_of_the_rules(root: Path) -> None:
    (item, *_) = json.loads(told(root)[1])["diagnostics"]
    assert item["url"] == f"https://blog.example.org/rules/#{item['code'].lower()}"


def picture(**options: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 20)).save(out, "JPEG", **options)
    return out.getvalue()


def leaky() -> bytes:
    tags = Image.Exif()
    tags[0x013B] = "Anna Kern"
    tags.get_ifd(ExifTags.IFD.Exif)[0xA431] = "4711"
    tags.get_ifd(ExifTags.IFD.GPSInfo)[1] = "N"
    tags.get_ifd(ExifTags.IFD.GPSInfo)[2] = (53.0, 33.0, 1.0)
    return picture(exif=tags)


def test_private_metadata_are_taken_out_once(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(root, {"static/hall.jpg": leaky(), "static/plain.jpg": picture()})
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert codes(root, "static/hall.jpg") == ["CONF005", "CONF005"]
    main(["lint", str(root), "--fix"])
    assert "Mended 1 place." in capsys.readouterr().out
    assert codes(root, "static/hall.jpg") == []
    after = {path: path.read_bytes() for path in before}
    assert [path.name for path in before if before[path] != after[path]] == ["hall.jpg"]
    with Image.open(root / "static/hall.jpg") as kept:
        assert kept.getexif()[0x013B] == "Anna Kern"
    main(["lint", str(root), "--fix"])
    assert "Mended" not in capsys.readouterr().out
    assert {path: path.read_bytes() for path in before} == after


def test_what_cannot_be_read_is_neither_mended_nor_forgotten(root: Path) -> None:
    told(root, "--update-baseline")
    baseline = root / "lint-baseline.json"
    before = baseline.read_bytes()
    post = root / "content/posts/weights.md"
    text = post.read_text()
    post.write_text(text.replace("title: Why", "title: [Why"))
    assert not [code for code in codes(root, "lint-baseline.json") if code == "LINT009"]
    told(root, "--update-baseline")
    assert baseline.read_bytes() == before
    post.write_text(text)
    assert "LINT009" not in told(root)[1]


def test_of_exceptions_a_change_is_told_those_in_what_it_touches(root: Path) -> None:
    import subprocess

    comment = '<!-- corpblog-allow JARG001 reason="quoted product category" by="jana-weiss" -->'
    for name in ("one", "two"):
        write_site(root, {f"content/posts/{name}.md": f"{HEAD}---\n{comment}\n\nHello.\n"})
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "one")):
        subprocess.run(["git", *identity, *words], cwd=root, check=True, capture_output=True)
    path = root / "content/posts/one.md"
    path.write_text(path.read_text() + "More.\n")
    assert "LINT005" in codes(root, "content/posts/one.md", "--since", "HEAD")
    assert codes(root, "content/posts/two.md", "--since", "HEAD") == []
    assert "LINT005" in codes(root, "content/posts/two.md")
    assert codes(root, "content/posts/two.md", str(path)) == []
