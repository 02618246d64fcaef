"""A first look at a file: what is in it, and a guess of what is what, for a person to confirm."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from journey.model import Language, clean_line
from journey.numbers.reading import excel, parquet
from journey.numbers.reading.amounts import decimal_of, is_either, order_of
from journey.numbers.reading.apart import beside, roles_beside
from journey.numbers.reading.columns import ColumnLook, looks
from journey.numbers.reading.dialect import Dialect
from journey.numbers.reading.encoding import sniffed, spread
from journey.numbers.reading.exports import recognised
from journey.numbers.reading.foreign import as_table
from journey.numbers.reading.kinds import kind_of
from journey.numbers.reading.layout import Layout, layout_of, split_line, table_layout
from journey.numbers.reading.losses import counts_only, lost
from journey.numbers.reading.names import normal, parted, unique
from journey.numbers.reading.outcome import UnreadableLog
from journey.numbers.reading.persons import masked
from journey.numbers.reading.plan import AMOUNTS, FileKind, LogPlan, Role, TimeFormat
from journey.numbers.reading.roles import Guess, guessed, order_columns
from journey.numbers.reading.shapes import Shape, shape_of
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
_POINT = "\ue000"
"""The decimal mark of cells that are numbers, until those that are text have told what theirs is."""


_TIMES = re.compile(r"\b(?:time|zeit|date|datum|timestamp|zeitstempel|zeitpunkt|uhrzeit|when|wann|at|am|day|tag)\b")


@dataclass(frozen=True)
class Preview:
    """What a file looks like. `rows` are its first rows as text, one cell a column. `roles` and `milestones` are guesses,
    see LogPlan; a milestone whose column is in `pairs` takes its activity from the first filled of the columns that it names there. `export`:
    which tool's export it is (a text below log_reading.export), "" where none is recognised. `sheets` are the names of a
    workbook's sheets, `sheet` the one looked at. `beside`: for each column of days those of its clock and zone.
    `given`, `order`, `once`: see LogPlan. `hints`: what a person should know of the file, texts below log_reading.hint with
    what they name. `broken`: some bytes are no text. `is_counts`: it counts what happened and follows nobody. `why`: for
    case, time and activity why that column was taken, a text below log_reading.why."""

    kind: FileKind
    columns: tuple[ColumnLook, ...]
    rows: tuple[tuple[str, ...], ...]
    roles: Mapping[str, str]
    milestones: tuple[tuple[str, str], ...] = ()
    pairs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    export: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    encoding: str = "utf-8"
    delimiter: str = ","
    header: int = 1
    decimal: str = "."
    times: Mapping[str, TimeFormat] = field(default_factory=dict)
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    given: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    once: Mapping[str, str] = field(default_factory=dict)
    more_sheets: tuple[tuple[str, int], ...] = ()
    swapped: tuple[str, ...] = ()
    hints: tuple[tuple[str, str], ...] = ()
    is_counts: bool = False
    broken: bool = False
    quote: str = '"'
    escape: str = '"'
    why: Mapping[str, str] = field(default_factory=dict)

    @property
    def ambiguous(self) -> tuple[str, ...]:
        """Columns in which nobody can tell day from month."""
        return tuple(column.name for column in self.columns if column.ambiguous)

    def hint_words(self, language: Language) -> tuple[str, ...]:
        """What a person should know of the file, a sentence each."""
        return tuple(text(f"log_reading.hint.{key}", language, name=name) for key, name in self.hints)

    def why_words(self, language: Language) -> str:
        """Why case, time and activity are those columns, in one sentence; "" where nothing was guessed."""
        taken = [(key, self.roles[role]) for role, key in self.why.items() if role in self.roles]
        reasons = [text(f"log_reading.why.{key}", language, column=clean_line(column)) for key, column in taken]
        return text("log_reading.why.sentence", language, reasons="; ".join(reasons)) if reasons else ""

    def export_words(self, language: Language) -> str:
        """The name of the recognised export for people; "" where none is."""
        return text(f"log_reading.export.{self.export}", language) if self.export else ""


def preview(path: Path, *, sheet: str = "", language: Language = Language.DE) -> Preview:
    """Look at the start of a file. `language` names columns without a header and settles which of day and month is
    suggested where both are possible. UnreadableLog says what else the file is. On strangers' files use guarded_preview.
    """
    with as_table(path) as table:
        kind = kind_of(table)
        if kind is FileKind.EXCEL:
            return _of_workbook(table, sheet, language)
        return _of_parquet(table, language) if kind is FileKind.PARQUET else _of_text(table, language)


def plan_of(
    preview: Preview,
    columns: Mapping[str, str] | None = None,
    milestones: tuple[tuple[str, str], ...] | None = None,
    times: Mapping[str, str] | None = None,
) -> LogPlan:
    """The plan that a preview suggests; `columns` (role or attribute -> column name), `milestones` and `times` (column
    name -> format) are what a person chose instead. UnreadableLog("no_such_column", column=…) for an unknown name, and
    "no_case", "no_time" or "no_activity" where that is missing."""
    names = tuple(column.name for column in preview.columns)
    chosen = dict(preview.roles if columns is None else columns)
    if milestones is None:
        milestones = () if columns and {Role.TIME, Role.ACTIVITY} & set(columns) else preview.milestones
    visits = {pair for pair in milestones if preview.pairs.get(pair[0], ("",))[0] == pair[1]}
    for name in (*chosen.values(), *(column for column, _ in milestones)):
        if name not in names:
            raise UnreadableLog("no_such_column", column=name)
    day = chosen.get(Role.TIME, "")
    others = [chosen.pop(role) for role in (Role.CLOCK, Role.ZONE) if role in chosen]
    named = {day: tuple(others)} if day and others else {}
    if_named = {column.name: column.if_named for column in preview.columns if column.name == day and column.if_named}
    needed = [Role.CASE] if milestones else [Role.CASE, Role.TIME, Role.ACTIVITY]
    if not milestones:
        _check_people(preview, chosen)
    for role in needed:
        if role not in chosen and preview.is_counts:
            raise UnreadableLog("counts")
        if role == Role.TIME and role not in chosen and (strange := _strange_times(preview)):
            raise UnreadableLog("strange_times", column=strange[0], examples=strange[1])
        if role not in chosen:
            raise UnreadableLog(f"no_{role.value}")
    return LogPlan(
        preview.kind,
        names,
        {str(role): name for role, name in chosen.items()},
        tuple(pair for pair in milestones if pair not in visits),
        tuple((column, *preview.pairs[column]) for column, activity in milestones if (column, activity) in visits),
        preview.sheet,
        preview.encoding,
        preview.delimiter,
        preview.header,
        preview.decimal,
        {**if_named, **preview.times, **(times or {})},
        {**preview.beside, **named},
        _given_of(preview, chosen, milestones),
        preview.order,
        {role: column for role, column in preview.once.items() if chosen.get(role) == preview.roles.get(role)},
        preview.more_sheets,
        preview.swapped,
        preview.broken,
        preview.quote,
        preview.escape,
    )


def _check_people(preview: Preview, chosen: Mapping[str, str]) -> None:
    """UnreadableLog("people") where a column about people is to say what happened, or to name groups."""
    people = {column.name for column in preview.columns if column.people}
    for role, name in chosen.items():
        if role not in (Role.CASE, Role.TIME) and name in people:
            raise UnreadableLog("people", column=name)


def _strange_times(preview: Preview) -> tuple[str, str] | None:
    """A column that is called a time and is none that can be read, with some of its cells."""
    for place, column in enumerate(preview.columns):
        forms = {normal(column.name), parted(column.name)}
        if column.filled and not column.time and not column.people and any(_TIMES.search(form) for form in forms):
            cells = dict.fromkeys(masked(row[place].strip())[:40] for row in preview.rows if row[place].strip())
            return column.name, ", ".join(f"„{cell}“" for cell in list(cells)[:3])
    return None


def _given_of(
    preview: Preview, chosen: Mapping[str, str], milestones: tuple[tuple[str, str], ...]
) -> dict[str, tuple[str, str]]:
    """What must hold for events of a plan: for those of the milestones that were taken over, and for rows where their
    activity is the one that was guessed."""
    found = {activity: preview.given[activity] for _, activity in milestones if activity in preview.given}
    if not milestones and "" in preview.given and chosen.get(Role.ACTIVITY) == preview.roles.get(Role.ACTIVITY):
        found[""] = preview.given[""]
    return found


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
        others = () if sheet else tuple(name for name in names if name in layouts and name != chosen)
        alike = tuple(name for name in others if _is_alike(layouts[name], layout))
        unread = [name for name in others if name not in alike and _is_log(layouts[name], language)]
        hints = [("several_sheets", ", ".join((chosen, *alike)))] if alike else []
        hints += [("sheets", ", ".join(unread))] if unread else []
        places = excel.swapped_columns(book, chosen, layout.header)
        if places:
            layout = table_layout(list(islice(excel.sheet_rows(book, chosen, _POINT, places), _SAMPLE_ROWS)))
        looked = _looked_at(FileKind.EXCEL, layout, language, sheets=tuple(names), sheet=chosen)
        swapped = tuple(looked.columns[place].name for place in sorted(places))
        hints += [("swapped", name) for name in swapped]
        more = tuple((name, layouts[name].header) for name in alike)
        return replace(looked, hints=(*looked.hints, *hints), more_sheets=more, swapped=swapped)


def _sheet_layout(book: Any, sheet: str) -> Layout:
    return table_layout(list(islice(excel.sheet_rows(book, sheet, _POINT), _SAMPLE_ROWS)))


def _is_log(layout: Layout, language: Language) -> bool:
    """Whether a sheet has what a log needs: not a summary, not a cover."""
    if layout.columns < 2 or not layout.rows:
        return False
    try:
        plan_of(_looked_at(FileKind.EXCEL, layout, language))
    except UnreadableLog:
        return False
    return True


def _is_alike(one: Layout, other: Layout) -> bool:
    """Whether two sheets have the same columns: one a month, one a branch."""
    return bool(one.names) and bool(one.rows) and tuple(map(normal, one.names)) == tuple(map(normal, other.names))


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
    layout = Layout("", 1, tuple(field.name for field in fields), tuple(rows), len(fields))
    return _looked_at(FileKind.PARQUET, layout, language)


def _looked_at(
    kind: FileKind,
    layout: Layout,
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
    written_out = kind is FileKind.EXCEL
    plain = (
        [tuple(cell.replace(_POINT, ".") for cell in row) for row in layout.rows] if written_out else list(layout.rows)
    )
    columns = looks(names, plain, language, more)
    numbers = [place for place, column in enumerate(columns) if column.number and not column.time]
    written = (row[place] for row in layout.rows[:_WRITTEN] for place in numbers)
    texts = [cell for cell in written if _POINT not in cell]
    decimal = decimal_of(texts, layout.delimiter)
    shown = [tuple(cell[:SHOWN_LETTERS].replace(_POINT, decimal) for cell in row) for row in layout.rows[:SHOWN_ROWS]]
    export = recognised(columns, plain)
    guess = Guess({}, {}) if export and Role.CASE in export.roles else guessed(columns, plain)
    by_day = beside(columns)
    roles = dict(export.roles if export else guess.roles)
    if export and Role.CASE not in roles:
        roles |= {role: name for role, name in guess.roles.items() if role == Role.CASE}
    shape = Shape(export.milestones, export.given, export.is_list) if export else shape_of(columns, plain, roles)
    if shape.milestones and not export:
        roles = {role: name for role, name in roles.items() if role not in (Role.TIME, Role.ACTIVITY)}
        roles |= {Role.CASE.value: shape.case} if shape.case else {}
    people = {column.name for column in columns if column.people}
    roles = {role: name for role, name in roles.items() if role in (Role.CASE, Role.TIME) or name not in people}
    roles |= roles_beside(roles, by_day)
    is_counted = not export and not shape.milestones and counts_only(columns, plain)
    if is_counted:
        roles.pop(Role.CASE.value, None)
    hints = [("list", "")] if shape.is_list else []
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
        is_counts=Role.CASE.value not in roles and is_counted,
        quote=layout.quote,
        escape=layout.escape,
        why={} if export else guess.why,
    )
