"""What a publish changes, what it leaves alone, and what forbids it."""

import hashlib
import json
import os
import pickle
from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError, Diagnostic, Severity
from corpblog.model.output import StagedFile
from corpblog.write.manifest import read_manifest
from corpblog.write.staging import Staging
from tests.write.site_builds import Files, build, held


@pytest.fixture(autouse=True)
def in_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


PUBLIC = Path("public")
SITE = Path()


def refused(files: Files) -> tuple[Diagnostic, ...]:
    """The faults of a build that must change nothing."""
    before = held(PUBLIC)
    with pytest.raises(CorpblogError) as error:
        build(SITE, files)
    assert held(PUBLIC) == before
    return error.value.diagnostics


def test_a_build_makes_the_output_folder() -> None:
    published = build(SITE, {"index.html": b"home", "a/index.html": b"a"})
    assert held(PUBLIC) == {"index.html": b"home", "a/index.html": b"a"}
    assert (published.written, published.unchanged, published.removed) == (2, 0, 0)


def test_a_site_without_pages_is_an_empty_folder_with_a_manifest() -> None:
    build(SITE, {})
    build(SITE, {"a": b"a"})
    assert build(SITE, {}).removed == 1
    assert [p.name for p in PUBLIC.iterdir()] == ["corpblog-manifest.json"]


def test_a_put_tells_digest_and_size() -> None:
    with Staging.open(PUBLIC, Path(".corpblog")) as staging:
        staged = staging.put("a", b"bytes")
    digest = hashlib.sha256(b"bytes").hexdigest()
    assert staged == StagedFile(path="a", digest=digest, size=5)


def test_a_build_that_is_given_up_leaves_everything_as_it_was() -> None:
    build(SITE, {"a": b"old"})
    with pytest.raises(ZeroDivisionError), Staging.open(PUBLIC, Path(".corpblog")) as staging:
        staging.put("a", b"new")
        raise ZeroDivisionError
    assert held(PUBLIC) == {"a": b"old"}
    assert not list(Path(".corpblog").rglob("work"))


def test_unchanged_files_keep_their_time_and_changed_ones_are_replaced() -> None:
    build(SITE, {"same": b"1", "changed": b"1", "gone/x": b"1"})
    os.utime(PUBLIC / "same", (1, 1))
    published = build(SITE, {"same": b"1", "changed": b"2", "new/y": b"1"})
    assert held(PUBLIC) == {"same": b"1", "changed": b"2", "new/y": b"1"}
    assert (PUBLIC / "same").stat().st_mtime == 1
    assert (published.written, published.unchanged, published.removed) == (2, 1, 1)


def test_a_build_without_changes_writes_nothing_into_the_output_folder() -> None:
    build(SITE, {"a": b"1", "b/c": b"1"})
    before = {p: p.stat() for p in (PUBLIC, *PUBLIC.rglob("*"))}
    published = build(SITE, {"a": b"1", "b/c": b"1"})
    assert {p: p.stat() for p in (PUBLIC, *PUBLIC.rglob("*"))} == before
    assert (published.written, published.unchanged) == (0, 2)


def test_folders_left_empty_by_removed_pages_vanish_and_foreign_ones_stay() -> None:
    build(SITE, {"a/b/c": b"", "keep": b""})
    (PUBLIC / "a/mine").mkdir()
    build(SITE, {"keep": b""})
    assert held(PUBLIC) == {"keep": b"", "a/mine/": b""}


def test_foreign_files_stay_and_are_named_a_folder_for_all_in_it() -> None:
    build(SITE, {"a/x": b"1"})
    for path in ("CNAME", "a/notes", ".git/objects/00", "other/y"):
        (PUBLIC / path).parent.mkdir(parents=True, exist_ok=True)
        (PUBLIC / path).write_bytes(b"mine")
    published = build(SITE, {"a/x": b"2"})
    assert published.kept_foreign == (".git", "CNAME", "a/notes", "other")
    assert build(SITE, {}).kept_foreign == (".git", "CNAME", "a/notes", "other")
    assert len(held(PUBLIC)) == 4


