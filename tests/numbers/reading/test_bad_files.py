"""Broken and mistaken files: one plain sentence says what is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from journey.model import Language
from journey.numbers.reading import SkippedKind, UnreadableLog, plan_of, preview, start_reading
from tests.numbers.reading import bad_files
from tests.numbers.reading.files import a_csv, read, skipped, written


@pytest.mark.parametrize(("make", "key"), bad_files.FATAL.items(), ids=lambda value: getattr(value, "__name__", None))
def test_a_file_of_which_nothing_can_be_used_says_why(tmp_path: Path, make: Callable[[Path], Path], key: str) -> None:
    path = make(tmp_path)
    with pytest.raises(UnreadableLog) as caught:
        preview(path)
    assert caught.value.key == key
    assert all(caught.value.message(language) for language in Language)


def test_nul_bytes_in_a_text_are_spaces(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(bad_files.HEADER + bad_files.ROW * 50 + b"1,2026-01-02,b\0c\n1\0,2026-01-02,d\n")
    assert read(path).log.activity.names == ("a", "b c", "d")


def test_a_quoted_cell_without_end_costs_its_line(tmp_path: Path) -> None:
    reading = read(bad_files.open_quote(tmp_path))
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
    bad_files.workbook(tmp_path).replace(path)
    with pytest.raises(UnreadableLog) as caught:
        start_reading(path, plan).result()
    assert caught.value.key == "damaged"
