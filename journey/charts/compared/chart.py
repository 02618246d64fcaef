"""Two funnels compared as a picture: on a scale for each transition both step rates, then what can be claimed."""

from collections.abc import Sequence

from journey.charts.compared.layout import (
    KEY,
    LANE,
    ComparedLayout,
    ComparedRow,
    Named,
    compared_layout,
    intervals,
    rate_words,
)
from journey.charts.kit import canvas, scale
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, rule_datum, shape_datum, text_datum
from journey.charts.kit.glyphs import circle, diamond
from journey.charts.kit.text_block import Box, block
from journey.charts.kit.tooltips import tooltips
from journey.model import Language
from journey.numbers.comparison import Portion, StepComparison
from journey.palette import ink, mixed, phase_colour, readable
from journey.texts import number, percent, text

BAR, MARK = 9, 7
"""The height of a bar, and the reach of a funnel's sign."""
_COLOURS = phase_colour(0), phase_colour(2)
_MARGIN = MARK + 1
_OUT = -MARK - 1


def compared_chart(
    first: Named,
    second: Named,
    comparisons: Sequence[StepComparison],
    language: Language,
    *,
    dark: bool,
) -> LayeredChart:
    """Draw both step rates of every transition on one scale, the first funnel's as a disc, the second's as a diamond below
    it, each on a bar as long as its 95 % interval; the line between them is dashed where no difference can be claimed.
    `first` and `second` are the funnels with their names."""
    layout = compared_layout(first, second, comparisons, language)
    told = tooltips(language)
    across = canvas.shares(_MARGIN, _MARGIN)
    rows = layout.rows
    strips = [(row.top - 3, row.top + 2 * LANE + 3) for row in rows]
    layers = [
        canvas.boxes([box_datum(Box(0, row.top, 1, 2 * LANE), ink(dark).lane, radius=4) for row in rows], across=across),
        canvas.rules(scale.gridlines(strips, dark), across=across),
        canvas.boxes([datum for row in rows for datum in _bars(row, layout.end, dark)], across=across),
        canvas.rules([_link(row, layout.end, dark) for row in rows], across=across),
        canvas.shapes(_keys(layout, dark), across=across),
        canvas.shapes([datum for row in rows for datum in _marks(row, layout.end, (first[0], second[0]), language, dark)],
                      told, across=across),
        canvas.texts(_words(layout, language, dark), across=across),
    ]  # fmt: skip
    return canvas.drawing(layers, layout.height)


def _bars(row: ComparedRow, end: float, dark: bool) -> list[Datum]:
    """The bars of plausible rates."""
    ground = ink(dark).lane
    return [
        box_datum(
            Box(interval.low / end, row.lane(place) - BAR / 2, max(0.003, interval.width / end), BAR),
            mixed(readable(colour, ground, 4.5), ground, 0.35),
            radius=3,
        )
        for place, (interval, colour) in enumerate(zip(intervals(row.step.difference), _COLOURS, strict=True))
    ]


def _link(row: ComparedRow, end: float, dark: bool) -> Datum:
    """The line from one rate to the other."""
    found, neutral = row.step.difference, ink(dark)
    dash = () if found.claimable else (3, 3)
    start, stop = (found.first.rate / end, row.lane(0)), (found.second.rate / end, row.lane(1))
    return rule_datum(start, stop, neutral.text if found.claimable else neutral.quiet, width=2, dash=dash)


def _marks(row: ComparedRow, end: float, names: tuple[str, str], language: Language, dark: bool) -> list[Datum]:
    found = row.step.difference
    marks: list[Datum] = []
    for place, portion in enumerate((found.first, found.second)):
        told = f"{row.way}: {_figures(portion, row, place, language)}"
        marks.append(_mark(portion.rate / end, row.lane(place), place, MARK, dark, t=names[place], d=told))
    return marks


def _figures(portion: Portion, row: ComparedRow, place: int, language: Language) -> str:
    counted = text("charts.compared.of", language, reached=number(portion.successes, language),
                   cases=number(portion.trials, language))  # fmt: skip
    return f"{rate_words(row.step.difference, language)[place]} · {counted}"


def _keys(layout: ComparedLayout, dark: bool) -> list[Datum]:
    """The signs before the funnels' names and before each rate in words."""
    rates = [words for row in layout.rows for words in row.rates]
    keyed = [*enumerate(layout.names), *((place % 2, words) for place, words in enumerate(rates))]
    return [
        _mark(0, words.y + words.leading / 2, place, 6, dark, dx=_OUT + words.x - KEY + 8) for place, words in keyed
    ]


def _mark(x: float, y: float, place: int, reach: float, dark: bool, *, dx: float = 0, **more: str) -> Datum:
    """A funnel's sign: a disc for the first, a diamond for the second."""
    path = diamond(reach, dx) if place else circle(reach * 0.82, dx)
    colour = readable(_COLOURS[place], ink(dark).page)
    return shape_datum(x, y, path, colour, stroke=ink(dark).page, width=1.5, **more)


def _words(layout: ComparedLayout, language: Language, dark: bool) -> list[Datum]:
    neutral = ink(dark)
    found = [*layout.names, layout.note]
    colours = [neutral.text, neutral.text, neutral.quiet]
    for row in layout.rows:
        found += [row.title, *row.rates, *row.verdict]
        colours += [neutral.text] * 4 + [neutral.quiet]
    placed = [
        text_datum(words._replace(x=0), colour, o=_OUT + words.x) for words, colour in zip(found, colours, strict=True)
    ]
    return [*placed, *(_axis(layout, language, dark))]


def _axis(layout: ComparedLayout, language: Language, dark: bool) -> list[Datum]:
    """The percentages at start, half and end of the scale."""
    if not layout.rows:
        return []
    digits = 0 if layout.end >= 0.1 else 1
    return [
        {**text_datum(block(percent(share * layout.end, language, digits), 0, layout.axis, 60, size=12), ink(dark).quiet,
                      align=align), "x": share}
        for share, align in ((0, "left"), (0.5, "center"), (1, "right"))
    ]  # fmt: skip
