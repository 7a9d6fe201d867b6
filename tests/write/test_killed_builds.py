"""A build that is killed, or that the system refuses a step, never leaves a mix of two sites."""

import errno
import itertools
import os
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError
from tests.write.site_builds import NEED_ROOM, before_call, build, held, killed_at, mend

OLD = {
    "index.html": b"old home",
    "gone/index.html": b"old page",
    "becomes-folder": b"old file",
    "becomes-file/index.html": b"old page",
    "same/index.html": b"same",
}
NEW = {
    "index.html": b"new home, longer",
    "fresh/deep/index.html": b"new page",
    "becomes-folder/index.html": b"new page",
    "becomes-file": b"new file",
    "same/index.html": b"same",
}
FOREIGN = {"CNAME": b"blog.example", "gone/notes.txt": b"mine", ".git/config": b"[core]"}


def site_with_old_build(site: Path) -> None:
    build(site, OLD)
    for path, data in FOREIGN.items():
        place = site / "public" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def foreign_in(site: Path) -> dict[str, bytes]:
    return {path: data for path, data in held(site / "public").items() if path in FOREIGN}


def assert_nothing_left_over(site: Path) -> None:
    left = [p.name for p in site.rglob("*") if p.name in ("work", "old") or "corpblog-" in p.name]
    assert left == ["corpblog-manifest.json"]


def test_a_build_killed_at_any_step_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    outcomes = []
    for number in itertools.count(1):
        site = tmp_path / str(number)
        site_with_old_build(site)
        killed = killed_at(number, partial(build, site, NEW))
        assert foreign_in(site) == FOREIGN
        mend(site)
        now = held(site / "public")
        assert now in ({**OLD, **FOREIGN}, {**NEW, **FOREIGN}), f"killed before call {number}"
        assert_nothing_left_over(site)
        outcomes.append(now == {**NEW, **FOREIGN})
        if not killed:
            break
    assert outcomes == sorted(outcomes), "there is one moment from which the new site is sure"
    assert {True, False} == set(outcomes)


def test_a_kill_does_no_harm_where_the_disk_knows_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_link)
    for number in itertools.count(24, 2):
        site = tmp_path / str(number)
        site_with_old_build(site)
        killed = killed_at(number, partial(build, site, NEW))
        mend(site)
        assert held(site / "public") in ({**OLD, **FOREIGN}, {**NEW, **FOREIGN})
        assert_nothing_left_over(site)
        if not killed:
            break


def test_the_next_build_after_a_kill_publishes_as_if_nothing_had_been(tmp_path: Path) -> None:
    latest = {"index.html": b"latest", "fresh/deep/index.html": b"new page", "x/y": b"y"}
    for number in itertools.count(1, 4):
        site = tmp_path / str(number)
        site_with_old_build(site)
        killed = killed_at(number, partial(build, site, NEW))
        build(site, latest)
        assert held(site / "public") == {**latest, **FOREIGN}, f"killed before call {number}"
        if not killed:
            break


def test_a_kill_while_a_kill_is_being_mended_does_no_harm(tmp_path: Path) -> None:
    for number in itertools.count(20, 3):
        site = tmp_path / str(number)
        site_with_old_build(site)
        killed = killed_at(number, partial(build, site, NEW))
        for again in (2, 5, 9, 14, 20):
            killed_at(again, partial(mend, site))
        mend(site)
        assert held(site / "public") in ({**OLD, **FOREIGN}, {**NEW, **FOREIGN})
        assert_nothing_left_over(site)
        if not killed:
            break


def test_a_first_build_killed_at_any_step_leaves_nothing_or_the_whole_site(tmp_path: Path) -> None:
    for number in itertools.count(1):
        site = tmp_path / str(number)
        site.mkdir()
        killed = killed_at(number, partial(build, site, NEW))
        public = site / "public"
        assert not public.exists() or held(public) == NEW, f"killed before call {number}"
        mend(site)
        assert not public.exists() or held(public) == NEW
        if not killed:
            break


def test_losing_the_state_folder_after_a_kill_makes_no_page_foreign(tmp_path: Path) -> None:
    for number in itertools.count(1, 3):
        site = tmp_path / str(number)
        site_with_old_build(site)
        killed = killed_at(number, partial(build, site, NEW))
        (site / ".corpblog").rename(site / "thrown-away")
        build(site, NEW)
        assert held(site / "public") == {**NEW, **FOREIGN}, f"killed before call {number}"
        if not killed:
            break


def test_a_step_that_the_system_refuses_leaves_the_old_site_at_once(tmp_path: Path) -> None:
    refused: list[int] = []

    def full_disk() -> None:
        refused.append(1)
        raise OSError(errno.ENOSPC, "No space left on device")

    for number in itertools.count(1):
        refused.clear()
        site = tmp_path / str(number)
        site_with_old_build(site)
        try:
            with before_call(number, full_disk, NEED_ROOM):
                build(site, NEW)
        except CorpblogError as error:
            assert [found.code for found in error.diagnostics] == ["WRITE004"]
            assert held(site / "public") == {**OLD, **FOREIGN}, f"refused call {number}"
        else:
            assert held(site / "public") == {**NEW, **FOREIGN}, f"refused call {number}"
        mend(site)
        assert_nothing_left_over(site)
        if not refused:
            break


def test_an_interrupt_by_the_user_in_the_swap_takes_it_back(tmp_path: Path) -> None:
    stopped: list[int] = []

    def interrupt() -> None:
        stopped.append(1)
        raise KeyboardInterrupt

    for number in itertools.count(1, 2):
        stopped.clear()
        site = tmp_path / str(number)
        site_with_old_build(site)
        with suppress(KeyboardInterrupt), before_call(number, interrupt):
            build(site, NEW)
        mend(site)
        assert held(site / "public") in ({**OLD, **FOREIGN}, {**NEW, **FOREIGN})
        assert_nothing_left_over(site)
        if not stopped:
            break
