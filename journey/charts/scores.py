"""The points of a journey over its rounds: one line from 0 to 100, and what happened in market and behaviour meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, dashes, rule_datum, shape_datum, text_datum
from journey.charts.kit.events import event_key, event_lines, event_numbers, event_rules, event_words
from journey.charts.kit.glyphs import circle
from journey.charts.kit.text_block import block
from journey.charts.kit.tooltips import tooltips
from journey.model import Language, MarketEvent
from journey.palette import ink
from journey.texts import day, text

TOP, PLOT = 28, 150
_LEFT, _RIGHT = 44, 28
_CLOSE = 80
"""From here on the first figure is moved to the right, where the scale's own does not touch it."""
_APART = 0.4
"""Shares of the width within which two names would touch on a phone."""


@dataclass(frozen=True)
class ScoredRound:
    """A round (or today) with its day and its points, None where nothing was known. `running`: it is not closed yet."""

    name: str
    day: date
    score: int | None
    running: bool = False


def scores_chart(
    rounds: Sequence[ScoredRound], language: Language, *, dark: bool, happened: Sequence[MarketEvent] = ()
) -> LayeredChart:
    """Draw the points of rounds, oldest first, at their days, with the events (by day) between the first and the last."""
    shown = [event for event in happened if rounds and event.day and rounds[0].day <= event.day <= rounds[-1].day]
    lines = event_lines(_x(event.day, rounds) for event in shown if event.day)
    across = canvas.shares(_LEFT, _RIGHT)
    key, height = event_key(shown, TOP + PLOT + 34, language, dark, left=_LEFT)
    layers = [
        canvas.rules([*_grid(dark), *event_rules(lines, TOP, TOP + PLOT, dark)], across=across),
        canvas.strokes(_line(rounds, dark), across=across, strokeCap="round"),
        canvas.shapes(_dots(rounds, language, dark), tooltips(language), across=across),
        canvas.texts([*_words(rounds, language, dark), *event_numbers(lines, TOP + 1, dark), *key], across=across),
    ]
    return canvas.drawing(layers, height if shown else TOP + PLOT + 26)


def scores_alt(rounds: Sequence[ScoredRound], language: Language, *, happened: Sequence[MarketEvent] = ()) -> str:
    """The points of each round, and the events between them."""
    told = "; ".join(
        text("charts.alt.scores_of", language, name=each.name, day=day(each.day, language), score=_said(each))
        for each in rounds
    )
    shown = [event for event in happened if rounds and event.day and rounds[0].day <= event.day <= rounds[-1].day]
    said = text("charts.alt.scores", language, told=told)
    if not shown:
        return said
    events = "; ".join(event_words(event, language) for event in shown)
    return f"{said} {text('charts.alt.happened', language, events=events)}"


def _x(when: date, rounds: Sequence[ScoredRound]) -> float:
    days = (rounds[-1].day - rounds[0].day).days
    return round((when - rounds[0].day).days / days, 4) if days else 0.5


def _y(score: float) -> float:
    return TOP + PLOT * (1 - score / 100)


def _said(each: ScoredRound) -> str:
    return "–" if each.score is None else str(each.score)


def _grid(dark: bool) -> list[Datum]:
    return [
        rule_datum((0, _y(score)), (1, _y(score)), ink(dark).line, width=0.75 if score else 1) for score in (0, 50, 100)
    ]


def _line(rounds: Sequence[ScoredRound], dark: bool) -> list[Datum]:
    """A piece from each round to the next one that has points, dashed where it leads to one that is not closed."""
    scored = [each for each in rounds if each.score is not None]
    return [
        {"x": _x(each.day, rounds), "y": round(_y(each.score or 0), 1), "n": end, "g": str(piece),
         "s": ink(dark).text, "w": 2.5, "d": dashes((4, 5) if pair[1].running else ())}
        for piece, pair in enumerate(pairwise(scored))
        for end, each in enumerate(pair)
    ]  # fmt: skip


def _dots(rounds: Sequence[ScoredRound], language: Language, dark: bool) -> list[Datum]:
    return [
        shape_datum(
            _x(each.day, rounds), _y(each.score), circle(5), ink(dark).page if each.running else ink(dark).text,
            stroke=ink(dark).text, width=2, t=each.name, d=f"{day(each.day, language)} · {each.score}",
        )
        for each in rounds
        if each.score is not None
    ]  # fmt: skip


def _words(rounds: Sequence[ScoredRound], language: Language, dark: bool) -> list[Datum]:
    neutral = ink(dark)
    found = []
    for score in (0, 50, 100):
        words = block(str(score), 0, _y(score) - 8, _LEFT - 10, size=12, most=1)
        found.append({**text_datum(words, neutral.quiet, align="right"), "x": 0, "o": -8})
    free = -1.0
    for place, each in enumerate(rounds):
        x = _x(each.day, rounds)
        align = "left" if x < 0.06 and len(rounds) > 1 else "right" if x > 0.94 else "center"
        last = place == len(rounds) - 1
        if each.score is not None:
            points = block(str(each.score), 0, _y(each.score) - 24, 40, size=14, bold=True, most=1)
            at_scale = {"o": 10} if x == 0 and each.score > _CLOSE else {}
            found.append({**text_datum(points, neutral.text, align="center"), "x": x, **at_scale})
        if x - free >= _APART and (last or 1 - x >= _APART):
            words = block(day(each.day, language), 0, TOP + PLOT + 6, 90, size=12, most=1)
            found.append({**text_datum(words, neutral.quiet, align=align), "x": x})
            free = x
    return found
