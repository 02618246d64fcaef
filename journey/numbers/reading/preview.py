"""A first look at a file: what is in it, and a guess of what is what, for a person to confirm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from journey.model import Language
from journey.numbers.reading import excel, parquet
from journey.numbers.reading.amounts import decimal_of
from journey.numbers.reading.columns import ColumnLook, looks
from journey.numbers.reading.encoding import sniffed, spread
from journey.numbers.reading.exports import recognised
from journey.numbers.reading.kinds import kind_of
from journey.numbers.reading.layout import Layout, layout_of, split_line, table_layout
from journey.numbers.reading.names import unique
from journey.numbers.reading.outcome import UnreadableLog
from journey.numbers.reading.plan import FileKind, LogPlan, Role, TimeFormat
from journey.numbers.reading.roles import guessed_roles
from journey.texts import text

SHOWN_ROWS = 20
SHOWN_LETTERS = 500
"""Longer cells are cut in a preview."""
MOST_COLUMNS = 20_000

_SAMPLE_ROWS = 300
_POINT = "\ue000"
"""The decimal mark of cells that are numbers, until those that are text have told what theirs is."""


@dataclass(frozen=True)
class Preview:
    """What a file looks like. `rows` are its first rows as text, one cell a column. `roles` and `milestones` are guesses,
    see LogPlan; a milestone whose column is in `pairs` takes its activity from the column that it names there. `export`:
    which tool's export it is (a text below log_reading.export), "" where none is recognised. `sheets` are the names of a
    workbook's sheets, `sheet` the one looked at."""

    kind: FileKind
    columns: tuple[ColumnLook, ...]
    rows: tuple[tuple[str, ...], ...]
    roles: Mapping[str, str]
    milestones: tuple[tuple[str, str], ...] = ()
    pairs: Mapping[str, str] = field(default_factory=dict)
    export: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    encoding: str = "utf-8"
    delimiter: str = ","
    header: int = 1
    decimal: str = "."
    times: Mapping[str, TimeFormat] = field(default_factory=dict)

    @property
    def ambiguous(self) -> tuple[str, ...]:
        """Columns in which nobody can tell day from month."""
        return tuple(column.name for column in self.columns if column.ambiguous)

    def export_words(self, language: Language) -> str:
        """The name of the recognised export for people; "" where none is."""
        return text(f"log_reading.export.{self.export}", language) if self.export else ""


def preview(path: Path, *, sheet: str = "", language: Language = Language.DE) -> Preview:
    """Look at the start of a file. `language` names columns without a header and settles which of day and month is
    suggested where both are possible. UnreadableLog says what else the file is. On strangers' files use guarded_preview.
    """
    kind = kind_of(path)
    if kind is FileKind.EXCEL:
        return _of_workbook(path, sheet, language)
    return _of_parquet(path, language) if kind is FileKind.PARQUET else _of_text(path, language)


def plan_of(
    preview: Preview,
    columns: Mapping[str, str] | None = None,
    milestones: tuple[tuple[str, str], ...] | None = None,
    times: Mapping[str, TimeFormat] | None = None,
) -> LogPlan:
    """The plan that a preview suggests; `columns` (role or attribute -> column name), `milestones` and `times` (column
    name -> format) are what a person chose instead. UnreadableLog("no_such_column", column=…) for an unknown name, and
    "no_case", "no_time" or "no_activity" where that is missing."""
    names = tuple(column.name for column in preview.columns)
    chosen = dict(preview.roles if columns is None else columns)
    if milestones is None:
        milestones = () if columns and {Role.TIME, Role.ACTIVITY} & set(columns) else preview.milestones
    pairs = tuple(pair for pair in milestones if preview.pairs.get(pair[0]) == pair[1])
    for name in (*chosen.values(), *(column for column, _ in milestones)):
        if name not in names:
            raise UnreadableLog("no_such_column", column=name)
    needed = [Role.CASE] if milestones else [Role.CASE, Role.TIME, Role.ACTIVITY]
    for role in needed:
        if role not in chosen:
            raise UnreadableLog(f"no_{role.value}")
    return LogPlan(
        preview.kind,
        names,
        {str(role): name for role, name in chosen.items()},
        tuple(pair for pair in milestones if pair not in pairs),
        pairs,
        preview.sheet,
        preview.encoding,
        preview.delimiter,
        preview.header,
        preview.decimal,
        {**preview.times, **(times or {})},
    )


def _of_text(path: Path, language: Language) -> Preview:
    encoding, start = sniffed(path)
    layout = layout_of(start)
    split = (split_line(line, layout.delimiter) for line in spread(path, encoding))
    more = [cells for cells in split if cells and len(cells) == layout.columns]
    return _looked_at(FileKind.TEXT, layout, language, more=more, encoding=encoding)


def _of_workbook(path: Path, sheet: str, language: Language) -> Preview:
    with excel.workbook(path) as book:
        chosen = sheet or excel.fullest_sheet(book)
        if chosen not in book.sheet_names:
            raise UnreadableLog("no_sheet", sheet=chosen)
        layout = table_layout(list(islice(excel.sheet_rows(book, chosen, _POINT), _SAMPLE_ROWS)))
        return _looked_at(FileKind.EXCEL, layout, language, sheets=tuple(book.sheet_names), sheet=chosen)


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
    plain = [tuple(cell.replace(_POINT, ".") for cell in row) for row in layout.rows]
    columns = looks(names, plain, language, more)
    numbers = [place for place, column in enumerate(columns) if column.number and not column.time]
    written = (row[place] for row in layout.rows for place in numbers)
    decimal = decimal_of([cell for cell in written if _POINT not in cell], layout.delimiter)
    shown = [tuple(cell[:SHOWN_LETTERS].replace(_POINT, decimal) for cell in row) for row in layout.rows[:SHOWN_ROWS]]
    export = recognised(names)
    pairs = dict(export.pairs) if export else {}
    return Preview(
        kind,
        columns,
        tuple(shown),
        export.roles if export else guessed_roles(columns),
        (*export.milestones, *export.pairs) if export else (),
        pairs,
        export.id if export else "",
        sheets,
        sheet,
        encoding,
        layout.delimiter,
        layout.header,
        decimal,
        {column.name: column.time for column in columns if column.time},
    )
