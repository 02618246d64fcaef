"""The four planning questions of article D, answered."""

import streamlit as st

from journey.editing import next_rank, put, revise
from journey.model import TEXT_LIMIT, PhaseNote, new_id
from ui import fields, session
from ui.fields import Slot
from ui.phase_choice import phase_chip
from ui.words import many, safe, spoken, t


def form() -> None:
    """One block a question."""
    workshop = session.workshop()
    left, right = st.container(key="planning").columns(2, gap="large")
    with left:
        fields.area(
            Slot("frame", workshop.frame, "end_action", label=_question(1), placeholder=t("goals.end_action_hint"))
        )
        scored = sum(touchpoint.emotion is not None for touchpoint in workshop.touchpoints)
        fields.area(Slot("frame", workshop.frame, "feelings", label=_question(3), placeholder=t("goals.feelings_hint")))
        st.caption(many("goals.scored", scored))
        fields.area(Slot("frame", workshop.frame, "effects", label=_question(4), placeholder=t("goals.effects_hint")))
        st.caption(many("goals.relations", len(workshop.relations)))
    with right:
        st.html(f"<p class='j-question'>{safe(_question(2))}</p>")
        _content_per_phase()


def _question(number: int) -> str:
    return f"{number}. {t(f'goals.question_{number}')}"


def _content_per_phase() -> None:
    notes = {note.phase: note for note in reversed(session.workshop().phase_notes)}
    for place, phase in enumerate(session.model().phases):
        st.html(phase_chip(place, phase.name) + f" <span class='j-quiet'>{safe(phase.question)}</span>")
        note = notes.get(phase.id)
        label = t("goals.content_of", phase=spoken(phase.name))
        if note and note.note:
            st.html(f"<p class='j-quiet'>{safe(note.note)}</p>")
        if note:
            fields.area(Slot("phase_notes", note, "content", label=label), label_visibility="collapsed", height=68)
        else:
            key = f"new-note:{phase.id}"
            session.set_value(key, "")
            st.text_area(
                label, key=key, max_chars=TEXT_LIMIT, height=68, label_visibility="collapsed",
                placeholder=t("goals.content_hint"), on_change=_first_note, args=(phase.id, key),
            )  # fmt: skip


def _first_note(phase: str, key: str) -> None:
    notes = session.workshop().phase_notes
    note = PhaseNote(id=new_id(), rank=next_rank(notes), phase=phase)
    session.commit(put(session.workshop(), revise(note, content=session.value(key))))
