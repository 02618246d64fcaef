"""The emotion curve: everybody's line through the touchpoints, and one for each persona."""

from typing import Any

from journey.exchange.layout.book import Book
from journey.exchange.writing.chart_sheets.sheet import COUNT, SCORE, ChartColumn, ChartSheet, SheetChart
from journey.journey_map import emotion_of, journey_map, matters_to
from journey.model import Touchpoint, Workshop
from journey.palette import CURVES, LIGHT
from journey.phases import model_of
from journey.texts import text

_DASHES = ("solid", "dash", "round_dot", "long_dash", "dash_dot", "square_dot")


def curves(book: Book) -> ChartSheet | None:
    """A row a touchpoint in the order of the journey, a column a persona; None where nobody scored."""
    workshop, language = book.labels.workshop, book.language
    journey = journey_map(workshop, model_of(workshop, language))
    untitled = text("exchange.map.untitled", language)
    places = journey.numbers
    rows = [
        (touchpoint, places[feeling.id], column.name or text("exchange.map.elsewhere", language))
        for column in journey.columns
        for feeling in column.feelings
        if (touchpoint := workshop.touchpoint(feeling.id))
    ]
    touchpoints = [touchpoint for touchpoint, _, _ in rows]
    felt = {text("exchange.charts.everyone", language): [emotion_of(each) for each in touchpoints]}
    columns = [ChartColumn(name, 13, scores, SCORE) for name, scores in felt.items()]
    columns += [
        ChartColumn(persona.name or untitled, 17, _scores(workshop, touchpoints, persona.id), SCORE)
        for persona in workshop.personas
    ]
    if all(score is None for column in columns for score in column.values):
        return None
    numbers = ChartColumn(text("exchange.charts.number", language), 9, [float(number) for _, number, _ in rows], COUNT)
    called = ChartColumn(text("exchange.charts.called", language), 44, [each.title or untitled for each in touchpoints])
    phase = ChartColumn(text("exchange.charts.in_phase", language), 26, [phase for _, _, phase in rows])
    return ChartSheet((numbers, *columns, called, phase), lambda drawn: _drawn(drawn, len(columns)))


def _scores(workshop: Workshop, touchpoints: list[Touchpoint], persona: str) -> list[float | None]:
    """How a persona feels at the touchpoints that matter to it."""
    return [emotion_of(each, persona) if matters_to(workshop, each, persona) else None for each in touchpoints]


def _drawn(drawn: SheetChart, count: int) -> Any:
    chart = drawn.book.file.add_chart({"type": "line"})
    for place in range(1, count + 1):
        colour = LIGHT.text if place == 1 else CURVES[(place - 2) % len(CURVES)]
        dash = "solid" if place == 1 else _DASHES[(place - 1) % len(_DASHES)]
        line = {"color": colour, "width": 3 if place == 1 else 1.75, "dash_type": dash}
        marker = {
            "type": "circle",
            "size": 7 if place == 1 else 5,
            "fill": {"color": colour},
            "border": {"color": colour},
        }
        chart.add_series(drawn.series(place, line=line, marker=marker))
    chart.set_y_axis(
        {"min": -2, "max": 2, "major_unit": 1, "num_format": SCORE, "num_font": drawn.letters(10),
         "major_gridlines": drawn.grid}
    )  # fmt: skip
    chart.set_x_axis({"label_position": "low", "num_font": drawn.letters(), "line": {"color": LIGHT.quiet}})
    chart.set_legend({"position": "top", "font": drawn.letters(10)})
    chart.show_blanks_as("gap")
    return chart
