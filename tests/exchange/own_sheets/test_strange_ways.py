"""Sheets in the ways of strangers: merged cells, questions for headings, marks and words for feelings, several rows a card."""

from dataclasses import replace

import pytest

from journey.exchange.guarding.guard import CellSheet
from journey.exchange.own_sheets import NO_PHASE, SheetShape, grid_of_text, headed, read_sheet, reshaped, with_kind
from journey.exchange.own_sheets.counted_periods import is_period
from journey.exchange.own_sheets.grid import grid_of
from journey.exchange.own_sheets.plan import kind_of_sheet
from journey.model import Channel, Emotion, Goal, Language, Persona, PhaseCount
from journey.phases import model_of
from tests.builders import a_workshop
from tests.exchange.own_sheets.brought import Brought, Rows, of_grid, of_rows


def _merged(rows: Rows, *merged: str) -> Brought:
    numbered = list(enumerate(rows, start=1))
    return of_grid(grid_of(CellSheet("S", numbered, frozenset(), merged, ())))


def _scores(heading: str, *written: object) -> list[Emotion | None]:
    rows: Rows = [["Phase", "Touchpoint", heading], *(["Kauf", f"T{n}", each] for n, each in enumerate(written))]
    return [card.emotion for card in of_rows(rows).touchpoints]


@pytest.mark.parametrize(
    ("heading", "best", "worst"),
    [
        ("Bewertung (1 = sehr gut, 6 = ungenügend)", 1, 6),
        ("Stimmung: 1 (schlecht) bis 10 (super)", 10, 1),
        ("Schulnote", 1, 6),
        ("Rating (1 = very good; 5 = poor)", 1, 5),
        ("Emotion 1–5", 5, 1),
    ],
)
def test_a_heading_says_which_end_of_its_scale_is_the_good_one(heading: str, best: int, worst: int) -> None:
    assert _scores(heading, best, worst) == [Emotion.VERY_GOOD, Emotion.VERY_BAD]


def test_words_before_a_feeling_make_it_more_or_less_or_the_opposite() -> None:
    found = _scores(
        "Gefühl", "sehr enttäuscht", "eher begeistert", "nicht schlecht", "eher nicht gut", "rather annoyed", "sehr"
    )
    assert found == [-2, 1, 1, -1, -1, None]


def test_questions_and_hyphens_are_headings_too() -> None:
    rows: Rows = [
        ["Journey-Phase", "Touch-Point", "Was macht der Kunde?", "What does the customer feel?", "Pain-Points"],
        ["Kaufphase", "Kasse", "zahlt", "happy", "Schlange"],
        ["Information & Vergleich", "Google", "sucht", "", ""],
    ]
    brought = of_rows(rows)
    assert brought.titles == {"Kasse": "aida-plus.conversion", "Google": "aida-plus.favorability"}
    card = brought.touchpoint("Kasse")
    assert (card.doing, card.emotion, card.pain_points) == ("zahlt", 1, "Schlange")
    assert brought.told() == []


def test_goals_say_how_it_is_and_how_it_shall_be() -> None:
    goal = of_rows([["Ziel", "Ist", "Soll"], ["Mehr Anfragen", 120, 200]]).of(Goal)[0]
    assert (goal.baseline, goal.target) == (120, 200)  # type: ignore[attr-defined]


def test_a_merged_cell_holds_for_each_card_that_it_covers_and_an_idea_in_it_belongs_to_none_of_them() -> None:
    rows: Rows = [
        ["Phase", "Kauf", None, "Nutzung"],
        ["Touchpoints", "Regal", "Kasse", "Hotline"],
        ["Verantwortlich", "Vertrieb", None, "Service"],
        ["Ideen", "Preisrechner", None, "Rückruf"],
    ]
    brought = _merged(rows, "B1:C1", "B3:C3", "B4:C4")
    assert [card.owner for card in brought.touchpoints] == ["Vertrieb", "Vertrieb", "Service"]
    ideas = {idea.title: idea.touchpoint for idea in brought.reading.cards if type(idea).__name__ == "Opportunity"}  # type: ignore[attr-defined]
    assert ideas == {"Preisrechner": None, "Rückruf": brought.touchpoint("Hotline").id}


def test_merged_cells_in_a_list_hold_for_every_row_beside_them() -> None:
    rows: Rows = [
        ["Phase", "Persona", "Touchpoint", "Kanal"],
        ["Kauf", "Sabine", "Prospekt", "Filiale"],
        [None, None, "Kasse", None],
    ]
    brought = _merged(rows, "A2:A3", "B2:B3", "D2:D3")
    assert [(card.channel, len(card.personas)) for card in brought.touchpoints] == [("store", 1), ("store", 1)]


def test_names_of_groups_beside_the_lanes_are_told_as_such() -> None:
    rows: Rows = [
        [None, "Phase", "Awareness", "Purchase"],
        ["KUNDE", "Touchpoints", "TV", "Kasse"],
        [None, "Emotion", 1, -1],
    ]
    brought = _merged(rows, "A2:A3")
    assert [(one.key, one.row, one.column) for one in brought.reading.problems] == [("sheet_beside", 2, "A")]


