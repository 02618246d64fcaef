"""The journey map's picture: its layers, its clicks, its words."""

import json
from itertools import pairwise
from typing import Any

import pytest

from journey.charts import journey_map_alt, journey_map_chart, map_layout, spec
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
        "rect", "rule", "rect", "point", "rect", "area", "line", "rect", "point", "point", "text",
    ]  # fmt: skip
    assert found["background"] == "transparent"
    assert all(each["encoding"]["x"]["scale"] is None for each in found["layer"])


def test_every_card_and_point_says_what_it_is_of() -> None:
    journey = a_journey(12)
    found = drawn(journey)
    cards = layer(found, "rect", cursor="pointer")
    assert len(cards) == len(map_layout(journey, Language.DE).cards)
    assert {datum["at"] for datum in cards} <= {lane.value for lane in Lane} | {"asking"}
    points = layer(found, "point", cursor="pointer")
    assert {datum["id"] for datum in points} == set(journey.numbers)
    assert {datum["at"] for datum in points} == {"emotion"}


def worked_on(journey: JourneyMap) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    """The values of all marks of a map to work on that wait for a click, by what of a thing they are."""
    found = drawn(journey, to_work_on=True)
    marks = [d for each in found["layer"] for d in found["datasets"][each["data"]["name"]] if "at" in d]
    return found, {at: [d for d in marks if d["at"] == at] for at in {d["at"] for d in marks}}


def test_a_map_to_work_on_has_a_plus_in_every_cell_below_its_cards() -> None:
    journey = a_journey(12)
    _, marks = worked_on(journey)
    layout = map_layout(journey, Language.DE, to_work_on=True)
    phases = [column.phase_id for column in journey.columns]
    for lane in set(Lane) - {Lane.EMOTION}:
        added = marks[f"add:{lane.value}"]
        assert [each["id"] for each in added] == phases
        for each, column in zip(added, layout.columns, strict=True):
            here = [p.box for p in layout.cards if p.lane is lane and column.room.x <= p.box.x < column.room.right]
            assert all(box.bottom < each["y"] - 8 + 0.1 for box in here)
            row = next(row.box for row in layout.lanes if row.lane is lane)
            assert row.y < each["y"] < row.bottom - 6


def test_a_map_to_work_on_takes_every_score_of_every_touchpoint_by_a_click() -> None:
    journey = a_journey(12)
    _, marks = worked_on(journey)
    scored = {feeling.id: feeling.emotion for column in journey.columns for feeling in column.feelings}
    offered = {
        (d["id"], int(at.removeprefix("feel:"))) for at, found in marks.items() for d in found if at[:5] == "feel:"
    }
    every = {(id_, score) for id_ in scored for score in (-2, -1, 0, 1, 2) if scored[id_] != score}
    assert offered == every
    boxes = [(d["x"], d["X"], d["y"], d["Y"]) for at, found in marks.items() for d in found if at == "feel:2"]
    assert all(left[1] <= right[0] + 0.2 for left, right in pairwise(sorted(boxes)))


def test_what_is_folded_counts_its_cards_and_says_how_to_unfold_it() -> None:
    journey = a_journey(12)
    first, second = (column.phase_id for column in journey.columns[:2])
    found = drawn(journey, to_work_on=True, folded={first, Lane.DOING.value})
    marks = {
        (d["at"], d.get("id")): d for data in found["datasets"].values() for d in data if "fold" in d.get("at", "")
    }
    assert [marks["fold:phase", phase]["open"] for phase in (first, second)] == [0, 1]
    assert [marks[f"fold:{lane}", None]["open"] for lane in ("doing", "thinking")] == [0, 1]
    titles = {d["id"] for d in layer(found, "rect", cursor="pointer") if d["at"] == Lane.TOUCHPOINTS.value}
    assert titles == {feeling.id for column in journey.columns[1:] for feeling in column.feelings}
    assert not [d for d in layer(found, "rect", cursor="pointer") if d["at"] == Lane.DOING.value]


def test_heads_and_labels_that_stay_in_sight_are_drawn_last_each_on_its_own_ground() -> None:
    found, _ = worked_on(a_journey(12))
    names = [each.get("name", "").partition("_")[0] for each in found["layer"]]
    assert [name for name in names if name in {"left", "top", "corner"}] == ["left"] * 4 + ["top"] * 5 + ["corner"] * 2
    assert names[-11:].count("") == 0
    grounds = {n: found["datasets"][each["data"]["name"]][0] for n, each in zip(names, found["layer"], strict=True)
               if each.get("name", "").endswith("_0") and n in {"left", "top", "corner"}}  # fmt: skip
    assert grounds["top"]["X"] == found["width"]
    assert grounds["corner"]["Y"] == grounds["top"]["Y"] == grounds["left"]["y"]
    assert all("at" not in ground for ground in grounds.values())


def test_a_map_for_a_file_has_none_of_that() -> None:
    found = drawn(a_journey(12))
    assert not any(
        str(d.get("at", "")).startswith(("add:", "feel:")) for data in found["datasets"].values() for d in data
    )
    assert not any(each.get("name", "").startswith(("left", "top", "corner")) for each in found["layer"])


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


def test_several_personas_have_a_curve_and_a_sentence_each() -> None:
    journey, low = a_journey(12), a_journey(3)
    found = drawn(journey, beside={"Alma": journey, "Bert": low})
    dashed = [
        each["mark"]["strokeDash"]
        for each in found["layer"]
        if each["mark"].get("strokeDash") and each["mark"]["type"] == "line"
    ]
    assert len({tuple(dash) for dash in dashed}) == 2
    assert {"Alma", "Bert"} <= set(words(found))
    told = journey_map_alt(journey, Language.DE, beside={"Alma": journey, "Bert": low})
    assert "Alma: Bestes Gefühl" in told
    assert "Bert: " in told


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
