"""Values for tests: each builder needs only what its test is about (`a_touchpoint(emotion=-2)`)."""

from typing import Any

from journey.model import (
    Action,
    Activity,
    Campaign,
    Citation,
    Estimate,
    Frame,
    Friction,
    Goal,
    Guess,
    Opportunity,
    OwnModel,
    Persona,
    Phase,
    PhaseCount,
    PhaseNote,
    Priority,
    Relation,
    Source,
    Touchpoint,
    Workshop,
    new_id,
)

PHASE = "aida-plus.awareness"


def a_frame(**fields: Any) -> Frame:
    return Frame.model_validate({"id": "workshop", "title": "Test workshop", **fields})


def a_workshop(**collections: Any) -> Workshop:
    return Workshop.model_validate({"frame": a_frame(), **collections})


def a_touchpoint(title: str = "Newsletter", **fields: Any) -> Touchpoint:
    return Touchpoint.model_validate({"id": new_id(), "title": title, "phase": PHASE, **fields})


def a_persona(name: str = "Alma", **fields: Any) -> Persona:
    return Persona.model_validate({"id": new_id(), "name": name, **fields})


def a_goal(title: str = "More orders", **fields: Any) -> Goal:
    return Goal.model_validate({"id": new_id(), "title": title, **fields})


def a_source(title: str = "Survey", **fields: Any) -> Source:
    return Source.model_validate({"id": new_id(), "title": title, **fields})


def a_relation(source: str, target: str, **fields: Any) -> Relation:
    return Relation.model_validate({"id": new_id(), "source": source, "target": target, **fields})


def a_campaign(title: str = "Autumn offer", **fields: Any) -> Campaign:
    phases = {"from_phase": PHASE, "to_phase": "aida-plus.favorability"}
    return Campaign.model_validate({"id": new_id(), "title": title, **phases, **fields})


def a_count(count: int, phase: str = PHASE, **fields: Any) -> PhaseCount:
    return PhaseCount.model_validate({"id": new_id(), "phase": phase, "count": count, **fields})


def an_activity(name: str = "newsletter_open", **fields: Any) -> Activity:
    return Activity.model_validate({"id": new_id(), "name": name, **fields})


def a_guess(share: float | None, phase: str = PHASE, **fields: Any) -> Guess:
    return Guess.model_validate({"id": new_id(), "phase": phase, "share": share, **fields})


def an_opportunity(title: str = "Ask for a review", **fields: Any) -> Opportunity:
    return Opportunity.model_validate({"id": new_id(), "title": title, "phase": PHASE, **fields})


def a_citation(card: str, source: str, **fields: Any) -> Citation:
    return Citation.model_validate({"id": new_id(), "card": card, "source": source, **fields})


def a_friction(**fields: Any) -> Friction:
    return Friction.model_validate({"id": new_id(), **fields})


def an_estimate(**fields: Any) -> Estimate:
    return Estimate.model_validate({"id": new_id(), **fields})


def a_phase_note(**fields: Any) -> PhaseNote:
    return PhaseNote.model_validate({"id": new_id(), "phase": PHASE, **fields})


def an_action(title: str = "Call them back", **fields: Any) -> Action:
    return Action.model_validate({"id": new_id(), "title": title, **fields})


def a_priority(subject: str = "Ask for a review", **fields: Any) -> Priority:
    return Priority.model_validate({"id": new_id(), "subject": subject, **fields})


def an_own_model(*names: str, **fields: Any) -> OwnModel:
    phases = tuple(Phase(id=f"own.{place}", name=name) for place, name in enumerate(names or ("See", "Try", "Buy")))
    return OwnModel.model_validate({"id": new_id(), "name": "Our way", "phases": phases, **fields})
