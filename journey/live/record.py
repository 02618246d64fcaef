"""A room to take away, and to put somewhere else: everything that stands in it, as one value that can be written as JSON."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, model_validator

from journey.live.acts import PlayedAct
from journey.live.agenda import AgendaItem
from journey.live.exercise import Exercise, finished
from journey.live.exercise_state import ExerciseState
from journey.live.room import LiveRoom, Participant, RoomLife
from journey.live.room_state import RoomNews, RoomState, caught_up
from journey.live.sealing import nameless_acts, sealed, standing_acts
from journey.model import Value, new_id


class RoomRecord(Value):
    """A room without its join code, its people, its exercises and the acts that give what stands. Of an anonymous room
    there are no people, and no two acts can be told to be of one person. pydantic.ValidationError for what is no room: acts
    of exercises that are not there, anything that stands twice, people in an anonymous room."""

    room: LiveRoom
    people: Annotated[int, Field(ge=0)]
    participants: tuple[Participant, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    acts: tuple[PlayedAct, ...] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        known = {exercise.id for exercise in self.exercises}
        if len(known) < len(self.exercises):
            raise ValueError("an exercise stands twice in the room")
        if any(one.exercise not in known for one in self.acts):
            raise ValueError("an act is of an exercise that the room does not have")
        if len({(one.exercise, one.act.id) for one in self.acts}) < len(self.acts):
            raise ValueError("an act stands twice in the room")
        if len({person.id for person in self.participants}) < len(self.participants):
            raise ValueError("somebody stands twice in the room")
        if self.room.is_anonymous and self.participants:
            raise ValueError("an anonymous room names people")
        return self

    def state(self) -> RoomState:
        """The room as its record shows it."""
        room = self.room.model_copy(update={"people": self.people})
        everything = RoomNews(room, len(self.acts), self.participants, self.exercises, self.acts, whole=True)
        return caught_up(RoomState(room), everything)


def recorded(state: RoomState) -> RoomRecord:
    """What is taken away of a room."""
    acts = list[PlayedAct]()
    for exercise in state.exercises.values():
        acts += _standing(state.room, exercise)(exercise, len(acts) + 1)
    return RoomRecord(
        room=state.room.model_copy(update={"code": "", "people": state.people}),
        people=state.people,
        participants=() if state.room.is_anonymous else tuple(state.participants.values()),
        exercises=tuple(each.exercise for each in state.exercises.values()),
        acts=tuple(acts),
    )


def _standing(room: LiveRoom, exercise: ExerciseState) -> Callable[[ExerciseState, int], tuple[PlayedAct, ...]]:
    """What gives the acts of an exercise: in an anonymous room one that is done lies in random order already."""
    if not room.is_anonymous:
        return standing_acts
    return sealed if exercise.exercise.takes_acts else nameless_acts


def as_revealed(record: RoomRecord) -> RoomRecord:
    """The record without what people still say in silence, which nobody may read before the reveal."""
    hidden = {exercise.id for exercise in record.exercises if exercise.hides}
    return record.model_copy(update={"acts": tuple(one for one in record.acts if one.exercise not in hidden)})


def without_people(record: RoomRecord) -> RoomRecord:
    """The record for other hands: what was revealed, and of nothing whose it was. Of the same record it is always the
    same."""
    return _nameless(record.state())


def _nameless(state: RoomState) -> RoomRecord:
    acts = list[PlayedAct]()
    for exercise in state.exercises.values():
        acts += () if exercise.exercise.hides else nameless_acts(exercise, len(acts) + 1)
    return RoomRecord(
        room=state.room.model_copy(update={"code": "", "people": state.people}),
        people=state.people,
        exercises=tuple(each.exercise for each in state.exercises.values()),
        acts=tuple(acts),
    )


def put_away(record: RoomRecord, workshop: str, now: datetime) -> RoomRecord:
    """The record as a closed room of a workshop: nobody comes in, nothing runs, what acts do not add to is gone."""
    room, state = record.room, record.state()
    closed = {
        "workshop": workshop, "life": RoomLife.CLOSED, "code": "", "locked": False, "address": "",
        "closed_at": room.closed_at or now, "people": record.people,
    }  # fmt: skip
    exercises = {key: each.on(finished(each.exercise, room.closed_at or now)) for key, each in state.exercises.items()}
    away = RoomState(room.model_copy(update=closed), state.sequence, state.participants, exercises)
    return _nameless(away) if room.is_anonymous else recorded(away)


def as_another(record: RoomRecord) -> RoomRecord:
    """The same room once more, beside the first: room, exercises and people have ids of their own. Cards keep theirs, by
    which the workshop knows what was taken over."""
    ids = [one.id for one in record.exercises] + [one.id for one in record.participants]
    new = {each: new_id() for each in ids}
    room, agenda = record.room, record.room.agenda
    items = tuple(_prepared_with(item, new.get(item.prepared or "")) for item in agenda.items)
    fields = {
        "id": new_id(), "current": new.get(room.current or ""), "agenda": agenda.model_copy(update={"items": items})
    }  # fmt: skip
    return record.model_copy(
        update={
            "room": room.model_copy(update=fields),
            "participants": tuple(one.model_copy(update={"id": new[one.id]}) for one in record.participants),
            "exercises": tuple(one.model_copy(update={"id": new[one.id]}) for one in record.exercises),
            "acts": tuple(
                one.model_copy(update={"exercise": new[one.exercise], "key": new.get(one.key, one.key)})
                for one in record.acts
            ),
        }
    )


def _prepared_with(item: AgendaItem, exercise: str | None) -> AgendaItem:
    return item.model_copy(update={"prepared": exercise})
