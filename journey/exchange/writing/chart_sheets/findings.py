"""How many open findings each phase has, by their weight."""

from collections import Counter
from typing import Any

from journey.critic import Severity, findings, listed, open_findings
from journey.exchange.layout.book import Book
from journey.exchange.writing.chart_sheets.sheet import COUNT, ChartColumn, ChartSheet, SheetChart
from journey.palette import ALARM, GREEN, MUSTARD, STEEL, WHITE
from journey.phases import model_of
from journey.texts import text

_COLOURS = {Severity.HIGH: ALARM, Severity.MEDIUM: MUSTARD, Severity.LOW: STEEL, Severity.STRENGTH: GREEN}


def findings_per_phase(book: Book) -> ChartSheet | None:
    """A row a phase and one for the whole journey, a column a weight; None where nothing is open."""
    workshop, language = book.labels.workshop, book.language
    found = listed(open_findings(findings(workshop, language), workshop))
    if not found:
        return None
    model = model_of(workshop, language)
    known = {phase.id: phase.name for phase in model.phases}
    counts = Counter((finding.phase if finding.phase in known else "", finding.severity) for finding in found)
    rows = {**known, "": text("exchange.charts.whole_journey", language)}
    columns = [
        ChartColumn(
            text(f"analysis.severity_{severity}", language), 13, [counts[row, severity] or None for row in rows], COUNT
        )
        for severity in _COLOURS
    ]
    phase = ChartColumn(text("fields.counts.phase", language), 34, list(rows.values()))
    return ChartSheet((phase, *columns), _bars)


def _bars(drawn: SheetChart) -> Any:
    """A bar a row, its parts by weight."""
    chart = drawn.book.file.add_chart({"type": "bar", "subtype": "stacked"})
    for place, colour in enumerate(_COLOURS.values(), 1):
        labels = {"value": True, "num_format": COUNT, "font": drawn.letters(10, color=WHITE, bold=True)}
        chart.add_series(drawn.series(place, fill={"color": colour}, gap=45, data_labels=labels))
    chart.set_y_axis({"reverse": True, "num_font": drawn.letters(10), "major_gridlines": {"visible": False}})
    chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    chart.set_legend({"position": "bottom", "font": drawn.letters(10)})
    return chart
