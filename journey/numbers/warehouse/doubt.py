"""How many cases hang on an order that the table does not give: the definition of cases_in_doubt, counted where the log is."""

from dataclasses import replace

import ibis
import ibis.expr.types as ir

from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.warehouse.asked import Asked, at
from journey.numbers.warehouse.funnel import WarehouseLog, asked_of
from journey.numbers.warehouse.instants import packed
from journey.numbers.warehouse.reached import reached
from journey.numbers.warehouse.running import rows_of


def warehouse_cases_in_doubt(log: WarehouseLog, query: FunnelQuery) -> int:
    """The cases that would count at other phases if their events at one instant had followed each other in journey order,
    as cases_in_doubt would count them. NoSuchTable, NotInWarehouse, QueryFailed; BadFunnelQuery."""
    if not log.phases or not log.phase_of:
        return 0
    asked = asked_of(log, query, log.table.get_backend().name)
    if not _count(_tied(asked)):
        return 0
    return _count(_otherwise(asked))


def _tied(asked: Asked) -> ir.Table:
    """The cases with events of different phases at one instant."""
    events = asked.in_phases
    found = events.group_by("case", "instant").agg(first=events.place.min(), last=events.place.max())
    return found.filter(found["first"] < found["last"]).select("case").distinct()


def _otherwise(asked: Asked) -> ir.Table:
    """The cases of which what counts now and what would count in journey order is not the same."""
    events = asked.in_phases
    # Ranks are those of all events at one time: the order that is known counts more than the journey's.
    hopeful = packed(events.rename(known="instant"), ("known", "place")).drop("known", "place")
    marks = {f"counts_{place}": ibis.ifelse(ibis._[at(place)].notnull(), 1, 0) for place in asked.places}
    both = [
        reached(one).mutate(**marks).select("case", *marks)
        for one in (asked, replace(asked, events=hopeful, ordered=True))
    ]
    runs = ibis.union(*both)
    sums = runs.group_by("case").agg(**{mark: runs[mark].sum() for mark in marks})
    return sums.filter(ibis.or_(*(sums[mark] == 1 for mark in marks))).select("case")


def _count(cases: ir.Table) -> int:
    [row] = rows_of(cases.agg(cases=ibis._.count()))
    return int(row["cases"])
