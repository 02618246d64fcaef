"""Changes of the room: of the agenda's items, and of what is typed into a field."""

from collections.abc import Callable
from typing import Any

from journey.live import AgendaItem, edited
from ui.cards.live import following, steering
from ui.state import session
from ui.state.session import Saving


def revise(change: Callable[[list[AgendaItem]], list[AgendaItem]]) -> None:
    """Change the agenda's items in the store: their order, their words, which there are."""
    steering.set_room(
        lambda room: room.model_copy(update={"agenda": edited(room.agenda, change(list(room.agenda.items)))})
    )


def saved(read: Callable[[], Any], write: Callable[[], object]) -> Saving:
    """Save what a field of the room holds; where others changed it meanwhile nothing is saved, and `read` gives what it is
    by now. The field decides then (see controlled.py)."""
    before = read()
    _look()
    if session.current().trouble is None and read() != before:
        return Saving.CLASH
    write()
    if session.current().trouble:
        return Saving.TROUBLE
    _look()
    return Saving.DONE


@session.telling
def _look() -> None:
    following.catch_up()
