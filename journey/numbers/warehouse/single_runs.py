"""Ordered funnels without new starts: each case has one run, found by joining it to the events of one phase after another.

This is the usual question, so it is the form that engines answer fastest: no window functions, one join a phase.
"""

from collections.abc import Callable

import ibis
import ibis.expr.types as ir

from journey.numbers.warehouse.asked import Asked, at, when


def single_runs(asked: Asked) -> ir.Table:
    """One row a case that enters: `case`, `start` and for each phase the instant `at_<place>`, NULL where the case does not
    count."""
    runs = _entered_anywhere(asked) if asked.query.open else _entered_first(asked)
    for here, there, between in asked.steps:
        runs = _with_step(asked, runs, here, there)
        for optional in between:
            runs = _with_optional(asked, runs, here, there, optional)
    return runs


def _entered_first(asked: Asked) -> ir.Table:
    first = asked.required[0]
    starts = asked.at_place(first).group_by("case").agg(start=ibis._.instant.min())
    return starts.mutate(**{at(first): starts.start})


def _entered_anywhere(asked: Asked) -> ir.Table:
    """With `entry`, the place of the earliest phase at the case's first instant."""
    events = asked.in_phases
    events = events.filter(events.place.isin(list(asked.required)))
    firsts = {f"first_{place}": when(events.place == place, events.instant).min() for place in asked.required}
    starts = events.group_by("case").agg(start=events.instant.min(), **firsts)
    entry = ibis.cases(*((starts[f"first_{place}"] == starts.start, place) for place in asked.required), else_=None)
    starts = starts.select("case", "start", entry=entry)
    first = asked.required[0]
    return starts.mutate(**{at(first): when(starts.entry == first, starts.start)})


def _with_step(asked: Asked, runs: ir.Table, here: int, there: int) -> ir.Table:
    def later(joined: ir.Table) -> ir.BooleanValue:
        return (joined.happened > joined[at(here)]) & asked.reaches(joined.happened, joined.start, joined[at(here)])

    runs = _with_first(asked, runs, there, later)
    if not asked.query.open:
        return runs
    return runs.mutate(**{at(there): ibis.ifelse(runs.entry == there, runs.start, runs[at(there)])})


def _with_optional(asked: Asked, runs: ir.Table, here: int, there: int, optional: int) -> ir.Table:
    def between(joined: ir.Table) -> ir.BooleanValue:
        before_next = joined[at(there)].isnull() | (joined.happened < joined[at(there)])
        inside = asked.reaches(joined.happened, joined.start, joined[at(here)])
        return (joined.happened > joined[at(here)]) & inside & before_next

    return _with_first(asked, runs, optional, between)


def _with_first(asked: Asked, runs: ir.Table, place: int, counts: Callable[[ir.Table], ir.BooleanValue]) -> ir.Table:
    """The runs with the instant of the first event of a phase that counts."""
    events = asked.at_place(place)
    events = events.select(event_case=events.case, happened=events.instant)
    joined = runs.left_join(events, runs.case == events.event_case)
    kept = {name: joined[name].max() for name in runs.columns if name != "case"}
    return joined.group_by("case").agg(**kept, **{at(place): when(counts(joined), joined.happened).min()})
