"""What a map to work on has besides: in every cell a mark that adds something there, for every touchpoint the five
heights of the emotion lane, where a click sets its score, and heads and labels that can stay in sight and that fold what
they name. Marks that people can act on have the values `id` (of the card or phase) and `at`: the lane of a card,
`add:LANE`, `feel:SCORE`, `fold:phase` or `fold:LANE`; what folds says as well whether it is `open`."""

from typing import Any

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

ADD, FEEL, FOLD = "add:", "feel:", "fold:"
PHASE = f"{FOLD}phase"
_FOLDS, _UNFOLDS = "M-4,-2L4,-2L0,3Z", "M-2,-4L3,0L-2,4Z"
_PLUS = circle(8) + moved(PLUS, 0)


def layers(layout: Layout, language: Language, dark: bool) -> list[canvas.MarkLayer]:
    """The marks, below which nothing else waits for a click."""
    told = tooltips(language, l="charts.map.lane", d="charts.map.text")
    return [
        canvas.boxes(_heights(layout, language), told, cursor="pointer"),
        canvas.shapes(_additions(layout, language, dark), told, cursor="pointer"),
    ]


def in_sight(
    layout: Layout,
    language: Language,
    dark: bool,
    *,
    head: list[canvas.MarkLayer],
    labels: list[Datum],
    summary: list[Datum],
) -> list[canvas.MarkLayer]:
    """What stays where it is while the map moves below it, each on a ground of its own: the rows' labels at the left, the
    phases' heads at the top, and the corner of both."""
    neutral = ink(dark)
    low = max((placed.header.bottom for placed in layout.columns), default=0) + 6
    rows = [box_datum(Box(0, row.box.y, LABELS - 2, row.box.h), neutral.lane, radius=8) for row in layout.lanes]
    left = [box_datum(Box(0, low, LABELS - 2, layout.height - low), neutral.page), *rows]
    top, corner = Box(0, 0, layout.width, low), Box(0, 0, LABELS, low)
    folding = _folding(layout, language)
    arrows = [
        shape_datum(5, row.label.y + 9, _UNFOLDS if row.folded else _FOLDS, neutral.quiet) for row in layout.lanes
    ]
    return [
        *canvas.named("left", canvas.boxes(left), canvas.shapes(arrows), canvas.texts(labels), folding[0]),
        *canvas.named("top", canvas.boxes([box_datum(top, neutral.page)]), *head, folding[1]),
        *canvas.named("corner", canvas.boxes([box_datum(corner, neutral.page)]), canvas.texts(summary)),
    ]


def _folding(layout: Layout, language: Language) -> tuple[canvas.MarkLayer, canvas.MarkLayer]:
    """Clear boxes over the labels and over the heads, where a click folds a lane or a phase, or unfolds it."""
    told = tooltips(language, d="charts.map.fold")
    lanes = [
        _fold(Box(0, row.box.y, LABELS - 2, row.box.h), row.folded, language, at=f"{FOLD}{row.lane.value}",
              t=LANES[row.lane].words(language))
        for row in layout.lanes
    ]  # fmt: skip
    phases = [
        _fold(placed.header, placed.folded, language, at=PHASE, id=placed.column.phase_id, t=placed.column.name)
        for placed in layout.columns if placed.column.phase_id
    ]  # fmt: skip
    return canvas.boxes(lanes, told, cursor="pointer"), canvas.boxes(phases, told, cursor="pointer")


def _fold(box: Box, folded: bool, language: Language, **what: Any) -> Datum:
    words = text("charts.map.unfolds" if folded else "charts.map.folds", language)
    return box_datum(box, "transparent", radius=8, d=words, open=int(not folded), **what)


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
