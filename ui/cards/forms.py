"""Which fields an entity's form has, in groups that a projector audience can follow. Every form on page and drawer."""

from collections.abc import Callable
from enum import Enum

import streamlit as st

from journey.clusters import clusters_of
from journey.derived import words_of
from journey.journey_map import named_personas
from journey.model import Action, Entity, Touchpoint, choices_of, references
from journey.texts import has
from ui.cards import action_fields, step_figures
from ui.cards.folds import folded
from ui.cards.portraits import choosing as portraits
from ui.kit import feelings, fields
from ui.kit.fields import Slot
from ui.kit.nameable import name_of_lost, names_of
from ui.state import session
from ui.state.words import apart, field_name, t

Draw = Callable[[Slot], None]
FieldRow = dict[str, Draw]


def reference(slot: Slot) -> None:
    """The phase or the card that a field names; none where the card stands without it."""
    named = references(type(slot.entity))[slot.field]
    names = apart(names_of(named.target))
    fields.select(
        slot, list(names), lambda one: names.get(one) or name_of_lost(named.target, one), optional=not named.needed
    )


def judged_step(slot: Slot) -> None:
    """The step that an action shall move, and which figures say whether it did."""
    reference(slot)
    if isinstance(slot.held, Action):
        step_figures.draw([slot.held])


def persona_pills(slot: Slot) -> None:
    """The personas that a touchpoint matters to; none chosen = all."""
    names = apart(names_of("personas"))
    if names:
        fields.many(slot, list(names), lambda persona: names[persona])
        if isinstance(slot.entity, Touchpoint) and not named_personas(session.workshop(), slot.entity):
            st.caption(t("touchpoints.for_all"))
    else:
        st.caption(t("touchpoints.no_personas"))


def cluster(slot: Slot) -> None:
    """What a segment belongs to: a name that is typed, or one of those that other segments have, by a click."""
    fields.line(slot)
    names = [one.name for one in clusters_of(session.workshop()) if one.name]
    if names:
        fields.known(slot, names, t("personas.clusters"))


def choice(slot: Slot) -> None:
    """One of a closed choice; none where the model begins with none."""
    fields.select(slot, _members(slot), optional=type(slot.entity).model_fields[slot.field].default is None)


def choices(slot: Slot) -> None:
    """Several of a closed choice."""
    fields.several(slot, _members(slot))


def segments(slot: Slot) -> None:
    """One of a closed choice that is small enough to be in sight."""
    fields.segments(slot, _members(slot))


def followed(slot: Slot) -> None:
    """Setting or medium of a touchpoint: as it follows from channel and title until somebody chooses. A second click on
    the choice takes it back."""
    fields.segments(slot, _members(slot), required=False)
    if isinstance(slot.entity, Touchpoint):
        said = words_of(slot.entity.model_copy(update={slot.field: None}), slot.field, session.language())
        st.caption(t("touchpoints.chosen" if slot.value else "touchpoints.follows", said=said))


def _members(slot: Slot) -> list[Enum]:
    return list(choices_of(type(slot.entity), slot.field))


