"""Where the system does not tell of changes, the files are looked at."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.observers import Observer

from corpblog.serve import watching
from tests.previews import Running, running, until
from tests.sites import POST, write_site


@pytest.fixture(params=["no instance", "no watch"])
def site(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Running]:
    """A preview on a system whose limit of watched folders is reached."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if request.param == "no instance":
        monkeypatch.setattr(watching, "Observer", full)
    else:
        monkeypatch.setattr(Observer, "schedule", full)
    with running(write_site(tmp_path)) as found:
        yield found


def test_changes_are_found_and_the_reason_is_told(site: Running) -> None:
    assert not site.watcher.told
    assert site.watcher.reason == os.strerror(errno.ENOSPC)
    write_site(site.root, {"content/posts/first.md": POST.replace("Hello.", "Found.")})
    until(lambda: "Found." in site.get("/2026/11/first-post/").text)
    (site.root / "content" / "posts" / "first.md").unlink()
    until(lambda: site.get("/2026/11/first-post/").status == 404)
