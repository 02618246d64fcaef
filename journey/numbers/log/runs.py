"""Runs: equal values in a row, such as the rows of one case."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.integer[Any]]
Flags = NDArray[np.bool_]


def begins(values: Values) -> Flags:
    """Whether each value is the first of its run."""
    flags = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=flags[1:])
    return flags


def ends(values: Values) -> Flags:
    """Whether each value is the last of its run."""
    flags = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=flags[:-1])
    return flags
