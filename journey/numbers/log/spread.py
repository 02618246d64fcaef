"""How times spread: exact quartiles."""

import numpy as np
from numpy.typing import NDArray

from journey.numbers.funnel import Quartiles

_MICROSECONDS = 1_000_000


def quartiles(microseconds: NDArray[np.int64]) -> Quartiles | None:
    """The exact quartiles of times in microseconds, as seconds; None without any. The given times change their order."""
    last = len(microseconds) - 1
    if last < 0:
        return None
    places = [divmod(last * quarter, 4) for quarter in (1, 2, 3)]
    ends = [(place, min(place + 1, last), rest / 4) for place, rest in places]
    microseconds.partition(sorted({at for low, high, _ in ends for at in (low, high)}))
    return Quartiles(*(_between(int(microseconds[low]), int(microseconds[high]), part) for low, high, part in ends))


def _between(low: int, high: int, part: float) -> float:
    return (low + (high - low) * part) / _MICROSECONDS
