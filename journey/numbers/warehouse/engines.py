"""The databases that a log can stay in: how their URLs begin, and what each of them does in its own way."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Engine:
    """A database. `name` is Ibis's word for it, `schemes` are the beginnings of its URLs, `example` is such a URL.

    `exact`: whether the quartiles of waiting times are exact. The others have only approximations (APPROX_PERCENTILE,
    APPROX_QUANTILES); everything else is counted exactly everywhere. `driver`: what has to be installed besides
    requirements-warehouse.txt; nothing where that brings it."""

    name: str
    title: str
    schemes: tuple[str, ...]
    example: str
    exact: bool = True
    driver: str = ""


ENGINES = (
    Engine(
        "postgres",
        "PostgreSQL",
        ("postgresql", "postgres"),
        "postgresql://reader:password@db.example.com:5432/shop?sslmode=require",
    ),
    Engine("duckdb", "DuckDB", ("duckdb",), "duckdb:///data/shop.duckdb"),
    Engine("pyspark", "Spark", ("spark", "sc"), "sc://spark.example.com:15002"),
    Engine(
        "clickhouse",
        "ClickHouse",
        ("clickhouse",),
        "clickhouse://reader:password@ch.example.com:8443/shop?secure=1",
        driver="ibis-framework[clickhouse]",
    ),
    Engine(
        "trino",
        "Trino",
        ("trino",),
        "trino://reader:password@trino.example.com:443/hive/shop",
        exact=False,
        driver="ibis-framework[trino]",
    ),
    Engine(
        "bigquery",
        "BigQuery",
        ("bigquery",),
        "bigquery://my-project/shop",
        exact=False,
        driver="ibis-framework[bigquery]",
    ),
    Engine(
        "snowflake",
        "Snowflake",
        ("snowflake",),
        "snowflake://reader:password@organisation-account/SHOP/PUBLIC?warehouse=READING",
        driver="ibis-framework[snowflake]",
    ),
    Engine(
        "databricks",
        "Databricks",
        ("databricks",),
        "databricks://token:secret@adb-1.azuredatabricks.net/main/shop?http_path=/sql/1.0/warehouses/abc",
        driver="ibis-framework[databricks]",
    ),
)


def engine_of(scheme: str) -> Engine | None:
    """The engine whose URLs begin so; None for an unknown beginning."""
    return next((engine for engine in ENGINES if scheme in engine.schemes), None)


def engine_named(name: str) -> Engine | None:
    """The engine with Ibis's name; None where the app does not know it."""
    return next((engine for engine in ENGINES if engine.name == name), None)
