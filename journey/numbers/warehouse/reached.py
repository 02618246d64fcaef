"""Who counts where: what the runs of a case reach together, one row a case."""

import ibis
import ibis.expr.types as ir

from journey.numbers.log.funnel_query import Order
from journey.numbers.warehouse.any_order import runs_in_any_order
from journey.numbers.warehouse.asked import Asked, at, when
from journey.numbers.warehouse.many_runs import many_runs
from journey.numbers.warehouse.single_runs import single_runs


def reached(asked: Asked) -> ir.Table:
    """One row for each case with a run: `case`, and for each phase `at_<place>`, the time at which it counts, and
    `from_<place>`, that of the event that counted at the required phase before, NULL where the case entered here."""
    if asked.query.order is Order.ANY:
        return _of_each_case(asked, runs_in_any_order(asked))
    many = asked.query.order is Order.STRICT or asked.query.reentry
    found = _of_each_case(asked, many_runs(asked) if many else single_runs(asked))
    return found.mutate(**{name: asked.time_of(found[name]) for name in found.columns if name != "case"})


def before(place: int) -> str:
    """The column with the time of the event from which a wait is measured."""
    return f"from_{place}"


def _of_each_case(asked: Asked, runs: ir.Table) -> ir.Table:
    return _together(asked, runs) if asked.query.reentry else _alone(asked, runs)


def _alone(asked: Asked, runs: ir.Table) -> ir.Table:
    times = {at(place): runs[at(place)] for place in asked.places}
    came = {before(place): when(runs[at(place)].notnull(), runs[at(here)]) for place, here in asked.before.items()}
    return runs.select("case", **times, **came)


def _together(asked: Asked, runs: ir.Table) -> ir.Table:
    """Of runs that come from the phase before the one that arrives first, of these the one that left there first; where
    none comes, the first that enters."""
    came = {place: when(runs[at(here)].notnull(), runs[at(place)]) for place, here in asked.before.items()}
    arrived = {f"came_{place}": time.min().over(group_by="case") for place, time in came.items()}
    runs = runs.mutate(**arrived)
    first = {at(place): runs[at(place)].min() for place in asked.places if place not in asked.before}
    for place, here in asked.before.items():
        arrival = runs[f"came_{place}"].max()
        first[at(place)] = ibis.coalesce(arrival, runs[at(place)].min())
        first[before(place)] = when(runs[at(place)] == runs[f"came_{place}"], runs[at(here)]).min()
    return runs.group_by("case").agg(**first)
