"""Day, clock and zone in columns of their own are one time, in every kind of file; a clock is never what happened."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from journey.numbers.reading import plan_of, preview, read_log
from tests.numbers.reading.files import a_csv, read, times, written
from tests.typed import first_sheet

EVENTS = [
    ("K1", 5, "09:00", "Besuch"),
    ("K1", 5, "09:07", "Kauf"),
    ("K2", 6, "10:30", "Besuch"),
    ("K2", 14, "10:31", "Kauf"),
]
EXPECTED = ["2026-01-05 09:00:00", "2026-01-05 09:07:00", "2026-01-06 10:30:00", "2026-01-14 10:31:00"]


@pytest.mark.parametrize(
    "names",
    [
        ("Kundennummer", "Datum", "Uhrzeit", "Ereignis"),
        ("customer_id", "Date", "Time", "Event"),
        ("Kunde", "Geändert am", "Geändert um", "Status neu"),
        (" Kunde ", " Datum ", " Uhrzeit ", " Aktion "),
        ("Kunde", "Buchungsdatum", "Buchungszeit", "Vorgangsart"),
        ("Kunde", "order_date", "order_time", "step"),
        ("VBELN", "UDATE", "UTIME", "TCODE"),
    ],
)
@pytest.mark.parametrize(
    ("day", "clock"),
    [
        ("{0:02}.01.2026", "{0}"),
        ("{0}.1.26", "{0}"),
        ("2026-01-{0:02}", "{0}:00"),
        ("2026-01-{0:02} 00:00:00", "{0}"),
        ("2026010{0}", "{0}"),
        ("01/{0:02}/2026", "{0} AM"),
        ("{0:02}.01.2026", "{0} Uhr"),
        ("{0:02}.01.2026", "1899-12-30 {0}:00"),
    ],
)
def test_day_and_clock_are_one_time(tmp_path: Path, names: tuple[str, ...], day: str, clock: str) -> None:
    day = day.replace("2026010{0}", "202601{0:02}")
    rows = [(case, day.format(number), clock.format(at), what) for case, number, at, what in EVENTS]
    reading = read(written(tmp_path, a_csv(names, *rows, delimiter=";")))
    assert (times(reading.log), reading.skipped) == (EXPECTED, ())
    assert set(reading.log.activity.names) == {"Besuch", "Kauf"}


@pytest.mark.parametrize(
    "clock", [lambda at: at.replace(":", "") + "00", lambda at: str(int(at.replace(":", "") + "00"))]
)
def test_a_clock_of_digits_is_one_where_its_name_says_so(tmp_path: Path, clock: Callable[[str], str]) -> None:
    rows = [(case, f"202601{day:02}", clock(at), what) for case, day, at, what in EVENTS]
    for names in (("Kunde", "Datum", "Uhrzeit", "Aktion"), ("VBELN", "UDATE", "UTIME", "TCODE")):
        assert times(read(written(tmp_path, a_csv(names, *rows, delimiter=";"))).log) == EXPECTED


def test_the_zone_may_stand_in_a_third_column(tmp_path: Path) -> None:
    rows = [(case, f"{day:02}.01.2026", f"{at}:00", "CET", what) for case, day, at, what in EVENTS]
    path = written(tmp_path, a_csv(("Kunde", "Datum", "Uhrzeit", "Zeitzone", "Typ"), *rows, delimiter=";"))
    assert times(read(path).log)[0] == "2026-01-05 08:00:00"


def test_a_nameless_last_column_does_not_hide_them(tmp_path: Path) -> None:
    rows = [(case, f"{day:02}.01.2026", at, what, "") for case, day, at, what in EVENTS]
    path = written(tmp_path, a_csv(("Kunde", "Datum", "Uhrzeit", "Aktion", ""), *rows, delimiter=";"))
    assert times(read(path).log) == EXPECTED


def test_each_date_of_a_case_has_the_clock_beside_it(tmp_path: Path) -> None:
    rows = [(f"K{n}", f"0{n}.01.2026", "09:00", f"1{n}.01.2026", "10:30") for n in range(1, 9)]
    header = ("Kunde", "Angebot am", "Angebot um", "Auftrag am", "Auftrag um")
    log = read(written(tmp_path, a_csv(header, *rows, delimiter=";"))).log
    assert times(log)[0] == "2026-01-01 09:00:00"
    assert times(log)[-1] == "2026-01-18 10:30:00"


@pytest.mark.parametrize("fraction", [False, True])
def test_in_a_workbook_and_in_parquet_too(tmp_path: Path, fraction: bool) -> None:
    book = openpyxl.Workbook()
    first_sheet(book).append(("Kunde", "Datum", "Uhrzeit", "Aktion"))
    for case, day, at, what in EVENTS:
        hour, minute = map(int, at.split(":"))
        first_sheet(book).append(
            (case, date(2026, 1, day), (hour * 60 + minute) / 1440 if fraction else time(hour, minute), what)
        )
    book.save(tmp_path / "log.xlsx")
    assert times(read(tmp_path / "log.xlsx").log) == EXPECTED
    if not fraction:
        clocks = [time.fromisoformat(at) for _, _, at, _ in EVENTS]
        columns = {"Kunde": [one[0] for one in EVENTS], "Datum": pa.array([date(2026, 1, one[1]) for one in EVENTS]),
                   "Uhrzeit": pa.array(clocks, pa.time32("s")), "Aktion": [one[3] for one in EVENTS]}  # fmt: skip
        pq.write_table(pa.table(columns), tmp_path / "log")
        assert times(read(tmp_path / "log").log) == EXPECTED


def test_a_person_may_name_both(tmp_path: Path) -> None:
    rows = [
        (case, f"{day:02}.01.2026", at, what, datetime(2026, 2, day).isoformat(" ")) for case, day, at, what in EVENTS
    ]
    path = written(tmp_path, a_csv(("Kunde", "p", "q", "Aktion", "Zeitstempel"), *rows, delimiter=";"))
    plan = plan_of(preview(path), {"case": "Kunde", "time": "p", "clock": "q", "activity": "Aktion"})
    assert times(read_log(path, plan).log) == EXPECTED


@pytest.mark.parametrize("name", ["Stunde", "Hour", "hour of day"])
def test_an_hour_beside_a_day_is_its_clock(tmp_path: Path, name: str) -> None:
    rows = [("Kunde", "Datum", name, "Was"), ("K1", "05.01.2026", 14, "Kauf"), ("K1", "05.01.2026", 9, "Besuch"), ("K2", "16.01.2026", 0, "Besuch")]  # fmt: skip
    path = written(tmp_path, a_csv(*rows, delimiter=";"))
    assert times(read(path).log) == ["2026-01-05 09:00:00", "2026-01-05 14:00:00", "2026-01-16 00:00:00"]
