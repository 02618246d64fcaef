"""The slides of priorities: the plane of value and effort as a chart that PowerPoint itself draws, and all of it as a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.util import Pt

from journey.charts.kit.text_block import Box
from journey.charts.priorities.alt_text import priorities_alt
from journey.charts.priorities.layout import CELLS, COLOURS, EDGE
from journey.model import Language
from journey.palette import LIGHT, WHITE, readable
from journey.priorities import MIDDLE, Quadrant, Weighed, numbered, plane_table
from journey.take_home.slides.layouts import place_of
from journey.take_home.slides.measuring import Paragraph, height_of
from journey.take_home.slides.plot import clear, colour_of, laid_out, letters, within
from journey.take_home.slides.shapes import SlideItem, TextShape
from journey.take_home.slides.slide import DeckSlide, NativeChart, a_slide
from journey.take_home.slides.tables import table_slides
from journey.take_home.takeaway import Takeaway
from journey.texts import number, text

_PLANE = Box(64, 104, 512, 366)
_NEAR = 0.2
"""Marks of an effort that are nearer in value share their numbers: these would lie on each other."""
_FROM, _ACROSS = 0.5, 5.4
"""Where the efforts begin, and how many of them the plane is wide: the last one has room for its numbers."""
_NAMED, _NUMBERED = (4, 3, 2, 1, 0), 3
"""So many of a quarter are called by name beside the plane (what fits), so many by number at a mark; the table has all."""


@dataclass(frozen=True)
class SharedMark:
    """A mark of the chart, and the numbers beside it: of all that stands there or touches it ("" where another one has them)."""

    effort: int
    value: float
    numbers: str


def priority_slides(copy: Takeaway) -> list[DeckSlide]:
    """The plane and the table, in which stands as well what has no place yet; none where nothing has a priority."""
    marks = numbered(copy.rated)
    head, rows = plane_table(copy.rated, copy.language)
    notes = text("takehome.slides.priorities_notes", copy.language)
    listed = text("takehome.slides.priorities", copy.language)
    tables = table_slides(listed, head, rows, copy, shares=(0.8, 7, 2.4, 1.1, 1.5), notes=notes)
    return [_plane(marks, copy), *tables] if marks else tables


def _plane(marks: Sequence[tuple[int, Weighed]], copy: Takeaway) -> DeckSlide:
    title, alt = text("paper.chapter.priorities", copy.language), priorities_alt(copy.rated, copy.language)
    shown = {quadrant: shared_marks([one for one in marks if one[1].quadrant is quadrant]) for quadrant in Quadrant}
    shown = {quadrant: held for quadrant, held in shown.items() if held}
    return a_slide(
        "Chart", title, bodies=[_beside(marks, copy)], items=_ground(copy.language), foot=copy.title,
        notes=alt, charts=(_chart(shown, alt, copy.language),),
    )  # fmt: skip


def shared_marks(held: Sequence[tuple[int, Weighed]]) -> list[SharedMark]:
    """The marks of a quarter, from the left and from above: one for each place, so that the chart's figures are true."""
    places: dict[tuple[int, float], list[int]] = {}
    for place, one in sorted(held, key=lambda each: (each[1].effort or 0, -(each[1].value or 0))):
        places.setdefault((one.effort or 0, one.value or 0), []).append(place)
    clusters: list[list[tuple[int, float]]] = []
    for effort, value in places:
        if clusters and clusters[-1][0][0] == effort and clusters[-1][0][1] - value < _NEAR:
            clusters[-1].append((effort, value))
        else:
            clusters.append([(effort, value)])
    return [
        SharedMark(*at, _numbers([n for each in cluster for n in places[each]]) if at == cluster[0] else "")
        for cluster in clusters
        for at in cluster
    ]


def _numbers(held: Sequence[int]) -> str:
    shown, more = sorted(held)[:_NUMBERED], len(held) - _NUMBERED
    return ", ".join(map(str, shown)) + (f" +{more}" if more > 0 else "")


def _chart(shown: dict[Quadrant, list[SharedMark]], alt: str, language: Language) -> NativeChart:
    data = XyChartData(number_format="General")
    for quadrant, marks in shown.items():
        series = data.add_series(text(f"charts.priorities.{quadrant}", language))
        for mark in marks:
            series.add_data_point(mark.effort, mark.value)
    return NativeChart(XL_CHART_TYPE.XY_SCATTER, data, _PLANE, alt, partial(_finish, shown=shown))


