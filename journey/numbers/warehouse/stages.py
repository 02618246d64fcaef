"""From one row of figures to the stages of a funnel."""

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Any

from journey.numbers.funnel import Quartiles, Stage
from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log.stages import Figures, stages_of

AMOUNTS = ("revenue", "cost")
_MICROSECONDS = 1e6


def stages(
    row: Mapping[str, Any], phases: Sequence[str], names: Mapping[str, str], query: FunnelQuery
) -> tuple[Stage, ...]:
    """The stages of a row of figures, with the rates of log_funnel."""
    figures = [_figures(row, place) for place in range(len(phases))]
    return stages_of(phases, names, query.required(len(phases)), figures, row["entered"])


def _figures(row: Mapping[str, Any], place: int) -> Figures:
    continued = int(row.get(f"continued_{place}") or 0)
    sums = {name: _amount(row, f"{name}_{place}") for name in AMOUNTS}
    wait = _quartiles(row, place) if continued else None
    return Figures(
        int(row[f"count_{place}"]), continued, wait, {name: total for name, total in sums.items() if total is not None}
    )


def _quartiles(row: Mapping[str, Any], place: int) -> Quartiles | None:
    values = [float(row[f"{name}_{place}"]) for name in Quartiles._fields]
    return None if any(map(isnan, values)) else Quartiles(*(value / _MICROSECONDS for value in values))


def _amount(row: Mapping[str, Any], name: str) -> float | None:
    return float(row[name] or 0) if name in row else None
