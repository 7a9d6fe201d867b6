"""What tests of several rooms ask for and what takes long to make: made once for all of them."""

import pytest

from tests.real_blogs import Built, Moved, built, moved


@pytest.fixture(scope="session")
def moved_18f(tmp_path_factory: pytest.TempPathFactory) -> Moved:
    """A blog of an American agency, written with Jekyll."""
    return moved("jekyll", "18f-sample", tmp_path_factory.mktemp("18f"))


@pytest.fixture(scope="session")
def moved_codefor(tmp_path_factory: pytest.TempPathFactory) -> Moved:
    """A blog of German volunteers, written with Hugo."""
    return moved("hugo", "codefor-de-sample", tmp_path_factory.mktemp("codefor"))


@pytest.fixture(scope="session")
def built_18f(moved_18f: Moved) -> Built:
    """The same blog with its pages."""
    return built(moved_18f)


@pytest.fixture(scope="session")
def built_codefor(moved_codefor: Moved) -> Built:
    """The same blog with its pages."""
    return built(moved_codefor)
