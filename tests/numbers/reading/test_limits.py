"""Every limit of reading a log holds: what is a little over it is refused, and only a child process is ever harmed."""

import gzip
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from journey.model import Language
from journey.numbers.reading import (
    Limits,
    UnreadableLog,
    guarded_preview,
    plan_of,
    preview,
    read_log,
    start_reading,
)
from journey.numbers.reading.child import job
from journey.numbers.reading.coding import scan
from journey.numbers.reading.dialect import Dialect
from journey.numbers.reading.files import excel, foreign, records
from tests.numbers.reading.bad_files import HEADER, ROW, workbook
from tests.numbers.reading.files import read, written

LOOKING = import_module("journey.numbers.reading.looking.table")
PLAIN = "case,time,activity\n1,2026-01-01,a\n"


def _refusal(look: Callable[[], object]) -> str:
    """The key of what is said about a file."""
    with pytest.raises(UnreadableLog) as caught:
        look()
    assert all(caught.value.message(language) for language in Language)
    return caught.value.key


def _zip(folder: Path, *rows: bytes, more: int = 0) -> Path:
    """A zip with one table, and other files."""
    with ZipFile(folder / "log.zip", "w", ZIP_DEFLATED) as archive:
        archive.writestr("log.csv", HEADER + ROW + b"".join(rows))
        for number in range(more):
            archive.writestr(f"{number}.png", b"")
    return folder / "log.zip"


def _sizes(path: Path) -> tuple[int, int, int]:
    """How many entries a zip has, and their bytes unpacked and packed."""
    with ZipFile(path) as archive:
        entries = archive.infolist()
    return len(entries), sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)


def test_a_workbook_over_the_largest_size_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path)
    monkeypatch.setattr(excel, "LARGEST", path.stat().st_size)
    preview(path)
    monkeypatch.setattr(excel, "LARGEST", path.stat().st_size - 1)
    assert _refusal(lambda: preview(path)) == "too_large"


@pytest.mark.parametrize("limit", ["MOST_ENTRIES", "MOST_UNPACKED"])
def test_a_workbook_that_unpacks_to_more_than_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    path = workbook(tmp_path)
    entries, unpacked, _ = _sizes(path)
    most = entries if limit == "MOST_ENTRIES" else unpacked
    monkeypatch.setattr(excel, limit, most)
    preview(path)
    monkeypatch.setattr(excel, limit, most - 1)
    assert _refusal(lambda: preview(path)) == "bomb"


def test_a_workbook_that_is_packed_tighter_than_the_limit_is_refused_unless_it_is_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path)
    _, unpacked, packed = _sizes(path)
    monkeypatch.setattr(excel, "MOST_RATIO", unpacked / packed * 0.97)
    preview(path)
    monkeypatch.setattr(excel, "ALWAYS_SMALL", unpacked - 1)
    assert _refusal(lambda: preview(path)) == "bomb"


def test_a_zip_with_more_entries_than_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "MOST_ENTRIES", 3)
    preview(_zip(tmp_path, more=2))
    assert _refusal(lambda: preview(_zip(tmp_path, more=3))) == "bomb"


def test_a_zip_with_a_table_over_ten_times_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _zip(tmp_path, *(b"%d,2026-01-01,a\n" % n for n in range(10)))
    _, unpacked, _ = _sizes(path)
    monkeypatch.setattr(foreign, "MOST_UNPACKED", unpacked / 10)
    preview(path)
    monkeypatch.setattr(foreign, "MOST_UNPACKED", (unpacked - 1) / 10)
    assert _refusal(lambda: preview(path)) == "bomb"


def test_a_zip_with_a_table_packed_tighter_than_the_limit_is_refused_unless_it_is_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _zip(tmp_path, *[ROW] * 50)
    _, unpacked, packed = _sizes(path)
    monkeypatch.setattr(foreign, "MOST_RATIO", unpacked / packed * 0.97)
    preview(path)
    monkeypatch.setattr(foreign, "MOST_UNPACKED", unpacked - 1)
    assert _refusal(lambda: preview(path)) == "bomb"


def test_no_more_is_copied_than_an_archive_says_of_itself() -> None:
    copy = BytesIO()
    foreign._copied(BytesIO(b"abcdef"), copy, 4)
    assert copy.getvalue() == b"abcd"


def test_a_packed_workbook_that_unpacks_to_more_than_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = workbook(tmp_path).read_bytes()
    path = tmp_path / "log.gz"
    path.write_bytes(gzip.compress(plain))
    monkeypatch.setattr(foreign, "MOST_UNPACKED", len(plain))
    preview(path)
    monkeypatch.setattr(foreign, "MOST_UNPACKED", len(plain) - 1)
    assert _refusal(lambda: preview(path)) == "bomb"


def test_a_table_with_more_columns_than_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, PLAIN)
    monkeypatch.setattr(LOOKING, "MOST_COLUMNS", 3)
    preview(path)
    monkeypatch.setattr(LOOKING, "MOST_COLUMNS", 2)
    assert _refusal(lambda: preview(path)) == "too_many_columns"


