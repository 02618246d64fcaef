"""Whether the cells of a sheet that was brought as cards are events or orders, which belong among the numbers."""

from collections.abc import Sequence
from typing import Any

from journey.model import Language
from journey.numbers.reading.looking.layout import table_layout
from journey.numbers.reading.looking.orders import is_of_orders
from journey.numbers.reading.looking.suggestion import plan_of
from journey.numbers.reading.looking.table import looked_at
from journey.numbers.reading.outcome import UnreadableLog
from journey.numbers.reading.plan import FileKind, Role

_LOOKED_AT, _FEWEST = 300, 5


def is_log_like(rows: Sequence[Sequence[Any]], language: Language) -> bool:
    """Whether so many rows of cells (text, numbers, {"date": …}, None) would be read as a known export, as orders, or as a log with amounts;
    lists of tasks and cards have people and days as well."""
    cells = [(number, list(map(_text, row))) for number, row in enumerate(rows[:_LOOKED_AT], 1)]
    if len(cells) < _FEWEST:
        return False
    try:
        looked = looked_at(FileKind.TEXT, table_layout(cells), language)
        if looked.export or is_of_orders(looked):
            return True
        return Role.REVENUE in plan_of(looked).columns
    except UnreadableLog:
        return False


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("date", ""))
    return "" if value is None else str(value)
