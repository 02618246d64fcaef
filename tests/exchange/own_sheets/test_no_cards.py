"""Totals, headings pasted again and a second map on a stranger's sheet are told and never taken for phases or cards."""

import pytest

from journey.exchange.layout.cells.number import number_taker
from journey.exchange.own_sheets import SheetShape
from journey.model import Goal, Language, Persona, PhaseCount
from tests.exchange.own_sheets.brought import Brought, Rows, of_rows


def _counts(brought: Brought) -> list[int]:
    return [card.count for card in brought.of(PhaseCount)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("total", ["Gesamt", "Total:", "Ø", "Summe (alle)"])
@pytest.mark.parametrize("turned", [False, True])
def test_a_column_of_totals_is_no_phase(total: str, turned: bool) -> None:
    rows: Rows = [
        ["", "Aufmerksamkeit", "Kauf", total],
        ["Touchpoints", "Plakat", "Kasse", ""],
        ["Besucher", 100, 10, 110],
    ]
    brought = of_rows([list(row) for row in zip(*rows, strict=True)] if turned else rows, new=True)
    assert list(brought.titles) == ["Plakat", "Kasse"]
    assert _counts(brought) == [100, 10]
    assert [key for key, _, _ in brought.told()] == ["total_row" if brought.plan.shape.is_list else "sheet_total"]
    assert brought.left() == {total, "110"}
    assert brought.reading.unplaced == ()


@pytest.mark.parametrize("last", [["Summe", 110], ["", 110], ["Total", "110"]])
def test_a_row_of_totals_below_counts_is_no_phase(last: list[object]) -> None:
    brought = of_rows([["Phase", "Anzahl"], ["Aufmerksamkeit", 100], ["Kauf", 10], last], new=True)
    assert _counts(brought) == [100, 10]
    assert [(key, row) for key, row, _ in brought.told()] == [("total_row", 4)]


def test_totals_and_headings_between_cards_of_a_list_are_no_cards() -> None:
    rows: Rows = [
        ["Touchpoint", "Phase", "Channel"],
        ["Ad", "Awareness", "Print"],
        ["Touchpoint", "Phase", "Channel"],
        ["Shop", "Purchase", "Website"],
        ["Total", None, 2],
    ]
    brought = of_rows(rows, new=True)
    assert list(brought.titles) == ["Ad", "Shop"]
    assert [(key, row) for key, row, _ in brought.told()] == [("header_again", 3), ("total_row", 5)]
    people = of_rows([["Name", "Segment", "Share"], ["Anna", "Pro", 40], ["Tom", "New", 60], ["Total", None, 100]])
    assert people.personas == ["Anna", "Tom"]


def test_a_result_and_a_card_of_that_name_are_what_they_are() -> None:
    rows: Rows = [["", "Awareness", "Purchase", "Result"], ["Touchpoints", "Ad", "Shop", "Delivery"]]
    assert list(of_rows(rows, new=True).titles) == ["Ad", "Shop", "Delivery"]
    listed: Rows = [["Touchpoint", "Phase", "Owner"], ["Total", "Awareness", "Kim"], ["Shop", "Purchase", "Kim"]]
    assert list(of_rows(listed, new=True).titles) == ["Total", "Shop"]


@pytest.mark.parametrize(("first", "second"), [("Persona A", "Persona B"), ("Persona: Anna", "Persona: Tom")])
@pytest.mark.parametrize("apart", [False, True])
def test_of_two_maps_below_each_other_the_first_is_read_and_the_second_told(
    first: str, second: str, apart: bool
) -> None:
    heads: list[Rows] = [
        [[name], ["", "Awareness", "Purchase"]] if apart else [[name, "Awareness", "Purchase"]]
        for name in (first, second)
    ]
    rows: Rows = [
        *heads[0], ["Touchpoints", "Ad", "Shop"], ["Emotion", 1, -1], [],
        *heads[1], ["Touchpoints", "Radio", "Kiosk"], ["Emotion", 2, 0],
    ]  # fmt: skip
    brought = of_rows(rows, new=True)
    assert brought.plan.shape is SheetShape.MATRIX
    assert list(brought.titles) == ["Ad", "Shop"]
    assert [card.emotion for card in brought.touchpoints] == [1, -1]
    assert "sheet_second_map" in {key for key, _, _ in brought.told()}
    assert {"Radio", "Kiosk"} <= brought.left()
    assert all(name not in ("Awareness", "Purchase") for name in brought.personas)


def test_percentages_and_parts_of_one_are_percent() -> None:
    goals = of_rows(
        [
            ["Goal", "Current", "Target", "Unit"],
            ["CR", {"percent": 0.02}, {"percent": 0.03}, ""],
            ["NPS", 30, 50, "points"],
        ]
    )
    assert [(g.baseline, g.target, g.unit) for g in goals.of(Goal)] == [(2, 3, "%"), (30, 50, "points")]  # type: ignore[attr-defined]
    people = of_rows([["Name", "Share"], ["Anna", 0.4], ["Tom", 0.6]])
    assert [p.share for p in people.of(Persona)] == [40, 60]  # type: ignore[attr-defined]
    assert [key for key, _, _ in people.told()] == ["sheet_shares"]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("typed", "number"), [("12.500", 12_500), ("1,000", 1_000), ("1.000.000", 1_000_000)])
