"""Values in groups, exactly: one sort of whole numbers instead of a loop over the groups."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.runs import begins

Whole = NDArray[np.integer[Any]]

MICROSECONDS = 1_000_000
"""The logs' units of time in a second."""

_WORD = 63
"""Bits of a whole number above zero."""


@dataclass(frozen=True, eq=False)
class Grouped:
    """Whole numbers sorted by group, then value: group `keys[g]` (ascending) has `values[starts[g]:starts[g + 1]]`."""

    keys: NDArray[np.int64]
    starts: NDArray[np.int64]
    values: NDArray[np.int64]

    @cached_property
    def sizes(self) -> NDArray[np.int64]:
        """How many values each group has."""
        return np.diff(self.starts)

    @cached_property
    def new(self) -> NDArray[np.bool_]:
        """Whether each value is the first of its kind in its group."""
        new = begins(self.values)
        new[self.starts[:-1]] = True
        return new

    @cached_property
    def different(self) -> NDArray[np.int64]:
        """How many different values each group has."""
        return np.diff(np.searchsorted(np.flatnonzero(self.new), self.starts))

    @cached_property
    def medians(self) -> NDArray[np.float64]:
        """The exact median of each group; the mean of the middle two where their number is even."""
        middle = self.starts[:-1] + self.sizes // 2
        other = self.starts[:-1] + (self.sizes - 1) // 2
        medians: NDArray[np.float64] = (self.values[middle] + self.values[other]) / 2
        return medians


def grouped(group: Whole, value: Whole) -> Grouped:
    """The values (from 0) of each group (a number from 0), sorted."""
    key, ordered = _sorted(group.astype(np.int64, copy=False), value.astype(np.int64, copy=False))
    starts = np.flatnonzero(begins(key))
    return Grouped(key[starts], np.append(starts, len(key)), ordered)


def _sorted(group: NDArray[np.int64], value: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    bits = int(value.max(initial=0)).bit_length()
    if int(group.max(initial=0)).bit_length() + bits > _WORD:
        order = np.lexsort((value, group))
        return group[order], value[order]
    packed = group << bits
    packed |= value
    packed.sort()
    key = packed >> bits
    packed &= (1 << bits) - 1
    return key, packed
