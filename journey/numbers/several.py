"""Several differences looked at together: which of them can be claimed, if at most one look in twenty may claim too much."""

from collections.abc import Sequence
from math import erfc, sqrt

from journey.numbers.comparison import ShareDifference, difference

ALPHA = 0.05
"""So often may anything be claimed where nothing changed, however many steps are looked at together."""

_STEPS = 60
_FARTHEST = 38.0


def p_value(found: ShareDifference) -> float:
    """The smallest error level at which the interval of `difference` leaves out zero: one minus the confidence of the widest
    interval that still claims a difference. 1 where both rates are equal."""
    if found.value == 0:
        return 1.0
    low, high = 0.0, _FARTHEST
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if difference(found.first, found.second, middle).claimable:
            low = middle
        else:
            high = middle
    return erfc(low / sqrt(2))


def holm(p_values: Sequence[float], alpha: float = ALPHA) -> tuple[bool, ...]:
    """Which of these p-values stay claims when all are looked at together: the smallest must be at most alpha / n, the next
    alpha / (n - 1), and so on until one fails.
    Source: S. Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics
    6:65-70."""
    claimed = [False] * len(p_values)
    for rank, place in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        if p_values[place] > alpha / (len(p_values) - rank):
            break
        claimed[place] = True
    return tuple(claimed)
