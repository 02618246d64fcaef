"""How a stranger's sheet is probably meant: a card a row or a matrix, where its head is, and what its columns or lanes fill."""

from collections.abc import Sequence
from dataclasses import replace

from journey.exchange.own_sheets.feelings import FeelingScale, scale_of
from journey.exchange.own_sheets.grid import SheetGrid
from journey.exchange.own_sheets.groups import phase_spots
from journey.exchange.own_sheets.items import items_of
from journey.exchange.own_sheets.matrix_heads import matrix_headed, matrix_plan, matrix_without_lanes
from journey.exchange.own_sheets.plan import SheetPlan, SheetShape
from journey.exchange.own_sheets.row_headings import rows_headed, rows_of_kind, rows_plan
from journey.exchange.own_sheets.sheet_phases import FEWEST, MOST, fitting, phases_in
from journey.exchange.own_sheets.targets import EMOTION, PHASE, TEXT, TITLE
from journey.model import LINE_LIMIT, Language
from journey.phases import PhaseModel

_LOOK_AT, _MOST_SHEETS = 100, 40
_SURE = 2
"""A shape that scores less is no better than columns of nothing but cards."""
_IN_COLUMNS = {"personas", "goals"}
"""What stands in columns beside each other by itself; touchpoints do so in a matrix."""
NO_PHASE = ""
"""The words of the phase of cards whose sheet names none: they go into the first one, unless a person says otherwise."""


def guessed(grid: SheetGrid, model: PhaseModel) -> SheetPlan:
    """The likeliest plan of a sheet, with its phases placed in a model."""
    rows, of_rows = rows_plan(grid, model)
    across, of_across = matrix_plan(grid, SheetShape.MATRIX, model)
    down, of_down = matrix_plan(grid.across(), SheetShape.TURNED, model)
    columns, of_columns = rows_plan(grid.across(), model)
    is_sure = max(of_rows, of_across, of_down) >= _SURE
    bare = None if is_sure else matrix_without_lanes(grid, SheetShape.MATRIX, model)
    if columns.kind in _IN_COLUMNS and len(columns.targets) > 2 and of_columns > max(of_rows, of_across, of_down):
        plan = replace(columns, shape=SheetShape.COLUMNS)
    elif bare:
        plan = bare
    elif of_across and of_across >= max(of_rows, of_down):
        plan = across
    elif of_down and _is_turned(grid, rows, down) and (PHASE in rows.targets.values() or of_down > of_rows):
        plan = down
    else:
        plan = rows
    return placed(grid, plan, model)


def reshaped(grid: SheetGrid, shape: SheetShape, model: PhaseModel) -> SheetPlan:
    """The likeliest plan where a person has chosen the shape."""
    seen = grid.across() if shape.is_turned else grid
    if shape.is_list:
        return placed(grid, replace(rows_plan(seen, model)[0], shape=shape), model)
    plan, score = matrix_plan(seen, shape, model)
    return placed(grid, plan if score else matrix_without_lanes(seen, shape, model) or plan, model)


def with_kind(grid: SheetGrid, plan: SheetPlan, kind: str, model: PhaseModel) -> SheetPlan:
    """The plan where a person has chosen what a row is."""
    found = rows_of_kind(plan.seen(grid), plan.head, kind, model)
    return placed(grid, replace(found, shape=plan.shape), model)


def likeliest(grids: Sequence[SheetGrid], model: PhaseModel) -> int:
    """The place of the sheet of which most is understood, the first of several."""
    looks = [replace(grid, rows=grid.rows[:_LOOK_AT], numbers=grid.numbers[:_LOOK_AT]) for grid in grids[:_MOST_SHEETS]]
    known = [len(set(guessed(look, model).targets.values())) * min(len(look.rows), 3) for look in looks]
    return known.index(max(known)) if known else 0


def headed(grid: SheetGrid, plan: SheetPlan, head: int, model: PhaseModel, labels: int | None = None) -> SheetPlan:
    """The plan where a person has chosen the row of the headings or phases, and in a matrix the column of the lanes' names
    (in TURNED the other way round)."""
    if plan.shape.is_list:
        return placed(grid, replace(rows_headed(plan.seen(grid), head, model), shape=plan.shape), model)
    beside = plan.labels if labels is None else labels
    return placed(grid, matrix_headed(plan.seen(grid), plan.shape, max(head, 0), beside), model)


def placed(grid: SheetGrid, plan: SheetPlan, model: PhaseModel) -> SheetPlan:
    """The plan with its phases placed in a model, and the scale of its emotions."""
    return replace(plan, phases=_phases(grid, plan, model), scale=_scale(plan.seen(grid), plan))


def _phases(grid: SheetGrid, plan: SheetPlan, model: PhaseModel) -> dict[str, str]:
    return phases_in(model, phase_words(grid, plan)) or {NO_PHASE: model.phases[0].id}


def for_new_workshop(
    grid: SheetGrid, plan: SheetPlan, model: PhaseModel, language: Language, name: str
) -> tuple[SheetPlan, PhaseModel]:
    """The plan and the model with which a new workshop of this sheet begins: the built-in model that has its phases, else one
    of its own, else the model that is given."""
    words = phase_words(grid, plan)
    found = fitting(words, language)
    if found is not None:
        return replace(plan, phases=_phases(grid, plan, found), own_model=""), found
    own = FEWEST <= len(words) <= MOST
    return replace(plan, phases=_phases(grid, plan, model), own_model=name[:LINE_LIMIT] if own else ""), model


def phase_words(grid: SheetGrid, plan: SheetPlan) -> tuple[str, ...]:
    """The phases that a sheet names, in its order."""
    return tuple(dict.fromkeys(phase_spots(plan.seen(grid), plan).values()))


def one_line(words: str) -> str:
    """Words in one line."""
    return " ".join(words.split())


def _is_turned(grid: SheetGrid, rows: SheetPlan, down: SheetPlan) -> bool:
    """Whether a sheet that may be both is a turned matrix: each phase stands there once, and cells hold several cards or
    nothing names a single one."""
    if rows.kind == "counts":
        return False
    phases = [words for row in range(down.labels + 1, len(grid.rows)) if (words := grid.words(row, down.head))]
    titles = [place for place, target in down.targets.items() if target == TITLE]
    several = any(
        len(items_of(grid.words(row, place))) > 1 for row in range(down.labels + 1, len(grid.rows)) for place in titles
    )
    once = len(set(phases)) == len(phases)
    called = {TITLE, TEXT} & set(rows.targets.values())
    return once and (several or not called or PHASE not in rows.targets.values())


def _scale(seen: SheetGrid, plan: SheetPlan) -> FeelingScale | None:
    if plan.shape.is_list:
        spots = [(row, place) for place, target in plan.targets.items() if target == EMOTION
                 for row in range(plan.head + 1, len(seen.rows))]  # fmt: skip
        headings = [(plan.head, place) for place, target in plan.targets.items() if target == EMOTION]
    else:
        lanes = [row for row, target in plan.targets.items() if target == EMOTION]
        spots = [(row, column) for row in lanes for column in range(plan.labels + 1, seen.width)]
        headings = [(row, plan.labels) for row in lanes]
    if not spots:
        return None
    heading = " ".join(seen.spanned(*spot) for spot in headings if min(spot) >= 0)
    return scale_of([entry for spot in spots for entry in items_of(seen.words(*spot))], heading)
