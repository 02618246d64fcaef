"""How many points each phase has in the self-audit, and what speaks against more."""

from typing import Any

from journey.audit import Score
from journey.audit.told import LIGHTS, MOST_REASONS, audited
from journey.critic import findings
from journey.exchange.layout.book import Book
from journey.exchange.writing.chart_sheets.sheet import COUNT, ChartColumn, ChartSheet, SheetChart
from journey.phases import model_of
from journey.texts import text

_MOST = 100


def points_per_phase(book: Book) -> ChartSheet | None:
    """A row a phase; None where nobody has answered a question."""
    workshop, language = book.labels.workshop, book.language
    if not workshop.audit:
        return None
    judged = audited(workshop, findings(workshop, language), language)
    model, scores = model_of(workshop, language), list(judged.values())
    columns = (
        ChartColumn(text("audit.phase", language), 34, [model.phase_name(phase) for phase in judged]),
        ChartColumn(text("exchange.charts.points_head", language), 13, [score.score for score in scores], COUNT),
        ChartColumn(
            text("audit.result", language), 24, [text(f"audit.colour_{score.colour.value}", language) for score in scores]
        ),
        ChartColumn(
            text("audit.reasons", language), 90, ["\n".join(score.reasons[:MOST_REASONS]) for score in scores]
        ),
    )  # fmt: skip
    return ChartSheet(columns, lambda drawn: _bars(drawn, scores))


def _bars(drawn: SheetChart, scores: list[Score]) -> Any:
    """A bar a phase in the colour of its light."""
    chart = drawn.book.file.add_chart({"type": "bar"})
    labels = {"value": True, "num_format": COUNT, "font": drawn.letters(10, bold=True)}
    points = [{"fill": {"color": LIGHTS[score.colour]}} for score in scores]
    chart.add_series(drawn.series(1, points=points, gap=45, data_labels=labels))
    chart.set_y_axis({"reverse": True, "num_font": drawn.letters(10), "major_gridlines": {"visible": False}})
    chart.set_x_axis(
        {"min": 0, "max": _MOST, "num_font": drawn.letters(), "num_format": COUNT, "major_gridlines": drawn.grid}
    )
    chart.set_legend({"none": True})
    return chart
