"""Percentages in columns of plain numbers: where the unit beside them is percent, 25 % is 25; elsewhere it is 0.25. And
shares whose percentages lost their look, as when a program saves only the numbers."""

from collections.abc import Sequence

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.cells import NumberCells, in_percent, is_percent, shown
from journey.exchange.layout.labels import folded
from journey.exchange.layout.names import Unfit
from journey.exchange.layout.recognise import FoundTable
from journey.exchange.layout.report import Job
from journey.exchange.reading.rows import cell
from journey.exchange.reading.taking import Parsed, Place, held_by


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
    percent = has_unit and (not unit or is_percent(unit))
    for name in parsed.percentages:
        value = float(parsed.values[name])
        parsed.values[name] = in_percent(value) if percent else value
        if not percent:
            words = shown({"percent": value})
            where.tell(ProblemSeverity.NOTE, Unfit("percent_as_number", value=words, number=f"{value:.15g}"), name)


def with_small_shares(parsed: Sequence[Parsed], table: FoundTable, job: Job) -> None:
    """Take shares of at most one for parts of one where they are a hundredth of what was there, or where all of the column
    make one together. Any other below one per cent is told."""
    names = [c.field for c in table.layout.columns if isinstance(c.cells, NumberCells) and c.cells.share]
    for name in names:
        place = table.columns.get(name)
        shares = [(each, value) for each in parsed if type(value := cell(each.row, place)) in (int, float)]
        small = [(each, value) for each, value in shares if 0 < value <= 1 and _is_new(each, name, value)]
        parts = len(small) == len(shares) and make_one([value for _, value in small])
        for each, value in small:
            percent = in_percent(value)
            if parts or held_by(each, name) == percent:
                each.values[name] = percent
            if each.values[name] == percent or value < 1:
                where = Place(job.report, table.sheet.name, each.row.number, table.headers)
                number = f"{each.values[name]:.15g}"
                where.tell(ProblemSeverity.NOTE, Unfit("small_share", value=f"{value:.15g}", number=number), name)


def make_one(shares: Sequence[float]) -> bool:
    """Whether several shares are parts of one that make it together."""
    return len(shares) > 1 and all(0 < share <= 1 for share in shares) and abs(sum(shares) - 1) < _NEARLY


_NEARLY = 0.011


def _is_new(parsed: Parsed, name: str, value: float) -> bool:
    """Whether a share was not there before, so that no workbook of ours says it."""
    return held_by(parsed, name) != value and not (parsed.row.known and parsed.before is None)