JSON = '{"case": 1, "time": "2026-01-01", "activity": "a"}\n' * 2
SHEET = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>'
    + "".join(
        f'<Row><Cell><Data>{case}</Data></Cell><Cell><Data>{time}</Data></Cell><Cell ss:Index="3"><Data>{name}</Data></Cell></Row>'
        for case, time, name in (("case", "time", "activity"), ("1", "2026-01-01", "a"))
    )
    + "</Table></Worksheet></Workbook>"
)


@pytest.mark.parametrize("text", [JSON, SHEET], ids=["json", "xml"])
def test_another_format_with_more_columns_than_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    path = written(tmp_path, text)
    monkeypatch.setattr(foreign, "_MOST_COLUMNS", 3)
    preview(path)
    monkeypatch.setattr(foreign, "_MOST_COLUMNS", 2)
    assert _refusal(lambda: preview(path)) == "too_many_columns"


def test_a_column_with_more_activities_than_the_limit_is_the_wrong_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "case,time,activity\n" + "".join(f"1,2026-01-01,a{n}\n" for n in range(9)))
    plan = plan_of(preview(path))
    monkeypatch.setattr(scan, "MOST_VALUES", 9)
    assert len(read_log(path, plan).log.activity.names) == 9
    monkeypatch.setattr(scan, "MOST_VALUES", 8)
    with pytest.raises(UnreadableLog) as caught:
        read_log(path, plan)
    assert caught.value.key == "too_many_values"
    assert "activity" in caught.value.message(Language.EN)


@pytest.mark.parametrize("limit", ["MOST_LINES", "MOST_LETTERS"])
def test_a_quoted_cell_over_more_lines_or_letters_than_the_limit_costs_its_line(
    monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    lines = ['1,"abc', "def", 'ghi"', "2,b"]
    most = {"MOST_LINES": 2, "MOST_LETTERS": len("".join(lines[:2])) + 1}[limit]
    monkeypatch.setattr(records, limit, most)
    assert list(records.records(lines, Dialect(","), 2, 1)) == [(1, ["1", "abc\ndef\nghi"]), (4, ["2", "b"])]
    monkeypatch.setattr(records, limit, most - 1)
    assert list(records.records(lines, Dialect(","), 2, 1)) == [(1, None), (2, None), (3, None), (4, ["2", "b"])]


LIMITS = pytest.mark.skipif(sys.platform == "win32", reason="the system has no limits for a process")


@LIMITS
def test_a_child_has_no_more_memory_than_it_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "case,time,activity\n" + "1,2026-01-01,a\n" * 100_000)
    plan = plan_of(preview(path))
    monkeypatch.setattr(job, "LOOKING", Limits(memory=80 << 20))
    assert _refusal(lambda: start_reading(path, plan, Limits(memory=150 << 20)).result()) in ("too_large", "damaged")
    assert _refusal(lambda: guarded_preview(path)) in ("too_large", "damaged")


@pytest.mark.parametrize("limits", [Limits(seconds=0.05), pytest.param(Limits(cpu_seconds=0), marks=LIMITS)])
def test_a_child_has_no_more_time_than_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limits: Limits
) -> None:
    path = written(tmp_path, "case,time,activity\n" + "1,2026-01-01,a\n" * 1_000_000)
    monkeypatch.setattr(job, "LOOKING", limits)
    assert _refusal(lambda: start_reading(path, plan_of(preview(path)), limits).result()) == "timed_out"
    if limits.cpu_seconds:
        assert _refusal(lambda: guarded_preview(path)) == "timed_out"


@LIMITS
def test_a_child_writes_no_larger_file_than_the_limit(tmp_path: Path) -> None:
    target = tmp_path / "copy"
    code = (
        "import os, sys; from journey.numbers.reading.child import __main__ as child; child.LARGEST_COPY = 1_000; "
        "child._limit(6 << 30, 60); copy = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT); "
        "os.write(copy, bytes(1_000)); os.write(copy, b'x')"
    )
    done = subprocess.run([sys.executable, "-c", code, str(target)], check=False, capture_output=True, timeout=60)
    assert done.returncode != 0
    assert target.stat().st_size == 1_000


def _ends_itself(folder: Path) -> None:
    """A package in a folder in which the child of a reading ends by a signal."""
    package = folder / "journey" / "numbers" / "reading"
    package.mkdir(parents=True)
    (package / "child.py").write_text(f"import os\nos.kill(os.getpid(), {int(signal.SIGTERM)})\n", "utf-8")


@LIMITS
def test_a_child_that_dies_harms_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, PLAIN)
    plan = plan_of(preview(path))
    _ends_itself(tmp_path / "home")
    monkeypatch.setattr(job, "_HOME", tmp_path / "home")
    assert _refusal(lambda: start_reading(path, plan).result()) == "too_large"
    assert _refusal(lambda: guarded_preview(path)) == "too_large"
    assert read(path).log.events == 1