def test_a_cell_of_a_list_may_hold_several_ideas() -> None:
    rows: Rows = [["Phase", "Touchpoint", "Ideen"], ["Kauf", "Kasse", "• Rückruf anbieten\n• Chatbot"]]
    assert of_rows(rows).ideas == ["Rückruf anbieten", "Chatbot"]


def test_a_pain_point_a_row_is_gathered_at_its_touchpoint_unless_rows_say_different_things() -> None:
    rows: Rows = [
        ["Pain Point", "Phase", "Touchpoint", "Emotion"],
        ["zu teuer", "Kauf", "Kasse", "-1"],
        ["zu langsam", "Kauf", "Kasse", ""],
        ["zu laut", "Kauf", "Kasse", "+2"],
        ["zu teuer", "Nutzung", "Kasse", ""],
    ]
    brought = of_rows(rows)
    assert [card.pain_points for card in brought.touchpoints] == ["zu teuer\nzu langsam", "zu laut", "zu teuer"]
    assert brought.told() == [("sheet_gathered", 3, "C")]


def test_pain_points_without_touchpoints_stand_in_their_phase() -> None:
    brought = of_rows([["Pain-Point", "Phase"], ["zu teuer", "Kauf"], ["zu langsam", "Kauf"]])
    assert [(card.title, card.pain_points) for card in brought.touchpoints] == [("Kauf", "zu teuer\nzu langsam")]


@pytest.mark.parametrize("head", [["Pain Points"], ["Schmerzpunkte"], ["Nr.", "Hürden"]])
def test_a_list_of_nothing_but_pain_points_stands_in_the_phase_that_people_choose_for_it(head: list[str]) -> None:
    rows: Rows = [head, *([*range(1, len(head)), words] for words in ("zu teuer", "zu langsam", "niemand hebt ab"))]
    brought = of_rows(rows)
    [card] = brought.touchpoints
    assert (card.title, card.pain_points) == ("Awareness", "zu teuer\nzu langsam\nniemand hebt ab")
    assert [key for key, *_ in brought.told() if key != "sheet_column_left"] == ["sheet_named_by_phase"]
    later = replace(brought.plan, phases={NO_PHASE: "aida-plus.conversion"})
    read = read_sheet(brought.grid, later, a_workshop(), Language.EN, "seed")
    [card] = Brought(brought.grid, later, read).touchpoints
    assert (card.title, card.phase) == ("Conversion", "aida-plus.conversion")


def test_a_list_of_cards_may_begin_with_one_that_is_called_like_a_field() -> None:
    assert list(of_rows([["Prozess"], ["Kasse"]]).titles) == ["Prozess", "Kasse"]
    assert "Problem am Telefon" in of_rows([["Problem am Telefon"], ["Kasse"], ["Newsletter"]]).titles


def test_phases_with_nothing_but_cards_below_them_are_a_matrix_whose_lanes_have_no_names() -> None:
    rows: Rows = [
        ["Vor dem Kauf", "Kauf", "Nach dem Kauf"],
        ["Plakat", "Kasse", "Hotline"],
        ["Google", "", "Newsletter"],
    ]
    brought = of_rows(rows)
    assert (brought.plan.shape, brought.plan.labels) == (SheetShape.MATRIX, -1)
    assert list(brought.titles) == ["Plakat", "Google", "Kasse", "Hotline", "Newsletter"]
    assert len(set(brought.titles.values())) == 3
    assert brought.told() == []
    other = of_rows([rows[0], ["Radio", "Shop", "App"]])
    assert kind_of_sheet(brought.grid, brought.plan) == kind_of_sheet(other.grid, other.plan)


def test_what_was_counted_in_periods_below_each_other_is_counts_of_each_period() -> None:
    counts = of_rows([["Monat", "Awareness", "Kauf"], ["Januar", 12000, 300], ["Februar", 13000, 310]]).of(PhaseCount)
    assert [(each.phase, each.period, each.count) for each in counts] == [  # type: ignore[attr-defined]
        ("aida-plus.awareness", "Januar", 12000), ("aida-plus.awareness", "Februar", 13000),
        ("aida-plus.conversion", "Januar", 300), ("aida-plus.conversion", "Februar", 310),
    ]  # fmt: skip


def _counted(rows: Rows, *, new: bool = False) -> list[tuple[str, str, int]]:
    counts = of_rows(rows, new=new).of(PhaseCount)
    return [(each.phase, each.period, each.count) for each in counts]  # type: ignore[attr-defined]


