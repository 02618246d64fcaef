"""The points of several journeys over their rounds: a strip each from 0 to 100, all on one course of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, rule_datum, shape_datum, text_datum
from journey.charts.kit.events import event_key, event_lines, event_numbers, event_rules, event_words
from journey.charts.kit.glyphs import circle
from journey.charts.kit.text_block import block
from journey.charts.kit.tooltips import tooltips
from journey.model import Language
from journey.palette import ink
from journey.rounds import JourneyCourse, RoundScore
from journey.texts import day, text

FIGURES, PLOT, DAYS, GAP = 26, 72, 26, 14
"""Heights in pixels: of what is free for figures below a journey's name, of its points from 0 to 100, of the days, of what is
free below."""
_LEFT, _RIGHT = 40, 24
_WIDE = 330
_CLOSE = 70
"""From here on the first figure is moved to the right, where the scale's own does not touch it."""
_APART = 0.07
"""Shares of the width within which the figures of two rounds would touch."""


@dataclass(frozen=True)
class _Strip:
    """A journey's marks, and where its lower edge is."""

    rules: list[Datum]
    line: list[Datum]
    dots: list[Datum]
    words: list[Datum]
    bottom: float


def courses_chart(courses: Sequence[JourneyCourse], language: Language, *, dark: bool) -> LayeredChart:
    """Draw each journey's rounds at their days, in the order given, and what happened meanwhile as dotted lines."""
    ends, across, bottom = _ends(courses), canvas.shares(_LEFT, _RIGHT), 0.0
    strips: list[_Strip] = []
    for course in courses:
        strips.append(_strip(course, bottom, ends, language, dark))
        bottom = strips[-1].bottom
    layers = [
        canvas.rules([datum for strip in strips for datum in strip.rules], across=across),
        canvas.strokes([datum for strip in strips for datum in strip.line], across=across, strokeCap="round"),
        canvas.shapes([datum for strip in strips for datum in strip.dots], tooltips(language), across=across),
        canvas.texts([datum for strip in strips for datum in strip.words], across=across),
    ]
    return canvas.drawing(layers, bottom)


def _strip(course: JourneyCourse, upper: float, ends: tuple[date, date], language: Language, dark: bool) -> _Strip:
    neutral, called = ink(dark), _called(course, language)
    name = block(called, 0, upper, _WIDE, size=14, bold=True, most=2)
    top = name.box.bottom + FIGURES
    scored = [(_x(each.day, *ends), _y(top, each.score), each) for each in course.rounds if each.score is not None]
    happened = event_lines(_x(each.day, *ends) for each in course.happened if each.day)
    key, bottom = event_key(course.happened, top + PLOT + DAYS, language, dark, left=_LEFT)
    return _Strip(
        [*(rule_datum((0, top + at), (1, top + at), neutral.line, width=0.75) for at in (0, PLOT)),
         *event_rules(happened, top, top + PLOT, dark)],
        [{"x": x, "y": y, "n": end, "g": f"{upper:g}-{piece}", "s": neutral.text, "w": 2, "d": canvas.dashes(())}
         for piece, pair in enumerate(pairwise(scored)) for end, (x, y, _) in enumerate(pair)],
        [shape_datum(x, y, circle(4.5), neutral.text, t=f"{called}: {each.name}", d=f"{day(each.day, language)} · {each.score}")
         for x, y, each in scored],
        [text_datum(name, neutral.text, o=-_LEFT), *_scale(top, dark), *_figures(scored, dark),
         *_days(*ends, top + PLOT + 4, language, dark),
         *event_numbers(happened, top + (PLOT - 18 if _is_high(scored) else 1), dark), *key],
        bottom + GAP,
    )  # fmt: skip


def courses_alt(courses: Sequence[JourneyCourse], language: Language) -> str:
    """Each journey with the points of its rounds, and what happened between them."""
    return " ".join(_told(course, language) for course in courses)


def _told(course: JourneyCourse, language: Language) -> str:
    scores = "; ".join(
        text(
            "charts.alt.scores_of", language, name=each.name, day=day(each.day, language),
            score="–" if each.score is None else str(each.score),
        )
        for each in course.rounds
    )  # fmt: skip
    said = text("charts.alt.course_of", language, name=_called(course, language), told=scores)
    events = "; ".join(event_words(each, language) for each in course.happened)
    return f"{said} {text('charts.alt.happened', language, events=events)}" if events else said


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


def _is_high(scored: Sequence[tuple[float, float, RoundScore]]) -> bool:
    """Whether the line runs through the upper half, so that the lower one is free."""
    return sum(each.score or 0 for _, _, each in scored) > 50 * len(scored)


def _figures(scored: Sequence[tuple[float, float, RoundScore]], dark: bool) -> list[Datum]:
    """The points beside their marks; where two would touch the later one's stand."""
    found, free = list[Datum](), 2.0
    for x, y, each in reversed(scored):
        if free - x >= _APART:
            words = block(str(each.score), 0, y - 24, 40, size=13, bold=True, most=1)
            at_scale = {"o": 10} if x == 0 and (each.score or 0) > _CLOSE else {}
            found.append({**text_datum(words, ink(dark).text, align="center"), "x": x, **at_scale})
            free = x
    return found


def _scale(top: float, dark: bool) -> list[Datum]:
    """What the ends of a strip stand for."""
    ends = (block(str(score), 0, _y(top, score) - 8, _LEFT, size=12, most=1) for score in (0, 100))
    return [{**text_datum(each, ink(dark).quiet, align="right"), "x": 0, "o": -12} for each in ends]


def _days(first: date, last: date, y: float, language: Language, dark: bool) -> list[Datum]:
    """The first and the last day of all journeys."""
    ends = [(0.0, first, "left"), (1.0, last, "right")] if first < last else [(0.5, first, "center")]
    return [
        {**text_datum(block(day(when, language), 0, y, 90, size=12, most=1), ink(dark).quiet, align=align), "x": x}
        for x, when, align in ends
    ]
