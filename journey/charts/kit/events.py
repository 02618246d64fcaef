"""Events on a course of time: a dotted line with a number where each happened, and below what the numbers mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journey.charts.kit.canvas import Datum, rule_datum, text_datum
from journey.charts.kit.text_block import block
from journey.model import Language, MarketEvent
from journey.palette import ink
from journey.texts import choice, day, text

_NEAR = 0.05
"""Shares of the width within which numbers would touch: such events share one line."""
_WIDE, _LINES = 330, 2


@dataclass(frozen=True)
class EventLine:
    """Where a line stands, as a share of the width, and the number of each event that it is of."""

    x: float
    numbers: tuple[int, ...]


def event_lines(places: Iterable[float]) -> tuple[EventLine, ...]:
    """Lines for events at these shares of the width, in the order of their numbers, which begin with 1."""
    lines: list[EventLine] = []
    for number, x in enumerate(places, 1):
        if lines and x - lines[-1].x < _NEAR:
            lines[-1] = EventLine(lines[-1].x, (*lines[-1].numbers, number))
        else:
            lines.append(EventLine(x, (number,)))
    return tuple(lines)


def event_rules(lines: Iterable[EventLine], top: float, bottom: float, dark: bool) -> list[Datum]:
    """The lines from top to bottom."""
    return [
        rule_datum((round(line.x, 4), top), (round(line.x, 4), bottom), ink(dark).quiet, width=1.25, dash=(2, 3))
        for line in lines
    ]


def event_numbers(lines: Iterable[EventLine], y: float, dark: bool) -> list[Datum]:
    """The numbers beside the lines, their tops at y."""
    return [
        {
            **text_datum(
                block("·".join(map(str, line.numbers)), 0, y, 60, size=12, bold=True, most=1), ink(dark).text,
                align="left" if line.x < 0.9 else "right",
            ),
            "x": round(line.x, 4),
            "o": 4 if line.x < 0.9 else -4,
        }
        for line in lines
    ]  # fmt: skip


def event_key(
    events: Sequence[MarketEvent], y: float, language: Language, dark: bool, *, left: float = 0
) -> tuple[list[Datum], float]:
    """What the numbers mean, a line each, the first one's top at y; the second value is the lower edge."""
    found: list[Datum] = []
    for number, event in enumerate(events, 1):
        words = block(f"{number} · {event_words(event, language)}", 0, y, _WIDE, size=13, most=_LINES)
        found.append(text_datum(words, ink(dark).text, o=-left))
        y = words.box.bottom + 4
    return found, y


def event_words(event: MarketEvent, language: Language) -> str:
    """An event in a line: day, what happened, and whether it was of the market or of customers."""
    title = event.title or text("charts.map.untitled", language)
    return f"{day(event.day, language) if event.day else '–'}: {title} ({choice(event.kind, language)})"
