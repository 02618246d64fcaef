"""Changes: the only way a workshop becomes another one. Pure values; the store and the undo history are made of them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Self

from pydantic import Field, SerializeAsAny, model_validator

from journey.model import (
    CARDS,
    COLLECTIONS,
    FRAME,
    KINDS,
    NUMBER_LIMIT,
    Entity,
    Frame,
    Id,
    Touchpoint,
    Value,
    Workshop,
    mentions,
    new_id,
    references,
)

EDIT = "edit"
"""The label of a change whose name follows from its edits (see history.describe)."""

FROM_FILE = "import"
"""The label of a change that takes over what a file says."""

FROM_SHEET = "sheet"
"""The label of a change that adds the cards of a stranger's sheet."""


class StaleChange(ValueError):
    """A change was based on other values than the workshop holds; `kind`, `id`, `base`, `mine` and `theirs` say which."""

    def __init__(
        self, kind: str, entity_id: str, mine: Entity | None, theirs: Entity | None, base: Entity | None
    ) -> None:
        super().__init__(f"{kind} {entity_id} was changed meanwhile")
        self.kind, self.id, self.mine, self.theirs, self.base = kind, entity_id, mine, theirs, base


class Edit(Value):
    """One entity before and after: None before = created, None after = deleted. Both None is refused."""

    kind: str
    id: Id
    before: SerializeAsAny[Entity] | None = None
    after: SerializeAsAny[Entity] | None = None

    @model_validator(mode="before")
    @classmethod
    def _typed(cls, data: Any) -> Any:
        """JSON carries plain objects: read them as the kind's own entity."""
        if not isinstance(data, dict):
            return data
        entity = KINDS.get(data.get("kind", ""))
        if entity is None:
            raise ValueError(f"unknown kind {data.get('kind')!r}")
        sides = {side: data.get(side) for side in ("before", "after")}
        return {**data, **{side: entity.model_validate(v) if isinstance(v, dict) else v for side, v in sides.items()}}

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.before is None and self.after is None:
            raise ValueError("an edit needs a value before or after")
        for value in (self.before, self.after):
            if value is not None and value.id != self.id:
                raise ValueError("an edit keeps its entity's id")
            if value is not None and type(value) is not KINDS[self.kind]:
                raise ValueError(f"an edit of {self.kind} cannot hold a {type(value).__name__}")
        return self


class Change(Value):
    """A labelled set of edits, applied as a whole. `id` makes a repeated save harmless. `label` is a key of texts
    ("history.label.<label>"); `undoes` and `redoes` name the log sequence number that this change takes back or repeats."""

    id: Id
    label: str = EDIT
    edits: Annotated[tuple[Edit, ...], Field(min_length=1)]
    undoes: int | None = None
    redoes: int | None = None

    def inverse(self) -> Self:
        """The change that takes this one back."""
        edits = tuple(Edit(kind=e.kind, id=e.id, before=e.after, after=e.before) for e in reversed(self.edits))
        return type(self)(id=new_id(), label=self.label, edits=edits)


def change_of(edits: Iterable[Edit], label: str = EDIT) -> Change | None:
    """A change of those edits that alter anything; None when nothing is left."""
    kept = tuple(edit for edit in edits if edit.before != edit.after)
    return Change(id=new_id(), label=label, edits=kept) if kept else None


def applied(workshop: Workshop, change: Change) -> Workshop:
    """The workshop after a change. StaleChange when an edit's `before` is not what the workshop holds; ValueError when
    the change would use an id twice or exchange the frame for another one."""
    held: dict[str, dict[str, Entity]] = {}
    for edit in change.edits:
        if edit.kind not in held:
            held[edit.kind] = {entity.id: entity for entity in workshop.collection(edit.kind)}
        _apply(held[edit.kind], edit)
    frames = held.pop(FRAME, {workshop.frame.id: workshop.frame})
    frame = frames.get(workshop.frame.id)
    if len(frames) != 1 or not isinstance(frame, Frame):
        raise ValueError("a workshop keeps its one frame")
    return workshop.exchanged({kind: entities.values() for kind, entities in held.items()}, frame)


def _apply(held: dict[str, Entity], edit: Edit) -> None:
    theirs = held.get(edit.id)
    if theirs != edit.before:
        raise StaleChange(edit.kind, edit.id, mine=edit.after, theirs=theirs, base=edit.before)
    if edit.after is None:
        del held[edit.id]
    else:
        held[edit.id] = edit.after


def kind_of(entity: Entity) -> str:
    """The collection that an entity belongs to."""
    return next(kind for kind, type_ in KINDS.items() if type(entity) is type_)


def put(workshop: Workshop, *entities: Entity) -> list[Edit]:
    """Edits that create or replace entities (by id)."""
    return [Edit(kind=kind_of(e), id=e.id, before=workshop.find(e.id), after=e) for e in entities]


def revise(entity: Entity, **fields: object) -> Entity:
    """The entity with fields exchanged and validated. pydantic.ValidationError names a field that does not fit."""
    return type(entity).model_validate({**dict(entity), **fields})


def remove(workshop: Workshop, *entity_ids: str) -> list[Edit]:
    """Edits that delete entities and everything that cannot stand without them (relations, citations, …);
    what merely mentions them is revised. Ids that are gone are passed over."""
    gone = {entity_id: workshop.places[entity_id][0] for entity_id in entity_ids if entity_id in workshop.places}
    edits: dict[str, Edit] = {}
    while True:
        found = [e for e in _casualties(workshop, gone) if e.id not in edits or e.after != edits[e.id].after]
        if not found:
            return list(edits.values())
        edits.update({edit.id: edit for edit in found})
        gone |= {edit.id: edit.kind for edit in found if edit.after is None}


