"""Where guesses stand on a strip from 0 to 100 %: none covers another, even on a phone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from journey.charts.kit.text_fit import measure
from journey.numbers.guesses import StepGuesses

RADIUS = 12
"""Of a dot, in pixels; initials fit into it."""
APART = 0.085
"""Two dots on one level are at least this share of the strip apart: more than a dot's width on a phone."""
MOST_LEVELS = 4
_BINS = (1, 2, 5, 10)
_UNKNOWN = "?"


@dataclass(frozen=True)
class Dot:
    """One guess, or several that (nearly) coincide. `level` counts from 0 at the strip upwards; `label` are the
    author's initials, or how many guesses stand here."""

    share: float
    level: int
    label: str
    authors: tuple[str, ...]


def error(step: StepGuesses) -> float | None:
    """How far the median guess lies above the measured share (below: negative); 0 where it lies within the interval that
    is measured. None where one of them is missing."""
    middle = step.median
    if middle is not None and step.interval and step.interval.low <= middle <= step.interval.high:
        return 0.0
    return step.off


def placed_dots(guesses: Sequence[tuple[str, float]]) -> tuple[Dot, ...]:
    """Place guesses from left to right, each on the lowest level that is free. Guesses of the same whole per cent share
    a dot; where more than MOST_LEVELS would be needed, wider classes do."""
    dots: list[Dot] = []
    for points in _BINS:
        dots = _stacked(guesses, points)
        if levels(dots) <= MOST_LEVELS:
            break
    return tuple(dots)


def levels(dots: Iterable[Dot]) -> int:
    """How many levels dots take."""
    return max((dot.level for dot in dots), default=-1) + 1


def initials(author: str) -> str:
    """At most two letters of a name, as wide as a dot allows."""
    words = author.split()
    letters = words[0][0] + words[-1][0] if len(words) > 1 else author.strip()[:2]
    shown = letters if len(words) > 1 else letters.capitalize()
    fitting = (words for words in (shown, shown[:1]) if words and measure(words, 12, bold=True) <= 2 * RADIUS - 1)
    return next(fitting, _UNKNOWN)


def _stacked(guesses: Sequence[tuple[str, float]], points: int) -> list[Dot]:
    classes: dict[int, list[tuple[str, float]]] = {}
    for author, share in sorted(guesses, key=lambda guess: guess[1]):
        classes.setdefault(int(share * 100 / points + 0.5), []).append((author, share))
    dots: list[Dot] = []
    ends: list[float] = []
    for found in classes.values():
        share = fmean(share for _, share in found)
        level = next((place for place, end in enumerate(ends) if share - end >= APART), len(ends))
        ends[level : level + 1] = [share]
        authors = tuple(author for author, _ in found)
        label = initials(authors[0]) if len(found) == 1 else f"{len(found)}×"
        dots.append(Dot(share, level, label, authors))
    return dots
