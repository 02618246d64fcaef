"""The questions of the self-audit, one phase at a time; every answer is saved at once."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from journey.audit import given as answers_of
from journey.editing import next_rank, put, remove, revise
from journey.model import Answer, AuditAnswer, keyed_id
from journey.questionnaire import AuditQuestion, questions
from ui.kit import beginning, controlled, fields, parts
from ui.kit.controlled import Field
from ui.kit.fields import Slot
from ui.kit.phase_chips import phase_chip
from ui.state import session
from ui.state.session import Saving
from ui.state.words import figure, plain, safe, spoken, t, word

_PAGE, _FIRM = "audit", "firm"


def draw() -> None:
    """The part that is being answered, and the way to the next."""
    asked = questions(session.model(), session.language())
    told = [_FIRM, *(phase.id for phase in session.model().phases)]
    given = answers_of(session.workshop())
    st.caption(t("audit.help"))
    done = sum(_key(question) in given for question in asked)
    st.progress(done / len(asked), text=t("audit.progress", done=figure(done), count=figure(len(asked))))
    key = f"audit-part:{session.model().id}"
    part = parts.shown(_PAGE, told, session.value(key) or _FIRM)
    if session.value(key) != part:
        session.set_value(key, part)
    st.pills(
        t("audit.part"), told, required=True, key=key, persist_state="session", on_change=_picked, args=(key,),
        format_func=lambda one: _part_words(one, asked, given),
    )  # fmt: skip
    with beginning.here():
        _heading(part)
    for question in asked:
        if (question.phase or _FIRM) == part:
            _question(question, given.get(_key(question)))
    place = told.index(part)
    if place + 1 < len(told):
        st.button(
            t("audit.on"),
            key="audit-on",
            type="primary",
            icon=":material/arrow_forward:",
            on_click=_go,
            args=(told[place + 1],),
        )
    else:
        st.button(
            t("audit.to_result"),
            key="audit-result",
            type="primary",
            icon=":material/assignment_turned_in:",
            on_click=_show_result,
        )


def _key(question: AuditQuestion) -> tuple[str, str | None]:
    return (question.id, question.phase)


def _part_words(
    part: str, asked: tuple[AuditQuestion, ...], given: Mapping[tuple[str, str | None], AuditAnswer]
) -> str:
    here = [question for question in asked if (question.phase or _FIRM) == part]
    done = sum(_key(question) in given for question in here)
    name = t("audit.firm") if part == _FIRM else plain(session.model().phase_name(part))
    return f"{name} · {done}/{len(here)}"


def _heading(part: str) -> None:
    model = session.model()
    place = model.index(part)
    if place is None:
        st.subheader(t("audit.firm"), anchor=False)
        return
    phase = model.phases[place]
    st.html(f"<h3>{phase_chip(place, phase.name)}</h3><p class='j-quiet'>{safe(phase.meaning)}</p>")


def _question(question: AuditQuestion, given: AuditAnswer | None) -> None:
    key = f"audit:{question.id}:{question.phase or _FIRM}"
    with st.container(border=True, key=key.replace(":", "-")):
        st.html(f"<p><b>{safe(question.text)}</b><br><span class='j-quiet'>{safe(question.help)}</span></p>")

        def widget(value: Answer | None, **bound: Any) -> None:
            st.segmented_control(
                spoken(question.text), list(Answer), default=value, format_func=word, label_visibility="collapsed",
                wrap=True, **bound,
            )  # fmt: skip

        cards = (given.id if given else keyed_id("audit", *_key(question)),)
        read, save = partial(_answer, question), partial(_answered, question)
        controlled.draw(Field(key, read, save, question.text, cards=cards, show=word), widget)
        if given:
            slot = Slot("audit", given, "note", label=t("fields.audit.note"), placeholder=t("audit.note_hint"))
            fields.line(slot, label_visibility="collapsed")


def _answer(question: AuditQuestion) -> Answer | None:
    given = answers_of(session.workshop()).get(_key(question))
    return given.answer if given else None


def _answered(question: AuditQuestion, answer: Answer | None) -> Saving:
    workshop = session.workshop()
    given = answers_of(workshop).get(_key(question))
    if answer is None:
        return session.attempt(remove(workshop, given.id) if given else [])
    if given:
        return session.attempt(put(workshop, revise(given, answer=answer)))
    fresh, rank = workshop.id_for("audit", *_key(question)), next_rank(workshop.audit)
    made = AuditAnswer(id=fresh, rank=rank, question=question.id, phase=question.phase, answer=answer)
    return session.attempt(put(workshop, made))


def _go(part: str) -> None:
    beginning.go()
    parts.turn_to(_PAGE, part)


def _picked(key: str) -> None:
    parts.turn_to(_PAGE, session.value(key) or _FIRM)


def _show_result() -> None:
    beginning.go()
    parts.leave_for(_PAGE, "result")
