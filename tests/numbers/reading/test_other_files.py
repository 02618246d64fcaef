"""Workbooks and Parquet files."""

from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from journey.numbers.reading import FileKind, SkippedKind, UnreadableLog, preview
from tests.numbers.reading.files import cases, read, skipped, times
from tests.typed import first_sheet

ROWS = [
    ("K1", datetime(2026, 1, 1, 8, 30), "Besuch", 1.5),
    (102, date(2026, 1, 2), "Kauf", 12),
    ("K1", "03.01.2026 09:00", "Kauf", "1.234,50"),
]


def _workbook(folder: Path, above: int = 0) -> Path:
    book = openpyxl.Workbook()
    first_sheet(book).title = "Deckblatt"
    first_sheet(book)["A1"] = "Bericht"
    sheet = book.create_sheet("Daten")
    for column, name in enumerate(("Kunde", "Datum", "Aktion", "Umsatz"), 2):
        sheet.cell(above + 1, column, name)
    for row, cells in enumerate(ROWS, above + 2):
        for column, value in enumerate(cells, 2):
            sheet.cell(row, column, value)
    sheet.cell(above + 6, 2, "K9")
    path = folder / "log.bin"
    book.save(path)
    return path


@pytest.mark.parametrize("above", [0, 3])
def test_a_workbook_is_read_from_its_fullest_sheet(tmp_path: Path, above: int) -> None:
    path = _workbook(tmp_path, above)
    looked = preview(path)
    assert (looked.kind, looked.sheet, looked.sheets, looked.header) == (
        FileKind.EXCEL,
        "Daten",
        ("Deckblatt", "Daten"),
        above + 1,
    )
    assert looked.rows[1] == ("102", "2026-01-02", "Kauf", "12")
    columns = {"case": "Kunde", "time": "Datum", "activity": "Aktion"}
    assert read(path, columns).log.events == 3
    reading = read(path)
    assert times(reading.log) == ["2026-01-01 08:30:00", "2026-01-02 00:00:00", "2026-01-03 09:00:00"]
    assert skipped(reading) == {SkippedKind.NO_ACTIVITY: (1, (above + 6,))}


def test_numbers_in_cells_and_numbers_in_words_are_both_read(tmp_path: Path) -> None:
    reading = read(_workbook(tmp_path), {"case": "Kunde", "time": "Datum", "activity": "Aktion", "revenue": "Umsatz"})
    assert sorted(reading.log.amounts["revenue"].tolist()) == [1.5, 12.0, 1234.5]


def test_an_unknown_sheet_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLog) as caught:
        preview(_workbook(tmp_path), sheet="Wetter")
    assert (caught.value.key, caught.value.values) == ("no_sheet", {"sheet": "Wetter"})


def test_an_empty_sheet_is_said(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    openpyxl.Workbook().save(path)
    with pytest.raises(UnreadableLog) as caught:
        preview(path)
    assert caught.value.key == "empty"


def test_an_open_document_is_read_too(tmp_path: Path) -> None:
    rows = (("case", "time", "activity"), ("1", "2026-01-01", "a"), ("1", "2026-01-02", "b"))
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = f'<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="T">{cells}</table:table></office:spreadsheet></office:body></office:document-content>'
    path = tmp_path / "log.ods"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    assert read(path).log.activity.names == ("a", "b")


def _parquet(folder: Path, **columns: pa.Array) -> Path:
    path = folder / "log"
    pq.write_table(pa.table(columns), path)
    return path


@pytest.mark.parametrize(
    "kind", [pa.timestamp("us"), pa.timestamp("ns"), pa.timestamp("ms", tz="Europe/Berlin"), pa.string()]
)
def test_parquet_with_times_of_any_kind(tmp_path: Path, kind: pa.DataType) -> None:
    instants = [datetime(2026, 1, 1, 12, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC), None]
    texts = [instant.isoformat() if instant else None for instant in instants]
    time = (
        pa.array(texts)
        if kind == pa.string()
        else pa.array([i and (i if getattr(kind, "tz", None) else i.replace(tzinfo=None)) for i in instants], kind)
    )
    path = _parquet(
        tmp_path,
        user_id=pa.array([7, 7, 8]),
        time=time,
        event=pa.array(["a", "b", "c"]),
        revenue=pa.array([None, 2.5, 1]),
    )
    reading = read(path)
    assert cases(reading.log) == [[(1767268800000000, "a", None), (1767312000000000, "b", 2.5)]]
    assert skipped(reading) == {SkippedKind.UNREADABLE_TIME: (1, (3,))}


def test_parquet_with_days_and_columns_inside_structures(tmp_path: Path) -> None:
    source = pa.array([{"source": "google", "medium": "cpc"}, {"source": None, "medium": "cpc"}])
    path = _parquet(
        tmp_path,
        user_pseudo_id=pa.array(["1", "1"]),
        event_timestamp=pa.array([1775035365631786, 1775035399000000]),
        event_name=pa.array(["first_visit", "purchase"]),
        traffic_source=source,
        day=pa.array([date(2026, 4, 1)] * 2),
    )
    assert preview(path).export == "ga4"
    assert cases(read(path).log) == [[(1775035365631786, "first_visit", "google"), (1775035399000000, "purchase", "")]]
    by_day = read(
        path, {"case": "user_pseudo_id", "time": "day", "activity": "event_name", "by": "traffic_source.medium"}
    )
    assert times(by_day.log) == ["2026-04-01 00:00:00"] * 2


def test_a_case_without_an_id_in_parquet_is_none(tmp_path: Path) -> None:
    path = _parquet(
        tmp_path,
        case=pa.array(["1", None, "NULL", " "]),
        time=pa.array([date(2026, 4, 1)] * 4),
        activity=pa.array(["a"] * 4),
    )
    reading = read(path)
    assert (reading.log.events, skipped(reading)) == (1, {SkippedKind.NO_CASE: (3, (2, 3, 4))})


def test_a_large_parquet_file_keeps_its_order_among_ties(tmp_path: Path) -> None:
    rows = 300_000
    case = pa.array([f"c{n % 1_000}" for n in range(rows)])
    time = pa.array([1_767_225_600 + n // 10_000 for n in range(rows)])
    path = _parquet(tmp_path, case=case, time=time, activity=pa.array([f"{n % 7}x" for n in range(rows)]))
    log = read(path).log
    expected = sorted([(n + 1_000 * step) % 7 for step in range(300)] for n in range(1_000))
    found = [log.activity.codes[start:end].tolist() for start, end in zip(log.starts, log.starts[1:], strict=False)]
    assert sorted(found) == expected
