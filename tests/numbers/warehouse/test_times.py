"""Every kind of time column gives the same microseconds, in every engine that runs here (Spark has its own test)."""

from typing import Any

import psycopg
import pyarrow as pa
import pytest

from journey.numbers.warehouse.connection import connect, table
from journey.numbers.warehouse.errors import NotInWarehouse, QueryFailed
from journey.numbers.warehouse.times import micros
from tests.numbers.warehouse.engines import duckdb_file
from tests.numbers.warehouse.times import EXPECTED, KINDS, arrow_times, found
from tests.postgres import Server


@pytest.fixture(scope="module")
def duckdb_times(tmp_path_factory: pytest.TempPathFactory) -> Any:
    columns = arrow_times()
    columns["words"] = pa.array(["yesterday", "1.3.2026"])
    columns["yes"] = pa.array([True, False])
    file = duckdb_file(tmp_path_factory.mktemp("times") / "times.duckdb", times=pa.table(columns))
    return table(connect(f"duckdb://{file}"), "times")


@pytest.fixture(scope="module")
def postgres_times(postgres: Server) -> Any:
    kinds = ", ".join(f"{name} {kind}" for name, (_, kind, _, _) in KINDS.items())
    values = [value for _, _, value, _ in KINDS.values()]
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        connection.execute(f"CREATE TABLE times ({kinds}, words text, wrong text)")
        marks = ", ".join(["%s"] * len(values))
        connection.execute(f"INSERT INTO times VALUES ({marks}, 'yesterday', '2026-02-31')", values)
        connection.execute("INSERT INTO times DEFAULT VALUES")
    return table(connect(postgres.url()), "times")


def test_duckdb_reads_times(duckdb_times: Any) -> None:
    assert found(duckdb_times, *KINDS) == EXPECTED


@pytest.mark.postgres
def test_postgresql_reads_times(postgres_times: Any) -> None:
    assert found(postgres_times, *KINDS) == EXPECTED


def test_text_that_is_no_time_is_none(duckdb_times: Any) -> None:
    assert found(duckdb_times, "words") == {"words": [None, None]}


@pytest.mark.postgres
def test_postgresql_stops_at_a_day_that_cannot_be(postgres_times: Any) -> None:
    assert found(postgres_times, "words") == {"words": [None, None]}
    with pytest.raises(QueryFailed, match="2026-02-31"):
        found(postgres_times, "wrong")


def test_a_column_of_truths_holds_no_times(duckdb_times: Any) -> None:
    with pytest.raises(NotInWarehouse, match="“yes”"):
        found(duckdb_times, "yes")


def test_trino_is_not_asked_for_times_in_text(duckdb_times: Any) -> None:
    with pytest.raises(NotInWarehouse, match="view"):
        micros(duckdb_times.iso, "trino")
