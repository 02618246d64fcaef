"""The funnel of counts per phase."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.model import Language, PhaseCount
from journey.numbers import Funnel, funnel, periods, wilson, with_all_phases
from journey.phases import built_in
from tests.builders import a_count, a_workshop
from tests.typed import there

MODEL = next(model for model in built_in(Language.EN) if model.id == "aida-plus")
PHASES = [phase.id for phase in MODEL.phases]


def counts(*numbers: int | None, **fields: object) -> list[PhaseCount]:
    return [a_count(n, phase=phase, **fields) for phase, n in zip(PHASES, numbers, strict=False) if n is not None]


def test_every_step_has_its_rate_loss_and_interval() -> None:
    first, second, third, *rest = funnel(counts(1000, 400, 100), MODEL).stages
    assert (first.conversion_from_previous, first.conversion_from_start, first.drop_off) == (None, 1.0, None)
    assert (second.conversion_from_previous, second.drop_off, second.interval) == (0.4, 600, wilson(400, 1000))
    assert (third.conversion_from_previous, third.conversion_from_start, third.drop_off) == (0.25, 0.1, 300)
    assert [stage.count for stage in rest] == [None] * 4


def test_the_biggest_loss_counts_people_and_the_weakest_step_counts_shares() -> None:
    result = funnel(counts(1000, 400, 100), MODEL)
    assert (there(result.biggest_loss).phase_id, there(result.weakest).phase_id) == (PHASES[1], PHASES[2])


def test_a_phase_without_a_count_is_passed_over() -> None:
    stages = funnel(counts(1000, None, 100), MODEL).stages
    assert stages[1].count is None
    assert stages[1].conversion_from_previous is None
    assert (stages[2].previous, stages[2].conversion_from_previous) == (PHASES[0], 0.1)


def test_more_people_than_before_is_allowed_but_flagged() -> None:
    stage = funnel(counts(100, 150), MODEL).stages[1]
    assert stage.rises
    assert (stage.drop_off, stage.conversion_from_previous, stage.interval) == (-50, 1.5, None)


def test_zero_counts_give_no_rate_after_them() -> None:
    _, empty, after, *_ = funnel(counts(40, 0, 0), MODEL).stages
    assert (empty.conversion_from_previous, empty.drop_off) == (0.0, 40)
    assert (after.conversion_from_previous, after.interval, after.drop_off) == (None, None, 0)


def test_a_funnel_that_starts_with_nobody_has_no_overall_rate() -> None:
    result = funnel(counts(0, 5), MODEL)
    assert result.overall is None
    assert result.biggest_loss is None
    assert result.weakest is None


@pytest.mark.parametrize(
    ("before", "after", "few"), [(29, 29, True), (30, 30, False), (80, 40, True), (200, 100, False)]
)
def test_few_people_or_a_wide_interval_are_too_few_cases(before: int, after: int, few: bool) -> None:
    assert funnel(counts(before, after), MODEL).stages[1].few_cases is few


def test_the_weakest_step_is_one_that_can_be_judged() -> None:
    result = funnel(counts(1000, 500, 12, 0), MODEL)
    assert result.stages[3].few_cases
    assert there(result.weakest).phase_id == PHASES[2]
    assert there(funnel(counts(10, 5, 1), MODEL).weakest).few_cases


def test_only_the_asked_period_counts_and_the_first_of_a_pair_holds() -> None:
    july, august = counts(100, period="July"), counts(7, 5, period="August")
    twice = a_count(999, period="July", phase=PHASES[0], rank=2.0)
    assert [stage.count for stage in funnel([*july, twice, *august], MODEL, period="July").counted] == [100]
    assert funnel(august, MODEL).overall == 5 / 7


def test_periods_are_named_in_the_workshop_s_order() -> None:
    workshop = a_workshop(counts=[a_count(1, period="2026-Q1", rank=1), a_count(1, period="2025-Q4", rank=2),
                                  a_count(1, period="2026-Q1", rank=3)])  # fmt: skip
    assert periods(workshop) == ("2026-Q1", "2025-Q4")


def test_a_count_of_an_unknown_phase_is_passed_over() -> None:
    assert funnel([a_count(5, phase="elsewhere")], MODEL).counted == ()


def plain(numbers: list[int | None]) -> list[tuple[float | None, float | None, int]]:
    """The funnel by pencil: (rate, overall, loss) for each counted phase after the first."""
    known = [n for n in numbers if n is not None]
    return [
        (after / before if before else None, after / known[0] if known[0] else None, before - after)
        for before, after in pairwise(known)
    ]


@given(st.lists(st.none() | st.integers(0, 2_000), min_size=2, max_size=7))
def test_any_funnel_is_what_pencil_and_paper_give(numbers: list[int | None]) -> None:
    result = funnel(counts(*numbers), MODEL)
    steps = [(s.conversion_from_previous, s.conversion_from_start, s.drop_off) for s in result.counted[1:]]
    assert steps == plain(numbers)
    known = [n for n in numbers if n is not None]
    lost = [max(0, loss) for _, _, loss in plain(numbers)]
    assert (result.biggest_loss.drop_off if result.biggest_loss else 0) == max(lost, default=0)
    assert sum(s.drop_off or 0 for s in result.counted[1:]) == (known[0] - known[-1] if known else 0)
    for stage in result.counted[1:]:
        from_nobody = stage.conversion_from_previous is None
        assert (stage.interval is None) == (stage.rises or from_nobody)


def test_a_funnel_of_some_phases_gets_the_others_without_a_count() -> None:
    whole = funnel(counts(1000, 400, 100), MODEL)
    some = Funnel((replace(whole.stages[0], position=0), replace(whole.stages[2], position=1)))
    found = with_all_phases(some, MODEL)
    assert [stage.phase_id for stage in found.stages] == [phase.id for phase in MODEL.phases]
    assert [stage.position for stage in found.stages] == list(range(len(MODEL.phases)))
    assert found.counted == (whole.stages[0], whole.stages[2])


def test_a_funnel_of_zeros_has_no_people() -> None:
    assert not funnel(counts(0, 0), MODEL).has_people
    assert not funnel(counts(), MODEL).has_people
    assert funnel(counts(0, 3), MODEL).has_people
