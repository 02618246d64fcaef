"""What a first look at rows of cells finds: the columns, a guess of what is what, and what a person should know."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from journey.lazy_re import lazy_re
from journey.model import Language
from journey.numbers.reading.columns.amounts import decimal_of, is_either, order_of
from journey.numbers.reading.columns.courses import of_the_object
from journey.numbers.reading.columns.evidence import Export
from journey.numbers.reading.columns.file_zone import zone_of_file
from journey.numbers.reading.columns.looks import ColumnLook, looks, values_of
from journey.numbers.reading.columns.roles import RoleGuess, guessed, order_columns, with_named
from journey.numbers.reading.files.old_letters import NAMES
from journey.numbers.reading.looking.exports import recognised
from journey.numbers.reading.looking.layout import FileLayout
from journey.numbers.reading.looking.nameless import names_of_the_nameless
from journey.numbers.reading.looking.suggestion import Preview
from journey.numbers.reading.names import unique
from journey.numbers.reading.outcome import UnreadableLog
from journey.numbers.reading.plan import AMOUNTS, FileKind, Role, TimeFormat
from journey.numbers.reading.shapes.apart import beside, roles_beside
from journey.numbers.reading.shapes.appointments import booked, not_called_off, took_place
from journey.numbers.reading.shapes.calls import sides_of
from journey.numbers.reading.shapes.cash_book import is_cash_book
from journey.numbers.reading.shapes.closings import Shape
from journey.numbers.reading.shapes.groups import told_once, with_groups_filled
from journey.numbers.reading.shapes.happenings import said_first
from journey.numbers.reading.shapes.losses import half_days, is_report, lost
from journey.numbers.reading.shapes.milestones import history_of_fields, shape_of, value_of_fields
from journey.numbers.reading.shapes.numbered import numbered_pairs
from journey.numbers.reading.shapes.paid_orders import states_of_payments, takings_of
from journey.numbers.reading.shapes.pivot import Pivot, pivot_of
from journey.numbers.reading.shapes.records_only import only_records
from journey.numbers.reading.shapes.stand_ins import filled_up, stand_ins
from journey.numbers.reading.times.compact_times import COMPACT
from journey.numbers.reading.times.formats import is_bare
from journey.numbers.reading.times.periods import first_day
from journey.texts import text

SHOWN_ROWS, COUNTED_ROWS = 20, 1_000
"""A file of counts is shown with all of its rows, up to so many."""
SHOWN_LETTERS = 500
"""Longer cells are cut in a preview."""
MOST_COLUMNS = 20_000

_WRITTEN = 300
"""So many rows tell how amounts are written."""
_DOTTED = lazy_re(r"\s*\d{1,2}\.\d{1,2}\.\d")
POINT = "\ue000"
"""The decimal mark of cells that are numbers, until those that are text have told what theirs is."""


def looked_at(
    kind: FileKind,
    layout: FileLayout,
    language: Language,
    *,
    more: Sequence[Sequence[str]] = (),
    encoding: str = "utf-8",
    sheets: tuple[str, ...] = (),
    sheet: str = "",
    case: str = "",
) -> Preview:
    """The look at a layout's rows. `more`: rows from elsewhere that help to read times and numbers; `case`: the column that a
    person named for the case. Where nothing else says when it was, months, quarters and weeks do. UnreadableLog where the rows
    are none."""
    look = partial(_look, kind, layout, language, more=more, encoding=encoding, sheets=sheets, sheet=sheet, case=case)
    found = look(by_periods=False)
    is_timed = Role.TIME in found.roles or found.milestones or found.days or found.is_counts or found.export
    if is_timed or not any(first_day(cell) for row in layout.rows[:SHOWN_ROWS] for cell in row):
        return found
    with_periods = look(by_periods=True)
    is_whole = {Role.CASE, Role.TIME, Role.ACTIVITY} <= set(with_periods.roles)
    return with_periods if with_periods.milestones or is_whole else found


def _look(
    kind: FileKind,
    layout: FileLayout,
    language: Language,
    *,
    more: Sequence[Sequence[str]],
    encoding: str,
    sheets: tuple[str, ...],
    sheet: str,
    case: str,
    by_periods: bool,
) -> Preview:
    _check(layout)
    names = unique(layout.names or names_of_the_nameless(layout.rows, layout.columns), layout.columns, language)
    plain = only_records(_with_points(layout.rows) if kind is FileKind.EXCEL else layout.rows)
    columns = looks(names, plain, language, more, by_periods=by_periods)
    decimal, is_unclear = _marks(columns, layout)
    export = recognised(columns, plain)
    guess = RoleGuess({}, {}) if export and Role.CASE in export.roles else guessed(columns, plain, case)
    down = () if export or kind is FileKind.PARQUET else told_once(columns, plain, guess.roles)
    if down:
        plain = with_groups_filled(plain, [names.index(name) for name in down])
        columns = looks(names, plain, language, more, by_periods=by_periods)
        guess = guessed(columns, plain, case)
    by_day = beside(columns)
    roles = dict(export.roles if export else guess.roles)
    sides = () if case else sides_of(columns, plain, roles)
    told = roles.get(Role.CASE) if export else of_the_object(columns, plain, roles) or roles.get(Role.CASE)
    whose = case if case in names else next(iter(sides), "") or told or guess.roles.get(Role.CASE)
    roles |= {Role.CASE.value: whose} if whose else {}
    happened = () if export else said_first(columns, plain, roles)
    roles |= {Role.ACTIVITY.value: happened[0]} if happened else {}
    instead = {} if export else stand_ins(columns, plain, roles, happened)
    if instead:
        plain = filled_up(names, plain, instead)
        columns = looks(names, plain, language, more, by_periods=by_periods)
    shape = Shape(export.milestones, export.given, export.is_list) if export else shape_of(columns, plain, roles)
    if not export and not shape.milestones and (of_stages := history_of_fields(columns, plain)):
        shape = replace(shape, given={"": of_stages})
        roles |= {Role.ACTIVITY.value: value} if (value := value_of_fields(columns)) else {}
    if shape.milestones and not export:
        roles = {role: name for role, name in roles.items() if role not in (Role.TIME, Role.ACTIVITY)}
        roles = with_named(roles | ({Role.CASE.value: shape.case} if shape.case and not case else {}), columns)
    shape, planned = _with_plans(shape, columns, plain)
    visits, shape = _visits(export, columns, shape)
    pivot = None if export else pivot_of(columns, plain, language)
    if pivot:
        guess, shape, planned, roles, instead = RoleGuess({}, {}), Shape(), (), dict(pivot.roles), {}
    people = {column.name for column in columns if column.people}
    roles = {role: name for role, name in roles.items() if role in (Role.CASE, Role.TIME) or name not in people}
    roles |= roles_beside(roles, by_day)
    is_counted = not (export or pivot or shape.milestones or visits) and is_report(columns, plain)
    roles = {role: name for role, name in roles.items() if role != Role.CASE or case or not is_counted}
    timed = {roles.get(Role.TIME), *dict(shape.milestones)}
    bare = (column for column in columns if column.name in timed and _is_bare(column, names, plain))
    takings, of_takings = takings_of(columns, plain, roles)
    paid_back = export.paid_back if export and "" in shape.given else ()
    counts = pivot.is_counts if pivot else Role.CASE.value not in roles and is_counted
    hints = [
        *_of_shape(shape, pivot, instead, roles),
        *(
            ("status_of_today", "")
            for _ in range(not shape.is_list and states_of_payments(columns, plain, roles, takings))
        ),
        *(("down", ", ".join(down)) for _ in down[:1]),
        *(("sides", ", ".join(sides)) for _ in sides[:1]),
        *(("planned", ", ".join(planned)) for _ in planned[:1]),
        *_of_periods(column for column in columns if column.name in timed),
        *((f"bare_{column.time}", column.name) for column in bare),
        *(half_days(columns, plain) if shape.milestones and not export else ()),
        *lost(names, plain, roles),
        *(hint for hint in of_takings if not (paid_back and hint[0] == "partly_refunded")),
        *(("paid_back", paid_back[0]) for _ in paid_back[:1]),
        *(("cash_book", "") for _ in range(counts and is_cash_book(columns))),
    ]
    if is_unclear and AMOUNTS & set(roles):
        hints.append(("decimal", text(f"log_reading.mark.{'comma' if decimal == ',' else 'point'}", language)))
    hints += [("encoding", NAMES[encoding])] if encoding in NAMES else []
    return Preview(
        kind,
        columns,
        _shown(layout.rows[: COUNTED_ROWS if counts else SHOWN_ROWS], decimal),
        roles,
        (*shape.milestones, *((time, options[0]) for time, options in visits.items())),
        visits,
        export.id if export else "",
        sheets,
        sheet,
        encoding,
        layout.delimiter,
        layout.header,
        decimal,
        {column.name: column.time for column in columns if column.time},
        by_day,
        shape.given,
        export.order if export and export.order else order_columns(columns, roles),
        _once(names, plain, roles),
        hints=tuple(hints),
        is_counts=counts,
        is_cut=len(layout.rows) >= COUNTED_ROWS,
        days=pivot.days if pivot else (),
        instead=instead,
        quote=layout.quote,
        escape=layout.escape,
        why={} if export else guess.why,
        planned=planned,
        down=down,
        sides=sides,
        takings=takings,
        zone=zone_of_file(columns, plain, [name for name in timed if name], by_day),
        paid_back=paid_back,
    )


def _visits(
    export: Export | None, columns: Sequence[ColumnLook], shape: Shape
) -> tuple[dict[str, tuple[str, ...]], Shape]:
    """Columns of times with those that say what happened then, and the shape that is left beside them."""
    if export:
        return {pair[0]: pair[1:] for pair in export.pairs}, shape
    pairs = numbered_pairs(columns) if shape.milestones else ()
    return {time: (said,) for time, said in pairs}, Shape() if pairs else shape


def _with_points(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    return [tuple(cell.replace(POINT, ".") for cell in row) for row in rows]


def _shown(rows: Sequence[Sequence[str]], decimal: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell[:SHOWN_LETTERS].replace(POINT, decimal) for cell in row) for row in rows)


def _marks(columns: Sequence[ColumnLook], layout: FileLayout) -> tuple[str, bool]:
    """The decimal mark, and whether it could as well be the other one."""
    numbers = [place for place, column in enumerate(columns) if column.number and not column.time]
    texts = [cell for row in layout.rows[:_WRITTEN] for place in numbers if POINT not in (cell := row[place])]
    days = [place for place, column in enumerate(columns) if column.time is TimeFormat.DAY_FIRST]
    dotted = any(_DOTTED.match(row[place]) for row in layout.rows[:_WRITTEN] for place in days)
    return decimal_of(texts, layout.delimiter, dotted=dotted), is_either(texts)


def _check(layout: FileLayout) -> None:
    if layout.columns > MOST_COLUMNS:
        raise UnreadableLog("too_many_columns", most=str(MOST_COLUMNS))
    if not layout.rows:
        raise UnreadableLog("no_rows" if layout.columns > 1 else "empty")
    if layout.columns < 2:
        raise UnreadableLog("one_column")


def _with_plans(
    shape: Shape, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]
) -> tuple[Shape, tuple[str, ...]]:
    """A shape whose appointments count only where nobody called them off, and the columns that are appointments."""
    planned = booked(shape.milestones, columns, rows)
    if came := took_place(planned, shape.milestones, columns, rows):
        return replace(shape, given={**came, **shape.given}), ()
    kept = not_called_off(planned, shape.milestones, columns, rows)
    return replace(shape, given={**kept, **shape.given}), planned


def _once(names: Sequence[str], rows: Sequence[Sequence[str]], roles: Mapping[str, str]) -> dict[str, str]:
    """The amounts that stand on each row of an order, with the column that names the order."""
    found = {}
    for role in AMOUNTS & set(roles):
        order = order_of(roles[role], names, rows, roles.get(Role.CASE, ""), roles.get(Role.TIME, ""))
        if order:
            found[str(role)] = order
    return found


def _of_shape(
    shape: Shape, pivot: Pivot | None, instead: Mapping[str, tuple[str, ...]], roles: Mapping[str, str]
) -> list[tuple[str, str]]:
    """What a person should know of how rows and columns are understood, as hints."""
    hints = [("list" if shape.milestones else "status_of_today", "")] if shape.is_list else []
    if pivot and not pivot.is_counts:
        hints.append(("days", " – ".join((pivot.days[0][0], pivot.days[-1][0]))))
    filled = [(column, *others) for column, others in instead.items() if column in roles.values()]
    hints += [("instead", ", ".join(each)) for each in filled]
    return [*hints, ("only", shape.given[""][0])] if "" in shape.given else hints


def _of_periods(timed: Iterable[ColumnLook]) -> list[tuple[str, str]]:
    """A hint where times are the first days of months, quarters or weeks."""
    names = [column.name for column in timed if column.time is TimeFormat.PERIODS]
    return [("periods", ", ".join(names))] if names else []


def _is_bare(column: ColumnLook, names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column of dates without marks was understood; where day and month could be either, a person is asked."""
    if column.time in COMPACT:
        return True
    if column.ambiguous or column.time not in (TimeFormat.DAY_FIRST, TimeFormat.MONTH_FIRST):
        return False
    return all(map(is_bare, values_of(rows[:SHOWN_ROWS], names.index(column.name))))
