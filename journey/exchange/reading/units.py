"""Percentages in columns of plain numbers: where the unit beside them is percent, 25 % is 25; elsewhere it is 0.25."""

from collections.abc import Sequence

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.cells import in_percent, shown
from journey.exchange.layout.labels import folded
from journey.exchange.layout.names import Unfit
from journey.exchange.layout.recognise import FoundTable
from journey.exchange.layout.report import Job
from journey.exchange.reading.taking import Parsed, Place

_PERCENT = ("%", "prozent", "percent", "per cent", "pct")


def with_percentages(parsed: Sequence[Parsed], table: FoundTable, job: Job) -> None:
    """Give the numbers that stand in the sheet as percentages the size that their cards' unit asks for."""
    for each in parsed:
        if each.percentages:
            where = Place(job.report, table.sheet.name, each.row.number, table.headers)
            _settle(each, where, has_unit="unit" in table.layout.fields)


def _settle(parsed: Parsed, where: Place, *, has_unit: bool) -> None:
    unit = folded(str(parsed.values.get("unit") or ""))
    if has_unit and not unit:
        parsed.values["unit"] = "%"
        where.tell(ProblemSeverity.NOTE, Unfit("percent_unit"), "unit")
    percent = has_unit and (not unit or any(word in unit for word in _PERCENT))
    for name in parsed.percentages:
        value = float(parsed.values[name])
        parsed.values[name] = in_percent(value) if percent else value
        if not percent:
            words = shown({"percent": value})
            where.tell(ProblemSeverity.NOTE, Unfit("percent_as_number", value=words, number=f"{value:.15g}"), name)
