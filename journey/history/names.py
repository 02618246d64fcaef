"""The human name of a change, in the language of whoever reads it: "Touchpoint “Newsletter” moved to Contact"."""

from collections import Counter
from collections.abc import Mapping, Sequence

from journey.editing import Change, Edit, kind_of
from journey.history.past import TAKE_BACK
from journey.history.words import NOTHING, Describer
from journey.model import FRAME, KINDS, Entity, Frame, Language, Workshop, references
from journey.phases import PhaseModel
from journey.texts import has, number, text

SHORT = 40
"""Values longer than this are not spelt out in a change's name."""

_HANGERS_ON = ("relations", "citations")


def describe(change: Change, workshop: Workshop | None, language: Language, model: PhaseModel) -> str:
    """What a change did, in one line. `workshop` is any later or earlier state: it lends names to what is mentioned.
    An undo is named after what it took back, a redo after what it repeats."""
    forward = change.inverse() if change.undoes is not None else change
    sides = (side for edit in forward.edits for side in (edit.before, edit.after) if side is not None)
    describer = Describer(workshop, model, language, more={side.id: side for side in sides})
    what = _labelled(forward, describer) or _of_edits(_net(forward.edits), describer)
    mark = "undone" if change.undoes is not None else "redone" if change.redoes is not None else None
    return text(f"history.{mark}", language, what=what) if mark else what


def is_deletion(edits: Sequence[Edit]) -> bool:
    """Whether cards were deleted, and nothing else was done but what follows from that."""
    return any(edit.after is None for edit in edits) and all(
        edit.after is None or _only_mentions(edit) for edit in edits
    )


def card_name(card: Entity, workshop: Workshop | None, language: Language, model: PhaseModel) -> str:
    """What a card is called by the people in the room; "" when nobody named it."""
    return Describer(workshop, model, language).name(card)


def _labelled(change: Change, describer: Describer) -> str | None:
    """The words of a change's label; what stands behind a colon in it is named in them."""
    label, _, about = change.label.partition(":")
    key = f"history.label.{label}"
    if not has(key, describer.language):
        return None
    if label == TAKE_BACK:
        return text(key, describer.language, what=_of_edits(_net(change.inverse().edits), describer))
    frame = next((edit.after for edit in change.edits if isinstance(edit.after, Frame)), None)
    name = describer.model_name(frame.phase_model) if frame else NOTHING
    return text(key, describer.language, model=name, count=number(len(change.edits), describer.language), about=about)


def _net(edits: Sequence[Edit]) -> list[Edit]:
    """One edit a card, from its first value to its last; what came and went, or came back, is left out."""
    first: dict[str, Edit] = {}
    last: dict[str, Edit] = {}
    for edit in edits:
        first.setdefault(edit.id, edit)
        last[edit.id] = edit
    pairs = [(first[key], last[key]) for key in first if first[key].before != last[key].after]
    return [Edit(kind=one.kind, id=one.id, before=one.before, after=other.after) for one, other in pairs
            if one.kind == other.kind]  # fmt: skip


def _of_edits(edits: list[Edit], describer: Describer) -> str:
    if is_deletion(edits):
        return _deletion([edit for edit in edits if edit.after is None], describer)
    if len(edits) == 1:
        return _one(edits[0], describer)
    kinds = Counter(edit.kind for edit in edits)
    if all(_changed(edit) == {"rank"} for edit in edits):
        names = ", ".join(text(f"fields.plural.{kind}", describer.language) for kind in kinds)
        return text("history.order", describer.language, what=names)
    deed = "created" if all(edit.before is None for edit in edits) else "changed"
    return text(f"history.many.{deed}", describer.language, what=counted(kinds, describer.language))


def _changed(edit: Edit) -> set[str]:
    """The fields that differ; empty when a side is missing."""
    if edit.before is None or edit.after is None:
        return set()
    fields = type(edit.after).model_fields
    return {name for name in fields if getattr(edit.before, name) != getattr(edit.after, name)}


def _only_mentions(edit: Edit) -> bool:
    """Whether a card merely stopped mentioning something, as after a deletion."""
    named = references(KINDS[edit.kind]).values()
    return edit.before is not None and _changed(edit) <= {one.field for one in named if one.to_card and not one.needed}


def _deletion(deleted: list[Edit], describer: Describer) -> str:
    """What was meant, and what had to go with it."""
    order = [*(kind for kind in KINDS if kind not in _HANGERS_ON), *_HANGERS_ON]
    kinds = Counter(edit.kind for edit in deleted)
    main = min(kinds, key=order.index)
    meant = [edit for edit in deleted if edit.kind == main]
    rest = Counter({kind: count for kind, count in kinds.items() if kind != main})
    if len(meant) == 1 and meant[0].before is not None:
        what = _titled("history.one.deleted", meant[0].before, describer)
    else:
        what = text("history.many.deleted", describer.language, what=counted({main: len(meant)}, describer.language))
    return (
        text("history.along", describer.language, what=what, rest=counted(rest, describer.language)) if rest else what
    )


def _one(edit: Edit, describer: Describer) -> str:
    before, after = edit.before, edit.after
    if after is None:
        return _deletion([edit], describer)
    if before is None:
        return _titled("history.one.created", after, describer)
    changed = _changed(edit)
    if changed == {"rank"}:
        return _titled("history.one.reordered", after, describer)
    changed.discard("rank")
    old, new = describer.name(before), describer.name(after)
    if changed == {"phase"} and hasattr(after, "title"):
        return _titled("history.one.moved", after, describer, phase=describer.phase(getattr(after, "phase", "")))
    if changed in ({"title"}, {"name"}) and old and new:
        return _titled("history.one.renamed", before, describer, new=new)
    return _revised(edit.kind, before, after, [f for f in type(after).model_fields if f in changed], describer)


def _revised(kind: str, before: Entity, after: Entity, changed: list[str], describer: Describer) -> str:
    words = [describer.field_name(kind, field) for field in changed]
    if len(changed) > 1:
        listed = ", ".join(words[:3]) + (", …" if len(words) > 3 else "")
        return _titled("history.one.changed", after, describer, fields=listed)
    old, new = (describer.words(kind, changed[0], getattr(side, changed[0])) for side in (before, after))
    shown = "value" if max(len(old), len(new)) <= SHORT and "\n" not in old + new else "field"
    if kind == FRAME:
        return text(f"history.frame.{shown}", describer.language, field=words[0], old=old, new=new)
    return _titled(f"history.one.{shown}", after, describer, field=words[0], old=old, new=new)


def _titled(key: str, card: Entity, describer: Describer, **values: str) -> str:
    """The words of `<key>.named` with the card's kind and name, or of `<key>.unnamed` with its kind alone."""
    name = describer.name(card)
    kind = text(
        "fields.plural.frame" if isinstance(card, Frame) else f"fields.kinds.{kind_of(card)}", describer.language
    )
    form = "named" if name else "unnamed"
    return text(f"{key}.{form}", describer.language, kind=kind, name=name, **values)


def counted(kinds: Mapping[str, int], language: Language) -> str:
    """Counted nouns in the order of KINDS: "2 touchpoints, 1 goal and 1 relation"."""
    parts = [_nouns(kind, kinds[kind], language) for kind in KINDS if kinds.get(kind)]
    if len(parts) < 2:
        return "".join(parts)
    return text("history.and", language, first=", ".join(parts[:-1]), last=parts[-1])


def _nouns(kind: str, count: int, language: Language) -> str:
    form = "one" if count == 1 else "many"
    return text(f"history.count.{kind}.{form}", language, count=number(count, language))
