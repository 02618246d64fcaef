"""All rooms of the open workshop as this tab knows them, closed ones too, the last opened first."""

from dataclasses import dataclass, field

from journey.live import RoomState
from journey.store import NoSuchRoom
from ui.state import session
from ui.state.words import figure, many, moment, t


@dataclass
class _Known:
    """What was read of each room, by its id."""

    states: dict[str, RoomState] = field(default_factory=dict)


def rooms() -> tuple[RoomState, ...]:
    """The rooms as they are now; of a room that was read before only what is new is read. StoreError."""
    known, store = session.of_workshop(_Known), session.store().rooms
    found: dict[str, RoomState] = {}
    for room in store.of_workshop(session.workshop().frame.id):
        held = known.states.get(room.id)
        try:
            found[room.id] = store.caught_up(held) if held else store.state(room.id)
        except NoSuchRoom:  # erased in another window
            continue
    known.states = found
    return tuple(found.values())


def called(state: RoomState) -> str:
    """What tells a room from the others: its number, when it was opened, and how many were there."""
    known = list(session.of_workshop(_Known).states)
    number = len(known) - known.index(state.room.id) if state.room.id in known else len(known)
    opened = t("live_room.numbered", number=figure(number), when=moment(state.room.opened_at))
    return f"{opened} · {many('live_room.people', state.people)}"
