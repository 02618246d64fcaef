"""The kernels against the reference, on any log and for every kind of question."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.log import steps
from journey.numbers.log.coded import PhasedLog
from journey.numbers.log.funnel_query import BadFunnelQuery, FunnelQuery, Order, WindowStart
from journey.numbers.log.reach import Reach, reached
from tests.numbers.log.logs import (
    PHASES,
    Row,
    a_log,
    event_logs,
    event_rows,
    in_phases,
    optional_places,
    ordered_logs,
    queries,
    windows,
)
from tests.numbers.log.reference import plain_funnel

busy_logs = st.builds(
    in_phases,
    event_logs(cases=2, events=30) | ordered_logs(cases=2, events=30),
    st.integers(3, 5).map(lambda count: PHASES[:count]),
)


def runs(reach: Reach) -> dict[int, dict[int, tuple[int, int | None]]]:
    """Case → place → (time, wait), as the reference gives it."""
    found: dict[int, dict[int, tuple[int, int | None]]] = {}
    for place, (cases, times, waits) in enumerate(zip(reach.cases, reach.times, reach.waits, strict=True)):
        assert cases.dtype == np.int32
        assert np.all(np.diff(cases) > 0)
        for case, time, wait in zip(cases.tolist(), times.tolist(), waits.tolist(), strict=True):
            found.setdefault(case, {})[place] = (time, None if wait == -1 else wait)
    return found


@pytest.mark.parametrize("opened", [False, True], ids=["closed", "open"])
@pytest.mark.parametrize("order", Order)
@given(busy_logs, windows(), st.data())
def test_every_kind_of_funnel_is_what_its_definition_says(
    order: Order, opened: bool, log: PhasedLog, window: timedelta, data: st.DataObject
) -> None:
    optional = data.draw(optional_places(len(log.phases)))
    kinds = product([None, window], WindowStart, [False, True], [frozenset(), optional])
    for limit, start, reentry, skipped in kinds:
        query = FunnelQuery(order, opened, limit, start, reentry, skipped)
        reach = reached(log, query)
        expected = plain_funnel(log, query)
        assert runs(reach) == expected, query
        assert reach.entered.tolist() == sorted(expected), query


@given((event_logs(cases=9, events=40) | ordered_logs(cases=9, events=40)).map(in_phases), queries())
def test_a_log_worked_through_in_parts_gives_the_same(log: PhasedLog, query: FunnelQuery) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steps, "EVENTS_AT_A_TIME", 7)
        assert runs(reached(log, query)) == plain_funnel(log, query)


@given(event_logs(events=40).map(in_phases), queries(), st.lists(st.booleans(), min_size=5, max_size=5))
def test_only_the_cases_asked_for_count(log: PhasedLog, query: FunnelQuery, chosen: list[bool]) -> None:
    within = np.array(chosen[: log.log.cases], np.bool_)
    expected = {case: run for case, run in plain_funnel(log, query).items() if within[case]}
    assert runs(reached(log, query, within)) == expected


@given(st.data(), event_rows(), queries())
def test_the_order_of_rows_in_the_file_does_not_matter(
    data: st.DataObject, rows: list[Row], query: FunnelQuery
) -> None:
    mixed = data.draw(st.permutations(rows))
    assert runs(reached(in_phases(a_log(rows)), query)) == runs(reached(in_phases(a_log(mixed)), query))


@given(event_logs().map(in_phases), queries())
def test_in_a_closed_funnel_no_phase_has_more_cases_than_the_one_before(log: PhasedLog, query: FunnelQuery) -> None:
    reach = reached(log, replace(query, open=False))
    for before, after in zip(reach.required, reach.required[1:], strict=False):
        assert set(reach.cases[after].tolist()) <= set(reach.cases[before].tolist())


@given(event_logs().map(in_phases), queries())
def test_another_question_in_between_changes_no_answer(log: PhasedLog, query: FunnelQuery) -> None:
    before = runs(reached(log, query))
    reached(log, replace(query, optional=frozenset({1, 3}) - query.optional))
    assert runs(reached(log, query)) == before


def test_a_log_without_events_or_phases_reaches_nothing() -> None:
    assert [len(cases) for cases in reached(in_phases(a_log([])), FunnelQuery()).cases] == [0] * 5
    assert reached(in_phases(a_log([("x", 0, "a")]), phases=()), FunnelQuery()).cases == ()
    for order in Order:
        query = FunnelQuery(order, open=True, reentry=True)
        assert len(reached(in_phases(a_log([("x", 0, "noise")])), query).entered) == 0


@pytest.mark.parametrize("place", [-1, 0, 4, 5])
def test_the_first_and_the_last_phase_and_unknown_ones_cannot_be_optional(place: int) -> None:
    with pytest.raises(BadFunnelQuery):
        reached(in_phases(a_log([("x", 0, "a")])), FunnelQuery(optional=frozenset({place})))


def test_a_negative_window_is_refused() -> None:
    with pytest.raises(BadFunnelQuery):
        reached(in_phases(a_log([("x", 0, "a")])), FunnelQuery(window=timedelta(seconds=-1)))
