"""The figures of each phase over all cases: counts, waits, revenue and cost, worked out where the log is."""

from collections.abc import Iterator, Sequence

import ibis
import ibis.expr.types as ir

from journey.numbers.warehouse.asked import Asked, at, when
from journey.numbers.warehouse.engines import engine_named
from journey.numbers.warehouse.reached import before

QUARTILES = {"low": 0.25, "median": 0.5, "high": 0.75}


def all_figures(asked: Asked, reached: ir.Table, engine: str, amounts: Sequence[str]) -> ir.Table:
    """One row: `entered`, the cases that entered the funnel anywhere, and for each phase `count_<place>`,
    `continued_<place>`, `low_<place>`, `median_<place>`, `high_<place>` (microseconds) and the sum of each amount."""
    reached = _with_amounts(asked, reached, amounts)
    return reached.agg(**dict(_figures(asked, reached, engine, amounts)))


def figures_by_segment(asked: Asked, reached: ir.Table, engine: str, amounts: Sequence[str]) -> ir.Table:
    """The same, one row for each `segment` that a case of the log belongs to; "" for cases without one."""
    # ClickHouse fills the gaps of an outer join with zeros where a column cannot be NULL. No time is below zero.
    times = {at(place): when(reached[at(place)] >= 0, reached[at(place)]) for place in asked.places}
    reached = _with_amounts(asked, reached.mutate(**times), amounts).rename(reached_case="case")
    cases = _segments(asked.events)
    joined = cases.left_join(reached, cases["case"] == reached.reached_case)
    return joined.group_by("segment").agg(**dict(_figures(asked, joined, engine, amounts)))


def _segments(events: ir.Table) -> ir.Table:
    """Every case with its first value in time, of several at that instant the smallest; "" without one."""
    first = when(events.segment.notnull(), events.time).min().over(group_by="case")
    marked = events.select("case", value=when(events.time == first, events.segment))
    cases = marked.group_by("case").agg(segment=marked.value.min())
    return cases.mutate(segment=cases.segment.coalesce(""))


def _with_amounts(asked: Asked, reached: ir.Table, amounts: Sequence[str]) -> ir.Table:
    if not amounts:
        return reached
    events = asked.in_phases
    sums = {
        f"{name}_{place}": when(events.place == place, events[name]).sum() for name in amounts for place in asked.places
    }
    paid = events.group_by("case").agg(**sums).rename(paid_case="case")
    return reached.left_join(paid, reached["case"] == paid.paid_case)


def _figures(asked: Asked, cases: ir.Table, engine: str, amounts: Sequence[str]) -> Iterator[tuple[str, ir.Value]]:
    yield "entered", ibis.coalesce(*(cases[at(place)] for place in asked.required)).count()
    for place in asked.places:
        time = cases[at(place)]
        yield f"count_{place}", time.count()
        if place in asked.before:
            wait = time - cases[before(place)]
            yield f"continued_{place}", wait.count()
            for name, share in QUARTILES.items():
                yield f"{name}_{place}", _quantile(wait, share, engine)
        for name in amounts:
            yield f"{name}_{place}", when(time.notnull(), cases[f"{name}_{place}"]).sum()


def _quantile(wait: ir.IntegerColumn, share: float, engine: str) -> ir.Value:
    """Between two values the line is drawn straight; approximate where the engine has nothing else."""
    if engine == "clickhouse":  # what Ibis calls a quantile is a sample there
        return _array_reduce(f"quantileExactInclusive({share})", wait.collect())
    known = engine_named(engine)
    return wait.quantile(share) if known is None or known.exact else wait.approx_quantile(share)


def _signature(function: str, values: list[int]) -> float: ...  # type: ignore[empty-body]


_array_reduce = ibis.udf.scalar.builtin(
    _signature, name="arrayReduce", signature=(("string", "array<int64>"), "float64")
)
