"""Workbooks as offices keep them: merged cells, a sheet a month, summaries beside the log, American days."""

import math
from datetime import date, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import openpyxl
import pytest

from journey.model import Language
from journey.numbers.reading import guarded_preview, plan_of, preview, start_reading
from tests.numbers.reading.files import cases, read, times
from tests.typed import first_sheet

HEADER = ("Kundennr", "Datum", "Aktion")
ROWS = [
    ("K0", 5, "Besuch"),
    ("K0", 6, "Angebot"),
    ("K0", 7, "Auftrag"),
    ("K1", 8, "Besuch"),
    ("K2", 9, "Besuch"),
    ("K2", 14, "Angebot"),
]


@pytest.mark.parametrize(("down", "right"), [(0, 0), (3, 2)])
def test_a_merged_cell_holds_for_all_rows_that_it_covers(tmp_path: Path, down: int, right: int) -> None:
    book = openpyxl.Workbook()
    sheet = first_sheet(book)
    for column, name in enumerate(HEADER, right + 1):
        sheet.cell(down + 1, column, name)
    last: dict[str, int] = {}
    for number, (case, day, what) in enumerate(ROWS, down + 2):
        first = last.setdefault(case, number)
        cells = (case if first == number else None, datetime(2026, 1, day, 9), what)
        for column, value in enumerate(cells, right + 1):
            sheet.cell(number, column, value)
    for case, first in last.items():
        count = sum(row[0] == case for row in ROWS)
        if count > 1:
            sheet.merge_cells(start_row=first, end_row=first + count - 1, start_column=right + 1, end_column=right + 1)
    book.save(tmp_path / "log.xlsx")
    reading = read(tmp_path / "log.xlsx")
    assert (reading.log.events, reading.log.cases, reading.skipped) == (6, 3, ())


def test_sheets_alike_are_one_log_and_are_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(first_sheet(book))
    for month, name in enumerate(("Januar", "Februar", "März"), 1):
        sheet = book.create_sheet(name)
        if month == 2:
            sheet.append(["Februar 2026"])
        sheet.append(HEADER)
        for case, day, what in ROWS[: month + 3]:
            sheet.append((case, date(2026, month, day), what))
    book.save(tmp_path / "log.xlsx")
    looked = preview(tmp_path / "log.xlsx")
    assert read(tmp_path / "log.xlsx").log.events == 4 + 5 + 6
    for language in Language:
        assert all(name in looked.hint_words(language)[0] for name in book.sheetnames)
    assert read(tmp_path / "log.xlsx", sheet="Januar").log.events == 4


