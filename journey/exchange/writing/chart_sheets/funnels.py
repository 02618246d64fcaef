"""How many people reach which phase: period beside period, and their course over the periods."""

from typing import Any

from journey.exchange.layout.book import Book
from journey.exchange.writing.chart_sheets.sheet import COUNT, ChartColumn, ChartSheet, SheetChart, percent_code
from journey.numbers import Funnel, funnel, periods
from journey.palette import BLUE, WHITE, mixed, phase_colour
from journey.phases import model_of
from journey.texts import text

_PALEST = 0.7


def funnels(book: Book) -> ChartSheet | None:
    """A row a phase, a column a period, and the step rates of the last one; bars in the chart."""
    counted = _counted(book)
    if not counted:
        return None
    last = list(counted.values())[-1]
    names = [stage.name for stage in last.stages]
    columns = [
        ChartColumn(period, 13, [stage.count for stage in stages.stages], COUNT) for period, stages in counted.items()
    ]
    shares = [stage.conversion_from_previous for stage in last.stages]
    rate = ChartColumn(text("exchange.charts.step", book.language), 20, shares, percent_code(book.language))
    phase = ChartColumn(text("fields.counts.phase", book.language), 34, names)
    return ChartSheet((phase, *columns, rate), lambda drawn: _bars(drawn, len(columns)))


def course(book: Book) -> ChartSheet | None:
    """A row a period, a column a phase; lines in the chart. Needs two periods."""
    counted = _counted(book)
    if len(counted) < 2:
        return None
    stages = next(iter(counted.values())).stages
    columns = [
        ChartColumn(stage.name, 15, [each.stages[place].count for each in counted.values()], COUNT)
        for place, stage in enumerate(stages)
    ]
    period = ChartColumn(text("fields.counts.period", book.language), 22, list(counted))
    return ChartSheet((period, *columns), _lines)


def _counted(book: Book) -> dict[str, Funnel]:
    """The funnel of each period in which anybody was counted, by its name."""
    workshop, model = book.labels.workshop, model_of(book.labels.workshop, book.language)
    made = {period: funnel(workshop.counts, model, period=period) for period in periods(workshop)}
    unnamed = text("fields.counts.count", book.language)
    return {period or unnamed: stages for period, stages in made.items() if stages.has_people}


def _bars(drawn: SheetChart, count: int) -> Any:
    """A bar a phase from top to bottom, the latest period darkest."""
    chart = drawn.book.file.add_chart({"type": "bar"})
    for place in range(1, count + 1):
        colour = mixed(BLUE, WHITE, _PALEST * (count - place) / count)
        labels = {"value": True, "num_format": COUNT, "font": drawn.letters()}
        chart.add_series(drawn.series(place, fill={"color": colour}, gap=45, data_labels=labels))
    chart.set_y_axis({"reverse": True, "num_font": drawn.letters(10), "major_gridlines": {"visible": False}})
    chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    chart.set_legend({"position": "bottom", "font": drawn.letters(10)} if count > 1 else {"none": True})
    return chart


def _lines(drawn: SheetChart) -> Any:
    """A line a phase, in its colour."""
    chart = drawn.book.file.add_chart({"type": "line"})
    for place in range(1, len(drawn.sheet.columns)):
        colour = phase_colour(place - 1)
        marker = {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"color": colour}}
        chart.add_series(drawn.series(place, line={"color": colour, "width": 2.25}, marker=marker))
    chart.set_y_axis({"num_format": COUNT, "num_font": drawn.letters(), "major_gridlines": drawn.grid, "min": 0})
    chart.set_x_axis({"num_font": drawn.letters(10)})
    chart.set_legend({"position": "right", "font": drawn.letters()})
    chart.show_blanks_as("gap")
    return chart