def _casualties(workshop: Workshop, gone: Mapping[str, str]) -> Iterable[Edit]:
    """The edits of what is gone, whose kinds stand by their ids, and of what names it."""
    for kind in COLLECTIONS:
        for entity in workshop.collection(kind):
            after = None if entity.id in gone else _without(entity, gone)
            if after != entity:
                yield Edit(kind=kind, id=entity.id, before=entity, after=after)


def _without(entity: Entity, gone: Mapping[str, str]) -> Entity | None:
    """The entity without its mentions of what is gone; None when it cannot stand without it. What bears the id of something
    that is not of the kind which a field names is not meant by it."""
    known, lost = references(type(entity)), dict[str, set[str]]()
    for one in mentions(entity):
        if one.id in gone and one.target in (CARDS, gone[one.id]):
            lost.setdefault(one.field, set()).add(one.id)
    if any(known[field].needed for field in lost):
        return None
    rest = {field: known[field].without(getattr(entity, field), ids) for field, ids in lost.items()}
    return revise(entity, **rest) if rest else entity


def next_rank(entities: Sequence[Entity]) -> float:
    """A rank behind all of these."""
    return min(NUMBER_LIMIT, float(int(max((entity.rank for entity in entities), default=0.0)) + 1))


def reordered(workshop: Workshop, kind: str, order: Sequence[str]) -> list[Edit]:
    """Edits that put the named entities of a kind into this order, in the places that they hold together; others stay.
    Only where equal ranks stand in the way are the others' ranks revised too."""
    held = {entity.id: entity for entity in workshop.collection(kind)}
    chosen = [held[entity_id] for entity_id in dict.fromkeys(order) if entity_id in held]
    arriving = iter(chosen)
    moving = {entity.id for entity in chosen}
    wanted = [next(arriving) if entity_id in moving else entity for entity_id, entity in held.items()]
    ranks = [entity.rank for entity in held.values()]
    keys = [(rank, entity.id) for rank, entity in zip(ranks, wanted, strict=True)]
    if keys != sorted(keys):
        ranks = [float(place) for place in range(1, len(ranks) + 1)]
    placed = ((entity, rank) for entity, rank in zip(wanted, ranks, strict=True) if entity.rank != rank)
    return [Edit(kind=kind, id=e.id, before=e, after=revise(e, rank=rank)) for e, rank in placed]


def shifted(workshop: Workshop, touchpoint: Touchpoint, step: int) -> list[Edit]:
    """Edits that move a touchpoint so many places among those of its phase, later for a positive step; none where that
    would lead beyond the first or the last one."""
    here = [one.id for one in workshop.touchpoints if one.phase == touchpoint.phase]
    place = here.index(touchpoint.id) + step
    if not 0 <= place < len(here):
        return []
    here.remove(touchpoint.id)
    here.insert(place, touchpoint.id)
    return reordered(workshop, "touchpoints", here)


def placed(
    workshop: Workshop, cards: Sequence[str], phase: str, *, beside: str = "", after: bool = False
) -> list[Edit]:
    """Edits that put touchpoints and opportunities into a phase, in the order in which they are named: before one of its
    cards or after it, and behind all where none of their kind is named. Others stay as they are, unless equal ranks
    leave no room between them."""
    edits: list[Edit] = []
    for kind in ("touchpoints", "opportunities"):
        held = {card.id: card for card in workshop.collection(kind)}
        moving = [held[card] for card in dict.fromkeys(cards) if card in held]
        here = [card for card in held.values() if getattr(card, "phase", "") == phase and card.id not in cards]
        place = next((n + after for n, card in enumerate(here) if card.id == beside), len(here))
        ranks = _between(here[:place], here[place:], len(moving))
        row = [(card, rank) for card, rank in zip(moving, ranks, strict=True)]
        if ranks != sorted(set(ranks)) or any(card.rank in ranks for card in here):
            row = [(card, float(rank)) for rank, card in enumerate([*here[:place], *moving, *here[place:]], 1)]
        edits += put(workshop, *(revise(card, phase=phase, rank=rank) for card, rank in row))
    return [edit for edit in edits if edit.before != edit.after]


def _between(before: Sequence[Entity], behind: Sequence[Entity], count: int) -> list[float]:
    """So many ranks between those of two neighbours."""
    low = before[-1].rank if before else behind[0].rank - count - 1 if behind else 0.0
    high = behind[0].rank if behind else low + count + 1
    return [
        max(-NUMBER_LIMIT, min(NUMBER_LIMIT, low + (high - low) * place / (count + 1))) for place in range(1, count + 1)
    ]


def copied(workshop: Workshop, **frame: object) -> Workshop:
    """A workshop with a new id, and with other fields of its frame if asked for. Its cards keep their ids; what cites the
    frame follows it."""
    new = Frame.model_validate({**dict(workshop.frame), "id": new_id(), **frame})
    cited = [revise(c, card=new.id) if c.card == workshop.frame.id else c for c in workshop.citations]
    return workshop.exchanged({"citations": cited}, new)


def difference(old: Workshop, new: Workshop) -> list[Edit]:
    """Edits that turn one workshop into another. The frame keeps the old id."""
    edits = []
    for kind in KINDS:
        before = {entity.id: entity for entity in old.collection(kind)}
        after = {entity.id: entity for entity in new.collection(kind)}
        if kind == FRAME:
            after = {old.frame.id: revise(new.frame, id=old.frame.id)}
        for entity_id in [*after, *(gone for gone in before if gone not in after)]:
            if before.get(entity_id) != after.get(entity_id):
                edits.append(Edit(kind=kind, id=entity_id, before=before.get(entity_id), after=after.get(entity_id)))
    return edits
