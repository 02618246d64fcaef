"""Writing one workshop, inside a transaction that the caller has begun. Its row is locked first, so its log has no gaps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from journey.editing import Change, Edit
from journey.model import FRAME, KINDS, Entity, Frame, Workshop, clean_line
from journey.store.errors import AlreadyExists, Clash, Conflict, ImpossibleChange, NoSuchWorkshop, StoreUnavailable
from journey.store.reading import entity_of
from journey.store.tables import COUNTED, LINE_LENGTH, changes, entities, workshops
from journey.store.values import Opened, Saved, versions_after

_MANY = 500  # more ids than this are not asked for one by one


@dataclass(frozen=True, slots=True)
class _Step:
    """What a change does to one entity in all."""

    kind: str
    id: str
    before: Entity | None
    after: Entity | None


@dataclass(frozen=True, slots=True)
class _Held:
    kind: str
    version: int
    entity: Entity


def create(connection: Connection, workshop: Workshop, author: str) -> Opened:
    """Write a new workshop; all its entities get version 0. AlreadyExists when its frame's id is taken."""
    now = datetime.now(UTC)
    row = {"id": workshop.frame.id, "author": name_of(author), "sequence": 0, "created_at": now, "updated_at": now}
    counts = {kind: len(workshop.collection(kind)) for kind in COUNTED}
    try:
        connection.execute(insert(workshops), {**row, **counts, **_repeated(workshop.frame)})
    except IntegrityError as error:
        raise AlreadyExists(f"workshop {workshop.frame.id}") from error
    rows = [_row(workshop.frame.id, kind, entity, 0) for kind in KINDS for entity in workshop.collection(kind)]
    connection.execute(insert(entities), rows)
    return Opened(workshop, 0, {row["id"]: 0 for row in rows})


def save(connection: Connection, workshop_id: str, change: Change, versions: Mapping[str, int], author: str) -> Saved:
    """Write a change and log it. See Store.save."""
    locked = select(workshops.c.sequence).where(workshops.c.id == workshop_id, workshops.c.deleted_at.is_(None))
    sequence = connection.execute(locked.with_for_update()).scalar_one_or_none()
    if sequence is None:
        raise NoSuchWorkshop(workshop_id)
    body = change.model_dump_json()
    of_change = changes.c.workshop == workshop_id, changes.c.change_id == change.id
    first = connection.execute(select(changes.c.sequence, changes.c.body).where(*of_change)).one_or_none()
    if first is not None:
        if first.body != body:
            raise AlreadyExists(f"another change with the id {change.id}")
        return Saved(first.sequence, versions_after(change, first.sequence))
    steps = _steps(change, workshop_id)
    held = _held(connection, workshop_id, sorted({step.id for step in steps}))
    clashes = tuple(_clashes(steps, held, versions))
    if clashes:
        raise Conflict(clashes)
    sequence += 1
    _write(connection, workshop_id, steps, versions, sequence)
    _note(connection, workshop_id, steps, sequence)
    entry = {"workshop": workshop_id, "sequence": sequence, "at": datetime.now(UTC), "author": name_of(author)}
    connection.execute(insert(changes), {**entry, "label": change.label, "change_id": change.id, "body": body})
    return Saved(sequence, versions_after(change, sequence))


def name_of(text: str) -> str:
    """A name that any database can hold: one clean line of at most 200 characters."""
    return str(clean_line(text))[:LINE_LENGTH]


def _steps(change: Change, workshop_id: str) -> list[_Step]:
    steps: dict[tuple[str, str], _Step] = {}
    for edit in change.edits:
        _check_frame(edit, workshop_id)
        earlier = steps.get((edit.kind, edit.id))
        if earlier and earlier.after != edit.before:
            raise ImpossibleChange(
                f"{edit.kind} {edit.id} is edited twice, and the second edit does not follow on the first"
            )
        steps[edit.kind, edit.id] = _Step(edit.kind, edit.id, earlier.before if earlier else edit.before, edit.after)
    left = [step.id for step in steps.values() if step.after is not None]
    if len(set(left)) < len(left):
        raise ImpossibleChange("an id is given to two entities")
    return list(steps.values())


