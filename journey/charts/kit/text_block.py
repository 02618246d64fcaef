"""A box, and a text broken into lines with a place of its own."""

from math import floor
from typing import NamedTuple

from journey.charts.kit.text_fit import ELLIPSIS, measure, wrap

LEADING = 1.25
"""From one line to the next, in font sizes."""
LEADING_EXPRESSION = f"floor(datum.z * {LEADING} + 0.5)"
"""`Block.leading` in Vega's words; z is the font size."""


class Box(NamedTuple):
    """A rectangle in pixels: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def middle(self) -> tuple[float, float]:
        """The centre point."""
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, other: "Box", slack: float = 1e-6) -> bool:
        """Whether another box lies inside this one."""
        return (
            self.x - slack <= other.x
            and self.y - slack <= other.y
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: "Box", slack: float = 1e-6) -> bool:
        """Whether two boxes share more than an edge."""
        return (
            self.x + slack < other.right
            and other.x + slack < self.right
            and self.y + slack < other.bottom
            and other.y + slack < self.bottom
        )


class Block(NamedTuple):
    """Lines of text whose first line's top left corner is at x, y. `width` is the room that no line exceeds."""

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    size: float
    bold: bool = False
    italic: bool = False

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return floor(self.size * LEADING + 0.5)

    @property
    def height(self) -> float:
        """All lines together."""
        return self.leading * len(self.lines)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.leading * len(self.lines)

    @property
    def box(self) -> Box:
        """The room of the text."""
        return Box(self.x, self.y, self.width, self.height)

    @property
    def baseline(self) -> float:
        """The y of the first line's letters' feet."""
        return self.y + (self.leading - self.size) / 2 + self.size * 0.82

    @property
    def clipped(self) -> bool:
        """Whether the text goes on."""
        return bool(self.lines) and self.lines[-1].endswith(ELLIPSIS)

    @property
    def widest(self) -> float:
        """The width of the widest line, at most."""
        return max((measure(line, self.size, self.bold) for line in self.lines), default=0.0)

    def moved(self, x: float, y: float) -> "Block":
        """The same lines elsewhere."""
        return self._replace(x=self.x + x, y=self.y + y)


def block(
    text: str,
    x: float,
    y: float,
    width: float,
    *,
    size: float,
    bold: bool = False,
    italic: bool = False,
    most: int = 99,
    first: float | None = None,
) -> Block:
    """Break a text into lines and place them."""
    return Block(wrap(text, width, size=size, bold=bold, most=most, first=first), x, y, width, size, bold, italic)
