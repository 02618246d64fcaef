"""The questions of the self-audit, one phase at a time; every answer is saved at once."""

from collections.abc import Mapping

import streamlit as st

from journey.audit import given as answers_of
from journey.editing import next_rank, put, remove, revise
from journey.model import LINE_LIMIT, Answer, AuditAnswer, new_id
from journey.questionnaire import Question, questions
from ui import beginning, session
from ui.phase_choice import phase_chip
from ui.words import figure, plain, safe, spoken, t, word

_FIRM = "firm"


def draw() -> None:
    """The part that is being answered, and the way to the next."""
    asked = questions(session.model(), session.language())
    parts = [_FIRM, *(phase.id for phase in session.model().phases)]
    given = answers_of(session.workshop())
    st.caption(t("audit.help"))
    done = sum(_key(question) in given for question in asked)
    st.progress(done / len(asked), text=t("audit.progress", done=figure(done), count=figure(len(asked))))
    part = st.pills(
        t("audit.part"), parts, default=_FIRM, required=True, key=f"audit-part:{session.model().id}", persist_state="session",
        format_func=lambda one: _part_words(one, asked, given),
    ) or _FIRM  # fmt: skip
    with beginning.here():
        _heading(part)
    for question in asked:
        if (question.phase or _FIRM) == part:
            _question(question, given.get(_key(question)))
    place = parts.index(part)
    if place + 1 < len(parts):
        st.button(
            t("audit.on"),
            key="audit-on",
            type="primary",
            icon=":material/arrow_forward:",
            on_click=_go,
            args=(parts[place + 1],),
        )
    else:
        st.button(
            t("audit.to_result"),
            key="audit-result",
            type="primary",
            icon=":material/assignment_turned_in:",
            on_click=_show_result,
        )


def _key(question: Question) -> tuple[str, str | None]:
    return (question.id, question.phase)


def _part_words(part: str, asked: tuple[Question, ...], given: Mapping[tuple[str, str | None], AuditAnswer]) -> str:
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


def _question(question: Question, given: AuditAnswer | None) -> None:
    key = f"audit:{question.id}:{question.phase or _FIRM}"
    with st.container(border=True, key=key.replace(":", "-")):
        session.set_value(key, given.answer if given else None)
        st.html(f"<p><b>{safe(question.text)}</b><br><span class='j-quiet'>{safe(question.help)}</span></p>")
        st.segmented_control(
            spoken(question.text), list(Answer), format_func=word, key=key, on_change=_answered, args=(question, key),
            label_visibility="collapsed", wrap=True,
        )  # fmt: skip
        if given:
            note_key = f"{key}:note"
            session.set_value(note_key, given.note)
            st.text_input(
                t("fields.audit.note"), key=note_key, max_chars=LINE_LIMIT, placeholder=t("audit.note_hint"),
                label_visibility="collapsed", on_change=_noted, args=(given.id, note_key),
            )  # fmt: skip


def _answered(question: Question, key: str) -> None:
    workshop, answer = session.workshop(), session.value(key)
    given = answers_of(workshop).get(_key(question))
    if answer is None:
        session.commit(remove(workshop, given.id) if given else [])
    elif given:
        session.commit(put(workshop, revise(given, answer=answer)))
    else:
        rank = next_rank(workshop.audit)
        fresh = AuditAnswer(id=new_id(), rank=rank, question=question.id, phase=question.phase, answer=answer)
        session.commit(put(workshop, fresh))


def _noted(answer_id: str, key: str) -> None:
    given = session.workshop().find(answer_id)
    if given:
        session.commit(put(session.workshop(), revise(given, note=session.value(key))))


def _go(part: str) -> None:
    beginning.go()
    session.set_value(f"audit-part:{session.model().id}", part)


def _show_result() -> None:
    beginning.go()
    session.set_value("view-audit", "result")
