"""Events at one time in the order that a column gives, and how many cases hang on an order that none gives."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from journey.numbers.log.doubt import cases_in_doubt
from journey.numbers.log.funnel_query import FunnelQuery, Order
from journey.numbers.warehouse.columns import found_order, guessed_columns
from journey.numbers.warehouse.connection import connect, table
from journey.numbers.warehouse.doubt import warehouse_cases_in_doubt
from journey.numbers.warehouse.errors import NoSuchTable, NotInWarehouse
from journey.numbers.warehouse.events import EventColumns
from journey.numbers.warehouse.funnel import WarehouseLog, warehouse_funnel
from tests.numbers.log.logs import in_phases
from tests.numbers.warehouse.engines import duckdb_file
from tests.numbers.warehouse.logs import (
    COLUMNS,
    FIRST_DAY,
    FOUR_SECONDS,
    IN_ORDER,
    Event,
    coded,
    differences,
    through_phases,
)

STEPS = {"a": "a", "b": "b"}


def few(order: Order) -> Iterator[FunnelQuery]:
    for is_open in (False, True):
        yield FunnelQuery(order, open=is_open, window=FOUR_SECONDS, optional=frozenset({2}))
    yield FunnelQuery(order, reentry=True, window=FOUR_SECONDS)


@pytest.mark.parametrize("order", Order)
def test_duckdb_follows_the_order_of_a_column_as_the_kernel_does(
    in_duckdb: Any, events: list[Event], order: Order
) -> None:
    asked = list(few(order))
    log = coded(events, ordered=True)
    assert differences(in_duckdb, log, asked, IN_ORDER) == []
    unordered = coded(events)
    assert any(differences(in_duckdb, unordered, [one], IN_ORDER) for one in asked), "the order changes nothing"


@pytest.mark.postgres
@pytest.mark.parametrize("order", Order)
def test_postgresql_follows_the_order_of_a_column_as_the_kernel_does(
    postgres_url: str, events: list[Event], order: Order
) -> None:
    rows = table(connect(postgres_url), "shop.log")
    assert differences(rows, coded(events, ordered=True), few(order), IN_ORDER) == []


@pytest.mark.parametrize("order", Order)
def test_duckdb_knows_the_cases_in_doubt(in_duckdb: Any, events: list[Event], order: Order) -> None:
    for query in few(order):
        unknown = cases_in_doubt(in_phases(coded(events)), query)
        known = cases_in_doubt(in_phases(coded(events, ordered=True)), query)
        assert order is Order.ANY or 0 < known < unknown
        assert warehouse_cases_in_doubt(through_phases(in_duckdb), query) == unknown
        assert warehouse_cases_in_doubt(through_phases(in_duckdb, IN_ORDER), query) == known


@pytest.mark.postgres
def test_postgresql_knows_the_cases_in_doubt(postgres_url: str, events: list[Event]) -> None:
    rows, query = table(connect(postgres_url), "shop.log"), FunnelQuery(window=FOUR_SECONDS)
    for columns, ordered in ((COLUMNS, False), (IN_ORDER, True)):
        expected = cases_in_doubt(in_phases(coded(events, ordered=ordered)), query)
        assert warehouse_cases_in_doubt(through_phases(rows, columns), query) == expected


def a_table(folder: Path, **columns: Any) -> Any:
    rows = pa.table({"case": [1, 1, 2, 2], "time": [FIRST_DAY] * 4, "what": ["b", "a", "a", "b"], **columns})
    return table(connect(f"duckdb://{duckdb_file(folder / 'log.duckdb', log=rows)}"), "log")


def counts(rows: Any, *order: str) -> tuple[list[int | None], int]:
    log = WarehouseLog(rows, EventColumns("case", "time", "what", order=order), ("a", "b"), STEPS)
    return [stage.count for stage in warehouse_funnel(log, STEPS, FunnelQuery()).stages], warehouse_cases_in_doubt(
        log, FunnelQuery()
    )


@pytest.mark.parametrize(
    "values",
    [
        pa.array([9, 10, 1, 2]),
        pa.array(["9", " 10", "1", "2"]),
        pa.array([9.25, 9.5, 1.0, 2.0]),
        pa.array([1, None, 1, 2]),
        pa.array([FIRST_DAY.replace(hour=hour) for hour in (1, 2, 3, 4)]),
    ],
    ids=["integers", "text", "decimals", "empty", "times"],
)
def test_numbers_times_and_text_with_numbers_order_events(tmp_path: Path, values: pa.Array) -> None:
    assert counts(a_table(tmp_path, nth=values), "nth") == ([2, 1], 0)


def test_what_the_first_column_leaves_open_the_second_says(tmp_path: Path) -> None:
    rows = a_table(tmp_path, page=[1, 1, 1, 2], nth=[2, 1, 9, 1])
    assert counts(rows, "page", "nth") == ([2, 2], 0)
    assert counts(rows, "page") == ([2, 1], 1)
    assert counts(rows) == ([2, 0], 2)


def test_a_column_of_truths_gives_no_order(tmp_path: Path) -> None:
    rows = a_table(tmp_path, sure=[True, False, True, False])
    with pytest.raises(NotInWarehouse, match="“sure”"):
        counts(rows, "sure")
    with pytest.raises(NoSuchTable, match="“nth”"):
        counts(rows, "nth")


def test_a_column_made_for_the_order_is_found(tmp_path: Path) -> None:
    rows = a_table(tmp_path, price=[1, 2, 3, 4], event_sequence=[1, 2, 3, 4])
    assert found_order(rows, guessed_columns(rows)) == ("event_sequence",)
    assert found_order(rows, {**guessed_columns(rows), "case": "event_sequence"}) == ()


def test_more_events_in_an_instant_than_can_be_told_apart_are_in_doubt(tmp_path: Path) -> None:
    many = 3_000
    names = ["noise"] * (many - 2) + ["a", "b"]
    rows = pa.table({"case": [1] * many, "time": [FIRST_DAY] * many, "what": names, "nth": range(many)})
    found = table(connect(f"duckdb://{duckdb_file(tmp_path / 'log.duckdb', log=rows)}"), "log")
    assert counts(found, "nth") == ([1, 0], 1)
