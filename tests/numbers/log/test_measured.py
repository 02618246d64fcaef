"""The funnel of a log in figures."""

import statistics
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers import Quartiles, funnel, wilson
from journey.numbers.log.coded import PhasedLog
from journey.numbers.log.funnel_query import FunnelQuery, Order
from journey.numbers.log.measured import log_funnel, log_funnels
from journey.numbers.log.spread import quartiles
from journey.phases import built_in
from tests.builders import a_count
from tests.numbers.log.logs import ACTIVITIES, PHASES, a_log, event_logs, in_phases, queries
from tests.numbers.log.reference import plain_funnel
from tests.typed import there

NAMES = {phase: phase.upper() for phase in PHASES}


def a_shop(cases: int = 100, buyers: int = 40) -> PhasedLog:
    """Everybody sees, some of them buy three seconds later."""
    rows = [(case, 0, "a") for case in range(cases)] + [(case, 3, "b") for case in range(buyers)]
    return in_phases(a_log(rows), ("a", "b"))


def plain_quartiles(seconds: list[float]) -> object:
    """By the standard library; of a single value it takes two alike."""
    if not seconds:
        return None
    twice = seconds * 2 if len(seconds) == 1 else seconds
    return pytest.approx(statistics.quantiles(twice, n=4, method="inclusive"))


def plain_sum(log: PhasedLog, name: str, place: int, cases: Collection[int]) -> float:
    rows = zip(log.log.case.tolist(), log.log.activity.codes.tolist(), log.log.amounts[name].tolist(), strict=True)
    named = [(case, ACTIVITIES.get(log.log.activity.names[code]), amount) for case, code, amount in rows]
    found = [a for case, phase, a in named if case in cases and phase == PHASES[place] and not np.isnan(a)]
    return float(sum(found))


@given(event_logs(events=40).map(in_phases), queries())
def test_every_figure_of_a_stage_is_what_paper_and_pencil_give(log: PhasedLog, query: FunnelQuery) -> None:
    reach = plain_funnel(log, query)
    stages = log_funnel(log, NAMES, query).stages
    assert [(stage.phase_id, stage.name, stage.position) for stage in stages] == [
        (phase, phase.upper(), place) for place, phase in enumerate(PHASES)
    ]
    before = None
    for place, stage in enumerate(stages):
        at = {case: run[place] for case, run in reach.items() if place in run}
        waits = [wait / 1e6 for _, wait in at.values() if wait is not None]
        assert (stage.count, stage.continued, stage.entered) == (len(at), len(waits), len(at) - len(waits))
        assert stage.conversion_from_start == (len(at) / len(reach) if reach else None)
        assert stage.optional == (place in query.optional)
        assert stage.wait == plain_quartiles(waits)
        assert stage.revenue == plain_sum(log, "revenue", place, at)
        assert stage.cost == plain_sum(log, "cost", place, at)
        if before is not None:
            assert (stage.previous, stage.drop_off) == (before.phase_id, there(before.count) - len(waits))
            assert stage.conversion_from_previous == (len(waits) / before.count if before.count else None)
            assert stage.interval == (wilson(len(waits), before.count) if before.count else None)
        before = before if stage.optional else stage


@given(event_logs(events=40).map(in_phases), queries())
def test_no_conversion_is_ever_above_one(log: PhasedLog, query: FunnelQuery) -> None:
    for stage in log_funnel(log, NAMES, query).stages:
        for rate in (stage.conversion_from_previous, stage.conversion_from_start):
            assert rate is None or 0 <= rate <= 1
        assert not stage.rises


@given(event_logs(events=40).map(in_phases), queries())
def test_segments_add_up_to_the_whole(log: PhasedLog, query: FunnelQuery) -> None:
    whole = log_funnel(log, NAMES, query)
    parts = log_funnels(log, NAMES, query, log.log.of_case["segment"])
    for place, stage in enumerate(whole.stages):
        each = [part.stages[place] for part in parts.values()]
        for figure in ("count", "entered", "continued", "revenue", "cost"):
            assert getattr(stage, figure) == sum(getattr(one, figure) for one in each)


