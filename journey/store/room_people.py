"""The people of one room, inside a transaction that the caller has begun."""

import secrets
from dataclasses import dataclass, field

from sqlalchemy import Connection, insert, select, update

from journey.live import NAME_LIMIT, LiveRoom, Participant, Sender, new_secret, secret_hash, smallest
from journey.model import Language
from journey.store import room_rows
from journey.store.errors import NameNeeded, NotInRoom, RoomFull, RoomLocked
from journey.store.room_tables import participants
from journey.store.room_writing import HeldRoom
from journey.store.saving import name_of

MOST_PEOPLE = 2_000


@dataclass(frozen=True)
class InRoom:
    """A person in a room. `secret` is for the person's phone alone: with it the person comes back and acts."""

    room: LiveRoom
    participant: Participant
    secret: str = field(repr=False)

    @property
    def sender(self) -> Sender:
        """Who looks, for `live.as_seen_by`."""
        return Sender(self.participant.id, self.secret, self.room.is_anonymous, self.participant.group)


def come_in(held: HeldRoom, name: str, language: Language, *, by_hand: bool = False) -> InRoom:
    if held.room.locked and not by_hand:
        raise RoomLocked(held.room.id)
    if held.people() >= MOST_PEOPLE:
        raise RoomFull(held.room.id)
    secret = new_secret()
    query = select(participants.c.small_group).where(participants.c.room == held.room.id)
    there = list(held.connection.execute(query).scalars()) if held.room.groups else []
    person = Participant(
        id=secrets.token_hex(13), name=name_in(held, name), language=language, by_hand=by_hand,
        group=smallest(held.room, {group.id: there.count(group.id) for group in held.room.groups}),
    )  # fmt: skip
    held.connection.execute(insert(participants), {
        "id": person.id, "room": held.room.id, "secret": secret_hash(secret), "name": person.name,
        "small_group": person.group, "language": person.language.value, "by_hand": int(by_hand), "sequence": held.next(),
    })  # fmt: skip
    return InRoom(held.write(), person, secret)


def whose(connection: Connection, secret: str) -> InRoom:
    query = select(participants).where(participants.c.secret == secret_hash(secret))
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NotInRoom("nobody has this secret")
    room = room_rows.room_of(room_rows.row_of(connection, row.room))
    return InRoom(room, room_rows.participant_of(row), secret)


def person_by_hand(held: HeldRoom, participant_id: str) -> Participant:
    """Somebody in a room with names or aliases for whom the facilitator types. NotInRoom."""
    here = participants.c.id == participant_id, participants.c.room == held.room.id
    known = room_rows.is_id(participant_id)
    row = held.connection.execute(select(participants).where(*here)).one_or_none() if known else None
    if row is None or not row.by_hand or held.room.is_anonymous:
        raise NotInRoom(repr(participant_id[:64]))
    return room_rows.participant_of(row)


def name_in(held: HeldRoom, name: str, own_id: str = "") -> str:
    """The name that somebody gets: no two people in a room are called the same, and in an anonymous one nobody is."""
    if held.room.is_anonymous:
        return ""
    wanted = name_of(name)[:NAME_LIMIT].strip()
    if not wanted:
        raise NameNeeded(held.room.id)
    others = participants.c.room == held.room.id, participants.c.id != own_id
    taken = {
        other.casefold() for other in held.connection.execute(select(participants.c.name).where(*others)).scalars()
    }
    number, given = 1, wanted
    while given.casefold() in taken:
        number += 1
        given = f"{wanted[: NAME_LIMIT - 6]} {number}"
    return given


def forget_names(held: HeldRoom) -> None:
    nameless = {"name": "", "sequence": held.next()}
    here = participants.c.room == held.room.id
    held.connection.execute(update(participants).where(here).values(**nameless))
    for exercise in held.exercises():
        held.seal(exercise)
