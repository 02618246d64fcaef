"""The matrix of public templates: a row of phases, and below it a lane a row with its name at the left."""

from journey.exchange.layout.totals import heads_totals
from journey.exchange.own_sheets.counted_periods import heads_periods, period_lanes
from journey.exchange.own_sheets.grid import SheetGrid, SheetSpot
from journey.exchange.own_sheets.no_cards import second_map
from journey.exchange.own_sheets.plan import SheetPlan, SheetShape
from journey.exchange.own_sheets.sheet_phases import is_phase
from journey.exchange.own_sheets.targets import COUNT, DOING, LANES, PERSONA, PHASE, TITLE, is_touchpoint, target_named
from journey.phases import PhaseModel

LOOK_DOWN, LOOK_RIGHT = 20, 3
_LONGEST_PHASE = 60
_AT_ONCE = {"counts.period"}


def matrix_plan(seen: SheetGrid, shape: SheetShape, model: PhaseModel) -> tuple[SheetPlan, float]:
    """The likeliest matrix in a sheet, which is turned already where the shape says so, and how sure it is: 0 for none."""
    left = range(min(LOOK_RIGHT, seen.width))
    spots = [(h, c) for c in left for h in range(min(LOOK_DOWN, len(seen.rows)))]
    names = [[target_named(seen.spanned(row, column), LANES) for row in range(len(seen.rows))] for column in left]
    best = max(spots, key=lambda spot: (_score(seen, spot, names[spot[1]], model), spot[0], -spot[1]), default=(0, 0))
    score = _score(seen, best, names[best[1]], model) if names else 0.0
    return matrix_headed(seen, shape, *best), score


def matrix_headed(seen: SheetGrid, shape: SheetShape, head: int, labels: int) -> SheetPlan:
    """The plan of a matrix whose phases stand in this row and whose lanes' names stand in this column."""
    targets: dict[int, str] = {}
    going_on = ""
    below = range(head + 1, second_map(seen, head, labels))
    if labels < 0:
        return SheetPlan(shape, head, labels, targets=dict.fromkeys(below, TITLE))
    if heads_periods(seen, head, labels):
        return SheetPlan(shape, head, labels, targets=dict.fromkeys(period_lanes(seen, head, labels), COUNT))
    for row in below:
        label = seen.spanned(row, labels) if labels < seen.width else ""
        target = target_named(label, LANES) if label else going_on
        going_on = target
        if target and target not in _AT_ONCE:
            targets[row] = target
    return SheetPlan(shape, head, labels, targets=_steps_apart(seen, labels, targets))


def _steps_apart(seen: SheetGrid, labels: int, targets: dict[int, str]) -> dict[int, str]:
    """The lanes, where one of touchpoints and one of steps stand below each other: the steps are what people do."""
    titles = [row for row, target in targets.items() if target == TITLE and seen.spanned(row, labels)]
    if not any(is_touchpoint(seen.spanned(row, labels)) for row in titles):
        return targets
    steps = [row for row in titles if not is_touchpoint(seen.spanned(row, labels))]
    return {**targets, **dict.fromkeys(steps, DOING)}


def matrix_without_lanes(seen: SheetGrid, shape: SheetShape, model: PhaseModel) -> SheetPlan | None:
    """The plan of a sheet that has touchpoints below a row of nothing but phases; None where there is no such row."""
    for head in range(min(LOOK_DOWN, len(seen.rows) - 1)):
        words = [each for column in range(seen.width) if (each := seen.words(head, column))]
        if len(words) > 1 and all(is_phase(each, model) for each in words):
            return matrix_headed(seen, shape, head, -1)
    return None


def _score(seen: SheetGrid, spot: SheetSpot, names: list[str], model: PhaseModel) -> float:
    head, labels = spot
    heads = {seen.words(head, column) for column in range(labels + 1, seen.width)} - {""}
    words = {each for each in heads if not heads_totals(each)}
    lanes = {name for name in names[head + 1 :] if name}
    corner = target_named(seen.words(head, labels), ("touchpoints",))
    are_phases = corner == PHASE or all(is_phase(each, model) for each in words)
    if len(words) > 1 and are_phases and heads_periods(seen, head, labels):
        return 2.0 * len(words)
    if len(words) < 2 or not lanes or any(len(each) > _LONGEST_PHASE for each in words):
        return 0.0
    known = sum(is_phase(each, model) for each in words)
    as_fields = sum(bool(target_named(each, LANES)) for each in words)
    if (
        as_fields > known
        or names[head] not in ("", PHASE, TITLE, PERSONA)
        or (names[head] in (TITLE, PERSONA) and known < 2)
    ):
        return 0.0
    if known < 2 and not (len(lanes) >= 2 and (corner == PHASE or _heads_the_lanes(head, names))):
        return 0.0
    return (2 if known >= 2 else 1) * len(lanes) + 2 * known + (corner == PHASE)


def _heads_the_lanes(head: int, names: list[str]) -> bool:
    """Whether no row without a lane's name stands between the head and the lanes."""
    return head + 1 < len(names) and bool(names[head + 1])
