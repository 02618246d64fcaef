"""How a log was read, as the document remembers it: the next export of the same tool needs no questions."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from journey.editing import Edit, next_rank, put, revise
from journey.model import LINE_LIMIT, TEXT_LIMIT, KnownLog, Workshop, clean_line, new_id
from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart

if TYPE_CHECKING:
    from journey.numbers.reading import LogPlan, Preview

_CLOCK, _ZONE, _TIME = "clock", "zone", "time"


@dataclass(frozen=True)
class ReadChoices:
    """What a person decided of a log and a file does not say by itself: columns by their role (or attribute), columns of
    dates with the activity that they stand for, formats of times, what each row is where no column says it, the columns that
    order one time, the decimal mark, the sheet, whether appointments count that are still to come; and `query`, what the funnel was asked (`query_said`)."""

    columns: Mapping[str, str] = field(default_factory=dict)
    milestones: tuple[tuple[str, str], ...] = ()
    times: Mapping[str, str] = field(default_factory=dict)
    every_row: str = ""
    order: tuple[str, ...] = ()
    decimal: str = ""
    sheet: str = ""
    ahead: bool = False
    query: Mapping[str, Any] = field(default_factory=dict)

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns without which a file is another one."""
        return tuple(dict.fromkeys((*self.columns.values(), *(column for column, _ in self.milestones), *self.order)))

    def missing(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The needed columns that are not among these."""
        return tuple(name for name in self.needed if name not in names)


def choices_of(plan: "LogPlan") -> ReadChoices:
    """What a plan of reading decided."""
    beside = dict(zip((_CLOCK, _ZONE), plan.beside.get(plan.columns.get(_TIME, ""), ()), strict=False))
    used = plan.used()
    return ReadChoices(
        {**{str(role): name for role, name in plan.columns.items()}, **beside},
        (*plan.milestones, *((pair[0], pair[1]) for pair in plan.pairs)),
        {name: str(form) for name, form in plan.times.items() if name in used},
        plan.every_row,
        plan.order,
        plan.decimal,
        plan.sheet,
        plan.ahead,
    )


def plan_again(preview: "Preview", choices: ReadChoices) -> "LogPlan":
    """How a new file is read by what was decided of a former one. What the file says of itself holds (its encoding, its dates
    where nobody can mix them up). UnreadableLog: see plan_of."""
    from journey.numbers.reading import plan_of

    looks = {look.name: look for look in preview.columns}
    unclear = {name for name, look in looks.items() if look.ambiguous or not look.time}
    times = {name: form for name, form in choices.times.items() if name in unclear}
    seen = replace(preview, order=choices.order, decimal=choices.decimal or preview.decimal)
    return plan_of(seen, choices.columns, choices.milestones, times, every_row=choices.every_row, ahead=choices.ahead)


def choices_in(known: KnownLog) -> ReadChoices | None:
    """What a known log remembers; None where nothing can be read, as after an edit by hand."""
    try:
        held = json.loads(known.choices)
        return ReadChoices(
            {str(role): str(name) for role, name in held["columns"].items()},
            tuple((str(column), str(activity)) for column, activity in held.get("milestones", ())),
            {str(name): str(form) for name, form in held.get("times", {}).items()},
            str(held.get("every_row", "")),
            tuple(map(str, held.get("order", ()))),
            str(held.get("decimal", "")),
            str(held.get("sheet", "")),
            bool(held.get("ahead", False)),
            dict(held.get("query", {})),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def known_for(workshop: Workshop, names: tuple[str, ...]) -> tuple[KnownLog, ReadChoices] | None:
    """The known log whose columns a file has, that with the most columns, of equal ones the newest; None without one."""
    fitting = [(known, held) for known, held in _files(workshop) if not held.missing(names)]
    return max(fitting, key=lambda each: (len(each[1].needed), each[0].rank), default=None)


def nearest_known(workshop: Workshop, names: tuple[str, ...]) -> tuple[KnownLog, tuple[str, ...]] | None:
    """Of the known logs that a file does not fit the one that lacks the least of its columns, with what is missing; None where it has
    none of any."""
    lacking = [
        (known, missing)
        for known, held in _files(workshop)
        if 0 < len(missing := held.missing(names)) < len(held.needed)
    ]
    return min(lacking, key=lambda each: len(each[1]), default=None)


def known_table(workshop: Workshop, table: str = "") -> tuple[KnownLog, ReadChoices] | None:
    """The newest known log in a table of this name, or in any; None without one."""
    found = [one for one in reversed(workshop.logs) if one.table and table in ("", one.table)]
    return next(((one, held) for one in found if (held := choices_in(one))), None)


def remembered(workshop: Workshop, name: str, choices: ReadChoices, table: str = "") -> list[Edit]:
    """Edits that let the document remember how a log was read; of its kind there is one, the newest. None where it cannot be kept."""
    said = json.dumps({key: value for key, value in vars(choices).items() if value}, ensure_ascii=False)
    called = str(clean_line(name))[:LINE_LIMIT].strip() or table
    if len(said) > TEXT_LIMIT or not called:
        return []
    same = next((one for one in workshop.logs if one.table == table and _alike(one, choices)), None)
    card = same or KnownLog(id=new_id(), rank=next_rank(workshop.logs), name=called, table=table)
    return put(workshop, revise(card, name=called, choices=said))


def query_said(query: FunnelQuery, phases: tuple[str, ...]) -> dict[str, Any]:
    """A question as it is remembered; `phases` are the ids of those that it was asked of."""
    said = {
        "order": query.order.value,
        "open": query.open,
        "window": query.window.total_seconds() if query.window else None,
        "window_start": query.window_start.value,
        "reentry": query.reentry,
        "optional": [phases[place] for place in sorted(query.optional) if place < len(phases)],
    }
    return {key: value for key, value in said.items() if value}


def query_again(choices: ReadChoices, phases: tuple[str, ...]) -> FunnelQuery:
    """The remembered question for the phases that the new log knows; the plain one where nothing is remembered."""
    held = choices.query
    try:
        query = FunnelQuery(
            Order(held.get("order", Order.ORDERED)),
            bool(held.get("open", False)),
            timedelta(seconds=float(held["window"])) if held.get("window") else None,
            WindowStart(held.get("window_start", WindowStart.ENTRY)),
            bool(held.get("reentry", False)),
            frozenset(place for place, phase in enumerate(phases[1:-1], 1) if phase in held.get("optional", ())),
        )
        query.required(len(phases))
    except (ValueError, TypeError, OverflowError):
        return FunnelQuery()
    return query


def _files(workshop: Workshop) -> list[tuple[KnownLog, ReadChoices]]:
    return [(one, held) for one in workshop.logs if not one.table and (held := choices_in(one)) and held.needed]


def _alike(known: KnownLog, choices: ReadChoices) -> bool:
    held = choices_in(known)
    return held is not None and set(held.needed) == set(choices.needed)
