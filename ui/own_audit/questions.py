"""One question a screen: a tap on an answer keeps it and turns to the next."""

import streamlit as st

from journey.model import Answer
from journey.questionnaire import AuditQuestion
from ui.cards import own_audit
from ui.cards.own_audit import key_of
from ui.kit import beginning, parts
from ui.state import session
from ui.state.words import figure, plain, safe, t, word

_PAGE = "own_audit"


def draw() -> None:
    """The question that the address names, else the first one without an answer; its answers, and the way back and on."""
    held, asked = own_audit.held(), own_audit.asked()
    given = own_audit.answers(held)
    keys = [key_of(question) for question in asked]
    numbers = [str(place + 1) for place in range(len(keys))]
    place = numbers.index(parts.shown(_PAGE, numbers, numbers[own_audit.first_open(held)]))
    question = asked[place]
    with st.container(key="own-audit"):
        where = own_audit.model().phase_name(question.phase) if question.phase else t("own_audit.firm_part")
        at = t("own_audit.progress", place=figure(place + 1), count=figure(len(asked)), part=where)
        st.progress((place + 1) / len(asked), text=at)
        with beginning.here():
            st.html(f"<h3>{safe(question.text)}</h3><p class='j-quiet'>{safe(question.help)}</p>")
        chosen = given[keys[place]].answer if keys[place] in given else None
        _answers(question, chosen, len(keys), place)
        _ways(len(keys), place, is_answered=chosen is not None, is_done=len(given) == len(asked))
        st.caption(t("own_audit.kept", done=figure(len(given)), count=figure(len(asked))))


def _answers(question: AuditQuestion, chosen: Answer | None, count: int, place: int) -> None:
    onward = place + 1 if place + 1 < count else None
    with st.container(key="own-audit-answers", gap="small"):
        if chosen:
            st.html(f"<p class='j-unseen'>{safe(t('own_audit.yours', answer=word(chosen)))}</p>")
        for answer in Answer:
            is_chosen = answer is chosen
            # The key names the question, so that a double tap does not answer the next one.
            key = f"own-answer:{question.id}:{question.phase}:{answer.value}"
            st.button(
                plain(word(answer)), key=key, width="stretch", on_click=_answered,
                type="primary" if is_chosen else "secondary",
                icon=":material/check_circle:" if is_chosen else ":material/radio_button_unchecked:",
                args=(question, answer, onward),
            )  # fmt: skip


def _ways(count: int, place: int, *, is_answered: bool, is_done: bool) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", key="own-audit-ways"):
        st.button(
            t("own_audit.back"), key="own-back", icon=":material/arrow_back:", disabled=place == 0, on_click=_go,
            args=(max(0, place - 1),),
        )  # fmt: skip
        if is_done or place + 1 == count:
            st.button(
                t("audit.to_result"), key="own-result", icon=":material/assignment_turned_in:", icon_position="right",
                on_click=_to_result, type="primary" if is_done else "secondary",
            )  # fmt: skip
        else:
            st.button(
                t("own_audit.on" if is_answered else "own_audit.skip"), key="own-on", icon=":material/arrow_forward:",
                icon_position="right", on_click=_go, args=(place + 1,),
            )  # fmt: skip


@session.to_its_end
@session.telling
def _answered(question: AuditQuestion, answer: Answer, onward: int | None) -> None:
    own_audit.answer(question, answer)
    if onward is not None:
        _go(onward)
    else:
        _to_result()


def _go(place: int) -> None:
    parts.turn_to(_PAGE, str(place + 1))
    beginning.go()


def _to_result() -> None:
    parts.leave_for(_PAGE, "result")
    beginning.go()
