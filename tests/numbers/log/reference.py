"""The funnel as plainly as its definition: a loop per case, no NumPy, no cleverness. Slow; the kernels must agree.

An event is (time, place of its phase); a run is what one start reaches: place → (time, wait or None at the entry).
"""

from collections import defaultdict
from datetime import timedelta

from journey.numbers.log.coded import PhasedLog
from journey.numbers.log.question import Order, Question, WindowStart

Event = tuple[int, int]
Run = dict[int, tuple[int, int | None]]


def plain_funnel(log: PhasedLog, question: Question) -> dict[int, Run]:
    """For each case that counts anywhere the phases at which it counts."""
    events = defaultdict(list)
    for case, time, place in zip(log.case.tolist(), log.time.tolist(), log.phase.tolist(), strict=True):
        events[case].append((time, place))
    found = {case: of_one_case(happened, len(log.phases), question) for case, happened in events.items()}
    return {case: run for case, run in found.items() if run}


def of_one_case(events: list[Event], phases: int, question: Question) -> Run:
    required = [place for place in range(phases) if place not in question.optional]
    funnel_events = [event for event in events if event[1] in required]
    if question.order is Order.ANY:
        entries = sorted(funnel_events)
        started = [run_in_any_order(entry, events, required, question) for entry in entries]
    else:
        entries = sorted(event for event in funnel_events if question.open or event[1] == required[0])
        started = [run_in_order(entry, events, required, question) for entry in entries]
    runs = [run for run in started if run]
    if not question.reentry:
        if question.order is Order.STRICT and runs:
            longest = max(length(run, required) for run in runs)
            runs = [run for run in runs if length(run, required) == longest]
        elif question.order is Order.ANY:
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
        came = [(time, -wait, wait) for time, wait in at if wait is not None]
        if came:
            time, _, wait = min(came)
            result[place] = (time, wait)
        else:
            result[place] = min(at)
    return result


def ends(start: int, question: Question) -> int | None:
    return None if question.window is None else start + question.window // timedelta(microseconds=1)


def inside(time: int, end: int | None) -> bool:
    return end is None or time <= end


def run_in_order(entry: Event, events: list[Event], required: list[int], question: Question) -> Run:
    time, place = entry
    run: Run = {place: (time, None)}
    entered = time
    while True:
        start = time if question.window_start is WindowStart.STEP else entered
        end = ends(start, question)
        position = required.index(place)
        following = required[position + 1] if position + 1 < len(required) else None
        after = None
        later = [t for t, p in events if p == following and t > time and inside(t, end)]
        if later:
            after = min(later)
            between = [p for t, p in events if time < t < after and p in required and p != place]
            if question.order is Order.STRICT and between:
                after = None
        for optional in range(place + 1, following if following is not None else place):
            seen = [t for t, p in events if p == optional and t > time and inside(t, end)]
            if seen and (after is None or min(seen) < after):
                run[optional] = (min(seen), min(seen) - time)
        if after is None:
            return run
        run[following] = (after, after - time)
        time, place = after, following


def run_in_any_order(entry: Event, events: list[Event], required: list[int], question: Question) -> Run:
    start = entry[0]
    first: dict[int, int] = {}
    for time, place in sorted(events):
        if time >= start and inside(time, ends(start, question)):
            first.setdefault(place, time)
    entered_at = min(place for place in first if place in required) if question.open else required[0]
    run: Run = {}
    complete: int | None = None
    for position, place in enumerate(required):
        if place < entered_at:
            continue
        if place not in first:
            break
        before = complete
        complete = first[place] if before is None else max(before, first[place])
        run[place] = (complete, None if before is None else complete - before)
        following = required[position + 1] if position + 1 < len(required) else place
        for optional in range(place + 1, following):
            if optional in first:
                at = max(complete, first[optional])
                run[optional] = (at, at - complete)
    return run
