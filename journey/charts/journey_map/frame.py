"""The standing parts of the journey map: zones, phase headers, rows with their labels, dividing lines, hints."""

from journey.charts.journey_map.layout import LABELS, Layout
from journey.charts.kit.canvas import Datum, box_datum, rule_datum, shape_datum, text_datum
from journey.charts.kit.glyphs import chevron
from journey.charts.kit.text_block import Box, block
from journey.charts.kit.text_fit import wrap
from journey.journey_map import JourneyMap
from journey.model import Language
from journey.palette import ZONES, ink, phase_colour, readable, text_on, tint
from journey.texts import choice, text


def rows(layout: Layout, dark: bool) -> list[Datum]:
    """The rows' bands."""
    return [box_datum(row.box, ink(dark).lane, radius=8) for row in layout.lanes]


def zones(layout: Layout, dark: bool) -> list[Datum]:
    """The band above the phases: before, during, after the purchase."""
    return [
        box_datum(Box(box.x + 1, box.y, box.w - 4, box.h), tint(ZONES[zone], dark), radius=6)
        for zone, box in layout.zones
    ]


def headers(layout: Layout) -> list[Datum]:
    """A chevron in the phase's colour for each phase."""
    return [
        shape_datum(
            *placed.header.middle,
            chevron(placed.header.w - 2, placed.header.h),
            phase_colour(placed.column.position),
        )
        for placed in layout.columns
    ]


def lines(layout: Layout, dark: bool) -> list[Datum]:
    """Dotted lines between the phases and the gridlines of the emotion curve, the zero line stronger."""
    colour = ink(dark).line
    apart = [
        rule_datum((column.room.x, row.box.y + 4), (column.room.x, row.box.bottom - 4), colour, dash=(2, 3))
        for row in layout.lanes
        for column in layout.columns
    ]
    scale = [
        rule_datum((LABELS, y), (layout.width - 6, y), colour, width=1.5 if emotion == 0 else 0.75)
        for emotion, y in layout.gridlines
    ]
    return [*apart, *scale]


def head_words(layout: Layout, language: Language, dark: bool) -> list[Datum]:
    """The names of zones and phases."""
    return [
        *(
            _zone(choice(zone, language), box, readable(ZONES[zone], tint(ZONES[zone], dark)))
            for zone, box in layout.zones
        ),
        *(text_datum(placed.name, text_on(phase_colour(placed.column.position))) for placed in layout.columns),
    ]


def label_words(layout: Layout, language: Language, dark: bool) -> list[Datum]:
    """The rows' names, and the scores beside the gridlines."""
    return [
        *(text_datum(row.label, ink(dark).text) for row in layout.lanes),
        *(
            text_datum(
                block(choice(emotion, language), 12, y - 7, LABELS - 22, size=12, most=1),
                ink(dark).quiet,
                align="right",
            )
            for emotion, y in layout.gridlines
        ),
    ]


def hints(layout: Layout, dark: bool) -> list[Datum]:
    """The quiet words of empty or overfull cells."""
    return [text_datum(hint, ink(dark).quiet) for hint in layout.hints]


def _zone(word: str, box: Box, colour: str) -> Datum:
    shown = word if len(wrap(word, box.w - 24, size=12, bold=True)) == 1 else word.partition(" ")[0]
    return text_datum(block(shown, box.x + 12, box.y + 4.5, box.w - 24, size=12, bold=True, most=1), colour)


def summary(journey: JourneyMap, language: Language, dark: bool) -> list[Datum]:
    """How many phases and touchpoints there are, in the corner; of a part of a map how many of how many."""
    whole = journey.whole or journey
    told = (
        _of("phase", journey.phase_count, whole.phase_count, language),
        _of("touchpoint", journey.touchpoint_count, whole.touchpoint_count, language),
    )
    lines = [line for words in told for line in wrap(words, LABELS - 16, size=13)]
    top = 40 if len(lines) < 3 else 24
    return [
        text_datum(block(line, 12, top + 17 * place, LABELS - 16, size=13, most=1), ink(dark).quiet)
        for place, line in enumerate(lines)
    ]


def _of(thing: str, count: int, every: int, language: Language) -> str:
    if count == every:
        return counted(thing, count, language)
    return text("charts.map.summary_of", language, count=count, every=counted(thing, every, language))


def counted(thing: str, count: int, language: Language) -> str:
    """A number of phases or touchpoints with its word (`thing` is phase or touchpoint)."""
    key = f"charts.map.summary_{thing}" if count == 1 else f"charts.map.summary_{thing}s"
    return text(key, language, count=count)
