"""What a better step brings: exact where it can be checked by hand, and never surer than the counts allow."""

from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.model import Language
from journey.numbers import Funnel, Stage, funnel, wilson
from journey.numbers.what_if import ExpectedFigure, NoSuchStep, RateChange, WhatIf, point_pays, told_alike, what_if
from journey.phases import built_in
from tests.builders import a_count
from tests.typed import about

MODEL = next(model for model in built_in(Language.EN) if model.id == "aida-plus")
A, B, C, D, *_ = PHASES = [phase.id for phase in MODEL.phases]


def typed(*counts: int | None) -> Funnel:
    return funnel([a_count(n, phase) for n, phase in zip(counts, PHASES, strict=False) if n is not None], MODEL)


def opened(*stages: tuple[int, int]) -> Funnel:
    """A log's open funnel of (entered, continued)."""
    found: list[Stage] = []
    for place, (entered, continued) in enumerate(stages):
        stage = Stage(PHASES[place], PHASES[place], place, entered + continued, entered=entered, continued=continued)
        if found and found[-1].count:
            people = found[-1].count
            stage = replace(
                stage, previous=found[-1].phase_id, conversion_from_previous=continued / people, interval=wilson(continued, people)
            )  # fmt: skip
        found.append(stage)
    return Funnel(tuple(found))


@pytest.mark.parametrize(
    ("today", "then", "told"),
    [(20, 22.5, (20, 22.5, 2.5)), (20.04, 22.56, (20, 22.6, 2.6)), (0.25, 0.5, (0.3, 0.5, 0.2)), (100, 120.5, (100, 121, 21)),
     (12.3, 4.2, (12.3, 4.2, -8.1)), (1000.5, 900.5, (1001, 901, -100))],
)  # fmt: skip
def test_figures_that_stand_together_are_rounded_alike(
    today: float, then: float, told: tuple[float, float, float]
) -> None:
    assert told_alike(today, then) == told


@given(st.floats(0, 10**7), st.floats(0, 10**7))
def test_figures_that_are_told_add_up(today: float, then: float) -> None:
    now, later, more = told_alike(today, then)
    assert now + more == about(later)
    assert abs(now - today) <= 0.5 + 1e-6


funnels = st.lists(st.floats(0.0, 1.0), min_size=1, max_size=5).flatmap(
    lambda rates: st.integers(1, 10**6).map(
        lambda start: typed(*accumulate(rates, lambda people, rate: round(people * rate), initial=start))
    )
).filter(lambda stages: all(stage.count for stage in stages.counted[:-1]))  # fmt: skip


def test_a_better_step_brings_more_people_to_the_end() -> None:
    found = what_if(typed(1000, 400, 100), RateChange(B, points=10))
    assert (found.rate_before, found.rate_after) == (0.4, about(0.5))
    assert (found.today.value, found.then.value, found.more.value) == pytest.approx((100, 125, 25))
    assert (found.goal, found.capped, found.revenue) == (C, False, None)


def test_a_rate_can_be_multiplied_or_set_as_well() -> None:
    assert what_if(typed(1000, 400, 100), RateChange(C, factor=2)).then.value == pytest.approx(200)
    assert what_if(typed(1000, 400, 100), RateChange(C, to=0.1)).more.value == pytest.approx(-60)


def test_no_rate_rises_above_one_or_falls_below_zero() -> None:
    high = what_if(typed(1000, 900, 90), RateChange(B, points=30))
    assert (high.rate_after, high.capped, high.then.value) == (1.0, True, about(100))
    low = what_if(typed(1000, 900, 90), RateChange(C, points=-30))
    assert (low.rate_after, low.capped, low.then.value) == (0.0, True, 0.0)


def test_the_goal_may_lie_before_the_end() -> None:
    found = what_if(typed(1000, 400, 100, 90), RateChange(B, points=10), goal=C)
    assert found.then.value == pytest.approx(125)
    with pytest.raises(NoSuchStep):
        what_if(typed(1000, 400, 100, 90), RateChange(D, points=10), goal=C)


@pytest.mark.parametrize(
    ("stages", "change"),
    [(typed(), B), (typed(10), A), (typed(10, 5), A), (typed(10, 5), C), (typed(0, 0), B), (typed(10, 0, 0), B)],
)
def test_a_step_that_nobody_counted_is_refused(stages: Funnel, change: str) -> None:
    with pytest.raises(NoSuchStep):
        what_if(stages, RateChange(change, points=1))


def test_revenue_is_the_order_value_given_or_the_one_of_the_log() -> None:
    given_value = what_if(typed(1000, 400, 100), RateChange(B, points=10), order_value=20).revenue
    assert given_value is not None
    assert [figure.value for figure in given_value] == pytest.approx([2000, 2500, 500])
    log = typed(1000, 400, 100)
    log = Funnel((*log.stages[:2], replace(log.stages[2], revenue=3000.0), *log.stages[3:]))
    measured = what_if(log, RateChange(B, points=10))
    assert measured.order_value == 30
    assert measured.revenue is not None
    assert measured.revenue[2].value == pytest.approx(750)


def test_amounts_that_stand_with_a_later_date_of_the_order_belong_to_its_goal_as_well() -> None:
    """A shop's file: 68 orders are paid, 60 of them sent; the amount of each stands with its last date."""
    log = typed(80, 68, 60)
    stages = [
        replace(log.stages[0], revenue=1200.0),
        replace(log.stages[1], revenue=800.0),
        replace(log.stages[2], revenue=6000.0),
    ]
    assert what_if(Funnel((*stages, *log.stages[3:])), RateChange(B), goal=B).order_value == 100


