"""The points of several journeys over their rounds: a strip each from 0 to 100, all on one course of time."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import altair as alt

from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, rule_datum, shape_datum, text_datum
from journey.charts.kit.glyphs import circle
from journey.charts.kit.text_block import block
from journey.charts.kit.tooltips import tooltips
from journey.model import Language
from journey.palette import ink
from journey.rounds import JourneyCourse, RoundScore
from journey.texts import day, text

NAME, PLOT, GAP = 26, 56, 18
"""Heights in pixels: of a journey's name, of its points from 0 to 100, of what is free below."""
_LEFT, _RIGHT = 24, 24
_WIDE = 330
_APART = 0.07
"""Shares of the width within which the figures of two rounds would touch."""


def courses_chart(courses: Sequence[JourneyCourse], language: Language, *, dark: bool) -> alt.LayerChart:
    """Draw each journey's rounds at their days, in the order given."""
    first, last = _ends(courses)
    strip = NAME + PLOT + GAP
    across = canvas.shares(_LEFT, _RIGHT)
    frames: list[Datum] = []
    lines: list[Datum] = []
    dots: list[Datum] = []
    words: list[Datum] = []
    for place, course in enumerate(courses):
        top = place * strip + NAME
        frames += [rule_datum((0, top + at), (1, top + at), ink(dark).line, width=0.75) for at in (0, PLOT)]
        scored = [
            (_x(each.day, first, last), _y(top, each.score), each) for each in course.rounds if each.score is not None
        ]
        lines += [
            {"x": x, "y": y, "n": end, "g": f"{place}-{piece}", "s": ink(dark).text, "w": 2, "d": canvas.dashes(())}
            for piece, pair in enumerate(pairwise(scored))
            for end, (x, y, _) in enumerate(pair)
        ]  # fmt: skip
        dots += [
            shape_datum(x, y, circle(4.5), ink(dark).text, t=f"{_called(course, language)}: {each.name}",
                        d=f"{day(each.day, language)} · {each.score}")
            for x, y, each in scored
        ]  # fmt: skip
        name = block(_called(course, language), 0, top - NAME, _WIDE, size=14, bold=True, most=1)
        words += [text_datum(name, ink(dark).text, o=-_LEFT), *_figures(scored, dark)]
    height = len(courses) * strip
    words += _days(first, last, height, language, dark)
    layers = [
        canvas.rules(frames, across=across),
        canvas.strokes(lines, across=across, strokeCap="round"),
        canvas.shapes(dots, tooltips(language), across=across),
        canvas.texts(words, across=across),
    ]
    return canvas.drawing(layers, height + 22)


def courses_alt(courses: Sequence[JourneyCourse], language: Language) -> str:
    """Each journey with the points of its rounds."""
    return " ".join(
        text("charts.alt.course_of", language, name=_called(course, language), told="; ".join(
            text("charts.alt.scores_of", language, name=each.name, day=day(each.day, language),
                 score="–" if each.score is None else str(each.score)) for each in course.rounds))
        for course in courses
    )  # fmt: skip


def _called(course: JourneyCourse, language: Language) -> str:
    return course.title or text("frame.untitled", language)


def _ends(courses: Sequence[JourneyCourse]) -> tuple[date, date]:
    days = [each.day for course in courses for each in course.rounds]
    return min(days), max(days)


def _x(when: date, first: date, last: date) -> float:
    span = (last - first).days
    return round((when - first).days / span, 4) if span else 0.5


def _y(top: float, score: int | None) -> float:
    return round(top + PLOT * (1 - (score or 0) / 100), 1)


def _figures(scored: Sequence[tuple[float, float, RoundScore]], dark: bool) -> list[Datum]:
    """The points beside their marks; where two would touch the later one's stand."""
    found, free = list[Datum](), 2.0
    for x, y, each in reversed(scored):
        if free - x >= _APART:
            words = block(str(each.score), 0, y - 24, 40, size=13, bold=True, most=1)
            found.append({**text_datum(words, ink(dark).text, align="center"), "x": x})
            free = x
    return found


def _days(first: date, last: date, y: float, language: Language, dark: bool) -> list[Datum]:
    """The first and the last day below all strips."""
    ends = [(0.0, first, "left"), (1.0, last, "right")] if first < last else [(0.5, first, "center")]
    return [
        {**text_datum(block(day(when, language), 0, y, 90, size=12, most=1), ink(dark).quiet, align=align), "x": x}
        for x, when, align in ends
    ]
