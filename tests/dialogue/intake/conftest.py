"""One intake for the tests of a module."""

from collections.abc import Iterator

import pytest

from tests.dialogue.intake.running import RunningIntake, write_blog


@pytest.fixture(scope="module")
def intake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningIntake]:
    running = RunningIntake(site=write_blog(tmp_path_factory.mktemp("blog"))).start()
    yield running
    assert running.stop() == 0
