"""A first look at a file: what is in it, and a guess of what is what, for a person to confirm."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from journey.model import Language
from journey.numbers.reading import excel, parquet
from journey.numbers.reading.amounts import decimal_of, is_either, order_of
from journey.numbers.reading.apart import beside, roles_beside
from journey.numbers.reading.columns import ColumnLook, looks, values_of
from journey.numbers.reading.dialect import Dialect
from journey.numbers.reading.encoding import sniffed, spread
from journey.numbers.reading.exports import recognised
from journey.numbers.reading.foreign import as_table
from journey.numbers.reading.kinds import kind_of
from journey.numbers.reading.layout import FileLayout, layout_of, split_line, table_layout
from journey.numbers.reading.losses import is_report, lost
from journey.numbers.reading.names import normal, unique
from journey.numbers.reading.outcome import UnreadableLog
from journey.numbers.reading.pivot import Pivot, pivot_of
from journey.numbers.reading.plan import AMOUNTS, FileKind, FurtherSheet, Role, TimeFormat
from journey.numbers.reading.roles import RoleGuess, guessed, order_columns
from journey.numbers.reading.shapes import Shape, history_of_fields, shape_of
from journey.numbers.reading.stand_ins import filled_up, stand_ins
from journey.numbers.reading.suggestion import Preview, plan_of
from journey.numbers.reading.times import is_bare
from journey.texts import text

SHOWN_ROWS = 20
SHOWN_LETTERS = 500
"""Longer cells are cut in a preview."""
MOST_COLUMNS = 20_000

_WRITTEN = 300
"""So many rows tell how amounts are written."""
_FEW_BYTES = 2
"""So many bytes may be lost before a file looks as if it had been glued together."""
_SAMPLE_ROWS = 3_000
_MOSTLY = 0.6
"""So many of their columns have two sheets of one log in common."""
_POINT = "\ue000"
"""The decimal mark of cells that are numbers, until those that are text have told what theirs is."""


def preview(path: Path, *, sheet: str = "", language: Language = Language.DE) -> Preview:
    """Look at the start of a file. `language` names columns without a header and settles which of day and month is
    suggested where both are possible. UnreadableLog says what else the file is. On strangers' files use guarded_preview.
    """
    with as_table(path) as table:
        kind = kind_of(table)
        if kind is FileKind.EXCEL:
            return _of_workbook(table, sheet, language)
        return _of_parquet(table, language) if kind is FileKind.PARQUET else _of_text(table, language)


def _once(names: Sequence[str], rows: Sequence[Sequence[str]], roles: Mapping[str, str]) -> dict[str, str]:
    """The amounts that stand on each row of an order, with the column that names the order."""
    found = {}
    for role in AMOUNTS & set(roles):
        order = order_of(roles[role], names, rows, roles.get(Role.CASE, ""), roles.get(Role.TIME, ""))
        if order:
            found[str(role)] = order
    return found


def _of_text(path: Path, language: Language) -> Preview:
    encoding, start, broken = sniffed(path)
    layout = layout_of(start)
    dialect = Dialect(layout.delimiter, layout.quote, layout.escape)
    split = (split_line(line, dialect) for line in spread(path, encoding))
    more = [cells for cells in split if cells and len(cells) == layout.columns]
    looked = _looked_at(FileKind.TEXT, layout, language, more=more, encoding=encoding)
    again = layout.header > 0 and layout.names in layout.rows
    hints = [("glued", "")] if broken > _FEW_BYTES or again else []
    return replace(looked, broken=broken > 0, hints=(*looked.hints, *hints))


def _of_workbook(path: Path, sheet: str, language: Language) -> Preview:
    with excel.workbook(path) as book:
        names = list(book.sheet_names)
        if sheet and sheet not in names:
            raise UnreadableLog("no_sheet", sheet=sheet)
        candidates = [sheet] if sheet else excel.fullest_sheets(book)
        layouts = {name: _sheet_layout(book, name) for name in candidates}
        chosen = sheet or next((name for name in candidates if _is_log(layouts[name], language)), candidates[0])
        layout = layouts[chosen]
        places = excel.swapped_columns(book, chosen, layout.header)
        if places:
            layout = table_layout(list(islice(excel.sheet_rows(book, chosen, _POINT, places), _SAMPLE_ROWS)))
        looked = _looked_at(FileKind.EXCEL, layout, language, sheets=tuple(names), sheet=chosen)
        others = () if sheet else tuple(name for name in names if name in layouts and name != chosen)
        found = [_further(name, layouts[name], looked, language) for name in others]
        alike = tuple(further for further in found if further is not None)
        read = (chosen, *(further.name for further in alike))
        unread = [name for name in others if name not in read and _is_log(layouts[name], language)]
        swapped = tuple(looked.columns[place].name for place in sorted(places))
        hints = [("several_sheets", ", ".join(read))] if alike else []
        hints += [("sheets", ", ".join(unread))] if unread else []
        hints += [("swapped", name) for name in swapped]
        return replace(looked, hints=(*looked.hints, *hints), more_sheets=alike, swapped=swapped)


def _sheet_layout(book: Any, sheet: str) -> FileLayout:
    return table_layout(list(islice(excel.sheet_rows(book, sheet, _POINT), _SAMPLE_ROWS)))


def _is_log(layout: FileLayout, language: Language) -> bool:
    """Whether a sheet has what a log needs: not a summary, not a cover."""
    if layout.columns < 2 or not layout.rows:
        return False
    try:
        plan_of(_looked_at(FileKind.EXCEL, layout, language))
    except UnreadableLog:
        return False
    return True


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


def _is_bare(column: ColumnLook, names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column of dates without marks was understood; where day and month could be either, a person is asked."""
    if column.ambiguous or column.time not in (TimeFormat.DAY_FIRST, TimeFormat.MONTH_FIRST):
        return False
    return all(map(is_bare, values_of(rows[:SHOWN_ROWS], names.index(column.name))))


