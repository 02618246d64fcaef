"""Takings in SQL: an amount as what it brought."""

from collections.abc import Mapping, Sequence

from journey.numbers.reading.columns.amounts import UNREAD
from journey.numbers.reading.files.engine import quoted
from journey.numbers.reading.files.source import SqlCell
from journey.numbers.reading.takings import Takings


def brought_sql(amount: str, less: Sequence[str], takings: Takings, cells: Mapping[str, SqlCell]) -> str:
    """An amount (SQL of a DOUBLE, NaN for none, UNREAD for what is no amount) as what it brought; `less`: SQL of what is taken off. An infinity says why
    an amount does not count: positive where nobody paid, negative where it is in another currency."""
    brought = amount
    for each in less:
        brought += f" - CASE WHEN isfinite({each}) THEN abs({each}) ELSE 0 END"
    cases = [f"WHEN NOT isfinite({amount}) THEN 'nan'::DOUBLE", f"WHEN {amount} = {UNREAD} THEN {UNREAD}"]
    cases += [f"WHEN NOT {fits_sql(cells[column], pattern)} THEN '-inf'::DOUBLE" for column, pattern in takings.only]
    cases += [f"WHEN {fits_sql(cells[column], pattern)} THEN 0" for column, pattern in takings.refunded]
    missing = (*takings.unpaid, *takings.nothing)
    cases += [f"WHEN {fits_sql(cells[column], pattern)} THEN 'inf'::DOUBLE" for column, pattern in missing]
    cases += [f"WHEN {fits_sql(cells[column], pattern)} THEN -abs({amount})" for column, pattern in takings.back]
    return f"CASE {' '.join(cases)} ELSE {brought} END"


def fits_sql(cell: SqlCell, pattern: str) -> str:
    """Whether a cell, in small letters and without spaces around it, fits a pattern; behind a "!": does not. An empty cell
    is an empty text."""
    text = cell.sql if cell.is_text else f"CAST({cell.sql} AS VARCHAR)"
    fits = f"regexp_matches(coalesce(trim(lower({text})), ''), {quoted(pattern.removeprefix('!'))})"
    return f"(NOT {fits})" if pattern.startswith("!") else fits
