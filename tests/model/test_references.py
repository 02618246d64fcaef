"""What names what, read from the types of the fields; what a card is called."""

import pytest

from journey.model import (
    CARDS,
    COLLECTIONS,
    KINDS,
    MODELS,
    PHASES,
    Emotion,
    Entity,
    Mention,
    called,
    mentions,
    references,
    target_of,
)
from tests.builders import a_campaign, a_count, a_goal, a_relation, a_touchpoint

EVERY_REFERENCE = [(kind, one) for kind, type_ in KINDS.items() for one in references(type_).values()]


def test_every_reference_leads_to_something_that_there_is() -> None:
    targets = {one.target for _, one in EVERY_REFERENCE}
    assert targets == {PHASES, MODELS, CARDS, "personas", "touchpoints", "sources", "goals"}
    assert targets - {PHASES, MODELS, CARDS} <= set(COLLECTIONS)


def test_a_card_tells_everything_that_it_names() -> None:
    feels = [{"persona": "b", "emotion": Emotion.BAD}]
    card = a_touchpoint(phase="p.1", personas=("a", "b"), persona_emotions=feels)
    assert list(mentions(card)) == [
        Mention("phase", PHASES, "p.1", needed=True),
        Mention("personas", "personas", "a", needed=False),
        Mention("personas", "personas", "b", needed=False),
        Mention("persona_emotions", "personas", "b", needed=False),
    ]
    assert [one.field for one in mentions(a_campaign())] == ["from_phase", "to_phase"]
    assert list(mentions(a_goal())) == []


def test_a_field_that_only_looks_like_a_reference_names_nothing() -> None:
    assert target_of(KINDS["frictions"], "target") == ""
    assert target_of(KINDS["citations"], "field") == ""
    assert target_of(KINDS["relations"], "target") == "touchpoints"


def test_a_list_loses_what_is_gone_and_a_single_reference_is_emptied() -> None:
    card = a_touchpoint(personas=("a", "b"), persona_emotions=[{"persona": "a", "emotion": Emotion.BAD}])
    known = references(type(card))
    assert known["personas"].without(card.personas, {"a"}) == ("b",)
    assert known["persona_emotions"].without(card.persona_emotions, {"a"}) == ()
    assert references(KINDS["opportunities"])["touchpoint"].without("t", {"t"}) is None
    assert references(KINDS["opportunities"])["touchpoint"].without("t", {"u"}) == "t"


@pytest.mark.parametrize(
    ("card", "name"),
    [
        (a_goal("More fans"), "More fans"),
        (a_relation(source="a", target="b"), "touchpoints:a → touchpoints:b"),
        (a_count(5, phase="p.1", period="2026"), "phases:p.1, 2026"),
        (a_count(5, phase="p.1", period=""), "phases:p.1"),
    ],
)
def test_a_card_is_called_by_its_words_and_by_what_it_names(card: Entity, name: str) -> None:
    assert called(card, lambda target, named: f"{target}:{named}") == name


def test_what_a_card_is_called_by_is_among_its_fields() -> None:
    for type_ in KINDS.values():
        assert set(type_.said_by) <= set(type_.model_fields)
