"""Which fields an entity's form has, in groups that a projector audience can follow. Every form on page and drawer."""

from collections.abc import Callable
from enum import Enum
from functools import partial

import streamlit as st

from journey.derived import words_of
from journey.journey_map import named_personas
from journey.model import (
    Ask,
    Channel,
    Entity,
    EvidenceKind,
    GoalKind,
    MapState,
    Measurability,
    Media,
    Perspective,
    RelationKind,
    Setting,
    Touchpoint,
)
from journey.texts import has
from ui.kit import fields
from ui.kit.fields import Slot
from ui.state import session
from ui.state.words import apart, t

Draw = Callable[[Slot], None]
FieldRow = dict[str, Draw]

_FOLLOWED: dict[str, type[Enum]] = {"setting": Setting, "media": Media}


def phase_select(slot: Slot) -> None:
    """A phase of the workshop's model."""
    model = session.model()
    names = apart({phase.id: phase.name for phase in model.phases})
    fields.select(slot, list(names), lambda one: names.get(one) or model.phase_name(one))


def touchpoint_select(slot: Slot, *, optional: bool = False) -> None:
    """A touchpoint of the workshop; an optional one may be none."""
    titles = apart({touchpoint.id: touchpoint.title for touchpoint in session.workshop().touchpoints})
    fields.select(slot, list(titles), lambda one: titles.get(one, one), optional=optional)


def persona_pills(slot: Slot) -> None:
    """The personas that a touchpoint matters to; none chosen = all."""
    names = apart({persona.id: persona.name for persona in session.workshop().personas})
    if names:
        fields.many(slot, list(names), lambda persona: names[persona])
        if isinstance(slot.entity, Touchpoint) and not named_personas(session.workshop(), slot.entity):
            st.caption(t("touchpoints.for_all"))
    else:
        st.caption(t("touchpoints.no_personas"))


def followed(slot: Slot) -> None:
    """Setting or medium of a touchpoint: as it follows from channel and title until somebody chooses. A second click on
    the choice takes it back."""
    fields.segments(slot, list(_FOLLOWED[slot.field]), required=False)
    if isinstance(slot.entity, Touchpoint):
        said = words_of(slot.entity.model_copy(update={slot.field: None}), slot.field, session.language())
        st.caption(t("touchpoints.chosen" if slot.value else "touchpoints.follows", said=said))


def _choices(members: type[Enum]) -> Draw:
    return partial(fields.select, options=list(members))


def _segments(members: type[Enum]) -> Draw:
    return partial(fields.segments, options=list(members))


FORMS: dict[str, dict[str, tuple[FieldRow, ...]]] = {
    "goals": {
        "": (
            {"title": fields.line},
            {"perspective": _segments(Perspective)},
            {"kind": _choices(GoalKind)},
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
            {"kind": _choices(EvidenceKind)},
            {"collected": fields.day, "sample_size": fields.whole},
            {"note": fields.area},
        ),
    },
    "personas": {
        "": (
            {"name": fields.line},
            {"segment": fields.line, "share": fields.number},
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
        "reach": ({"channels": partial(fields.several, options=list(Channel))},),
    },
    "touchpoints": {
        "": (
            {"title": fields.line},
            {"phase": phase_select, "channel": _choices(Channel)},
            {"place": fields.line},
            {"personas": persona_pills},
        ),
        "experience": (
            {"emotion": fields.emotion},
            {"persona_emotions": fields.persona_emotions},
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
            {"state": _segments(MapState)},
            {"setting": followed, "media": followed},
            {"measurability": _choices(Measurability)},
        ),
    },
    "relations": {
        "": (
            {"source": touchpoint_select},
            {"kind": _choices(RelationKind)},
            {"target": touchpoint_select},
            {"next_customer": fields.toggle},
            {"note": fields.line},
        ),
    },
    "campaigns": {
        "": (
            {"title": fields.line},
            {"from_phase": phase_select, "to_phase": phase_select},
            {"traffic_source": fields.line, "call_to_action": fields.line},
            {"offer": fields.line},
            {"ask": partial(fields.select, options=list(Ask), optional=True), "cost": fields.number},
            {"note": fields.area},
        ),
    },
    "opportunities": {
        "": (
            {"title": fields.line},
            {"phase": phase_select},
            {"touchpoint": partial(touchpoint_select, optional=True)},
            {"description": fields.area},
            {"impact": fields.whole, "effort": fields.whole},
        ),
    },
}


def draw(kind: str, entity: Entity, place: str) -> None:
    """The whole form of an entity: groups with a heading, one to two fields a row."""
    for group, rows in FORMS[kind].items():
        if group:
            st.subheader(t(f"forms.{kind}.{group}"), anchor=False)
        for row in rows:
            columns = st.columns(len(row), vertical_alignment="bottom")
            for column, (field, draw_field) in zip(columns, row.items(), strict=True):
                with column:
                    draw_field(Slot(kind, entity, field, place, placeholder=hint(kind, field)))


def hint(kind: str, field: str) -> str | None:
    """An example of what to type, where one helps."""
    key = f"forms.{kind}.hint_{field}"
    return t(key) if has(key, session.language()) else None
