"""The blind estimate as a picture: on a strip for each step the guesses as dots, then what was measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey.charts.guesses.layout import RADIUS, Dot, error, levels, placed_dots
from journey.charts.kit import canvas, scale
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, shape_datum, text_datum
from journey.charts.kit.glyphs import circle, diamond, pointer
from journey.charts.kit.text_block import Block, Box, block
from journey.charts.kit.tooltips import tooltips
from journey.charts.kit.wording import counted, rate, short_rate, spread
from journey.model import Language
from journey.numbers.guesses import StepGuesses
from journey.palette import PRIMARY, ink, mixed, phase_colour, readable, text_on
from journey.texts import text

STRIP, LINE, ROOM = 12, 19, 318
"""The strip's height, a line's, and the width of a phone's words."""
_MARGIN = RADIUS + 1
_OUT = -RADIUS - 1


@dataclass(frozen=True)
class GuessRow:
    """A step's room: its title, its dots, the top of its strip, and the lines below."""

    step: StepGuesses
    title: Block
    dots: tuple[Dot, ...]
    top: float
    lines: tuple[Block, ...]

    def y(self, dot: Dot) -> float:
        """The middle of a dot."""
        return self.top - RADIUS - 2 - dot.level * (2 * RADIUS + 2)

    @property
    def bottom(self) -> float:
        """The lower edge of the last line."""
        return self.lines[-1].box.bottom if self.lines else self.top + STRIP


def guess_rows(steps: Sequence[StepGuesses], language: Language) -> tuple[tuple[GuessRow, ...], float]:
    """Place every step; the second value is the height of the whole."""
    rows: list[GuessRow] = []
    y = scale.HIGH + 6.0
    for step in steps:
        title = block(f"{step.before} → {step.name}", 0, y, ROOM, size=15, bold=True, most=3)
        dots = placed_dots(step.guesses)
        top = title.box.bottom + LINE + 8 + levels(dots) * (2 * RADIUS + 2)
        lines: list[Block] = []
        for place, words in enumerate(guess_lines(step, language)):
            sure = not place and step.measured is not None
            low = top + STRIP + 11 + place * LINE
            lines.append(block(words, 22, low, ROOM - 22, size=13, bold=sure, italic=not (place or sure), most=1))
        rows.append(GuessRow(step, title, dots, top, tuple(lines)))
        y = rows[-1].bottom + 22
    return tuple(rows), y - 16


def guesses_chart(steps: Sequence[StepGuesses], language: Language, *, dark: bool) -> LayeredChart:
    """Draw the guesses: each a dot with its author's initials (a number where several coincide), a pointer
    at the median guess, and the measured share as a mark on a bar as long as its interval, hollow where it
    rests on too few people."""
    rows, height = guess_rows(steps, language)
    told = tooltips(language)
    across = canvas.shares(_MARGIN, _MARGIN)
    layers = [
        canvas.boxes([_track(row, dark) for row in rows], across=across),
        canvas.rules(scale.gridlines([(row.top - 4, row.top + STRIP + 4) for row in rows], dark), across=across),
        canvas.boxes([found for row in rows for found in _interval(row, dark)], across=across),
        canvas.shapes([found for row in rows for found in _marks(row, dark)], across=across),
        canvas.shapes([found for row in rows for found in _dots(row, language, dark)], told, across=across),
        canvas.texts([found for row in rows for found in _words(row, language, dark)]
                     + scale.percentages(0, language, dark), across=across),
    ]  # fmt: skip
    return canvas.drawing(layers, height)


def _track(row: GuessRow, dark: bool) -> Datum:
    return box_datum(Box(0, row.top, 1, STRIP), ink(dark).lane, radius=4)


def _interval(row: GuessRow, dark: bool) -> list[Datum]:
    """The bar of plausible rates."""
    interval = row.step.interval
    if interval is None:
        return []
    colour = readable(phase_colour(row.step.position), ink(dark).lane, 3)
    return [box_datum(Box(interval.low, row.top, interval.width, STRIP), mixed(colour, ink(dark).lane, 0.35), radius=3)]


def _marks(row: GuessRow, dark: bool) -> list[Datum]:
    """On the strip the measured share and the median guess, and both again as a key before their lines."""
    step, neutral = row.step, ink(dark)
    found: list[Datum] = []
    if step.measured is not None:
        here = min(1.0, step.measured)
        fill, edge = (neutral.page, neutral.text) if step.few_cases else (neutral.text, neutral.page)
        found.append(shape_datum(here, row.top + STRIP / 2, diamond(10), fill, stroke=edge, width=1.5))
        found.append(
            shape_datum(0, row.lines[0].box.middle[1] - 1, diamond(6, _OUT + 9), fill, stroke=neutral.text, width=1)
        )
    if step.median is not None:
        line = row.lines[-1]
        hue = _guess_colour(dark)
        found.append(shape_datum(step.median, row.top + STRIP + 2, pointer(6), hue))
        found.append(shape_datum(0, line.box.middle[1] - 5, pointer(6, _OUT + 9), hue))
    return found


def _dots(row: GuessRow, language: Language, dark: bool) -> list[Datum]:
    hue = _guess_colour(dark)
    return [
        shape_datum(dot.share, row.y(dot), circle(RADIUS), hue, t=rate(dot.share, language), d=", ".join(dot.authors))
        for dot in row.dots
    ]


def _words(row: GuessRow, language: Language, dark: bool) -> list[Datum]:
    neutral = ink(dark)
    count = len(row.step.guesses)
    told = counted("guesses.guessed", count, language) if count else text("charts.guesses.none", language)
    beside = block(told, 0, row.title.box.bottom, ROOM, size=13, italic=not count, most=1)
    labels = [
        {**text_datum(block(dot.label, 0, row.y(dot) - 8, 2 * RADIUS, size=12, bold=True), text_on(_guess_colour(dark)),
                      align="center"), "x": round(dot.share, 4)}
        for dot in row.dots
    ]  # fmt: skip
    lines = [
        text_datum(line._replace(x=0), neutral.quiet if place else neutral.text, o=_OUT + 22)
        for place, line in enumerate(row.lines)
    ]
    return [text_datum(row.title, neutral.text, o=_OUT), text_datum(beside, neutral.quiet, o=_OUT), *labels, *lines]


def guess_lines(step: StepGuesses, language: Language) -> list[str]:
    """What was measured, and how far off the median guess is."""
    lines = [text("charts.guesses.unmeasured", language)]
    if step.measured is not None:
        lines = [text("charts.guesses.measured", language, rate=rate(step.measured, language))]
        if step.interval:
            lines[0] += f" ({spread(step.interval, language)})"
    if step.median is not None:
        guessed = text("charts.guesses.median", language, rate=short_rate(step.median, language))
        verdict = how_far(step, language)
        lines.append(f"{guessed}: {verdict}" if verdict else guessed)
    elif step.few_cases:
        lines.append(text("charts.guesses.few", language))
    return lines


def how_far(step: StepGuesses, language: Language) -> str:
    """In words whether the median guess is too high, too low, or within what was measured; "" where one is missing. What rests on too few people judges no guess."""
    off = error(step)
    if off is None:
        return ""
    if step.few_cases:
        return text("charts.guesses.few", language)
    points = max(1, round(abs(off) * 100))
    if not off:
        return text("charts.guesses.hit", language)
    return counted(f"guesses.{'high' if off > 0 else 'low'}", points, language)


def _guess_colour(dark: bool) -> str:
    return readable(PRIMARY["dark" if dark else "light"], ink(dark).page, 3)
