"""A workshop's past: pages of its log, its state at any change, and the versions that people named."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, func, insert, or_, select, update

from journey.editing import FROM_FILE, StaleChange
from journey.history import unfolded
from journey.model import Entity, Workshop, new_id
from journey.roles import Right
from journey.store import reading
from journey.store.engine import reading as in_one_moment
from journey.store.engine import writing as in_one_write
from journey.store.errors import MissingChange, NoSuchVersion, Unreadable
from journey.store.gate import OPEN, VERSION, Gate, needs
from journey.store.saving import name_of
from journey.store.tables import changes, named_versions, workshops
from journey.store.values import Logged

PAGE = 50
_BATCH = 200  # rows that a search for words reads at a time


@dataclass(frozen=True, slots=True)
class Sought:
    """Which changes to list: by this author, of this kind of card, of these cards, with deletions, that hold all these
    words in a card's texts (case and accents aside), after a sequence number. Empty means any."""

    author: str = ""
    kind: str = ""
    cards: tuple[str, ...] = ()
    deletions: bool = False
    words: str = ""
    after: int = 0


@dataclass(frozen=True, slots=True)
class NamedVersion:
    """The state after change `sequence`, named by somebody. `at` is when it was named, in UTC."""

    id: str
    sequence: int
    name: str
    author: str
    at: datetime


