"""Earlier states of a workshop: worked out backwards from the log, one change taken back, everything taken back.

A change is logged with what stood there before and after, so each of them can be turned round; nothing is lost by it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journey.editing import Change, Edit, StaleChange, applied, change_of, difference, remove, revise
from journey.model import FRAME, KINDS, Entity, Frame, Reference, Workshop, references

Mentioned = tuple[object, ...]

TAKE_BACK = "take_back"
"""The label of a change that takes an older one back, whoever made it."""


@dataclass(frozen=True)
class Overwritten:
    """What was written later than the change that is taken back and would go with it: fields of a card by name, or
    the whole card (no fields)."""

    kind: str
    id: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class TakenBack:
    """How to take back a change now: the edits (none: nothing is left of it to take back) and what they overwrite."""

    edits: tuple[Edit, ...]
    overwritten: tuple[Overwritten, ...]


def go_back_label(sequence: int, version: str = "") -> str:
    """The label of a change that leads back to the state after change `sequence`, or to a version of this name."""
    return f"go_back_version:{version}" if version else f"go_back:{sequence}" if sequence else "go_back_begin"


def unfolded(workshop: Workshop, newest_first: Iterable[Change]) -> Workshop:
    """The workshop before these changes, the last of which led to it. StaleChange when they do not lead here."""
    held: dict[str, dict[str, Entity]] = {kind: {e.id: e for e in workshop.collection(kind)} for kind in KINDS}
    for change in newest_first:
        for edit in reversed(change.edits):
            if held[edit.kind].get(edit.id) != edit.after:
                raise StaleChange(edit.kind, edit.id, edit.before, held[edit.kind].get(edit.id), edit.after)
            if edit.before is None:
                del held[edit.kind][edit.id]
            else:
                held[edit.kind][edit.id] = edit.before
    frame = held.pop(FRAME)[workshop.frame.id]
    assert isinstance(frame, Frame)  # noqa: S101 - an edit keeps its kind; tells the type checker
    return workshop.exchanged({kind: entities.values() for kind, entities in held.items()}, frame)


def taken_back(workshop: Workshop, change: Change) -> TakenBack:
    """How to take back a logged change after which more may have happened: only the fields that it altered return to
    what they were, cards that it deleted come back, cards that it created go, with all that hangs on them by now. A
    card that was deleted since stays deleted: that is a change of its own, to be taken back by itself."""
    lost: list[Overwritten] = []
    back: list[Edit] = []
    created: list[str] = []
    for edit in _net(change):
        kind, now = workshop.places.get(edit.id, (edit.kind, None))
        if kind != edit.kind or (now is None and edit.after is not None):
            continue
        if now is None:
            back.append(Edit(kind=kind, id=edit.id, before=None, after=edit.before))
        elif edit.before is None:
            created.append(edit.id)
            lost += [Overwritten(kind, edit.id)] if now != edit.after else []
        elif edit.after is not None:
            card, fields = _merged(edit.before, edit.after, now)
            back.append(Edit(kind=kind, id=edit.id, before=now, after=card))
            lost += [Overwritten(kind, edit.id, fields)] if fields else []
    edits = _together(workshop, back, created)
    touched = {edit.id for edit in change.edits}
    lost += [_along(edit) for edit in edits if edit.id not in touched]
    return TakenBack(tuple(edits), tuple(lost))


def _net(change: Change) -> Iterator[Edit]:
    """One edit a card, from its first value to its last."""
    first: dict[tuple[str, str], Edit] = {}
    last: dict[tuple[str, str], Edit] = {}
    for edit in change.edits:
        first.setdefault((edit.kind, edit.id), edit)
        last[edit.kind, edit.id] = edit
    for (kind, entity_id), edit in first.items():
        before, after = edit.before, last[kind, entity_id].after
        if before != after:
            yield Edit(kind=kind, id=entity_id, before=before, after=after)


def _merged(before: Entity, after: Entity, now: Entity) -> tuple[Entity, tuple[str, ...]]:
    """The card with what one change did to it taken back, and the fields in which that overwrites something later."""
    known = references(type(now))
    fields: dict[str, object] = {}
    lost: list[str] = []
    for name in type(now).model_fields:
        old, new, held = (getattr(side, name) for side in (before, after, now))
        if old in (new, held):
            continue
        if held == new:
            fields[name] = old
        elif (named := known.get(name)) and named.many and _only_came_and_went(named, old, new):
            fields[name] = _mentions(named, old, new, held)
        else:
            fields[name] = old
            lost.append(name)
    return revise(now, **fields), tuple(lost)


def _mentions(named: Reference, old: Mentioned, new: Mentioned, held: Mentioned) -> Mentioned:
    """What a field names, with one change's comings and goings taken back; later ones stay."""
    came = {named.id_of(one) for one in new} - {named.id_of(one) for one in old}
    kept = [one for one in held if named.id_of(one) not in came]
    there = {named.id_of(one) for one in (*new, *kept)}
    return (*kept, *(one for one in old if named.id_of(one) not in there))


def _only_came_and_went(named: Reference, old: Mentioned, new: Mentioned) -> bool:
    before = {named.id_of(one): one for one in old}
    return all(before.get(named.id_of(one), one) == one for one in new)


def _together(workshop: Workshop, back: list[Edit], created: list[str]) -> list[Edit]:
    """The edits that do both: bring back and revise, and then remove with all that hangs on it."""
    change = change_of(back)
    then = applied(workshop, change) if change else workshop
    removal = change_of(remove(then, *created))
    return difference(workshop, applied(then, removal) if removal else then)


def _along(edit: Edit) -> Overwritten:
    """A card that the change never touched, and that loses something by its being taken back."""
    names = type(edit.before).model_fields if edit.before and edit.after else ()
    return Overwritten(
        edit.kind, edit.id, tuple(name for name in names if getattr(edit.before, name) != getattr(edit.after, name))
    )
