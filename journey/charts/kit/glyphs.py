"""Small drawings as SVG paths in pixels around their middle: headers, faces, marks."""

from collections.abc import Sequence

from journey.model import Emotion

Points = Sequence[Sequence[tuple[float, float]]]


def chevron(width: float, height: float, notch: float = 11) -> str:
    """An arrow band that points to the right, open at the left for the one before."""
    x, y = width / 2, height / 2
    return f"M{-x:g},{-y:g}L{x - notch:g},{-y:g}L{x:g},0L{x - notch:g},{y:g}L{-x:g},{y:g}L{notch - x:g},0Z"


def circle(radius: float, dx: float = 0) -> str:
    """A round disc, moved to the right by dx."""
    right, left = dx + radius, dx - radius
    return f"M{right:g},0A{radius:g},{radius:g},0,1,1,{left:g},0A{radius:g},{radius:g},0,1,1,{right:g},0Z"


def face(emotion: Emotion, radius: float) -> str:
    """Two eyes and a mouth for a disc of this radius: from a deep frown to a wide smile."""
    eye, top, mouth, wide = radius * 0.34, -radius * 0.36, radius * 0.32, radius * 0.52
    bend = {-2: -0.75, -1: -0.4, 0: 0.0, 1: 0.4, 2: 0.75}[emotion.value] * radius
    low = mouth - bend / 4
    eyes = f"M{-eye:g},{top:g}l0,{radius * 0.16:g}M{eye:g},{top:g}l0,{radius * 0.16:g}"
    return f"{eyes}M{-wide:g},{low:g}Q0,{low + bend:g},{wide:g},{low:g}"


STAR = "M0,-7L1.9,-2.3L6.8,-2L3,1.1L4.3,6L0,3.3L-4.3,6L-3,1.1L-6.8,-2L-1.9,-2.3Z"
"""Marks a moment of truth."""


def diamond(radius: float, dx: float = 0) -> str:
    """A square on its corner, moved to the right by dx."""
    return f"M{dx:g},{-radius:g}L{dx + radius:g},0L{dx:g},{radius:g}L{dx - radius:g},0Z"


def pointer(width: float, dx: float = 0) -> str:
    """A triangle below its point, which touches the middle; moved to the right by dx."""
    return f"M{dx:g},0L{dx + width:g},{width * 1.5:g}L{dx - width:g},{width * 1.5:g}Z"


def moved(runs: Points, dx: float) -> str:
    """Lines through the points of each run, moved to the right by dx."""
    return "".join("M" + "L".join(f"{x + dx:g},{y:g}" for x, y in run) for run in runs)


CHECK: Points = (((-3.2, 0.2), (-0.9, 2.6), (3.2, -2.6)),)
CROSS: Points = (((-2.6, -2.6), (2.6, 2.6)), ((-2.6, 2.6), (2.6, -2.6)))
PLUS: Points = (((-3.2, 0), (3.2, 0)), ((0, -3.2), (0, 3.2)))
MINUS: Points = (((-3.2, 0), (3.2, 0)),)
"""Signs for a disc of radius 7."""


def rounded(width: float, height: float, dx: float = 0, radius: float = 5) -> str:
    """A rectangle with round corners whose left edge is dx to the right, in the middle of its height."""
    r, w, h = radius, width - 2 * radius, height - 2 * radius
    corner = f"a{r:g},{r:g},0,0,1,"
    return (
        f"M{dx + r:g},{-height / 2:g}h{w:g}{corner}{r:g},{r:g}v{h:g}{corner}{-r:g},{r:g}h{-w:g}"
        f"{corner}{-r:g},{-r:g}v{-h:g}{corner}{r:g},{-r:g}Z"
    )
