"""What is worth telling about a file as a whole: sheets and columns that are missing or foreign, formulas, macros."""

from journey.exchange.guard import Cells
from journey.exchange.layout import TABLES
from journey.exchange.problems import Severity
from journey.exchange.recognise import Found, FoundTable
from journey.exchange.rows import Job
from journey.model import Language


def note_file(cells: Cells, found: Found, job: Job) -> None:
    """Report what the reading cannot see row by row."""
    if cells.macros:
        job.report.add(Severity.NOTE, "macros")
    for name in found.unknown:
        job.report.add(Severity.NOTE, "unknown_sheet", name)
    done = "kept" if job.base else "empty"
    if found.form is None:
        job.report.add(Severity.NOTE, "no_cover", done="kept" if job.base else "left_out")
    for layout in TABLES:
        table = found.tables.get(layout.kind)
        if table is None:
            job.report.add(Severity.NOTE, "no_sheet", layout.name(found.language), done=done)
        else:
            _table_problems(table, found.language, job)


def _table_problems(table: FoundTable, language: Language, job: Job) -> None:
    sheet = table.sheet
    for column in table.layout.columns:
        if column.field not in table.columns:
            done = "kept" if job.base else "left_out"
            job.report.add(Severity.NOTE, "no_column", sheet.name, column=column.header(language), done=done)
    for header in table.foreign:
        job.report.add(Severity.NOTE, "foreign_column", sheet.name, column=header[:60])
    for ref in sheet.merged:
        job.report.add(Severity.NOTE, "merged", sheet.name, value=ref)
    if sheet.beyond:
        job.report.add(Severity.NOTE, "beyond", sheet.name, value=sheet.beyond[0])
    by_column = {place: table.headers[field] for field, place in table.columns.items()}
    for row, place in sorted(sheet.formulas):
        if row > table.header_row and place in by_column:
            job.report.add(Severity.NOTE, "formula", sheet.name, row, column=by_column[place])
