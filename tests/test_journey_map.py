"""The map as values: every card in its cell, none lost, filters and personas as a person expects them."""

import pytest
from hypothesis import given

from journey.journey_map import LANES, Lane, emotion_of, journey_map, named_personas
from journey.model import Channel, Emotion, Language, MapState, Workshop, Zone, lines
from journey.phases import PhaseModel, model_of
from tests.builders import a_persona, a_touchpoint, a_workshop, an_opportunity, an_own_model
from tests.strategies import workshops

BUY = "aida-plus.conversion"


def _model(workshop: Workshop) -> PhaseModel:
    return model_of(workshop, Language.EN)


@given(workshops())
def test_every_touchpoint_and_opportunity_stands_on_the_map_exactly_once(workshop: Workshop) -> None:
    seen = journey_map(workshop, _model(workshop))
    touchpoints = [card.id for column in seen.columns for card in column.cells[Lane.TOUCHPOINTS]]
    chances = [card.id for column in seen.columns for card in column.cells[Lane.OPPORTUNITIES]]
    assert sorted(touchpoints) == sorted(t.id for t in workshop.touchpoints)
    assert sorted(chances) == sorted(o.id for o in workshop.opportunities)
    assert [feeling.id for column in seen.columns for feeling in column.feelings] == touchpoints
    assert seen.touchpoint_count == len(workshop.touchpoints)


@given(workshops())
def test_columns_are_the_phases_in_order_and_a_last_one_for_lost_cards(workshop: Workshop) -> None:
    model = _model(workshop)
    columns = journey_map(workshop, model).columns
    known = [phase.id for phase in model.phases]
    named = [*(card.phase for card in workshop.touchpoints), *(card.phase for card in workshop.opportunities)]
    lost = any(phase not in known for phase in named)
    assert [column.phase_id for column in columns] == known + [""] * lost
    assert [column.position for column in columns] == list(range(len(columns)))
    for column in columns:
        assert set(column.cells) == set(LANES) - {Lane.EMOTION}


@given(workshops())
def test_every_text_of_a_touchpoint_is_somewhere_in_its_column(workshop: Workshop) -> None:
    seen = journey_map(workshop, _model(workshop))
    texts = {column.phase_id: {card.text for cell in column.cells.values() for card in cell} for column in seen.columns}
    for touchpoint in workshop.touchpoints:
        here = texts[touchpoint.phase if touchpoint.phase in texts else ""]
        said = {touchpoint.title, touchpoint.doing, touchpoint.thinking, touchpoint.asking, touchpoint.content}
        assert said | {touchpoint.call_to_action, *lines(touchpoint.pain_points)} - {""} <= here | {""}


def test_a_card_knows_its_channel_its_question_and_its_weight() -> None:
    card = a_touchpoint("Blog", channel="blog", thinking="Hm", asking="Why?", moment_of_truth=True)
    column = journey_map(workshop := a_workshop(touchpoints=[card]), _model(workshop)).columns[0]
    (title,) = column.cells[Lane.TOUCHPOINTS]
    assert (title.channel, title.moment_of_truth) == (Channel.BLOG, True)
    assert [(card.text, card.question) for card in column.cells[Lane.THINKING]] == [("Hm", False), ("Why?", True)]


@pytest.mark.parametrize("lane", [lane for lane in LANES if lane is not Lane.EMOTION])
def test_what_a_click_in_a_lane_writes_is_what_the_lane_shows(lane: Lane) -> None:
    field = LANES[lane].field
    card = a_touchpoint(**{"title": "Blog", field: "Words"})
    idea = an_opportunity("Words", touchpoint=card.id)
    workshop = a_workshop(touchpoints=[card], opportunities=[idea] if lane is Lane.OPPORTUNITIES else [])
    assert [shown.text for shown in journey_map(workshop, _model(workshop)).columns[0].cells[lane]] == ["Words"]


