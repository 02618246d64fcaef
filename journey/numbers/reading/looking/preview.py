"""A first look at a file: what is in it, and a guess of what is what, for a person to confirm."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from journey.model import Language
from journey.numbers.reading.dialect import Dialect
from journey.numbers.reading.files import parquet
from journey.numbers.reading.files.encoding import sniffed, spread
from journey.numbers.reading.files.foreign import as_table
from journey.numbers.reading.files.kinds import kind_of
from journey.numbers.reading.files.prose import is_prose
from journey.numbers.reading.looking.layout import FileLayout, layout_of, split_line
from journey.numbers.reading.looking.suggestion import Preview
from journey.numbers.reading.looking.table import MOST_COLUMNS, looked_at
from journey.numbers.reading.looking.workbook import SAMPLE_ROWS, workbook_preview
from journey.numbers.reading.outcome import UnreadableLog
from journey.numbers.reading.plan import FileKind

_FEW_BYTES = 2
"""So many bytes may be lost before a file looks as if it had been glued together."""


def preview(path: Path, *, sheet: str = "", language: Language = Language.DE, case: str = "") -> Preview:
    """Look at the start of a file. `case`: the column that a person named for it. `language` names columns without a header and settles which of day and month is
    suggested where both are possible. UnreadableLog says what else the file is. On strangers' files use guarded_preview.
    """
    with as_table(path) as table:
        kind = kind_of(table)
        if kind is FileKind.EXCEL:
            return workbook_preview(table, sheet, language, case)
        return (_of_parquet if kind is FileKind.PARQUET else _of_text)(table, language, case)


def _of_text(path: Path, language: Language, case: str) -> Preview:
    encoding, start, broken = sniffed(path)
    layout = layout_of(start)
    dialect = Dialect(layout.delimiter, layout.quote, layout.escape)
    split = (split_line(line, dialect) for line in spread(path, encoding))
    more = [cells for cells in split if cells and len(cells) == layout.columns]
    try:
        looked = looked_at(FileKind.TEXT, layout, language, more=more, encoding=encoding, case=case)
    except UnreadableLog as error:
        raise (UnreadableLog("prose") if is_prose(start) else error) from error
    if not looked.times and not looked.days and is_prose(start):
        raise UnreadableLog("prose")
    again = layout.header > 0 and layout.names in layout.rows
    hints = [("glued", "")] if broken > _FEW_BYTES or again else []
    return replace(looked, broken=broken > 0, hints=(*looked.hints, *hints))


def _of_parquet(path: Path, language: Language, case: str) -> Preview:
    import duckdb

    from journey.numbers.reading.files.engine import connected
    from journey.numbers.reading.files.source import linked

    with TemporaryDirectory(prefix="journey-log-") as folder:
        file = linked(path, Path(folder))
        try:
            with connected(Path(folder), file) as connection:
                fields = parquet.fields(connection, file)
                rows = parquet.first_rows(connection, file, fields[:MOST_COLUMNS], SAMPLE_ROWS)
        except duckdb.Error as error:
            raise UnreadableLog("damaged") from error
    layout = FileLayout("", 1, tuple(field.name for field in fields), tuple(rows), len(fields))
    return looked_at(FileKind.PARQUET, layout, language, case=case)
