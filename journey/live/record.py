"""A room to take away: everything that stands in it, as one value that can be written as JSON."""

from typing import Annotated

from pydantic import Field

from journey.live.acts import PlayedAct
from journey.live.exercise import Exercise
from journey.live.room import LiveRoom, Participant
from journey.live.room_state import RoomNews, RoomState, caught_up
from journey.live.sealing import sealed, standing_acts
from journey.model import Value


class RoomRecord(Value):
    """A room without its join code, its people, its exercises and the acts that give what stands. Of an anonymous room
    there are no people, and no two acts can be told to be of one person."""

    room: LiveRoom
    people: Annotated[int, Field(ge=0)]
    participants: tuple[Participant, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    acts: tuple[PlayedAct, ...] = ()

    def state(self) -> RoomState:
        """The room as its record shows it."""
        everything = RoomNews(self.room, len(self.acts), self.participants, self.exercises, self.acts, whole=True)
        return caught_up(RoomState(self.room), everything)


def recorded(state: RoomState) -> RoomRecord:
    """What is taken away of a room."""
    anonymous, acts = state.room.is_anonymous, list[PlayedAct]()
    for exercise in state.exercises.values():
        acts += (sealed if anonymous else standing_acts)(exercise, len(acts) + 1)
    return RoomRecord(
        room=state.room.model_copy(update={"code": ""}),
        people=state.people,
        participants=() if anonymous else tuple(state.participants.values()),
        exercises=tuple(each.exercise for each in state.exercises.values()),
        acts=tuple(acts),
    )
