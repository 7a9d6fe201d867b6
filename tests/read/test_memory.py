"""What a preview remembers between two runs never shows: it reads as if for the first time."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.read.again import read_again
from corpblog.read.memory import LISTING, ReadMemory
from corpblog.read.site import ReadOptions, read_site
from tests.sites import AUTHOR, CONFIG, post, write_site

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
# Every text that a file of the small site may have; None: there is no such file.
VERSIONS: dict[str, tuple[str | None, ...]] = {
    "content/posts/one.md": (
        post("tags: [Scales]", "![a](a.png)"),
        post("tags: [scales, Öfen]", title="Another title"),
        post("authors: [tom-kern]"),
        post("authors: [tom-kern]", "Another text."),
        post("tags: [Scales]", "Another text with ![a](a.png)"),
        post("tags: [Scales]", "Another text without"),
        "---\ntitle: [broken\n---\n",
        "---\ntitle: no date\ndraft: true\n---\n",
        None,
    ),
    "content/posts/two.md": (
        post("translation_of: one\nlang: de\nexpires: 2026-11-21"),
        post("publish: 2026-11-22\nseries: Moving\nclaims: [c1]"),
        None,
    ),
    "content/posts/a.png": ("no picture", None),
    "content/pages/imprint.md": ("---\ntitle: Imprint\nrole: imprint\n---\nWho.\n", None),
    "authors/jana-weiss.md": (AUTHOR, AUTHOR.replace("Jana Weiss", "tom-kern"), None),
    "authors/tom-kern.md": (AUTHOR.replace("Jana Weiss", "Tom Kern"), None),
    "corpblog.yml": (CONFIG, CONFIG + "permalinks: {post: '/{slug}.html'}\n", "a: [b\n"),
    "registers/claims.yml": ("- id: c1\n  text: It weighs.\n", None),
    "i18n/fr.yml": ("heading.people: Gens\n", None),
}
CHANGES = st.tuples(
    st.sampled_from(sorted(VERSIONS)), st.integers(0, 8), st.integers(0, 4).map(lambda n: n * 20)
)


def change(root: Path, path: str, number: int) -> None:
    texts = VERSIONS[path]
    text = texts[number % len(texts)]
    if text is None:
        (root / path).unlink(missing_ok=True)
    else:
        write_site(root, {path: text})


@settings(max_examples=60)
@given(changes=st.lists(CHANGES, min_size=1, max_size=8))
def test_after_any_changes_a_site_is_read_as_if_for_the_first_time(
    changes: list[tuple[str, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path in VERSIONS:
            change(root, path, 0)
        memory = ReadMemory()
        before = read_site(root, ReadOptions(now=NOW), memory)
        for path, number, hours in changes:
            change(root, path, number)
            memory.forget([path, LISTING])
            options = ReadOptions(now=NOW.replace(day=20 + hours // 24, hour=hours % 24))
            fresh = read_site(root, options)
            again = read_again(before, options, path)
            assert again is None or again == fresh
            before = read_site(root, options, memory)
            assert before == fresh


def test_what_did_not_change_stays_the_very_same_record(tmp_path: Path) -> None:
    write_site(tmp_path)
    write_site(tmp_path, {"content/posts/other.md": post("", title="Other")})
    memory = ReadMemory()
    before = read_site(tmp_path, ReadOptions(now=NOW), memory).site
    write_site(tmp_path, {"content/posts/other.md": post("", title="Changed")})
    memory.forget(["content/posts/other.md"])
    after = read_site(tmp_path, ReadOptions(now=NOW), memory).site
    assert before is not None and after is not None
    old, new = ({post.source.path: post for post in site.posts} for site in (before, after))
    assert new["content/posts/first.md"] is old["content/posts/first.md"]
    assert new["content/posts/other.md"].title == "Changed"


def test_a_text_with_the_same_keys_is_read_alone(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/posts/one.md": post("tags: [a]", "Before.")})
    write_site(tmp_path)
    options = ReadOptions(now=NOW)
    before = read_site(tmp_path, options)
    write_site(tmp_path, {"content/posts/one.md": post("tags: [a]", "After.")})
    again = read_again(before, options, "content/posts/one.md")
    assert again is not None and again == read_site(tmp_path, options)
    write_site(tmp_path, {"content/posts/one.md": post("tags: [b]", "After.")})
    assert read_again(before, options, "content/posts/one.md") is None
