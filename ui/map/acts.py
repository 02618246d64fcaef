"""What a click or a key on a mark of the map does at once, without a window: a score, a moment of truth, another place."""

from journey.editing import Edit, put, revise, shifted
from journey.model import Emotion, Opportunity, Touchpoint
from ui.kit import feelings
from ui.kit.stage import Act
from ui.state import session

_FELT = {f"feel:{int(score)}": score for score in Emotion}
_SCORES = {str(number): score for number, score in enumerate(Emotion, 1)}
_PHASES = {"ArrowLeft": -1, "ArrowRight": 1}
_PLACES = {"ArrowUp": -1, "ArrowDown": 1}


def is_at_once(act: Act) -> bool:
    """Whether an act needs no window."""
    return act.at in _FELT or act.key in {*_SCORES, *_PHASES, *_PLACES, "m"}


def see_to(act: Act, persona: str | None) -> None:
    """Do it, as one change; a score is that of the persona whose map it is. Nothing where the mark's card is gone or
    knows no such thing."""
    score = _FELT.get(act.at, _SCORES.get(act.key))
    if score is None:
        session.commit(_edits(act))
    else:
        feelings.score(act.id, persona or "", score)


def _edits(act: Act) -> list[Edit]:
    workshop, card = session.workshop(), session.workshop().find(act.id)
    if isinstance(card, Touchpoint | Opportunity) and act.key in _PHASES:
        return _to_phase(card, _PHASES[act.key])
    if not isinstance(card, Touchpoint):
        return []
    if act.key in _PLACES:
        return shifted(workshop, card, _PLACES[act.key])
    return put(workshop, revise(card, moment_of_truth=not card.moment_of_truth))


def _to_phase(card: Touchpoint | Opportunity, step: int) -> list[Edit]:
    phases = [phase.id for phase in session.model().phases]
    place = phases.index(card.phase) + step if card.phase in phases else -1
    return put(session.workshop(), revise(card, phase=phases[place])) if 0 <= place < len(phases) else []
