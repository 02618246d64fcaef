"""The trail of each case: its events in order, each with one label (its activity, phase or touchpoint)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import NO_CODE, CodedLog, Codes, PhasedLog, Times
from journey.numbers.log.runs import begins


@dataclass(frozen=True, eq=False)
class Trail:
    """Labelled events sorted by case and time. `label` holds places in `labels`; events without a label are not there,
    so that what stands before and after them follows directly."""

    case: NDArray[np.int32]
    time: Times
    label: Codes
    labels: tuple[str, ...]

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """The rows with which the cases begin, in the order of the cases."""
        return np.flatnonzero(begins(self.case))

    @cached_property
    def ends(self) -> NDArray[np.int64]:
        """The rows with which the cases end, in the order of the cases."""
        return np.append(self.starts[1:], len(self.case)) - 1 if len(self.case) else self.starts

    @cached_property
    def steps(self) -> NDArray[np.int64]:
        """The rows that another row of the same case follows."""
        return np.flatnonzero(self.case[1:] == self.case[:-1])

    @property
    def cases(self) -> int:
        """How many cases have an event with a label."""
        return len(self.starts)


def activity_trail(log: CodedLog) -> Trail:
    """Every event with its activity; events at the same instant stand as in the file."""
    return _without_gaps(log, log.activity.codes, log.activity.names)


def touchpoint_trail(log: CodedLog, label_of: Mapping[str, str]) -> Trail:
    """Every event whose activity `label_of` gives a label, such as a touchpoint's id; several activities may share one.
    Labels are sorted."""
    labels = tuple(sorted({label_of[name] for name in log.activity.names if name in label_of}))
    place = {label: code for code, label in enumerate(labels)}
    table = [place[label_of[name]] if name in label_of else NO_CODE for name in log.activity.names]
    return _without_gaps(log, np.array([*table, NO_CODE], np.int32)[log.activity.codes], labels)


def phase_trail(log: PhasedLog) -> Trail:
    """Every event that belongs to a phase, labelled with the phase's id; at the same instant in journey order."""
    return Trail(log.case, log.time, log.phase, log.phases)


def collapsed(trail: Trail) -> Trail:
    """The trail with each run of one label in a row as its first event only."""
    new = begins(trail.label)
    new[trail.starts] = True
    row = np.flatnonzero(new)
    return Trail(trail.case[row], trail.time[row], trail.label[row], trail.labels)


def _without_gaps(log: CodedLog, codes: Codes, labels: tuple[str, ...]) -> Trail:
    row = np.flatnonzero(codes != NO_CODE)
    if len(row) == log.events:
        return Trail(log.case, log.time, codes, labels)
    return Trail(log.case[row], log.time[row], codes[row], labels)
