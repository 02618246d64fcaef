"""Amounts as people and programs write them into columns of text, and what files make of them."""

from datetime import datetime
from typing import Any

import duckdb
import pyarrow as pa

from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log_source import PhaseView
from journey.numbers.reading.columns.amounts import amount_sql, decimal_of, is_either
from journey.numbers.warehouse.events import EventColumns
from journey.numbers.warehouse.stored_log import StoredLog, stored_log

WAYS: dict[str, list[str | None]] = {
    "german": ["1.234,50 €", "12,50", "EUR 7", "-3,25", "(1,00)", "2,00-", "−4,50", "5,-", "1.000", "auf Anfrage", "n/a", "", None, "12.5"],
    "english": ["$1,234.50", "12.50", " 7.5 ", "1e3", "+2.25", "(1.00)", "1,000,000.00", "USD 3", "kr. 4.00", "free", "-", "1,5", "--5"],
    "swiss": ["Fr. 1'234.50", "1’000.00 CHF", "0.05", "12.–", "3"],
    "cents_only": ["0,99", ",50", "99,9"],
    "whole": ["3", "1000", "-2"],
    "thousands": ["1,234", "12,345", "1,234,567"],
    "either": ["1.234", "2.500"],
    "either_money": ["1.234 €", "2.500 €"],
    "too_long": ["9" * 400, "1e999", "1" + ".000" * 9 + ",5", "1,5"],
    "several": ["2 von 3", "12 k", "1,5 Mio. €", "3 T€", "99 kr", "4 Kč", "2 x 1,50", "19% 5", "1 234,50", "10-20"],
}  # fmt: skip
"""A way a column; each text stands beside an order of a customer of its own."""
ROWS = max(map(len, WAYS.values()))
TABLE = f"who integer, happened timestamp, what varchar, {', '.join(f'{way} varchar' for way in WAYS)}"


def rows() -> list[tuple[object, ...]]:
    """A row for each text, all columns side by side."""
    columns = [[*texts, *[None] * (ROWS - len(texts))] for texts in WAYS.values()]
    return [(nth, "2026-01-02", "order", *texts) for nth, texts in enumerate(zip(*columns, strict=True))]


def written_table() -> pa.Table:
    """The same as Arrow has it."""
    who, _, what, *texts = map(list, zip(*rows(), strict=True))
    days = pa.array([datetime(2026, 1, 2)] * ROWS, pa.timestamp("us"))
    columns = {way: pa.array(column, pa.string()) for way, column in zip(WAYS, texts, strict=True)}
    return pa.table({"who": who, "happened": days, "what": what, **columns})


def in_files(way: str) -> tuple[float, int, str]:
    """What a file with these texts brings, how many of them are no amounts, and the mark by which they are read though they could
    have either."""
    texts = [text for text in WAYS[way] if text is not None]
    decimal = decimal_of([text for text in texts if text], ",")
    read = duckdb.sql(f"SELECT {amount_sql('x', decimal)} FROM (SELECT unnest(?::VARCHAR[]) AS x)", params=[texts])
    amounts = [amount for (amount,) in read.fetchall() if abs(amount) < 1e300]
    nothing = sum(text in ("", "n/a", "-") for text in texts)
    return sum(amounts), len(texts) - len(amounts) - nothing, decimal if is_either(texts) else ""


def in_database(table: Any, way: str) -> tuple[float, int, str]:
    """The same where a table holds them."""
    log = stored_log(table, EventColumns("who", "happened", "what", revenue=way))
    return _revenue(log), log.size.unread_amounts, log.size.unclear_decimal


def _revenue(log: StoredLog) -> float:
    funnel = log.funnel(PhaseView({"a": "A"}, {"order": "a"}), FunnelQuery())
    return round(funnel.stages[0].revenue or 0, 6)
