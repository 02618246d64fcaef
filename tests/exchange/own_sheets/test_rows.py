"""A card a row: columns known by their names and by their content, in either language."""

from typing import Any

import pytest

from journey.editing import applied, change_of
from journey.exchange.own_sheets import NO_PHASE, SheetShape
from journey.model import Channel, Goal, GoalKind, MapState, Persona, PhaseCount
from tests.builders import a_persona, a_touchpoint, a_workshop
from tests.exchange.own_sheets.brought import Rows, of_rows

AWARENESS, CONVERSION = "aida-plus.awareness", "aida-plus.conversion"


def test_a_list_of_touchpoints_with_headings_of_its_own_is_understood() -> None:
    brought = of_rows(
        [
            ["Unsere Kontaktpunkte 2026"],
            ["Nr.", "Phase", "Kontaktpunkt", "Kanal", "Stimmung", "Hürden", "Zielgruppe", "Ideen", "Zuständig"],
            [1, "Awareness", "Anzeige im Blatt", "Zeitung", 4, "zu laut", "Alma", "leiser werden", "Marketing"],
            [2, None, "Beitrag", "Instagram", 5, None, "Alma, Bert", None, None],
            [3, "Kauf", "Kasse", "Filiale", 1, "• Schlange\n• Bargeld", "Bert", None, None],
        ]
    )
    assert brought.plan.shape is SheetShape.ROWS
    assert brought.titles == {"Anzeige im Blatt": AWARENESS, "Beitrag": AWARENESS, "Kasse": CONVERSION}
    assert [card.channel for card in brought.touchpoints] == [Channel.PRINT, Channel.SOCIAL_MEDIA, Channel.STORE]
    assert [card.emotion for card in brought.touchpoints] == [1, 2, -2]
    assert brought.touchpoint("Kasse").pain_points == "Schlange\nBargeld"
    assert brought.touchpoint("Anzeige im Blatt").owner == "Marketing"
    assert brought.personas == ["Alma", "Bert"]
    alma, bert = (card.id for card in brought.of(Persona))
    assert [card.personas for card in brought.touchpoints] == [(alma,), (alma, bert), (bert,)]
    assert brought.ideas == ["leiser werden"]
    assert set(brought.told()) == {("sheet_above", 1, "A"), ("sheet_column_left", 3, "A")}


def test_a_column_of_feelings_for_each_persona_scores_each_of_them() -> None:
    rows: Rows = [
        ["Phase", "Touchpoint", "Emotion Sabine (1-5)", "Toms Gefühle"],
        ["Awareness", "Plakat", 5, 2],
        ["Kauf", "Kasse", None, "verwirrt"],
    ]
    brought = of_rows(rows, a_workshop(personas=[a_persona("Tom", id="tom")]))
    [sabine] = brought.of(Persona)
    felt = [{each.persona: int(each.emotion) for each in card.persona_emotions} for card in brought.touchpoints]
    assert felt == [{sabine.id: 2, "tom": -1}, {"tom": -1}]
    assert [card.emotion for card in brought.touchpoints] == [None, None]
    assert brought.told() == []


def test_a_column_of_feelings_beside_everybodys_is_somebodys_or_left() -> None:
    rows: Rows = [["Phase", "Touchpoint", "Emotion", "Gefühle Tom"], ["Kauf", "Kasse", "-2", "+2"]]
    [known] = of_rows(rows, a_workshop(personas=[a_persona("Tom", id="tom")])).touchpoints
    assert (known.emotion, [each.emotion for each in known.persona_emotions]) == (-2, [2])
    nobody = of_rows(rows)
    assert [card.emotion for card in nobody.touchpoints] == [-2]
    assert nobody.told() == [("sheet_column_left", 2, "D")]
    [named] = of_rows([["Phase", "Touchpoint", "Emotion", "Emotion Grund"], ["Kauf", "Kasse", "-2", "+2"]]).touchpoints
    assert named.emotion == -2


def test_columns_without_headings_are_known_by_what_stands_in_them() -> None:
    brought = of_rows(
        [
            ["Awareness", "Poster at the station", "🙂", "poster"],
            ["Purchase", "Checkout of the shop", "☹️", "online shop"],
            ["Purchase", "Invoice by post", "😐", "letter"],
        ]
    )
    assert brought.plan.head == -1
    assert brought.titles == {
        "Poster at the station": AWARENESS, "Checkout of the shop": CONVERSION, "Invoice by post": CONVERSION,
    }  # fmt: skip
    assert [card.emotion for card in brought.touchpoints] == [1, -1, 0]
    assert [card.channel for card in brought.touchpoints] == [Channel.POSTER, Channel.ONLINE_SHOP, Channel.PRINT]


def test_personas_goals_and_counts_are_told_by_their_headings() -> None:
    personas = of_rows([["Name", "Alter", "Ziele", "Frustrationen", "Zitat"], ["Alma", 34, "Zeit", "Warten", "„Los!“"]])
    [alma] = personas.of(Persona)
    assert alma == alma.model_copy(
        update={"name": "Alma", "demographics": "34", "goals": "Zeit", "pains": "Warten", "quote": "„Los!“"}
    )
    goals = of_rows([["Goal", "KPI", "Target", "Due"], ["More orders", "orders", "1,200", "2026-12-31"]])
    [goal] = goals.of(Goal)
    assert isinstance(goal, Goal)
    assert (goal.title, goal.metric, goal.target, str(goal.due), goal.kind) == (
        "More orders", "orders", 1200, "2026-12-31", GoalKind.OWN,
    )  # fmt: skip
    counts = of_rows([["Phase", "Anzahl"], ["Awareness", 1200], ["Kauf", "ein paar"]])
    assert [(card.phase, card.count) for card in counts.of(PhaseCount) if isinstance(card, PhaseCount)] == [
        (AWARENESS, 1200)
    ]
    assert counts.told() == [("not_a_number", 3, "B")]