def test_pain_points_are_cards_of_their_own_and_empty_texts_are_none() -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint(pain_points="slow\n\ndear")])
    cells = journey_map(workshop, _model(workshop)).columns[0].cells
    assert [card.text for card in cells[Lane.PAIN_POINTS]] == ["slow", "dear"]
    assert cells[Lane.DOING] == cells[Lane.CONTENT] == cells[Lane.CALL_TO_ACTION] == ()


def test_cards_stand_in_rank_order() -> None:
    last, first = a_touchpoint("last", rank=2), a_touchpoint("first", rank=1)
    workshop = a_workshop(
        touchpoints=[last, first], opportunities=[an_opportunity("b", rank=2), an_opportunity("a", rank=1)]
    )
    column = journey_map(workshop, _model(workshop)).columns[0]
    assert [feeling.title for feeling in column.feelings] == ["first", "last"]
    assert [card.text for card in column.cells[Lane.OPPORTUNITIES]] == ["a", "b"]


def test_a_persona_sees_what_matters_to_it_and_what_names_nobody_with_its_own_feelings() -> None:
    own = [{"persona": "ben", "emotion": -2}]
    cards = [
        a_touchpoint("both", rank=1, personas=["alma", "ben"], emotion=1, persona_emotions=own),
        a_touchpoint("nobody", rank=2, emotion=0),
        a_touchpoint("alma", rank=3, personas=["alma"]),
    ]
    workshop = a_workshop(personas=[a_persona(id="alma"), a_persona(id="ben")], touchpoints=cards)

    def curve(persona: str | None) -> list[tuple[str, Emotion | None]]:
        column = journey_map(workshop, _model(workshop), persona=persona).columns[0]
        return [(feeling.title, feeling.emotion) for feeling in column.feelings]

    assert curve("ben") == [("both", Emotion.VERY_BAD), ("nobody", Emotion.NEUTRAL)]
    assert curve("alma") == [("both", Emotion.GOOD), ("nobody", Emotion.NEUTRAL), ("alma", None)]
    assert curve(None) == curve("alma")


def test_a_feeling_of_a_persona_wins_over_the_common_one() -> None:
    card = a_touchpoint(emotion=2, persona_emotions=[{"persona": "ben", "emotion": -1}])
    assert emotion_of(card) == emotion_of(card, "alma") == Emotion.VERY_GOOD
    assert emotion_of(card, "ben") == Emotion.BAD
    assert emotion_of(a_touchpoint(), "ben") is None


def test_today_and_tomorrow_are_two_maps_that_share_what_stays() -> None:
    states = enumerate(MapState)
    workshop = a_workshop(touchpoints=[a_touchpoint(state.value, rank=rank, state=state) for rank, state in states])

    def titles(state: MapState | None) -> list[str]:
        return [f.title for f in journey_map(workshop, _model(workshop), state=state).columns[0].feelings]

    assert titles(MapState.AS_IS) == ["as_is", "both"]
    assert titles(MapState.TO_BE) == ["both", "to_be"]
    assert titles(MapState.BOTH) == titles(None) == ["as_is", "both", "to_be"]


def test_an_own_model_gives_the_columns_their_names_and_zones() -> None:
    own = an_own_model("See", "Buy", "Stay", id="ours")
    frame = {"id": "workshop", "phase_model": "ours"}
    workshop = a_workshop(
        frame=frame, models=[own], touchpoints=[a_touchpoint(phase="own.1"), a_touchpoint("x", phase=BUY)]
    )
    columns = journey_map(workshop, _model(workshop)).columns
    assert [(column.name, column.zone) for column in columns[:3]] == [
        (name, Zone.BEFORE) for name in ("See", "Buy", "Stay")
    ]
    assert [len(column.feelings) for column in columns] == [0, 1, 0, 1]
    assert columns[3].phase_id == ""


def test_a_touchpoint_matters_to_the_personas_that_are_there() -> None:
    workshop = a_workshop(personas=[alma := a_persona(id="alma")])
    assert named_personas(workshop, a_touchpoint(personas=["gone", "alma"])) == (alma.id,)
