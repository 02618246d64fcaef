"""Amounts of articles that are rows of one order: each brought its own, and their dates are the order's."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def added_up(
    amounts: NDArray[np.float64],
    case: NDArray[np.int32],
    time: NDArray[np.int64],
    activity: NDArray[Any],
    kept: NDArray[np.int64],
) -> NDArray[np.float64]:
    """For each event that is kept its amount and those of the ones that it stands for: of the same case, time and activity,
    and not kept. `kept`: their places, ascending; NaN where there is no amount."""
    alike = np.lexsort((activity, time, case))
    first = np.isin(alike, kept)
    group = np.cumsum(first) - 1
    some = np.isfinite(amounts[alike])
    sums = np.bincount(group[some], weights=amounts[alike][some], minlength=len(kept))
    sums[np.bincount(group[some], minlength=len(kept)) == 0] = np.nan
    found = np.empty(len(kept))
    found[np.searchsorted(kept, alike[first])] = sums
    return found
