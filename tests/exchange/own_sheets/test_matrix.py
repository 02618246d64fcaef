"""The matrix of public templates: phases across, lanes down, and what becomes of its cells."""

import pytest

from journey.exchange.own_sheets import SheetShape
from journey.model import Channel, Emotion, Goal, Persona, PhaseCount, PhaseNote
from tests.builders import a_workshop
from tests.exchange.own_sheets.brought import Brought, Rows, of_rows

TEMPLATE: Rows = [
    ["Customer Journey Map Template", None, None, None, None],
    ["Persona", "Alma Berg", None, None, None],
    ["Goals:", "A bike that fits", None, None, None],
    [],
    ["Stage of journey", "Awareness", "Consideration", "Decision", "Loyalty"],
    ["Customer actions", "• sees a poster\n• asks friends", "compares models", "orders", "recommends"],
    ["Touchpoints", "1. Poster\n2. Word of mouth", "Website", "Online shop", "Newsletter"],
    ["Emotions", "🙂", "😐", "☹️", "very satisfied"],
    ["Pain points", "", "too many models; no prices", "shipping costs", None],
    ["Opportunities", None, "- comparison table\n- price filter", "free returns", None],
    ["KPIs", "reach", None, None, "referrals"],
    ["Customers reached", 1200, 300, 80, None],
    ["Weather", "sunny", None, None, None],
]


def test_a_public_template_becomes_the_cards_that_people_meant() -> None:
    brought = of_rows(TEMPLATE, new=True)
    assert brought.titles == {
        "Poster": "Awareness", "Word of mouth": "Awareness", "Website": "Consideration", "Online shop": "Decision",
        "Newsletter": "Loyalty",
    }  # fmt: skip
    assert [card.emotion for card in brought.touchpoints] == [
        Emotion.GOOD, Emotion.GOOD, Emotion.NEUTRAL, Emotion.BAD, Emotion.VERY_GOOD,
    ]  # fmt: skip
    assert brought.touchpoint("Poster").doing == "sees a poster\nasks friends"
    assert brought.touchpoint("Website").pain_points == "too many models\nno prices"
    assert brought.touchpoint("Online shop").channel is Channel.ONLINE_SHOP
    assert brought.ideas == ["comparison table", "price filter", "free returns"]
    assert brought.personas == ["Alma Berg"]
    assert [card.title for card in brought.of(Goal)] == ["A bike that fits"]  # type: ignore[attr-defined]
    assert [card.count for card in brought.of(PhaseCount)] == [1200, 300, 80]  # type: ignore[attr-defined]
    assert [card.note for card in brought.of(PhaseNote)] == ["reach", "referrals"]  # type: ignore[attr-defined]
    assert brought.told() == [("sheet_above", 1, "A"), ("sheet_lane_left", 13, "B")]
    assert brought.left() == {"Customer Journey Map Template", "sunny"}


@pytest.mark.parametrize("turned", [False, True])
def test_a_german_matrix_is_understood_either_way_round(turned: bool) -> None:
    rows: Rows = [
        ["Phase", "Aufmerksamkeit", "Vergleich", "Kauf"],
        ["Kontaktpunkte", "Plakat\nAnzeige", "Website\nMesse", "Filiale"],
        ["Gefühle (1–10)", 8, 5, 2],
        ["Schmerzpunkte", "zu laut", "-", "lange Schlange"],
        ["Verbesserungsideen", "", "Vergleichstabelle", ""],
    ]
    brought = of_rows([list(row) for row in zip(*rows, strict=True)] if turned else rows, new=True)
    assert brought.plan.shape is (SheetShape.TURNED if turned else SheetShape.MATRIX)
    assert list(brought.titles) == ["Plakat", "Anzeige", "Website", "Messe", "Filiale"]
    assert [card.emotion for card in brought.touchpoints] == [1, 1, 0, 0, -2]
    assert brought.touchpoint("Filiale").pain_points == "lange Schlange"
    assert brought.ideas == ["Vergleichstabelle"]


def test_steps_below_a_phase_that_stands_over_several_columns_keep_their_own_cells() -> None:
    rows: Rows = [
        [None, "Awareness", None, "Purchase"],
        ["Touchpoint", "Poster", "Blog", "Checkout"],
        ["Thoughts", "What is it?", "Nice", "Too dear"],
        ["Emotion", "+1", "+2", "-2"],
    ]
    brought = of_rows(rows, new=False)
    assert brought.titles == {
        "Poster": "aida-plus.awareness", "Blog": "aida-plus.awareness", "Checkout": "aida-plus.conversion",
    }  # fmt: skip
    assert [(card.thinking, card.emotion) for card in brought.touchpoints] == [
        ("What is it?", 1), ("Nice", 2), ("Too dear", -2),
    ]  # fmt: skip


