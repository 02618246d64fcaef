"""The self-audit asks the right questions in every phase of every model."""

from collections import Counter

import pytest

from journey.model import Language, OwnModel, Zone
from journey.phases import built_in, models
from journey.phases.crosswalk import crosswalk
from journey.questionnaire import (
    A_PHASE,
    CUSTOMERS_FIRST,
    HONESTY,
    known_questions,
    question_words,
    questions,
)
from tests.builders import a_workshop, an_own_model

MODELS = [model.id for model in built_in(Language.EN)]


def _zoned(*zones: str) -> OwnModel:
    phases = [{"id": f"own.{n}", "name": f"Phase {n}", "zone": zone} for n, zone in enumerate(zones)]
    return an_own_model(id="ours", phases=phases)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("place", range(5))
def test_every_phase_of_every_model_is_asked_five_questions(place: int, language: Language) -> None:
    model = built_in(language)[place]
    asked = questions(model, language)
    assert Counter(question.phase for question in asked if question.phase) == dict.fromkeys(
        (phase.id for phase in model.phases), A_PHASE
    )
    assert len({(question.id, question.phase) for question in asked}) == len(asked)
    assert {question.id for question in asked} <= known_questions()
    for question in asked:
        assert question.text.endswith("?")
        assert "{" not in question.text
        assert question.article in {"", *"ABCDE"}


def test_the_whole_firm_is_asked_first_and_both_questions_of_article_a_are_among_them() -> None:
    general = [question.id for question in questions(built_in(Language.DE)[0], Language.DE) if question.phase is None]
    asked = [question.id for question in questions(built_in(Language.DE)[0], Language.DE)]
    assert asked[: len(general)] == general
    assert {"all-phases", "stuck-known", HONESTY, CUSTOMERS_FIRST} <= set(general)


def test_a_phase_of_several_rows_is_asked_about_each() -> None:
    model = next(model for model in built_in(Language.EN) if model.id == "lead-marketing")
    asked = [q.id for q in questions(model, Language.EN) if q.phase == "lead-marketing.consideration"]
    assert asked == ["learn-content", "explore-found", "compare-price", "next-step", "known-numbers"]


@pytest.mark.parametrize("zone", Zone)
def test_a_phase_of_an_own_model_is_asked_what_fits_its_zone(zone: Zone) -> None:
    workshop = a_workshop(models=[_zoned("before", "during", "after")])
    model = models(workshop, Language.EN)[-1]
    phase = next(phase for phase in model.phases if phase.zone is zone)
    asked = [question for question in questions(model, Language.EN) if question.phase == phase.id]
    assert len(asked) == A_PHASE
    zones = {row.id: row.zone for row in crosswalk(Language.EN)}
    starts = {"attention": "attention", "learn": "learn", "compare": "compare", "purchase": "purchase"}
    starts |= {"use": "use", "recommend": "recommend"}
    rows = [starts[question.id.split("-")[0]] for question in asked[:3]]
    assert {zones[row] for row in rows} == {zone}


def test_the_name_of_a_phase_is_said_as_the_team_wrote_it() -> None:
    phases = [{"id": f"own.{n}", "name": name} for n, name in enumerate(["{phase} {x}", "Two", "Three"])]
    workshop = a_workshop(models=[an_own_model(id="ours", phases=phases)])
    asked = questions(models(workshop, Language.EN)[-1], Language.EN)
    first = next(question for question in asked if question.phase == "own.0" and question.id == "known-numbers")
    assert first.text == "Do you know how many people reach “{phase} {x}” and how many go on?"


def test_a_question_can_be_said_without_its_phase() -> None:
    assert question_words("next-step", Language.EN).startswith(
        "Is there something of its own that leads people on from “…”"
    )
    assert question_words("nonsense", Language.EN) == ""


def test_every_row_of_the_crosswalk_is_asked_about() -> None:
    asked = {
        question.id.split("-")[0]
        for place in range(5)
        for question in questions(built_in(Language.EN)[place], Language.EN)
    }
    assert {row.id for row in crosswalk(Language.EN)} <= asked
