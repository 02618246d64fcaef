"""Databases for tests: a DuckDB file, and Spark in local mode, which needs Java."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import duckdb
import pyarrow as pa

from journey.numbers.warehouse.connection import connect
from tools import java

SETTINGS = {
    "spark.master": "local[2]",
    "spark.driver.memory": "1g",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.constraintPropagation.enabled": "false",
    "spark.log.level": "ERROR",
}
"""Every query is asked once, of little data: what Spark does to answer faster the next time would take most of it."""


class NoSpark(Exception):
    """There is no Java here that Spark runs on."""


def is_required() -> bool:
    """Whether a missing Spark must fail the tests instead of skipping them."""
    return os.environ.get("CI") == "true" or os.environ.get("JOURNEY_REQUIRE_SPARK") == "1"


@contextmanager
def running_spark() -> Iterator[Any]:
    """A Spark in this process, small and seen by nobody else. NoSpark."""
    found = java.find()
    if found is None:
        raise NoSpark("Java 17 or newer was not found")
    connection = connect(f"spark://local?{urlencode(SETTINGS)}")
    try:
        yield connection
    finally:
        connection.disconnect()


def duckdb_file(path: Path, **tables: pa.Table) -> Path:
    """A database file with these tables."""
    with duckdb.connect(str(path)) as connection:
        for name, rows in tables.items():
            connection.register("rows", rows)
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM rows")
    return path
