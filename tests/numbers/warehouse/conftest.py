"""The same random events in a DuckDB file, a real PostgreSQL and a real Spark on this machine."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from journey.numbers.warehouse.connection import connect, table
from tests.numbers.warehouse.engines import NoSpark, duckdb_file, is_required, running_spark
from tests.numbers.warehouse.logs import Event, arrow, random_events
from tests.postgres import NoServer, Server, running_server
from tests.postgres import is_required as postgres_is_required


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.warehouse)
            # Ibis and PySpark still say to pandas and DuckDB what these will no longer hear.
            item.add_marker(pytest.mark.filterwarnings("ignore::DeprecationWarning"))


@pytest.fixture(scope="session")
def events() -> list[Event]:
    return random_events(400)


@pytest.fixture(scope="session")
def in_duckdb(events: list[Event], tmp_path_factory: pytest.TempPathFactory) -> Any:
    file = duckdb_file(tmp_path_factory.mktemp("warehouse") / "shop.duckdb", log=arrow(events))
    return table(connect(f"duckdb://{file}"), "log")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    try:
        with running_server() as server:
            yield server
    except NoServer as error:
        if postgres_is_required():
            pytest.fail(f"logs must be tested on PostgreSQL, but {error}", pytrace=False)
        pytest.skip(f"LOGS ARE NOT TESTED ON POSTGRESQL: {error}")


@pytest.fixture(scope="session")
def postgres_url(postgres: Server, events: list[Event]) -> str:
    """A database with the events in shop.log."""
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        connection.execute("CREATE SCHEMA shop")
        connection.execute(
            "CREATE TABLE shop.log (kunde text, was text, segment text, umsatz float8, kosten float8, folge int8, zeitpunkt timestamp)"
        )
        with connection.cursor().copy("COPY shop.log FROM STDIN") as rows:
            for row in arrow(events).to_pylist():
                rows.write_row(tuple(row.values()))
    return postgres.url()


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """An Ibis connection to a Spark of this machine."""
    try:
        with running_spark() as connection:
            yield connection
    except NoSpark as error:
        if is_required():
            pytest.fail(f"logs must be tested on Spark, but {error}", pytrace=False)
        pytest.skip(f"LOGS ARE NOT TESTED ON SPARK: {error}")
