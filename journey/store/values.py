"""What the store hands out, and the pure arithmetic on it: folding in logged changes, settling a conflict."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from journey.editing import Change, Edit, applied, change_of
from journey.model import Language, Workshop
from journey.store.errors import Conflict, MissingChange


@dataclass(frozen=True, slots=True)
class WorkshopSummary:
    """A workshop in the list: what its start-page card needs, without opening it. Times are UTC. `tags` are as they stand in its
    frame, without those that differ by nothing but case."""

    id: str
    title: str
    organisation: str
    language: Language
    created_at: datetime
    updated_at: datetime
    touchpoints: int
    personas: int
    goals: int
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A workshop as stored after its change number `sequence` (0 = as created), with each entity's version by id."""

    workshop: Workshop
    sequence: int
    versions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved change: its sequence number and the new versions of what it touched; deleted entities have none."""

    sequence: int
    versions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Logged:
    """A change in the log: when (UTC), by whom, and the versions that it gave."""

    sequence: int
    at: datetime
    author: str
    change: Change
    versions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class OwnerLink:
    """A link to the page of one owner's actions in a workshop, since when (UTC). `secret` is known when it was just made."""

    id: str
    workshop: str
    owner: str
    at: datetime
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class LastPlace:
    """Where a browser was last: workshop (None = the start page), page and interface language."""

    workshop: str | None
    page: str
    language: str


def versions_after(change: Change, sequence: int) -> dict[str, int]:
    """The versions that a change gives when it is saved with this sequence number."""
    left = {(edit.kind, edit.id): edit.after for edit in change.edits}
    return {entity_id: sequence for (_, entity_id), after in left.items() if after is not None}


def folded(opened: Opened, logged: Iterable[Logged]) -> Opened:
    """The workshop after logged changes. Those that it already holds are passed over. MissingChange at a gap."""
    workshop, sequence, versions = opened.workshop, opened.sequence, dict(opened.versions)
    for entry in logged:
        if entry.sequence <= sequence:
            continue
        if entry.sequence != sequence + 1:
            raise MissingChange(f"change {entry.sequence} does not follow on {sequence}")
        workshop, sequence = applied(workshop, entry.change), entry.sequence
        for edit in entry.change.edits:
            versions.pop(edit.id, None)
        versions.update(entry.versions)
    return Opened(workshop, sequence, versions)


def settled(change: Change, conflict: Conflict, keep_mine: Collection[str]) -> Change | None:
    """The change to save after a conflict: clashing entities named in `keep_mine` get my value on top of theirs,
    the others stay theirs, all else is as it was. None when nothing is left. Save it with caught-up versions."""
    clashing = {clash.id for clash in conflict.conflicts}
    edits = [edit for edit in change.edits if edit.id not in clashing]
    for clash in conflict.conflicts:
        if clash.id in keep_mine and clash.mine != clash.theirs:
            edits.append(Edit(kind=clash.kind, id=clash.id, before=clash.theirs, after=clash.mine))
    return change_of(edits, change.label)
