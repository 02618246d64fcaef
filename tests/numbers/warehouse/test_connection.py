"""Connecting: clear words when it does not work, no password in them, and nothing that writes."""

import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from journey.model import Language
from journey.numbers.log.funnel_query import FunnelQuery, Order
from journey.numbers.warehouse.connection import connect, table
from journey.numbers.warehouse.engines import ENGINES, engine_of
from journey.numbers.warehouse.errors import (
    BadAddress,
    MissingExtra,
    NoConnection,
    NoSuchTable,
    QueryFailed,
    WarehouseError,
)
from journey.numbers.warehouse.funnel import funnel_expression
from journey.numbers.warehouse.reason import reason
from journey.numbers.warehouse.running import rows_of
from tests.numbers.warehouse.engines import duckdb_file
from tests.numbers.warehouse.logs import Event, through_phases

SECRET = "hunter2/ü"
ENCODED = "hunter2%2F%C3%BC"


def messages(error: WarehouseError) -> str:
    return " ".join([str(error), repr(error), *(error.message(language) for language in Language)])


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://reader:{ENCODED}@127.0.0.1:1/shop",
        f"postgresql://127.0.0.1:1/shop?user=reader&password={ENCODED}",
        f"postgresql://reader:{ENCODED}@127.0.0.1:1/shop?nonsense={ENCODED}",
        f"mysql://reader:{ENCODED}@127.0.0.1/shop",
        f"postgresql://reader:{SECRET}@127.0.0.1/shop",
        f"postgresql://reader:hunter2#{SECRET}@127.0.0.1/shop",
    ],
)
def test_no_message_holds_a_password(url: str) -> None:
    with pytest.raises(WarehouseError) as caught:
        connect(url)
    assert "hunter2" not in messages(caught.value)
    assert caught.value.__cause__ is None


def test_a_reason_is_one_short_line_without_secrets() -> None:
    said = reason(ValueError(f"login failed\n  for reader:{ENCODED} ({SECRET})" + "x" * 900), (SECRET, ENCODED))
    assert said.startswith("login failed for reader:*** (***)xxx")
    assert len(said) < 510


def test_an_unknown_database_is_told_which_ones_are_known() -> None:
    with pytest.raises(BadAddress, match=r"“mysql://”.*PostgreSQL, DuckDB, Spark, ClickHouse"):
        connect("mysql://localhost/shop")
    with pytest.raises(BadAddress):
        connect("shop.csv")


@pytest.mark.parametrize("url", ["duckdb:///shop.duckdb", "spark://local?spark.app.name=shop"])
def test_visitors_open_nothing_on_the_server_itself(url: str) -> None:
    with pytest.raises(BadAddress, match="on the server itself cannot be opened"):
        connect(url, local=False)


def test_a_database_that_does_not_answer_says_so() -> None:
    with pytest.raises(NoConnection, match=r"No connection to PostgreSQL: .*refused"):
        connect("postgresql://reader@127.0.0.1:1/shop")


def test_without_ibis_the_requirements_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ibis", None)
    with pytest.raises(MissingExtra, match=r"pip install -r requirements-warehouse\.txt$"):
        connect("duckdb://")


def test_a_missing_driver_is_named_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "clickhouse_connect", None)
    command = r'pip install -r requirements-warehouse\.txt "ibis-framework\[clickhouse\]"$'
    with pytest.raises(MissingExtra, match=f"ClickHouse is not installed.*{command}"):
        connect("clickhouse://reader@127.0.0.1:1/shop")


def test_spark_without_java_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingExtra, match="Java 17"):
        connect("spark://local")


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_every_example_is_a_url_of_its_engine(engine: Any) -> None:
    assert engine_of(engine.example.partition(":")[0]) is engine


@pytest.mark.postgres
def test_postgresql_is_only_read(postgres_url: str, events: list[Event]) -> None:
    connection = connect(postgres_url)
    with pytest.raises(Exception, match="read-only transaction"):
        connection.raw_sql("DELETE FROM shop.log")
    assert rows_of(table(connection, "shop.log").count().as_table()) == [{"CountStar(log)": len(events)}]


@pytest.mark.postgres
def test_postgresql_does_not_go_through_one_table_for_each_row_of_another(postgres_url: str) -> None:
    connection = connect(postgres_url)
    for query in (FunnelQuery(open=True), FunnelQuery(Order.STRICT), FunnelQuery(reentry=True)):
        log = through_phases(table(connection, "shop.log"))
        sql = connection.compile(funnel_expression(log, query, "postgres", "segment"))
        plan = "\n".join(line for (line,) in connection.con.execute(f"EXPLAIN {sql}"))
        assert "Join" in plan
        assert "Nested Loop" not in plan


def test_a_duckdb_file_is_only_read(tmp_path: Path) -> None:
    connection = connect(f"duckdb://{a_file(tmp_path)}")
    with pytest.raises(Exception, match="read-only"):
        connection.raw_sql("DELETE FROM log")


@pytest.mark.postgres
@pytest.mark.parametrize("name", ["shop.log", '"shop"."log"', "postgres.shop.log", " shop.log "])
def test_a_table_has_up_to_three_names(postgres_url: str, name: str) -> None:
    assert "zeitpunkt" in table(connect(postgres_url), name).columns


def test_a_name_with_a_dot_stands_in_quotes(tmp_path: Path) -> None:
    file = duckdb_file(tmp_path / "shop.duckdb", **{'"log.2026"': pa.table({"a": [1]})})
    assert table(connect(f"duckdb://{file}"), '"log.2026"').columns == ("a",)


@pytest.mark.parametrize("name", ["", " ", "a.b.c.d", "."])
def test_what_cannot_be_a_table_s_name_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(NoSuchTable, match="not the name of a table"):
        table(connect(f"duckdb://{a_file(tmp_path)}"), name)


@pytest.mark.parametrize("name", ["nothing", "no_schema.log", "log; DROP TABLE log"])
def test_a_table_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(NoSuchTable, match=f"The table “{name}” cannot be read"):
        table(connect(f"duckdb://{a_file(tmp_path)}"), name)


def test_what_the_database_breaks_off_has_its_reason(tmp_path: Path) -> None:
    found = table(connect(f"duckdb://{a_file(tmp_path)}"), "log")
    with pytest.raises(QueryFailed, match="Could not convert string 'x'"):
        rows_of(found.select(number=found.word.cast("int64")))


def a_file(folder: Path) -> Path:
    return duckdb_file(folder / "shop.duckdb", log=pa.table({"word": ["x"]}))
