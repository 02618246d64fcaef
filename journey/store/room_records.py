"""Whole rooms out of the tables and into them, inside a transaction that the caller has begun."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, insert, select

from journey.live import RoomRecord, RoomState, as_another, caught_up, new_secret, put_away, recorded, secret_hash
from journey.store import room_rows
from journey.store.room_tables import acts, exercises, participants, rooms

_MANY = 500  # more ids than this are not asked for in one statement


def records(connection: Connection, workshop_id: str) -> tuple[RoomRecord, ...]:
    """The rooms of a workshop, be it one that was put aside, the first opened first. Unreadable."""
    here = select(rooms).where(rooms.c.workshop == workshop_id).order_by(rooms.c.opened_at, rooms.c.id)
    news = [room_rows.news_of(connection, row, 0, None) for row in connection.execute(here).all()]
    return tuple(recorded(caught_up(RoomState(one.room), one)) for one in news)


def room_ids(connection: Connection, workshop_id: str) -> frozenset[str]:
    """The ids of a workshop's rooms."""
    return frozenset(connection.execute(select(rooms.c.id).where(rooms.c.workshop == workshop_id)).scalars())


def bring_back(connection: Connection, workshop_id: str, record: RoomRecord) -> str:
    """Write a room as a closed one of a workshop: no code and no secret lead into it. Where something has one of its ids
    already it gets others. Gives the room's id."""
    away = put_away(record, workshop_id, datetime.now(UTC))
    if _is_taken(connection, away):
        away = as_another(away)
    room, number = away.room, 1
    row = {"id": room.id, "workshop": workshop_id, "code": None, "opened_at": room.opened_at}
    last = number + len(away.participants) + len(away.exercises) + len(away.acts)
    connection.execute(insert(rooms), {**row, "sequence": last, "body": room.model_dump_json()})
    people = [
        {"id": one.id, "room": room.id, "secret": secret_hash(new_secret()), "name": one.name, "small_group": one.group,
         "language": one.language.value, "by_hand": int(one.by_hand), "sequence": number + place}
        for place, one in enumerate(away.participants, 1)
    ]  # fmt: skip
    number += len(people)
    made = [
        {"id": one.id, "room": room.id, "place": place, "sequence": number + place, "body": one.model_dump_json()}
        for place, one in enumerate(away.exercises, 1)
    ]
    number += len(made)
    done = [
        {"room": room.id, "sequence": number + place, "exercise": one.exercise, "act": one.act.id, "key": one.key,
         "small_group": one.group, "body": one.act.model_dump_json()}
        for place, one in enumerate(away.acts, 1)
    ]  # fmt: skip
    for table, rows in ((participants, people), (exercises, made), (acts, done)):
        if rows:
            connection.execute(insert(table), rows)
    return room.id


def _is_taken(connection: Connection, record: RoomRecord) -> bool:
    ids: tuple[tuple[Column[Any], list[str]], ...] = (
        (rooms.c.id, [record.room.id]),
        (exercises.c.id, [one.id for one in record.exercises]),
        (participants.c.id, [one.id for one in record.participants]),
    )
    return any(
        connection.execute(select(column).where(column.in_(part)).limit(1)).first() is not None
        for column, wanted in ids
        for part in _in_parts(wanted)
    )


def _in_parts(ids: list[str]) -> Iterable[list[str]]:
    return (ids[start : start + _MANY] for start in range(0, len(ids), _MANY))
