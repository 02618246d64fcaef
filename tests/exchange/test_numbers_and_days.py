"""Numbers and days as other programs store them: percentages, and days that lie seconds beside midnight."""

import re
from datetime import date, datetime, time
from typing import Any

import pytest

from journey.exchange import ProblemSeverity, read_workbook, write_workbook
from journey.model import Language, Workshop
from tests.builders import a_count, a_frame, a_goal, a_guess, a_persona, a_source, a_workshop
from tests.exchange.hands import by_hand, column, edited, keys, of_strangers, patched


def _typed(sheet: str, header: str, value: Any, number_format: str) -> Any:
    def edit(book: Any) -> None:
        cell = book[sheet].cell(2, column(book[sheet], header))
        cell.value, cell.number_format = value, number_format

    return edit


def _people() -> Workshop:
    return a_workshop(personas=[a_persona("Alma", id="p1", share=45)], guesses=[a_guess(45, id="u1")])


@pytest.mark.parametrize("number_format", ["0%", "0.00%", "0.0 %", "#,##0%", "0%;[Red]-0%", "[Blue]0%", '0"ca. "0%'])
def test_a_share_typed_as_a_percentage_is_what_stands_there(number_format: str) -> None:
    stored = (0.25, 0.07, 1, 0, 0.125)
    people = [a_persona(f"P{place}", id=f"p{place}", share=45, rank=place) for place in range(len(stored))]

    def edit(book: Any) -> None:
        for row, value in enumerate(stored, start=2):
            cell = book["Personas"].cell(row, column(book["Personas"], "Anteil in %"))
            cell.value, cell.number_format = value, number_format

    reading = edited(a_workshop(personas=people), edit)
    assert [one.share for one in reading.workshop.personas] == [25, 7, 100, 0, 12.5]
    assert reading.problems == ()


def test_every_column_in_percent_takes_percentages_in_both_languages() -> None:
    for language, sheet, header in (
        (Language.DE, "Blindschätzungen", "Geschätzter Anteil in %"),
        (Language.EN, "Blind estimates", "Guessed share in %"),
    ):
        assert edited(_people(), _typed(sheet, header, 0.3, "0%"), language).workshop.guesses[0].share == 30


def test_a_percent_sign_in_quotes_makes_no_percentage() -> None:
    reading = edited(_people(), _typed("Personas", "Anteil in %", 25, '0" %"'))
    assert reading.workshop.personas[0].share == 25
    assert edited(_people(), _typed("Personas", "Anteil in %", 25, r"0\%")).workshop.personas[0].share == 25


def test_plain_numbers_that_only_got_the_look_of_percentages_stay_what_they_are() -> None:
    reading = edited(_people(), _typed("Personas", "Anteil in %", 45, "0%"))
    assert reading.workshop.personas[0].share == 45
    assert keys(reading) == ["percent_unscaled"]


def test_a_percentage_above_a_hundred_is_no_share() -> None:
    reading = edited(_people(), _typed("Personas", "Anteil in %", 1.5, "0%"), base=_people())
    assert reading.workshop == _people()
    assert [(p.key, p.done) for p in reading.problems] == [("out_of_range", "kept")]


@pytest.mark.parametrize("unit", ["%", "Prozent", "% der Besucher", "percent"])
def test_goals_in_percent_take_percentages(unit: str) -> None:
    base = a_workshop(goals=[a_goal(id="g1", unit=unit, baseline=31)])
    goal = edited(base, _typed("Ziele", "Zielwert", 0.42, "0%")).workshop.goals[0]
    assert (goal.baseline, goal.target, goal.unit) == (31, 42, unit)


def test_a_goal_without_a_unit_gets_the_percent_sign_with_its_percentage() -> None:
    reading = edited(a_workshop(goals=[a_goal(id="g1")]), _typed("Ziele", "Zielwert", 0.42, "0%"))
    assert (reading.workshop.goals[0].target, reading.workshop.goals[0].unit) == (42, "%")
    assert keys(reading) == ["percent_unit"]


def test_a_percentage_in_another_unit_stays_the_number_that_it_is_and_is_told() -> None:
    reading = edited(a_workshop(goals=[a_goal(id="g1", unit="EUR")]), _typed("Ziele", "Zielwert", 0.42, "0%"))
    assert reading.workshop.goals[0].target == 0.42
    assert [(p.key, p.column) for p in reading.problems] == [("percent_as_number", "Zielwert")]


