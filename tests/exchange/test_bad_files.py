"""Hostile and mistaken files: each gets its own message, quickly, and never harms the reader."""

import sys
from pathlib import Path

import pytest

from journey.exchange import Severity, UnreadableFile, guard, read_document, read_workbook
from journey.model import Language
from tests.exchange import bad_files


@pytest.mark.parametrize("case", bad_files.REFUSED)
def test_a_file_that_is_no_workbook_of_ours_is_refused_with_its_own_message(case: str) -> None:
    make, key = bad_files.REFUSED[case]
    with pytest.raises(UnreadableFile) as refusal:
        read_document(make(), "workshop.xlsx", Language.DE)
    assert refusal.value.key == key
    for language in Language:
        assert len(refusal.value.message(language)) > 10


def test_a_file_beyond_the_size_limit_is_not_even_opened() -> None:
    with pytest.raises(UnreadableFile, match="large_file"):
        read_workbook(b"PK" + b"\0" * guard.LARGEST, Language.EN)


def test_a_cell_in_the_last_corner_of_the_sheet_is_passed_over_and_named() -> None:
    reading = read_workbook(bad_files.far_cell(), Language.DE)
    assert [t.title for t in reading.workshop.touchpoints] == ["Newsletter", "Shop"]
    problem = next(p for p in reading.problems if p.key == "beyond")
    assert problem.sheet == "Touchpoints"
    assert "XFD1048576" in problem.message(Language.DE)


def test_a_merge_over_the_whole_sheet_is_named_and_does_not_hang() -> None:
    reading = read_workbook(bad_files.huge_merge(), Language.DE)
    assert len(reading.workshop.touchpoints) == 2
    assert any(p.key == "merged" and "A1:XFD100000" in p.message(Language.EN) for p in reading.problems)


def test_a_claimed_size_is_not_believed() -> None:
    reading = read_workbook(bad_files.huge_dimension(), Language.DE)
    assert (len(reading.workshop.touchpoints), reading.problems) == (2, ())


def test_more_rows_than_any_workshop_has_are_passed_over() -> None:
    rows = guard.cells_of(bad_files.many_rows()).sheets[5]
    assert len(rows.rows) <= 200_000
    assert rows.beyond


def test_a_cell_with_millions_of_letters_is_cut_and_said_so() -> None:
    reading = read_workbook(bad_files.long_text(), Language.DE)
    assert len(reading.workshop.touchpoints[2].title) == 200
    assert any(p.key == "too_long" and p.row == 4 and p.severity is Severity.ERROR for p in reading.problems)


def test_macros_are_named_and_the_rest_is_read() -> None:
    reading = read_workbook(bad_files.with_macros(), Language.EN)
    assert len(reading.workshop.touchpoints) == 2
    assert [p.key for p in reading.problems] == ["macros"]


def test_a_reader_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = tmp_path / "endless.py"
    endless.write_text("while True: pass", "utf-8")
    monkeypatch.setattr(guard, "_CHILD", endless)
    monkeypatch.setattr(guard, "SECONDS", 0.5)
    with pytest.raises(UnreadableFile, match="too_large"):
        guard.cells_of(bad_files.a_good_one())


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no memory limit for a process")
def test_a_reader_that_takes_too_much_memory_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = guard._CHILD.read_text("utf-8")
    greedy = tmp_path / "greedy.py"
    greedy.write_text(child.replace("answer = read(", "answer = [b'x' * (2 << 30)] and read("), "utf-8")
    monkeypatch.setattr(guard, "_CHILD", greedy)
    with pytest.raises(UnreadableFile, match="too_large"):
        guard.cells_of(bad_files.a_good_one())