@given(funnels, st.data())
def test_no_change_changes_nothing(stages: Funnel, data: st.DataObject) -> None:
    step = data.draw(st.sampled_from([stage.phase_id for stage in stages.counted[1:]]))
    found = what_if(stages, RateChange(step))
    assert found.today == found.then
    assert found.more == ExpectedFigure(0.0, 0.0, 0.0)
    assert found.today.value == pytest.approx(stages.counted[-1].count)


def _whole(figure: ExpectedFigure) -> bool:
    return figure.low <= figure.value * (1 + 1e-9) + 1e-9 and figure.value <= figure.high * (1 + 1e-9) + 1e-9


@given(funnels, st.floats(-30, 30), st.data())
def test_every_interval_holds_its_figure_and_no_crowd_is_negative(
    stages: Funnel, points: float, data: st.DataObject
) -> None:
    step = data.draw(st.sampled_from([stage.phase_id for stage in stages.counted[1:]]))
    found = what_if(stages, RateChange(step, points=points))
    assert _whole(found.today)
    assert _whole(found.then)
    assert found.more.low - 1e-6 <= found.more.value <= found.more.high + 1e-6
    assert min(found.today.low, found.then.low) >= -1e-6
    assert found.more.value == pytest.approx(found.then.value - found.today.value, abs=1e-6)
    assert found.more.value * points >= -1e-6


@given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))))
def test_of_one_step_the_interval_is_wilsons(counts: tuple[int, int]) -> None:
    people, reached = counts
    found = what_if(typed(people, reached), RateChange(B)).today
    assert (found.low, found.high) == pytest.approx([end * people for end in wilson(reached, people)], abs=1e-6)


@pytest.mark.parametrize("counts", [(5000, 2000, 900, 300), (20_000, 900, 800, 640), (600, 300, 200, 50)])
def test_of_several_steps_it_is_nearly_the_one_of_the_whole_way(counts: tuple[int, ...]) -> None:
    """In a closed funnel the product of the rates is the share of all who start, whose interval is known."""
    found = what_if(typed(*counts), RateChange(B)).today
    known = [end * counts[0] for end in wilson(counts[-1], counts[0])]
    assert (found.low, found.high) == pytest.approx(known, rel=0.02)


def test_what_a_point_brings_is_not_unsure_because_of_the_step_that_it_is_added_to() -> None:
    certain = what_if(typed(100, 30), RateChange(B, points=10)).more
    assert (certain.low, certain.value, certain.high) == pytest.approx((10, 10, 10))
    unsure = what_if(typed(100, 30, 15), RateChange(B, points=10)).more
    assert unsure.value == pytest.approx(5)
    assert unsure.low < unsure.value < unsure.high


def test_a_loss_is_as_sure_as_the_gain_of_the_same_size() -> None:
    gain, loss = (what_if(typed(100, 50, 15, 9), RateChange(B, points=points)).more for points in (10, -10))
    assert (loss.low, loss.value, loss.high) == pytest.approx((-gain.high, -gain.value, -gain.low))


def test_a_rate_set_within_todays_interval_may_be_no_gain_at_all() -> None:
    found = what_if(typed(100, 40), RateChange(B, to=0.42)).more
    assert found.low < 0 < found.value < found.high


def test_fewer_cases_make_every_figure_less_sure() -> None:
    few, many = (what_if(typed(*(n * size for n in (100, 40, 10))), RateChange(B, points=5)) for size in (1, 100))
    assert (few.more.high - few.more.low) * 100 > (many.more.high - many.more.low) * 5


def test_in_an_open_funnel_those_who_enter_later_are_not_touched() -> None:
    stages = opened((1000, 0), (200, 400), (50, 300))
    found = what_if(stages, RateChange(B, points=10))
    assert found.today.value == pytest.approx(350)
    assert found.more.value == pytest.approx(1000 * 0.1 * 0.5)


def test_optional_phases_are_no_step_of_the_way() -> None:
    stages = opened((1000, 0), (0, 400), (0, 100))
    side = Stage("side", "Side", 1, 50, previous=A, conversion_from_previous=0.05, optional=True)
    found = what_if(Funnel((stages.stages[0], side, *stages.stages[1:])), RateChange(B, points=10))
    assert found.then.value == pytest.approx(125)


def test_where_more_people_come_than_stood_before_the_factor_is_taken_as_it_is() -> None:
    found = what_if(typed(100, 200, 50), RateChange(C, points=10))
    assert found.then.value == pytest.approx(70)
    assert what_if(typed(100, 200, 50), RateChange(B)).then.value == pytest.approx(50)
    assert [one.change.phase_id for one in point_pays(typed(100, 200, 50))] == [C]


def _gains(found: tuple[WhatIf, ...]) -> list[tuple[str, float]]:
    return [(one.change.phase_id, round(one.more.value, 6)) for one in found]


def test_the_step_where_a_point_pays_most_comes_first() -> None:
    assert _gains(point_pays(typed(1000, 500, 50, 40))) == [(C, 4.0), (B, 0.8), (D, 0.5)]
    assert _gains(point_pays(typed(1000, 100, 10))) == [(B, 1.0), (C, 1.0)], "of equals the earlier"
    assert _gains(point_pays(opened((100, 0), (5000, 20), (0, 2510)))) == [(C, 50.2), (B, 0.5)]
    assert point_pays(typed(5)) == ()


@given(funnels)
def test_in_a_closed_funnel_a_point_pays_most_at_the_lowest_rate(stages: Funnel) -> None:
    best = point_pays(stages)
    if best and best[0].more.value > 1e-6 and not any(one.capped for one in best):
        assert best[0].rate_before == pytest.approx(min(one.rate_before for one in best))
