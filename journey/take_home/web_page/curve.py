"""The emotion curve as a drawing inside the page: everybody's line, and one for each persona that is shown when it is chosen."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from journey.charts.emotion.alt_text import emotion_curve_alt
from journey.charts.kit.text_fit import measure
from journey.journey_map import Feeling, MapColumn, emotion_of, matters_to
from journey.model import Emotion
from journey.palette import EMOTIONS, phase_colour, text_on
from journey.take_home.takeaway import Takeaway

WIDE, HIGH, LEFT, TOP = 1_000.0, 210.0, 30.0, 44.0
STEP = 36.0
MOST_DISCS = 150
"""With more touchpoints than this their marks would hide the line."""


def curve(copy: Takeaway) -> str:
    """The drawing; "" where nobody scored."""
    points = [(column, feeling) for column in copy.journey.columns for feeling in column.feelings]
    if not any(feeling.emotion is not None for _, feeling in points):
        return ""
    apart = (WIDE - LEFT) / len(points)
    at = {feeling.id: LEFT + (place + 0.5) * apart for place, (_, feeling) in enumerate(points)}
    common = {feeling.id: feeling.emotion for _, feeling in points}
    grid = "".join(f'<line class="grid" x1="{LEFT}" x2="{WIDE}" y1="{_y(e)}" y2="{_y(e)}"/>{_mark(e)}' for e in Emotion)
    drawn = [_bands(points, apart, copy), grid, f'<g class="all">{_lines(common, at)}{_discs(points, at)}</g>']
    for place, persona in enumerate(copy.workshop.personas):
        mine = [t for t in copy.workshop.touchpoints if t.id in at and matters_to(copy.workshop, t, persona.id)]
        order = sorted(mine, key=lambda touchpoint: at[touchpoint.id])
        felt = {touchpoint.id: emotion_of(touchpoint, persona.id) for touchpoint in order}
        drawn.append(f'<g class="one" data-w="{place}">{_lines(felt, at)}</g>')
    alt = escape(emotion_curve_alt({"": copy.journey}, copy.language))
    return f'<svg class="curve" viewBox="0 0 {WIDE:g} {HIGH:g}" role="img" aria-label="{alt}">{"".join(drawn)}</svg>'


def _y(emotion: int) -> float:
    return TOP + 10 + (2 - emotion) * STEP


def _mark(emotion: Emotion) -> str:
    sign = "−" if emotion < 0 else "+" if emotion > 0 else ""
    return f'<text x="2" y="{_y(emotion) + 4:g}">{sign}{abs(emotion)}</text>'


def _bands(points: Sequence[tuple[MapColumn, Feeling]], apart: float, copy: Takeaway) -> str:
    """The phases above, by name where that fits, else by number; the pointer is told the name anyway."""
    drawn, x = [], LEFT
    for _, run in groupby(points, key=lambda point: point[0].position):
        held = list(run)
        column, wide = held[0][0], len(held) * apart
        name = copy.phase_name(column)
        words = name if measure(name, 13) < wide - 10 else str(column.position + 1)
        colour = phase_colour(column.position)
        drawn.append(
            f'<g><title>{escape(name)}</title><rect x="{x + 1:.1f}" y="0" width="{max(wide - 2, 1):.1f}" height="26" rx="3" '
            f'fill="{colour}"/><text x="{x + wide / 2:.1f}" y="17" text-anchor="middle" fill="{text_on(colour)}">{escape(words)}'
            "</text></g>"
        )
        x += wide
    return "".join(drawn)


def _lines(felt: Mapping[str, Emotion | None], at: Mapping[str, float]) -> str:
    """A line through the scored points; it breaks where nobody scored."""
    runs: list[list[str]] = [[]]
    for entity, emotion in felt.items():
        if emotion is None:
            runs.append([])
        else:
            runs[-1].append(f"{at[entity]:.1f},{_y(emotion):g}")
    return "".join(f'<polyline points="{" ".join(run)}"/>' for run in runs if run)


def _discs(points: Sequence[tuple[MapColumn, Feeling]], at: Mapping[str, float]) -> str:
    if len(points) > MOST_DISCS:
        return ""
    return "".join(
        f'<circle cx="{at[f.id]:.1f}" cy="{_y(f.emotion):g}" r="6" fill="{EMOTIONS[f.emotion]}"><title>{escape(f.title)}</title>'
        "</circle>"
        for _, f in points
        if f.emotion is not None
    )