def _check_frame(edit: Edit, workshop_id: str) -> None:
    revises = edit.before is not None and edit.after is not None and edit.id == workshop_id
    if edit.kind == FRAME and not revises:
        raise ImpossibleChange("a workshop keeps its one frame")


def _held(connection: Connection, workshop_id: str, ids: list[str]) -> dict[str, _Held]:
    query = select(entities).where(entities.c.workshop == workshop_id)
    if len(ids) <= _MANY:
        query = query.where(entities.c.id.in_(ids))
    wanted = set(ids)
    rows = (row for row in connection.execute(query) if row.id in wanted)
    return {row.id: _Held(row.kind, row.version, entity_of(row.kind, row.id, row.body)) for row in rows}


def _clashes(steps: Sequence[_Step], held: Mapping[str, _Held], versions: Mapping[str, int]) -> Iterable[Clash]:
    freed = {(step.kind, step.id) for step in steps if step.after is None}
    for step in steps:
        theirs = held.get(step.id)
        if theirs is None:
            as_seen = step.before is None
        elif step.before is None:
            # A card that the same change deletes may come back as one of another kind.
            as_seen = theirs.kind != step.kind and (theirs.kind, step.id) in freed
        else:
            # The version says whether it was written since; the value, whether the log will tell the truth.
            as_seen = theirs.version == versions.get(step.id) and theirs.entity == step.before
        if not as_seen:
            yield Clash(step.kind, step.id, base=step.before, mine=step.after, theirs=theirs.entity if theirs else None)


def _write(
    connection: Connection, workshop_id: str, steps: Iterable[_Step], versions: Mapping[str, int], sequence: int
) -> None:
    """Compare and swap: every statement names the version that it replaces."""
    gone, revised, new = [], [], []
    for step in steps:
        seen = {"of": workshop_id, "card": step.id, "seen": versions.get(step.id)}
        if step.before is not None and step.after is not None:
            revised.append({**seen, "version": sequence, "body": step.after.model_dump_json()})
        elif step.before is not None:
            gone.append(seen)
        elif step.after is not None:
            new.append(_row(workshop_id, step.kind, step.after, sequence))
    same = _same_version()
    for statement, rows in ((delete(entities).where(same), gone), (update(entities).where(same), revised)):
        if rows and connection.execute(statement, rows).rowcount != len(rows):
            raise StoreUnavailable("locked", f"{workshop_id} was written by somebody else at the same moment")
    if new:
        connection.execute(insert(entities), new)


def _same_version() -> ColumnElement[bool]:
    card = (entities.c.workshop == bindparam("of")) & (entities.c.id == bindparam("card"))
    return card & (entities.c.version == bindparam("seen"))


def _note(connection: Connection, workshop_id: str, steps: Iterable[_Step], sequence: int) -> None:
    """What the workshop's own row repeats."""
    fields: dict[str, Any] = {"sequence": sequence, "updated_at": datetime.now(UTC)}
    more = dict.fromkeys(COUNTED, 0)
    for step in steps:
        if isinstance(step.after, Frame):
            fields.update(_repeated(step.after))
        elif step.kind in more:
            more[step.kind] += (step.after is not None) - (step.before is not None)
    fields.update({kind: workshops.c[kind] + number for kind, number in more.items() if number})
    connection.execute(update(workshops).where(workshops.c.id == workshop_id).values(**fields))


def _repeated(frame: Frame) -> dict[str, str]:
    return {"title": frame.title, "organisation": frame.organisation, "language": frame.language.value}


def _row(workshop_id: str, kind: str, entity: Entity, version: int) -> dict[str, Any]:
    body = entity.model_dump_json()
    return {"workshop": workshop_id, "kind": kind, "id": entity.id, "version": version, "body": body}
