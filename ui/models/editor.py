"""An own phase model: its phases with name, meaning, customer's question and place around the purchase."""

from functools import partial
from typing import Any

import streamlit as st
from pydantic import ValidationError

from journey.editing import put, revise
from journey.model import LINE_LIMIT, TEXT_LIMIT, OwnModel, Phase, Zone, new_id
from ui.kit import controlled, fields
from ui.kit.controlled import Field, Refused
from ui.kit.fields import Slot
from ui.kit.phase_chips import phase_chip
from ui.state import session
from ui.state.session import Saving
from ui.state.words import t, word

_MOST, _LEAST = 12, 3


def draw(model: OwnModel) -> None:
    """The model's name and one block a phase."""
    fields.line(Slot("models", model, "name"))
    for place, phase in enumerate(model.phases):
        _phase(model, place, phase)
    st.button(
        t("models.add_phase"), key=f"add-phase:{model.id}", icon=":material/add:", on_click=_add, args=(model.id,),
        disabled=len(model.phases) >= _MOST, help=t("models.most") if len(model.phases) >= _MOST else None,
    )  # fmt: skip


def _phase(model: OwnModel, place: int, phase: Phase) -> None:
    with st.expander(t("models.phase", number=place + 1), expanded=True, icon=":material/flag:"):
        st.html(phase_chip(place, phase.name))
        name, zone = st.columns([3, 2])
        with name:
            _text(model, phase, "name", LINE_LIMIT)
        with zone:
            _zone(model, phase)
        _text(model, phase, "meaning", TEXT_LIMIT)
        _text(model, phase, "question", LINE_LIMIT)
        with st.container(horizontal=True):
            for step, icon in ((-1, "arrow_upward"), (1, "arrow_downward")):
                st.button(
                    t("drawer.earlier" if step < 0 else "drawer.later"), key=f"{model.id}:{phase.id}:{step}",
                    icon=f":material/{icon}:", type="tertiary", disabled=not 0 <= place + step < len(model.phases),
                    on_click=_move, args=(model.id, place, step),
                )  # fmt: skip
            st.button(
                t("drawer.delete"), key=f"{model.id}:{phase.id}:delete", icon=":material/delete:", type="tertiary",
                disabled=len(model.phases) <= _LEAST, help=t("models.least") if len(model.phases) <= _LEAST else None,
                on_click=_remove, args=(model.id, phase.id),
            )  # fmt: skip


def _text(model: OwnModel, phase: Phase, field: str, limit: int) -> None:
    words = t(f"fields.phases.{field}")
    controlled.draw(
        _field(model, phase, field), lambda value, **bound: st.text_input(words, value, max_chars=limit, **bound)
    )


def _zone(model: OwnModel, phase: Phase) -> None:
    def widget(value: Zone, **bound: Any) -> None:
        st.segmented_control(
            t("fields.phases.zone"),
            list(Zone),
            default=value,
            format_func=word,
            required=True,
            width="stretch",
            **bound,
        )

    controlled.draw(_field(model, phase, "zone"), widget)


def _field(model: OwnModel, phase: Phase, field: str) -> Field:
    """A field of a phase, bound to the document."""

    def read() -> Any:
        held = _held(model.id)
        return getattr(next((p for p in held.phases if p.id == phase.id), phase) if held else phase, field)

    return Field(
        f"{model.id}:{phase.id}:{field}", read, partial(_set, model.id, phase.id, field), t(f"fields.phases.{field}"),
        cards=(model.id,),
    )  # fmt: skip


def _held(model_id: str) -> OwnModel | None:
    found = session.workshop().find(model_id)
    return found if isinstance(found, OwnModel) else None


def _save(model: OwnModel, phases: tuple[Phase, ...]) -> None:
    session.commit(put(session.workshop(), revise(model, phases=phases)))


def _set(model_id: str, phase_id: str, field: str, raw: Any) -> Saving:
    model = _held(model_id)
    if model is None:
        return Saving.NOTHING
    try:
        phases = [Phase.model_validate({**dict(p), field: raw}) if p.id == phase_id else p for p in model.phases]
        revised = revise(model, phases=tuple(phases))
    except ValidationError as error:
        raise Refused(t("frame.does_not_fit", field=t(f"fields.phases.{field}"))) from error
    return session.attempt(put(session.workshop(), revised))


def _add(model_id: str) -> None:
    model = _held(model_id)
    if model:
        _save(model, (*model.phases, Phase(id=new_id(), name=t("models.new_phase"), zone=model.phases[-1].zone)))


def _remove(model_id: str, phase_id: str) -> None:
    model = _held(model_id)
    if model:
        _save(model, tuple(phase for phase in model.phases if phase.id != phase_id))


def _move(model_id: str, place: int, step: int) -> None:
    model = _held(model_id)
    if model:
        phases = list(model.phases)
        phases[place], phases[place + step] = phases[place + step], phases[place]
        _save(model, tuple(phases))
