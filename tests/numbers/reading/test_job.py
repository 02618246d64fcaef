"""Reading in a child: the same result, progress while it runs, and an end when asked for."""

import os
import threading
import time
from pathlib import Path

import pytest

from journey.model import Language
from journey.numbers.reading import (
    LogPlan,
    TimeFormat,
    UnreadableLog,
    guarded_preview,
    plan_of,
    preview,
    read_log,
    start_reading,
)
from tests.numbers.reading.files import a_csv, cases, written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = [
        (f"c{n % 50}", f"0{n % 9 + 1}.02.2026", f"a{n % 7}", ("", "web", "shop")[n % 3], f"{n},5" if n % 5 else "")
        for n in range(400)
    ]
    text = a_csv(
        ("Kunde", "Datum", "Aktion", "Kanal", "Umsatz"),
        *rows,
        ("", "", "", "", ""),
        ("c", "x", "a", "", ""),
        delimiter=";",
    )
    return written(tmp_path, text, "cp1252")


def test_a_child_reads_what_this_process_reads(path: Path) -> None:
    plan = plan_of(preview(path))
    ours, job = read_log(path, plan), start_reading(path, plan)
    theirs = job.result()
    assert job.done()
    assert cases(theirs.log) == cases(ours.log)
    assert (theirs.rows, theirs.skipped, theirs.plan) == (ours.rows, ours.skipped, ours.plan)
    assert theirs.log.attributes["channel"].names == ("shop", "web")
    assert job.progress().rows == 402


def test_a_child_looks_as_this_process_looks(path: Path) -> None:
    for language in Language:
        assert guarded_preview(path, language=language) == preview(path, language=language)


def test_a_relative_path_is_meant_from_here(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    assert start_reading(Path(path.name), plan_of(preview(Path(path.name)))).result().log.events == 400


def test_progress_counts_rows_and_says_how_much_of_the_file_that_is(tmp_path: Path) -> None:
    large = written(tmp_path, "case,time,activity\n" + "1,2026-01-01,a\n" * 500_000)
    told: list[tuple[int, float | None]] = []
    read_log(large, plan_of(preview(large)), progress=lambda rows, share: told.append((rows, share)))
    assert told[0][0] == 0
    assert told[-1][0] == 500_000
    assert len(told) > 3
    assert told == sorted(told)
    assert all(share is not None and 0 <= share <= 1 for _, share in told)


def test_a_reading_in_this_process_stops_when_told(tmp_path: Path) -> None:
    large = written(tmp_path, "case,time,activity\n" + "1,2026-01-01,a\n" * 500_000)
    rows: list[int] = []
    with pytest.raises(UnreadableLog) as caught:
        read_log(
            large, plan_of(preview(large)), progress=lambda seen, _: rows.append(seen), cancelled=lambda: len(rows) > 1
        )
    assert caught.value.key == "stopped"
    assert rows[-1] < 500_000


def _pipe(tmp_path: Path) -> tuple[Path, LogPlan]:
    """A file that never ends, and a plan for it: whoever reads it waits."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    good = written(tmp_path, "case,time,activity\n1,2026-01-01,a\n")
    return pipe, plan_of(preview(good))


def test_a_cancelled_child_is_gone(tmp_path: Path) -> None:
    pipe, plan = _pipe(tmp_path)
    job = start_reading(pipe, plan)
    child = job._child.process
    assert not job.done()
    job.cancel()
    with pytest.raises(UnreadableLog) as caught:
        job.result()
    assert caught.value.key == "stopped"
    assert child.poll() is not None
    assert not job._child.folder.exists()
    job.cancel()


def test_nobody_waits_for_a_child_but_who_asks_for_the_result(tmp_path: Path) -> None:
    pipe, plan = _pipe(tmp_path)
    before = threading.active_count()
    jobs = [start_reading(pipe, plan) for _ in range(3)]
    begun = time.monotonic()
    assert [(job.done(), job.progress().rows) for job in jobs] == [(False, 0)] * 3
    assert time.monotonic() - begun < 1
    for job in jobs:
        job.cancel()
        with pytest.raises(UnreadableLog):
            job.result()
    assert threading.active_count() <= before + 3  # alarms end by themselves


def test_a_child_knows_no_password_of_ours(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEY_STORE", "postgresql://user:secret@host/db")
    job = start_reading(path, plan_of(preview(path)))
    environment = Path(f"/proc/{job._child.process.pid}/environ")
    seen = environment.read_bytes() if environment.exists() else b""
    assert b"secret" not in seen
    assert job.result().log.events == 400


def test_a_plan_and_its_formats_reach_the_child(tmp_path: Path) -> None:
    path = written(tmp_path, a_csv(("case", "time", "activity"), ("1", "01/02/2026", "a"), ("1", "03/04/2026", "b")))
    plan = plan_of(preview(path), times={"time": TimeFormat.MONTH_FIRST})
    assert cases(start_reading(path, plan).result().log) == [[(1767312000000000, "a"), (1772582400000000, "b")]]
