"""The emotion curve of the map's sheet: a native chart whose points stand below their phases, with gaps where nobody scored."""

from collections import Counter
from typing import Any

from journey.exchange.layout.book import Book
from journey.exchange.layout.lean_sheet import column_letters
from journey.exchange.writing.map_plan import CURVE_HEIGHT, MOST_CARDS, SCORE_WIDTH, Plan
from journey.journey_map import Feeling, JourneyMap
from journey.palette import EMOTIONS, LIGHT, WHITE
from journey.texts import text

MOST_LABELS, MOST_LETTERS = 2, 32
_COLUMN_PIXELS, _PADDING = 7, 5


def draw_curve(book: Book, worksheet: Any, shown: JourneyMap, row: int, plan: Plan) -> None:
    """Draw the curve over a row of the map. Its numbers go to the hidden sheet."""
    points, first = points_of(shown), len(book.curve)
    book.curve.extend((x, feeling.emotion) for x, feeling in points)
    if all(feeling.emotion is None for _, feeling in points):
        return
    chart = book.file.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    _add_series(book, chart, points, first)
    count = len(shown.columns)
    grid = {"visible": True, "line": {"color": LIGHT.line, "width": 0.75}}
    quiet = {"label_position": "none", "line": {"none": True}, "major_tick_mark": "none", "major_gridlines": grid}
    chart.set_x_axis({**quiet, "min": 0, "max": count, "major_unit": 1})
    chart.set_y_axis({**quiet, "min": -2.6, "max": 2.6, "major_unit": 2.6})
    chart.set_legend({"none": True})
    chart.set_plotarea({"layout": {"x": 0.0, "y": 0.0, "width": 1.0, "height": 1.0}, "fill": {"none": True}})
    chart.set_chartarea({"border": {"none": True}, "fill": {"color": WHITE}})
    pixels = count * plan.abreast * sum(round(_COLUMN_PIXELS * wide) + _PADDING for wide in (plan.width, SCORE_WIDTH))
    chart.set_size({"width": pixels, "height": int(CURVE_HEIGHT / 0.75) - 4})
    options = {"object_position": 2, "y_offset": 3, "description": text("exchange.map.curve", book.language)}
    worksheet.insert_chart(row, 1, chart, options)


def points_of(shown: JourneyMap) -> list[tuple[float, Feeling]]:
    """The touchpoints that the map shows, with their place from left to right (a phase is 1 wide)."""
    points = []
    for column in shown.columns:
        feelings = column.feelings[:MOST_CARDS]
        points += [(column.position + (i + 0.5) / len(feelings), feeling) for i, feeling in enumerate(feelings)]
    return points


def _add_series(book: Book, chart: Any, points: list[tuple[float, Feeling]], first: int) -> None:
    """A quiet line through everything, then the points of each emotion in its colour. `first`: how many points stand above."""
    rows = first + 2, first + len(points) + 1
    places = _range(book, 0, rows)
    line = {"color": LIGHT.quiet, "width": 2.0}
    chart.add_series(
        {
            "categories": places,
            "values": _range(book, 1, rows),
            "line": line,
            "marker": {"type": "none"},
            **_labels(points),
        }
    )
    for offset, colour in enumerate(EMOTIONS.values(), start=2):
        marker = {"type": "circle", "size": 11, "border": {"color": WHITE}, "fill": {"color": colour}}
        values = _range(book, offset, rows)
        chart.add_series({"categories": places, "values": values, "line": {"none": True}, "marker": marker})


def _labels(points: list[tuple[float, Feeling]]) -> dict[str, object]:
    """The touchpoints' titles at the points, where phases have room for them."""
    if max(Counter(int(x) for x, _ in points).values()) > MOST_LABELS:
        return {}
    # XlsxWriter takes a label that starts with "=" for a reference to a cell.
    custom = [{"value": f"\u200b{_label(feeling.title)}"} for _, feeling in points]
    return {
        "data_labels": {"value": True, "position": "above", "custom": custom, "font": {"size": 8, "color": LIGHT.text}}
    }


def _label(title: str) -> str:
    return title if len(title) <= MOST_LETTERS else title[: MOST_LETTERS - 1].rstrip() + "…"


def _range(book: Book, place: int, rows: tuple[int, int]) -> str:
    letters = column_letters(len(book.lists) + place)
    return f"='{text('exchange.sheet.lists', book.language)}'!${letters}${rows[0]}:${letters}${rows[1]}"
