"""The funnel today and after a change as values: a row for each stage up to the goal."""

from collections.abc import Iterator
from dataclasses import dataclass

from journey.charts.kit.text_block import Block, block
from journey.numbers import Funnel, Stage
from journey.numbers.what_if import WhatIf

NOW, THEN, LINE, NAME_ROOM = 8, 13, 20, 158
"""The heights of the two bars and of a line of words; the room of a stage's name."""


@dataclass(frozen=True)
class WhatIfRow:
    """A stage with its people today and then, and the rate of the step that leads here, today and then (None for the
    first stage). `top` is where its bars begin."""

    stage: Stage
    now: float
    then: float
    rates: tuple[float, float] | None
    name: Block
    top: float

    @property
    def changed(self) -> bool:
        """Whether this is the step that is changed."""
        return self.rates is not None and self.rates[0] != self.rates[1]

    @property
    def bottom(self) -> float:
        """The lower edge of the second bar."""
        return self.top + NOW + THEN + 1


def what_if_rows(stages: Funnel, found: WhatIf) -> tuple[tuple[WhatIfRow, ...], float]:
    """Place the stages that lead to the goal; the second value is the lower edge of the whole. People then are those that
    `what_if` expects: unchanged up to the changed step, from there on as many as the rates leave of them."""
    rows: list[WhatIfRow] = []
    y = 2.0
    for stage in _way(stages, found.goal):
        now, rate = float(stage.count or 0), stage.conversion_from_previous
        then, rates = now, None
        if rows and rate is not None:
            better = found.rate_after if stage.phase_id == found.change.phase_id else rate
            then, rates = rows[-1].then * better + (stage.entered or 0), (rate, better)
            y += LINE + 4
        name = block(stage.name, 0, y, NAME_ROOM, size=15, bold=True, most=2)
        rows.append(WhatIfRow(stage, now, then, rates, name, name.box.bottom + 3))
        y = rows[-1].bottom + 6
    return tuple(rows), y


def _way(stages: Funnel, goal: str) -> Iterator[Stage]:
    """The counted stages up to the goal, without those that may be skipped."""
    for stage in stages.counted:
        if not stage.optional:
            yield stage
        if stage.phase_id == goal:
            return
