"""Pivot tables: days for the names of columns. Read where a cell says what happened to whom, refused where it counts."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from journey.model import Language
from journey.numbers.reading import UnreadableLog, guarded_preview, plan_of, preview, start_reading
from journey.numbers.reading.shapes.pivot import is_pivot_head
from tests.numbers.reading.files import a_csv, cases, read, times, written
from tests.typed import first_sheet

WORDS = [
    ("Kunde", "Ort", "30.01.2026", "31.01.2026", "01.02.2026"),
    ("K1", "Ulm", "Besuch", "", "Kauf"),
    ("K2", "Ulm", "", "Besuch", "-"),
    ("K3", "Bonn", "Besuch", "Angebot", "Kauf"),
]
OUTLINE = [
    ("Anzahl von Schritt", "Spaltenbeschriftungen", "", "", "", ""),
    ("Zeilenbeschriftungen", "", "30.01.2026", "31.01.2026", "01.02.2026", "Gesamtergebnis"),
    ("K1", "Besuch", "1", "", "", "1"),
    ("", "Kauf", "", "", "2", "2"),
    ("K1 Ergebnis", "", "1", "", "2", "3"),
    ("K2", "Besuch", "0", "1", "", "1"),
    ("K3", "Besuch", "1", "", "", "1"),
    ("", "Angebot", "", "1", "", "1"),
    ("", "Kauf", "", "", "1", "1"),
    ("Gesamtergebnis", "", "2", "2", "3", "7"),
]
STEPS = [["Besuch"], ["Besuch", "Angebot", "Kauf"], ["Besuch", "Kauf"]]
DAYS = ["2026-01-30", "2026-01-30", "2026-01-31", "2026-01-31", "2026-02-01", "2026-02-01"]


def _steps(path: Path) -> list[list[object]]:
    return sorted([[event[1] for event in case] for case in cases(read(path).log)], key=repr)


def _days(path: Path) -> list[str]:
    return [time[:10] for time in times(read(path).log)]


@pytest.mark.parametrize("table", [WORDS, OUTLINE])
def test_each_filled_cell_is_an_event_of_the_day_that_its_column_is_called(
    tmp_path: Path, table: list[tuple[str, ...]]
) -> None:
    path = written(tmp_path, a_csv(*table, delimiter=";"))
    looked = preview(path)
    assert _steps(path) == sorted(STEPS, key=repr)
    assert _days(path) == DAYS
    assert looked.hints == (("days", "30.01.2026 – 01.02.2026"),)
    guarded = start_reading(path, plan_of(guarded_preview(path))).result()
    assert guarded.log.events == read(path).log.events == 6


def test_a_workbook_with_days_as_dates_in_the_head_is_the_same(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = first_sheet(book)
    sheet.append([*WORDS[0][:2], datetime(2026, 1, 30), datetime(2026, 1, 31), datetime(2026, 2, 1)])
    for row in WORDS[1:]:
        sheet.append(row)
    book.save(tmp_path / "log.xlsx")
    assert _steps(tmp_path / "log.xlsx") == sorted(STEPS, key=repr)
    assert _days(tmp_path / "log.xlsx") == DAYS


@pytest.mark.parametrize(
    "heads",
    [
        ("Jan 2026", "Feb 2026", "Mär 2026"),
        ("2026-01", "2026-02", "2026-03"),
        ("01/2026", "02/2026", "03/2026"),
        ("1/30/2026", "1/31/2026", "2/1/2026"),
        ("01.03.2026", "01.02.2026", "01.01.2026"),
    ],
)
@pytest.mark.parametrize("first", [("Aktivität",), ("Kunde",), ("Kunde", "Angelegt am", "Status")])
def test_counts_below_days_are_refused_with_the_way_out(
    tmp_path: Path, heads: tuple[str, ...], first: tuple[str, ...]
) -> None:
    left = {"Aktivität": "Schritt {}", "Kunde": "K{}", "Angelegt am": "0{}.12.2025", "Status": "aktiv"}
    rows = [(*(left[name].format(number) for name in first), str(number), "", "120") for number in range(1, 5)]
    path = written(tmp_path, a_csv((*first, *heads), *rows, delimiter=";"))
    with pytest.raises(UnreadableLog) as caught:
        plan_of(preview(path))
    assert caught.value.key == "pivot"
    for language in Language:
        assert heads[0] in caught.value.message(language)


@pytest.mark.parametrize(
    "heads",
    [
        ("Jan", "Feb", "Mrz"),
        ("Okt", "Nov", "Dez", "Januar"),
        ("Q1 2026", "Q2 2026"),
        ("KW 9", "KW 10", "KW 11"),
        ("Week 2", "Week 1"),
        ("2024", "2025", "2026"),
        ("01.01.", "02.01.", "03.01."),
        ("Mo", "Di", "Mi", "Do", "Fr"),
    ],
)
@pytest.mark.parametrize("first", ["Schritt", "Kundennummer", "Zeilenbeschriftungen"])
def test_counts_below_periods_that_name_no_day_are_called_counts(
    tmp_path: Path, heads: tuple[str, ...], first: str
) -> None:
    rows = [(f"{first} {row}", *(7 * row + place for place, _ in enumerate(heads)), 99) for row in range(1, 6)]
    looked = preview(written(tmp_path, a_csv((first, *heads, "Gesamtergebnis"), *rows, delimiter=";")))
    for columns in (None, {"case": first, "activity": "Gesamtergebnis"}):
        with pytest.raises(UnreadableLog) as caught:
            plan_of(looked, columns)
        assert caught.value.key == "pivot"
    for language, counts in ((Language.DE, "Zählungen"), (Language.EN, "counts")):
        message = caught.value.message(language)
        assert all(word in message for word in (counts, heads[0], heads[-1]))


def test_countries_beside_steps_are_nobody_who_could_be_followed(tmp_path: Path) -> None:
    rows = [(land, step, 3, 4) for land in ("DE", "AT") for step in ("Besuch", "Angebot", "Kauf")]
    with pytest.raises(UnreadableLog, match="pivot"):
        plan_of(preview(written(tmp_path, a_csv(("Land", "Stufe", "01.01.2026", "02.01.2026"), *rows, delimiter=";"))))


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (("Kunde", "Mai", "Ort"), ("K1", "7", "Ulm")),
        (("Kunde", "Feb", "Jan", "Apr", "Mrz", "Dez"), ("K1", "7", "7", "8", "9", "1")),
        (("Kunde", "Jan", "Feb"), ("K1", "Besuch", "Kauf")),
        (("K1", "2025", "2026"), ("K2", "2024", "2026")),
    ],
)
def test_one_period_or_words_below_them_make_no_pivot_table(head: tuple[str, ...], row: tuple[str, ...]) -> None:
    assert not is_pivot_head(head, [row, row])


def test_people_in_the_cells_are_no_steps(tmp_path: Path) -> None:
    rows = [("Besuch", "Anna Huber", "Bernd Maier"), ("Angebot", "", "Anna Huber"), ("Kauf", "Anna Huber", "")]
    with pytest.raises(UnreadableLog, match="pivot"):
        plan_of(preview(written(tmp_path, a_csv(("Schritt", "01.01.2026", "02.01.2026"), *rows, delimiter=";"))))


@pytest.mark.parametrize(
    "table",
    [
        [("Bericht", "01.01.2026", "31.01.2026"), ("Kunde", "Datum", "Schritt"), ("K1", "05.01.2026", "Besuch"), ("K1", "06.01.2026", "Kauf")],
        [("K1", "01.01.2026", "02.01.2026"), ("K2", "01.01.2026", "")],
        [("Kunde", "2025", "2026"), ("K1", "Besuch", "Kauf")],
        [("Kunde", "01.01.2026", "01.01.2026"), ("K1", "Besuch", "Kauf")],
    ],
)  # fmt: skip
def test_other_tables_are_no_pivot_tables(table: list[tuple[str, ...]]) -> None:
    assert not is_pivot_head(table[0], table[1:])


def test_a_title_as_wide_as_the_table_is_no_row_of_it(tmp_path: Path) -> None:
    rows = [("K1", "05.01.2026", "Besuch"), ("K1", "06.01.2026", "Kauf"), ("K2", "06.01.2026", "Besuch")]
    title, head = ("Zeitraum", "01.01.2026", "31.01.2026"), ("Kunde", "Datum", "Schritt")
    assert _steps(written(tmp_path, a_csv(title, head, *rows, delimiter=";"))) == [["Besuch", "Kauf"], ["Besuch"]]


@pytest.mark.parametrize(
    "head", [("KW 52/2025", "KW 1/2026"), ("2025-W52", "2026-W01"), ("week 52 2025", "week 1 2026")]
)
def test_weeks_with_a_year_above_words_begin_on_their_monday(tmp_path: Path, head: tuple[str, str]) -> None:
    path = written(tmp_path, a_csv(("Kunde", *head), ("K1", "Besuch", "Kauf"), ("K2", "Besuch", ""), delimiter=";"))
    assert times(read(path).log) == ["2025-12-22 00:00:00", "2025-12-22 00:00:00", "2025-12-29 00:00:00"]


@pytest.mark.parametrize("head", [("KW 12", "KW 13"), ("week 12", "week 13"), ("März", "April")])
def test_weeks_without_a_year_above_words_ask_for_it(tmp_path: Path, head: tuple[str, str]) -> None:
    path = written(tmp_path, a_csv(("Kunde", *head), ("K1", "Besuch", "Kauf"), ("K2", "Besuch", ""), delimiter=";"))
    with pytest.raises(UnreadableLog, match="no_year"):
        plan_of(preview(path))


def test_answers_to_questions_are_no_quarters(tmp_path: Path) -> None:
    path = written(
        tmp_path, a_csv(("Kunde", "Q1", "Q2"), ("K1", "gut", "gut"), ("K2", "gut", "schlecht"), delimiter=";")
    )
    with pytest.raises(UnreadableLog, match="no_time"):
        plan_of(preview(path))
