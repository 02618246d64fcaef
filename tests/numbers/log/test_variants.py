"""Variants: by hand, long ones, and random logs against one loop a case."""

from collections import defaultdict
from itertools import groupby
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.log.coded import CodedLog
from journey.numbers.log.trail import activity_trail, phase_trail
from journey.numbers.log.variants import Variant, Variants, variants
from tests.numbers.log.logs import PHASES, a_log, event_logs, in_phases
from tests.numbers.log.plainly import events_of, phase_events_of
from tests.typed import about


def test_repeats_in_a_row_are_one_and_the_most_frequent_variant_comes_first() -> None:
    rows = [
        ("anna", 0, "a"),
        ("anna", 10, "also a"),
        ("anna", 20, "b"),
        ("ben", 0, "a"),
        ("ben", 40, "b"),
        ("cleo", 0, "b"),
    ]
    found = variants(phase_trail(in_phases(a_log(rows))))
    assert found.most == (
        Variant(("a", "b"), 2, about(2 / 3), 30.0),
        Variant(("b",), 1, about(1 / 3), 0.0),
    )
    assert (found.different, found.cases) == (2, 3)


def test_with_repeats_every_event_counts() -> None:
    rows = [("anna", 0, "a"), ("anna", 1, "a"), ("ben", 0, "a")]
    assert [variant.sequence for variant in variants(activity_trail(a_log(rows)), repeats=True).most] == [
        ("a",),
        ("a", "a"),
    ]


def test_only_the_most_frequent_are_told() -> None:
    found = variants(activity_trail(a_log([("anna", 0, "a"), ("ben", 0, "b"), ("cleo", 0, "b")])), most=1)
    assert [variant.sequence for variant in found.most] == [("b",)]
    assert found.different == 2


def test_long_trails_that_differ_only_at_their_end_are_different_variants() -> None:
    rows = [(case, second, "ab"[second % 2]) for case in range(6) for second in range(500)]
    rows += [(case, 500, "a" if case < 4 else "c") for case in range(6)]
    found = variants(activity_trail(a_log(rows)))
    assert [(variant.cases, variant.sequence[-1]) for variant in found.most] == [(4, "a"), (2, "c")]


def test_the_same_stretches_in_another_order_are_another_variant() -> None:
    rows = [(case, second, "ab"[(second // 31 + case) % 2]) for case in range(2) for second in range(124)]
    assert variants(activity_trail(a_log(rows)), repeats=True).different == 2


def test_a_trail_that_another_goes_beyond_is_a_variant_of_its_own() -> None:
    rows = [(case, second, "ab"[second % 2]) for case in range(3) for second in range(60 + case * 20)]
    assert [len(variant.sequence) for variant in variants(activity_trail(a_log(rows))).most] == [60, 80, 100]


def test_a_log_without_events_has_no_variants() -> None:
    found = variants(activity_trail(a_log([])))
    assert (found.most, found.different, found.cases) == ((), 0, 0)


@given(event_logs())
def test_the_variants_of_phases_are_those_of_a_loop_over_the_cases(log: CodedLog) -> None:
    cases = [[(time, PHASES[phase]) for time, phase in case] for case in phase_events_of(log)]
    found = variants(phase_trail(in_phases(log)), most=99)
    assert _plain(found) == _variants(cases, repeats=False)


@given(event_logs(cases=12, events=60), st.booleans())
def test_the_variants_of_activities_are_those_of_a_loop_over_the_cases(log: CodedLog, repeats: bool) -> None:
    cases = [[(event.time, event.activity) for event in case] for case in events_of(log)]
    assert _plain(variants(activity_trail(log), most=99, repeats=repeats)) == _variants(cases, repeats)


@given(st.lists(st.tuples(st.integers(0, 70), st.integers(0, 3)), max_size=40))
def test_long_variants_of_few_labels_are_told_apart(shapes: list[tuple[int, int]]) -> None:
    cases = [[(at, "abc"[(at + (at > length // 2) * turn) % 3]) for at in range(length)] for length, turn in shapes]
    log = a_log([(number, second, name) for number, case in enumerate(cases) for second, name in case])
    assert _plain(variants(activity_trail(log), most=99)) == _variants(
        [[(second * 1_000_000, name) for second, name in case] for case in cases], repeats=False
    )


def _plain(found: Variants) -> dict[tuple[str, ...], tuple[int, float]]:
    counts = [variant.cases for variant in found.most]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == found.cases
    return {variant.sequence: (variant.cases, variant.median_seconds) for variant in found.most}


def _variants(cases: list[list[tuple[int, str]]], repeats: bool) -> dict[tuple[str, ...], tuple[int, float]]:
    durations = defaultdict(list)
    for case in cases:
        labels = [label for _, label in case]
        if labels:
            sequence = labels if repeats else [label for label, _ in groupby(labels)]
            durations[tuple(sequence)].append(case[-1][0] - case[0][0])
    return {sequence: (len(times), median(times) / 1e6) for sequence, times in durations.items()}
