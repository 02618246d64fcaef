"""Live rooms, as the facilitator and all who follow them see them.

Whoever may ask `Rooms` is the facilitator; what people in the room may do is in `phones`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, insert, select, update

from journey.live import (
    FACILITATOR,
    Agenda,
    Exercise,
    ExerciseStage,
    LiveRoom,
    Naming,
    PlayedAct,
    RoomAct,
    RoomLife,
    RoomNews,
    RoomRecord,
    RoomState,
    caught_up,
    finished,
    recorded,
    started,
)
from journey.model import Language, new_id
from journey.roles import Right
from journey.store import reading, room_records, room_rows
from journey.store.engine import empty_write_ahead_log
from journey.store.engine import reading as in_one_moment
from journey.store.engine import writing as in_one_write
from journey.store.errors import NamingIsSettled
from journey.store.gate import OPEN, ROOM, Gate, for_anybody, needs
from journey.store.location import SQLITE
from journey.store.room_people import InRoom, come_in, forget_names, person_by_hand
from journey.store.room_tables import exercises, participants, rooms
from journey.store.room_writing import HeldRoom, free_code, leave_no_trace
from journey.store.saving import name_of

_STAY = ("id", "workshop", "naming", "code", "opened_at", "closed_at", "epoch", "people")


class Rooms:
    """The rooms of one database. Every method is one transaction and may raise StoreUnavailable and, where it takes a
    room's id, NoSuchRoom. What a method has returned from is on disk."""

    def __init__(self, engine: Engine, gate: Gate = OPEN) -> None:
        self._engine = engine
        self._gate = gate

    @needs(Right.LEAD)
    def open_room(
        self,
        workshop_id: str,
        *,
        title: str = "",
        language: Language = Language.DE,
        naming: Naming = Naming.NAMES,
        agenda: Agenda | None = None,
    ) -> LiveRoom:
        """Open a room of a workshop, with a join code of its own. NoSuchWorkshop."""
        with in_one_write(self._engine, workshop_id) as connection:
            reading.sequence(connection, workshop_id if room_rows.is_id(workshop_id) else "")
            room = LiveRoom(
                id=new_id(), workshop=workshop_id, title=name_of(title), language=language, naming=naming,
                code=free_code(connection), opened_at=datetime.now(UTC), agenda=agenda or Agenda(),
            )  # fmt: skip
            row = {
                "id": room.id,
                "workshop": workshop_id,
                "code": room.code,
                "sequence": 1,
                "opened_at": room.opened_at,
            }
            connection.execute(insert(rooms), {**row, "body": room.model_dump_json()})
            return room

    @needs(Right.READ)
    def of_workshop(self, workshop_id: str) -> tuple[LiveRoom, ...]:
        """The rooms of a workshop, closed ones too, the last opened first."""
        if not room_rows.is_id(workshop_id):
            return ()
        query = (
            select(rooms).where(rooms.c.workshop == workshop_id).order_by(rooms.c.opened_at.desc(), rooms.c.id.desc())
        )
        with in_one_moment(self._engine) as connection:
            return tuple(map(room_rows.room_of, connection.execute(query)))

    @needs(Right.LEAD, ROOM)
    def steer(self, room_id: str, deed: Callable[[LiveRoom], LiveRoom]) -> LiveRoom:
        """Change a room: pause, lock, another current exercise, groups, agenda, title, language. What else a room holds stays
        as it is, and a closed room closed."""
        with self._held(room_id) as held:
            fields = dict(deed(held.room))
            fields.update({name: getattr(held.room, name) for name in _STAY})
            if RoomLife.CLOSED in (held.room.life, fields["life"]):
                fields["life"] = held.room.life
            return held.write(**fields)

    @needs(Right.LEAD, ROOM)
    def call(self, room_id: str, naming: Naming) -> LiveRoom:
        """Choose what people are called. To make a room anonymous forgets all names and whose anything was, for good.
        NamingIsSettled while an exercise has begun and is not done, and for a room that is anonymous."""
        with self._held(room_id) as held:
            running = [exercise for exercise in held.exercises() if exercise.takes_acts]
            if naming is not held.room.naming and (running or held.room.is_anonymous):
                raise NamingIsSettled(room_id)
            if naming is Naming.ANONYMOUS and not held.room.is_anonymous:
                forget_names(held)
            room = held.write(naming=naming)
        leave_no_trace(self._engine, room)
        return room

    @needs(Right.LEAD, ROOM)
    def renew_code(self, room_id: str) -> LiveRoom:
        """Exchange a room's join code: the former one lets nobody in. A closed room has none."""
        with self._held(room_id) as held:
            return held.write(code=held.free_code()) if held.room.life is not RoomLife.CLOSED else held.room

    @needs(Right.LEAD, ROOM)
    def group(self, room_id: str, groups: Mapping[str, str]) -> None:
        """Put people into small groups: ids of groups by ids of participants, "" for none."""
        with self._held(room_id) as held:
            for person, group_id in ((one, of) for one, of in groups.items() if room_rows.is_id(one)):
                here = participants.c.id == person, participants.c.room == room_id
                new = {"small_group": group_id if held.room.group(group_id) else "", "sequence": held.next()}
                held.connection.execute(update(participants).where(*here).values(**new))
            held.write()

    @needs(Right.LEAD, ROOM)
    def take_out(self, room_id: str, participant_id: str) -> None:
        """Somebody is in the room no more, and can come in again with the code alone. What was said stays."""
        with self._held(room_id) as held:
            here = participants.c.id == participant_id, participants.c.room == room_id
            if room_rows.is_id(participant_id):
                held.connection.execute(delete(participants).where(*here))
            held.write(epoch=held.room.epoch + 1)

    @needs(Right.LEAD, ROOM)
    def add_exercise(self, room_id: str, exercise: Exercise) -> Exercise:
        """Put an exercise behind the others."""
        with self._held(room_id) as held:
            held.add(exercise)
            held.write()
            return exercise

    @needs(Right.LEAD, ROOM)
    def revise_exercise(self, room_id: str, exercise_id: str, deed: Callable[[Exercise], Exercise]) -> Exercise:
        """Change an exercise: its words, its stage (`live.revealed`, `live.finished`), its timer (`live.timed`). A stage never
        goes back, and what acts rest on (kind, options, budget …) stays once it has begun.
        NoSuchExercise."""
        with self._held(room_id) as held:
            exercise = held.revise(exercise_id, deed)
            room = held.write()
        if exercise.stage is ExerciseStage.DONE:
            leave_no_trace(self._engine, room)
        return exercise

    @needs(Right.LEAD, ROOM)
    def begin(self, room_id: str, exercise_id: str, now: datetime | None = None) -> Exercise:
        """Start an exercise and show it on all phones; the one that they showed is done. NoSuchExercise."""
        moment = now or datetime.now(UTC)
        with self._held(room_id) as held:
            former = held.room.current
            if former and former != exercise_id and former in {each.id for each in held.exercises()}:
                held.revise(former, lambda exercise: finished(exercise, moment))
            exercise = held.revise(exercise_id, lambda exercise: started(exercise, moment))
            room = held.write(current=exercise_id)
        leave_no_trace(self._engine, room)
        return exercise

    @needs(Right.LEAD, ROOM)
    def remove_exercise(self, room_id: str, exercise_id: str) -> None:
        """Erase an exercise and all that was said in it. NoSuchExercise."""
        with self._held(room_id) as held:
            room_rows.exercise_row(held.connection, room_id, exercise_id)
            held.connection.execute(delete(exercises).where(exercises.c.id == exercise_id))
            current = None if held.room.current == exercise_id else held.room.current
            held.write(epoch=held.room.epoch + 1, current=current)

    @needs(Right.LEAD, ROOM)
    def act_as_facilitator(self, room_id: str, exercise_id: str, act: RoomAct) -> PlayedAct:
        """Keep what the facilitator does. The same act again gives the first result. ActRefused, NoSuchExercise."""
        with self._held(room_id) as held:
            return held.play(exercise_id, act, lambda _slot: FACILITATOR, facilitator=True)

    @needs(Right.LEAD, ROOM)
    def act_for(self, room_id: str, participant_id: str, exercise_id: str, act: RoomAct) -> PlayedAct:
        """Keep what the facilitator does for somebody without a phone: "for Petra". In an anonymous room the store does not
        know whose anything is: there the page keeps the secret of `join_by_hand` and asks `phones.act`. NotInRoom for who is
        not such a person; ActRefused, NoSuchExercise."""
        with self._held(room_id) as held:
            person = person_by_hand(held, participant_id)
            return held.play(exercise_id, act, lambda _slot: person.id, person.group)

    @needs(Right.LEAD, ROOM)
    def close_room(self, room_id: str, now: datetime | None = None) -> LiveRoom:
        """Close a room for good: its code is nobody's, its exercises are done; of an anonymous one nothing is left of who
        was in. Twice is harmless."""
        moment = now or datetime.now(UTC)
        with self._held(room_id) as held:
            if held.room.life is RoomLife.CLOSED:
                return held.room
            for exercise in held.exercises():
                if exercise.takes_acts:
                    held.revise(exercise.id, lambda each: finished(each, moment))
            people = held.people()
            if held.room.is_anonymous:
                held.empty()
            closed = {"life": RoomLife.CLOSED, "code": "", "closed_at": moment, "people": people}
            room = held.write(**closed, epoch=held.room.epoch + 1)
        leave_no_trace(self._engine, room)
        return room

    @needs(Right.LEAD, ROOM)
    def delete(self, room_id: str) -> None:
        """Erase a room and all that was said in it. What was taken over into the workshop stays there."""
        with in_one_write(self._engine, room_id) as connection:
            room_rows.sequence(connection, room_id)
            connection.execute(delete(rooms).where(rooms.c.id == room_id))
        if self._engine.dialect.name == SQLITE:
            empty_write_ahead_log(self._engine)

    @needs(Right.READ, ROOM)
    def sequence(self, room_id: str) -> int:
        """The number of a room's last change: what followers poll."""
        with in_one_moment(self._engine) as connection:
            return room_rows.sequence(connection, room_id)

    @needs(Right.READ, ROOM)
    def state(self, room_id: str) -> RoomState:
        """A room as it is now, with all its exercises."""
        news = self.since(room_id, 0, None)
        return caught_up(RoomState(news.room), news)

    @needs(Right.READ, ROOM)
    def since(self, room_id: str, sequence: int, epoch: int | None) -> RoomNews:
        """What is new in a room after a sequence number, for who knows it at this epoch."""
        with in_one_moment(self._engine) as connection:
            return room_rows.news(connection, room_id, sequence, epoch)

    @for_anybody
    def caught_up(self, state: RoomState) -> RoomState:
        """A room with everything that was done since, by anybody."""
        return caught_up(state, self.since(state.room.id, state.sequence, state.room.epoch))

    @needs(Right.READ, ROOM)
    def export(self, room_id: str) -> RoomRecord:
        """A room to take away, as a value."""
        return recorded(self.state(room_id))

    @needs(Right.READ)
    def records(self, workshop_id: str) -> tuple[RoomRecord, ...]:
        """All rooms of a workshop to take away, the first opened first."""
        with in_one_moment(self._engine) as connection:
            return room_records.records(connection, workshop_id) if room_rows.is_id(workshop_id) else ()

    @needs(Right.EDIT)
    def bring_back(self, workshop_id: str, records: Iterable[RoomRecord]) -> None:
        """Put rooms that were taken away to a workshop, as closed ones. NoSuchWorkshop."""
        with in_one_write(self._engine, workshop_id) as connection:
            reading.sequence(connection, workshop_id if room_rows.is_id(workshop_id) else "")
            for record in records:
                room_records.bring_back(connection, workshop_id, record)

    @needs(Right.LEAD, ROOM)
    def join_by_hand(self, room_id: str, name: str = "") -> InRoom:
        """The facilitator takes in somebody without a phone, and acts with the person's secret. NameNeeded, RoomFull."""
        with self._held(room_id) as held:
            return come_in(held, name, held.room.language, by_hand=True)

    @contextmanager
    def _held(self, room_id: str) -> Iterator[HeldRoom]:
        with in_one_write(self._engine, room_id) as connection:
            yield HeldRoom(connection, room_id)
