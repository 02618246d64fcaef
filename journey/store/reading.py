"""Reading one workshop and the list of them, inside a transaction that the caller has begun."""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Row, bindparam, select

from journey.editing import Change
from journey.model import FORMAT_VERSION, FRAME, KINDS, Entity, Language, UnreadableWorkshop, Workshop, lines
from journey.roles import MemberRole, Right
from journey.store.errors import NoSuchWorkshop, Unreadable
from journey.store.tables import changes, entities, members, workshops
from journey.store.values import Logged, Opened, WorkshopSummary, versions_after

_LISTED = [workshops.c[field] for field in WorkshopSummary.__slots__ if field != "tags"]
_FRAMES = (entities.c.workshop == workshops.c.id) & (entities.c.id == workshops.c.id)
# What is stored is immutable values, so tabs that read the same text share what it says.
_SHARED_DOCUMENTS, _SHARED_CHANGES = 8, 500
# Every tab asks for it every few seconds: put together once.
_SEQUENCE = select(workshops.c.sequence).where(workshops.c.id == bindparam("id"), workshops.c.deleted_at.is_(None))


def listed(
    connection: Connection, search: str, deleted: bool, person: str | None = None
) -> tuple[WorkshopSummary, ...]:
    """The workshops whose title, organisation or tags hold every word of the search, last changed first; with a
    person those in which it has a role that may see them, of deleted ones those that it leads. Case and accents do not count: no database compares umlauts like another, so this is done here."""
    words = plain(search).split()
    state = workshops.c.deleted_at.is_not(None) if deleted else workshops.c.deleted_at.is_(None)
    query = (
        select(*_LISTED, entities.c.body)
        .join(entities, _FRAMES, isouter=True)
        .where(state)
        .order_by(workshops.c.updated_at.desc(), workshops.c.id.desc())
    )
    if person is not None:
        right = Right.LEAD if deleted else Right.READ
        roles = [role.value for role in MemberRole if role.may(right)]
        mine = select(members.c.workshop).where(members.c.person == person, members.c.role.in_(roles))
        query = query.where(workshops.c.id.in_(mine))
    found = [_summary(row._mapping) for row in connection.execute(query)]
    return tuple(one for one in found if _holds(" ".join((one.title, one.organisation, *one.tags)), words))


def _summary(row: Mapping[Any, Any]) -> WorkshopSummary:
    fields = {field: value for field, value in row.items() if field != "body"}
    return WorkshopSummary(**{**fields, "language": Language(row["language"])}, tags=_tags(row["body"]))


def _tags(frame: str | None) -> tuple[str, ...]:
    """The tags in the stored body of a frame; none where nothing of the kind can be read, as of a workshop that nothing opens."""
    try:
        said = json.loads(frame or "{}").get("tags", "")
    except (ValueError, AttributeError):
        return ()
    return tuple({plain(tag): tag for tag in reversed(lines(str(said)))}.values())[::-1]


def opened(connection: Connection, workshop_id: str) -> Opened:
    """A workshop as it is stored now. NoSuchWorkshop; Unreadable when a body does not fit the model."""
    now = sequence(connection, workshop_id)
    rows = _rows(connection, workshop_id)
    return Opened(_document(workshop_id, rows), now, {row.id: row.version for row in rows})


def document(connection: Connection, workshop_id: str) -> Workshop:
    """A workshop as it is stored now, be it deleted. Unreadable when a body does not fit the model."""
    return _document(workshop_id, _rows(connection, workshop_id))


def sequence(connection: Connection, workshop_id: str) -> int:
    """The number of the last change, 0 before the first. NoSuchWorkshop."""
    number: int | None = connection.execute(_SEQUENCE, {"id": workshop_id}).scalar_one_or_none()
    if number is None:
        raise NoSuchWorkshop(workshop_id)
    return number


def since(connection: Connection, workshop_id: str, number: int) -> tuple[Logged, ...]:
    """The changes after a sequence number, oldest first. NoSuchWorkshop."""
    sequence(connection, workshop_id)
    newer = select(changes).where(changes.c.workshop == workshop_id, changes.c.sequence > number)
    return tuple(logged(row) for row in connection.execute(newer.order_by(changes.c.sequence)))


def log(connection: Connection, workshop_id: str, limit: int) -> tuple[Logged, ...]:
    """The last changes, newest last. NoSuchWorkshop."""
    sequence(connection, workshop_id)
    last = select(changes).where(changes.c.workshop == workshop_id).order_by(changes.c.sequence.desc()).limit(limit)
    return tuple(logged(row) for row in reversed(connection.execute(last).all()))


def entity_of(kind: str, entity_id: str, body: str) -> Entity:
    """The entity in a stored body. Unreadable when it does not fit the model."""
    try:
        return KINDS[kind].model_validate_json(body)
    except (KeyError, ValidationError) as error:
        raise Unreadable(f"{kind} {entity_id}") from error


def _rows(connection: Connection, workshop_id: str) -> Sequence[Row[Any]]:
    return connection.execute(select(entities).where(entities.c.workshop == workshop_id)).all()


def _document(workshop_id: str, rows: Sequence[Row[Any]]) -> Workshop:
    """One JSON text for the whole document: read in one go, several times faster than body by body."""
    bodies: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for row in rows:
        bodies.setdefault(row.kind, []).append(row.body)
    lists = (f'"{kind}":[{",".join(held)}]' for kind, held in bodies.items() if kind != FRAME)
    frame = ",".join(bodies[FRAME]) or "null"
    try:
        return _read(f'{{"format_version":{FORMAT_VERSION},"{FRAME}":{frame},{",".join(lists)}}}')
    except UnreadableWorkshop as error:
        raise Unreadable(f"{workshop_id}: {error}") from error


@lru_cache(_SHARED_DOCUMENTS)
def _read(document: str) -> Workshop:
    return Workshop.from_json(document)


def logged(row: Row[Any]) -> Logged:
    """The entry in a row of the log. Unreadable when it does not fit the model."""
    try:
        change = _change(row.body)
    except ValidationError as error:
        raise Unreadable(f"change {row.sequence} of {row.workshop}") from error
    return Logged(row.sequence, row.at, row.author, change, versions_after(change, row.sequence))


@lru_cache(_SHARED_CHANGES)
def _change(body: str) -> Change:
    return Change.model_validate_json(body)


def _holds(text: str, words: Iterable[str]) -> bool:
    bare = plain(text)
    return all(word in bare for word in words)


def plain(text: str) -> str:
    """A text for comparing: without case and accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
