"""Times in words, years of two digits, calendars' zeros, and formats typed by hand, in files as people bring them."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from journey.model import Language
from journey.numbers.reading import SkippedKind, TimeFormat, UnreadableLog, pattern_of, plan_of, preview, read_log
from journey.numbers.reading.times.clocks import clock_of
from journey.numbers.reading.times.formats import time_guess
from journey.numbers.reading.times.worded import EMPTY, IMPOSSIBLE, UNREADABLE, worded_time
from journey.numbers.reading.times.zones import zone_of
from tests.numbers.reading.files import EPOCH, a_csv, read, skipped, times, written
from tests.typed import first_sheet

DAY, MONTH = TimeFormat.DAY_FIRST, TimeFormat.MONTH_FIRST
NINE_FIVE = "2026-01-02 09:05:00"

SAME = [
    "02/Jan/26 9:05 AM",
    "Fr, 02.01.2026 um 09:05 Uhr",
    "Freitag, 2. Januar 2026, 09:05 Uhr",
    "Fr., 2. Jan. 2026 09.05 Uhr",
    "2. Jän 2026 9:05",
    "Fri, 02 Jan 2026 09:05:00 GMT",
    "Fri, 02 Jan 2026 10:05:00 +0100",
    "Fri Jan  2 09:05:00 2026",
    "Fri Jan 02 2026 10:05:00 GMT+0100 (Central European Standard Time)",
    "January 2, 2026 at 9:05 AM",
    "Jan 2, 2026, 9:05:00 a.m.",
    "2nd of January 2026 9:05",
    "02-Jan-2026 09:05:00",
    "02-JAN-26 09.05.00.000000 AM",
    "2026-Jan-02 09:05",
    "2026-01-02 10:05:00 CET",
    "2026-01-02 10:05 MEZ",
    "2026-01-02 10:05:00 Europe/Berlin",
    "2026-01-02T10:05:00+01:00[Europe/Berlin]",
    "2026-01-02 04:05:00 EST",
    "02/Jan/2026:09:05:00 +0000",
    "2026.01.02 09.05.00",
    "2026-01-02-09.05.00.000000",
    "20260102T0905",
    "20260102 090500",
    "20260102090500",
    "02.01.2026 9:05",
    "02.01.26, 09h05",
    "2026-01-02 09:05:00.000000000",
    "2026-01-02 10:05:00 +0100 CET",
    "2.1.26 um 9 Uhr 05",
    "2026/01/02 9:05:00 vorm. UTC",
    "2.1.2026 9:05 vormittags",
    "2. Januar '26, 9:05",
    "02 Jan 2026 10:05:00 (GMT+01:00)",
    "2026-01-02 10:05 (UTC+1)",
    "2026-01-02 10:05:00 (UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien",
    "Jan 2, 2026 4:05 AM (UTC-05:00) Eastern Time (US & Canada)",
    "2026-01-02 09:05 (UTC) Dublin, Edinburgh, Lissabon, London",
    "Friday, January 2, 2026 at 10:05:00 AM Central European Standard Time",
    "2. Januar 2026 um 11:05:00 Mitteleuropäische Sommerzeit",
    "January 2, 2026 at 1:05 AM Pacific Standard Time",
    "02.01.2026 | 09:05 Uhr",
    "/Date(1767344700000)/",
    "/Date(1767344700000+0100)/",
]


@pytest.mark.parametrize("text", SAME)
def test_one_instant_in_many_words(text: str) -> None:
    assert worded_time(text, DAY) == (datetime.fromisoformat(NINE_FIVE + "+00:00") - EPOCH).total_seconds() * 1_000_000


@pytest.mark.parametrize("text", SAME)
def test_a_file_with_such_times_is_read(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, a_csv(("Kunde", "Wann", "Ereignis"), ("1", text, "a"), ("1", text, "b"), delimiter="\t"))
    reading = read(path)
    assert (times(reading.log), reading.skipped) == ([NINE_FIVE] * 2, ())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31. Februar 2026", IMPOSSIBLE),
        ("2. Januar 2026 25:00", IMPOSSIBLE),
        ("0000-00-00 00:00:00", EMPTY),
        ("00.00.0000", EMPTY),
        ("bald", UNREADABLE),
        ("May", UNREADABLE),
        ("Januar 2026", UNREADABLE),
        ("1.2.3", UNREADABLE),
        ("09:05", UNREADABLE),
        ("x" * 500, UNREADABLE),
    ],
)
def test_what_is_no_time_in_words_says_why(text: str, reason: int) -> None:
    assert worded_time(text, DAY) == reason


@pytest.mark.parametrize(
    ("values", "form", "ambiguous"),
    [
        (["1/13/26 9:05", "1/5/26 11:05"], MONTH, False),
        (["13/1/26", "5/1/26"], DAY, False),
        (["05-01-26", "06-01-26", "13-01-26"], DAY, False),
        (["01-05-26", "01-13-26"], MONTH, False),
        (["26-01-05", "26-01-13", "26-01-31"], TimeFormat.YEAR_FIRST_SHORT, False),
        (["26/1/5 9:05", "26/1/31 9:05"], TimeFormat.YEAR_FIRST_SHORT, False),
        (["1/5/26 9:05", "1/6/26 9:05"], DAY, True),
        (["5.1.26", "6.1.26"], DAY, False),
        (["Wed, 07/01/2026 10:00", "Thu, 08/01/2026 10:00"], DAY, False),
        (["Wed, 01/07/2026 10:00", "Thu, 01/08/2026 10:00"], MONTH, False),
        (["01/Jan/26 9:05 AM"], TimeFormat.WORDS, False),
        (["1767344700000000000"], TimeFormat.EPOCH_NANOSECONDS, False),
        (["0", "1767344700"], TimeFormat.EPOCH_SECONDS, False),
    ],
)
def test_the_order_of_day_month_and_year_is_told_from_the_values(
    values: list[str], form: TimeFormat, ambiguous: bool
) -> None:
    guess = time_guess("Datum", values, Language.DE)
    assert guess is not None
    assert (guess.format, guess.ambiguous) == (form, ambiguous)


SHORT = [
    (["1/5/26 9:05", "1/13/26 11:05"], ["2026-01-05 09:05:00", "2026-01-13 11:05:00"]),
    (["5/1/26 9:05", "13/1/26 11:05"], ["2026-01-05 09:05:00", "2026-01-13 11:05:00"]),
    (["05-01-26", "13-01-26"], ["2026-01-05 00:00:00", "2026-01-13 00:00:00"]),
    (["26-01-05 9:05", "26-01-31 9:05"], ["2026-01-05 09:05:00", "2026-01-31 09:05:00"]),
    (["31.12.25", "1.1.26"], ["2025-12-31 00:00:00", "2026-01-01 00:00:00"]),
    (["12/31/25 2:05 PM", "1/1/26 12:05 AM"], ["2025-12-31 14:05:00", "2026-01-01 00:05:00"]),
    (["1/5/26 9:05:00 +0100", "1/13/26 11:05:00 +0100"], ["2026-01-05 08:05:00", "2026-01-13 10:05:00"]),
]


def _table(folder: Path, kind: str, rows: list[tuple[str, ...]]) -> Path:
    header = ("Kunde", "Datum", "Ereignis")
    if kind == "csv":
        return written(folder, a_csv(header, *rows, delimiter=";"))
    if kind == "parquet":
        pq.write_table(pa.table(dict(zip(header, map(list, zip(*rows, strict=True)), strict=True))), folder / "log")
        return folder / "log"
    book = openpyxl.Workbook()
    for row in (header, *rows):
        first_sheet(book).append(row)
    book.save(folder / "log.xlsx")
    return folder / "log.xlsx"


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
@pytest.mark.parametrize(("values", "meant"), SHORT)
def test_years_of_two_digits_are_ours_in_every_kind_of_file(
    tmp_path: Path, kind: str, values: list[str], meant: list[str]
) -> None:
    reading = read(_table(tmp_path, kind, [("1", value, "a") for value in values]))
    assert (times(reading.log), reading.skipped) == (meant, ())


@pytest.mark.parametrize(
    "zero",
    ["1970-01-01", "1970-01-01 01:00:00", "1969-12-31 19:00:00", "1899-12-30", "1900-01-01", "0001-01-01T00:00:00", "0000-00-00",
     "9999-12-31 23:59:59", "30.12.1899", "00.00.0000", "01.01.0001", "31.12.9999", "0001-01-01T00:00:00Z", "1753-01-01", "1601-01-01", "2999-12-31"],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_a_calendar_s_zero_is_no_date(tmp_path: Path, zero: str, kind: str) -> None:
    german = zero[2] == "."
    days = ["05.01.2026", "13.01.2026"] if german else ["2026-01-05", "2026-01-13"]
    path = _table(tmp_path, kind, [("1", days[0], "a"), ("1", zero, "b"), ("1", days[1], "c")])
    reading = read(path)
    assert times(reading.log) == ["2026-01-05 00:00:00", "2026-01-13 00:00:00"]
    assert skipped(reading)[SkippedKind.UNREADABLE_TIME][0] == 1


def test_a_calendar_s_zero_among_the_dates_of_a_case_is_no_event(tmp_path: Path) -> None:
    rows = [(f"K{n}", f"2026-01-{n:02}", "1970-01-01 00:00:00" if n % 2 else f"2026-02-{n:02}") for n in range(1, 9)]
    reading = read(written(tmp_path, a_csv(("Kunde", "Angebot", "Auftrag"), *rows, delimiter=";")))
    assert (reading.log.events, reading.log.cases, reading.skipped) == (12, 8, ())


@pytest.mark.parametrize("zero", ["0", "00:00:00", "00.01.1900", "1900-01-00", "1/0/1900"])
def test_a_zero_among_dates_is_no_date_even_where_most_are(tmp_path: Path, zero: str) -> None:
    rows = [(f"K{n}", f"2026-01-{n:02}", zero if n % 4 else f"2026-02-{n:02}") for n in range(1, 9)]
    reading = read(written(tmp_path, a_csv(("Kunde", "Angebot", "Auftrag"), *rows, delimiter=";")))
    assert (reading.log.events, reading.log.cases, reading.skipped) == (10, 8, ())


def test_seconds_of_zero_are_no_date(tmp_path: Path) -> None:
    rows = [("1", "1767344700", "a"), ("1", "0", "b"), ("1", "1767344800", "c")]
    reading = read(written(tmp_path, a_csv(("id", "ts", "event"), *rows)))
    assert times(reading.log) == [NINE_FIVE, "2026-01-02 09:06:40"]


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        ("TT.MM.JJJJ HH:mm", "%d.%m.%Y %H:%M"),
        ("DD.MM.YYYY", "%d.%m.%Y"),
        ("yyyy/MM/dd HH:mm:ss", "%Y/%m/%d %H:%M:%S"),
        ("MM-DD-YY hh:mm a", "%m-%d-%y %I:%M %p"),
        ("%d|%m|%Y", "%d|%m|%Y"),
        ("HH:mm", None),
        ("irgendwie", None),
        ("", None),
    ],
)
def test_a_format_may_be_typed_by_hand(words: str, pattern: str | None) -> None:
    assert pattern_of(words) == pattern


def test_a_typed_format_reads_what_nothing_else_does(tmp_path: Path) -> None:
    path = written(tmp_path, a_csv(("Kunde", "Datum", "Ereignis"), ("1", "2026~02~01", "a"), ("1", "2026~03~01", "b")))
    looked = preview(path)
    with pytest.raises(UnreadableLog) as caught:
        plan_of(looked)
    assert caught.value.key == "strange_times"
    for language in Language:
        assert "2026~02~01" in caught.value.message(language), "what could not be read is quoted"
    plan = plan_of(looked, {"case": "Kunde", "time": "Datum", "activity": "Ereignis"}, times={"Datum": "%Y~%d~%m"})
    assert times(read_log(path, plan).log) == ["2026-01-02 00:00:00", "2026-01-03 00:00:00"]


def test_a_named_column_that_holds_no_times_is_quoted_unless_it_is_about_people(tmp_path: Path) -> None:
    rows = [("1", "2026-01-01", "bald", "a@example.org"), ("1", "2026-01-02", "später", "b@example.org")]
    path = written(tmp_path, a_csv(("Kunde", "Datum", "Ereignis", "Mail"), *rows))
    for column, quoted in (("Ereignis", "später"), ("Mail", "")):
        with pytest.raises(UnreadableLog) as caught:
            read(path, {"case": "Kunde", "time": column, "activity": "Ereignis"})
        assert quoted in caught.value.message(Language.DE)
        assert "@" not in caught.value.message(Language.DE)


def test_days_of_excel_need_no_telling_name_where_a_person_named_them(tmp_path: Path) -> None:
    path = written(tmp_path, a_csv(("Kunde", "x", "Ereignis"), ("1", "46024", "a"), ("1", "46025.5", "b")))
    assert times(read(path, {"case": "Kunde", "time": "x", "activity": "Ereignis"}).log) == [
        "2026-01-02 00:00:00",
        "2026-01-03 12:00:00",
    ]


@pytest.mark.parametrize(
    ("text", "clock"),
    [("9:05", "09:05:00"), ("09:05:07", "09:05:07"), ("9.05 Uhr", "09:05:00"), ("9 Uhr", "09:00:00"), ("16 h", "16:00:00"), ("25 Uhr", None), ("090507", "09:05:07"), ("90507", "09:05:07"),
     ("905", "09:05:00"), ("9:05 PM", "21:05:00"), ("09h05", "09:05:00"), ("1899-12-30 09:05:00", "09:05:00"), ("0.5", "12:00:00"),
     ("0,25", "06:00:00"), ("25:00", None), ("K12", None), ("12", None), ("", None)],
)  # fmt: skip
def test_a_clock_alone(text: str, clock: str | None) -> None:
    assert clock_of(text) == clock


@pytest.mark.parametrize(
    ("text", "zone"),
    [("CET", "+01:00"), ("MESZ", "+02:00"), ("PDT", "-07:00"), ("UTC", "+00:00"), ("+0530", "+05:30"), ("GMT+2", "+02:00"), ("(UTC+01:00) Amsterdam, Berlin, Bern", "+01:00"), ("(UTC) Dublin, London", "+00:00"),
     ("Europe/Berlin", "Europe/Berlin"), ("Berlin", None), ("", None)],
)  # fmt: skip
def test_a_zone_alone(text: str, zone: str | None) -> None:
    assert zone_of(text) == zone


def test_days_behind_a_year_of_two_digits_may_have_one_digit(tmp_path: Path) -> None:
    path = written(tmp_path, a_csv(("Kunde", "Datum", "Ereignis"), ("1", "26/1/5", "a"), ("1", "26/1/15", "b")))
    assert times(read(path).log) == ["2026-01-05 00:00:00", "2026-01-15 00:00:00"]
    assert time_guess("Version", ["45/2/3", "50/2/4", "45/1/5"], Language.DE) is None


def test_day_and_hour_of_web_analytics_are_no_seconds(tmp_path: Path) -> None:
    rows = [("u1", "2026010509", "view"), ("u1", "2026010523", "buy"), ("u2", "2026011500", "view")]
    path = written(tmp_path, a_csv(("userPseudoId", "dateHour", "eventName"), *rows))
    assert times(read(path).log) == ["2026-01-05 09:00:00", "2026-01-05 23:00:00", "2026-01-15 00:00:00"]
    seconds = time_guess("time", ["1767600000", "1767700000"], Language.DE)
    assert seconds is not None
    assert seconds.format is TimeFormat.EPOCH_SECONDS


@pytest.mark.parametrize("text", ["1.010,00", "1,010.50", "12.011,26", "1'012.00"])
def test_amounts_of_thousands_are_no_days(text: str) -> None:
    assert time_guess("Gesamtpreis", [text] * 5, Language.DE) is None
    assert worded_time(text, DAY) < IMPOSSIBLE + 1
