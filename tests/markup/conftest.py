"""Every test that asks for ``engine`` runs once with each."""

import pytest

from corpblog.markup.engines import ENGINES


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)
