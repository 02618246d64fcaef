"""The kernels against the reference, on any log and for every kind of question."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.log import steps
from journey.numbers.log.question import BadQuestion, Order, Question, WindowStart
from journey.numbers.log.reach import reached
from tests.numbers.log.logs import (
    PHASES,
    a_log,
    event_logs,
    event_rows,
    in_phases,
    optional_places,
    ordered_logs,
    questions,
    windows,
)
from tests.numbers.log.reference import plain_funnel

busy_logs = st.builds(
    in_phases,
    event_logs(cases=2, events=30) | ordered_logs(cases=2, events=30),
    st.integers(3, 5).map(lambda count: PHASES[:count]),
)


def runs(reach):
    """Case → place → (time, wait), as the reference gives it."""
    found = {}
    for place, (cases, times, waits) in enumerate(zip(reach.cases, reach.times, reach.waits, strict=True)):
        assert cases.dtype == np.int32
        assert np.all(np.diff(cases) > 0)
        for case, time, wait in zip(cases.tolist(), times.tolist(), waits.tolist(), strict=True):
            found.setdefault(case, {})[place] = (time, None if wait == -1 else wait)
    return found


@pytest.mark.parametrize("opened", [False, True], ids=["closed", "open"])
@pytest.mark.parametrize("order", Order)
@given(busy_logs, windows(), st.data())
def test_every_kind_of_funnel_is_what_its_definition_says(order, opened, log, window, data):
    optional = data.draw(optional_places(len(log.phases)))
    kinds = product([None, window], WindowStart, [False, True], [frozenset(), optional])
    for limit, start, reentry, skipped in kinds:
        question = Question(order, opened, limit, start, reentry, skipped)
        reach = reached(log, question)
        expected = plain_funnel(log, question)
        assert runs(reach) == expected, question
        assert reach.entered.tolist() == sorted(expected), question


@given(event_logs(cases=9, events=40) | ordered_logs(cases=9, events=40), questions())
def test_a_log_worked_through_in_parts_gives_the_same(log, question):
    log = in_phases(log)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steps, "EVENTS_AT_A_TIME", 7)
        assert runs(reached(log, question)) == plain_funnel(log, question)


@given(event_logs(events=40), questions(), st.lists(st.booleans(), min_size=5, max_size=5))
def test_only_the_cases_asked_for_count(log, question, chosen):
    log = in_phases(log)
    within = np.array(chosen[: log.log.cases], np.bool_)
    expected = {case: run for case, run in plain_funnel(log, question).items() if within[case]}
    assert runs(reached(log, question, within)) == expected


@given(st.data(), event_rows(), questions())
def test_the_order_of_rows_in_the_file_does_not_matter(data, rows, question):
    mixed = data.draw(st.permutations(rows))
    assert runs(reached(in_phases(a_log(rows)), question)) == runs(reached(in_phases(a_log(mixed)), question))


@given(event_logs(), questions())
def test_in_a_closed_funnel_no_phase_has_more_cases_than_the_one_before(log, question):
    reach = reached(in_phases(log), replace(question, open=False))
    for before, after in zip(reach.required, reach.required[1:], strict=False):
        assert set(reach.cases[after].tolist()) <= set(reach.cases[before].tolist())


@given(event_logs(), questions())
def test_another_question_in_between_changes_no_answer(log, question):
    log = in_phases(log)
    before = runs(reached(log, question))
    reached(log, replace(question, optional=frozenset({1, 3}) - question.optional))
    assert runs(reached(log, question)) == before


def test_a_log_without_events_or_phases_reaches_nothing():
    assert [len(cases) for cases in reached(in_phases(a_log([])), Question()).cases] == [0] * 5
    assert reached(in_phases(a_log([("x", 0, "a")]), phases=()), Question()).cases == ()
    for order in Order:
        question = Question(order, open=True, reentry=True)
        assert len(reached(in_phases(a_log([("x", 0, "noise")])), question).entered) == 0


@pytest.mark.parametrize("place", [-1, 0, 4, 5])
def test_the_first_and_the_last_phase_and_unknown_ones_cannot_be_optional(place):
    with pytest.raises(BadQuestion):
        reached(in_phases(a_log([("x", 0, "a")])), Question(optional=frozenset({place})))


def test_a_negative_window_is_refused():
    with pytest.raises(BadQuestion):
        reached(in_phases(a_log([("x", 0, "a")])), Question(window=timedelta(seconds=-1)))
