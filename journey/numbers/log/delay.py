"""What a shorter wait before one phase does to the whole journey: its length, and who makes it in time."""

from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np

from journey.numbers.log.coded import PhasedLog
from journey.numbers.log.question import Question
from journey.numbers.log.reach import reached

MICROSECONDS = 1_000_000


@dataclass(frozen=True)
class Delay:
    """The journeys of `cases` cases from their entry to the last phase, today and with a shorter wait: the median length
    in seconds, and, where the question has a window, the share that arrives within it (None without a window)."""

    cases: int
    median_now: float
    median_then: float
    on_time_now: float | None
    on_time_then: float | None


def shorter_wait(log: PhasedLog, question: Question, phase: str, shorter: timedelta) -> Delay | None:
    """Every wait before `phase` becomes shorter by so much, but not shorter than nothing; all later events move up with
    it, and nobody acts differently for it. Counted are the cases that reach the last phase by the question without its
    window and without new starts: who was too late for the window may now be in time. None where no case reaches it, or
    where the phase is the first, optional, or none of the log's. Source: the app's own definition."""
    reach = reached(log, replace(question, window=None, reentry=False))
    place = log.phases.index(phase) if phase in log.phases else 0
    goal = reach.required[-1]
    if place == 0 or place not in reach.required or not len(reach.cases[goal]):
        return None
    length, changed = np.zeros(log.log.cases, np.int64), np.zeros(log.log.cases, np.int64)
    for stage in reach.required:
        waits = np.maximum(reach.waits[stage], 0)
        length[reach.cases[stage]] += waits
        if stage == place:
            waits = np.maximum(waits - shorter // timedelta(microseconds=1), 0)
        changed[reach.cases[stage]] += waits
    now, then = length[reach.cases[goal]], changed[reach.cases[goal]]
    return Delay(
        len(now),
        float(np.median(now)) / MICROSECONDS,
        float(np.median(then)) / MICROSECONDS,
        _on_time(now, question.window),
        _on_time(then, question.window),
    )


def _on_time(lengths: np.ndarray, window: timedelta | None) -> float | None:
    return None if window is None else float(np.mean(lengths <= window // timedelta(microseconds=1)))
