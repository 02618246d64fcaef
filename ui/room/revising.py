"""Every change of the agenda's items: their order, their words, which there are."""

from collections.abc import Callable

from journey.live import AgendaItem, edited
from ui.cards.live import steering


def revise(change: Callable[[list[AgendaItem]], list[AgendaItem]]) -> None:
    """Change them in the store."""
    steering.set_room(
        lambda room: room.model_copy(update={"agenda": edited(room.agenda, change(list(room.agenda.items)))})
    )