def _further(name: str, layout: FileLayout, looked: Preview, language: Language) -> FurtherSheet | None:
    """A sheet that is read with the chosen one, one a month or one a branch: most of the columns of both have the same
    names, in whatever order, and all that the log needs are among them."""
    if not layout.names or not layout.rows:
        return None
    place_of = {normal(head): place for place, head in enumerate(unique(layout.names, layout.columns, language))}
    heads = [normal(column.name) for column in looked.columns]
    shared = sum(head in place_of for head in heads)
    try:
        plan = plan_of(looked)
        optional = {
            column for role, column in plan.columns.items() if role not in (Role.CASE, Role.TIME, Role.ACTIVITY)
        }
        needed = set(plan.used()) - optional
    except UnreadableLog:
        needed = {column.name for column in looked.columns}
    if shared < _MOSTLY * max(len(heads), layout.columns) or any(normal(head) not in place_of for head in needed):
        return None
    return FurtherSheet(name, layout.header, tuple(place_of.get(head, -1) for head in heads))


def _of_parquet(path: Path, language: Language) -> Preview:
    import duckdb

    from journey.numbers.reading.engine import connected
    from journey.numbers.reading.source import linked

    with TemporaryDirectory(prefix="journey-log-") as folder:
        file = linked(path, Path(folder))
        try:
            with connected(Path(folder), file) as connection:
                fields = parquet.fields(connection, file)
                rows = parquet.first_rows(connection, file, fields[:MOST_COLUMNS], _SAMPLE_ROWS)
        except duckdb.Error as error:
            raise UnreadableLog("damaged") from error
    layout = FileLayout("", 1, tuple(field.name for field in fields), tuple(rows), len(fields))
    return _looked_at(FileKind.PARQUET, layout, language)


