"""A card a row: which row has the headings, what a row is, and what each column fills, by its heading and by its content."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from journey.exchange.own_sheets.channels import channel_named
from journey.exchange.own_sheets.feeling_lanes import may_be_somebodys
from journey.exchange.own_sheets.feelings import PLAIN_SCALE, felt, is_score
from journey.exchange.own_sheets.grid import SheetGrid
from journey.exchange.own_sheets.plan import SheetPlan, SheetShape
from journey.exchange.own_sheets.sheet_phases import is_phase
from journey.exchange.own_sheets.targets import (
    ASKING,
    CHANNEL,
    COUNT,
    DOING,
    EMOTION,
    GOAL,
    IDEA,
    LANE,
    LANES,
    PAINS,
    PERSONA,
    PHASE,
    TEXT,
    THINKING,
    TITLE,
    is_touchpoint,
    is_whole_name,
    target_named,
)
from journey.phases import PhaseModel

LOOK_AT = 20
"""So far down a head is looked for."""
_LOOK_INTO = 200
"""So many rows are enough to know a column by its content."""
_NAMES = {"name", "titel", "title", "bezeichnung", "was", "what", "beschreibung", "description"}
_KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "touchpoints": (TITLE, ("touchpoints", "beside_in_rows")),
    "personas": (PERSONA, ("personas",)),
    "goals": (GOAL, ("goals",)),
    "opportunities": (IDEA, ("opportunities", "touchpoints")),
    "counts": (COUNT, ("counts", "touchpoints")),
}
"""What rows can be: what such a card is called by, and where its columns are looked for."""
_OF_A_PHASE = {DOING, THINKING, ASKING, PAINS}
"""What a list of nothing else may be of."""
_ONCE = {TITLE, PHASE, CHANNEL, EMOTION, PERSONA, COUNT, LANE, TEXT, "counts.period", "touchpoints.state",
         "touchpoints.measurability", "touchpoints.moment_of_truth"}  # fmt: skip


def rows_plan(grid: SheetGrid, model: PhaseModel) -> tuple[SheetPlan, float]:
    """The likeliest plan of a sheet with a card a row, and how sure it is."""
    best = max(
        ((_headed(grid, head), -head) for head in range(min(LOOK_AT, len(grid.rows)))),
        key=lambda each: (each[0][1], each[1]),
        default=((SheetPlan(SheetShape.ROWS), 0.0), 0),
    )[0]
    plan, score = best
    if score < (2 if grid.width > 1 else 1) and not _says_it_all(grid, plan) and not _heads_one_field(grid, plan):
        plan = SheetPlan(SheetShape.ROWS, head=-1)
    return by_content(grid, plan, model), score


def _says_it_all(grid: SheetGrid, plan: SheetPlan) -> bool:
    """Whether every word of the head names a field, and there are several."""
    words = [place for place in range(grid.width) if grid.rows and grid.words(plan.head, place)]
    return len(words) > 1 and plan.targets.keys() >= set(words)


def _heads_one_field(grid: SheetGrid, plan: SheetPlan) -> bool:
    """Whether the only column with words in it is headed by the whole name of what people do, think, ask or suffer from."""
    columns = {place: _values(grid, plan.head, place) for place in range(grid.width)}
    wordy = [place for place, values in columns.items() if _is_wordy(values)]
    if len(wordy) != 1 or len(columns[wordy[0]]) < 2:
        return False
    heading = grid.words(plan.head, wordy[0])
    return plan.targets.get(wordy[0]) in _OF_A_PHASE and is_whole_name(heading, plan.kind)


def rows_headed(grid: SheetGrid, head: int, model: PhaseModel) -> SheetPlan:
    """The plan of a sheet with a card a row whose headings stand in this row; -1 where there are none."""
    plan = _headed(grid, head)[0] if head >= 0 else SheetPlan(SheetShape.ROWS, head=-1)
    return by_content(grid, plan, model)


def rows_of_kind(grid: SheetGrid, head: int, kind: str, model: PhaseModel) -> SheetPlan:
    """The same where a person has chosen what a row is."""
    plan = replace(SheetPlan(SheetShape.ROWS, head=head, kind=kind), targets=_named(grid, head, kind))
    return by_content(grid, plan, model)


def _headed(grid: SheetGrid, head: int) -> tuple[SheetPlan, float]:
    plans = [(kind, _named(grid, head, kind)) for kind in _KINDS]
    scored = [(_score(kind, targets), kind, targets) for kind, targets in plans]
    score, kind, targets = max(scored, key=lambda each: each[0])
    words = [words for place in range(grid.width) if (words := grid.words(head, place))]
    if TITLE not in targets.values() and kind == "touchpoints":
        score += len({target_named(each, ("board",)) for each in words} - {""})
    return SheetPlan(SheetShape.ROWS, head, kind=kind, targets=targets), score - sum(map(is_phase, words))


def _score(kind: str, targets: dict[int, str]) -> float:
    own = sum(target.startswith(f"{kind}.") or target == PHASE for target in targets.values())
    beside = len(targets) - own
    titled = _KINDS[kind][0] in targets.values()
    return (own + beside / 2 + 1) if titled else (own + beside / 2) / 1.5


def _named(grid: SheetGrid, head: int, kind: str) -> dict[int, str]:
    """What the headings of a row say of their columns, where a row is of this kind."""
    targets: dict[int, str] = {}
    if head < 0:
        return targets
    for place in range(grid.width):
        heading = grid.words(head, place)
        target = target_named(heading, _KINDS[kind][1]) if len(heading) <= 80 else ""
        if target == _KINDS[kind][0] and not any(grid.words(row, place) for row in range(head + 1, len(grid.rows))):
            continue
        if target == TITLE and is_touchpoint(heading) and not is_touchpoint(_titled(grid, head, targets)):
            targets = {held: DOING if told == TITLE else told for held, told in targets.items()}
        foreign = kind in ("opportunities", "counts") and target.startswith("touchpoints.") and target != PHASE
        again = target in _ONCE and target in targets.values()
        if target and not foreign and not (again and not (target == EMOTION and may_be_somebodys(heading))):
            targets[place] = target
    return targets


def _titled(grid: SheetGrid, head: int, targets: dict[int, str]) -> str:
    """The heading of the column that names the touchpoints; "" where none does yet."""
    return next((grid.words(head, place) for place, target in targets.items() if target == TITLE), "")


def by_content(grid: SheetGrid, plan: SheetPlan, model: PhaseModel) -> SheetPlan:
    """The plan with the columns that are only known by what stands in them."""
    targets = dict(plan.targets)
    columns = {place: _values(grid, plan.head, place) for place in range(grid.width)}
    if plan.head >= 0:
        targets = {
            place: each for place, each in targets.items() if each != TITLE or not all(map(is_score, columns[place]))
        }
    free = [place for place in columns if place not in targets and len(columns[place]) >= 1]
    if plan.kind in ("touchpoints", "opportunities", "counts") and PHASE not in targets.values():
        _take(targets, free, PHASE, (p for p in free if _share(columns[p], lambda v: is_phase(v, model)) > 0.5))
    if plan.kind == "touchpoints":
        if EMOTION not in targets.values():
            _take(targets, free, EMOTION, (p for p in free if _feels(columns[p])))
        if CHANNEL not in targets.values() and (
            TITLE in targets.values() or sum(_is_wordy(columns[p]) for p in free) > 1
        ):
            _take(targets, free, CHANNEL, (p for p in free if _share(columns[p], _is_channel) > 0.6))
        if TITLE not in targets.values():
            _board(grid, plan.head, targets, columns)
    title = _KINDS[plan.kind][0]
    if title not in targets.values() and TEXT not in targets.values() and title != COUNT:
        _take(targets, free, title, _titles(grid, plan.head, free, columns))
    return replace(plan, targets=dict(sorted(targets.items())))


def _board(grid: SheetGrid, head: int, targets: dict[int, str], columns: dict[int, list[str]]) -> None:
    """A note a row, as boards are exported: its words, and where a column says it, the lane that it belongs to."""
    headings = {place: target_named(grid.words(head, place), ("board",)) if head >= 0 else "" for place in columns}
    texts = [place for place, target in headings.items() if target == TEXT and columns[place]]
    if {DOING, THINKING, EMOTION, PAINS} & set(targets.values()):
        return
    telling = [p for p, v in columns.items() if p not in texts and targets.get(p) != PHASE and _are_lanes(v)]
    if not texts:
        return
    words = max(texts, key=lambda place: len(columns[place]))
    if telling:
        targets[telling[0]] = LANE
        targets[words] = TEXT
    else:
        targets[words] = TITLE


def _are_lanes(values: Sequence[str]) -> bool:
    return len(values) >= 2 and _share(values, lambda value: bool(target_named(value, LANES))) > 0.5


def _titles(grid: SheetGrid, head: int, free: Sequence[int], columns: dict[int, list[str]]) -> list[int]:
    """Columns that may hold titles, the likeliest first: by their heading, else short words that differ."""
    named = [place for place in free if head >= 0 and grid.words(head, place).casefold() in _NAMES]
    wordy = [place for place in free if _is_wordy(columns[place])]
    return named or sorted(wordy, key=lambda place: (-len(set(columns[place])), place))


def _take(targets: dict[int, str], free: list[int], target: str, places: Iterable[int]) -> None:
    place = next(iter(places), None)
    if place is not None:
        targets[place] = target
        free.remove(place)


def _values(grid: SheetGrid, head: int, place: int) -> list[str]:
    rows = range(head + 1, min(len(grid.rows), head + 1 + _LOOK_INTO))
    return [words for row in rows if (words := grid.words(row, place))]


def _share(values: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, values)) / len(values) if values else 0.0


def _feels(values: Sequence[str]) -> bool:
    signed = any(value.lstrip().startswith(("-", "−", "–", "+")) for value in values)
    telling = signed or not all(map(is_score, values))
    return telling and _share(values, lambda value: felt(value, PLAIN_SCALE) is not None) > 0.8


def _is_wordy(values: Sequence[str]) -> bool:
    return _share(values, lambda value: any(map(str.isalpha, value))) > 0.8


def _is_channel(value: str) -> bool:
    return channel_named(value) is not None