def test_a_percentage_in_a_text_is_written_as_it_looks() -> None:
    reading = edited(a_workshop(goals=[a_goal(id="g1")]), _typed("Ziele", "Kennzahl", 0.42, "0%"))
    assert reading.workshop.goals[0].metric == "42 %"


def test_whole_numbers_and_days_take_no_percentages_that_do_not_fit() -> None:
    base = a_workshop(counts=[a_count(100, id="c1")], goals=[a_goal(id="g1", due=date(2026, 5, 1))])
    counted = edited(base, _typed("Zählungen", "Anzahl", 0.5, "0%"), base=base)
    due = edited(base, _typed("Ziele", "Bis wann", 0.5, "0%"), base=base)
    assert (counted.workshop, due.workshop) == (base, base)
    assert (keys(counted), keys(due)) == (["not_whole"], ["not_a_date"])


@pytest.mark.parametrize(
    ("stored", "kind", "told"),
    [
        ("2026-12-31T00:00:00Z", "d", False),
        ("2026-12-30T23:59:50.000Z", "d", True),
        ("2026-12-30T23:59:17Z", "d", True),
        ("2026-12-31T00:00:10.000Z", "d", True),
        ("46386.99999", "", True),
        ("46386.999999999", "", False),
        ("46387.0001157407", "", True),
        ("46387", "", False),
    ],
)
def test_a_day_just_beside_midnight_is_the_nearest_day(stored: str, kind: str, *, told: bool) -> None:
    data = write_workbook(a_workshop(goals=[a_goal(id="g1", due=date(2026, 12, 31))]), Language.DE)
    attribute = f' t="{kind}"' if kind else ""
    cell = rf"\1{attribute}><v>{stored}</v>"
    changed = patched(data, "Ziele", lambda xml: re.sub(r'(<c r="H2" s="\d+")><v>46387</v>', cell, xml) + "\n")
    reading = read_workbook(changed, Language.DE)
    assert reading.workshop.goals[0].due == date(2026, 12, 31)
    assert keys(reading) == (["date_from_text"] if told else [])
    assert all(problem.severity is ProblemSeverity.NOTE for problem in reading.problems)


@pytest.mark.parametrize("typed", [46386.99999, "2026-12-30T23:59:50.000Z", "2026-12-30 23:59:50"])
def test_numbers_and_texts_just_beside_midnight_are_the_nearest_day_too(typed: Any) -> None:
    base = a_workshop(sources=[a_source(id="s1")])
    reading = edited(base, _typed("Quellen", "Erhoben am", typed, "General"))
    assert reading.workshop.sources[0].collected == date(2026, 12, 31)


@pytest.mark.parametrize("moment", [datetime(2026, 12, 31, 14, 30), datetime(2026, 12, 31, 23, 59)])
def test_a_time_of_day_stays_on_its_day_and_is_told(moment: datetime) -> None:
    base = a_workshop(goals=[a_goal(id="g1")])
    reading = edited(base, _typed("Ziele", "Bis wann", moment, "dd.mm.yyyy hh:mm"))
    assert reading.workshop.goals[0].due == date(2026, 12, 31)
    assert keys(reading) == ["date_from_text"]


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:50", "0001-01-01T00:00:00"])
def test_the_ends_of_the_calendar_do_no_harm(moment: str) -> None:
    data = write_workbook(a_workshop(goals=[a_goal(id="g1", due=date(2026, 12, 31))]), Language.DE)
    cell = rf'\1 t="d"><v>{moment}</v>'
    changed = patched(data, "Ziele", lambda xml: re.sub(r'(<c r="H2" s="\d+")><v>46387</v>', cell, xml))
    assert len(read_workbook(changed, Language.DE).workshop.goals) == 1


def test_formulas_and_errors_in_the_frame_leave_what_was_there() -> None:
    base = a_workshop(frame=a_frame(title="Weg", end_action="Kauf"))

    def edit(book: Any) -> None:
        cover = book["Workshop"]
        rows = {cover.cell(row, 2).value: row for row in range(1, 20)}
        cover.cell(rows["Titel"], 3).value = "=A1"

    reading = read_workbook(by_hand(write_workbook(base, Language.DE), edit), Language.DE, base)
    assert reading.workshop == base
    assert [(p.key, p.done) for p in reading.problems] == [("no_result", "kept")]


