"""Times as files write them: which format a column has, and what each text means."""

from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.model import Language
from journey.numbers.reading import TimeFormat, preview
from journey.numbers.reading.files.engine import connected
from journey.numbers.reading.times.formats import time_guess
from journey.numbers.reading.times.sql import fast_time_sql, patient_time_sql
from journey.numbers.reading.times.worded import IMPOSSIBLE, UNREADABLE
from tests.numbers.reading.files import EPOCH, a_csv, read, times, written
from tests.typed import there

ISO, DAY, MONTH = TimeFormat.ISO, TimeFormat.DAY_FIRST, TimeFormat.MONTH_FIRST
NEW_YEAR_S_EVE = "2026-12-31 14:05:00"

MEANINGS = [
    (ISO, "2026-12-31", "2026-12-31 00:00:00"),
    (ISO, "2026-12-31 14:05", NEW_YEAR_S_EVE),
    (ISO, "2026-12-31T14:05:00", NEW_YEAR_S_EVE),
    (ISO, "2026-12-31 14:05:00.123456789", "2026-12-31 14:05:00.123456"),
    (ISO, "2026-12-31T14:05:00,5", "2026-12-31 14:05:00.5"),
    (ISO, "2026-12-31T15:05:00+01:00", NEW_YEAR_S_EVE),
    (ISO, "2026-12-31T15:05+0100", NEW_YEAR_S_EVE),
    (ISO, "2026-12-31 15:05:00 +0100", NEW_YEAR_S_EVE),
    (ISO, "2026-12-31T09:05:00-05:00", NEW_YEAR_S_EVE),
    (ISO, "2026-12-31T14:05:00Z", NEW_YEAR_S_EVE),
    (ISO, "2026-12-31 14:05:00 UTC", NEW_YEAR_S_EVE),
    (ISO, "2026-12-31 14:05:00.000 UTC", NEW_YEAR_S_EVE),
    (ISO, "2026/12/31 14:05", NEW_YEAR_S_EVE),
    (ISO, "20261231", "2026-12-31 00:00:00"),
    (ISO, "20261231T140500Z", NEW_YEAR_S_EVE),
    (ISO, "20261231140500", NEW_YEAR_S_EVE),
    (ISO, "2026-12-31 2:05 PM", NEW_YEAR_S_EVE),
    (ISO, "2026-12-31, 14:05 Uhr", NEW_YEAR_S_EVE),
    (ISO, "  2026-12-31 14:05 ", NEW_YEAR_S_EVE),
    (DAY, "31.12.2026 14:05", NEW_YEAR_S_EVE),
    (DAY, "31.12.2026 14:05:00", NEW_YEAR_S_EVE),
    (DAY, "31.12.2026, 14:05", NEW_YEAR_S_EVE),
    (DAY, "31.12.2026 14:05 Uhr", NEW_YEAR_S_EVE),
    (DAY, "31.12.2026 15:05:00 +0100", NEW_YEAR_S_EVE),
    (DAY, "31.12.26 14:05", NEW_YEAR_S_EVE),
    (DAY, "31.12.2026", "2026-12-31 00:00:00"),
    (DAY, "1.2.2026 9:05", "2026-02-01 09:05:00"),
    (DAY, "01.02.99", "1999-02-01 00:00:00"),
    (DAY, "31/12/2026 2:05 PM", NEW_YEAR_S_EVE),
    (DAY, "31-12-2026 14:05", NEW_YEAR_S_EVE),
    (DAY, "2026-12-31T15:05:00+01:00", NEW_YEAR_S_EVE),
    (DAY, "31122026", "2026-12-31 00:00:00"),
    (DAY, "1122026", "2026-12-01 00:00:00"),
    (DAY, "31122026 14:05", NEW_YEAR_S_EVE),
    (DAY, "31122026140500", NEW_YEAR_S_EVE),
    (DAY, "20261231", "2026-12-31 00:00:00"),
    (MONTH, "12312026", "2026-12-31 00:00:00"),
    (MONTH, "12/31/2026 2:05 PM", NEW_YEAR_S_EVE),
    (MONTH, "12/31/2026, 2:05:00 pm", NEW_YEAR_S_EVE),
    (MONTH, "12/31/2026 2:05\u202fPM", NEW_YEAR_S_EVE),
    (MONTH, "12/31/26 14:05", NEW_YEAR_S_EVE),
    (MONTH, "12/31/2026 12:05 AM", "2026-12-31 00:05:00"),
    (MONTH, "1/2/2026", "2026-01-02 00:00:00"),
    (TimeFormat.EPOCH_SECONDS, "1798725900", NEW_YEAR_S_EVE),
    (TimeFormat.EPOCH_SECONDS, "1798725900.5", "2026-12-31 14:05:00.5"),
    (TimeFormat.EPOCH_MILLISECONDS, "1798725900123", "2026-12-31 14:05:00.123"),
    (TimeFormat.EPOCH_MICROSECONDS, "1798725900123456", "2026-12-31 14:05:00.123456"),
    (TimeFormat.EPOCH_MICROSECONDS, "1.7987259E+15", NEW_YEAR_S_EVE),
    (TimeFormat.EXCEL_DAYS, "46387,25", "2026-12-31 06:00:00"),
    (TimeFormat.EXCEL_DAYS, "46387", "2026-12-31 00:00:00"),
]

