"""How sure a rate is: intervals for a share of counted people."""

from math import sqrt
from typing import NamedTuple

Z_95 = 1.959963984540054
"""The normal quantile of a 95 % interval: Φ⁻¹(0.975), to all digits of a float."""


class BadCounts(ValueError):
    """Successes and trials do not describe a share."""

    def __init__(self, successes: int, trials: int) -> None:
        super().__init__(f"{successes} of {trials} is not a share")


class Interval(NamedTuple):
    """A range of plausible rates, both ends between 0 and 1."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """From low to high, in shares of 1."""
        return self.high - self.low


def wilson(successes: int, trials: int, z: float = Z_95) -> Interval:
    """The score interval of a share: which rates are compatible with `successes` of `trials` people.

    Keeps its promise for few people and for rates near 0 or 1, unlike the textbook interval. No trials: 0 to 1.
    BadCounts for negative numbers or more successes than trials.
    Source: E. B. Wilson (1927), Probable Inference, the Law of Succession, and Statistical Inference, JASA 22:209-212.
    """
    if not 0 <= successes <= trials:
        raise BadCounts(successes, trials)
    if trials == 0:
        return Interval(0.0, 1.0)
    rate = successes / trials
    shrink = 1 + z * z / trials
    centre = (rate + z * z / (2 * trials)) / shrink
    spread = z / shrink * sqrt(rate * (1 - rate) / trials + z * z / (4 * trials * trials))
    low = 0.0 if successes == 0 else max(0.0, centre - spread)
    high = 1.0 if successes == trials else min(1.0, centre + spread)
    return Interval(low, high)
