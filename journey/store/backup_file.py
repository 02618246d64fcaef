"""The file of a back-up: a zip of JSON, a file a workshop and a file a live room, as values of the model."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Annotated, Self
from zipfile import BadZipFile, ZipFile

from pydantic import AwareDatetime, Field, ValidationError, model_validator

from journey.editing import Change, StaleChange
from journey.history import unfolded
from journey.live import RoomRecord
from journey.model import FORMAT_VERSION, Id, Workshop
from journey.model.text import Line
from journey.model.values import Value
from journey.store.errors import BackupTooNew, UnreadableBackup

BACKUP_SUFFIX = ".zip"
LARGEST = 200 * 1024 * 1024
"""Bytes of a back-up that is read; unpacked it may be five times as large."""

NUMBER = 2
"""Back-ups of number 1 held no rooms; an app that knows no other would leave them out without a word."""
CONTENTS = "backup.json"
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
    """A workshop in a back-up: the document as it was, the changes that led to it, oldest first, and its live rooms, which
    lie in files of their own."""

    workshop: Workshop
    author: Line
    created_at: AwareDatetime
    updated_at: AwareDatetime
    deleted_at: AwareDatetime | None
    changes: tuple[KeptChange, ...]
    versions: tuple[KeptVersion, ...]
    rooms: Annotated[tuple[RoomRecord, ...], Field(exclude=True)] = ()

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


class Contents(Value):
    """The table of contents: the back-up's own format and the document's, and which files there are."""

    journey_backup: int
    format_version: int
    made_at: AwareDatetime
    people: dict[Line, Line]
    workshops: tuple[Id, ...]
    rooms: dict[Id, tuple[Id, ...]] = Field(default_factory=dict)


@dataclass(frozen=True)
class Backup:
    """What a back-up holds: when it was made (UTC), its workshops, what people are called, and the files that cannot be
    read."""

    made_at: datetime
    workshops: tuple[KeptWorkshop, ...]
    people: dict[str, str]
    damaged: tuple[str, ...]


def read_backup(data: bytes) -> Backup:
    """The back-up in a file. UnreadableBackup when it is none or too large, BackupTooNew when a newer app made it."""
    if len(data) > LARGEST:
        raise UnreadableBackup("too_large")
    try:
        with ZipFile(BytesIO(data)) as file:
            if sum(member.file_size for member in file.infolist()) > _LARGEST_UNPACKED:
                raise UnreadableBackup("too_large")
            contents = _contents(file)
            found, damaged = list[KeptWorkshop](), list[str]()
            for name in contents.workshops:
                try:
                    kept = KeptWorkshop.model_validate_json(file.read(member_of(name)))
                except (ValidationError, KeyError, BadZipFile, EOFError):
                    damaged.append(member_of(name))
                else:
                    rooms = tuple(_rooms(file, name, contents.rooms.get(name, ()), damaged))
                    found.append(kept.model_copy(update={"rooms": rooms}))
    except (BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise UnreadableBackup("no_backup") from error
    return Backup(contents.made_at, tuple(found), dict(contents.people), tuple(damaged))


def _rooms(file: ZipFile, workshop: str, names: Iterable[str], damaged: list[str]) -> Iterator[RoomRecord]:
    """The rooms of a workshop; those that cannot be read, or are another one's, are added to `damaged`."""
    for name in names:
        try:
            record = RoomRecord.model_validate_json(file.read(room_member_of(name)))
            if (record.room.id, record.room.workshop) != (name, workshop):
                raise KeyError(name)
        except (ValidationError, KeyError, BadZipFile, EOFError):
            damaged.append(room_member_of(name))
        else:
            yield record


def _contents(file: ZipFile) -> Contents:
    try:
        raw = json.loads(file.read(CONTENTS))
        number, version = int(raw["journey_backup"]), int(raw["format_version"])
        if number > NUMBER or version > FORMAT_VERSION:
            raise BackupTooNew(f"{number}, {version}")
        return Contents.model_validate_json(json.dumps(raw))
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableBackup("no_backup") from error


def member_of(workshop_id: str) -> str:
    """The file of a workshop."""
    return f"workshops/{workshop_id}.json"


def room_member_of(room_id: str) -> str:
    """The file of a room."""
    return f"rooms/{room_id}.json"
