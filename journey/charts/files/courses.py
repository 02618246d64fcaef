"""The courses of lines and areas as SVG paths: straight from point to point, or smooth as Vega draws `monotone` (the
cubic interpolation of M. Steffen, 1990, which never overshoots a point)."""

from collections.abc import Sequence
from itertools import pairwise
from math import copysign

Point = tuple[float, float]


def line(points: Sequence[Point], *, smooth: bool = False) -> str:
    """A line through all points; a single point is a dot for round ends."""
    return _course(points, "M", smooth)


def area(upper: Sequence[Point], lower: Sequence[Point], *, smooth: bool = False) -> str:
    """What lies between two lines with as many points each; both run the same way."""
    return f"{_course(upper, 'M', smooth)}{_course(lower[::-1], 'L', smooth)}Z"


def _course(points: Sequence[Point], start: str, smooth: bool) -> str:
    first = f"{start}{_n(points[0][0])},{_n(points[0][1])}"
    if len(points) == 1:
        return f"{first}Z" if start == "M" else first
    if not smooth or len(points) == 2:
        return first + "".join(f"L{_n(x)},{_n(y)}" for x, y in points[1:])
    slopes = _slopes(points)
    steps = []
    for place, ((x, y), (x2, y2)) in enumerate(pairwise(points)):
        third = (x2 - x) / 3
        handles = (x + third, y + third * slopes[place]), (x2 - third, y2 - third * slopes[place + 1]), (x2, y2)
        steps.append("C" + ",".join(f"{_n(a)},{_n(b)}" for a, b in handles))
    return first + "".join(steps)


def _slopes(points: Sequence[Point]) -> list[float]:
    """The slope in each point: no steeper than twice the flatter side, flat in highs and lows."""
    steps = [(x2 - x, y2 - y) for (x, y), (x2, y2) in pairwise(points)]
    rates = [dy / dx if dx else 0.0 for dx, dy in steps]
    inner = []
    for (before, _), (after, _), rate, rate2 in zip(steps, steps[1:], rates, rates[1:], strict=False):
        mean = (rate * after + rate2 * before) / (before + after) if before + after else 0.0
        signs = copysign(1, rate) + copysign(1, rate2)
        inner.append(signs * min(abs(rate), abs(rate2), abs(mean) / 2))
    return [(3 * rates[0] - inner[0]) / 2, *inner, (3 * rates[-1] - inner[-1]) / 2]


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