def test_a_folder_that_only_holds_foreign_files_is_filled_around_them() -> None:
    PUBLIC.mkdir()
    (PUBLIC / "CNAME").write_bytes(b"mine")
    build(SITE, {"index.html": b"home"})
    assert held(PUBLIC) == {"CNAME": b"mine", "index.html": b"home"}


@pytest.mark.parametrize("mine", [b"mine", b"page"])
def test_a_foreign_file_in_the_way_of_a_page_is_never_overwritten(mine: bytes) -> None:
    PUBLIC.mkdir()
    (PUBLIC / "index.html").write_bytes(mine)
    (fault,) = refused({"index.html": b"page", "other": b""})
    assert (fault.code, str(fault.location)) == ("WRITE007", "public/index.html")
    assert fault.message == (
        "public/index.html is in the way of a page, and corpblog did not write it"
    )
    assert fault.hint == (
        "move it away, or delete it if the site is to replace it, and build again"
    )


def test_all_foreign_files_in_the_way_are_told_and_a_crowd_is_counted() -> None:
    PUBLIC.mkdir()
    names = [f"p{number:02}" for number in range(30)]
    for name in names:
        (PUBLIC / name).write_bytes(b"mine")
    faults = refused(dict.fromkeys(names, b"page"))
    assert [fault.location.path for fault in faults[:20]] == [f"public/{n}" for n in names[:20]]
    assert [fault.message for fault in faults[20:]] == ["10 more files in public are in the way"]


def test_a_foreign_file_where_a_folder_is_needed_is_in_the_way() -> None:
    build(SITE, {"x": b""})
    (PUBLIC / "a").write_bytes(b"mine")
    assert [f.location.path for f in refused({"a/b/index.html": b"page"})] == ["public/a"]


def test_a_folder_with_foreign_files_where_a_page_is_needed_is_in_the_way() -> None:
    build(SITE, {"a/index.html": b""})
    (PUBLIC / "a/mine").write_bytes(b"mine")
    assert [f.location.path for f in refused({"a": b"page"})] == ["public/a/mine"]


def test_nothing_is_written_or_removed_through_a_foreign_link() -> None:
    build(SITE, {"blog/a": b"page", "blog/b": b"page"})
    Path("elsewhere").mkdir()
    (PUBLIC / "blog").rename("elsewhere/blog")
    (PUBLIC / "blog").symlink_to(Path("elsewhere/blog").resolve())
    assert [f.location.path for f in refused({"blog/a": b"new"})] == ["public/blog"]
    build(SITE, {})
    assert held(Path("elsewhere")) == {"blog/a": b"page", "blog/b": b"page"}


def test_a_link_that_took_the_place_of_a_page_is_in_the_way() -> None:
    build(SITE, {"a": b"page"})
    (PUBLIC / "a").unlink()
    (PUBLIC / "a").symlink_to("/etc/hostname")
    assert [f.code for f in refused({"a": b"new"})] == ["WRITE007"]


def test_a_deleted_page_comes_back() -> None:
    build(SITE, {"a": b"page", "b": b"page"})
    (PUBLIC / "a").unlink()
    assert build(SITE, {"a": b"page", "b": b"page"}).written == 1
    assert held(PUBLIC) == {"a": b"page", "b": b"page"}


def test_a_page_deleted_while_the_build_runs_is_missed_before_anything_changes() -> None:
    build(SITE, {"a": b"page", "b": b"page"})
    with Staging.open(PUBLIC, Path(".corpblog")) as staging:
        staged = [staging.put("a", b"page"), staging.put("b", b"new")]
        (PUBLIC / "a").unlink()
        with pytest.raises(CorpblogError) as error:
            staging.publish(staged)
    (fault,) = error.value.diagnostics
    assert (fault.code, fault.message) == (
        "WRITE013",
        "public/a was removed while the build ran",
    )
    assert held(PUBLIC) == {"b": b"page"}