def _finish(chart: Any, shown: dict[Quadrant, list[SharedMark]]) -> None:
    letters(chart)
    clear(chart)
    chart.has_legend = False
    for axis, end in ((chart.category_axis, _FROM + _ACROSS), (chart.value_axis, CELLS + 0.5)):
        axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0.5, end, 1
        axis.has_major_gridlines = False
        axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        axis.format.line.fill.background()
    for series, (quadrant, marks) in zip(chart.plots[0].series, shown.items(), strict=True):
        colour = colour_of(COLOURS[quadrant])
        series.format.line.fill.background()
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 11
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour
        series.marker.format.line.color.rgb = colour_of(WHITE)
        for place, mark in enumerate(marks):
            if mark.numbers:
                _label(series.points[place].data_label, mark.numbers, readable(COLOURS[quadrant], LIGHT.lane))
    laid_out(chart, 0.0, 1.0, (0.0, 1.0))


def _label(label: Any, numbers: str, colour: str) -> None:
    label.text_frame.text = numbers
    font = label.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.rgb = Pt(11), True, colour_of(colour)
    label.position = XL_LABEL_POSITION.RIGHT


def _ground(language: Language) -> Iterator[SlideItem]:
    """Below the chart its four quarters with their names in the outer corners; around it what its sides mean."""
    left = _PLANE.w * EDGE / _ACROSS
    high = _PLANE.h * (CELLS + 0.5 - MIDDLE) / CELLS
    for quadrant in Quadrant:
        is_right, is_low = (
            quadrant in (Quadrant.BIG_BET, Quadrant.MONEY_PIT),
            quadrant in (Quadrant.FILL_IN, Quadrant.MONEY_PIT),
        )
        x, y = _PLANE.x + is_right * (left + 2), _PLANE.y + is_low * (high + 2)
        box = Box(x, y, (_PLANE.w - left if is_right else left) - 2, (_PLANE.h - high if is_low else high) - 2)
        name = text(f"charts.priorities.{quadrant}", language)
        words = Paragraph(name, 13, bold=True, colour=readable(COLOURS[quadrant], LIGHT.lane))
        yield TextShape(
            name, box, (words,), "rect", LIGHT.lane, align="r" if is_right else "l", anchor="b" if is_low else "t"
        )
    for level in range(1, CELLS + 1):
        digit = (Paragraph(number(level, language), 11, colour=LIGHT.quiet),)
        x = _PLANE.x + (level - _FROM) / _ACROSS * _PLANE.w
        y = _PLANE.y + (CELLS + 0.5 - level) / CELLS * _PLANE.h
        name = number(level, language)
        yield TextShape(name, Box(x - 12, _PLANE.bottom + 1, 24, 16), digit, align="ctr", inset=(0, 0))
        yield TextShape(name, Box(_PLANE.x - 26, y - 8, 20, 16), digit, align="r", inset=(0, 0))
    value, effort = (text(f"charts.priorities.{axis}", language) for axis in ("value", "effort"))
    yield TextShape(value, Box(36, 84, 300, 18), (Paragraph(value, 12, bold=True),), inset=(0, 0))
    at = Box(_PLANE.right - 300, _PLANE.bottom + 17, 300, 18)
    yield TextShape(effort, at, (Paragraph(effort, 12, bold=True),), align="r", inset=(0, 0))


def _beside(marks: Sequence[tuple[int, Weighed]], copy: Takeaway) -> list[Paragraph]:
    """Each quarter with as many of its first ones by name as have room, in a line each; the table has them in full."""
    box = place_of("Chart", 1).box
    lists = (list(_quarters(marks, copy, most, box.w)) for most in _NAMED)
    return next(words for words in lists if height_of(words, box.w) <= box.h)


def _quarters(marks: Sequence[tuple[int, Weighed]], copy: Takeaway, most: int, width: float) -> Iterator[Paragraph]:
    for quadrant in Quadrant:
        held = [(place, one) for place, one in marks if one.quadrant is quadrant]
        if not held:
            continue
        name = text(f"charts.priorities.{quadrant}", copy.language)
        colour = readable(COLOURS[quadrant], WHITE)
        yield Paragraph(f"{name} ({number(len(held), copy.language)})", 13, bold=True, colour=colour, before=9)
        about = Paragraph(text(f"priorities.about_{quadrant}", copy.language), 11, colour=LIGHT.quiet)
        yield from within((about,), width)
        named = tuple(Paragraph(f"{place}  {one.words}", 12) for place, one in held[:most])
        yield from (replace(each, before=2) for each in within(named, width))
        if len(held) > most:
            more = number(len(held) - most, copy.language)
            yield Paragraph(text("rounds.more_cards", copy.language, count=more), 11, colour=LIGHT.quiet, before=2)
