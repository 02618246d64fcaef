"""Open cases: where they sit, how long, what is usual, and the stuck list."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.funnel import Quartiles
from journey.numbers.log.coded import CodedLog
from journey.numbers.log.firsts import PhaseNotInLog
from journey.numbers.log.waiting import FEW_WENT_ON, OpenCase, Waiting, WaitingPhase, waiting
from tests.numbers.log.logs import MIDNIGHT, PHASES, Row, a_log, event_logs, in_phases
from tests.numbers.log.plainly import phase_events_of
from tests.typed import about, there

DAY = 86_400
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def _phase(found: Waiting, phase: str) -> WaitingPhase:
    return next(row for row in found.phases if row.phase == phase)


def test_open_cases_sit_in_the_phase_of_their_last_event_until_the_logs_end() -> None:
    rows = [("anna", 0, "a"), ("anna", DAY, "b"), ("ben", 0, "b"), ("cleo", 0, "a"), ("cleo", 5 * DAY, "e")]
    found = waiting(in_phases(a_log(rows)))
    assert found.now == NEW_YEAR + timedelta(days=5)
    assert [(row.phase, row.cases) for row in found.phases] == [("a", 0), ("b", 2), ("c", 0), ("d", 0)]
    assert _phase(found, "b").waited == Quartiles(4.25 * DAY, 4.5 * DAY, 4.75 * DAY)
    assert _phase(found, "a").waited is None
    assert [(row.since.day, row.days) for row in found.open_cases()] == [(1, 5.0), (2, 4.0)]


def test_the_logs_end_is_its_last_event_even_of_no_phase() -> None:
    found = waiting(in_phases(a_log([("anna", 0, "a"), ("ben", 3 * DAY, "noise")])))
    assert [row.days for row in found.open_cases()] == [3.0]


def test_any_phase_can_be_the_final_one() -> None:
    log = in_phases(a_log([("anna", 0, "c"), ("anna", 1, "a"), ("ben", 0, "a"), ("ben", 1, "e")]))
    assert [(row.phase, row.cases) for row in waiting(log, {"c", "e"}).phases] == [("a", 0), ("b", 0), ("d", 0)]
    with pytest.raises(PhaseNotInLog):
        waiting(log, {"z"})


def test_a_given_now_forgets_what_came_later() -> None:
    log = in_phases(a_log([("anna", 0, "a"), ("anna", DAY, "b"), ("ben", 2 * DAY, "a")]))
    found = waiting(log, now=datetime(2026, 1, 1, 13, tzinfo=timezone(timedelta(hours=1))))
    assert [(row.phase, row.days) for row in found.open_cases()] == [("a", 0.5)]
    assert [row.days for row in waiting(log, now=datetime(2026, 1, 12)).open_cases()] == [10.0, 9.0]


def _usually_ten_days(open_cases: int, days: float) -> list[Row]:
    """Twelve cases went on from b after 1 to 12 days; others have been in b for some days, and in c for longer."""
    rows = [(f"gone {case}", 0, "b") for case in range(12)]
    rows += [(f"gone {case}", (case + 1) * DAY, "c") for case in range(12)]
    rows += [(f"gone {case}", 100 * DAY, "e") for case in range(12)]
    return rows + [(f"open {case}", (100 - days) * DAY, "b") for case in range(open_cases)]


def test_waits_are_compared_with_the_time_of_those_who_went_on() -> None:
    row = _phase(waiting(in_phases(a_log(_usually_ten_days(3, 7)))), "b")
    assert row.usual == Quartiles(3.75 * DAY, 6.5 * DAY, 9.25 * DAY)
    assert (row.cases, row.went_on, row.longer, row.overdue) == (3, 12, 3, 0)


def test_who_went_on_from_a_phase_twice_counts_with_the_first_time() -> None:
    log = in_phases(a_log([("anna", second, phase) for second, phase in zip((0, 1, 2, 9), "abab", strict=True)]))
    assert _phase(waiting(log), "a").went_on == 1


def test_the_stuck_phase_is_the_one_where_most_cases_are_overdue() -> None:
    found = waiting(in_phases(a_log(_usually_ten_days(3, 10))))
    assert found.stuck == _phase(found, "b")
    assert there(found.stuck).overdue == 3
    assert waiting(in_phases(a_log(_usually_ten_days(3, 7)))).stuck is None


def test_who_came_to_the_first_phase_and_no_further_is_a_visitor_and_no_jam() -> None:
    rows = [(case, second, {"b": "a", "c": "b"}.get(phase, phase)) for case, second, phase in _usually_ten_days(3, 10)]
    found = waiting(in_phases(a_log(rows)))
    assert found.stuck is None
    assert there(found.came_once).overdue == 3
    assert waiting(in_phases(a_log(_usually_ten_days(3, 10)))).came_once is None


def test_a_later_phase_is_stuck_when_more_are_overdue_there_and_the_earlier_of_equals() -> None:
    slow: list[Row] = [(f"slow {case}", 0, "c") for case in range(4)]
    assert there(waiting(in_phases(a_log(_usually_ten_days(3, 10) + slow))).stuck).phase == "c"
    assert there(waiting(in_phases(a_log(_usually_ten_days(3, 10) + slow[:3]))).stuck).phase == "b"
    mostly: list[Row] = [("fresh", 99 * DAY, "b")]
    assert there(waiting(in_phases(a_log(_usually_ten_days(3, 10) + mostly + slow[:3]))).stuck).phase == "c"


def test_nothing_is_usual_where_few_went_on() -> None:
    rows = _usually_ten_days(2, 50)
    few = [row for row in rows if row[0] not in {"gone 0", "gone 1", "gone 2"}]
    found = waiting(in_phases(a_log(few)))
    assert (_phase(found, "b").went_on, FEW_WENT_ON) == (9, 10)
    assert (_phase(found, "b").usual, _phase(found, "b").longer, found.stuck) == (None, None, None)
    assert [row.overdue for row in found.open_cases()] == [None, None]


def test_the_stuck_list_has_plain_rows_with_the_longest_first() -> None:
    log = in_phases(a_log([*_usually_ten_days(1, 10), ("late", 99 * DAY, "b")]))
    first, second = waiting(log).open_cases()
    assert second == OpenCase(f"{12 * 7919:016x}", "b", NEW_YEAR + timedelta(days=99), 1.0, False)
    assert (first.days, first.overdue) == (10.0, True)
    assert waiting(log).open_cases(most=1) == (first,)


def test_a_log_without_events_has_nobody_waiting() -> None:
    found = waiting(in_phases(a_log([])))
    assert (found.open_cases(), found.stuck) == ((), None)
    assert waiting(in_phases(a_log([]), (), {})).phases == ()


@given(
    event_logs(cases=3, events=40) | event_logs(cases=20, events=80),
    st.sets(st.sampled_from(PHASES)),
    st.none() | st.integers(0, 15),
)
def test_who_waits_where_is_that_of_a_loop_over_the_cases(log: CodedLog, final: set[str], second: int | None) -> None:
    end = int(log.time.max(initial=0)) if second is None else MIDNIGHT + second * 1_000_000
    now = None if second is None else NEW_YEAR + timedelta(seconds=second)
    found = waiting(in_phases(log), final, now)
    rows: list[tuple[int, int, int]] = []
    usual: dict[str, list[int]] = {phase: [] for phase in PHASES}
    for number, case in enumerate(phase_events_of(log)):
        seen = [(time, PHASES[phase]) for time, phase in case if time <= end]
        for phase in PHASES:
            gone = [after - time for (time, one), (after, other) in pairwise(seen) if one == phase < other]
            usual[phase] += gone[:1]
        if seen and not final & {phase for _, phase in seen}:
            time, phase = seen[-1]
            rows.append((time, PHASES.index(phase), number))
    expected = [(f"{number * 7919:016x}", PHASES[place], (end - time) / 1e6) for time, place, number in sorted(rows)]
    assert [(row.case, row.phase, about(row.days * DAY)) for row in found.open_cases()] == expected
    for row in found.phases:
        waits = [(end - time) / 1e6 for time, place, _ in rows if PHASES[place] == row.phase]
        assert (row.cases, row.waited, row.went_on) == (len(waits), _quartiles(waits), len(usual[row.phase]))
        if row.usual:
            assert row.usual == _quartiles([wait / 1e6 for wait in usual[row.phase]])
            assert row.longer == sum(wait > row.usual.median for wait in waits)
            assert row.overdue == sum(wait > row.usual.high for wait in waits)
            listed = [one.overdue for one in found.open_cases() if one.phase == row.phase]
            assert sum(map(bool, listed)) == row.overdue


def _quartiles(values: list[float]) -> object:
    if not values:
        return None
    return (
        pytest.approx(Quartiles(*quantiles(values, n=4, method="inclusive")))
        if len(values) > 1
        else Quartiles(*values * 3)
    )