FORMS: dict[str, dict[str, tuple[FieldRow, ...]]] = {
    "goals": {
        "": (
            {"title": fields.line},
            {"perspective": segments},
            {"kind": choice},
        ),
        "measure": (
            {"metric": fields.line, "unit": fields.line},
            {"baseline": fields.number, "target": fields.number},
            {"due": fields.day},
            {"note": fields.area},
        ),
    },
    "sources": {
        "": (
            {"title": fields.line},
            {"kind": choice},
            {"collected": fields.day, "sample_size": fields.whole},
            {"note": fields.area},
        ),
    },
    "personas": {
        "portrait": ({"photo": portraits.photo}, {"looks": portraits.looks}),
        "": (
            {"name": fields.line},
            {"segment": fields.line, "share": fields.number},
            {"cluster": cluster},
            {"career_level": fields.line},
            {"demographics": fields.area},
            {"quote": fields.area},
        ),
        "inside": (
            {"goals": fields.area},
            {"motives": fields.area},
            {"pains": fields.area},
            {"values": fields.area},
        ),
        "reach": ({"channels": choices},),
    },
    "touchpoints": {
        "": (
            {"title": fields.line},
            {"phase": reference, "channel": choice},
            {"place": fields.line},
            {"personas": persona_pills},
        ),
        "experience": (
            {"emotion": feelings.emotion},
            {"persona_emotions": feelings.persona_emotions},
            {"doing": fields.area},
            {"thinking": fields.area},
            {"asking": fields.area},
            {"pain_points": fields.area},
            {"moment_of_truth": fields.toggle},
        ),
        "offer": (
            {"content": fields.area},
            {"call_to_action": fields.line},
            {"owner": fields.line},
        ),
        "facts": (
            {"state": segments},
            {"setting": followed, "media": followed},
            {"measurability": choice},
        ),
        "future": (
            {"future_channel": choice},
            {"future_emotion": feelings.emotion},
            {"future_content": fields.area},
            {"future_gone": fields.toggle},
        ),
    },
    "relations": {
        "": (
            {"source": reference},
            {"kind": choice},
            {"target": reference},
            {"next_customer": fields.toggle},
            {"note": fields.line},
        ),
    },
    "campaigns": {
        "": (
            {"title": fields.line},
            {"from_phase": reference, "to_phase": reference},
            {"traffic_source": fields.line, "call_to_action": fields.line},
            {"offer": fields.line},
            {"ask": choice, "cost": fields.number},
            {"note": fields.area},
        ),
    },
    "opportunities": {
        "": (
            {"title": fields.line},
            {"phase": reference},
            {"touchpoint": reference},
            {"description": fields.area},
            {"impact": fields.whole, "effort": fields.whole},
        ),
    },
    "actions": {
        "": (
            {"title": fields.line},
            {"owner": fields.line, "due": fields.day},
            {"state": action_fields.state},
            {"done": fields.day},
            {"reason": fields.area},
            {"note": fields.area},
        ),
        "aim": (
            {"step": judged_step},
            {"goal": reference},
            {"touchpoint": reference},
            {"figure": fields.line, "unit": fields.line},
            {"target": fields.number},
            {"before": action_fields.value, "people_before": fields.whole},
            {"after": action_fields.value, "people_after": fields.whole},
        ),
        "origin": (
            {"phase": reference},
            {"subject": fields.line},
            {"rule": fields.line},
        ),
    },
}


FOLDED = {"personas": ("portrait",), "touchpoints": ("offer", "facts", "future"), "actions": ("origin",)}
"""The groups of a card that are folded in the drawer."""


def draw(kind: str, entity: Entity, place: str, *, asked: str = "") -> None:
    """The whole form of an entity: groups with a heading, one to two fields a row. `asked` is the field that somebody
    came for: its group is unfolded."""
    for group, rows in FORMS[kind].items():
        if group in FOLDED.get(kind, ()):
            names = [field for row in rows for field in row]
            model = type(entity).model_fields
            held = [field_name(kind, name) for name in names if getattr(entity, name) != model[name].default]
            key = f"{place}-fold:{entity.id}:{group}"
            with folded(t(f"forms.{kind}.{group}"), key, held=held, unfolded=asked in names) as is_open:
                if is_open:
                    _rows(kind, entity, place, rows)
            continue
        if group:
            st.subheader(t(f"forms.{kind}.{group}"), anchor=False)
        _rows(kind, entity, place, rows)


def _rows(kind: str, entity: Entity, place: str, rows: tuple[FieldRow, ...]) -> None:
    for row in rows:
        columns = st.columns(len(row), vertical_alignment="bottom")
        for column, (field, draw_field) in zip(columns, row.items(), strict=True):
            with column:
                draw_field(Slot(kind, entity, field, place, placeholder=hint(kind, field)))


def hint(kind: str, field: str) -> str | None:
    """An example of what to type, where one helps."""
    key = f"forms.{kind}.hint_{field}"
    return t(key) if has(key, session.language()) else None
