"""Actions judged over rounds: what each shall move, as it was measured when the action was still to be done."""

from collections.abc import Mapping

from journey.actions import Judgement, judged_all
from journey.model import ActionState, Workshop
from journey.rounds.opening import RoundLost, opened

_WAITING = (ActionState.OPEN, ActionState.IN_PROGRESS)


def judged_over_rounds(workshop: Workshop) -> Mapping[str, Judgement]:
    """The judgement of every action that says what it shall move (see `judged_all`): the value before is that of the last
    round in which the action was there and not done. Where there is none, it is the one that was noted with the action."""
    former = _former(workshop)
    return judged_all(workshop, lambda action: former.get(action.id))


def _former(workshop: Workshop) -> dict[str, Workshop]:
    """The workshop at the end of that round, by the action's id. A round that cannot be read ends the search."""
    found: dict[str, Workshop] = {}
    known: dict[str, Workshop] = {}
    sought = {action.id for action in workshop.actions}
    for closed in reversed(workshop.rounds):
        if not sought:
            break
        try:
            then = known[closed.id] = opened(workshop, closed, known)
        except RoundLost:
            break
        states = {action.id: action.state for action in then.actions if action.id in sought}
        found |= {action: then for action, state in states.items() if state in _WAITING}
        sought = {action for action, state in states.items() if state not in _WAITING}  # what was not there is new
    return found
