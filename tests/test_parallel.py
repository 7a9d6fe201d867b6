"""Work in shares: the same result with any number of processes, and no fault is lost."""

import os
import threading
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.diagnostics import CorpblogError, Diagnostic, Location, Severity
from corpblog.parallel import WorkerDied, in_shares, workers_for


@given(st.lists(st.integers(), max_size=30), st.integers(1, 4))
def test_every_piece_is_always_worked_on_once(items: list[int], workers: int) -> None:
    def work(share: Sequence[int]) -> list[int]:
        return [item * 2 for item in share]

    done = [
        item
        for result in in_shares([items[start::workers] for start in range(workers)], work)
        for item in result
    ]
    assert sorted(done) == sorted(item * 2 for item in items)


def test_a_fault_of_a_worker_arrives_as_it_was() -> None:
    fault = Diagnostic(
        code="SRC001",
        name="x",
        severity=Severity.ERROR,
        location=Location(path="a.md", line=1, column=2),
        message="m",
    )

    def work(share: Sequence[int]) -> None:
        if 1 in share:
            raise CorpblogError(diagnostics=(fault,))

    with pytest.raises(CorpblogError) as caught:
        in_shares([[0], [1]], work)
    assert caught.value.diagnostics == (fault,)


def test_a_worker_that_is_killed_is_told() -> None:
    def work(share: Sequence[int]) -> None:
        if 1 in share:
            os.kill(os.getpid(), 9)

    # With a second thread nothing is forked, and this process would end itself.
    assert threading.active_count() == 1
    with pytest.raises(WorkerDied):
        in_shares([[0], [1]], work)


def test_a_few_pieces_are_not_worth_a_second_process() -> None:
    assert workers_for(10) == 1
    assert workers_for(10, wanted=2) == 2
