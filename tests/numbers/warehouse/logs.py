"""A table of events as a shop might keep it, the same log as the kernel has it, and the questions put to both."""

import itertools
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from journey.numbers.funnel import Funnel
from journey.numbers.log.coded import CodedLog
from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart
from journey.numbers.log.measured import log_funnel, log_funnels
from journey.numbers.warehouse.events import EventColumns
from journey.numbers.warehouse.funnel import WarehouseLog, warehouse_funnel, warehouse_funnels
from tests.numbers.log.logs import ACTIVITIES, PHASES, a_log, in_phases
from tests.typed import there

COLUMNS = EventColumns("kunde", "zeitpunkt", "was", revenue="umsatz", cost="kosten")
IN_ORDER = replace(COLUMNS, order=("folge",))
NAMES = {phase: phase.upper() for phase in PHASES}
FIRST_DAY = datetime(2026, 1, 1)
LAST = 9
"""Stands for an empty "folge"."""
FOUR_SECONDS = timedelta(seconds=4)


class Event(NamedTuple):
    """A row of the table. Seconds after midnight stand for the time."""

    kunde: str | None
    second: int | None
    was: str | None
    segment: str | None = None
    umsatz: float | None = None
    kosten: float | None = None
    folge: int | None = None


BAD = (Event(None, 1, "a"), Event("", 1, "a"), Event("k1", 1, None), Event("k1", 2, "", "new"), Event("k1", None, "a"))
IMPOSSIBLE = (Event("k1", -60 * 366 * 86_400, "a"), Event("k1", 5 * 366 * 86_400, "a"))


def random_events(cases: int, seed: int = 7) -> list[Event]:
    """Many small logs in one: cases of one to a dozen events within a dozen seconds, so that ties, repeated events, gaps
    and activities of no phase are common; in no order, with a few rows that cannot be used."""
    rng = random.Random(seed)
    activities = [*ACTIVITIES, "noise", "noise"]
    events = [
        Event(
            f"k{case}",
            rng.randint(0, 12),
            rng.choice(activities),
            rng.choice(["", None, "new", "old"]),
            rng.choice([None, 0, 20]),
            rng.choice([None, 1, 5]),
            rng.choice([None, 1, 2, 3]),
        )
        for case in range(cases)
        for _ in range(rng.choice([1, *range(1, 13)]))
    ]
    events += [*BAD, *IMPOSSIBLE]
    rng.shuffle(events)
    return events


def coded(events: Iterable[Event], *, ordered: bool = False) -> CodedLog:
    """The usable ones of these events as the kernel sees them, also `ordered` by "folge"."""
    usable = [event for event in events if event not in {*BAD, *IMPOSSIBLE}]
    rows = [(there(event.kunde), there(event.second), there(event.was)) for event in usable]
    log = a_log(
        rows,
        segment=[event.segment for event in usable],
        revenue=[event.umsatz for event in usable],
        cost=[event.kosten for event in usable],
        folge=[str(event.folge or LAST) for event in usable],
    )
    return in_known_order(log) if ordered else log


def in_known_order(log: CodedLog) -> CodedLog:
    """The log with the events at one time in the order of "folge", those of equal numbers at one instant."""
    folge = log.attributes["folge"]
    nth = np.array([int(name) for name in folge.names])[folge.codes]
    at = np.lexsort((nth, log.time, log.case))
    instant = log.time[at] * LAST + nth[at]
    activity, attributes = log.activity, log.attributes
    return replace(
        log,
        activity=replace(activity, codes=activity.codes[at]),
        attributes={name: replace(coded, codes=coded.codes[at]) for name, coded in attributes.items()},
        amounts={name: amounts[at] for name, amounts in log.amounts.items()},
        instant=instant,
    )


def arrow(events: Iterable[Event]) -> pa.Table:
    """The events as a table of a database."""
    rows = [{**event._asdict(), "zeitpunkt": instant(event.second)} for event in events]
    text, number = pa.string(), pa.float64()
    types = {"kunde": text, "was": text, "segment": text, "umsatz": number, "kosten": number, "folge": pa.int64()}
    return pa.Table.from_pylist(rows, pa.schema({**types, "zeitpunkt": pa.timestamp("us")}))


def instant(second: int | None) -> datetime | None:
    return None if second is None else FIRST_DAY + timedelta(seconds=second)


def queries(*more: tuple[bool, frozenset[int]]) -> Iterator[FunnelQuery]:
    """Every order, open or closed, without a window and with both kinds, each with these pairs of whether cases may start
    again and which phases are optional."""
    windows = [(None, WindowStart.ENTRY), *((FOUR_SECONDS, start) for start in WindowStart)]
    for order, is_open, (window, start), (reentry, optional) in itertools.product(Order, (False, True), windows, more):
        yield FunnelQuery(order, is_open, window, start, reentry, optional)


def through_phases(table: object, columns: EventColumns = COLUMNS) -> WarehouseLog:
    return WarehouseLog(table, columns, PHASES, ACTIVITIES)


def differences(
    table: object, log: CodedLog, asked: Iterable[FunnelQuery], columns: EventColumns = COLUMNS
) -> list[tuple[FunnelQuery, Funnel, Funnel]]:
    """The questions to which the database and the kernel give different answers."""
    phased, warehouse = in_phases(log), through_phases(table, columns)
    answers = ((query, log_funnel(phased, NAMES, query), warehouse_funnel(warehouse, NAMES, query)) for query in asked)
    return [answer for answer in answers if answer[1] != answer[2]]


def segments(table: object, log: CodedLog, query: FunnelQuery) -> tuple[dict[str, Funnel], dict[str, Funnel]]:
    """The funnels by segment, from the kernel and from the database."""
    expected = log_funnels(in_phases(log), NAMES, query, log.of_case["segment"])
    return expected, warehouse_funnels(through_phases(table), NAMES, query, "segment")


def revenue(rows: Any, column: str) -> list[float | None]:
    """The revenue of the phases of visits and orders in a table of `who`, `happened` and `what`, by a column of amounts."""
    columns = EventColumns("who", "happened", "what", column)
    log = WarehouseLog(rows, columns, ("a", "b"), {"visit": "a", "order": "b"})
    return [stage.revenue for stage in warehouse_funnel(log, {"a": "A", "b": "B"}, FunnelQuery()).stages]