def test_thousands_of_whole_numbers_are_thousands_in_every_language(
    typed: str, number: int, language: Language
) -> None:
    assert number_taker(language, whole=True)(typed).value == number


def test_an_error_that_a_program_wrote_as_text_is_told_and_a_time_has_no_day_of_1899() -> None:
    rows: Rows = [
        ["Name", "Quote", "Goals"],
        ["Anna", "#DIV/0!", {"date": "1899-12-31T14:30:00"}],
        ["Tom", "#1", "#BEZUG!"],
    ]
    people = of_rows(rows)
    assert [(p.quote, p.goals) for p in people.of(Persona)] == [("", "14:30:00"), ("#1", "")]  # type: ignore[attr-defined]
    assert [(key, row) for key, row, _ in people.told()] == [("error_value", 2), ("error_value", 3)]


def test_shares_below_one_per_cent_are_told_where_they_do_not_make_one() -> None:
    people = of_rows([["Name", "Share"], ["Anna", 0.4], ["Tom", 30], ["Eve", {"percent": 0.005}]])
    assert [p.share for p in people.of(Persona)] == [0.4, 30, 0.5]  # type: ignore[attr-defined]
    assert [(key, row) for key, row, _ in people.told()] == [("small_share", 2)]


@pytest.mark.parametrize("corner", ["Monat", "Phase", ""])
@pytest.mark.parametrize("total", ["row", "column", "both"])
def test_totals_of_counts_by_month_are_no_counts(corner: str, total: str) -> None:
    rows: Rows = [[corner, "Aufmerksamkeit", "Kauf"], ["2026-01", 100, 10], ["2026-02", 120, 12]]
    if total != "row":
        rows = [[*row, more] for row, more in zip(rows, ("Gesamt", 110, 132), strict=True)]
    if total != "column":
        rows.append(["Summe", 220, 22, *([242] if total == "both" else [])])
    assert _counts(of_rows(rows, new=True)) == [100, 120, 10, 12]


def test_a_goal_in_words_with_the_sign_has_the_unit() -> None:
    goals = of_rows(
        [["Ziel", "Ist", "Soll", "Bis"], ["Abschlüsse", "2,5 %", "4 %", "Mai"], ["Anrufe", "30", "50", "Mai"]]
    )
    assert [(g.baseline, g.target, g.unit) for g in goals.of(Goal)] == [(2.5, 4, "%"), (30, 50, "")]  # type: ignore[attr-defined]