class Past:
    """The past of the workshops of one database. Every method is one transaction and may raise StoreUnavailable and,
    apart from those about versions, NoSuchWorkshop."""

    def __init__(self, engine: Engine, gate: Gate = OPEN) -> None:
        self._engine = engine
        self._gate = gate

    @needs(Right.READ)
    def began(self, workshop_id: str) -> datetime:
        """When a workshop was put into this store; its history begins there."""
        with in_one_moment(self._engine) as connection:
            reading.sequence(connection, workshop_id)
            query = select(workshops.c.created_at).where(workshops.c.id == workshop_id)
            began: datetime = connection.execute(query).scalar_one()
            return began

    @needs(Right.READ)
    def page(
        self, workshop_id: str, sought: Sought | None = None, before: int | None = None, limit: int = PAGE
    ) -> tuple[Logged, ...]:
        """The last changes that are sought before a sequence number (or of all), newest first."""
        with in_one_moment(self._engine) as connection:
            reading.sequence(connection, workshop_id)
            rows = self._rows(connection, workshop_id, sought or Sought(), before, limit)
            return tuple(reading.logged(row) for row in rows)

    @needs(Right.READ)
    def at(self, workshop_id: str, sequence: int) -> Workshop:
        """A workshop as it was after change number `sequence` (0 = as it began). MissingChange when there is none such
        yet; Unreadable when the log does not lead to what is stored."""
        with in_one_moment(self._engine) as connection:
            now = reading.opened(connection, workshop_id)
            if not 0 <= sequence <= now.sequence:
                raise MissingChange(f"{workshop_id} has no change {sequence}")
            later = reading.since(connection, workshop_id, sequence)
        try:
            return unfolded(now.workshop, (entry.change for entry in reversed(later)))
        except StaleChange as error:
            raise Unreadable(f"the log of {workshop_id}: {error}") from error

    @needs(Right.READ)
    def counts(self, workshop_id: str, after: int = 0) -> dict[str, int]:
        """How many changes each author made after a sequence number, most first."""
        number = func.count().label("number")
        query = select(changes.c.author, number).where(changes.c.workshop == workshop_id, changes.c.sequence > after)
        query = query.group_by(changes.c.author).order_by(number.desc(), func.min(changes.c.sequence))
        with in_one_moment(self._engine) as connection:
            reading.sequence(connection, workshop_id)
            return {row.author: row.number for row in connection.execute(query)}

    @needs(Right.READ)
    def born(self, workshop_id: str, since: datetime) -> dict[str, datetime]:
        """When cards were made, by id, of those made since a moment. What a file, an undo or a redo brought may be older."""
        here = changes.c.workshop == workshop_id, changes.c.at >= since, changes.c.label != FROM_FILE
        query = select(changes.c.at, changes.c.body).where(*here, self._within('"before":null'))
        born: dict[str, datetime] = {}
        with in_one_moment(self._engine) as connection:
            reading.sequence(connection, workshop_id)
            for row in connection.execute(query.order_by(changes.c.sequence)):
                change = json.loads(row.body)
                if change["undoes"] is None and change["redoes"] is None:
                    for edit in change["edits"]:
                        if edit["before"] is None:
                            born.setdefault(edit["id"], row.at)
        return born

    @needs(Right.READ)
    def deleted(self, workshop_id: str) -> tuple[tuple[str, Entity], ...]:
        """The cards that are gone, with their kinds, as they were last; the one deleted last comes first."""
        with in_one_moment(self._engine) as connection:
            there = reading.opened(connection, workshop_id).workshop.places
            gone: dict[str, tuple[str, Entity]] = {}
            for row in connection.execute(self._query(workshop_id, Sought(deletions=True))):
                for edit in reversed(reading.logged(row).change.edits):
                    if edit.after is None and edit.before is not None and edit.id not in there:
                        gone.setdefault(edit.id, (edit.kind, edit.before))
        return tuple(gone.values())

    @needs(Right.EDIT)
    def keep_version(self, workshop_id: str, sequence: int, name: str, author: str) -> NamedVersion:
        """Give the state after a change a name. MissingChange when there is no such change yet."""
        kept = NamedVersion(new_id(), sequence, name_of(name)[:120].strip(), name_of(author), datetime.now(UTC))
        with in_one_write(self._engine, workshop_id) as connection:
            if not 0 <= sequence <= reading.sequence(connection, workshop_id):
                raise MissingChange(f"{workshop_id} has no change {sequence}")
            row = {field: getattr(kept, field) for field in NamedVersion.__slots__}
            connection.execute(insert(named_versions), {**row, "workshop": workshop_id})
        return kept

    @needs(Right.READ)
    def versions(self, workshop_id: str) -> tuple[NamedVersion, ...]:
        """The named versions of a workshop, latest state first."""
        columns = [named_versions.c[field] for field in NamedVersion.__slots__]
        here = named_versions.c.workshop == workshop_id, named_versions.c.deleted_at.is_(None)
        query = select(*columns).where(*here).order_by(named_versions.c.sequence.desc(), named_versions.c.id.desc())
        with in_one_moment(self._engine) as connection:
            return tuple(NamedVersion(**row._mapping) for row in connection.execute(query))

    @needs(Right.EDIT, VERSION)
    def rename_version(self, version_id: str, name: str) -> None:
        """Give a version another name. NoSuchVersion."""
        self._revise(version_id, name=name_of(name)[:120].strip())

    @needs(Right.EDIT, VERSION)
    def delete_version(self, version_id: str) -> None:
        """Take a version off the list; the state that it named stays in the log. NoSuchVersion."""
        self._revise(version_id, deleted_at=datetime.now(UTC))

    @needs(Right.EDIT, VERSION)
    def restore_version(self, version_id: str) -> None:
        """Put a deleted version back on the list. NoSuchVersion."""
        self._revise(version_id, deleted_at=None)

    def _revise(self, version_id: str, **fields: object) -> None:
        with in_one_write(self._engine, version_id) as connection:
            statement = update(named_versions).where(named_versions.c.id == version_id).values(**fields)
            if not connection.execute(statement).rowcount:
                raise NoSuchVersion(version_id)

    def _rows(
        self, connection: Connection, workshop_id: str, sought: Sought, before: int | None, limit: int
    ) -> Sequence[Row[Any]]:
        query = self._query(workshop_id, sought)
        words = reading.plain(sought.words).split()
        if not words:
            return connection.execute(_older(query, before).limit(limit)).all()
        found = (row for row in _in_batches(connection, query, before) if _says(row.body, words))
        return list(islice(found, limit))

    def _query(self, workshop_id: str, sought: Sought) -> Select[Any]:
        """Bodies are compact JSON in which no text can hold a bare quotation mark: their beginnings of edits, and what
        marks a deletion, are found as they stand, by a comparison that heeds case."""
        query = select(changes).where(changes.c.workshop == workshop_id, changes.c.sequence > sought.after)
        if sought.author:
            query = query.where(changes.c.author == sought.author)
        if sought.kind:
            query = query.where(self._within(f'{{"kind":"{sought.kind}","id":"'))
        if sought.cards:
            query = query.where(or_(*(self._within(f'","id":"{card}","before":') for card in sought.cards)))
        if sought.deletions:
            query = query.where(self._within('"after":null'))
        return query.order_by(changes.c.sequence.desc())

    def _within(self, part: str) -> ColumnElement[bool]:
        find = func.instr if self._engine.dialect.name == "sqlite" else func.strpos
        return find(changes.c.body, part) > 0


def _older(query: Select[Any], before: int | None) -> Select[Any]:
    return query if before is None else query.where(changes.c.sequence < before)


def _says(body: str, words: Sequence[str]) -> bool:
    """Whether the texts of a change's cards hold every word."""
    sides = (edit[side] for edit in json.loads(body)["edits"] for side in ("before", "after"))
    said = reading.plain("\n".join(text for side in sides for text in _texts(side)))
    return all(word in said for word in words)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _in_batches(connection: Connection, query: Select[Any], before: int | None) -> Iterator[Row[Any]]:
    while True:
        rows = connection.execute(_older(query, before).limit(_BATCH)).all()
        yield from rows
        if len(rows) < _BATCH:
            return
        before = rows[-1].sequence
