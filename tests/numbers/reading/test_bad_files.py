"""Hostile and broken files: the server lives on, and one plain sentence says what is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from journey.model import Language
from journey.numbers.reading import Limits, SkippedKind, UnreadableLog, guarded_preview, plan_of, preview, start_reading
from tests.numbers.reading import bad_files
from tests.numbers.reading.files import a_csv, read, skipped, written


@pytest.mark.parametrize(("make", "key"), bad_files.FATAL.items(), ids=lambda value: getattr(value, "__name__", None))
def test_a_file_of_which_nothing_can_be_used_says_why(tmp_path: Path, make: Callable[[Path], Path], key: str) -> None:
    path = make(tmp_path)
    looked = (
        preview
        if make not in (bad_files.far_cell, bad_files.broken_old_workbook, bad_files.false_parquet)
        else guarded_preview
    )
    with pytest.raises(UnreadableLog) as caught:
        looked(path)
    assert caught.value.key == key
    assert all(caught.value.message(language) for language in Language)


@pytest.mark.parametrize("make", [bad_files.laughing_sheet, bad_files.zip_bomb, bad_files.cut_gzip])
def test_whatever_is_in_a_file_a_guarded_look_ends(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    try:
        said = "" if guarded_preview(make(tmp_path)).columns else "nothing"
    except UnreadableLog as error:
        said = error.key
    assert said in ("", "damaged", "bomb")


def test_a_workbook_that_would_kill_the_process_kills_only_the_child(tmp_path: Path) -> None:
    good = plan_of(preview(bad_files._workbook(tmp_path)))
    with pytest.raises(UnreadableLog) as caught:
        start_reading(bad_files.far_cell(tmp_path), good).result()
    assert caught.value.key == "too_large"


def test_nul_bytes_in_a_text_are_spaces(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(bad_files.HEADER + bad_files.ROW * 50 + b"1,2026-01-02,b\0c\n1\0,2026-01-02,d\n")
    assert read(path).log.activity.names == ("a", "b c", "d")


def test_a_quoted_cell_without_end_costs_its_line(tmp_path: Path) -> None:
    reading = read(bad_files.endless_line(tmp_path))
    assert reading.log.events == 1
    assert skipped(reading) == {SkippedKind.UNREADABLE_ROW: (1, (3,))}


def test_a_cut_archive_is_damaged_whenever_that_turns_out(tmp_path: Path) -> None:
    import gzip
    import random

    plain = "".join(f"{random.random()},2026-01-01,a\n" for _ in range(120_000))
    path = tmp_path / "log"
    path.write_bytes(gzip.compress(bad_files.HEADER + plain.encode()))
    plan = plan_of(preview(path))
    path.write_bytes(path.read_bytes()[:-5_000])
    with pytest.raises(UnreadableLog) as caught:
        start_reading(path, plan).result()
    assert caught.value.key == "damaged"


def test_a_file_that_changed_its_kind_is_damaged(tmp_path: Path) -> None:
    path = written(tmp_path, a_csv(("case", "time", "activity"), ("1", "2026-01-01", "a")))
    plan = plan_of(preview(path))
    bad_files._workbook(tmp_path).replace(path)
    with pytest.raises(UnreadableLog) as caught:
        start_reading(path, plan).result()
    assert caught.value.key == "damaged"


def test_a_column_with_a_million_activities_is_the_wrong_one(tmp_path: Path) -> None:
    path = written(tmp_path, "case,time,activity\n" + "".join(f"1,2026-01-01,{n}\n" for n in range(1_000_002)))
    looked = preview(path)
    with pytest.raises(UnreadableLog) as caught:
        start_reading(path, plan_of(looked, {"case": "case", "time": "time", "activity": "activity"})).result()
    assert caught.value.key == "too_many_values"
    assert "activity" in caught.value.message(Language.EN)


def test_a_child_has_no_more_memory_than_it_is_given(tmp_path: Path) -> None:
    path = written(tmp_path, "case,time,activity\n" + "1,2026-01-01,a\n" * 1_000_000)
    with pytest.raises(UnreadableLog) as caught:
        start_reading(path, plan_of(preview(path)), Limits(memory=300 << 20)).result()
    assert caught.value.key in ("too_large", "damaged")


def test_a_child_has_no_more_time_than_it_is_given(tmp_path: Path) -> None:
    path = written(tmp_path, "case,time,activity\n" + "1,2026-01-01,a\n" * 1_000_000)
    for limits in (Limits(seconds=0.05), Limits(cpu_seconds=0)):
        with pytest.raises(UnreadableLog) as caught:
            start_reading(path, plan_of(preview(path)), limits).result()
        assert caught.value.key == "timed_out"
