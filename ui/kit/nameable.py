"""What a field can name: phases and cards of the workshop, as people choose them."""

from journey.history import card_name
from journey.model import PHASES
from ui.state import session


def names_of(target: str) -> dict[str, str]:
    """Ids with names of everything that a reference of this target can name; those without a name have none."""
    model = session.model()
    if target == PHASES:
        return {phase.id: phase.name for phase in model.phases}
    workshop = session.workshop()
    return {card.id: card_name(card, workshop, session.language(), model) for card in workshop.collection(target)}
