"""How much touchpoints feel better or worse than on an earlier map: the points of both are joined, and the difference is
written below them with its sign."""

from collections.abc import Callable, Mapping, Sequence

from journey.charts.emotion.layout import EVERYONE, EmotionCurve
from journey.charts.kit.canvas import Datum, rule_datum, text_datum
from journey.charts.kit.text_block import block
from journey.palette import ALARM, GREEN, ink, readable

HEIGHT = 22
"""The room that the differences take below the picture."""


def joined(
    lines: Sequence[EmotionCurve], changes: Mapping[str, int], y: Callable[[int], float], dark: bool
) -> list[Datum]:
    """A line from the earlier point of a touchpoint to its point now."""
    return [
        rule_datum((round(x, 4), y(emotion - changes[feeling.id])), (round(x, 4), y(emotion)), _colour(changes[feeling.id], dark), width=3)
        for line in lines
        if line.name == EVERYONE
        for x, feeling, emotion in line.scored
        if changes.get(feeling.id)
    ]  # fmt: skip


def written(lines: Sequence[EmotionCurve], changes: Mapping[str, int], y: float, dark: bool) -> list[Datum]:
    """The differences, their tops at y: "+2", "−1"; none where nothing changed."""
    return [
        {
            **text_datum(
                block(f"{'+' if changes[feeling.id] > 0 else '−'}{abs(changes[feeling.id])}", 0, y, 40, size=14, bold=True, most=1),
                _colour(changes[feeling.id], dark), align="center",
            ),
            "x": round(x, 4),
        }
        for line in lines
        if line.name == EVERYONE
        for x, feeling, _ in line.scored
        if changes.get(feeling.id)
    ]  # fmt: skip


def _colour(change: int, dark: bool) -> str:
    return readable(GREEN if change > 0 else ALARM, ink(dark).page)
