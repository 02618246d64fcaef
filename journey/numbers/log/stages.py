"""From figures to the stages of a funnel: the same rates whether a kernel or a database has counted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from journey.numbers.funnel import Quartiles, Stage, too_few
from journey.numbers.interval import wilson


class Figures(NamedTuple):
    """What was counted at one phase: its cases, those that continued from the required phase before, the quartiles of
    their waits in seconds, and the sums of the amounts by name."""

    cases: int
    continued: int
    wait: Quartiles | None
    amounts: Mapping[str, float]


def stages_of(
    phases: Sequence[str], names: Mapping[str, str], required: Collection[int], figures: Sequence[Figures], entered: int
) -> tuple[Stage, ...]:
    """The stages of the `phases` (ids, in journey order). `required`: the places of those that are not optional;
    `entered`: how many cases entered the funnel anywhere."""
    stages: list[Stage] = []
    before: Stage | None = None
    for place, (phase, counted) in enumerate(zip(phases, figures, strict=True)):
        stage = Stage(
            phase,
            names[phase],
            place,
            counted.cases,
            conversion_from_start=counted.cases / entered if entered else None,
            entered=counted.cases - counted.continued,
            continued=counted.continued,
            wait=counted.wait,
            revenue=counted.amounts.get("revenue"),
            cost=counted.amounts.get("cost"),
            optional=place not in required,
        )
        stages.append(stage if before is None else _after(before, stage, counted.continued))
        before = before if stage.optional else stages[-1]
    return tuple(stages)


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
