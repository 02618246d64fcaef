"""Skips and returns: small cases by hand, and random logs against one loop a case."""

from collections.abc import Collection
from itertools import pairwise

import pytest
from hypothesis import given

from journey.numbers.log.coded import CodedLog
from journey.numbers.log.firsts import PhaseNotInLog
from journey.numbers.log.skips import JumpBack, Skip, jumps_back, skipped_before, skips, turns
from tests.numbers.log.logs import PHASES, a_log, event_logs, in_phases
from tests.numbers.log.plainly import phase_events_of


def test_a_case_that_goes_from_a_to_c_skips_b() -> None:
    log = in_phases(a_log([("anna", 1, "a"), ("anna", 2, "c"), ("ben", 1, "a"), ("ben", 2, "b"), ("ben", 3, "c")]))
    assert skips(log)[:3] == (Skip("a", 2, 0, 0), Skip("b", 2, 1, 0), Skip("c", 0, 0, 0))
    assert [skip.share for skip in skips(log)] == [0, 0.5, None, None]


def test_a_phase_done_after_a_later_one_counts_as_skipped() -> None:
    log = in_phases(a_log([("anna", 1, "a"), ("anna", 2, "c"), ("anna", 3, "b")]))
    assert skips(log)[1] == Skip("b", 1, 1, 0)


def test_a_phase_at_the_instant_of_the_later_one_is_skipped_but_told_apart() -> None:
    log = in_phases(a_log([("anna", 1, "a"), ("anna", 2, "b"), ("anna", 2, "c")]))
    assert skips(log)[1] == Skip("b", 1, 1, at_once=1)


def test_the_phases_skipped_before_a_sale_come_with_the_most_skipped_first() -> None:
    sale = [("anna", 9, "d"), ("ben", 9, "d"), ("cleo", 9, "d")]
    before = [("anna", 1, "a"), ("ben", 1, "a"), ("cleo", 1, "a"), ("anna", 2, "c")]
    log = in_phases(a_log([*before, *sale, ("ben", 10, "c"), ("dora", 1, "b")]))
    assert skipped_before(log, "d") == (Skip("b", 3, 3, 0), Skip("c", 3, 2, 0), Skip("a", 3, 0, 0))
    assert skipped_before(log, "d")[1].interval.low == pytest.approx(0.2077, abs=1e-4)


def test_a_sale_in_an_unknown_phase_is_refused() -> None:
    with pytest.raises(PhaseNotInLog):
        skipped_before(in_phases(a_log([])), "z")


def test_going_back_and_coming_again_are_turning_back_and_re_entering() -> None:
    log = in_phases(a_log([("anna", second, phase) for second, phase in enumerate("abbab")] + [("ben", 1, "b")]))
    a, b = turns(log)[:2]
    assert (a.cases, a.turned_back, a.reentered) == (1, 0, 1)
    assert (b.cases, b.turned_back, b.reentered, b.turned_back_share, b.reentered_share) == (2, 1, 1, 0.5, 0.5)
    assert jumps_back(log) == (JumpBack("b", "a", 1),)


def test_an_event_of_no_phase_in_between_is_no_re_entry() -> None:
    log = in_phases(a_log([("anna", 1, "a"), ("anna", 2, "noise"), ("anna", 3, "a")]))
    assert turns(log)[0].reentered == 0


@given(event_logs())
def test_skips_are_those_of_a_loop_over_the_cases(log: CodedLog) -> None:
    cases = phase_events_of(log)
    assert skips(in_phases(log)) == tuple(_skip(cases, place, range(place + 1, 5)) for place in range(4))
    before = [_skip(cases, place, [3]) for place in range(3)]
    assert skipped_before(in_phases(log), "d") == tuple(sorted(before, key=lambda skip: -(skip.share or 0)))


@given(event_logs())
def test_turns_are_those_of_a_loop_over_the_cases(log: CodedLog) -> None:
    for place, found in enumerate(turns(in_phases(log))):
        cases = turned = again = 0
        for case in phase_events_of(log):
            phases = [phase for _, phase in case]
            cases += place in phases
            turned += any(one == place and other < place for one, other in pairwise(phases))
            comes = [one == place and (at == 0 or phases[at - 1] != place) for at, one in enumerate(phases)]
            again += sum(comes) > 1
        assert (found.phase, found.cases, found.turned_back, found.reentered) == (PHASES[place], cases, turned, again)


@given(event_logs())
def test_jumps_back_are_those_of_a_loop_over_the_cases(log: CodedLog) -> None:
    found: dict[tuple[int, int], int] = {}
    for case in phase_events_of(log):
        phases = [phase for _, phase in case]
        for pair in {(one, other) for one, other in pairwise(phases) if other < one}:
            found[pair] = found.get(pair, 0) + 1
    expected = [JumpBack(PHASES[one], PHASES[other], cases) for (one, other), cases in sorted(found.items())]
    assert jumps_back(in_phases(log)) == tuple(sorted(expected, key=lambda jump: -jump.cases))


def _skip(cases: list[list[tuple[int, int]]], place: int, later: Collection[int]) -> Skip:
    further = skipped = at_once = 0
    for case in cases:
        beyond = [time for time, phase in case if phase in later]
        here = [time for time, phase in case if phase == place]
        if beyond:
            further += 1
            skipped += not any(time < min(beyond) for time in here)
            at_once += bool(here) and min(here) == min(beyond)
    return Skip(PHASES[place], further, skipped, at_once)