def test_as_many_scores_as_touchpoints_are_one_for_each() -> None:
    rows: Rows = [
        ["", "Awareness", "Purchase"],
        ["Touchpoints", "Poster\nBlog", "Checkout"],
        ["Emotions", "4\n2", "1"],
        ["Channels", "Poster\nBlog", "a kiosk of ours"],
    ]
    brought = of_rows(rows)
    assert [card.emotion for card in brought.touchpoints] == [1, -1, -2]
    assert [card.channel for card in brought.touchpoints] == [Channel.POSTER, Channel.BLOG, Channel.OTHER]
    assert brought.touchpoint("Checkout").place == "a kiosk of ours"


def test_where_no_lane_names_touchpoints_what_people_do_does_and_no_phase_gets_lost() -> None:
    rows: Rows = [
        ["Phase", "Discover", "Buy", "Use"],
        ["Actions", "reads a review", "compares prices\norders", ""],
        ["Feelings", "curious", "angry, frustrated", "It depends on the weather"],
    ]
    brought = of_rows(rows)
    assert list(brought.titles) == ["reads a review", "compares prices", "orders", "Use"]
    assert [card.emotion for card in brought.touchpoints] == [1, -2, -2, None]
    assert brought.touchpoint("Use").thinking == "It depends on the weather"
    assert [card.doing for card in brought.touchpoints] == ["", "", "", ""]
    assert {key for key, _, _ in brought.told()} == {"sheet_named_by_phase", "sheet_feeling"}


def _felt_by(brought: Brought, title: str) -> dict[str, int]:
    names = {card.id: card.name for card in brought.of(Persona)}  # type: ignore[attr-defined]
    return {names.get(each.persona, each.persona): each.emotion for each in brought.touchpoint(title).persona_emotions}


@pytest.mark.parametrize("turned", [False, True])
def test_a_lane_of_feelings_for_each_persona_scores_each_of_them(turned: bool) -> None:
    rows: Rows = [
        ["Phase", "Awareness", "Purchase", "Use"],
        ["Touchpoints", "Poster\nBlog", "Checkout", "Manual"],
        ["Emotion Sabine (-2 to 2)", "2\n-1", -2, "lost in it"],
        ["Tom's feelings", 1, "", -1],
    ]
    brought = of_rows([list(row) for row in zip(*rows, strict=True)] if turned else rows)
    assert brought.personas == ["Sabine", "Tom"]
    assert [_felt_by(brought, each) for each in ("Poster", "Blog", "Checkout", "Manual")] == [
        {"Sabine": 2, "Tom": 1}, {"Sabine": -1, "Tom": 1}, {"Sabine": -2}, {"Tom": -1},
    ]  # fmt: skip
    assert [card.emotion for card in brought.touchpoints] == [None] * 4
    assert brought.touchpoint("Manual").thinking == "Sabine: lost in it"


def test_a_lane_of_feelings_beside_everybodys_is_a_persona_s_where_she_is_there_and_no_other_word_is_a_name() -> None:
    rows: Rows = [["Phase", "Awareness", "Purchase"], ["Touchpoints", "Poster", "Checkout"], ["Emotion", 1, 2]]
    there = a_workshop(personas=[Persona(id="p", name="Sabine Kurz, Leiterin")])
    hers = of_rows([*rows, ["Gefühle von Sabine", -1, -2]], there)
    assert hers.personas == []
    assert [card.emotion for card in hers.touchpoints] == [1, 2]
    assert [_felt_by(hers, each) for each in ("Poster", "Checkout")] == [{"p": -1}, {"p": -2}]
    for names in (("Emotion before", "Emotion after"), ("Emotion", "Emotional journey"), ("Emotion Website", "Emotion E-Mail"),
                  ("Emotion", "Emotion Reason"), ("Feelings", "Satisfaction")):  # fmt: skip
        others = of_rows([*rows[:2], [names[0], 1, 2], [names[1], -1, -2]])
        assert others.personas == []
        assert [card.emotion for card in others.touchpoints] == [0, 0]
