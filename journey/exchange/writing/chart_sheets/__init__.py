"""Sheets with a chart each, which people edit in their own program: funnel, its course, emotion curves, findings per phase, points of the
self-audit.
They follow from the tables and are there to be read; what is changed in them is told and not taken."""

from collections.abc import Callable

from journey.exchange.layout.book import Book
from journey.exchange.layout.sealed import CHART_SHEETS
from journey.exchange.writing.chart_sheets.curves import curves
from journey.exchange.writing.chart_sheets.findings import findings_per_phase
from journey.exchange.writing.chart_sheets.funnels import course, funnels
from journey.exchange.writing.chart_sheets.points import points_per_phase
from journey.exchange.writing.chart_sheets.sheet import ChartSheet, write_sheet

_MADE: dict[str, Callable[[Book], ChartSheet | None]] = dict(
    zip(CHART_SHEETS, (funnels, course, curves, findings_per_phase, points_per_phase), strict=True)
)


def chart_sheets(book: Book) -> dict[str, ChartSheet]:
    """The sheets for which there is something to draw, by their names among CHART_SHEETS."""
    return {name: made for name, make in _MADE.items() if (made := make(book))}


def write_chart_sheets(book: Book, sheets: dict[str, ChartSheet]) -> list[str]:
    """Write the sheets. Gives a line for each: its name, and the seal of what it says."""
    return [f"{name} {write_sheet(book, name, sheet)}" for name, sheet in sheets.items()]
