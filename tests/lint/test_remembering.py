"""What is remembered never shows: a warm run says what a cold one says, byte by byte."""

import os
import random
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.lint.remembering import packed, unpacked
from tests.lint.blog import CONFIG, PICTURE, blog, told

Edit = Callable[[Path, random.Random], None]

_SENTENCES = (
    "A synergy of bakers.",
    "Eine ganzheitliche Waage.",
    "The best scale, says a study.",
    "Miller Ltd helped.",
    "Call 0171 7654321.",
    "![x](scale.png)",
    '<!-- corpblog-allow EVID001 reason="a jury said so" by="tom-kern" -->',
    "`synergy`",
)
_KEYS = (
    "disclosures: none",
    "disclosures: [{type: client, party: Miller Ltd}]",
    "ai: none",
    "tags: [engineering]",
    "kind: opinion",
    "summary: A synergy.",
    "lint_allow: [{rule: JARG001, reason: it is a quotation, by: jana-weiss}]",
    "approvals: [{rule: DISC002, role: legal, by: tom-kern, date: 2026-11-01}]",
    "status: withdrawn",
    "expires: 2026-11-20",
    "translation_of: weights",
    "lang: de",
)
_SETTINGS = (
    "  rules: {JARG001: off}\n",
    "  rules: {JARG001: error, EVID001: {severity: info}}\n",
    "  rules: {JARG001: {add: [flour], remove: [holistic]}}\n",
    "  rules: {JARG001: {guards: []}}\n",
    "  technical_tags: [engineering]\n",
    "  no_exceptions: [JARG001]\n",
    "  allowed_contacts: ['0171 7654321']\n",
    "  audience: b2c\n",
)
_REGISTERS = {
    "registers/relations.yml": (
        "- {party: Miller Ltd, type: client, approved_on: 2026-01-01}\n",
        "- {party: Hafen AG, type: supplier, since: '2027'}\n",
        "# nobody\n[]\n",
    ),
    "registers/names.yml": ("- {name: holistic}\n", "- {name: flour, own: true}\n", "[]\n"),
    "registers/claims.yml": ("- {id: best, statement: The best scale}\n", "[]\n"),
    "registers/images.yml": ("- {file: content/posts/scale.png, creator: A}\n", "[]\n"),
    "registers/topics.yml": ("- {topic: flour, role: legal, words: [flour]}\n", "[]\n"),
    "registers/boilerplate.yml": ("- {text: We leverage a holistic view of flour.}\n", "[]\n"),
    "words/ours.tsv": (
        "pattern\tcategory\tsuggestion\tnote\nflour\tHOUSE001\t(bread)\t\n",
        "pattern\tcategory\tsuggestion\tnote\nbad (\tHOUSE001\t\t\n",
    ),
    "press/news.md": ("Something else.\n", "We leverage a holistic view of flour.\n"),
}


def posts(root: Path) -> list[Path]:
    return sorted((root / "content/posts").glob("*.md"))


def add_text(root: Path, rng: random.Random) -> None:
    for path in rng.sample(posts(root), min(1, len(posts(root)))):
        path.write_text(f"{path.read_text()}\n{rng.choice(_SENTENCES)}\n")


def add_key(root: Path, rng: random.Random) -> None:
    for path in rng.sample(posts(root), min(1, len(posts(root)))):
        path.write_text(path.read_text().replace("---\n", f"---\n{rng.choice(_KEYS)}\n", 1))


def toggle_draft(root: Path, rng: random.Random) -> None:
    for path in rng.sample(posts(root), min(1, len(posts(root)))):
        text = path.read_text()
        new = text.replace("draft: true\n", "")
        path.write_text(new if new != text else text.replace("---\n", "---\ndraft: true\n", 1))


def move_day(root: Path, rng: random.Random) -> None:
    for path in rng.sample(posts(root), min(1, len(posts(root)))):
        lines = [line for line in path.read_text().split("\n") if not line.startswith("date:")]
        if rng.random() < 0.7:
            lines.insert(1, f"date: {rng.choice(['2025-01-01', '2026-11-20', '2027-01-01'])}")
        path.write_text("\n".join(lines))


def rename(root: Path, rng: random.Random) -> None:
    for path in rng.sample(posts(root), min(1, len(posts(root)))):
        name = rng.choice(["a.md", "b.de.md", "weights.de.md", "z.en.md"])
        if not (path.parent / name).exists():
            path.rename(path.parent / name)


def delete(root: Path, rng: random.Random) -> None:
    for path in rng.sample(posts(root), min(1, len(posts(root)))):
        path.unlink()


def change_person(root: Path, rng: random.Random) -> None:
    path = root / "authors" / rng.choice(["jana-weiss.md", "tom-kern.md"])
    lines = (
        "status: former",
        "job_title: holistic baker",
        "name: Miller",
        "interests: [{type: shareholding, party: Miller Ltd}]",
        "consent: {name: 2026-01-01}",
    )
    key = rng.choice(lines)
    kept = [
        line for line in path.read_text().split("\n") if line.split(":")[0] != key.split(":")[0]
    ]
    path.write_text("\n".join([kept[0], key, *kept[1:]]))


