"""What tests of several rooms ask for and what takes long to make: made once for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.real_blogs import Built, Moved


# No timings in tests: a slow machine must not make a property false. What CI sets otherwise (the
# same examples in every run) stays.
settings.register_profile(
    "untimed", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def moved_18f(tmp_path_factory: pytest.TempPathFactory) -> Moved:
    """A blog of an American agency, written with Jekyll."""
    from tests.real_blogs import moved

    return moved("jekyll", "18f-sample", tmp_path_factory.mktemp("18f"))


@pytest.fixture(scope="session")
def moved_codefor(tmp_path_factory: pytest.TempPathFactory) -> Moved:
    """A blog of German volunteers, written with Hugo."""
    from tests.real_blogs import moved

    return moved("hugo", "codefor-de-sample", tmp_path_factory.mktemp("codefor"))


@pytest.fixture(scope="session")
def built_18f(moved_18f: Moved) -> Built:
    """The same blog with its pages."""
    from tests.real_blogs import built

    return built(moved_18f)


@pytest.fixture(scope="session")
def built_codefor(moved_codefor: Moved) -> Built:
    """The same blog with its pages."""
    from tests.real_blogs import built

    return built(moved_codefor)


# Servers and browsers leave threads behind, with which no process is forked any more; and what
# takes long comes last.
_LAST = ("/tests/dialogue/", "/tests/preview/", "/tests/serve/", "/tests/browser/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests that start servers after all others, those in a browser at the very end."""
    items.sort(key=_rank)


def _rank(item: pytest.Item) -> int:
    path = item.path.as_posix()
    return next((rank for rank, part in enumerate(_LAST, start=1) if part in path), 0)