@pytest.mark.parametrize("files", [{"a": b"page", "c": b"c"}, {"a": b"other page"}, {"c": b"c"}])
def test_a_page_edited_by_hand_is_made_again_and_the_edit_is_kept(files: Files) -> None:
    build(SITE, {"a": b"page", "b": b"b"})
    (PUBLIC / "a").write_bytes(b"edit")
    published = build(SITE, files)
    assert held(PUBLIC) == dict(files)
    kept = f".corpblog/edited/{hashlib.sha256(b'edit').hexdigest()[:12]}/a"
    (fault,) = published.diagnostics
    assert (fault.code, fault.severity) == ("WRITE011", Severity.WARNING)
    assert fault.message == (
        "public/a was edited since the last build, which this build undoes; "
        f"the edited page is kept as {kept}"
    )
    assert fault.hint == "change the source or a template instead"
    assert Path(kept).read_bytes() == b"edit"


def test_an_edit_is_found_without_what_the_state_folder_remembers() -> None:
    build(SITE, {"a": b"page"})
    (PUBLIC / "a").write_bytes(b"edit")
    Path(".corpblog").rename("thrown-away")
    assert [f.code for f in build(SITE, {"a": b"page"}).diagnostics] == ["WRITE011"]
    assert held(PUBLIC) == {"a": b"page"}


def test_damaged_memory_only_costs_time() -> None:
    build(SITE, {"a": b"page"})
    (traces,) = Path(".corpblog").rglob("traces.json")
    for damage in (b"", b"{", b"[]", b'{"a": 1}', b'{"a": [1]}', b"\xff", b"[" * 100_000):
        traces.write_bytes(damage)
        assert build(SITE, {"a": b"page"}).unchanged == 1


def test_the_manifest_lists_paths_and_digests_and_no_source() -> None:
    with Staging.open(PUBLIC, Path(".corpblog")) as staging:
        staged = [staging.put("b", b"2"), staging.put("a/ü", b"1")]
        staging.publish(staged, sources={"b": ["content/posts/secret-draft.md"]})
    assert read_manifest(PUBLIC) == {
        "a/ü": hashlib.sha256(b"1").hexdigest(),
        "b": hashlib.sha256(b"2").hexdigest(),
    }
    assert b"secret" not in (PUBLIC / "corpblog-manifest.json").read_bytes()
    (sources,) = Path(".corpblog").rglob("sources.json")
    assert json.loads(sources.read_bytes()) == {"b": ["content/posts/secret-draft.md"]}


def test_the_manifest_has_the_same_bytes_in_whatever_order_pages_come() -> None:
    build(SITE, {"a": b"1", "b/c": b"2"}, out="one")
    build(SITE, {"b/c": b"2", "a": b"1"}, out="two")
    one, two = (Path(out, "corpblog-manifest.json").read_bytes() for out in ("one", "two"))
    assert one == two


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<<<<<<< HEAD", "it is not JSON"),
        (b"\xff", "it is not JSON"),
        (b'{"format": 99}', "it was not written by this version of corpblog"),
        (b'{"format": 1, "files": [1]}', "it lists no files"),
        (b'{"format": 1, "files": {"a": 1}}', "it lists no files"),
        (b'{"format": 1, "files": {"../a": ""}}', "'../a' leaves its folder"),
        (b'{"format": 1, "files": {".git/config": ""}}', "'.git/config' is no output of corpblog"),
    ],
)
def test_a_manifest_that_cannot_be_trusted_stops_the_build(content: bytes, reason: str) -> None:
    build(SITE, {"a": b"page"})
    (PUBLIC / "corpblog-manifest.json").write_bytes(content)
    (fault,) = refused({"a": b"new"})
    assert fault.code == "WRITE012"
    assert fault.message == f"public/corpblog-manifest.json cannot be used: {reason}"
    assert fault.hint == "empty the folder public, keeping what is your own, and build again"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("../out", "leaves its folder"),
        ("/etc/passwd", "is absolute"),
        ("a\\b", "contains a backslash"),
        ("aux/index.html", "uses a name that Windows reserves"),
        ("corpblog-manifest.json", "is reserved for corpblog or Git"),
        ("Corpblog-Manifest.JSON", "is reserved for corpblog or Git"),
        (".git/hooks/post-checkout", "is reserved for corpblog or Git"),
        (".corpblog-x", "is reserved for corpblog or Git"),
    ],
)
def test_an_output_path_that_leads_astray_is_refused(path: str, reason: str) -> None:
    (fault,) = refused({path: b"x"})
    assert (fault.code, str(fault.location)) == ("WRITE008", "public")
    assert fault.message == f"the output path {path!r} {reason}"
    assert not Path("../out").exists()


