"""All workshops of a store in one file, and back: a zip of JSON that any store reads, whatever its database.

A workshop goes into it with its history and its named versions, a deleted one too. Browsers are replaced by checksums:
with its name somebody could go on as that browser. Live rooms stay behind: what was taken over from them is in the
workshop, and the rest is what people said on one day (`rooms.export` takes a room away). The file that comes back may be
anybody's, so it is read as values of the model, within limits, or not at all.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from io import BytesIO
from typing import Annotated, Any, Self
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from pydantic import AwareDatetime, Field, ValidationError, model_validator
from sqlalchemy import Connection, Engine, Select, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from journey.editing import Change, StaleChange
from journey.history import unfolded
from journey.model import FORMAT_VERSION, Id, Workshop, new_id
from journey.model.text import Line
from journey.model.values import Value
from journey.roles import MemberRole
from journey.store import reading, saving
from journey.store.access import give_role
from journey.store.engine import reading as in_one_moment
from journey.store.engine import writing as in_one_write
from journey.store.errors import BackupTooNew, UnreadableBackup
from journey.store.gate import OPEN, Gate, for_anybody
from journey.store.location import SQLITE
from journey.store.persons import masked
from journey.store.tables import changes, entities, members, named_versions, people, workshops
from journey.store.values import versions_after

BACKUP_SUFFIX = ".zip"
LARGEST = 200 * 1024 * 1024
"""Bytes of a back-up that is read; unpacked it may be five times as large."""

_NUMBER = 1
_CONTENTS = "backup.json"
_LARGEST_UNPACKED = 5 * LARGEST

SequenceNumber = Annotated[int, Field(ge=0)]


class KeptChange(Value):
    """A change of the log: its number, when (UTC), by whom."""

    sequence: SequenceNumber
    at: AwareDatetime
    author: Line
    change: Change


class KeptVersion(Value):
    """A named version: the state after change `sequence`."""

    sequence: SequenceNumber
    name: Line
    author: Line
    at: AwareDatetime


class KeptWorkshop(Value):
    """A workshop in a back-up: the document as it was, and the changes that led to it, oldest first."""

    workshop: Workshop
    author: Line
    created_at: AwareDatetime
    updated_at: AwareDatetime
    deleted_at: AwareDatetime | None
    changes: tuple[KeptChange, ...]
    versions: tuple[KeptVersion, ...]

    @model_validator(mode="after")
    def _leads_here(self) -> Self:
        if [one.sequence for one in self.changes] != list(range(1, len(self.changes) + 1)):
            raise ValueError("the changes are not numbered from 1 on")
        if len({one.change.id for one in self.changes}) < len(self.changes):
            raise ValueError("a change stands twice in the history")
        if any(version.sequence > len(self.changes) for version in self.versions):
            raise ValueError("a version names a state that never was")
        try:
            unfolded(self.workshop, (one.change for one in reversed(self.changes)))
        except (StaleChange, KeyError) as error:
            raise ValueError(f"the history does not lead to the workshop: {error}") from error
        return self


class _Contents(Value):
    journey_backup: int
    format_version: int
    made_at: AwareDatetime
    people: dict[Line, Line]
    workshops: tuple[Id, ...]


@dataclass(frozen=True)
class Backup:
    """What a back-up holds: when it was made (UTC), its workshops, what people are called, and the files that cannot be
    read."""

    made_at: datetime
    workshops: tuple[KeptWorkshop, ...]
    people: dict[str, str]
    damaged: tuple[str, ...]


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
        packed, names = BytesIO(), []
        with in_one_moment(self._engine) as connection, ZipFile(packed, "w", ZIP_DEFLATED) as file:
            for row in connection.execute(self._mine()):
                names.append(row.id)
                kept = KeptWorkshop.model_construct(
                    workshop=reading.document(connection, row.id), author=masked(row.author), created_at=row.created_at,
                    updated_at=row.updated_at, deleted_at=row.deleted_at, changes=tuple(_changes(connection, row.id)),
                    versions=tuple(_versions(connection, row.id)),
                )  # fmt: skip
                file.writestr(_member(row.id), kept.model_dump_json(indent=1))
            called = {masked(row.browser): row.name for row in connection.execute(self._people())}
            contents = _Contents(
                journey_backup=_NUMBER, format_version=FORMAT_VERSION, made_at=datetime.now(UTC), people=called,
                workshops=tuple(names),
            )  # fmt: skip
            file.writestr(_CONTENTS, contents.model_dump_json(indent=1))
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
        return Standing.SAME if is_same else Standing.OTHER

    @for_anybody
    def restore(self, kept: KeptWorkshop, called: dict[str, str]) -> None:
        """Put a workshop back under its own id, with its history, its versions and the names of its people. AlreadyExists
        when the id is taken, be it by a deleted one."""
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


def read_backup(data: bytes) -> Backup:
    """The back-up in a file. UnreadableBackup when it is none or too large, BackupTooNew when a newer app made it."""
    if len(data) > LARGEST:
        raise UnreadableBackup("too_large")
    try:
        with ZipFile(BytesIO(data)) as file:
            if sum(member.file_size for member in file.infolist()) > _LARGEST_UNPACKED:
                raise UnreadableBackup("too_large")
            contents = _contents(file)
            found, damaged = [], []
            for name in contents.workshops:
                try:
                    found.append(KeptWorkshop.model_validate_json(file.read(_member(name))))
                except (ValidationError, KeyError, BadZipFile, EOFError):
                    damaged.append(_member(name))
    except (BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise UnreadableBackup("no_backup") from error
    return Backup(contents.made_at, tuple(found), dict(contents.people), tuple(damaged))


def _contents(file: ZipFile) -> _Contents:
    try:
        raw = json.loads(file.read(_CONTENTS))
        number, version = int(raw["journey_backup"]), int(raw["format_version"])
        if number > _NUMBER or version > FORMAT_VERSION:
            raise BackupTooNew(f"{number}, {version}")
        return _Contents.model_validate_json(json.dumps(raw))
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableBackup("no_backup") from error


def _changes(connection: Connection, workshop_id: str) -> Iterator[KeptChange]:
    query = select(changes).where(changes.c.workshop == workshop_id).order_by(changes.c.sequence)
    for one in map(reading.logged, connection.execute(query)):
        yield KeptChange.model_construct(sequence=one.sequence, at=one.at, author=masked(one.author), change=one.change)


def _versions(connection: Connection, workshop_id: str) -> Iterator[KeptVersion]:
    here = named_versions.c.workshop == workshop_id, named_versions.c.deleted_at.is_(None)
    for row in connection.execute(select(named_versions).where(*here).order_by(named_versions.c.sequence)):
        yield KeptVersion(sequence=row.sequence, name=row.name, author=masked(row.author), at=row.at)


def _member(workshop_id: str) -> str:
    return f"workshops/{workshop_id}.json"
