"""One saved file is shown at once, many changes together."""

from hypothesis import given
from hypothesis import strategies as st

from corpblog.serve.gathering import Gathering


def test_one_finished_file_is_due_within_a_few_milliseconds() -> None:
    gathering = Gathering()
    gathering.add("a.md", 10.0, finished=True)
    assert 10.0 <= gathering.due() < 10.01


def test_a_file_that_came_is_waited_for_until_it_is_written() -> None:
    gathering = Gathering()
    gathering.add("a.md", 10.0, finished=False)
    assert gathering.due() > 10.03
    gathering.add("a.md", 10.001, finished=True)
    assert gathering.due() < 10.01


def test_many_files_wait_for_one_another() -> None:
    gathering = Gathering()
    for number in range(500):
        gathering.add(f"{number}.md", 10 + number / 1000, finished=True)
    assert gathering.due() > 10.499 + 0.03
    assert len(gathering.take()) == 500
    assert not gathering


CHANGES = st.tuples(st.sampled_from(["", "a.md", "b.md", "c/d.png"]), st.booleans())


@given(changes=st.lists(st.tuples(CHANGES, st.floats(0, 0.5)), min_size=1))
def test_nothing_is_lost_and_nothing_waits_for_ever(
    changes: list[tuple[tuple[str, bool], float]],
) -> None:
    gathering, now = Gathering(), 100.0
    for (label, finished), pause in changes:
        now += pause
        gathering.add(label, now, finished=finished)
        assert gathering.due() <= 100.0 + changes[0][1] + 2.0 or gathering.due() <= now + 2.0
    assert gathering.take() == {label for (label, _), _ in changes}
    assert not gathering
