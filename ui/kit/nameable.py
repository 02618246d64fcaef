"""What a field can name: phases and cards of the workshop, as people choose them."""

from journey.history import card_name
from journey.model import PHASES
from journey.phases import models
from ui.state import session
from ui.state.words import t


def names_of(target: str) -> dict[str, str]:
    """Ids with names of everything that a reference of this target can name; those without a name have none."""
    model = session.model()
    if target == PHASES:
        return {phase.id: phase.name for phase in model.phases}
    workshop = session.workshop()
    return {card.id: card_name(card, workshop, session.language(), model) for card in workshop.collection(target)}


def name_of_lost(target: str, named: str) -> str:
    """What a card names though it can no longer be chosen: a phase of another model by its own and the model's name, all else
    as gone."""
    found = ((model, model.phase(named)) for model in models(session.workshop(), session.language()))
    phases = (f"{phase.name} ({model.name})" for model, phase in found if phase and target == PHASES)
    return next(phases, t("frame.unknown"))
