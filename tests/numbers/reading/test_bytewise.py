"""What is read by its bytes is what DuckDB reads, and what is not plain is left to DuckDB."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from journey.numbers.reading import FileKind, LogPlan, LogReading, TimeFormat, UnreadableLog, plan_of, preview, read_log
from journey.numbers.reading.coding import read as reading
from journey.numbers.reading.coding.bytewise import pieces
from journey.numbers.reading.coding.bytewise.scan import BytewiseScan
from sample_data.make_logs import FOLDER
from tests.numbers.reading.files import cases, written

NAMES = ("case", "time", "activity", "segment", "cost")
HEADER = b"case,time,activity,segment,cost\n"
_PLAN: Callable[..., LogPlan] = partial(LogPlan, FileKind.TEXT, NAMES, {name: name for name in NAMES})

PLAIN = {
    "usual": b"a,2026-01-02 10:00:00,x,s,1.5\na,2026-01-03T11:30:00,y,t,2\nb,2026-01-01,x,,-0.25\n",
    "last line open": b"a,2026-01-02 10:00,x,s,1\nb,2026-01-02 10:00,y,s,1",
    "empty lines at the end": b"a,2026-01-02 10:00,x,s,1\nb,2026-01-02 10:00,y,s,1\n\n\n",
    "returns": b"a,2026-01-02 10:00,x,s,1\r\nb,2026-01-02 10:00,y,s,1\r\nb,2026-01-02 10:00,y,s,2",
    "quotes": b'"a","2026-01-02 10:00:00","x","s","1"\na,2026-01-03,"x",s,"2"\n"",2026-01-03,"y","",""\n',
    "doubled quotes": b'"a""b",2026-01-02,"say ""x""",s,1\n"a""b",2026-01-03,"""",s,1\nab,2026-01-04,"a""",s,\n',
    "breaks in quotes": b'a,2026-01-02,"x\ny, z",s,1\na,2026-01-03,"x\n\ny",s,2\nb,bad,x,s,3\n',
    "nothing": b"NULL,2026-01-02,x,s,1\n-,2026-01-02,x,s,1\na,2026-01-02,n/a,s,1\na,--,x,None,null\na,,x,s,\n"
    b"\xe2\x80\x93,2026-01-02,x,s,1\n a,2026-01-02,x,\xe2\x80\x94,nan\n",
    "spaces": b"a,2026-01-02,x,s,1\n a,2026-01-03, x,s ,1\na\t,2026-01-04,x\t,s,1\n\xc2\xa0a,2026-01-05,x,s,1\n"
    b"\xc2\xb5a,2026-01-06,x,s,1\n  ,2026-01-05,x,s,1\n -,2026-01-05,x,s,1\n",
    "other letters": "Käthe,2026-01-02,Äpfel,日本,1\nKäthe,2026-01-03,Äpfel,😀,1\nKathe,2026-01-03,Öl,s,1\n".encode(),
    "long names": b"".join(
        b"%s%d,2026-01-0%d,%s%d,s,1\n" % (b"c" * size, n, n + 1, b"x" * size, n % 2)
        for size in (7, 8, 9, 15, 16, 17, 40)
        for n in range(4)
    ),
    "times": b"".join(
        b"a,%s,x,s,1\n" % time
        for time in (
            b"2026-02-28 23:59:59", b"2026-02-29", b"2024-02-29", b"2026-13-01", b"2026-00-10", b"2026-04-31 10:00:00",
            b"2026-04-30 24:00:00", b"2026-04-30 23:60:00", b"2026-04-30 23:59:60", b"2026-04-30T10:00:00Z",
            b"2026-04-30T10:00:00.123Z", b"2026-04-30 10:00:00.123456", b"2026-04-30T10:00:00.123456Z", b"2026-04-30 1:00",
            b"2026-04-30T10:00:00+02:00", b"2026-04-30T10:00:00.5", b"30.04.2026 10:00", b"20260430", b"x", b"0999-01-01",
            b"9999-12-31 00:00:00", b"1970-01-01", b"1969-12-31 23:00:00", b"2026-04-30  10:00", b"2026-04-30 10:00:00 UTC",
            b"2026-04-30 aa:00", b"2026-4-3", b"2026-04-30x10:00", b"2026-04-30 10:00:0a", b"2026-04-30 10:0", b"2026-04-30 10",
            b"2026-04-30 10:00:00 +0200", b"2026-04-30 10:00:00 -0330", b"2026-04-30T10:00:00+0530", b"2026-04-30T10:00:00-08:00",
            b"2026-04-30 00:30:00 +01:00", b"2026-04-30 10:00:00 +0260", b"2026-04-30 10:00:00 +9900", b"2026-04-30 10:00:00 +020",
            b"2026-04-30T10:00:00.12aZ", b"2026-04-30T10:00:00Y", b"20a6-04-30",
        )
    ),
    "days in a row": b"".join(
        b"a,%s%s,x,s,1\n" % (day, clock)
        for day in (b"2026-02-28", b"2026-02-30", b"2026-03-01", b"2026-03-0x", b"2026-03-01")
        for clock in (b" 10:00:00", b" 10:30:00", b"", b" 25:00:00", b"T11:00:00Z", b"x11:00:00", *[b" 12:00:00"] * 9)
    ),
    "amounts": b"".join(
        b"a,2026-01-02,x,s,%s\n" % amount
        for amount in (
            b"0", b"-1", b"12.50", b"-0.1", b"99999999", b"1.234567", b"0.1", b"1234567.8", b"123456789012", b"1,2", b".5", b"5.",
            b"-", b"--1", b"1-", b"+3", b"1 234", b"abc", b"1e3", b"EUR 5", b"1.2.3", b"(12.50)", b"nan", b"inf", b"0.30", b"\xe2\x82\xac5",
        ) if b"," not in amount
    ),
}  # fmt: skip
"""Rows that need no DuckDB for parting them."""

