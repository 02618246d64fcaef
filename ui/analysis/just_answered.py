"""What became of the finding that was answered last: an action with the way there, or dismissed with its reason; and undo."""

from dataclasses import dataclass

import streamlit as st

from journey.editing import remove
from journey.model import Action, FindingAnswer
from ui.state import session
from ui.state.words import plain, t


@dataclass
class _Answered:
    """The answer, the action that it brought ("" for none), and the visit of the page in which it was given."""

    answer: str = ""
    action: str = ""
    visit: int = 0


def note(answer: FindingAnswer, action: str = "") -> None:
    """A finding has just been answered."""
    last = session.of_workshop(_Answered)
    last.answer, last.action, last.visit = answer.id, action, session.current().visit


def draw() -> None:
    """What was just done, in this visit of the page; nothing once it was taken back."""
    last = session.of_workshop(_Answered)
    workshop = session.workshop()
    answer, action = workshop.find(last.answer), workshop.find(last.action)
    if last.visit != session.current().visit or not isinstance(answer, FindingAnswer):
        return
    if last.action and not isinstance(action, Action):
        return
    with st.container(horizontal=True, vertical_alignment="center", key="went"):
        if isinstance(action, Action):
            st.success(plain(t("analysis.went", title=action.title)), icon=":material/task_alt:")
            st.button(t("analysis.to_actions"), key="to-actions", icon=":material/arrow_forward:", on_click=_to_actions)
        else:
            words = t("analysis.put_off", title=answer.subject, reason=answer.reason)
            st.success(plain(words), icon=":material/do_not_disturb_on:")
        st.button(t("frame.undo"), key="unanswer", icon=":material/undo:", type="tertiary", on_click=_take_back)


def _to_actions() -> None:
    session.set_value("view-analysis", "actions")


def _take_back() -> None:
    last = session.of_workshop(_Answered)
    session.commit(remove(session.workshop(), last.answer, last.action), "reopen_finding")