def test_a_minute_in_a_text_is_that_minute() -> None:
    """2026-03-19 02:16 is kept as 46100.0944444444, which is four microseconds before."""
    goals = [a_goal(id=f"g{minute}", rank=minute) for minute in range(60)]
    moments = [datetime(2026, 3, 19, 2, minute) for minute in range(60)]

    def edit(book: Any) -> None:
        for row, moment in enumerate(moments, start=2):
            cell = book["Ziele"].cell(row, column(book["Ziele"], "Kennzahl"))
            days = (moment - datetime(1899, 12, 30)).total_seconds() / 86_400
            cell.value, cell.number_format = float(f"{days:.15g}"), "dd.mm.yyyy hh:mm"

    read = edited(a_workshop(goals=goals), edit).workshop
    assert [goal.metric for goal in read.goals] == [f"2026-03-19 02:{minute:02}" for minute in range(60)]


def test_a_time_of_day_without_a_day_is_only_the_time() -> None:
    read = edited(a_workshop(goals=[a_goal(id="g1")]), _typed("Ziele", "Kennzahl", time(14, 30), "hh:mm")).workshop
    assert read.goals[0].metric == "14:30"


@pytest.mark.parametrize("number_format", ["General", "dd.mm.yyyy"])
def test_a_year_typed_for_a_day_is_no_day_of_1905(number_format: str) -> None:
    base = a_workshop(goals=[a_goal(id="g1", due=date(2026, 5, 1))])
    reading = edited(base, _typed("Ziele", "Bis wann", 2026, number_format), base=base)
    assert reading.workshop == base
    assert [(p.key, dict(p.values)["value"]) for p in reading.problems] == [("not_a_date", "2026")]


def test_numbers_that_only_got_the_look_of_percentages_stay_as_they_were() -> None:
    base = a_workshop(goals=[a_goal(id="g1", unit="%", baseline=31, target=1)], guesses=[a_guess(0.5, id="u1")])

    def look(book: Any) -> None:
        for sheet, header in (
            ("Ziele", "Ausgangswert"),
            ("Ziele", "Zielwert"),
            ("Blindschätzungen", "Geschätzter Anteil in %"),
        ):
            book[sheet].cell(2, column(book[sheet], header)).number_format = "0%"

    reading = edited(base, look, base=base)
    assert (reading.workshop, keys(reading)) == (base, ["percent_look"] * 3)


@pytest.mark.parametrize("typed", ["1,2,3", "1.2.2026", "12.05.26", "1.234.5678,5", "1.234,567,8"])
def test_lists_and_days_are_no_numbers(typed: str) -> None:
    base = a_workshop(goals=[a_goal(id="g1", target=7)])
    reading = edited(base, _typed("Ziele", "Zielwert", typed, "General"), base=base)
    assert (reading.workshop, keys(reading)) == (base, ["not_a_number"])


@pytest.mark.parametrize(
    ("typed", "number"), [("0.500", 0.5), ("12,34,567.5", 1234567.5), ("-1.234", -1234), ("10.500.000", 10_500_000)]
)
def test_thousands_begin_with_no_nought(typed: str, number: float) -> None:
    base = a_workshop(goals=[a_goal(id="g1")])
    assert edited(base, _typed("Ziele", "Zielwert", typed, "General")).workshop.goals[0].target == number


def test_shares_of_a_foreign_list_that_make_one_together_are_parts_of_one() -> None:
    rows: list[list[object]] = [["Name", "Segment", "Anteil in %"], ["Alma", "Profis", 0.4], ["Bert", "Neue", 0.6]]
    reading = read_workbook(of_strangers(*rows), Language.DE)
    assert [person.share for person in reading.workshop.personas] == [40, 60]
    assert keys(reading).count("small_share") == 2


@pytest.mark.parametrize(("stored", "share"), [(0.45, 45), (0.6, 0.6), (1, 1)])
def test_a_share_that_became_a_hundredth_of_itself_is_what_it_was_and_other_small_ones_are_told(
    stored: float, share: float
) -> None:
    reading = edited(_people(), _typed("Personas", "Anteil in %", stored, "General"), base=_people())
    assert reading.workshop.personas[0].share == share
    assert keys(reading) == ([] if stored == 1 else ["small_share"])


def test_small_shares_of_our_own_come_back() -> None:
    people = [a_persona("Alma", id="p1", share=0.4, rank=1), a_persona("Bert", id="p2", share=0.6, rank=2)]
    for base in (None, a_workshop(personas=people)):
        reading = edited(a_workshop(personas=people), lambda _book: None, base=base)
        assert (reading.workshop.personas, keys(reading)) == (tuple(people), [])
