"""Logs in workbooks that other programs opened and saved again are the same logs."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from tests.exchange.test_other_programs import NEEDED, PROGRAMS
from tests.numbers.reading.files import Event, cases, read
from tests.typed import first_sheet
from tools import office

pytestmark = pytest.mark.office

START = datetime(2026, 3, 1, 10, 30)


def _events(path: Path) -> None:
    """An event a row: dates with a clock, ids that are numbers, amounts, customers merged over their rows."""
    book = openpyxl.Workbook()
    sheet = first_sheet(book)
    sheet.append(["Kundennr", "Zeitpunkt", "Vorgang", "Umsatz"])
    for customer in range(1, 6):
        for place, step in enumerate(("Besuch", "Angebot", "Auftrag")[: 1 + customer % 3]):
            sheet.append(
                [
                    1000 + customer if place == 0 else None,
                    START + timedelta(days=customer, minutes=place * 7),
                    step,
                    12.5 * place,
                ]
            )
        if customer % 3:
            sheet.merge_cells(
                start_row=sheet.max_row - customer % 3, end_row=sheet.max_row, start_column=1, end_column=1
            )
    book.save(path)


def _steps(path: Path) -> None:
    """A customer a row below a header of two rows: days as dates and as text, and a total that is worked out."""
    book = openpyxl.Workbook()
    sheet = first_sheet(book)
    sheet.append(["Kunde", None, "Kontakt", "Verkauf", None])
    sheet.append(["Nr.", "Firma", "Erstkontakt", "Angebot", "Betrag"])
    for place in ("A1:B1", "D1:E1"):
        sheet.merge_cells(place)
    for customer in range(1, 8):
        sheet.append(
            [
                f"K{customer}",
                f"Firma {customer}",
                START + timedelta(days=customer),
                f"1{customer}.03.2026" if customer < 5 else None,
                100 * customer,
            ]
        )
    sheet.append(["Summe", None, None, None, "=SUM(E3:E9)"])
    book.save(path)


def _found(path: Path) -> list[list[Event]]:
    reading = read(path)
    return cases(reading.log)


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_log_that_another_program_saved_again_is_the_same(program: str, tmp_path: Path) -> None:
    if NEEDED.get(program, "") in office.missing():
        reason = f"{NEEDED[program]} is not installed: python -m tools.office"
        assert os.environ.get("CI") != "true", reason
        pytest.skip(reason)
    source, target = tmp_path / "source", tmp_path / "target"
    source.mkdir()
    target.mkdir()
    _events(source / "events.xlsx")
    _steps(source / "steps.xlsx")
    PROGRAMS[program](source, target)
    for name, count in (("events.xlsx", 11), ("steps.xlsx", 11)):
        before, after = _found(source / name), _found(target / name)
        assert (after, sum(map(len, before))) == (before, count)
