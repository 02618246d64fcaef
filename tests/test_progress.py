"""A step counts as done when it holds what the article asks of it, and says what is missing."""

from typing import Any

import pytest

from journey.model import Channel, FindingAnswer, Language, Perspective, Verdict
from journey.phases import model_of
from journey.progress import is_done, needs
from journey.samples import load_sample
from journey.texts import has
from tests.builders import (
    a_count,
    a_goal,
    a_persona,
    a_source,
    a_touchpoint,
    a_workshop,
    an_opportunity,
)

STEPS = ("goals", "personas", "touchpoints", "map", "analysis")
MODEL = model_of(a_workshop(), Language.EN)
PHASES = [phase.id for phase in MODEL.phases]
ANSWER = FindingAnswer(id="a", rule="jump", verdict=Verdict.ACCEPTED)
TWO_PEOPLE = [a_persona("Alma", id="p1", goals="save time"), a_persona("Bo", id="p2", motives="pride")]
EVERYWHERE = [
    a_touchpoint(f"T{n}", id=f"t{n}", phase=phase, channel=Channel.EMAIL, emotion=1) for n, phase in enumerate(PHASES)
]


def _missing(step: str, **collections: Any) -> dict[str, int]:
    found = needs(step, a_workshop(**collections), MODEL)
    return {need.name: need.missing for need in found if need.missing}


@pytest.mark.parametrize("step", STEPS)
def test_an_empty_workshop_has_no_step_done(step: str) -> None:
    assert not is_done(needs(step, a_workshop(), MODEL))


@pytest.mark.parametrize(
    ("step", "collections"),
    [
        ("goals", {"goals": [a_goal()]}),
        ("personas", {"personas": [a_persona()]}),
        ("touchpoints", {"touchpoints": [a_touchpoint(channel=Channel.EMAIL)]}),
        ("map", {"touchpoints": [a_touchpoint(emotion=1)]}),
        ("analysis", {"opportunities": [an_opportunity()]}),
    ],
)
def test_a_single_card_makes_no_step_done(step: str, collections: dict[str, Any]) -> None:
    assert not is_done(needs(step, a_workshop(**collections), MODEL))


def test_goals_are_done_with_one_of_the_company_and_one_of_its_customers() -> None:
    company = a_goal(id="g1", perspective=Perspective.COMPANY)
    assert _missing("goals", goals=[company]) == {"customer_goal": 1}
    assert _missing("goals", goals=[company, a_goal("", id="g2", perspective=Perspective.CUSTOMER)]) == {
        "customer_goal": 1
    }, "a goal without words is none"
    assert _missing("goals", goals=[company, a_goal(id="g2", perspective=Perspective.CUSTOMER)]) == {}


def test_personas_are_done_with_two_that_are_described_and_a_source() -> None:
    assert _missing("personas", personas=TWO_PEOPLE) == {"sources": 1}
    assert _missing("personas", personas=[*TWO_PEOPLE, a_persona("Cy", id="p3")], sources=[a_source()]) == {
        "described": 1
    }
    assert _missing("personas", personas=TWO_PEOPLE, sources=[a_source()]) == {}


def test_touchpoints_are_done_when_each_phase_has_one_and_each_names_its_channel() -> None:
    assert _missing("touchpoints", touchpoints=EVERYWHERE[1:]) == {"phases": 1}
    elsewhere = a_touchpoint("Fair", id="x", phase=PHASES[0], channel=Channel.OTHER)
    assert _missing("touchpoints", touchpoints=[*EVERYWHERE, elsewhere]) == {"channels": 1}
    assert _missing("touchpoints", touchpoints=[*EVERYWHERE, a_touchpoint("Fair", id="x", place="Town hall")]) == {}


def test_the_map_is_done_with_feelings_or_with_counts_in_every_phase() -> None:
    assert _missing("map", touchpoints=EVERYWHERE) == {}
    assert _missing("map", touchpoints=EVERYWHERE[2:]) == {"shown": 2}
    counts = [a_count(10, phase, id=f"c{n}") for n, phase in enumerate(PHASES)]
    assert _missing("map", counts=counts) == {}
    assert _missing("map", counts=counts[:3], touchpoints=EVERYWHERE[:2]) == {"shown": len(PHASES) - 3}


def test_a_complete_map_leaves_the_analysis_open_until_the_team_has_answered_something() -> None:
    sample = load_sample("b2b-software-en")
    model = model_of(sample, Language.EN)
    assert [step for step in STEPS if not is_done(needs(step, sample, model))] == ["analysis"]
    assert is_done(needs("analysis", sample.model_copy(update={"answers": (ANSWER,)}), model))


def test_cards_in_phases_that_the_model_lacks_count_for_no_phase() -> None:
    lost = [a_touchpoint(id=f"t{n}", phase=f"gone.{n}", emotion=1) for n in range(20)]
    assert _missing("map", touchpoints=lost) == {"shown": len(PHASES)}


@pytest.mark.parametrize("language", Language)
def test_every_need_has_words_for_its_rule_and_for_what_is_missing(language: Language) -> None:
    names = [need.name for step in STEPS for need in needs(step, a_workshop(), MODEL)]
    keys = [
        f"progress.{key}" for name in names for key in (f"when.{name}", f"missing.{name}.one", f"missing.{name}.many")
    ]
    assert [key for key in keys if not has(key, language)] == []