LEFT = {
    "a row too short": b"a,2026-01-02,x,s,1\nb,2026-01-02,x\nc,2026-01-02,x,s,1\n",
    "a row too long": b"a,2026-01-02,x,s,1\nb,2026-01-02,x,s,1,2\nc,2026-01-02,x,s,1\n",
    "short and long": b"a,2026-01-02,x,s\nb,2026-01-02,x,s,1,2\nc,2026-01-02,x,s,1\n",
    "empty lines": b"a,2026-01-02,x,s,1\n\nb,2026-01-02,x,s,1\n",
    "a quote inside": b'a,2026-01-02,6" pipe,s,1\nb,2026-01-02,x,s,1\n',
    "quotes inside": b'a,2026-01-02,a "nice" one,s,1\nb,2026-01-02,x,s,1\n',
    "an open quote": b'a,2026-01-02,"x,s,1\nb,2026-01-02,x,s,1\n',
    "text behind quotes": b'a,2026-01-02,"x"y,s,1\nb,2026-01-02,x,s,1\n',
    "space before quotes": b'a,2026-01-02, "x",s,1\nb,2026-01-02,x,s,1\n',
    "bytes that are no text": b"a,2026-01-02,x\xff,s,1\nb,2026-01-02,x,s,1\n",
    "a zero": b"a,2026-01-02,x\0y,s,1\nb,2026-01-02,x,s,1\n",
    "mixed ends": b"a,2026-01-02,x,s,1\r\nb,2026-01-02,x,s,1\nc,2026-01-02,x,s,1\n",
    "returns alone": b"a,2026-01-02,x,s,1\rb,2026-01-02,x,s,1\r",
    "a cell far longer than a name": b"a,2026-01-02," + b"x" * 5_000 + b",s,1\nb,2026-01-02,x,s,1\n",
    "returns in quotes": b'a,2026-01-02,"x\r\ny",s,1\nb,2026-01-02,x,s,1\n',
}
"""Rows that only look plain."""


def _read(path: Path, plan: LogPlan) -> Any:
    """Everything that a reading says, or why there is none."""
    try:
        found = read_log(path, plan)
    except UnreadableLog as error:
        return error.key, error.values
    log = found.log
    instants = None if log.instant is None else len(np.unique(log.instant))
    names = log.activity.names, {name: coded.names for name, coded in log.attributes.items()}
    return cases(log), found.rows, found.skipped, names, instants


def _careful(path: Path, plan: LogPlan, monkeypatch: pytest.MonkeyPatch) -> Any:
    with monkeypatch.context() as patch:
        patch.setattr(reading, "may_be_plain", lambda *_: False)
        return _read(path, plan)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[LogReading]:
    """Gets an entry for each reading that came to its end by bytes."""
    ended: list[Any] = []
    whole = BytewiseScan.of

    def of(self: Any, *arguments: Any) -> Any:
        found = whole(self, *arguments)
        ended.append(found)
        return found

    monkeypatch.setattr(BytewiseScan, "of", of)
    return ended