def test_what_a_workshop_has_already_is_used_and_never_doubled() -> None:
    held = a_workshop(
        personas=[a_persona("Alma", id="alma")], touchpoints=[a_touchpoint("Poster", id="t", phase=AWARENESS, rank=4)]
    )
    rows: Rows = [["Phase", "Touchpoint", "Persona"], ["Awareness", "poster", "ALMA"], ["Awareness", "Radio", "ALMA"]]
    brought = of_rows(rows, held)
    assert [card.title for card in brought.touchpoints] == ["Radio"]
    assert brought.touchpoints[0].personas == ("alma",)
    assert brought.touchpoints[0].rank > 4
    assert brought.told() == [("sheet_already", 2, "B")]


def test_phases_that_no_model_knows_wait_for_a_place_or_make_a_model() -> None:
    rows: Rows = [["Phase", "Touchpoint"], ["Erste Idee", "A"], ["Mittendrin", "B"], ["Kauf", "C"], ["Am Ende", "D"]]
    brought = of_rows(rows)
    assert brought.titles == {"C": CONVERSION}
    assert brought.reading.unplaced == ("Erste Idee", "Mittendrin", "Am Ende")
    assert brought.told() == [("sheet_phase_left", row, "B") for row in (2, 3, 5)]
    own = of_rows(rows, new=True)
    assert own.titles == {"A": "Erste Idee", "B": "Mittendrin", "C": "Kauf", "D": "Am Ende"}
    assert own.reading.model is not None
    assert [phase.zone for phase in own.reading.model.phases] == ["before", "before", "during", "during"]


def test_a_list_without_phases_goes_into_the_first_one() -> None:
    brought = of_rows([["Poster"], ["A letter"], ["Trade fair"]])
    assert brought.plan.phases == {NO_PHASE: AWARENESS}
    assert set(brought.titles.values()) == {AWARENESS}


def test_rows_of_a_board_say_themselves_to_which_lane_they_belong() -> None:
    brought = of_rows(
        [
            ["Frame", "Tag", "Text"],
            ["Awareness", "Touchpoint", "Poster"],
            ["Awareness", "Pain point", "too loud"],
            ["Purchase", "Idea", "one click"],
            ["Purchase", "Touchpoint", "Checkout"],
            ["Purchase", "Whatever", "left over"],
        ]
    )
    assert brought.titles == {"Poster": AWARENESS, "Checkout": CONVERSION}
    assert brought.touchpoint("Poster").pain_points == "too loud"
    assert brought.ideas == ["one click"]
    assert brought.left() == {"left over"}


@pytest.mark.parametrize(
    "cell",
    [{"formula": ""}, {"error": "#REF!"}, "x" * 6_000, "=1+1", "<b>bold</b>", "**x** :red[y] $a$", "a\x07b", "\ud800"],
)
def test_cells_of_any_kind_are_told_or_stay_the_text_that_they_are(cell: Any) -> None:
    brought = of_rows([["Phase", "Touchpoint", "Does", "State"], ["Awareness", "Poster", cell, "planned?"]])
    [card] = brought.touchpoints
    told = [key for key, _, _ in brought.told()]
    if isinstance(cell, dict):
        assert card.doing == ""
        assert {"no_result", "error_value"} & set(told)
    elif len(cell) > 5_000:
        assert len(card.doing) == 5_000
        assert "sheet_cut" in told
    else:
        assert card.doing == cell.replace("\x07", "").replace("\ud800", "")
    assert card.state is MapState.AS_IS
    assert "unknown_choice" in told


def test_cards_that_are_taken_over_again_are_the_same_ones() -> None:
    rows: Rows = [["Phase", "Touchpoint", "Persona", "Idea"], ["Awareness", "Poster", "Alma", "bigger"]]
    held = a_workshop()
    brought = of_rows(rows, held)
    assert of_rows(rows, held).reading.cards == brought.reading.cards
    change = change_of(brought.reading.edits(held))
    assert change is not None
    after = applied(held, change)
    assert change_of(brought.reading.edits(after)) is None
    again = of_rows(rows, after)
    assert again.reading.cards == ()
    assert [key for key, _, _ in again.told()] == ["sheet_already", "sheet_already"]


@pytest.mark.parametrize(
    ("to_be", "as_is"),
    [
        ("Soll-Emotion", "Ist-Emotion"),
        ("Emotion (Soll)", "Emotion"),
        ("Future feeling", "Feeling today"),
        ("Zielgefühl", "Gefühl"),
    ],
)
def test_how_it_shall_feel_is_not_how_it_feels(to_be: str, as_is: str) -> None:
    found = of_rows(
        [["Phase", "Touchpoint", to_be, as_is], ["Awareness", "Poster", 2, -1], ["Purchase", "Till", 1, -2]]
    )
    assert [touchpoint.emotion for touchpoint in found.touchpoints] == [-1, -2]
    assert found.left() == {"2", "1"}
    alone = of_rows([["Phase", "Touchpoint", to_be], ["Awareness", "Poster", 2], ["Purchase", "Till", 1]])
    assert [touchpoint.emotion for touchpoint in alone.touchpoints] == [None, None]


def test_as_is_to_be_in_one_heading_stays_what_it_was() -> None:
    found = of_rows(
        [["Phase", "Touchpoint", "As-is/to-be"], ["Awareness", "Poster", "as-is"], ["Purchase", "Till", "as-is"]]
    )
    assert len(found.touchpoints) == 2
