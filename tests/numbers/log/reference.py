"""The funnel as plainly as its definition: a loop per case, no NumPy, no cleverness. Slow; the kernels must agree.

An event has an instant, by which it is earlier or later than others of its case: its time, or a number where the log knows
an order inside one time. A run is what one start reaches: place → (time, wait or None at the entry).
"""

from collections import defaultdict
from datetime import timedelta
from typing import NamedTuple

from journey.numbers.log.coded import PhasedLog
from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart


class Event(NamedTuple):
    """An event of a phase, the phase as its place."""

    instant: int
    place: int
    time: int


class Counts(NamedTuple):
    """Where a run counts; the least one is what counts of several: the earliest, of these the one with the longest wait."""

    instant: int
    minus_wait: int
    time: int
    wait: int | None


Run = dict[int, Counts]


def plain_funnel(log: PhasedLog, query: FunnelQuery) -> dict[int, dict[int, tuple[int, int | None]]]:
    """For each case that counts anywhere the phases at which it counts: place → (time, wait or None)."""
    events = defaultdict(list)
    columns = (log.case, log.instant, log.phase, log.time)
    for case, *event in zip(*(column.tolist() for column in columns), strict=True):
        events[case].append(Event(*event))
    found = {case: of_one_case(happened, len(log.phases), query) for case, happened in events.items()}
    return {
        case: {place: (counts.time, counts.wait) for place, counts in run.items()} for case, run in found.items() if run
    }


def of_one_case(events: list[Event], phases: int, query: FunnelQuery) -> Run:
    required = [place for place in range(phases) if place not in query.optional]
    funnel_events = sorted(event for event in events if event.place in required)
    if query.order is Order.ANY:
        started = [run_in_any_order(entry, events, required, query) for entry in funnel_events]
    else:
        entries = [event for event in funnel_events if query.open or event.place == required[0]]
        started = [run_in_order(entry, events, required, query) for entry in entries]
    runs = [run for run in started if run]
    if not query.reentry:
        if query.order is Order.STRICT and runs:
            longest = max(length(run, required) for run in runs)
            runs = [run for run in runs if length(run, required) == longest]
        elif query.order is Order.ANY:
            runs = started[:1]
        runs = runs[:1]
    return together(runs)


def length(run: Run, required: list[int]) -> int:
    return sum(place in required for place in run)


def together(runs: list[Run]) -> Run:
    """What several starts of one case reach."""
    result: Run = {}
    for place in sorted({place for run in runs for place in run}):
        at = [run[place] for run in runs if place in run]
        came = [counts for counts in at if counts.wait is not None]
        result[place] = min(came or at)
    return result


def entered(instant: int, time: int) -> Counts:
    return Counts(instant, 0, time, None)


def came(instant: int, time: int, before: int) -> Counts:
    return Counts(instant, before - time, time, time - before)


def ends(start: int, query: FunnelQuery) -> int | None:
    return None if query.window is None else start + query.window // timedelta(microseconds=1)


def inside(time: int, end: int | None) -> bool:
    return end is None or time <= end


def run_in_order(entry: Event, events: list[Event], required: list[int], query: FunnelQuery) -> Run:
    at = entry
    run: Run = {at.place: entered(at.instant, at.time)}
    while True:
        end = ends(at.time if query.window_start is WindowStart.STEP else entry.time, query)
        later = sorted(event for event in events if event.instant > at.instant and inside(event.time, end))
        position = required.index(at.place)
        following = required[position + 1] if position + 1 < len(required) else None
        after = next((event for event in later if event.place == following), None)
        if after is not None and query.order is Order.STRICT:
            between = [event for event in later if event.instant < after.instant and event.place in required]
            if any(event.place != at.place for event in between):
                after = None
        for optional in range(at.place + 1, following if following is not None else at.place):
            seen = next((event for event in later if event.place == optional), None)
            if seen and (after is None or seen.instant < after.instant):
                run[optional] = came(seen.instant, seen.time, at.time)
        if after is None:
            return run
        run[after.place] = came(after.instant, after.time, at.time)
        at = after


def run_in_any_order(entry: Event, events: list[Event], required: list[int], query: FunnelQuery) -> Run:
    first: dict[int, int] = {}
    for event in sorted(events):
        if event.instant >= entry.instant and inside(event.time, ends(entry.time, query)):
            first.setdefault(event.place, event.time)
    entered_at = min(place for place in first if place in required) if query.open else required[0]
    run: Run = {}
    complete: int | None = None
    for position, place in enumerate(required):
        if place < entered_at:
            continue
        if place not in first:
            break
        before = complete
        complete = first[place] if before is None else max(before, first[place])
        run[place] = entered(complete, complete) if before is None else came(complete, complete, before)
        following = required[position + 1] if position + 1 < len(required) else place
        for optional in range(place + 1, following):
            if optional in first:
                at = max(complete, first[optional])
                run[optional] = came(at, at, complete)
    return run
