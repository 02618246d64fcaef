"""Amounts that a column holds as text: a table in a database brings what the same texts in a file bring, and what cannot be
read is counted."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest

from journey.numbers.warehouse.connection import connect, table
from journey.numbers.warehouse.events import EventColumns
from journey.numbers.warehouse.stored_log import stored_log
from tests.numbers.warehouse.written import TABLE, WAYS, in_database, in_files, rows
from tests.postgres import Server

SIGNS = ", ".join("?" * (3 + len(WAYS)))


@pytest.fixture(scope="module")
def duckdb_table(tmp_path_factory: pytest.TempPathFactory) -> Any:
    file = tmp_path_factory.mktemp("written") / "shop.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute(f"CREATE TABLE log ({TABLE})")
        connection.executemany(f"INSERT INTO log VALUES ({SIGNS})", rows())
    return table(connect(f"duckdb://{file}"), "log")


@pytest.fixture(scope="module")
def postgres_table(postgres: Server) -> Iterator[Any]:
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        connection.execute("CREATE SCHEMA written")
        connection.execute(f"CREATE TABLE written.log ({TABLE})")
        connection.cursor().executemany(f"INSERT INTO written.log VALUES ({SIGNS.replace('?', '%s')})", rows())
        yield table(connect(postgres.url()), "written.log")
        connection.execute("DROP SCHEMA written CASCADE")


@pytest.mark.parametrize("way", WAYS)
def test_duckdb_reads_what_files_read(duckdb_table: Any, way: str) -> None:
    assert in_database(duckdb_table, way) == in_files(way)


@pytest.mark.postgres
@pytest.mark.parametrize("way", WAYS)
def test_postgresql_reads_what_files_read(postgres_table: Any, way: str) -> None:
    assert in_database(postgres_table, way) == in_files(way)


def test_by_hand(duckdb_table: Any) -> None:
    assert in_database(duckdb_table, "german") == (1234.5 + 12.5 + 7 - 3.25 - 1 - 2 - 4.5 + 5 + 1000, 2, "")
    assert in_database(duckdb_table, "english") == (1234.5 + 12.5 + 7.5 + 1000 + 2.25 - 1 + 1e6 + 3 + 4, 3, "")
    assert in_database(duckdb_table, "either") == (3.734, 0, ".")
    assert in_database(duckdb_table, "either_money") == (3734, 0, ",")


def test_both_amounts_are_told_of_and_rows_that_are_left_out_are_not(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "shop.duckdb")) as connection:
        connection.execute(
            "CREATE TABLE log (who VARCHAR, happened TIMESTAMP, what VARCHAR, paid VARCHAR, spent VARCHAR)"
        )
        connection.execute(
            "INSERT INTO log VALUES ('a', '2026-01-01', 'x', 'viel', 'wenig'), ('a', '2026-01-02', 'x', '3,50', '1.25'), (NULL, '2026-01-02', 'x', 'viel', '')"
        )
    log = stored_log(
        table(connect(f"duckdb://{tmp_path}/shop.duckdb"), "log"),
        EventColumns("who", "happened", "what", "paid", "spent"),
    )
    assert (log.size.unread_amounts, log.columns.commas) == (2, frozenset({"paid"}))
