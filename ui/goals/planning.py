"""The four planning questions of article D, answered."""

import streamlit as st

from journey.editing import next_rank
from journey.model import Phase, PhaseNote, note_id
from ui.kit import fields
from ui.kit.fields import Slot
from ui.kit.phase_chips import phase_chip
from ui.state import session
from ui.state.words import many, safe, spoken, t


def form() -> None:
    """One block a question."""
    workshop = session.workshop()
    with st.container(key="planning"):
        fields.area(
            Slot("frame", workshop.frame, "end_action", label=_question(1), placeholder=t("goals.end_action_hint"))
        )
        st.html(f"<p class='j-question'>{safe(_question(2))}</p>")
        _content_per_phase()
        left, right = st.columns(2, gap="large")
    with left:
        scored = sum(touchpoint.emotion is not None for touchpoint in workshop.touchpoints)
        fields.area(Slot("frame", workshop.frame, "feelings", label=_question(3), placeholder=t("goals.feelings_hint")))
        st.caption(many("goals.scored", scored))
    with right:
        fields.area(Slot("frame", workshop.frame, "effects", label=_question(4), placeholder=t("goals.effects_hint")))
        st.caption(many("goals.relations", len(workshop.relations)))


def _question(number: int) -> str:
    return f"{number}. {t(f'goals.question_{number}')}"


def _content_per_phase() -> None:
    notes = {note.phase: note for note in reversed(session.workshop().phase_notes)}
    with st.grid("auto", min_column_width=320, gap="medium"):
        for place, phase in enumerate(session.model().phases):
            with st.container(gap="xsmall"):
                _content_of(phase, place, notes.get(phase.id))


def _content_of(phase: Phase, place: int, note: PhaseNote | None) -> None:
    label = t("goals.content_of", phase=spoken(phase.name))
    noted = f"<p class='j-quiet'>{safe(note.note)}</p>" if note and note.note else ""
    st.html(f"{phase_chip(place, phase.name)} <span class='j-quiet'>{safe(phase.question)}</span>{noted}")
    fields.area(
        Slot(
            "phase_notes", note or _first(phase.id), "content", label=label, fresh=note is None,
            placeholder=t("goals.content_hint"),
        ),
        label_visibility="collapsed", height=68,
    )  # fmt: skip


def _first(phase: str) -> PhaseNote:
    """The note that a phase does not have yet. Two people who begin it at the same time begin the same one."""
    return PhaseNote(id=note_id(phase), rank=next_rank(session.workshop().phase_notes), phase=phase)
