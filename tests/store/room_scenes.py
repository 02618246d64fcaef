"""What tests of rooms say often: a workshop with an open room, an exercise that runs, people in it."""

from dataclasses import dataclass
from itertools import count
from typing import Any

from journey.live import (
    Exercise,
    ExerciseKind,
    ExerciseState,
    LiveRoom,
    Naming,
    Option,
    PlayedAct,
    RoomAct,
    SeenExercise,
    WriteCard,
    as_seen_by,
    finished,
    revealed,
)
from journey.store import InRoom, Store
from tests.builders import PHASE, a_workshop
from tests.store.scenes import ID

PLACE = PHASE
OPTIONS = tuple(Option(id=f"option-{n}", words=f"Option {n}") for n in range(3))

_ADDRESSES = count(1)


@dataclass
class Meeting:
    """A room with an exercise, in a store."""

    store: Store
    room: LiveRoom
    exercise: str = ""

    def begun(self, kind: ExerciseKind = ExerciseKind.COLLECT, name: str = "exercise", **fields: Any) -> "Meeting":
        """Another exercise, which everybody has before them."""
        given = {"id": f"{name}-{self.room.id}", "kind": kind, "question": "What do we know?", "options": OPTIONS}
        exercise = Exercise.model_validate({**given, **fields})
        self.store.rooms.add_exercise(self.room.id, exercise)
        self.store.rooms.begin(self.room.id, exercise.id)
        self.exercise = exercise.id
        return self

    def join(self, name: str = "Petra", address: str = "") -> InRoom:
        return self.store.phones.join(self.room.code, address or f"192.0.2.{next(_ADDRESSES) % 250}", name=name)

    def send(self, person: InRoom, act: RoomAct) -> PlayedAct:
        return self.store.phones.act(person.secret, self.exercise, act)

    def steer(self, act: RoomAct) -> PlayedAct:
        return self.store.rooms.act_as_facilitator(self.room.id, self.exercise, act)

    def reveal(self) -> None:
        now = self.room.opened_at
        self.store.rooms.revise_exercise(self.room.id, self.exercise, lambda exercise: revealed(exercise, now))

    def finish(self) -> None:
        now = self.room.opened_at
        self.store.rooms.revise_exercise(self.room.id, self.exercise, lambda exercise: finished(exercise, now))

    def now(self) -> ExerciseState:
        return self.store.rooms.state(self.room.id).exercises[self.exercise]

    def seen(self, person: InRoom) -> SeenExercise:
        seen = as_seen_by(self.now(), self.store.phones.come_back(person.secret).sender)
        assert seen is not None
        return seen


def a_meeting(store: Store, naming: Naming = Naming.NAMES, workshop: str = ID) -> Meeting:
    """An open room of a workshop that is made for it where it is not there yet."""
    if workshop not in {one.id for one in store.workshops()}:
        store.create(a_workshop(frame={"id": workshop, "title": "Test workshop"}), "Alma")
    return Meeting(store, store.rooms.open_room(workshop, naming=naming))


_IDS = count(1)


def a_card(words: str = "Nobody calls back", card: str = "", **fields: Any) -> WriteCard:
    number = next(_IDS)
    given = {"id": f"act-{number}", "card": card or f"card-{number:06}", "words": words}
    return WriteCard.model_validate({**given, **fields})
