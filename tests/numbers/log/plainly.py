"""Logs as plain lists, a list of events for each case: what the slow references loop over."""

from collections.abc import Mapping
from typing import NamedTuple

from journey.numbers.log.coded import NO_CODE, Coded, CodedLog
from tests.numbers.log.logs import ACTIVITIES, PHASES


class Event(NamedTuple):
    """An event; `channel` and `revenue` None where it has none."""

    time: int
    activity: str
    channel: str | None
    revenue: float | None


def events_of(log: CodedLog, channel: str = "channel", revenue: str = "revenue") -> list[list[Event]]:
    """The events of each case in the order of the log."""
    found: list[list[Event]] = [[] for _ in range(log.cases)]
    amounts = log.amounts.get(revenue)
    for row in range(log.events):
        amount = None if amounts is None or amounts[row] != amounts[row] else float(amounts[row])
        event = Event(
            int(log.time[row]),
            log.activity.names[log.activity.codes[row]],
            _name(log.attributes.get(channel), row),
            amount,
        )
        found[log.case[row]].append(event)
    return found


def phase_events_of(log: CodedLog, phase_of: Mapping[str, str] = ACTIVITIES) -> list[list[tuple[int, int]]]:
    """For each case (time, place of the phase) of its events that have a phase; at one instant in journey order."""
    return [
        sorted((event.time, PHASES.index(phase_of[event.activity])) for event in case if event.activity in phase_of)
        for case in events_of(log)
    ]


def _name(coded: Coded | None, row: int) -> str | None:
    return None if coded is None or coded.codes[row] == NO_CODE else coded.names[coded.codes[row]]