@pytest.mark.parametrize("first", ["Phase", ""])
def test_years_or_quarters_across_the_head_are_periods_whoever_names_the_phases(first: str) -> None:
    aware, bought = "aida-plus.awareness", "aida-plus.conversion"
    years: Rows = [[first, 2023, 2024, "Total"], ["Awareness", 1200, 1300, 2500], ["Purchase", "80", None, 80]]
    assert _counted(years) == [(aware, "2023", 1200), (aware, "2024", 1300), (bought, "2023", 80)]
    assert _counted([list(row) for row in zip(*years, strict=True)]) == _counted(years)
    quarters: Rows = [["Phase", "Q1 2024", "Q2 2024"], ["Interessent", 70, 60], ["Angebot", 30, 20], ["Auftrag", 8, 9]]
    assert [(period, count) for _, period, count in _counted(quarters, new=True)] == [
        ("Q1 2024", 70), ("Q2 2024", 60), ("Q1 2024", 30), ("Q2 2024", 20), ("Q1 2024", 8), ("Q2 2024", 9),
    ]  # fmt: skip


def test_what_is_no_number_below_years_is_no_count() -> None:
    assert (
        _counted([["Phase", "2023", "2024"], ["Awareness", "Poster", "Website"], ["Purchase", "Shop", "Kiosk"]]) == []
    )
    assert not any(map(is_period, ("Poster", "12", "3000", "Q5", "Total", "2023 Website", "Marketing", "Decision")))
    for words in ("2023", "FY 2023", "2023/24", "Q1/24", "2024 Q3", "1. Quartal 2025", "März", "Sep. 2024", "Dez '24", "KW 12",
                  "2024-05", "05/2024"):  # fmt: skip
        assert is_period(words), words


@pytest.mark.parametrize("rows", [
    [["Persona", "Sabine"], ["Alter", 42], ["Bedürfnisse", "• Ruhe\n• Licht"], ["Kanäle", "Web, Telefon"], ["Haustier", "Hund"]],
    [["", "Sabine"], ["Alter", 42], ["Bedürfnisse", "• Ruhe\n• Licht"], ["Bevorzugte Kanäle", "Web, Telefon"], ["Haustier", "Hund"]],
    [["Unsere Persona", None], ["Name", "Sabine"], ["Alter", 42], ["Bedürfnisse", "Ruhe\nLicht"], ["Kanäle", "Web, Telefon"],
     ["Haustier", "Hund"]],
])  # fmt: skip
def test_a_persona_with_her_facts_below_each_other_is_one_persona(rows: Rows) -> None:
    brought = of_rows(rows)
    (persona,) = (card for card in brought.reading.cards if isinstance(card, Persona))
    assert (persona.name, persona.demographics, persona.goals) == ("Sabine", "42", "Ruhe\nLicht")
    assert persona.channels == (Channel.WEBSITE, Channel.PHONE)
    assert brought.told() == [("sheet_lane_left", len(rows), "B")]


def test_shapes_that_read_rows_as_columns_can_be_chosen_and_corrected() -> None:
    model = model_of(a_workshop(), Language.EN)
    grid = grid_of_text("x\tAda\tBea\nAge\t30\t40\nJob\tclerk\tcook", "T")
    plan = with_kind(grid, reshaped(grid, SheetShape.COLUMNS, model), "personas", model)
    assert (plan.shape, plan.kind) == (SheetShape.COLUMNS, "personas")
    assert headed(grid, plan, 1, model).shape is SheetShape.COLUMNS
    cards = grid_of_text("Awareness\tTV\tRadio\nPurchase\tCheckout\t", "T")
    assert (reshaped(cards, SheetShape.TURNED, model).shape, reshaped(cards, SheetShape.TURNED, model).labels) == (
        SheetShape.TURNED, -1,
    )  # fmt: skip


def test_a_score_beside_its_words_is_known_by_the_words() -> None:
    assert _scores("Gefühl", "4 - gut", "Sehr gut (5)", "1 (sehr schlecht)", "-1: genervt") == [1, 2, -2, -1]
    assert of_rows([["Phase", "Touchpoint", "Gefühl"], ["Kauf", "Kasse", "4 - gut"]]).touchpoint("Kasse").thinking == ""


@pytest.mark.parametrize("turned", [False, True])
def test_steps_beside_touchpoints_are_what_people_do_there(turned: bool) -> None:
    rows: Rows = [
        ["Phase", "Awareness", None, "Purchase"],
        ["Step", "sees ad", "reads blog", "pays"],
        ["Touchpoint", "Instagram", "Blog", "Checkout"],
        ["Emotion", 3, 4, 1],
    ]
    brought = of_rows([list(row) for row in zip(*rows, strict=True)] if turned else rows)
    assert [(card.title, card.doing) for card in brought.touchpoints] == [
        ("Instagram", "sees ad"), ("Blog", "reads blog"), ("Checkout", "pays"),
    ]  # fmt: skip


def test_numbers_of_steps_are_no_names() -> None:
    brought = of_rows(
        [["Schritt", "Aktion", "Kanal", "Lösungsidee"], [1, "sucht", "Google", "SEO"], [2, "ruft an", "Telefon", ""]]
    )
    assert [(card.title, card.doing) for card in brought.touchpoints] == [("Google", "sucht"), ("Telefon", "ruft an")]
    assert brought.ideas == ["SEO"]
