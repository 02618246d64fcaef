"""The journey map's picture: its layers, its clicks, its words."""

import json
from typing import Any

import pytest

from journey.charts import SELECTION, journey_map_alt, journey_map_chart, map_layout, spec
from journey.journey_map import LANES, JourneyMap, Lane, journey_map
from journey.model import Language
from journey.palette import ink
from tests.builders import a_touchpoint, a_workshop
from tests.charts.journeys import a_journey, the_model
from tests.charts.marks import Spec, layer, words


def drawn(journey: JourneyMap, language: Language = Language.DE, *, dark: bool = False, **options: Any) -> Spec:
    return spec(journey_map_chart(journey, language, dark=dark, **options))


def test_the_layers_stand_in_order_from_ground_to_words() -> None:
    found = drawn(a_journey(12))
    assert [each["mark"]["type"] for each in found["layer"]] == [
        "rect", "rule", "point", "rect", "area", "line", "rect", "point", "point", "text",
    ]  # fmt: skip
    assert found["background"] == "transparent"
    assert all(each["encoding"]["x"]["scale"] is None for each in found["layer"])


def test_a_click_on_any_card_or_point_selects_its_entity() -> None:
    journey = a_journey(12)
    found = drawn(journey)
    (parameter,) = found["params"]
    assert parameter["name"] == SELECTION
    assert parameter["select"] == {"type": "point", "fields": ["id"], "on": "click", "clear": False, "toggle": "true"}
    (view,) = parameter["views"]
    assert [place for place, each in enumerate(found["layer"]) if each.get("name") == view] == [3]
    cards = layer(found, "rect", cursor="pointer")
    assert len(cards) == len(map_layout(journey, Language.DE).cards)
    assert {datum["id"] for datum in layer(found, "point", cursor="pointer")} == set(journey.numbers)


def test_only_cards_and_points_catch_clicks_and_are_read_out() -> None:
    for each in drawn(a_journey(12))["layer"]:
        catches = each["mark"].get("cursor") == "pointer"
        assert ("tooltip" in each["encoding"]) == catches
        assert each["mark"].get("aria", True) == catches
        assert each["mark"].get("description", {}) == (
            {"expr": "datum.t + '; ' + datum.l + '; ' + datum.d"} if catches else {}
        )
        fields = found_fields(each)
        assert not fields & {"image", "href"}


def found_fields(each: Spec) -> set[str]:
    return {tip["field"] for tip in each["encoding"].get("tooltip", ())}


def test_the_tooltip_has_the_whole_text_that_the_card_clips() -> None:
    text = "Sehr lang " * 60
    workshop = a_workshop(touchpoints=[a_touchpoint(doing=text, title="Brief"), a_touchpoint(asking="Ja?" * 900)])
    found = drawn(journey_map(workshop, the_model()))
    told = [datum for datum in layer(found, "rect", cursor="pointer") if datum["l"] == "Handlungen"]
    assert [(datum["t"], datum["d"]) for datum in told] == [("Brief", text.strip())]
    assert max(len(datum["d"]) for datum in layer(found, "rect", cursor="pointer")) < 1_100
    assert any(line.endswith("…") for line in words(found))


def test_the_selected_card_is_outlined_in_every_lane() -> None:
    journey = a_journey(12)
    chosen = journey.columns[0].feelings[0].id
    outlined = [d for d in layer(drawn(journey, lit=[chosen]), "rect") if d.get("w") == 3.5]
    assert len(outlined) == sum(placed.card.id == chosen for placed in map_layout(journey, Language.DE).cards) > 1
    assert not [d for d in layer(drawn(journey), "rect") if d.get("w") == 3.5]


@pytest.mark.parametrize("lane", [lane for lane in LANES if lane is not Lane.EMOTION])
def test_a_lane_can_be_drawn_alone(lane: Lane) -> None:
    found = drawn(a_journey(3), lanes=(lane,))
    assert {datum["l"] for datum in layer(found, "rect", cursor="pointer")} == {words_of(lane)}


def words_of(lane: Lane) -> str:
    return {"touchpoints": "Touchpoints", "doing": "Handlungen", "thinking": "Gedanken & Fragen",
            "pain_points": "Schmerzpunkte", "content": "Content", "call_to_action": "Calls-to-Action",
            "opportunities": "Chancen"}[lane.value]  # fmt: skip


def test_sixty_touchpoints_stay_a_light_picture() -> None:
    found = drawn(a_journey(60))
    marks = sum(len(data) for data in found["datasets"].values())
    assert marks < 2_100
    assert len(json.dumps(found)) < 400_000


def test_an_empty_map_and_a_map_without_scores_are_drawn() -> None:
    empty = drawn(journey_map(a_workshop(), the_model()))
    assert words(empty).count("Noch kein Touchpoint") == 7
    unscored = drawn(journey_map(a_workshop(touchpoints=[a_touchpoint()]), the_model()))
    assert "line" not in {each["mark"]["type"] for each in unscored["layer"]}


def test_the_picture_speaks_the_asked_language_and_wears_the_asked_ink() -> None:
    german, english = drawn(a_journey(3)), drawn(a_journey(3, Language.EN), Language.EN, dark=True)
    assert {"Vor dem Kauf", "7 Phasen", "Sehr schlecht"} <= set(words(german))
    assert {"Before purchase", "7 phases", "Very bad"} <= set(words(english))
    assert ink(True).text in {datum["f"] for datum in layer(english, "text")}
    assert ink(True).text not in {datum["f"] for datum in layer(german, "text")}


def test_the_sentence_names_highs_lows_and_gaps() -> None:
    touchpoints = [
        a_touchpoint("Plakat", emotion=2),
        a_touchpoint("Kasse", emotion=-2, phase="aida-plus.conversion"),
        a_touchpoint("Brief"),
    ]
    told = journey_map_alt(journey_map(a_workshop(touchpoints=touchpoints), the_model()), Language.DE)
    assert told == (
        "Journey-Map mit 7 Phasen und 3 Touchpoints. Bestes Gefühl (+2 · Sehr gut): Plakat. "
        "Schlechtestes Gefühl (−2 · Sehr schlecht): Kasse. Ohne Bewertung: 1. Phasen ohne Touchpoint: "
        "Interesse konkretisieren, Informationen beschaffen, Kaufanreiz auslösen, Erfahrungen sammeln, "
        "Erfahrungswerte teilen."
    )
    assert "no touchpoint" in journey_map_alt(journey_map(a_workshop(), the_model(Language.EN)), Language.EN)