@pytest.mark.parametrize("paths", [("a", "a"), ("a", "a/b"), ("a/b", "a")])
def test_two_outputs_for_one_place_are_refused_when_put(paths: tuple[str, str]) -> None:
    with Staging.open(PUBLIC, Path(".corpblog")) as staging:
        staging.put(paths[0], b"")
        with pytest.raises(CorpblogError, match="is taken by another page or file"):
            staging.put(paths[1], b"")


def test_outputs_that_collide_on_other_systems_are_refused() -> None:
    assert [f.code for f in refused({"Tags": b"", "tags": b""})] == ["WRITE009"]


def test_what_was_put_but_not_published_leaves_no_name_behind() -> None:
    with Staging.open(PUBLIC, Path(".corpblog")) as staging:
        staging.put("drafts/secret/index.html", b"secret")
        staging.publish([staging.put("a", b"a")])
    assert held(PUBLIC) == {"a": b"a"}


def test_a_name_too_long_for_the_disk_is_told_in_words() -> None:
    (fault,) = refused({f"{'x' * 300}/index.html": b""})
    assert fault.code == "WRITE006"
    assert fault.message.endswith("the name is too long for the file system")


def test_forked_workers_stage_side_by_side() -> None:
    paths = [f"p{number}/shared/index.html" for number in range(40)]
    with Staging.open(PUBLIC, Path(".corpblog")) as staging:
        reader, writer = os.pipe()
        for share in (paths[::2], paths[1::2]):
            if not os.fork():
                staged = [staging.put(path, path.encode()) for path in share]
                os.write(writer, b"".join(pickle.dumps(file) for file in staged))
                os._exit(0)
        os.close(writer)
        os.wait()
        os.wait()
        with os.fdopen(reader, "rb") as results:
            staging.publish([pickle.load(results) for _ in paths])
    assert held(PUBLIC) == {path: path.encode() for path in paths}


def test_a_worker_that_leaves_the_block_does_not_clear_what_others_staged() -> None:
    block = Staging.open(PUBLIC, Path(".corpblog"))
    with block as staging:
        staged = staging.put("a", b"a")
        child = os.fork()
        if not child:
            block.__exit__(None, None, None)
            os._exit(0)
        os.waitpid(child, 0)
        staging.publish([staged])
    assert held(PUBLIC) == {"a": b"a"}


def test_a_staging_and_its_errors_travel_to_spawned_workers() -> None:
    with Staging.open(PUBLIC, Path(".corpblog")) as staging:
        copy = pickle.loads(pickle.dumps(staging))
        staging.publish([copy.put("a", b"a")])
        with pytest.raises(CorpblogError) as error:
            copy.put("../a", b"")
    assert pickle.loads(pickle.dumps(error.value)).diagnostics == error.value.diagnostics
    assert held(PUBLIC) == {"a": b"a"}
