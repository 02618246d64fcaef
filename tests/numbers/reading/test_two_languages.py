"""Sheets of one export whose heads are in two languages."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from journey.numbers.reading import plan_of, preview, read_log
from tests.numbers.reading.files import cases

GERMAN = [("Kundennummer", "Zeitpunkt", "Ereignis"), ("K1", "2026-01-01 10:00", "Besuch"), ("K2", "2026-01-01 11:00", "Besuch"), ("K2", "2026-01-03 11:00", "Kauf")]  # fmt: skip
ENGLISH = [("Customer ID", "Timestamp", "Event"), ("K1", "2026-02-01 10:00", "Kauf"), ("K3", "2026-02-01 11:00", "Besuch"), ("K3", "2026-02-02 11:00", "Kauf")]  # fmt: skip
OTHER = [("Item", "Price", "Event"), ("A1", "12.50", "sale"), ("A2", "9.90", "sale"), ("A3", "9.80", "new")]


def _workbook(folder: Path, *sheets: Sequence[tuple[str, ...]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"S{number}")
        for row in rows:
            sheet.append(row)
    book.save(folder / "log.xlsx")
    return folder / "log.xlsx"


@pytest.mark.parametrize("sheets", [(GERMAN, ENGLISH), (ENGLISH, GERMAN)])
def test_sheets_with_heads_in_two_languages_are_one_log(
    tmp_path: Path, sheets: tuple[Sequence[tuple[str, ...]], ...]
) -> None:
    path = _workbook(tmp_path, *sheets)
    found = [[event[1] for event in case] for case in cases(read_log(path, plan_of(preview(path))).log)]
    assert found == [["Besuch", "Kauf"]] * 3


def test_a_sheet_that_holds_other_things_is_not_joined(tmp_path: Path) -> None:
    assert not preview(_workbook(tmp_path, GERMAN, OTHER)).more_sheets
