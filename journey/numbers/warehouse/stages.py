"""From one row of figures to the stages of a funnel."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isnan
from typing import Any

from journey.numbers.funnel import Quartiles, Stage, too_few
from journey.numbers.interval import wilson
from journey.numbers.log.question import Question

_MICROSECONDS = 1e6


def stages(
    row: Mapping[str, Any], phases: Sequence[str], names: Mapping[str, str], question: Question
) -> tuple[Stage, ...]:
    """The stages of a row of figures, with the rates of log_funnel."""
    required = question.required(len(phases))
    found: list[Stage] = []
    before: Stage | None = None
    for place, phase in enumerate(phases):
        count, continued = int(row[f"count_{place}"]), int(row.get(f"continued_{place}") or 0)
        stage = Stage(
            phase,
            names[phase],
            place,
            count,
            conversion_from_start=count / row["entered"] if row["entered"] else None,
            entered=count - continued,
            continued=continued,
            wait=_quartiles(row, place) if continued else None,
            revenue=_amount(row, f"revenue_{place}"),
            cost=_amount(row, f"cost_{place}"),
            optional=place not in required,
        )
        found.append(stage if before is None else _after(before, stage, continued))
        before = before if stage.optional else found[-1]
    return tuple(found)


def _after(before: Stage, stage: Stage, continued: int) -> Stage:
    all_before = before.count or 0
    interval = wilson(continued, all_before) if all_before else None
    return replace(
        stage,
        previous=before.phase_id,
        conversion_from_previous=continued / all_before if all_before else None,
        drop_off=all_before - continued,
        interval=interval,
        few_cases=too_few(all_before, interval),
    )


def _quartiles(row: Mapping[str, Any], place: int) -> Quartiles | None:
    values = [float(row[f"{name}_{place}"]) for name in Quartiles._fields]
    return None if any(map(isnan, values)) else Quartiles(*(value / _MICROSECONDS for value in values))


def _amount(row: Mapping[str, Any], name: str) -> float | None:
    return float(row[name] or 0) if name in row else None
