"""A room in tests: opened for a workshop, with people whose phones act through the store."""

from dataclasses import dataclass, field
from typing import Any

from journey.live import Exercise, ExerciseKind, LiveRoom, Naming, Option, RoomAct, RoomState, WriteCard
from journey.model import new_id
from tests.ui.app import store


@dataclass
class Crowd:
    """A room and the people in it."""

    room: LiveRoom
    secrets: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, workshop: str, *names: str, naming: Naming = Naming.NAMES, **fields: Any) -> "Crowd":
        """A fresh room of a workshop with these people in it."""
        crowd = cls(store().rooms.open_room(workshop, naming=naming, **fields))
        for name in names:
            crowd.comes(name)
        return crowd

    def comes(self, name: str) -> None:
        """Somebody comes in by the code."""
        self.secrets.append(store().phones.join(self.room.code, "10.0.0.1", name=name).secret)

    def asked(self, kind: ExerciseKind, *options: Option, **fields: Any) -> str:
        """An exercise that has just begun; its id."""
        exercise = Exercise(id=new_id(), kind=kind, options=options, **fields)
        store().rooms.add_exercise(self.room.id, exercise)
        store().rooms.begin(self.room.id, exercise.id)
        return exercise.id

    def does(self, person: int, act: RoomAct) -> None:
        """Somebody acts on the exercise that runs."""
        store().phones.act(self.secrets[person], self.now().room.current or "", act)

    def says(self, person: int, *words: str, place: str = "") -> None:
        """Somebody writes cards."""
        for each in words:
            self.does(person, WriteCard(id=new_id(), card=new_id(), words=each, place=place))

    def now(self) -> RoomState:
        """The room as the store has it."""
        return store().rooms.state(self.room.id)
