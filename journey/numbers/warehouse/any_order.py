"""Funnels in any order: which phases a case has inside its window, and the instant when it had all of them."""

import ibis
import ibis.expr.types as ir

from journey.numbers.warehouse.asked import Asked, at, when
from journey.numbers.warehouse.many_runs import instants


def runs_in_any_order(asked: Asked) -> ir.Table:
    """One row a start: `case` and for each phase the time `at_<place>`, NULL where the case does not count."""
    firsts = _from_each_start(asked) if asked.query.reentry else _from_the_first_start(asked)
    inside = {
        name: when(asked.inside(firsts[name], firsts.start, firsts.start), firsts[name]) for name in _names(asked)
    }
    firsts = firsts.select("case", **inside)
    counted = {at(place): _complete(asked, firsts, nth) for nth, place in enumerate(asked.required)}
    runs = firsts.mutate(**counted)
    seen = {
        at(optional): when(runs[at(here)].notnull() & runs[_name(optional)].notnull(), _later(runs, here, optional))
        for here, _, between in asked.steps
        for optional in between
    }
    return runs.select("case", *counted, **seen)


def _from_the_first_start(asked: Asked) -> ir.Table:
    """When each case first has each phase, from its first event of a required phase on."""
    events = asked.in_phases
    start = when(events.place.isin(list(asked.required)), events.instant).min().over(group_by="case")
    events = events.mutate(start=start)
    events = events.filter(events.instant >= events.start)
    firsts = {_name(place): when(events.place == place, events.time).min() for place in asked.places}
    return events.group_by("case").agg(start=asked.time_of(events.start.min()), **firsts)


def _from_each_start(asked: Asked) -> ir.Table:
    """The same from every instant on that has an event of a required phase."""
    moments = instants(asked).mutate(time=asked.time_of(ibis._.instant))
    onward = ibis.window(group_by="case", order_by=ibis.desc("instant"), preceding=(None, 0))
    firsts = {
        _name(place): when(moments[f"has_{place}"] == 1, moments.time).min().over(onward) for place in asked.places
    }
    flags = [f"has_{place}" for place in asked.required]
    found = moments.select("case", *flags, start="time", **firsts)
    return found.filter(ibis.or_(*(found[flag] == 1 for flag in flags))).drop(*flags)


def _complete(asked: Asked, firsts: ir.Table, nth: int) -> ir.Value:
    """When the case had all phases from its entry to the nth required one."""
    time = [firsts[_name(place)] for place in asked.required[: nth + 1]]
    entries = range(nth + 1) if asked.query.open else (0,)
    branches = []
    for entry in entries:
        has = [one.isnull() for one in time[:entry]] + [one.notnull() for one in time[entry:]]
        branches.append((ibis.and_(*has), ibis.greatest(*time[entry:]) if entry < nth else time[nth]))
    return ibis.cases(*branches, else_=None)


def _later(runs: ir.Table, here: int, optional: int) -> ir.Value:
    return ibis.greatest(runs[at(here)], runs[_name(optional)])


def _names(asked: Asked) -> list[str]:
    return [_name(place) for place in asked.places]


def _name(place: int) -> str:
    return f"first_{place}"
