"""What people in the room do, from their phones: come in by a code, come back by a secret, act."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, text, update

from journey.live import LiveRoom, PlayedAct, RoomAct, read_code
from journey.model import Language
from journey.store import room_rows
from journey.store.engine import reading as in_one_moment
from journey.store.engine import writing as in_one_write
from journey.store.errors import NoSuchRoom, TooManyTries
from journey.store.gate import for_anybody
from journey.store.location import POSTGRESQL
from journey.store.room_people import InRoom, come_in, name_in, whose
from journey.store.room_tables import participants
from journey.store.room_writing import HeldRoom

_ONE_JOINS = 7_461_208  # the key of PostgreSQL's advisory lock: wrong codes are counted one after the other


class Phones:
    """The doors of all rooms of one database. Every method is one transaction and may raise StoreUnavailable. What a method
    has returned from is on disk. A secret is somebody's only right here, and a code everybody's who was told."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @for_anybody
    def find(self, code: str, address: str, now: float | None = None) -> LiveRoom:
        """The room that a code, as it was typed, leads to: what the join page needs. A wrong code counts as a try of this
        address; `now` is in seconds. NoSuchRoom, TooManyTries."""
        with self._by_code(code, address, now) as (_, room):
            return room

    @for_anybody
    def join(
        self, code: str, address: str, *, name: str = "", language: Language = Language.DE, now: float | None = None
    ) -> InRoom:
        """Come in by a code, as it was typed, from an address; a wrong one counts as a try. `now` is in seconds. NoSuchRoom,
        TooManyTries, RoomLocked, RoomFull; NameNeeded where people have names."""
        with self._by_code(code, address, now) as (connection, room):
            return come_in(HeldRoom(connection, room.id), name, language)

    @for_anybody
    def come_back(self, secret: str) -> InRoom:
        """The person whose phone has this secret, in the room, which may be closed meanwhile. NotInRoom."""
        with in_one_moment(self._engine) as connection:
            return whose(connection, secret)

    @for_anybody
    def change_own(self, secret: str, *, name: str | None = None, language: Language | None = None) -> InRoom:
        """Another name or language of one's own. NotInRoom, NameNeeded."""
        here = self.come_back(secret)
        with in_one_write(self._engine, here.room.id) as connection:
            held = HeldRoom(connection, here.room.id)
            now = whose(connection, secret)
            new: dict[str, object] = {"language": language or now.participant.language, "sequence": held.next()}
            if name is not None:
                new["name"] = name_in(held, name, now.participant.id)
            of_person = participants.c.id == now.participant.id
            connection.execute(update(participants).where(of_person).values(**new))
            held.write()
            return whose(connection, secret)

    @for_anybody
    def act(self, secret: str, exercise_id: str, act: RoomAct) -> PlayedAct:
        """Keep what somebody sends. The same act again gives the first result. NotInRoom, ActRefused, NoSuchExercise."""
        with in_one_write(self._engine, exercise_id) as connection:
            here = whose(connection, secret)
            held = HeldRoom(connection, here.room.id)
            sender = InRoom(held.room, here.participant, secret).sender
            return held.play(exercise_id, act, lambda slot: sender.key(exercise_id, slot), sender.group)

    @contextmanager
    def _by_code(self, typed: str, address: str, now: float | None) -> Iterator[tuple[Connection, LiveRoom]]:
        """The room of a code, in the transaction that counts a wrong one."""
        from journey.store.tries import JoinTries

        code, room = read_code(typed), None
        with in_one_write(self._engine, "joins") as connection:
            if self._engine.dialect.name == POSTGRESQL:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_JOINS})
            tries = JoinTries(connection, address, code, time.time() if now is None else now)
            too_many = tries.are_too_many()
            if not too_many:
                room = room_rows.by_code(connection, code) if code else None
                if room is None:
                    tries.count()
            if room is not None:
                yield connection, room
        if room is None:
            raise TooManyTries(address) if too_many else NoSuchRoom("no room has this code")
