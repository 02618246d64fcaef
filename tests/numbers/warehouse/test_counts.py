"""What a table holds: events, cases, activities, and rows that cannot be used."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log.tally import Tally, first_and_last_day, tally
from journey.numbers.reading.outcome import SkippedKind
from journey.numbers.warehouse import events as events_module
from journey.numbers.warehouse.connection import connect, table
from journey.numbers.warehouse.errors import NoSuchTable, NotInWarehouse
from journey.numbers.warehouse.events import EventColumns, warehouse_counts
from journey.numbers.warehouse.funnel import WarehouseLog, warehouse_funnel, warehouse_funnels
from tests.numbers.log.logs import ACTIVITIES
from tests.numbers.warehouse.engines import duckdb_file
from tests.numbers.warehouse.logs import BAD, COLUMNS, FIRST_DAY, IMPOSSIBLE, NAMES, Event, coded

SKIPPED = {
    SkippedKind.NO_CASE: 2,
    SkippedKind.NO_ACTIVITY: 2,
    SkippedKind.UNREADABLE_TIME: 1,
    SkippedKind.IMPOSSIBLE_DATE: 2,
}


def test_duckdb_counts_what_the_kernel_counts(in_duckdb: Any, events: list[Event]) -> None:
    log, counts = coded(events), warehouse_counts(in_duckdb, COLUMNS)
    assert (counts.events, counts.cases, counts.activities) == (log.events, log.cases, tally(log))
    assert counts.days == first_and_last_day(log)
    assert counts.skipped == SKIPPED
    assert sum(SKIPPED.values()) == len(BAD) + len(IMPOSSIBLE)


@pytest.mark.postgres
def test_postgresql_counts_what_the_kernel_counts(postgres_url: str, events: list[Event]) -> None:
    log, counts = coded(events), warehouse_counts(table(connect(postgres_url), "shop.log"), COLUMNS)
    assert (counts.events, counts.cases, counts.activities) == (log.events, log.cases, tally(log))
    assert counts.days == first_and_last_day(log)
    assert counts.skipped == SKIPPED


def test_only_the_most_frequent_activities_come_back_by_name(in_duckdb: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = warehouse_counts(in_duckdb, COLUMNS)
    monkeypatch.setattr(events_module, "MOST_ACTIVITIES", 2)
    counts = warehouse_counts(in_duckdb, COLUMNS)
    assert counts.activities == whole.activities[:2]
    assert counts.unnamed_events == sum(one.events for one in whole.activities[2:])


def test_next_year_can_be_and_the_one_after_cannot(in_duckdb: Any) -> None:
    earlier = warehouse_counts(in_duckdb, COLUMNS, today=date(2024, 12, 31))
    assert (earlier.events, earlier.skipped[SkippedKind.IMPOSSIBLE_DATE]) == (0, 2 + len_of(in_duckdb))
    assert earlier.days is None
    assert warehouse_counts(in_duckdb, COLUMNS, today=date(2025, 1, 1)).events == len_of(in_duckdb)


def len_of(rows: Any) -> int:
    return warehouse_counts(rows, COLUMNS).events


def test_cases_and_activities_need_not_be_text(tmp_path: Path) -> None:
    rows = pa.table({"case": [7, 7, None], "when": [FIRST_DAY] * 3, "what": [1, 2, 1]})
    found = table(connect(f"duckdb://{duckdb_file(tmp_path / 'x.duckdb', log=rows)}"), "log")
    counts = warehouse_counts(found, EventColumns("case", "when", "what"))
    assert counts.activities == (Tally("1", 1, 1), Tally("2", 1, 1))
    assert counts.skipped == {SkippedKind.NO_CASE: 1}


def test_a_missing_column_is_named_with_those_that_there_are(in_duckdb: Any) -> None:
    with pytest.raises(NoSuchTable, match=r"“customer”.*kunde, was"):
        warehouse_counts(in_duckdb, EventColumns("customer", "zeitpunkt", "was"))
    log = WarehouseLog(in_duckdb, COLUMNS, ("a",), ACTIVITIES)
    with pytest.raises(NoSuchTable, match="“region”"):
        warehouse_funnels(log, NAMES, FunnelQuery(), "region")


def test_a_column_that_names_people_is_no_segment(tmp_path: Path) -> None:
    cases = [f"k{number}" for number in range(502)]
    rows = pa.table({"case": cases, "when": [FIRST_DAY] * 502, "what": ["a"] * 502})
    found = table(connect(f"duckdb://{duckdb_file(tmp_path / 'x.duckdb', log=rows)}"), "log")
    log = WarehouseLog(found, EventColumns("case", "when", "what"), ("a",), ACTIVITIES)
    with pytest.raises(NotInWarehouse, match="more than 500 values"):
        warehouse_funnels(log, NAMES, FunnelQuery(), "case")
    assert warehouse_funnel(log, NAMES, FunnelQuery()).stages[0].count == 502