def change_settings(root: Path, rng: random.Random) -> None:
    company = rng.choice(["Hafenwaage", "Miller Ltd", "Flour"])
    lang = rng.choice(["en", "en", "de"])
    text = CONFIG.replace("name: Hafenwaage", f"name: {company}").replace(
        "lang: en", f"lang: {lang}"
    )
    (root / "corpblog.yml").write_text(text + rng.choice(_SETTINGS))


def change_register(root: Path, rng: random.Random) -> None:
    path = rng.choice(sorted(_REGISTERS))
    (root / path).write_text(rng.choice(_REGISTERS[path]))


def change_picture(root: Path, rng: random.Random) -> None:
    text = b"Author\0" + rng.choice([b"A. Kern", b"B. Weiss"])
    import struct
    import zlib

    chunk = (
        struct.pack(">I", len(text))
        + b"tEXt"
        + text
        + struct.pack(">I", zlib.crc32(b"tEXt" + text))
    )
    (root / "content/posts/scale.png").write_bytes(PICTURE[:33] + chunk + PICTURE[33:])


EDITS: tuple[Edit, ...] = (
    *(add_text, add_key, toggle_draft, move_day, rename, delete),
    *(change_person, change_settings, change_register, change_picture),
)


@settings(max_examples=12)
@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=5), st.integers(0, 2**16))
def test_a_warm_run_says_what_a_cold_one_says_after_any_edit(edits: list[Edit], seed: int) -> None:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        root = blog(Path(folder))
        told(root)
        for edit in edits:
            edit(root, rng)
            assert told(root) == told(root, "--no-cache"), edit.__name__


def test_each_sort_of_edit_is_seen_at_all(tmp_path: Path) -> None:
    """Or the property would say nothing."""
    before = told(blog(tmp_path))

    def seen(edit: Edit, seed: int) -> bool:
        root = blog(tmp_path / f"{edit.__name__}-{seed}")
        edit(root, random.Random(seed))
        return told(root) != before

    for edit in EDITS:
        assert any(seen(edit, seed) for seed in range(9)), edit.__name__


def test_the_next_day_a_post_without_a_date_is_another_day_old(tmp_path: Path) -> None:
    root = blog(tmp_path)
    told(root)
    later = "2027-02-01"
    assert told(root, now=later) == told(root, "--no-cache", now=later)


def test_any_number_of_processes_says_the_same(tmp_path: Path) -> None:
    root = blog(tmp_path)
    text = (root / "content/posts/weights.md").read_text()
    for number in range(60):
        (root / f"content/posts/more-{number:02}.md").write_text(
            text.replace("Why", f"Why {number}").replace("holistic view", f"{number} synergies")
        )
    one = told(root, "--no-cache", "--jobs", "1")
    for jobs in ("0", "2", "3", "7"):
        assert told(root, "--no-cache", "--jobs", jobs) == one
    # What several processes found is remembered as well.
    assert told(root, "--jobs", "3") == one
    assert told(root, "--jobs", "1") == one


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "folder", "link", "file"])
def test_a_damaged_memory_is_a_cold_one(tmp_path: Path, damage: str) -> None:
    root = blog(tmp_path / "site")
    cold = told(root)
    memory = root / ".corpblog"
    (file,) = memory.glob("lint.memo")
    content = bytearray(file.read_bytes())
    if damage == "cut":
        file.write_bytes(content[: len(content) // 2])
    elif damage == "flip":
        for place in range(100, len(content), 97):
            content[place] ^= 0x55
        file.write_bytes(content)
    elif damage == "empty":
        file.write_bytes(b"")
    elif damage == "folder":
        file.unlink()
        file.mkdir()
    else:
        for each in memory.iterdir():
            each.unlink()
        memory.rmdir()
        if damage == "link":
            (tmp_path / "elsewhere").mkdir()
            memory.symlink_to(tmp_path / "elsewhere")
        else:
            memory.write_text("")
    assert told(root) == cold
    assert told(root) == cold
    if damage == "link":
        assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    root = blog(tmp_path)
    cold = told(root)
    (root / ".corpblog").rename(tmp_path / "elsewhere")
    # Modes do not stop root; a file where the folder should be stops everybody.
    (root / ".corpblog").write_text("no folder")
    assert told(root) == cold
    assert (root / ".corpblog").read_text() == "no folder"


def test_two_runs_at_once_disturb_nobody(tmp_path: Path) -> None:
    root = blog(tmp_path)
    cold = told(root, "--no-cache")
    workers = []
    for _ in range(4):
        process = os.fork()
        if not process:
            os._exit(0 if told(root) == cold else 1)
        workers.append(process)
    assert [os.waitpid(process, 0)[1] for process in workers] == [0, 0, 0, 0]
    assert told(root) == cold


@given(st.binary(max_size=200))
def test_what_cannot_be_understood_was_never_remembered(content: bytes) -> None:
    assert unpacked(content) is None or isinstance(packed(unpacked(content)), bytes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "content", [b"null", b"[]", b"[1,2,3,4,5,6]", b'["a",1,[[]],[],"",[0,[],[],[]]]', b"[" * 9999]
)
def test_other_json_was_never_remembered(content: bytes) -> None:
    assert unpacked(content) is None
