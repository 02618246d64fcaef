"""Every limit of reading a workbook holds: what is a little over it is refused or passed over and named."""

import re
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from journey.exchange import ProblemSeverity, UnreadableFile, read_workbook
from journey.exchange.guarding import child, guard
from journey.exchange.reading import merged
from journey.model import Language
from tests.builders import a_touchpoint, a_workshop
from tests.exchange.bad_files import SHEET, a_good_one, in_sheet, repacked
from tests.exchange.hands import edited, write

Run = Callable[[str], None]


@pytest.fixture
def in_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Gives the child process statements to run before it reads."""

    def run(statements: str) -> None:
        begin = 'if __name__ == "__main__":'
        changed = tmp_path / "child.py"
        changed.write_text(guard._CHILD.read_text("utf-8").replace(begin, f"{statements}\n\n{begin}"), "utf-8")
        monkeypatch.setattr(guard, "_CHILD", changed)

    return run


def _entries(data: bytes) -> tuple[int, int, int]:
    """How many entries a zip has, and their bytes unpacked and packed."""
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
    return len(entries), sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)


def _with_rows(rows: bytes) -> bytes:
    return in_sheet(b"</sheetData>", rows + b"</sheetData>")


def _touchpoints(data: bytes) -> guard.CellSheet:
    return guard.cells_of(data).sheets[5]


def test_a_file_over_the_largest_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = a_good_one()
    monkeypatch.setattr(guard, "LARGEST", len(data))
    guard.cells_of(data)
    monkeypatch.setattr(guard, "LARGEST", len(data) - 1)
    with pytest.raises(UnreadableFile, match="large_file"):
        guard.cells_of(data)


@pytest.mark.parametrize("limit", ["MOST_ENTRIES", "MOST_UNPACKED"])
def test_a_file_that_unpacks_to_more_than_the_limit_is_refused(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = a_good_one()
    entries, unpacked, _ = _entries(data)
    most = entries if limit == "MOST_ENTRIES" else unpacked
    monkeypatch.setattr(guard, limit, most)
    guard.cells_of(data)
    monkeypatch.setattr(guard, limit, most - 1)
    with pytest.raises(UnreadableFile, match="bomb"):
        guard.cells_of(data)


def test_a_file_that_is_packed_tighter_than_the_limit_is_refused_unless_it_is_small(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = a_good_one()
    _, unpacked, packed = _entries(data)
    monkeypatch.setattr(guard, "MOST_RATIO", unpacked / packed * 0.97)
    guard.cells_of(data)
    monkeypatch.setattr(guard, "ALWAYS_SMALL", unpacked - 1)
    with pytest.raises(UnreadableFile, match="bomb"):
        guard.cells_of(data)


@pytest.mark.parametrize(("row", "cell"), [(200_001, "A200001"), (4, "GS4")])
def test_a_cell_just_past_the_last_row_or_column_is_passed_over_and_named(row: int, cell: str) -> None:
    data = _with_rows(b'<row r="%d"><c r="%s"><v>1</v></c></row>' % (row, cell.encode()))
    reading = read_workbook(data, Language.DE)
    assert [t.title for t in reading.workshop.touchpoints] == ["Newsletter", "Shop"]
    problem = next(p for p in reading.problems if p.key == "beyond")
    assert problem.sheet == "Touchpoints"
    assert cell in problem.message(Language.DE)


def test_a_cell_in_the_last_row_and_column_is_read() -> None:
    cells = _touchpoints(_with_rows(b'<row r="200000"><c r="GR200000"><v>1</v></c></row>'))
    assert (cells.rows[-1][0], len(cells.rows[-1][1]), cells.beyond) == (200_000, 200, ())


def test_more_cells_than_the_limit_are_refused(in_child: Run) -> None:
    held = sum(cell is not None for s in guard.cells_of(a_good_one()).sheets for _, row in s.rows for cell in row)
    in_child(f"MOST_CELLS = {held}")
    guard.cells_of(a_good_one())
    in_child(f"MOST_CELLS = {held - 1}")
    with pytest.raises(UnreadableFile, match="too_large"):
        guard.cells_of(a_good_one())


def test_of_more_sheets_than_the_limit_the_first_are_read(in_child: Run) -> None:
    in_child("MOST_SHEETS = 3")
    assert len(guard.cells_of(a_good_one()).sheets) == 3


def test_of_more_cells_past_the_last_column_than_the_limit_the_first_are_named(in_child: Run) -> None:
    in_child("MOST_PLACES = 2")
    row = b"".join(b'<c r="%s4"><f>1+1</f><v>2</v></c>' % name for name in (b"GR", b"GS", b"GT", b"GU", b"GQ", b"GP"))
    cells = _touchpoints(_with_rows(b'<row r="4">' + row + b"</row>"))
    assert cells.beyond == ("GS4", "GT4")
    assert len(cells.formulas) == 2


def test_a_sheet_is_given_up_at_the_first_cell_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MOST_CELLS", 2)
    grid, row = child._Grid(), list[Any]()
    grid.keep(row, 1, 0, "a")
    grid.keep(row, 1, 1, "b")
    with pytest.raises(child.TooLarge):
        grid.keep(row, 1, 2, "c")


@pytest.mark.parametrize(
    "cell",
    [
        b't="inlineStr"><is><t>abcdefghijk</t></is>',
        b't="inlineStr"><is><r><t>abcdef</t></r><r><t>ghijk</t></r></is>',
        b't="str"><v>abcdefghijk</v>',
    ],
)
def test_every_kind_of_text_is_cut_at_the_limit(in_child: Run, cell: bytes) -> None:
    in_child("MOST_TEXT = 10")
    data = _with_rows(b'<row r="4"><c r="A4" ' + cell + b"</c></row>")
    number, cells = _touchpoints(data).rows[-1]
    assert (number, cells) == (4, ["abcdefghij"])


@pytest.mark.parametrize("text", [b"<t>abcdefghijk</t>", b"<r><t>abcdef</t></r><r><t>ghijk</t></r>"])
def test_a_shared_text_is_cut_at_the_limit(in_child: Run, text: bytes) -> None:
    in_child("MOST_TEXT = 10")
    data = repacked(a_good_one(), lambda _, part: part.replace(b"<t>Shop</t>", text))
    assert _touchpoints(data).rows[2][1][0] == "abcdefghij"


def test_a_text_longer_than_the_limit_is_cut_and_said_so() -> None:
    letters = b"ab cd " * (child.MOST_TEXT // 6 + 200)
    data = _with_rows(b'<row r="4"><c r="A4" t="inlineStr"><is><t>' + letters + b"</t></is></c></row>")
    assert len(_touchpoints(data).rows[-1][1][0]) == child.MOST_TEXT
    reading = read_workbook(data, Language.DE)
    assert len(reading.workshop.touchpoints[2].title) == 200
    assert any(p.key == "too_long" and p.row == 4 and p.severity is ProblemSeverity.ERROR for p in reading.problems)


def test_a_claimed_size_is_not_believed() -> None:
    claimed = b'<dimension ref="A1:GS4"/>'
    data = repacked(
        a_good_one(), lambda name, part: re.sub(rb"<dimension[^>]*>", claimed, part) if name == SHEET else part
    )
    reading = read_workbook(data, Language.DE)
    assert (len(reading.workshop.touchpoints), reading.problems) == (2, ())


def test_of_more_merged_cells_than_the_limit_the_first_are_known(in_child: Run) -> None:
    in_child("MOST_MERGED = 2")
    areas = b"".join(b'<mergeCell ref="%s2:%s3"/>' % (name, name) for name in (b"C", b"D", b"E"))
    data = in_sheet(b"</sheetData>", b'</sheetData><mergeCells count="3">' + areas + b"</mergeCells>")
    assert _touchpoints(data).merged == ("C2:C3", "D2:D3")


@pytest.mark.parametrize(("most", "owners"), [(3, ["Anna"] * 4), (2, ["Anna", "Anna", "Anna", ""])])
def test_merged_cells_hold_for_no_more_rows_than_the_limit(
    most: int, owners: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merged, "MOST_COVERED", most)
    workshop = a_workshop(touchpoints=[a_touchpoint(f"T{n}", id=f"t{n}", rank=n) for n in range(4)])

    def merge(book: Any) -> None:
        sheet = book["Touchpoints"]
        write(sheet, 2, Verantwortlich="Anna")
        place = next(cell.column for cell in sheet[1] if cell.value == "Verantwortlich")
        sheet.merge_cells(start_row=2, end_row=5, start_column=place, end_column=place)

    assert [t.owner for t in edited(workshop, merge).workshop.touchpoints] == owners


def test_a_reader_over_its_time_is_stopped(in_child: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    in_child("import time\ntime.sleep(3)")
    monkeypatch.setattr(guard, "SECONDS", 0.5)
    with pytest.raises(UnreadableFile, match="too_large"):
        guard.cells_of(a_good_one())


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no limits for a process")
def test_a_reader_over_its_memory_is_stopped(in_child: Run) -> None:
    in_child("MEMORY, load = 200 << 20, read\ndef read(data): return [bytes(210 << 20)] and load(data)")
    with pytest.raises(UnreadableFile, match="too_large"):
        guard.cells_of(a_good_one())


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no limits for a process")
def test_a_reader_over_its_processor_time_is_stopped(in_child: Run) -> None:
    busy = "import time\nload = read\ndef read(data):\n    while time.process_time() < 1.5: pass\n    return load(data)"
    in_child(f"CPU_SECONDS = 1\n{busy}")
    with pytest.raises(UnreadableFile, match="too_large"):
        guard.cells_of(a_good_one())


def test_a_child_that_ends_itself_harms_nobody_else(in_child: Run) -> None:
    in_child("import os\nos._exit(3)")
    with pytest.raises(UnreadableFile, match="damaged"):
        guard.cells_of(a_good_one())
