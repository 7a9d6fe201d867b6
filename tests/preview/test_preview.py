"""A preview shows what a build would publish, after any series of changes."""

import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.judging import policy_for
from corpblog.preview.preview import Preview, PreviewOptions
from corpblog.read.site import ReadOptions, read_site
from corpblog.render.plan import plan
from tests.sites import AUTHOR, CONFIG, POST, post, write_site

ROOT = Path(__file__).parent.parent.parent
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
OPTIONS = PreviewOptions(now=NOW)
HOME = '{% extends "parent:home.html" %}{% block main %}Mine{% endblock %}'
VERSIONS: dict[str, tuple[str | None, ...]] = {
    "content/posts/first.md": (
        POST,
        POST.replace("Hello.", "Scales and invoices of bakeries."),
        POST.replace("First post", "Moved"),
        "---\ntitle: [broken\n---\n",
        None,
    ),
    "content/posts/second.md": (
        post("tags: [scales]", "Scales and invoices of bakeries."),
        post("tags: [scales, flour]\ndraft: true", "[one](first.md)"),
        post("lang: de\ntranslation_of: first"),
        None,
    ),
    "authors/jana-weiss.md": (AUTHOR, AUTHOR.replace("head of", "now of"), None),
    "static/a.txt": ("one", "two", None),
    "static/assets/plain.css": (None, "p { color: red }", "p { color: blue }"),
    "templates/home.html": (None, HOME, "{{ broken", HOME.replace("Mine", "Ours")),
    "corpblog.yml": (CONFIG, CONFIG.replace("title: Test", "title: Other"), "a: [\n"),
}


def change(root: Path, path: str, number: int) -> None:
    text = VERSIONS[path][number % len(VERSIONS[path])]
    if text is None:
        (root / path).unlink(missing_ok=True)
    else:
        write_site(root, {path: text})


def shown(preview: Preview, path: str) -> bytes:
    """What stands at an output path: its bytes, or those of the file that is sent."""
    answer = preview.answer(f"/{path}")
    assert answer.status == 200, path
    return answer.file.read_bytes() if answer.file is not None else answer.body


@pytest.mark.parametrize("site", ["example", "small"])
def test_every_output_of_a_build_is_shown_with_the_same_bytes(site: str, tmp_path: Path) -> None:
    root = ROOT / "example-site" if site == "example" else write_site(tmp_path)
    read = read_site(root, ReadOptions(drafts=True, future=True, expired=True, now=NOW)).site
    assert read is not None
    planned = plan(read, policy=policy_for(read))
    preview = Preview(root, OPTIONS)
    for output in planned.outputs:
        assert without_lines(shown(preview, output.path)) == output.make(), output.path
    assert preview.diagnostics() == Preview(root, OPTIONS).diagnostics()


def without_lines(data: bytes) -> bytes:
    """A page or feed without the lines of the source that only the writer's margin needs."""
    return re.sub(rb' data-line=(?:\\?"|&quot;)\d+(?:\\?"|&quot;)', b"", data)


@settings(max_examples=12)
@given(
    changes=st.lists(
        st.tuples(st.sampled_from(sorted(VERSIONS)), st.integers(0, 4)), min_size=1, max_size=5
    )
)
def test_after_any_changes_all_is_as_in_a_preview_that_starts_now(
    changes: list[tuple[str, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path in VERSIONS:
            change(root, path, 0)
        preview = Preview(root, OPTIONS)
        preview.answer("/")
        for path, number in changes:
            change(root, path, number)
            preview.update([path])
            preview.answer("/2026/11/first-post/")
            preview.notes("/")
        fresh = Preview(root, OPTIONS)
        assert preview.diagnostics() == fresh.diagnostics()
        read = read_site(root, ReadOptions(drafts=True, future=True, expired=True, now=NOW)).site
        assert read is not None
        for output in plan(read).outputs:
            now, then = fresh.answer(f"/{output.path}"), preview.answer(f"/{output.path}")
            # What cannot be made is shown as it was last right, which a fresh start has not seen.
            if now.status == 200:
                assert (then.status, then.body, then.file) == (200, now.body, now.file)


def test_a_look_finds_what_nobody_told_of(tmp_path: Path) -> None:
    write_site(tmp_path)
    preview = Preview(tmp_path, OPTIONS)
    assert preview.changed() == frozenset()
    write_site(tmp_path, {"content/posts/new.md": post("", title="New"), "notes.txt": "none"})
    (tmp_path / "authors" / "jana-weiss.md").unlink()
    assert preview.changed() == {"content/posts/new.md", "authors/jana-weiss.md"}


def test_only_what_readers_see_where_that_is_wanted(tmp_path: Path) -> None:
    write_site(tmp_path, {"corpblog.yml": CONFIG, "authors/jana-weiss.md": AUTHOR})
    write_site(tmp_path, {"content/posts/a.md": post("draft: true", title="A draft")})
    write_site(tmp_path, {"content/posts/b.md": post("publish: 2027-01-01", title="Later")})
    assert Preview(tmp_path, OPTIONS).answer("/2026/11/a-draft/").status == 200
    assert Preview(tmp_path, OPTIONS).answer("/2026/11/later/").status == 200
    published = Preview(tmp_path, PreviewOptions(now=NOW, published=True))
    assert published.answer("/2026/11/a-draft/").status == 404
    assert published.answer("/2026/11/later/").status == 404


def test_an_editor_link_runs_no_script(tmp_path: Path) -> None:
    write_site(tmp_path, {"corpblog.yml": CONFIG + "serve: {editor: 'JavaScript:alert(1)'}\n"})
    write_site(tmp_path, {"content/posts/first.md": post("titel: x")})
    told = Preview(tmp_path, OPTIONS).notes("/2026/11/a-post/")["open"][0]
    assert told["editor"] == ""
