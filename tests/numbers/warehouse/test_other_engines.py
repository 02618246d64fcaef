"""SQL for the engines that do not run here: it is one SELECT that they can parse, with the quartiles that they have."""

from functools import cache

import ibis
import pytest
import sqlglot
from sqlglot import exp

from journey.numbers.log.funnel_query import FunnelQuery, Order
from journey.numbers.warehouse.engines import ENGINES, engine_named
from journey.numbers.warehouse.funnel import WarehouseLog, funnel_expression
from journey.numbers.warehouse.times import micros
from tests.numbers.log.logs import ACTIVITIES, PHASES
from tests.numbers.warehouse.logs import FOUR_SECONDS, IN_ORDER

QUARTILES = {
    "clickhouse": "arrayReduce('quantileExactInclusive(0.25)'",
    "trino": "APPROX_PERCENTILE(",
    "bigquery": "APPROX_QUANTILES(",
    "snowflake": "PERCENTILE_CONT(0.25) WITHIN GROUP",
    "databricks": "PERCENTILE(",
    "postgres": "PERCENTILE_CONT(0.25) WITHIN GROUP",
}
APPROXIMATE = {"trino", "bigquery"}
QUERIES = {
    "ordered": FunnelQuery(),
    "skipping": FunnelQuery(open=True, window=FOUR_SECONDS, optional=frozenset({1})),
    "strict": FunnelQuery(Order.STRICT, open=True, window=FOUR_SECONDS, reentry=True),
    "any": FunnelQuery(Order.ANY, open=True, window=FOUR_SECONDS, reentry=True),
}
TRICKY = dict.fromkeys(QUARTILES, ("strict",)) | {"trino": ("skipping",), "bigquery": ("skipping",), "postgres": ()}
"""What an engine is asked besides; PostgreSQL itself answers all of them (test_same_as_kernel.py)."""
SCHEMA = {"kunde": "string", "zeitpunkt": "timestamp('UTC')", "was": "string", "segment": "string", "folge": "int64"}
LOG = WarehouseLog(
    ibis.table({**SCHEMA, "umsatz": "decimal(10, 2)", "kosten": "float64"}, name="log"), IN_ORDER, PHASES, ACTIVITIES
)


@cache
def sql_of(engine: str, query: str) -> str:
    """The question by segment."""
    return str(ibis.to_sql(funnel_expression(LOG, QUERIES[query], engine, "segment"), dialect=engine))


@pytest.mark.parametrize("engine", QUARTILES)
def test_every_engine_gets_one_select_that_it_can_parse(engine: str) -> None:
    for query in ("ordered", "any", *TRICKY[engine]):
        statements = sqlglot.parse(sql_of(engine, query), read=engine)
        assert [type(statement) for statement in statements] == [exp.Select]


@pytest.mark.parametrize("engine", QUARTILES)
def test_quartiles_are_exact_where_the_engine_has_exact_ones(engine: str) -> None:
    known, sql = engine_named(engine), sql_of(engine, "ordered")
    assert known is not None
    assert QUARTILES[engine] in sql
    assert ("APPROX" in sql) == (not known.exact) == (engine in APPROXIMATE)


@pytest.mark.parametrize("engine", QUARTILES)
def test_everything_but_quartiles_is_counted_exactly(engine: str) -> None:
    approximate = ("uniq(", "APPROX_COUNT", "APPROX_DISTINCT", "HLL")
    assert not [name for name in approximate if name in sql_of(engine, "any")]


@pytest.mark.parametrize("engine", QUARTILES)
@pytest.mark.parametrize("kind", ["timestamp", "timestamp('UTC')", "date", "int64", "float64", "string"])
def test_every_kind_of_time_has_sql(engine: str, kind: str) -> None:
    if (engine, kind) == ("trino", "string"):
        return  # has an error of its own
    table = ibis.table({"time": kind}, name="log")
    sql = ibis.to_sql(table.select(time=micros(table.time, engine)), dialect=engine)
    assert isinstance(sqlglot.parse_one(sql, read=engine), exp.Select)


def test_every_engine_is_tested_somehow() -> None:
    assert {engine.name for engine in ENGINES} == {*QUARTILES, "duckdb", "pyspark"}