REASONS = [
    (ISO, "2026-02-30", IMPOSSIBLE),
    (ISO, "2026-12-31 25:00", IMPOSSIBLE),
    (ISO, "2026-13-01", IMPOSSIBLE),
    (ISO, "yesterday", UNREADABLE),
    (ISO, "31.12.2026", UNREADABLE),
    (ISO, "1798725900", UNREADABLE),
    (DAY, "31.02.2026", IMPOSSIBLE),
    (DAY, "31022026", IMPOSSIBLE),
    (DAY, "00.03.2026 09:00", IMPOSSIBLE),
    (DAY, "12/31/2026", IMPOSSIBLE),
    (DAY, "########", UNREADABLE),
    (DAY, "31.12.", UNREADABLE),
    (MONTH, "31/12/2026", IMPOSSIBLE),
    (TimeFormat.EPOCH_SECONDS, "soon", UNREADABLE),
]


@cache
def _engine() -> Any:
    return connected(Path(mkdtemp()))


def _both_ways(form: TimeFormat, value: str) -> tuple[int | None, int]:
    connection = _engine()
    connection.execute("CREATE OR REPLACE TABLE one AS SELECT ? AS x", [value])
    fast = connection.execute(f"SELECT {fast_time_sql('x', form)} FROM one").fetchone()[0]
    return fast, connection.execute(patient_time_sql("one", form)).fetchone()[0]


@pytest.mark.parametrize(("form", "value", "meaning"), MEANINGS)
def test_a_time_means_what_people_mean_by_it(form: TimeFormat, value: str, meaning: str) -> None:
    expected = (datetime.fromisoformat(meaning + "+00:00") - EPOCH) // timedelta(microseconds=1)
    fast, patient = _both_ways(form, value)
    assert patient == expected
    assert fast in (None, expected)


@pytest.mark.parametrize(
    "value", ["2026-12-31 15:05:00 +0100", "2026-12-31 15:05:00 +01:00", "2026-12-31 09:05:00.000 -0500"]
)
def test_an_offset_behind_a_space_needs_no_patience(value: str) -> None:
    fast, patient = _both_ways(ISO, value)
    assert fast == patient == (datetime(2026, 12, 31, 14, 5, tzinfo=UTC) - EPOCH) // timedelta(microseconds=1)


@pytest.mark.parametrize(("form", "value", "reason"), REASONS)
def test_what_is_no_time_says_why(form: TimeFormat, value: str, reason: int) -> None:
    assert _both_ways(form, value) == (None, reason)


