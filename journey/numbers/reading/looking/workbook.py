"""A first look at a workbook: which of its sheets hold the log, and which of them are one, whatever the order of their
columns (one a month, one a branch)."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from journey.model import Language
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.files import excel
from journey.numbers.reading.looking.layout import FileLayout, table_layout
from journey.numbers.reading.looking.suggestion import Preview, plan_of
from journey.numbers.reading.looking.table import POINT, looked_at
from journey.numbers.reading.names import normal, unique
from journey.numbers.reading.outcome import UnreadableLog
from journey.numbers.reading.plan import FileKind, FurtherSheet, LogPlan, Role

SAMPLE_ROWS = 3_000
"""So many rows of a sheet, or of all sheets that are one log, are looked at."""
_MOSTLY, _OF_EACH = 0.6, 100
"""So many of the columns of the narrower of two sheets of one log has the other too; so many rows of each tell how times
are written."""


def workbook_preview(path: Path, sheet: str, language: Language, case: str = "") -> Preview:
    """The look at a workbook; at one of its sheets where that is named. UnreadableLog."""
    with excel.workbook(path) as book:
        names = list(book.sheet_names)
        if sheet and sheet not in names:
            raise UnreadableLog("no_sheet", sheet=sheet)
        candidates = [sheet] if sheet else excel.fullest_sheets(book)
        layouts = {name: _layout(book, name) for name in candidates}
        chosen = sheet or next((name for name in candidates if _is_log(layouts[name], language)), candidates[0])
        layout = layouts[chosen]
        places = excel.swapped_columns(book, chosen, layout.header)
        if places:
            layout = _layout(book, chosen, places)
        looked = looked_at(FileKind.EXCEL, layout, language, sheets=tuple(names), sheet=chosen, case=case)
        others = () if sheet else tuple(name for name in names if name in layouts and name != chosen)
        layouts |= {name: _in_one_language(layouts[name], layout, looked, language) for name in others}
        alike = tuple(name for name in others if _is_alike(layouts[name], looked, language))
        looked = _together(looked, layout, [layouts[name] for name in alike], language, case)
        unread = [
            name
            for name in others
            if name not in alike and ((alike and _is_table(layouts[name])) or _is_log(layouts[name], language))
        ]
        swapped = tuple(looked.columns[place].name for place in sorted(places))
        hints = [("several_sheets", ", ".join((chosen, *alike)))] if alike else []
        hints += [("sheets", ", ".join(unread))] if unread else []
        hints += [("swapped", name) for name in swapped]
        further = tuple(_further(name, layouts[name], looked, language) for name in alike)
        return replace(looked, hints=(*looked.hints, *hints), more_sheets=further, swapped=swapped)


def _layout(book: Any, sheet: str, swapped: frozenset[int] = frozenset()) -> FileLayout:
    return table_layout(list(islice(excel.sheet_rows(book, sheet, POINT, swapped), SAMPLE_ROWS)))


def _is_table(layout: FileLayout) -> bool:
    return layout.columns > 1 and bool(layout.rows)


def _is_log(layout: FileLayout, language: Language) -> bool:
    """Whether a sheet has what a log needs: not a summary, not a cover."""
    if not _is_table(layout):
        return False
    try:
        plan_of(looked_at(FileKind.EXCEL, layout, language))
    except UnreadableLog:
        return False
    return True


def _is_alike(layout: FileLayout, looked: Preview, language: Language) -> bool:
    """Whether a sheet is read with the one looked at: most columns of the narrower one have the same names in both, in
    whatever order, and all that the log needs are among them; of columns of steps two are enough."""
    if not layout.names or not layout.rows:
        return False
    there = _heads(layout, language)
    heads = [normal(column.name) for column in looked.columns]
    shared = sum(head in there for head in heads)
    narrower = min(len(heads), len(there))
    try:
        needed = _needed(plan_of(looked))
    except UnreadableLog:
        needed = [(column.name, True) for column in looked.columns]
    steps = [name for name, always in needed if not always]
    found = sum(normal(name) in there for name in steps)
    return (
        shared >= _MOSTLY * narrower
        and all(normal(name) in there for name, always in needed if always)
        and found >= min(2, len(steps))
    )


def _in_one_language(layout: FileLayout, first: FileLayout, looked: Preview, language: Language) -> FileLayout:
    """A sheet below the heads of the first one where it is the same export in another language: as many columns, of which
    each holds the same kind of thing at the same place, and of which case, time and activity are those of the first."""
    if layout.columns != first.columns or not layout.names or not layout.rows or looked.is_counts:
        return layout
    if len(set(_heads(layout, language)) & set(_heads(first, language))) > _MOSTLY * first.columns:
        return layout
    try:
        other = looked_at(FileKind.EXCEL, layout, language)
        both = [_places(plan_of(look)) for look in (looked, other)]
    except UnreadableLog:
        return layout
    alike = all(map(_hold_the_same, looked.columns, other.columns))
    return layout._replace(names=first.names) if alike and both[0] == both[1] else layout


def _places(plan: LogPlan) -> tuple[tuple[int, ...], ...]:
    """Where case, time, activity and the dates of steps stand in a table."""
    roles = [plan.columns[role] for role in (Role.CASE, Role.TIME, Role.ACTIVITY) if role in plan.columns]
    steps = [column for column, _ in plan.milestones]
    return tuple(tuple(plan.names.index(name) for name in names) for names in (roles, steps))


def _hold_the_same(column: ColumnLook, other: ColumnLook) -> bool:
    """Whether two columns hold the same kind of thing; an empty one holds anything."""
    if not column.filled or not other.filled:
        return True
    kinds = [(bool(one.time), one.clock, one.zone, one.number and not one.time) for one in (column, other)]
    return kinds[0] == kinds[1]


def _needed(plan: LogPlan) -> list[tuple[str, bool]]:
    """The columns that a sheet of a log must have, and whether each of them; of the others (steps) some."""
    roles = {plan.columns[role] for role in (Role.CASE, Role.TIME, Role.ACTIVITY) if role in plan.columns}
    steps = [*(column for column, _ in plan.milestones), *(column for column, _ in plan.days)]
    pairs = [column for pair in plan.pairs for column in pair]
    return [*((name, True) for name in (*roles, *pairs)), *((name, False) for name in steps)]


def _together(
    looked: Preview, layout: FileLayout, others: Sequence[FileLayout], language: Language, case: str
) -> Preview:
    """The look at several sheets as one table: behind the columns of the first those that only others have. The look at
    the first alone where it would lack what the log needs."""
    if not others:
        return looked
    names = list(unique(layout.names, layout.columns, language))
    known = {normal(name) for name in names}
    for other in others:
        more = [name for name in unique(other.names, other.columns, language) if normal(name) not in known]
        names += more if len(names) + len(more) <= layout.columns + SAMPLE_ROWS else []
        known |= {normal(name) for name in more}
    own = [(*row, *[""] * (len(names) - layout.columns)) for row in layout.rows]
    moved = [_moved(other, names, language) for other in others]
    rows = (*own, *(row for rows in moved for row in rows))[: max(SAMPLE_ROWS, len(own))]
    whole = layout._replace(names=tuple(names), rows=tuple(rows), columns=len(names))
    beginnings = [tuple(cell.replace(POINT, ".") for cell in row) for rows in moved for row in rows[:_OF_EACH]]
    found = looked_at(
        FileKind.EXCEL, whole, language, more=beginnings, sheets=looked.sheets, sheet=looked.sheet, case=case
    )
    own_names = {column.name for column in looked.columns}
    try:
        missing = [name for name, always in _needed(plan_of(found)) if always and name not in own_names]
    except UnreadableLog:
        missing = [""]
    if missing or found.export:
        return looked if missing else found
    order = _merged([name for name, _ in found.milestones], own_names, others, language)
    return replace(found, milestones=tuple(sorted(found.milestones, key=lambda step: order.index(step[0]))))


def _merged(
    steps: Sequence[str], own: Collection[str], others: Sequence[FileLayout], language: Language
) -> tuple[str, ...]:
    """Columns of steps in the order of all sheets: each that the first sheet lacks behind the one that it follows elsewhere."""
    by_head = {normal(name): name for name in steps}
    order = [name for name in dict.fromkeys(steps) if name in own]
    for other in others:
        before = ""
        for name in filter(None, (by_head.get(head) for head in _heads(other, language))):
            if name not in order:
                order.insert(order.index(before) + 1 if before in order else 0, name)
            before = name
    return tuple(order)


def _moved(layout: FileLayout, names: Sequence[str], language: Language) -> list[tuple[str, ...]]:
    """The rows of a sheet with their cells below other names."""
    there = _heads(layout, language)
    places = [there.get(normal(name), -1) for name in names]
    return [tuple(row[place] if place >= 0 else "" for place in places) for row in layout.rows]


def _further(name: str, layout: FileLayout, looked: Preview, language: Language) -> FurtherSheet:
    there = _heads(layout, language)
    return FurtherSheet(name, layout.header, tuple(there.get(normal(column.name), -1) for column in looked.columns))


def _heads(layout: FileLayout, language: Language) -> dict[str, int]:
    """The place of each column by its plain name."""
    return {normal(head): place for place, head in enumerate(unique(layout.names, layout.columns, language))}
