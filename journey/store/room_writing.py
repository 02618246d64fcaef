"""Writing one room, inside a transaction that the caller has begun. Its row is locked first, so its numbers have no gaps."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from journey.live import (
    Exercise,
    ExerciseStage,
    LiveRoom,
    PlayedAct,
    Refusal,
    RoomAct,
    begun,
    new_code,
    played,
    refusal,
    sealed,
    slots_beside,
)
from journey.store import room_rows
from journey.store.engine import empty_write_ahead_log
from journey.store.errors import ActRefused
from journey.store.location import SQLITE
from journey.store.room_tables import acts, exercises, participants, rooms

MOST_CHANGES = 200_000
"""So many acts and steps a room takes: more than five hundred people make in a day."""

_STAGES = tuple(ExerciseStage)
_SETTLED_AT_THE_START = (
    "kind",
    "options",
    "collects",
    "fact",
    "personas",
    "budget",
    "per_option",
    "finding",
    "in_groups",
)


class HeldRoom:
    """A room whose row is locked until the transaction ends. NoSuchRoom."""

    def __init__(self, connection: Connection, room_id: str) -> None:
        row = room_rows.row_of(connection, room_id, to_write=True)
        self.connection, self.room, self.sequence = connection, room_rows.room_of(row), int(row.sequence)

    def next(self) -> int:
        """The number of the next change."""
        self.sequence += 1
        return self.sequence

    def write(self, **fields: Any) -> LiveRoom:
        """The room with some fields changed; every change of a room ends with this. pydantic.ValidationError."""
        row: dict[str, Any] = {"sequence": self.sequence}
        if fields:
            self.room = LiveRoom.model_validate({**dict(self.room), **fields})
            row |= {"sequence": self.next(), "code": self.room.code or None, "body": self.room.model_dump_json()}
        self.connection.execute(update(rooms).where(rooms.c.id == self.room.id).values(**row))
        return self.room

    def free_code(self) -> str:
        """A join code that no room has."""
        return free_code(self.connection)

    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of the room, in their order."""
        query = select(exercises.c.body).where(exercises.c.room == self.room.id).order_by(exercises.c.place)
        return tuple(map(room_rows.exercise_of, self.connection.execute(query).scalars()))

    def add(self, exercise: Exercise) -> None:
        """A new exercise, behind all."""
        of_room = select(func.coalesce(func.max(exercises.c.place), 0)).where(exercises.c.room == self.room.id)
        place = self.connection.execute(of_room).scalar_one() + 1
        row = {"id": exercise.id, "room": self.room.id, "place": place, "sequence": self.next()}
        self.connection.execute(insert(exercises), {**row, "body": exercise.model_dump_json()})

    def revise(self, exercise_id: str, deed: Callable[[Exercise], Exercise]) -> Exercise:
        """An exercise as a deed leaves it: its stage never goes back, and what acts rest on stays once it has begun. When
        one of an anonymous room is done, it is sealed. NoSuchExercise."""
        row = room_rows.exercise_row(self.connection, self.room.id, exercise_id)
        before = room_rows.exercise_of(row.body)
        after = _following(before, deed(before))
        new = {"sequence": self.next(), "body": after.model_dump_json()}
        self.connection.execute(update(exercises).where(exercises.c.id == exercise_id).values(**new))
        if self.room.is_anonymous and after.stage is ExerciseStage.DONE and before.stage is not ExerciseStage.DONE:
            self.seal(after)
        return after

    def seal(self, exercise: Exercise) -> None:
        """Nothing tells any more whose the acts of an exercise are, or which are of one person."""
        state = played(begun(exercise), room_rows.acts_of(self.connection, exercise.id))
        rows = sealed(state, self.sequence + 1)
        self.connection.execute(delete(acts).where(acts.c.exercise == exercise.id))
        self.sequence += len(rows)
        self._insert(rows)
        self.write(epoch=self.room.epoch + 1)

    def play(
        self, exercise_id: str, act: RoomAct, key: Callable[[str], str], group: str = "", *, facilitator: bool = False
    ) -> PlayedAct:
        """An act, kept: `key` says whose a slot is. One that came before is given as it was kept. ActRefused,
        NoSuchExercise."""
        exercise = room_rows.exercise_of(room_rows.exercise_row(self.connection, self.room.id, exercise_id).body)
        act = act.model_copy(update={"id": _name_of_act(exercise_id, act.id)})
        same = acts.c.exercise == exercise_id, acts.c.act == act.id
        first = self.connection.execute(select(acts).where(*same)).one_or_none()
        if first is not None:
            return room_rows.act_of(first)
        beside = {key(slot) for slot in slots_beside(exercise, act)}
        own = room_rows.acts_of(self.connection, exercise_id, beside) if beside else ()
        why = refusal(self.room, exercise, act, played(begun(exercise), own), facilitator=facilitator)
        if why is None and self.sequence >= MOST_CHANGES:
            why = Refusal.TOO_MANY
        if why is not None:
            raise ActRefused(why)
        kept = PlayedAct(sequence=self.next(), exercise=exercise_id, key=key(act.slot), group=group, act=act)
        self._insert([kept])
        self.write()
        return kept

    def empty(self) -> None:
        """Nothing is left of the people."""
        self.connection.execute(delete(participants).where(participants.c.room == self.room.id))

    def people(self) -> int:
        """How many people are in."""
        count = select(func.count()).where(participants.c.room == self.room.id)
        return int(self.connection.execute(count).scalar_one())

    def _insert(self, played_acts: Iterable[PlayedAct]) -> None:
        rows = [
            {"room": self.room.id, "sequence": one.sequence, "exercise": one.exercise, "act": one.act.id, "key": one.key,
             "small_group": one.group, "body": one.act.model_dump_json()}
            for one in played_acts
        ]  # fmt: skip
        if rows:
            self.connection.execute(insert(acts), rows)


def free_code(connection: Connection) -> str:
    """A join code that no room has."""
    while True:
        code = new_code()
        if connection.execute(select(rooms.c.id).where(rooms.c.code == code)).first() is None:
            return code


def leave_no_trace(engine: Engine, room: LiveRoom) -> None:
    """After the transaction: what was overwritten in an anonymous room is not left in SQLite's write-ahead log either. What
    PostgreSQL keeps on its disk until it vacuums is out of reach."""
    if room.is_anonymous and engine.dialect.name == SQLITE:
        empty_write_ahead_log(engine)


def _following(before: Exercise, after: Exercise) -> Exercise:
    fields = {**dict(after), "id": before.id}
    if before.stage is not ExerciseStage.PREPARED:
        fields.update({name: getattr(before, name) for name in _SETTLED_AT_THE_START})
    if _STAGES.index(after.stage) < _STAGES.index(before.stage):
        fields["stage"] = before.stage
    return Exercise.model_validate(fields)


def _name_of_act(exercise_id: str, act_id: str) -> str:
    """What an act is called in the tables: never as the phone called it, which might tell phones apart."""
    return sha256(f"{exercise_id}\n{act_id}".encode()).hexdigest()[:40]