@given(st.datetimes(datetime(1970, 1, 1), datetime(2069, 12, 31)), st.timezones())
def test_every_instant_with_an_offset_is_read_exactly(instant: datetime, zone: tzinfo) -> None:
    aware = instant.replace(tzinfo=zone)
    if there(aware.utcoffset()) % timedelta(minutes=1):
        return
    fast, patient = _both_ways(ISO, aware.isoformat())
    assert patient == (aware.astimezone(UTC) - EPOCH) // timedelta(microseconds=1)
    assert fast in (None, patient)


@pytest.mark.parametrize(
    ("values", "form", "ambiguous"),
    [
        (["2026-12-31", "2026-12-31T14:05Z"], ISO, False),
        (["20261231", "20270101"], ISO, False),
        (["31.12.2026 14:05"], DAY, False),
        (["01.02.2026"], DAY, False),
        (["31.12.26"], DAY, False),
        (["12/31/2026 2:05 PM"], MONTH, False),
        (["31/12/2026", "01/02/2026"], DAY, False),
        (["01/02/2026", "03/04/2026"], DAY, True),
        (["01/02/2026 2:05 PM"], MONTH, True),
        (["01-02-2026"], DAY, True),
        (["31122026", "01012027"], DAY, False),
        (["1022026", "31012026"], DAY, False),
        (["12312026", "01012027"], MONTH, False),
        (["01022026", "03042026"], DAY, True),
        (["31122026140500", "01012027080000"], DAY, False),
        (["1798725900"], TimeFormat.EPOCH_SECONDS, False),
        (["1798725900123"], TimeFormat.EPOCH_MILLISECONDS, False),
        (["1798725900123456"], TimeFormat.EPOCH_MICROSECONDS, False),
        (["46387.5868"], TimeFormat.EXCEL_DAYS, False),
    ],
)
def test_the_format_is_decided_on_the_values(values: list[str], form: TimeFormat, ambiguous: bool) -> None:
    guess = time_guess("Datum", values, Language.DE)
    assert guess is not None
    assert (guess.format, guess.ambiguous) == (form, ambiguous)


def test_where_day_and_month_cannot_be_told_apart_the_language_suggests_and_the_person_decides(tmp_path: Path) -> None:
    path = written(tmp_path, a_csv(("case", "time", "activity"), ("1", "01/02/2026", "a"), ("1", "03/04/2026", "b")))
    assert preview(path).ambiguous == preview(path, language=Language.EN).ambiguous == ("time",)
    assert times(read(path).log)[0] == "2026-02-01 00:00:00"
    assert times(read(path, language=Language.EN).log)[0] == "2026-01-02 00:00:00"
    assert times(read(path, times={"time": MONTH}).log) == ["2026-01-02 00:00:00", "2026-03-04 00:00:00"]


@pytest.mark.parametrize("values", [["a", "b"], ["12", "13"], ["1.234,56"], ["10115", "80331"], ["1.2.3"], []])
def test_other_values_are_no_times(values: list[str]) -> None:
    assert time_guess("PLZ", values, Language.DE) is None


@pytest.mark.parametrize(
    "values", [["10012001", "10012002", "10012003"], ["31121895", "01011896"], ["31132026", "13132026"], ["12345678"]]
)
def test_running_numbers_of_eight_digits_are_no_dates(values: list[str]) -> None:
    assert time_guess("Kundennummer", values, Language.DE) is None


def test_dates_without_marks_are_read_and_told(tmp_path: Path) -> None:
    rows = ("A", "31122026", "Besuch"), ("A", "01012027", "Kauf"), ("B", "02012027", "Besuch")
    path = written(tmp_path, a_csv(("Kunde", "Datum", "Schritt"), *rows))
    assert preview(path).hints == (("bare_day_first", "Datum"),)
    assert times(read(path).log) == ["2026-12-31 00:00:00", "2027-01-01 00:00:00", "2027-01-02 00:00:00"]


def test_a_few_bad_times_do_not_hide_the_format() -> None:
    values = ["31.12.2026"] * 8 + ["gestern", "########"]
    assert time_guess("Datum", values, Language.DE) is not None
