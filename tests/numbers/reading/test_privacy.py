"""What a reading keeps of people: no ids, no column that was not asked for, nothing on disk."""

import pickle
from pathlib import Path

import numpy as np
import pytest

from journey.numbers.reading import LogReading, start_reading
from journey.numbers.reading.files.engine import connected
from tests.numbers.reading.files import a_csv, read, written

CANARY = "maria.muster@example.com"
COLUMNS = {"case": "customer", "time": "time", "activity": "activity"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = [(f"{CANARY}-{n % 9}", f"2026-01-{n % 28 + 1:02}", "abcdef"[n % 6], f"+49 30 {n:07}") for n in range(200)]
    return written(
        tmp_path, a_csv(("customer", "time", "activity", "phone"), *rows, ("", "2026-01-01", "a", "+49 30 9"))
    )


def _everything(reading: LogReading) -> bytes:
    return pickle.dumps((reading, reading.log.starts, reading.log.of_case))


def test_neither_ids_nor_other_columns_are_in_a_reading(path: Path) -> None:
    kept = _everything(read(path, COLUMNS))
    assert CANARY.encode() not in kept
    assert b"+49 30" not in kept
    assert b"activity" in kept


def test_pseudonyms_differ_between_readings_and_between_cases(path: Path) -> None:
    one, other = read(path, COLUMNS).log.pseudonyms, read(path, COLUMNS).log.pseudonyms
    assert len(set(one.tolist())) == len(one) == 9
    assert not set(one.tolist()) & set(other.tolist())


def test_the_numbers_of_cases_say_nothing_about_the_file(path: Path) -> None:
    orders = {tuple(np.diff(read(path, COLUMNS).log.starts).tolist()) for _ in range(12)}
    assert len(orders) > 1


def test_nothing_is_left_on_disk(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    read(path, COLUMNS)
    from journey.numbers.reading import plan_of, preview

    job = start_reading(path, plan_of(preview(path), COLUMNS))
    assert job.result().log.events == 200
    assert list(scratch.iterdir()) == []


def test_the_engine_reads_no_other_file_and_no_host(path: Path, tmp_path: Path) -> None:
    import duckdb

    other = written(tmp_path, "secret\n1\n", name="other.csv")
    folder = tmp_path / "folder"
    folder.mkdir()
    with connected(folder, path) as connection:
        assert connection.execute("SELECT count(*) FROM read_csv(?)", [str(path)]).fetchone() == (201,)
        for query in (
            f"SELECT * FROM read_csv('{other}')",
            f"SELECT * FROM read_text('{other}')",
            f"COPY (SELECT 1) TO '{tmp_path / 'out.csv'}'",
            "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
            "INSTALL httpfs",
            "LOAD httpfs",
            f"ATTACH '{tmp_path / 'x.db'}'",
            "SET enable_external_access = true",
        ):
            with pytest.raises(duckdb.Error):
                connection.execute(query).fetchall()
