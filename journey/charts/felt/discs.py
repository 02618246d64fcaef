"""How large the disc of a score is: its area grows with the people who gave it, by one measure for the whole picture."""

from collections.abc import Sequence
from math import sqrt

from journey.live import FeltSpread

SMALLEST = 9.0
"""The radius of one person's score, which has room for its number."""


def radius(people: int, spreads: Sequence[FeltSpread], largest: float) -> float:
    """The radius of a score that so many people gave: `largest` for as many as ever scored one touchpoint. One more person
    makes every disc larger by the same area, wherever it stands."""
    all_people = max(len(one.scores) for one in spreads)
    largest = max(SMALLEST, largest)
    grown = (people - 1) / max(1, all_people - 1)
    return sqrt(SMALLEST**2 + (largest**2 - SMALLEST**2) * grown)
