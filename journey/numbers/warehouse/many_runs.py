"""Strict funnels, and ordered ones with new starts: every entry event of a case begins a run of its own.

At each instant of a case it is known, by one pass backwards through its instants, where a run would go on; a run is then
a chain of equality joins, however many events its case has.
"""

import ibis
import ibis.expr.types as ir

from journey.numbers.log.funnel_query import Order
from journey.numbers.warehouse.asked import Asked, Step, at, when

_LATER = {"group_by": "case", "order_by": ibis.desc("instant"), "preceding": (None, 1)}


def many_runs(asked: Asked) -> ir.Table:
    """One row a run: `case`, `start`, `entry` (the place where it begins) and for each phase `at_<place>`. In a strict
    funnel without new starts only the best run of each case."""
    onward = _onward(asked)
    runs = _starts(asked)
    for step in asked.steps:
        runs = _with_step(asked, runs, onward, step)
    best = asked.query.order is Order.STRICT and not asked.query.reentry
    return _best(asked, runs) if best else runs


def instants(asked: Asked) -> ir.Table:
    """One row for each instant of a case that has events of phases: `has_<place>` is 1 where it has one of that phase."""
    events = asked.in_phases
    flags = {f"has_{place}": ibis.ifelse(events.place == place, 1, 0).max() for place in asked.places}
    return events.group_by("case", "instant").agg(**flags)


def _onward(asked: Asked) -> ir.Table:
    """For each instant `to_<place>`: when the first event of that phase comes after it; in a strict funnel NULL for a
    required phase where an event of another one lies between."""
    moments = instants(asked)
    later = ibis.window(**_LATER)
    columns = {}
    for here, there, between in asked.steps:
        following = _first(moments, [there]).over(later)
        if asked.query.order is Order.STRICT:
            other = _first(moments, [place for place in asked.required if place != here]).over(later)
            following = when(following == other, following)
        columns[f"to_{there}"] = following
        columns |= {f"to_{optional}": _first(moments, [optional]).over(later) for optional in between}
    return moments.select(at_case=moments.case, at_instant=moments.instant, **columns)


def _first(moments: ir.Table, places: list[int]) -> ir.Value:
    has = ibis.or_(*(moments[f"has_{place}"] == 1 for place in places))
    return when(has, moments.instant).min()


def _starts(asked: Asked) -> ir.Table:
    moments = instants(asked)
    entries = asked.required if asked.query.open else asked.required[:1]
    found = [
        moments.filter(moments[f"has_{place}"] == 1).select("case", start="instant", entry=ibis.literal(place, "int8"))
        for place in entries
    ]
    runs = ibis.union(*found) if len(found) > 1 else found[0]
    first = asked.required[0]
    return runs.mutate(**{at(first): when(runs.entry == first, runs.start)})


def _with_step(asked: Asked, runs: ir.Table, onward: ir.Table, step: Step) -> ir.Table:
    here, there, between = step
    onward = onward.select("at_case", "at_instant", *(f"to_{place}" for place in (*between, there)))
    joined = runs.left_join(onward, [runs.case == onward.at_case, runs[at(here)] == onward.at_instant])
    came = joined[f"to_{there}"]
    came = when(asked.reaches(came, joined.start, joined[at(here)]), came)
    reached = joined.mutate(came=came)
    seen = {}
    for optional in between:
        instant = reached[f"to_{optional}"]
        inside = asked.reaches(instant, reached.start, reached[at(here)])
        seen[at(optional)] = when(inside & (reached.came.isnull() | (instant < reached.came)), instant)
    counted = ibis.ifelse(reached.entry == there, reached.start, reached.came)
    return reached.select(*runs.columns, **seen, **{at(there): counted})


def _best(asked: Asked, runs: ir.Table) -> ir.Table:
    """Of each case the longest run, of equally long ones the first, then the one that begins at the earliest phase."""
    counts = [ibis.ifelse(runs[at(place)].notnull(), 1, 0) for place in asked.required]
    ranked = runs.mutate(length=sum(counts[1:], counts[0]))
    order = [ibis.desc(ranked.length), ranked.start, ranked.entry]
    ranked = ranked.mutate(rank=ibis.row_number().over(group_by="case", order_by=order))
    return ranked.filter(ranked["rank"] == 0).drop("rank", "length")
