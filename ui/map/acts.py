"""What a click or a key on a mark of the map does at once, without a window: a score, a moment of truth, another place, to
fold, to take in hand and to put down. Of a card in hand it does so to all that are (see hand.py)."""

from journey.editing import Edit, put, revise, shifted
from journey.model import Emotion, Touchpoint
from ui.kit import feelings
from ui.kit.stage import Act
from ui.map import folds, hand
from ui.map.marks import FEEL
from ui.state import session

_FELT = {f"{FEEL}{int(score)}": score for score in Emotion}
_SCORES = {str(number): score for number, score in enumerate(Emotion, 1)}
_PHASES = {"ArrowLeft": -1, "ArrowRight": 1}
_PLACES = {"ArrowUp": -1, "ArrowDown": 1}
_KEYS = {*_SCORES, *_PHASES, *_PLACES, "m", hand.TAKE, hand.LET_GO, hand.DELETE, hand.DROP}


def is_at_once(act: Act) -> bool:
    """Whether an act needs no window."""
    return act.at in _FELT or act.key in _KEYS or folds.is_fold(act) or hand.is_put(act)


def see_to(act: Act, persona: str | None) -> None:
    """Do it, as one change; a score is that of the persona whose map it is. Nothing where the mark's card is gone or
    knows no such thing."""
    score = _FELT.get(act.at, _SCORES.get(act.key))
    if folds.is_fold(act):
        folds.turn(act)
    elif act.key == hand.LET_GO:
        hand.let_go()
    elif act.key == hand.DROP:
        hand.drop(act)
    elif act.key == hand.TAKE:
        hand.take(act.id)
    elif hand.is_put(act):
        hand.put_down(act)
    elif act.key == hand.DELETE:
        hand.delete(act.id)
    elif score is None:
        session.commit(_edits(act))
    elif act.id in hand.held() and act.key in _SCORES:
        session.commit(hand.scored(act.id, persona or "", score))
    else:
        feelings.score(act.id, persona or "", score)


def _edits(act: Act) -> list[Edit]:
    if act.key in _PHASES:
        return _to_phase(hand.with_others(act.id), _PHASES[act.key])
    if act.key in _PLACES:
        card = session.workshop().find(act.id)
        return shifted(session.workshop(), card, _PLACES[act.key]) if isinstance(card, Touchpoint) else []
    return hand.decisive(act.id)


def _to_phase(cards: list[hand.HandCard], step: int) -> list[Edit]:
    """Edits that move cards a phase further or back; none where one of them is at the end already."""
    phases = [phase.id for phase in session.model().phases]
    places = [phases.index(card.phase) + step if card.phase in phases else -1 for card in cards]
    if not all(0 <= place < len(phases) for place in places):
        return []
    moved = (revise(card, phase=phases[place]) for card, place in zip(cards, places, strict=True))
    return put(session.workshop(), *moved)
