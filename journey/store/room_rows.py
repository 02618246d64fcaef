"""Rows of rooms as values, inside a transaction that the caller has begun."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Row, bindparam, select

from journey.live import ROOM_ACT, Exercise, LiveRoom, Participant, PlayedAct, RoomNews
from journey.model import ID_PATTERN
from journey.store.errors import NoSuchExercise, NoSuchRoom, Unreadable
from journey.store.room_tables import acts, exercises, participants, rooms
from journey.store.tables import workshops

# Every phone's page asks for it several times a second: put together once.
_SEQUENCE = select(rooms.c.sequence).where(rooms.c.id == bindparam("id"))
_STANDING = rooms.join(workshops, (workshops.c.id == rooms.c.workshop) & workshops.c.deleted_at.is_(None))
"""Rooms of workshops that are there: those of one that was put aside are out of reach like itself."""


def is_id(text: str) -> bool:
    """Whether something can be an id at all. Ids come from links and phones too: what cannot be one reaches no database."""
    return re.fullmatch(ID_PATTERN, text) is not None


def sequence(connection: Connection, room_id: str) -> int:
    """The number of a room's last change. NoSuchRoom."""
    known = is_id(room_id)
    number: int | None = connection.execute(_SEQUENCE, {"id": room_id}).scalar_one_or_none() if known else None
    if number is None:
        raise NoSuchRoom(repr(room_id[:64]))
    return number


def row_of(connection: Connection, room_id: str, *, to_write: bool = False) -> Row[Any]:
    """A room's row, locked where it is to be written. NoSuchRoom."""
    query = select(rooms).select_from(_STANDING).where(rooms.c.id == room_id)
    query = query.with_for_update(of=rooms) if to_write else query
    row = connection.execute(query).one_or_none() if is_id(room_id) else None
    if row is None:
        raise NoSuchRoom(repr(room_id[:64]))
    return row


def by_code(connection: Connection, code: str) -> LiveRoom | None:
    """The room with this join code; None when there is none."""
    row = connection.execute(select(rooms).select_from(_STANDING).where(rooms.c.code == code)).one_or_none()
    return room_of(row) if row else None


def exercise_row(connection: Connection, room_id: str, exercise_id: str) -> Row[Any]:
    """An exercise's row. NoSuchExercise."""
    here = exercises.c.id == exercise_id, exercises.c.room == room_id
    row = connection.execute(select(exercises).where(*here)).one_or_none() if is_id(exercise_id) else None
    if row is None:
        raise NoSuchExercise(repr(exercise_id[:64]))
    return row


def acts_of(connection: Connection, exercise_id: str, keys: Iterable[str] | None = None) -> tuple[PlayedAct, ...]:
    """The acts of an exercise, in their order; of some keys alone where these are given."""
    query = select(acts).where(acts.c.exercise == exercise_id)
    if keys is not None:
        query = query.where(acts.c.key.in_(sorted(set(keys))))
    return tuple(map(act_of, connection.execute(query.order_by(acts.c.sequence))))


def news(connection: Connection, room_id: str, after: int, epoch: int | None) -> RoomNews:
    """What is new after a number; everything where the room has another epoch. NoSuchRoom."""
    return news_of(connection, row_of(connection, room_id), after, epoch)


def news_of(connection: Connection, row: Row[Any], after: int, epoch: int | None) -> RoomNews:
    """What is new in the room of a row."""
    room = room_of(row)
    whole = room.epoch != epoch
    since = 0 if whole else after
    if row.sequence <= since and not whole:
        return RoomNews(room, row.sequence)

    def newer(table: Any, *order: Any) -> Iterable[Row[Any]]:
        query = select(table).where(table.c.room == room.id, table.c.sequence > since).order_by(*order)
        return connection.execute(query)

    return RoomNews(
        room=room,
        sequence=row.sequence,
        participants=tuple(map(participant_of, newer(participants, participants.c.sequence, participants.c.id))),
        exercises=tuple(exercise_of(each.body) for each in newer(exercises, exercises.c.place)),
        acts=tuple(map(act_of, newer(acts, acts.c.sequence))),
        whole=whole,
    )


def room_of(row: Row[Any]) -> LiveRoom:
    """The room in a row. Unreadable when it does not fit."""
    return _room(row.body)


def participant_of(row: Row[Any]) -> Participant:
    """The participant in a row."""
    return Participant(
        id=row.id, name=row.name, group=row.small_group, language=row.language, by_hand=bool(row.by_hand)
    )


def act_of(row: Row[Any]) -> PlayedAct:
    """The act in a row. Unreadable when it does not fit."""
    try:
        act = ROOM_ACT.validate_json(row.body)
    except ValidationError as error:
        raise Unreadable(f"act {row.sequence} of {row.room}") from error
    return PlayedAct(sequence=row.sequence, exercise=row.exercise, key=row.key, group=row.small_group, act=act)


@lru_cache(maxsize=64)
def exercise_of(body: str) -> Exercise:
    """The exercise in a stored body. Unreadable when it does not fit."""
    try:
        return Exercise.model_validate_json(body)
    except ValidationError as error:
        raise Unreadable("an exercise of a room") from error


@lru_cache(maxsize=64)
def _room(body: str) -> LiveRoom:
    try:
        return LiveRoom.model_validate_json(body)
    except ValidationError as error:
        raise Unreadable("a room") from error
