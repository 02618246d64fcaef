"""All workshops of a store in one file, and back: a zip of JSON that any store reads, whatever its database.

A workshop goes into it with its history, its named versions and its live rooms, a deleted one too. People stand in it
as they do in the tables (`persons`): with that name nobody can go on as somebody. Rooms go as records, so nobody's secret and no join code is
in the file, and come back closed. The file that comes back may be anybody's, so it is read as values of the model, within
limits, or not at all; a room that cannot be read is told, and its workshop comes back without it.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import Enum
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import Connection, Engine, Select, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from journey.model import FORMAT_VERSION, new_id
from journey.roles import MemberRole
from journey.store import reading, room_records, saving
from journey.store.access import give_role
from journey.store.backup_file import (
    CONTENTS,
    NUMBER,
    Contents,
    KeptChange,
    KeptVersion,
    KeptWorkshop,
    member_of,
    room_member_of,
)
from journey.store.engine import reading as in_one_moment
from journey.store.engine import writing as in_one_write
from journey.store.gate import OPEN, Gate, for_anybody
from journey.store.location import SQLITE
from journey.store.persons import masked
from journey.store.tables import changes, entities, members, named_versions, people, workshops
from journey.store.values import versions_after


class Standing(Enum):
    """How a workshop of a back-up stands to the store: not there, there as it is, there in another state, deleted there."""

    ABSENT = "absent"
    SAME = "same"
    OTHER = "other"
    DELETED = "deleted"


class Backups:
    """Back-ups of one database. Every method may raise StoreUnavailable."""

    def __init__(self, engine: Engine, gate: Gate = OPEN) -> None:
        self._engine = engine
        self._gate = gate

    @for_anybody
    def write(self) -> bytes:
        """The file: every workshop as of one moment, the deleted ones too; of a person all that it leads."""
        packed, names, rooms = BytesIO(), list[str](), dict[str, tuple[str, ...]]()
        with in_one_moment(self._engine) as connection, ZipFile(packed, "w", ZIP_DEFLATED) as file:
            for row in connection.execute(self._mine()):
                names.append(row.id)
                kept = KeptWorkshop.model_construct(
                    workshop=reading.document(connection, row.id), author=masked(row.author), created_at=row.created_at,
                    updated_at=row.updated_at, deleted_at=row.deleted_at, changes=tuple(_changes(connection, row.id)),
                    versions=tuple(_versions(connection, row.id)),
                )  # fmt: skip
                file.writestr(member_of(row.id), kept.model_dump_json(indent=1))
                of_workshop = room_records.records(connection, row.id)
                for record in of_workshop:
                    file.writestr(room_member_of(record.room.id), record.model_dump_json(indent=1))
                if of_workshop:
                    rooms[row.id] = tuple(record.room.id for record in of_workshop)
            called = {masked(row.browser): row.name for row in connection.execute(self._people())}
            contents = Contents(
                journey_backup=NUMBER, format_version=FORMAT_VERSION, made_at=datetime.now(UTC), people=called,
                workshops=tuple(names), rooms=rooms,
            )  # fmt: skip
            file.writestr(CONTENTS, contents.model_dump_json(indent=1))
        return packed.getvalue()

    @for_anybody
    def standing(self, kept: KeptWorkshop) -> Standing:
        """How a workshop of a back-up stands to what is here."""
        workshop_id = kept.workshop.frame.id
        with in_one_moment(self._engine) as connection:
            row = connection.execute(select(workshops).where(workshops.c.id == workshop_id)).one_or_none()
            if row is None:
                return Standing.ABSENT
            if self._gate.role(connection, workshop_id) is None:
                return Standing.OTHER  # somebody else's: nothing more is told of it
            if row.deleted_at and not kept.deleted_at:
                return Standing.DELETED
            is_same = row.sequence == len(kept.changes) and reading.document(connection, workshop_id) == kept.workshop
            there = room_records.room_ids(connection, workshop_id)
            is_same = is_same and all(record.room.id in there for record in kept.rooms)
        return Standing.SAME if is_same else Standing.OTHER

    @for_anybody
    def restore(self, kept: KeptWorkshop, called: dict[str, str]) -> None:
        """Put a workshop back under its own id, with its history, its versions, its rooms and the names of its people.
        AlreadyExists when the id is taken, be it by a deleted one."""
        workshop_id, written = kept.workshop.frame.id, dict[str, int]()
        for one in kept.changes:
            written.update(versions_after(one.change, one.sequence))
        with in_one_write(self._engine, workshop_id) as connection:
            saving.create(connection, kept.workshop, kept.author)
            if leads := self._gate.person or saving.name_of(kept.author):
                give_role(connection, workshop_id, leads, MemberRole.FACILITATOR)
            of = workshops.c.id == workshop_id
            connection.execute(update(workshops).where(of).values(
                sequence=len(kept.changes), created_at=kept.created_at, updated_at=kept.updated_at,
                deleted_at=kept.deleted_at,
            ))  # fmt: skip
            for entity_id, version in written.items():
                card = (entities.c.workshop == workshop_id) & (entities.c.id == entity_id)
                connection.execute(update(entities).where(card).values(version=version))
            rows = [
                {"workshop": workshop_id, "sequence": one.sequence, "at": one.at, "author": one.author,
                 "label": one.change.label, "change_id": one.change.id, "body": one.change.model_dump_json()}
                for one in kept.changes
            ]  # fmt: skip
            if rows:
                connection.execute(insert(changes), rows)
            names = [{**dict(one), "id": new_id(), "workshop": workshop_id} for one in kept.versions]
            if names:
                connection.execute(insert(named_versions), names)
            for record in kept.rooms:
                room_records.bring_back(connection, workshop_id, record)
            self._call(connection, {one.author for one in kept.changes}, called)

    def _mine(self) -> Select[Any]:
        query = select(workshops).order_by(workshops.c.id)
        if not self._gate.is_guarded:
            return query
        led = members.c.person == self._gate.person, members.c.role == MemberRole.FACILITATOR.value
        return query.where(workshops.c.id.in_(select(members.c.workshop).where(*led)))

    def _people(self) -> Select[Any]:
        """Of a person's back-up those who changed what is in it."""
        query = select(people)
        if not self._gate.is_guarded:
            return query
        mine = self._mine().with_only_columns(workshops.c.id).order_by(None)
        return query.where(people.c.browser.in_(select(changes.c.author).where(changes.c.workshop.in_(mine))))

    def _call(self, connection: Connection, authors: Iterable[str], called: dict[str, str]) -> None:
        add = sqlite.insert if self._engine.dialect.name == SQLITE else postgresql.insert
        for author in sorted(authors):
            if called.get(author):
                row = {"browser": author, "name": called[author], "at": datetime.now(UTC)}
                connection.execute(add(people).values(row).on_conflict_do_nothing())


def _changes(connection: Connection, workshop_id: str) -> Iterator[KeptChange]:
    query = select(changes).where(changes.c.workshop == workshop_id).order_by(changes.c.sequence)
    for one in map(reading.logged, connection.execute(query)):
        yield KeptChange.model_construct(sequence=one.sequence, at=one.at, author=masked(one.author), change=one.change)


def _versions(connection: Connection, workshop_id: str) -> Iterator[KeptVersion]:
    here = named_versions.c.workshop == workshop_id, named_versions.c.deleted_at.is_(None)
    for row in connection.execute(select(named_versions).where(*here).order_by(named_versions.c.sequence)):
        yield KeptVersion(sequence=row.sequence, name=row.name, author=masked(row.author), at=row.at)
