"""Actions by how far they are and by whose they are, the most urgent first."""

from collections.abc import Iterable, Mapping
from datetime import date

from journey.model import Action, ActionState

_WAITING = (ActionState.OPEN, ActionState.IN_PROGRESS)


def is_overdue(action: Action, today: date) -> bool:
    """Whether an action should have been done before today."""
    return action.state in _WAITING and action.due is not None and action.due < today


def soonest_first(actions: Iterable[Action]) -> tuple[Action, ...]:
    """What still waits first, then by due day; those without one last; ties in the workshop's order."""
    return tuple(
        sorted(actions, key=lambda action: (action.state not in _WAITING, action.due is None, action.due or date.max))
    )


def by_state(actions: Iterable[Action]) -> Mapping[ActionState, tuple[Action, ...]]:
    """The actions of every state, the soonest first."""
    held = soonest_first(actions)
    return {state: tuple(action for action in held if action.state is state) for state in ActionState}


def by_owner(actions: Iterable[Action]) -> Mapping[str, tuple[Action, ...]]:
    """The actions of each owner, the soonest first, the owners in the order of their first action; those of nobody last,
    under "". Names that differ in case alone are one, as it is written first."""
    found: dict[str, list[Action]] = {}
    names: dict[str, str] = {}
    for action in soonest_first(actions):
        found.setdefault(_folded(action.owner), []).append(action)
        names.setdefault(_folded(action.owner), action.owner)
    order = sorted(found, key=lambda owner: owner == "")
    return {names[owner]: tuple(found[owner]) for owner in order}


def owned_by(actions: Iterable[Action], owner: str) -> tuple[Action, ...]:
    """The actions of one owner, the soonest first; none for nobody."""
    wanted = _folded(owner)
    return soonest_first(action for action in actions if wanted and _folded(action.owner) == wanted)


def is_same_owner(one: str, other: str) -> bool:
    """Whether two names are one owner's."""
    return _folded(one) == _folded(other)


def _folded(owner: str) -> str:
    return " ".join(owner.split()).casefold()
