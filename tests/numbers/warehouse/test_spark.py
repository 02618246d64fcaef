"""Spark, in one test: a second one might run in another process of the test run and start a second Spark."""

from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from journey.numbers.log.doubt import cases_in_doubt
from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart
from journey.numbers.warehouse.connection import table
from journey.numbers.warehouse.doubt import warehouse_cases_in_doubt
from journey.numbers.warehouse.errors import NotInWarehouse
from journey.numbers.warehouse.events import warehouse_counts
from tests.numbers.log.logs import in_phases
from tests.numbers.warehouse.logs import (
    COLUMNS,
    FOUR_SECONDS,
    IN_ORDER,
    arrow,
    coded,
    differences,
    random_events,
    revenue,
    segments,
    through_phases,
)
from tests.numbers.warehouse.times import EXPECTED, KINDS, arrow_times, found
from tests.numbers.warehouse.written import WAYS, in_database, in_files, written_table

AMOUNTS = {
    "who": [1, 1, 2, 3],
    "happened": pa.array([1_767_225_600, 1_767_312_000, 1_767_225_600, 1_767_225_600], pa.timestamp("s")).cast(pa.timestamp("us")),
    "what": ["visit", "order", "visit", "visit"],
    "whole": [1, 2, 2, None],
    "small": pa.array([1, 2, 2, None], pa.int8()),
    "exact": pa.array([Decimal("1.10"), Decimal("2.25"), Decimal("2.25"), None], pa.decimal128(12, 2)),
    "wide": pa.array([Decimal("1.1"), Decimal("2.2"), Decimal("2.2"), None], pa.decimal128(38, 10)),
    "single": pa.array([1.5, 2.5, 2.5, None], pa.float32()),
    "odd": [float("nan"), float("inf"), 2.5, None],
    "words": ["1.50", " 2 ", "viel", ""],
}  # fmt: skip
REVENUE = {
    "whole": [3, 2], "small": [3, 2], "exact": [3.35, 2.25], "wide": [pytest.approx(3.3), 2.2], "single": [4, 2.5],
    "odd": [2.5, 0], "words": [1.5, 2],
}  # fmt: skip


@pytest.mark.long
def test_spark_answers_as_the_kernel_does(spark: Any, tmp_path: Any) -> None:
    events = random_events(1_500, seed=8)
    pq.write_table(arrow(events), tmp_path / "log.parquet")
    spark.read_parquet(tmp_path / "log.parquet", table_name="log")
    rows, log = table(spark, "log"), coded(events)
    asked = [
        FunnelQuery(),
        FunnelQuery(window=FOUR_SECONDS, reentry=True, optional=frozenset({2})),
        FunnelQuery(Order.STRICT, open=True, window=FOUR_SECONDS, window_start=WindowStart.STEP),
        FunnelQuery(Order.ANY, open=True, window=FOUR_SECONDS, optional=frozenset({3})),
    ]
    assert differences(rows, log, asked) == []
    in_order = [asked[1], FunnelQuery(Order.STRICT, open=True, reentry=True)]
    assert differences(rows, coded(events, ordered=True), in_order, IN_ORDER) == []
    assert warehouse_cases_in_doubt(through_phases(rows), FunnelQuery()) == cases_in_doubt(
        in_phases(log), FunnelQuery()
    )
    expected, by_segment = segments(rows, log, FunnelQuery())
    assert by_segment == expected
    pq.write_table(pa.table(arrow_times()), tmp_path / "times.parquet")
    spark.read_parquet(tmp_path / "times.parquet", table_name="times")
    assert found(table(spark, "times"), *KINDS) == EXPECTED
    pq.write_table(pa.table(AMOUNTS), tmp_path / "amounts.parquet")
    spark.read_parquet(tmp_path / "amounts.parquet", table_name="amounts")
    amounts = table(spark, "amounts")
    assert {kind: revenue(amounts, kind) for kind in REVENUE} == REVENUE
    with pytest.raises(NotInWarehouse, match="amounts"):
        revenue(amounts, "happened")
    pq.write_table(written_table(), tmp_path / "written.parquet")
    spark.read_parquet(tmp_path / "written.parquet", table_name="written")
    texts = table(spark, "written")
    assert [in_database(texts, way) for way in WAYS] == [in_files(way) for way in WAYS]
    counts = warehouse_counts(rows, COLUMNS)
    assert (counts.events, counts.cases) == (log.events, log.cases)
