"""Edits a written workbook as a person would, through openpyxl, and reads it back."""

import copyreg
import pickle
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.worksheet.table import Table, TableList

from journey.exchange import Reading, read_workbook, write_workbook
from journey.model import Language, Workshop
from tests.typed import first_sheet

Edit = Callable[[Any], None]


def edited(workshop: Workshop, edit: Edit, language: Language = Language.DE, base: Workshop | None = None) -> Reading:
    """The reading of a workshop's workbook after somebody edited it."""
    return read_workbook(by_hand(_written(workshop, language), edit), language, base)


def by_hand(data: bytes, edit: Edit) -> bytes:
    book = pickle.loads(_loaded(data))
    edit(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


_written = lru_cache(maxsize=4)(write_workbook)
"""Most tests of a module begin with the same workbook."""


@lru_cache(maxsize=4)
def _loaded(data: bytes) -> bytes:
    """A workbook as openpyxl has read it: to copy that takes a third of the time."""
    return pickle.dumps(openpyxl.load_workbook(BytesIO(data)))


def _copied(tables: TableList) -> tuple[Callable[[list[Table]], TableList], tuple[list[Table]]]:
    """How a sheet's tables are copied; their `items` are not what a dict's are."""
    return _tables, ([*tables.values()],)


def _tables(held: list[Table]) -> TableList:
    tables = TableList()
    for table in held:
        tables.add(table)
    return tables


copyreg.pickle(TableList, _copied)


def with_results(xml: str, result: int) -> str:
    """A sheet whose formulas have a stored result. openpyxl writes none, in another way where lxml is installed."""
    return re.sub(r"</f><v ?(/>|></v>)", f"</f><v>{result}</v>", xml)


def patched(data: bytes, sheet: str, change: Callable[[str], str]) -> bytes:
    """A workbook with the XML of a sheet changed as no library would write it."""
    names = openpyxl.load_workbook(BytesIO(data), read_only=True).sheetnames
    part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
    target, changed = BytesIO(), False
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                content, before = change(content.decode()).encode(), content
                changed = content != before
            new.writestr(name, content)
    assert changed, "nothing was patched"
    return target.getvalue()


def of_strangers(*rows: Sequence[object], sheet: str = "Journey") -> bytes:
    """A workbook that somebody made without this app."""
    book = openpyxl.Workbook()
    first_sheet(book).title = sheet
    for row in rows:
        first_sheet(book).append(list(row))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def column(sheet: Any, header: str) -> int:
    """The number of the column with a header."""
    return next(place for place, cell in enumerate(sheet[1], start=1) if cell.value == header)


def write(sheet: Any, row: int, **cells: Any) -> None:
    """Write into a row by headers ("_" stands for a space)."""
    for header, value in cells.items():
        sheet.cell(row, column(sheet, header.replace("_", " "))).value = value


def headed(sheet: Any, row: int, cells: dict[str, Any]) -> None:
    """Write into a row by headers of any spelling."""
    for header, value in cells.items():
        sheet.cell(row, column(sheet, header)).value = value


def keys(reading: Reading) -> list[str]:
    return [problem.key for problem in reading.problems]
