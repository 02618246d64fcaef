"""Months, quarters and weeks as the times of events: each is its first day, and the file says so."""

from pathlib import Path

import openpyxl
import pytest

from journey.numbers.reading import TimeFormat, UnreadableLog, plan_of, preview
from journey.numbers.reading.times.periods import first_day
from tests.numbers.reading.files import cases, read, times, written
from tests.typed import first_sheet

WRITTEN = {
    "Januar 2026": "2026-01-01", "Jan. 2026": "2026-01-01", "Mrz 2026": "2026-03-01", "01/2026": "2026-01-01",
    "2026-02": "2026-02-01", "Q2 2026": "2026-04-01", "2. Quartal 2026": "2026-04-01", "KW 2/2026": "2026-01-05",
    "2026-W01": "2025-12-29", "Jan-26": "2026-01-01", "January '26": "2026-01-01",
}  # fmt: skip
NO_PERIODS = ["Jan 26", "Mai", "KW 12", "2026", "13/2026", "KW 54/2026", "Montag", "26-01-01"]


@pytest.mark.parametrize("text", WRITTEN)
def test_a_period_is_its_first_day(text: str) -> None:
    assert str(first_day(text)) == WRITTEN[text]


@pytest.mark.parametrize("text", NO_PERIODS)
def test_what_may_be_a_day_or_has_no_year_is_none(text: str) -> None:
    assert first_day(text) is None


@pytest.mark.parametrize(
    ("first", "second"), [("Januar 2026", "Februar 2026"), ("01/2026", "02/2026"), ("2026-01", "2026-02")]
)
def test_months_are_the_times_of_events_where_no_column_has_any(tmp_path: Path, first: str, second: str) -> None:
    text = f"Kunde;Schritt;Monat\nK1;Anfrage;{first}\nK1;Angebot;{second}\nK2;Anfrage;{second}\n"
    path = written(tmp_path, text)
    look = preview(path)
    assert ("periods", "Monat") in look.hints
    assert look.times["Monat"] is TimeFormat.PERIODS
    assert times(read(path).log) == ["2026-01-01 00:00:00", "2026-02-01 00:00:00", "2026-02-01 00:00:00"]


def test_months_in_the_columns_of_a_customer_are_steps(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ("Kunde", "Anfrage", "Angebot"),
        ("K1", "Januar 2026", "März 2026"),
        ("K2", "Januar 2026", "offen"),
        ("K3", "Februar 2026", None),
    ):
        first_sheet(book).append(row)
    book.save(tmp_path / "log.xlsx")
    reading = read(tmp_path / "log.xlsx")
    assert ("periods", "Anfrage, Angebot") in preview(tmp_path / "log.xlsx").hints
    assert sorted(len(case) for case in cases(reading.log)) == [1, 1, 2]
    assert reading.skipped == ()


def test_a_month_beside_a_day_is_no_time(tmp_path: Path) -> None:
    text = "Kunde;Monat;Datum;Schritt\nK1;Januar 2026;05.01.2026;Anfrage\nK1;Februar 2026;07.02.2026;Angebot\nK2;Januar 2026;06.01.2026;Anfrage\n"
    look = preview(written(tmp_path, text))
    assert (look.roles["time"], look.milestones) == ("Datum", ())


@pytest.mark.parametrize("text", [
    "Monat;Besuche;Anfragen\nJanuar 2026;900;40\nFebruar 2026;800;30\nMärz 2026;700;20\n",
    "Land;Monat;Bestellungen\nDE;2026-01;40\nAT;2026-01;30\nDE;2026-02;20\nAT;2026-02;20\n",
    "Kunde;Monat;Bemerkung 1\nK1;2026-01;\nK2;2026-01;\n",
])  # fmt: skip
def test_counts_of_months_and_months_of_nothing_stay_what_they_are(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableLog):
        plan_of(preview(written(tmp_path, text)))
