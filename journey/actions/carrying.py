"""What becomes of an action: another state, or on into the next round."""

from datetime import date

from journey.model import Action, ActionState


def put_into(action: Action, state: ActionState, today: date, reason: str = "") -> Action:
    """The action in another state. One that is done keeps its day or has today's; no other has one. The reason is that of
    a dropped one; ValidationError where it is too long."""
    done = (action.done or today) if state is ActionState.DONE else None
    why = reason or action.reason if state is ActionState.DROPPED else ""
    return _with(action, state=state, done=done, reason=why)


def carried_over(action: Action) -> Action:
    """The action for the next round: open again, to be given another day. A value after becomes the one before."""
    values: dict[str, object] = {}
    if action.after is not None:
        values = {"before": action.after, "people_before": action.people_after, "after": None, "people_after": None}
    return _with(action, state=ActionState.OPEN, done=None, reason="", due=None, **values)


def _with(action: Action, **fields: object) -> Action:
    return Action.model_validate({**dict(action), **fields})
