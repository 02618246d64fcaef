"""The coded log, and the log seen through phases."""

from hypothesis import given

from journey.numbers.log.coded import CodedLog
from tests.numbers.log.logs import ACTIVITIES, PHASES, a_log, event_logs, in_phases


def plain_values(log: CodedLog) -> list[int]:
    """Each case's segment by pencil: the first in time, at one instant the smallest name."""
    found: dict[int, tuple[int, int]] = {}
    segment = log.attributes["segment"]
    for case, time, code in zip(log.case.tolist(), log.time.tolist(), segment.codes.tolist(), strict=True):
        if code >= 0:
            found[case] = min(found.get(case, (time, code)), (time, code))
    return [found[case][1] if case in found else -1 for case in range(log.cases)]


@given(event_logs(events=40, seconds=4))
def test_a_case_belongs_to_its_first_value_and_of_several_at_one_instant_to_the_smallest_name(log: CodedLog) -> None:
    assert log.of_case["segment"].codes.tolist() == plain_values(log)


@given(event_logs(events=40, seconds=4))
def test_events_of_phases_are_sorted_by_case_time_and_phase_and_know_their_place_in_the_log(log: CodedLog) -> None:
    seen = in_phases(log)
    rows = list(zip(seen.case.tolist(), seen.time.tolist(), seen.phase.tolist(), strict=True))
    names = [log.activity.names[code] for code in log.activity.codes.tolist()]
    assert rows == sorted(
        (case, time, PHASES.index(ACTIVITIES[name]))
        for case, time, name in zip(log.case.tolist(), log.time.tolist(), names, strict=True)
        if name in ACTIVITIES
    )
    assert [ACTIVITIES[names[event]] for event in seen.event.tolist()] == [PHASES[phase] for _, _, phase in rows]
    assert log.case[seen.event].tolist() == seen.case.tolist()
    assert sorted(set(seen.event.tolist())) == sorted(seen.event.tolist())


def test_the_events_of_a_case_are_found_by_its_start() -> None:
    log = a_log([("x", 3, "a"), ("y", 1, "b"), ("x", 1, "c")])
    assert log.starts.tolist() == [0, 2, 3]
    assert (log.cases, log.events) == (2, 3)
