"""What is worth telling about a file as a whole: sheets and columns that are missing or foreign, formulas, macros."""

from collections.abc import Sequence
from typing import Any

from journey.exchange.guarding.guard import Cells
from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.cells import shown
from journey.exchange.layout.lean_sheet import column_letters
from journey.exchange.layout.recognise import Found, FoundForm, FoundTable
from journey.exchange.layout.report import Job
from journey.exchange.layout.sealed import edited_sheets
from journey.exchange.layout.tables import FORM, TABLES
from journey.exchange.reading.comments import tell_comments
from journey.exchange.reading.map_edits import tell_map_edits
from journey.exchange.reading.rows import Row
from journey.model import Language


def note_file(cells: Cells, found: Found, job: Job) -> None:
    """Report what the reading cannot see row by row."""
    if cells.macros:
        job.report.add(ProblemSeverity.NOTE, "macros")
    for name in found.unknown:
        job.report.add(ProblemSeverity.NOTE, "unknown_sheet", name)
    done = "kept" if job.base else "empty"
    _other_comments(cells, found, job)
    tell_map_edits(cells, found, job)
    for name in edited_sheets(cells.sheets, found.lists):
        job.report.add(ProblemSeverity.NOTE, "read_only_edit", name, done="read_only")
    if found.form is None:
        job.report.add(ProblemSeverity.NOTE, "no_cover", done="kept" if job.base else "left_out")
    else:
        _form_problems(found.form, found.language, job)
    for layout in TABLES:
        table = found.tables.get(layout.kind)
        if table is None:
            job.report.add(ProblemSeverity.NOTE, "no_sheet", layout.name(found.language), done=done)
        else:
            _table_problems(table, found.language, job)


def _table_problems(table: FoundTable, language: Language, job: Job) -> None:
    sheet = table.sheet
    for column in table.layout.columns:
        if column.field not in table.columns:
            done = "kept" if job.base else "left_out"
            job.report.add(ProblemSeverity.NOTE, "no_column", sheet.name, column=column.header(language), done=done)
    for header in table.foreign:
        job.report.add(ProblemSeverity.NOTE, "foreign_column", sheet.name, column=header[:60])
    for ref in sheet.merged:
        job.report.add(ProblemSeverity.NOTE, "merged", sheet.name, value=ref)
    if sheet.beyond:
        job.report.add(ProblemSeverity.NOTE, "beyond", sheet.name, value=sheet.beyond[0])
    _beside(table, job)


def tell_formulas(table: FoundTable, rows: Sequence[Row], job: Job) -> None:
    """Report the formulas of a table's cards whose results are taken; an error among these is told where it is read."""
    headers = {place: table.headers[field] for field, place in table.columns.items()}
    cards = {row.number: row.cells for row in rows}
    for number, place in sorted(table.sheet.formulas):
        value = cards[number][place] if number in cards and place < len(cards[number]) else None
        taken = value is not None and not (isinstance(value, dict) and value.keys() & {"formula", "error"})
        if taken and place in headers:
            job.report.add(ProblemSeverity.NOTE, "formula", table.sheet.name, number, column=headers[place])


_NO_RESULT = {"formula": ""}


def _beside(table: FoundTable, job: Job) -> None:
    """Report what stands above the header, and in columns that have none."""
    sheet = table.sheet
    for number, cells in sheet.rows:
        if number >= table.header_row:
            break
        words = " · ".join(shown(value) for value in cells if value is not None)
        job.report.add(ProblemSeverity.NOTE, "above_table", sheet.name, number, value=words[:80])
    free: dict[int, list[tuple[int, Any]]] = {place: [] for place in table.free}
    for number, cells in table.rows if free else ():
        for place, found in free.items():
            value = cells[place] if place < len(cells) else None
            if value is not None and not (isinstance(value, str) and not value.strip()):
                found.append((number, value))
    for place, found in free.items():
        if found:
            number, value = found[0]
            count, letters = str(len(found)), column_letters(place)
            job.report.add(
                ProblemSeverity.NOTE,
                "nameless_column",
                sheet.name,
                number,
                column=letters,
                value=shown(value),
                count=count,
            )


def _other_comments(cells: Cells, found: Found, job: Job) -> None:
    """Report the comments of sheets that are no tables."""
    taken = [table.sheet for table in found.tables.values()]
    for sheet in cells.sheets:
        if all(sheet is not each for each in taken):
            tell_comments(sheet, sheet.comments, job)


def _form_problems(form: FoundForm, language: Language, job: Job) -> None:
    """Report formulas in the frame's form, rows that are not there, and what stands beside its values."""
    sheet = form.sheet
    for column in FORM.columns:
        if column.field not in form.values and not column.cells.technical:
            done, header = "kept" if job.base else "left_out", column.header(language)
            job.report.add(ProblemSeverity.NOTE, "no_row", sheet.name, column=header, done=done)
    rows = dict(sheet.rows)
    for number, label, value in form.values.values():
        cells = rows[number]
        place = next(place for place, each in enumerate(cells) if isinstance(each, str)) + form.beside
        if (number, place) in sheet.formulas and value != _NO_RESULT:
            job.report.add(ProblemSeverity.NOTE, "formula", sheet.name, number, column=label)
        if beside := [shown(each) for each in cells[place + 1 :] if each is not None]:
            job.report.add(
                ProblemSeverity.NOTE, "beside_value", sheet.name, number, column=label, value=" · ".join(beside)[:80]
            )
