"""Dates of digits alone with a year of two, read where a whole column allows one order, and left to a person elsewhere."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from journey.model import Language
from journey.numbers.reading import TimeFormat, UnreadableLog, first_events, plan_of, preview
from journey.numbers.reading.files.engine import connected
from journey.numbers.reading.times.compact_times import COMPACT, marked_sql
from journey.numbers.reading.times.sql import fast_time_sql, patient_time_sql
from journey.numbers.reading.times.worded import IMPOSSIBLE, worded_time
from tests.numbers.reading.files import a_csv, read, times, written
from tests.typed import first_sheet

DAYS = [(1, 3), (15, 3), (28, 3), (2, 4), (31, 12), (7, 1), (19, 6), (23, 8), (9, 9), (30, 10)]
RIGHT = sorted(f"2026-{month:02}-{day:02}" for day, month in DAYS for _ in range(2))
WAYS: list[tuple[str, Callable[[str, str], str]]] = [
    ("compact_day_first", lambda day, month: f"{day}{month}26"),
    ("compact_day_first", lambda day, month: f"{day}{month}26".lstrip("0")),
    ("compact_day_first", lambda day, month: f"{day}{month}26.0".lstrip("0")),
    ("compact_day_first", lambda day, month: f"{day}{month}26 14:05"),
    ("compact_day_first", lambda day, month: f"{day}{month}26 1405"),
    ("compact_month_first", lambda day, month: f"{month}{day}26".lstrip("0")),
    ("compact_year_first", lambda day, month: f"26{month}{day}"),
    ("compact_year_first", lambda day, month: f"126{month}{day}"),
    ("compact_year_first", lambda day, month: f"26{month}{day}1405"),
    ("compact_year_first", lambda day, month: f"26{month}{day}140509"),
]


def _rows(way: Callable[[str, str], str]) -> list[tuple[str, str, str]]:
    return [
        (f"B{n}", way(f"{day:02}", f"{month:02}"), step)
        for n, (day, month) in enumerate(DAYS)
        for step in ("Scan", "Zahlung")
    ]


@pytest.mark.parametrize(("form", "way"), WAYS)
@pytest.mark.parametrize("name", ["Datum", "BUDAT", "Feld 2"])
def test_digits_are_dates_where_only_one_order_can_be(
    tmp_path: Path, form: str, way: Callable[[str, str], str], name: str
) -> None:
    if (name, form) == ("Feld 2", "compact_month_first"):
        name = "Tag"  # without a word for days 123126 is as well a clock
    path = written(tmp_path, a_csv(("Bon", name, "Aktion"), *_rows(way), delimiter=";"))
    looked = preview(path)
    assert looked.times == {name: form}
    assert [time[:10] for time in times(read(path).log)] == RIGHT
    assert all(event.time for event in first_events(looked, plan_of(looked)))
    for language in Language:
        assert name in looked.hint_words(language)[0]


def test_numbers_of_a_workbook_and_a_clock_beside_them_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first_sheet(book).append(("Bon", "Datum", "Uhrzeit", "Aktion"))
    for number, (case, day, step) in enumerate(_rows(WAYS[0][1])):
        first_sheet(book).append((case, int(day), 80_500 + 10_000 * (number % 2), step))
    book.save(tmp_path / "log.xlsx")
    found = times(read(tmp_path / "log.xlsx").log)
    assert [time[:10] for time in found] == RIGHT
    assert {time[11:19] for time in found} == {"08:05:00", "09:05:00"}


def test_an_order_that_one_column_proves_holds_for_those_that_could_be_either(tmp_path: Path) -> None:
    rows = [(f"A{n}", f"{n:02}0126", f"{n + 15}0226", f"{n + 17}0326") for n in range(1, 13)]
    plan = plan_of(preview(written(tmp_path, a_csv(("Auftrag", "Angelegt", "Geliefert", "Bezahlt"), *rows))))
    assert [column for column, _ in plan.milestones] == ["Angelegt", "Geliefert", "Bezahlt"]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("Datum", lambda n: f"{1 + n % 9:02}{1 + n % 5:02}26"),
        ("Zeit", lambda n: f"{8 + n % 9:02}{n % 5:02}26"),
        ("Artikel", lambda n: f"{260101 + n % 28}"),
        ("Feld 2", lambda n: f"{260101 + n % 28}"),
        ("Datum", lambda n: f"{100_000 + n * 13_577}"),
    ],
)
def test_what_could_be_read_in_two_ways_or_is_no_date_is_left_to_a_person(
    tmp_path: Path, name: str, cell: Callable[[int], str]
) -> None:
    rows = [(f"B{n % 4}", cell(n), ("Scan", "Zahlung")[n // 4 % 2]) for n in range(24)]
    looked = preview(written(tmp_path, a_csv(("Bon", name, "Aktion"), *rows, delimiter=";")))
    assert not COMPACT & set(looked.times.values())
    with pytest.raises(UnreadableLog):
        plan_of(looked)


def test_sql_and_python_read_the_same(tmp_path: Path) -> None:
    cells = ["010326", "10326", "310226", "260301", "1260301", "260301140509", "311299 9:05", "12", "abc", "010326.0"]
    with connected(tmp_path) as connection:
        connection.execute("CREATE TABLE cells AS SELECT unnest(?) AS x", [cells])
        for form in COMPACT:
            found = [time for (time,) in connection.execute(patient_time_sql("cells", form)).fetchall()]
            patient = [time if time > IMPOSSIBLE else None for time in found]
            plain = [worded_time(cell, form) for cell in cells]
            assert patient == [time if time > IMPOSSIBLE else None for time in plain], form
            fast = connection.execute(f"SELECT {fast_time_sql('x', form)} FROM cells").fetchall()
            assert all(quick in (None, slow) for (quick,), slow in zip(fast, patient, strict=True))
    assert "regexp_replace" in marked_sql("x", TimeFormat.COMPACT_DAY_FIRST)