@given(event_logs(events=40).map(in_phases), queries(), st.lists(st.booleans(), min_size=5, max_size=5))
def test_a_segment_is_the_funnel_of_its_cases_alone(log: PhasedLog, query: FunnelQuery, chosen: list[bool]) -> None:
    within = np.array(chosen[: log.log.cases], np.bool_)
    segment = log.log.of_case["segment"]
    parts = log_funnels(log, NAMES, query, segment, within)
    values = [(*segment.names, "")[code] for code in segment.codes[within]]
    assert list(parts) == [*sorted(set(values) - {""}), *([""] if "" in values else [])]
    for value, part in parts.items():
        code = segment.names.index(value) if value else -1
        assert part == log_funnel(log, NAMES, query, within & (segment.codes == code))


@given(st.lists(st.integers(0, 10**12), min_size=1))
def test_quartiles_are_those_of_the_standard_library(waits: list[int]) -> None:
    assert quartiles(np.array(waits)) == plain_quartiles([wait / 1e6 for wait in waits])


def test_a_followed_funnel_has_the_rates_of_the_same_typed_counts() -> None:
    model = next(each for each in built_in("en") if each.id == "aida-plus")
    typed = funnel([a_count(100, phase=model.phases[0].id), a_count(40, phase=model.phases[1].id)], model).stages[1]
    followed = log_funnel(a_shop(), NAMES, FunnelQuery()).stages[1]
    assert followed.conversion_from_previous == typed.conversion_from_previous == 0.4
    assert (followed.drop_off, followed.interval, followed.few_cases) == (typed.drop_off, typed.interval, False)
    assert (followed.entered, followed.continued, followed.wait) == (0, 40, Quartiles(3.0, 3.0, 3.0))


def test_a_log_without_amounts_has_no_revenue_and_no_cost() -> None:
    stage = log_funnel(a_shop(), NAMES, FunnelQuery()).stages[1]
    assert (stage.revenue, stage.cost) == (None, None)


def test_revenue_is_of_all_events_of_the_phase_also_outside_the_window() -> None:
    rows = [("x", 0, "a"), ("x", 1, "b"), ("x", 99, "b"), ("y", 0, "a"), ("y", 99, "b")]
    log = in_phases(a_log(rows, revenue=[None, 5, 7, None, 1000]), ("a", "b"))
    stages = log_funnel(log, NAMES, FunnelQuery(window=timedelta(seconds=10))).stages
    assert [(stage.count, stage.revenue) for stage in stages] == [(2, 0), (1, 12)]


def test_cases_that_enter_later_lower_no_conversion_of_an_open_funnel() -> None:
    rows = [("x", 0, "a"), ("x", 1, "b"), *((case, 0, "b") for case in "klmn")]
    _, second = log_funnel(in_phases(a_log(rows), ("a", "b")), NAMES, FunnelQuery(open=True)).stages
    assert (second.count, second.entered, second.continued) == (5, 4, 1)
    assert (second.conversion_from_previous, second.conversion_from_start, second.drop_off) == (1.0, 1.0, 0)


def test_skipping_an_optional_stage_is_neither_the_biggest_loss_nor_the_weakest_step() -> None:
    rows = [(case, 0, "a") for case in range(200)] + [(case, 1, "c") for case in range(100)] + [(0, 0.5, "b")]
    log = in_phases(a_log(rows), ("a", "b", "c"))
    result = log_funnel(log, NAMES, FunnelQuery(optional=frozenset({1})))
    assert (there(result.biggest_loss).phase_id, there(result.weakest).phase_id) == ("c", "c")
    assert (result.stages[1].drop_off, result.stages[2].previous) == (199, "a")


def test_two_hundred_values_of_a_segment_are_two_hundred_funnels() -> None:
    rows = [(case, second, activity) for case in range(400) for second, activity in enumerate("ab")]
    names = [f"campaign {case % 200:03}" for case in range(400) for _ in "ab"]
    log = in_phases(a_log(rows, campaign=names), ("a", "b"))
    parts = log_funnels(log, NAMES, replace(FunnelQuery(), order=Order.STRICT), log.log.of_case["campaign"])
    assert len(parts) == 200
    assert {part.stages[1].count for part in parts.values()} == {2}
