"""What a map to work on has besides: in every cell a mark that adds something there, for every touchpoint the five
heights of the emotion lane, where a click sets its score, and heads and labels that can stay in sight. Marks that people can act on have the values `id` (of the card
or phase) and `at`: the lane of a card, `add:LANE`, or `feel:SCORE`."""

from journey.charts.journey_map.layout import LABELS, STEP, Layout
from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, box_datum, shape_datum
from journey.charts.kit.feelings import score
from journey.charts.kit.glyphs import PLUS, circle, moved
from journey.charts.kit.text_block import Box
from journey.charts.kit.tooltips import tooltips
from journey.journey_map import LANES
from journey.model import Language
from journey.palette import ink
from journey.texts import text

ASKING = "asking"
"""`at` of a question in the lane of thoughts."""

ADD, FEEL = "add:", "feel:"
_PLUS = circle(8) + moved(PLUS, 0)


def layers(layout: Layout, language: Language, dark: bool) -> list[canvas.MarkLayer]:
    """The marks, below which nothing else waits for a click."""
    told = tooltips(language, l="charts.map.lane", d="charts.map.text")
    return [
        canvas.boxes(_heights(layout, language), told, cursor="pointer"),
        canvas.shapes(_additions(layout, language, dark), told, cursor="pointer"),
    ]


def in_sight(
    layout: Layout, dark: bool, *, head: list[canvas.MarkLayer], labels: list[Datum], summary: list[Datum]
) -> list[canvas.MarkLayer]:
    """What stays where it is while the map moves below it, each on a ground of its own: the rows' labels at the left, the
    phases' heads at the top, and the corner of both."""
    neutral = ink(dark)
    low = max((placed.header.bottom for placed in layout.columns), default=0) + 6
    rows = [box_datum(Box(0, row.box.y, LABELS - 2, row.box.h), neutral.lane, radius=8) for row in layout.lanes]
    left = [box_datum(Box(0, low, LABELS - 2, layout.height - low), neutral.page), *rows]
    top, corner = Box(0, 0, layout.width, low), Box(0, 0, LABELS, low)
    return [
        *canvas.named("left", canvas.boxes(left), canvas.texts(labels)),
        *canvas.named("top", canvas.boxes([box_datum(top, neutral.page)]), *head),
        *canvas.named("corner", canvas.boxes([box_datum(corner, neutral.page)]), canvas.texts(summary)),
    ]


def _additions(layout: Layout, language: Language, dark: bool) -> list[Datum]:
    return [
        shape_datum(
            each.x, each.y, _PLUS, ink(dark).card, stroke=ink(dark).quiet, width=1.5, id=each.phase,
            at=f"{ADD}{each.lane.value}", t=f"{LANES[each.lane].words(language)}, {each.phase_name}",
            l=LANES[each.lane].words(language), d=text("charts.map.add", language),
        )
        for each in layout.additions
    ]  # fmt: skip


def _heights(layout: Layout, language: Language) -> list[Datum]:
    """A clear box for each score of each touchpoint, as wide as it has room on the curve."""
    found = []
    for point in layout.points:
        column = next(column for column in layout.columns if column.room.x <= point.x <= column.room.right)
        apart = column.room.w / max(1, len(column.column.feelings))
        for emotion, y in layout.gridlines:
            if emotion is not point.feeling.emotion:  # there the point itself waits for a click
                box = Box(max(LABELS, point.x - apart / 2), y - STEP / 2, apart, STEP)
                found.append(
                    box_datum(
                        box, "transparent", radius=4, id=point.feeling.id, at=f"{FEEL}{int(emotion)}",
                        t=point.feeling.title or text("charts.map.untitled", language),
                        l=text("charts.map.score", language), d=score(emotion, language),
                    )
                )  # fmt: skip
    return found
