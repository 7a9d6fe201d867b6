"""Names that look the same are the same, whatever signs they are made of."""

from hypothesis import given
from hypothesis import strategies as st

from corpblog.dialogue.intake.look_alikes import skeleton

UNSEEN = ["\u200b", "\u200d", "\u202e", "\u2066", "\u00ad", "\ufeff", "\u0301", "\U000e0041"]


def test_scripts_accents_and_case_make_no_difference() -> None:
    names = ["Oslo Park", "ОЅLО РАRK", "ósló  park", "Оѕlо-Рark", "ｏｓｌｏ ｐａｒｋ", "0slo Park"]
    assert len({skeleton(name) for name in names}) == 1


def test_other_names_stay_other_names() -> None:
    names = ["Oslo Park", "Oslo Parker", "Osl Park", "Bo", "Во-Во", "猫", "Мария Иванова"]
    assert len({skeleton(name) for name in names}) == len(names)


@given(st.text(), st.lists(st.tuples(st.integers(0, 50), st.sampled_from(UNSEEN))))
def test_invisible_signs_never_make_a_difference(name: str, signs: list[tuple[int, str]]) -> None:
    plain = skeleton(skeleton(name))
    dressed = skeleton(name)
    for place, sign in signs:
        dressed = dressed[:place] + sign + dressed[place:]
    assert skeleton(dressed) == plain
