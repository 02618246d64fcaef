"""The slides of the emotion curve: a chart that PowerPoint itself draws, so that its numbers can be edited."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.util import Pt

from journey.charts.emotion.alt_text import emotion_curve_alt
from journey.charts.emotion.layout import EVERYONE, EmotionCurve, curve_lines
from journey.charts.kit.feelings import some_of
from journey.charts.kit.text_block import Box
from journey.journey_map import Feeling, JourneyMap, MapColumn, journey_map
from journey.palette import LIGHT, phase_colour, text_on
from journey.take_home.slides.layouts import MARGIN
from journey.take_home.slides.measuring import Paragraph, has_whole_words
from journey.take_home.slides.plot import ChartNumbers, colour_of, laid_out, letters, within
from journey.take_home.slides.shapes import WIDE, SlideItem, TextShape
from journey.take_home.slides.slide import DeckSlide, NativeChart, a_slide, in_turn
from journey.take_home.takeaway import Takeaway
from journey.texts import choice, text, told_apart

MOST_POINTS = 40
"""So many touchpoints side by side have room for their numbers."""
_INSIDE = (0.11, 0.86)
"""Where the plot begins and how wide it is, as shares of its chart."""
_CHART = Box(MARGIN, 128, WIDE - 2 * MARGIN, 330)


def curve_slides(copy: Takeaway) -> list[DeckSlide]:
    """Today's emotion curve: everybody's line, and one for each persona that feels differently; none where nobody scored."""
    copy = copy.today
    curves = _curves(copy)
    lines = [line for line in curve_lines(curves, dark=False) if line.scored]
    if not lines:
        return []
    points = [(column, feeling) for column in copy.journey.columns for feeling in column.feelings]
    parts = [points[start : start + MOST_POINTS] for start in range(0, len(points), MOST_POINTS)]
    title = text("analysis.view_curve", copy.language)
    alt = emotion_curve_alt(curves, copy.language)
    found = []
    for place, part in enumerate(parts):
        first = place * MOST_POINTS + 1
        chart = _curve_chart(part, first, lines, copy, alt)
        found.append(
            a_slide(
                "Drawing", in_turn(title, place + 1, len(parts)), items=[*_strip(part, copy), *_below(part, first, copy)],
                foot=copy.title, notes=alt, charts=(chart,),
            )
        )  # fmt: skip
    return found


def _curves(copy: Takeaway) -> dict[str, JourneyMap]:
    people = {person.id: person.name for person in copy.workshop.personas if person.name}
    names = told_apart(people, text("frame.unnamed", copy.language))
    own = {name: journey_map(copy.workshop, copy.model, persona=one) for one, name in names.items()}
    return {EVERYONE: copy.journey, **own}


def _curve_chart(
    part: Sequence[tuple[MapColumn, Feeling]], first: int, lines: Sequence[EmotionCurve], copy: Takeaway, alt: str
) -> NativeChart:
    data = ChartNumbers(number_format="+0;−0;0")
    data.categories = [str(number) for number in range(first, first + len(part))]
    for line in lines:
        felt = {feeling.id: int(emotion) for _, feeling, emotion in line.scored}
        data.add_series(line.name or text("charts.curve.everyone", copy.language), [felt.get(f.id) for _, f in part])
    return NativeChart(XL_CHART_TYPE.LINE_MARKERS, data, _CHART, alt, partial(_finish_curve, lines=lines))


def _finish_curve(chart: Any, lines: Sequence[EmotionCurve]) -> None:
    letters(chart)
    chart.has_legend = len(lines) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.legend.font.size = Pt(11)
    values = chart.value_axis
    values.minimum_scale, values.maximum_scale, values.major_unit = -2, 2, 1
    values.major_gridlines.format.line.color.rgb = colour_of(LIGHT.line)
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "+0;−0;0", False
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.format.line.color.rgb = colour_of(LIGHT.quiet)
    for series, line in zip(chart.plots[0].series, lines, strict=True):
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = (
            colour_of(line.colour),
            Pt(4.5 if not line.name else 1.75),
        )
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 9 if not line.name else 6
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour_of(line.colour)
        series.marker.format.line.color.rgb = colour_of(line.colour)
    laid_out(chart, 0.04, 0.74 if chart.has_legend else 0.84, _INSIDE)


def _strip(part: Sequence[tuple[MapColumn, Feeling]], copy: Takeaway) -> Iterator[SlideItem]:
    """The phases above their touchpoints: by name where it fits, else by number (see `_below`)."""
    left, wide = _CHART.x + _INSIDE[0] * _CHART.w, _INSIDE[1] * _CHART.w / len(part)
    runs = [list(held) for _, held in groupby(part, key=lambda each: each[0].position)]
    x = left
    for run in runs:
        column = run[0][0]
        name, colour = copy.phase_name(column), phase_colour(column.position)
        shown = name if _fits(name, len(run) * wide) else str(column.position + 1)
        words = Paragraph(shown, 10, bold=True, colour=text_on(colour))
        box = Box(x, 84, len(run) * wide - 2, 40)
        yield TextShape(name, box, (words,), fill=colour, align="ctr", anchor="ctr", inset=(3, 2), alt=name)
        x += len(run) * wide


def _fits(name: str, width: float) -> bool:
    room = width - 8
    return has_whole_words(name, room, 10, bold=True) and Paragraph(name, 10, bold=True).height(room) <= 38


def _below(part: Sequence[tuple[MapColumn, Feeling]], first: int, copy: Takeaway) -> Iterator[SlideItem]:
    """The phases that are there by number alone, and the best and the worst of what is seen."""
    wide = _INSIDE[1] * _CHART.w / len(part)
    counted = Counter(column.position for column, _ in part)
    phases = {column.position: copy.phase_name(column) for column, _ in part}
    unnamed = [f"{at + 1} {name}" for at, name in phases.items() if not _fits(name, counted[at] * wide)]
    scored = [(n, f) for n, (_, f) in enumerate(part, start=first) if f.emotion is not None]
    said = [" · ".join(unnamed)] if unnamed else []
    marks = {feeling.emotion for _, feeling in scored if feeling.emotion is not None}
    for mark in sorted({max(marks), min(marks)}, reverse=True) if marks else ():
        alike = [f"{place} {feeling.title or copy.untitled}" for place, feeling in scored if feeling.emotion == mark]
        said.append(f"{choice(mark, copy.language)}: {some_of(alike, copy.language)}")
    words = tuple(Paragraph(each, 11) for each in said)
    yield TextShape(
        "Extremes", Box(MARGIN, 458, WIDE - 2 * MARGIN, 48), within(words, WIDE - 2 * MARGIN - 10), inset=(5, 1)
    )