def test_sheets_of_one_log_are_matched_by_their_heads_not_by_their_places(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(first_sheet(book))
    orders = (
        ("Kunde", "Datum", "Schritt", "Wert"),
        ("Schritt", "Wert", "Datum", "Kunde"),
        ("Datum", "kunde ", "Schritt"),
    )
    for month, heads in enumerate(orders, 1):
        sheet = book.create_sheet(f"Monat {month}")
        sheet.append(heads)
        for number in range(5 - month):
            cells = {
                "Kunde": f"K{number}",
                "Datum": date(2026, month, 10),
                "Schritt": f"Stufe {month}",
                "Wert": 10 * month,
            }
            sheet.append([cells[head.strip().capitalize()] for head in heads])
    other = book.create_sheet("Filialen")
    for row in (("Filiale", "Ort", "Datum"), ("F1", "Ulm", date(2026, 1, 1)), ("F2", "Bonn", date(2026, 1, 1))):
        other.append(row)
    book.save(tmp_path / "log.xlsx")
    log = read(tmp_path / "log.xlsx").log
    codes = [log.activity.names[code] for code in log.activity.codes]
    assert {name: codes.count(name) for name in codes} == {"Stufe 1": 4, "Stufe 2": 3, "Stufe 3": 2}
    assert log.cases == 4
    assert sorted(log.amounts["revenue"][log.amounts["revenue"] > 0].tolist()) == [10] * 4 + [20] * 3
    guarded = start_reading(tmp_path / "log.xlsx", plan_of(guarded_preview(tmp_path / "log.xlsx"))).result()
    assert guarded.log.events == log.events == 9


def _book(path: Path, **sheets: list[tuple[object, ...]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(first_sheet(book))
    for name, rows in sheets.items():
        for row in [book.create_sheet(name), *rows][1:]:
            book[name].append(row)
    book.save(path / "log.xlsx")
    return path / "log.xlsx"


def test_columns_that_only_some_sheets_of_a_log_have_are_empty_elsewhere(tmp_path: Path) -> None:
    path = _book(
        tmp_path,
        Januar=[("Kunde", "Datum", "Schritt"), *((f"K{n}", date(2026, 1, n + 1), "Besuch") for n in range(6))],
        Februar=[
            ("Datum", "Kanal", "Kunde", "Ort", "Schritt", "Betrag"),
            *((f"{n + 13}.2.2026", "Laden", f"K{n}", "Ulm", "Kauf", 10 * n) for n in range(1, 5)),
        ],
        Deckblatt=[("Thema", "Wer"), ("Bericht", "wir")],
    )
    looked, log = preview(path), read(path).log
    assert looked.hints == (("several_sheets", "Januar, Februar"), ("sheets", "Deckblatt"))
    assert (log.events, log.cases) == (10, 6)
    assert np.nansum(log.amounts["revenue"]) == 100
    channel = log.attributes["channel"]
    assert [channel.names[code] for code in channel.codes if code >= 0] == ["Laden"] * 4
    assert start_reading(path, plan_of(guarded_preview(path))).result().log.events == 10


def test_a_step_that_only_one_branch_writes_down_keeps_its_place(tmp_path: Path) -> None:
    path = _book(
        tmp_path,
        Ulm=[
            ("Kunde", "Anfrage", "Kauf"),
            *((f"K{n}", date(2026, 1, n + 1), date(2026, 2, n + 1)) for n in range(6)),
        ],
        Bonn=[
            ("Anfrage", "Kunde", "Besuch", "Kauf"),
            *((date(2026, 1, n + 1), f"B{n}", date(2026, 2, 3), date(2026, 2, 3)) for n in range(4)),
        ],
        Hof=[("Kauf", "Kunde", "Anfrage"), *((date(2026, 3, 1), f"H{n}", "") for n in range(3))],
    )
    plan = plan_of(preview(path))
    assert [column for column, _ in plan.milestones] == ["Anfrage", "Besuch", "Kauf"]
    assert [sheet.name for sheet in plan.more_sheets] == ["Bonn", "Hof"]
    assert sorted(len(events) for events in cases(read(path).log)) == [1] * 3 + [2] * 6 + [3] * 4


def test_a_summary_is_not_preferred_to_the_log(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    summary = first_sheet(book)
    summary.title = "Auswertung"
    summary.append(("Tag", "Besuche", "Aufträge"))
    for day in range(1, 29):
        summary.append((date(2026, 1, day), day, day // 2))
    log = book.create_sheet("Daten")
    for row in (HEADER, *((case, date(2026, 1, day), what) for case, day, what in ROWS)):
        log.append(row)
    book.save(tmp_path / "log.xlsx")
    assert preview(tmp_path / "log.xlsx").sheet == "Daten"


def test_american_days_that_a_foreign_excel_swapped_are_put_right(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first_sheet(book).append(HEADER)
    for number, day in enumerate((5, 6, 13, 14, 7, 20, 8)):
        cell: str | datetime = f"1/{day}/2026" if day > 12 else datetime(2026, day, 1)
        first_sheet(book).append((f"K{number % 3}", cell, "Besuch"))
    book.save(tmp_path / "log.xlsx")
    assert [time[:10] for time in times(read(tmp_path / "log.xlsx").log)] == [
        f"2026-01-{day:02}" for day in (5, 6, 7, 8, 13, 14, 20)
    ]
    assert ("swapped", "Datum") in preview(tmp_path / "log.xlsx").hints


@pytest.mark.parametrize("between", ["", "\n      "])
def test_an_open_document_may_have_white_space_between_its_cells(tmp_path: Path, between: str) -> None:
    def row(*cells: str) -> str:
        found = (
            f'<table:table-cell office:value-type="string">{between}<text:p>{cell}</text:p>{between}</table:table-cell>'
            for cell in cells
        )
        return f"{between}<table:table-row>{between}{between.join(found)}{between}</table:table-row>"

    rows = row(*HEADER) + "".join(row(case, f"2026-01-{day:02}", f"{what} und  mehr") for case, day, what in ROWS)
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    with ZipFile(tmp_path / "log.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="T">{rows}{between}</table:table></office:spreadsheet></office:body></office:document-content>',
        )
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    reading = read(tmp_path / "log.ods")
    assert (reading.log.events, reading.log.cases) == (6, 3)


def test_a_whole_second_stays_one_though_a_day_s_fraction_falls_short_of_it(tmp_path: Path) -> None:
    minutes = [datetime(2026, 3, 3, 10, 30) + timedelta(minutes=7 * step) for step in range(60)]
    book = openpyxl.Workbook()
    sheet = first_sheet(book)
    sheet.append(["Kunde", "Zeit", "Was"])
    for row, minute in enumerate(minutes, 2):
        days = (minute - datetime(1899, 12, 30)) / timedelta(days=1)
        sheet.append(["K1", math.floor(days * 1e8) / 1e8, "Besuch"])
        sheet.cell(row, 2).number_format = "yyyy-mm-dd hh:mm"
    book.save(tmp_path / "log.xlsx")
    assert times(read(tmp_path / "log.xlsx").log) == [f"{minute}" for minute in minutes]
