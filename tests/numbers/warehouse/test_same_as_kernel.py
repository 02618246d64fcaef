"""The database gives the kernel's figures to the last digit, whatever is asked."""

from typing import Any

import pytest

from journey.numbers.log.funnel_query import FunnelQuery, Order
from journey.numbers.warehouse.connection import connect, table
from journey.numbers.warehouse.funnel import WarehouseLog, warehouse_funnel, warehouse_funnels
from tests.numbers.log.logs import ACTIVITIES
from tests.numbers.warehouse.logs import COLUMNS, NAMES, Event, coded, differences, queries, segments
from tests.typed import there

PLAIN = (False, frozenset[int]())
AGAIN = (True, frozenset[int]())
SKIPPING = (False, frozenset({1, 3}))
BOTH = (True, frozenset({1, 2}))


@pytest.mark.parametrize("order", Order)
def test_duckdb_answers_every_question_as_the_kernel_does(in_duckdb: Any, events: list[Event], order: Order) -> None:
    asked = [query for query in queries(PLAIN, AGAIN, SKIPPING) if query.order is order]
    assert differences(in_duckdb, coded(events), asked) == []


@pytest.mark.postgres
@pytest.mark.parametrize("order", Order)
def test_postgresql_answers_every_question_as_the_kernel_does(
    postgres_url: str, events: list[Event], order: Order
) -> None:
    asked = [query for query in queries(BOTH) if query.order is order]
    assert differences(table(connect(postgres_url), "shop.log"), coded(events), asked) == []


@pytest.mark.parametrize(
    "query", [FunnelQuery(), FunnelQuery(Order.STRICT, open=True), FunnelQuery(Order.ANY, reentry=True)]
)
def test_segments_are_those_of_the_kernel_in_its_order(in_duckdb: Any, events: list[Event], query: FunnelQuery) -> None:
    expected, found = segments(in_duckdb, coded(events), query)
    assert found == expected
    assert list(found) == list(expected) == ["new", "old", ""]


@pytest.mark.postgres
def test_segments_on_postgresql_are_those_of_the_kernel(postgres_url: str, events: list[Event]) -> None:
    expected, found = segments(table(connect(postgres_url), "shop.log"), coded(events), FunnelQuery(open=True))
    assert found == expected


def test_a_phase_without_activities_is_reached_by_nobody(in_duckdb: Any) -> None:
    log = WarehouseLog(in_duckdb, COLUMNS, ("a", "empty"), ACTIVITIES)
    names = {**NAMES, "empty": "Empty"}
    for order in Order:
        counted = [stage.count for stage in warehouse_funnel(log, names, FunnelQuery(order)).stages]
        assert there(counted[0]) > 0
        assert counted[1] == 0


def test_a_log_without_any_matched_activity_has_a_funnel_of_zeros(in_duckdb: Any) -> None:
    log = WarehouseLog(in_duckdb, COLUMNS, ("a", "b"), {})
    for order in Order:
        [first, second] = warehouse_funnel(log, NAMES, FunnelQuery(order, open=True)).stages
        assert (first.count, second.count, second.wait, second.conversion_from_start) == (0, 0, None, None)


def test_a_funnel_of_no_phases_has_no_stages(in_duckdb: Any) -> None:
    log = WarehouseLog(in_duckdb, COLUMNS, (), {})
    assert warehouse_funnel(log, {}, FunnelQuery()).stages == ()
    assert warehouse_funnels(log, {}, FunnelQuery(), "segment") == {}