def _looked_at(
    kind: FileKind,
    layout: FileLayout,
    language: Language,
    *,
    more: Sequence[Sequence[str]] = (),
    encoding: str = "utf-8",
    sheets: tuple[str, ...] = (),
    sheet: str = "",
) -> Preview:
    if layout.columns > MOST_COLUMNS:
        raise UnreadableLog("too_many_columns", most=str(MOST_COLUMNS))
    if not layout.rows:
        raise UnreadableLog("no_rows" if layout.columns > 1 else "empty")
    if layout.columns < 2:
        raise UnreadableLog("one_column")
    names = unique(layout.names, layout.columns, language)
    plain = (
        [tuple(cell.replace(_POINT, ".") for cell in row) for row in layout.rows]
        if kind is FileKind.EXCEL
        else list(layout.rows)
    )
    columns = looks(names, plain, language, more)
    numbers = [place for place, column in enumerate(columns) if column.number and not column.time]
    written = (row[place] for row in layout.rows[:_WRITTEN] for place in numbers)
    texts = [cell for cell in written if _POINT not in cell]
    decimal = decimal_of(texts, layout.delimiter)
    shown = [tuple(cell[:SHOWN_LETTERS].replace(_POINT, decimal) for cell in row) for row in layout.rows[:SHOWN_ROWS]]
    export = recognised(columns, plain)
    guess = RoleGuess({}, {}) if export and Role.CASE in export.roles else guessed(columns, plain)
    by_day = beside(columns)
    roles = dict(export.roles if export else guess.roles)
    if export and Role.CASE not in roles:
        roles |= {role: name for role, name in guess.roles.items() if role == Role.CASE}
    instead = {} if export else stand_ins(columns, plain, roles)
    if instead:
        plain = filled_up(names, plain, instead)
        columns = looks(names, plain, language, more)
    shape = Shape(export.milestones, export.given, export.is_list) if export else shape_of(columns, plain, roles)
    if not export and not shape.milestones and (of_stages := history_of_fields(columns, plain)):
        shape = replace(shape, given={"": of_stages})
    if shape.milestones and not export:
        roles = {role: name for role, name in roles.items() if role not in (Role.TIME, Role.ACTIVITY)}
        roles |= {Role.CASE.value: shape.case} if shape.case else {}
    pivot = None if export else pivot_of(columns, plain, language)
    if pivot:
        guess, shape, roles, instead = RoleGuess({}, {}), Shape(), dict(pivot.roles), {}
    people = {column.name for column in columns if column.people}
    roles = {role: name for role, name in roles.items() if role in (Role.CASE, Role.TIME) or name not in people}
    roles |= roles_beside(roles, by_day)
    is_counted = not (export or pivot or shape.milestones) and is_report(columns, plain)
    if is_counted:
        roles.pop(Role.CASE.value, None)
    timed = {roles.get(Role.TIME), *dict(shape.milestones)}
    bare = (column for column in columns if column.name in timed and _is_bare(column, names, plain))
    hints = [*_of_shape(shape, pivot, instead, roles), *((f"bare_{column.time}", column.name) for column in bare)]
    hints += lost(names, plain, roles)
    if is_either(texts) and AMOUNTS & set(roles):
        hints.append(("decimal", text(f"log_reading.mark.{'comma' if decimal == ',' else 'point'}", language)))
    if encoding == "cp1252":
        hints.append(("encoding", "Windows-1252"))
    visits = {pair[0]: pair[1:] for pair in export.pairs} if export else {}
    order = export.order if export and export.order else order_columns(columns, roles)
    return Preview(
        kind,
        columns,
        tuple(shown),
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
        order,
        _once(names, plain, roles),
        hints=tuple(hints),
        is_counts=pivot.is_counts if pivot else Role.CASE.value not in roles and is_counted,
        days=pivot.days if pivot else (),
        instead=instead,
        quote=layout.quote,
        escape=layout.escape,
        why={} if export else guess.why,
    )
