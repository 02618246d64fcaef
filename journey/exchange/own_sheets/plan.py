"""How a stranger's sheet is understood: its shape, which row or column is the head, and what each column or lane fills."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from journey.exchange.own_sheets.feelings import FeelingScale
from journey.exchange.own_sheets.grid import SheetGrid
from journey.exchange.own_sheets.targets import KINDS_OF_ROWS, bare


class SheetShape(StrEnum):
    """ROWS: a card a row. COLUMNS: a card a column. MATRIX: phases across, lanes down. TURNED: phases down, lanes across."""

    ROWS = "rows"
    COLUMNS = "columns"
    MATRIX = "matrix"
    TURNED = "turned"

    @property
    def is_list(self) -> bool:
        """Whether each row, or each column, is a card of its own."""
        return self in (SheetShape.ROWS, SheetShape.COLUMNS)

    @property
    def is_turned(self) -> bool:
        """Whether the sheet is read with rows for columns."""
        return self in (SheetShape.COLUMNS, SheetShape.TURNED)


@dataclass(frozen=True)
class SheetPlan:
    """How a sheet is read. In ROWS (COLUMNS: of the sheet with rows for columns) `head` is the row of the headings (-1 = none),
    `targets` say what each column fills, and `kind` what a row is. In a matrix (TURNED: of the sheet with rows for columns)
    `head` is the row of the phases, `labels` the column of the lanes' names (-1 = none), and `targets` say what each row fills. `phases` are ids by the words of the sheet, "" for
    those that are left out; `own_model` is what the model that is made of them is called, "" where the workshop's is used."""

    shape: SheetShape
    head: int = 0
    labels: int = 0
    kind: str = "touchpoints"
    targets: Mapping[int, str] = field(default_factory=dict)
    phases: Mapping[str, str] = field(default_factory=dict)
    own_model: str = ""
    scale: FeelingScale | None = None

    def with_target(self, place: int, target: str) -> "SheetPlan":
        """The plan where a column or lane fills another target; "" for none."""
        rest = {each: held for each, held in self.targets.items() if each != place}
        return replace(self, targets={**rest, place: target} if target else rest)

    def seen(self, grid: SheetGrid) -> SheetGrid:
        """The grid as this plan reads it: turned or not."""
        return grid.across() if self.shape.is_turned else grid

    def label(self, seen: SheetGrid, row: int) -> str:
        """What a lane of a matrix is called; "" where nothing says it."""
        return seen.spanned(row, self.labels) if 0 <= self.labels < seen.width else ""


def kind_of_sheet(grid: SheetGrid, plan: SheetPlan) -> str:
    """What tells sheets of one kind from others: their shape and headings, as a checksum."""
    seen = plan.seen(grid)
    if plan.shape.is_list or plan.labels < 0:
        row = seen.rows[plan.head] if 0 <= plan.head < len(seen.rows) else ()
        headings = [bare(str(each)) for each in row if each is not None]
    else:
        below = range(plan.head + 1, len(seen.rows)) if plan.labels < seen.width else ()
        headings = [bare(seen.words(row, plan.labels)) for row in below]
    return sha256(json.dumps([plan.shape, headings]).encode()).hexdigest()[:24]


def plan_to_json(plan: SheetPlan) -> str:
    """A plan to be kept."""
    return json.dumps(asdict(plan))


def plan_from_json(kept: str) -> SheetPlan | None:
    """A plan that was kept; None for what is none."""
    try:
        data: dict[str, Any] = json.loads(kept)
        scale = data["scale"]
        return SheetPlan(
            SheetShape(data["shape"]),
            int(data["head"]),
            int(data["labels"]),
            data["kind"] if data["kind"] in KINDS_OF_ROWS else "touchpoints",
            {int(place): str(target) for place, target in data["targets"].items()},
            {str(words): str(phase) for words, phase in data["phases"].items()},
            str(data["own_model"]),
            FeelingScale(int(scale[0]), int(scale[1])) if scale else None,
        )
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return None