@pytest.mark.parametrize("rows", PLAIN.values(), ids=PLAIN)
def test_plain_rows_are_read_as_duckdb_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: list[Any], rows: bytes
) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(HEADER + rows)
    careful = _careful(path, _PLAN(), monkeypatch)
    assert _read(path, _PLAN()) == careful
    assert len(quick) == 1
    monkeypatch.setattr(pieces, "_PIECE", 48)
    assert _read(path, _PLAN()) == careful
    assert len(quick) == 2 or rows.endswith(b"\n\n"), "empty lines may stand at the end of the file, not of a piece"


@pytest.mark.parametrize("rows", LEFT.values(), ids=LEFT)
def test_what_is_not_plain_is_left_to_duckdb(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: list[Any], rows: bytes
) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(HEADER + rows)
    assert _read(path, _PLAN()) == _careful(path, _PLAN(), monkeypatch)
    assert not quick


@pytest.mark.parametrize(
    ("form", "written_times"),
    [
        (TimeFormat.DAY_FIRST, "31.12.2025 10:00|31.12.2025|01/02/2026 10:00:05|01-02-2026|31.12.25|1.2.2026|2026-02-01|30.02.2026|01.02/2026|01.13.2026"),
        (TimeFormat.MONTH_FIRST, "12/31/2025 10:00|12/31/2025|01/02/2026 10:00:05|01/02/2026 2:05 PM|1/2/26|31.12.2025|02.01.2026 10:00:00.123"),
        (TimeFormat.EPOCH_SECONDS, "1767225600|1767225600.5|17672256|1767225601|x|0|99999999999|-5"),
        (TimeFormat.EPOCH_MILLISECONDS, "1767225600123|1767225600124|9999999999999999|1e12|12345678"),
        (TimeFormat.EPOCH_MICROSECONDS, "1767225600123456|1767225600123457|12345678901234567|1767225600a23456"),
    ],
)  # fmt: skip
def test_times_are_read_as_duckdb_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: list[Any], form: TimeFormat, written_times: str
) -> None:
    path = written(tmp_path, HEADER.decode() + "".join(f"a,{time},x,s,1\n" for time in written_times.split("|")))
    plan = _PLAN(times={"time": form})
    assert _read(path, plan) == _careful(path, plan, monkeypatch)
    assert quick


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_file_of_another_kind_is_read_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: list[Any], encoding: str
) -> None:
    rows = "\xa0Käthe;02.01.2026;'Größe; ''x''';–;1,5\nKäthe\xa0;03.01.2026;€;s;1.234,5\nKäthe;04.01.2026;€;s;-\n"
    rows += "".join(
        f"K;05.01.2026;x;s;{amount}\n" for amount in ("-1.234.567,25", "123456789,5", "1.23,4", "0,1", "1.234")
    )
    path = written(tmp_path, "Ein Bericht;;;;\n" + HEADER.decode().replace(",", ";") + rows, encoding)
    plan = _PLAN(
        encoding=encoding, delimiter=";", quote="'", escape="'", decimal=",", header=2, times={"time": "day_first"}
    )
    assert _read(path, plan) == _careful(path, plan, monkeypatch)
    assert quick


def test_rows_of_dates_are_read_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: list[Any]) -> None:
    path = written(tmp_path, "who,a,b\nx,2026-01-02,2026-01-03\ny,2026-01-05,\nx,,2026-01-03\n,2026-01-01,\n")
    plan = LogPlan(FileKind.TEXT, ("who", "a", "b"), {"case": "who"}, milestones=(("a", "A"), ("b", "B")))
    assert _read(path, plan) == _careful(path, plan, monkeypatch)
    assert quick


@pytest.mark.parametrize("name", ["baeckerei-shop-de.csv", "software-ga4-en.csv"])
def test_the_samples_are_read_alike(monkeypatch: pytest.MonkeyPatch, quick: list[Any], name: str) -> None:
    path = FOLDER / name
    plan = plan_of(preview(path))
    assert _read(path, plan) == _careful(path, plan, monkeypatch)
    assert quick


def test_names_whose_hashes_begin_alike_stay_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: list[Any]
) -> None:
    path = written(tmp_path, HEADER.decode() + "".join(f"c{n},2026-01-02,name {n % 1500},s,{n}\n" for n in range(3000)))
    assert _read(path, _PLAN()) == _careful(path, _PLAN(), monkeypatch)
    assert quick
