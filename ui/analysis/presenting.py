"""One finding at a time, large, for the room: the question read aloud, the answer taken down."""

from dataclasses import dataclass

import streamlit as st

from ui.analysis import finding_card, just_answered
from ui.cards import critic
from ui.state import session
from ui.state.words import t


@dataclass
class _Turn:
    place: int = 0


def draw() -> None:
    """The finding whose turn it is, and the way to the next."""
    waiting = critic.to_answer()
    just_answered.draw()
    if not waiting:
        st.success(t("analysis.all_answered"), icon=":material/celebration:")
        return
    turn = min(session.of_workshop(_Turn).place, len(waiting) - 1)
    finding = waiting[turn]
    with st.container(border=True, key="presenting"):
        st.caption(t("analysis.turn", number=turn + 1, count=len(waiting)))
        st.html(critic.face(finding, large=True))
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            with st.container(horizontal=True, width="content"):
                st.button(t("analysis.previous"), key="turn-back", icon=":material/arrow_back:", disabled=turn == 0,
                          on_click=_go, args=(turn - 1,))  # fmt: skip
                st.button(t("analysis.next"), key="turn-on", icon=":material/arrow_forward:", type="primary",
                          disabled=turn == len(waiting) - 1, on_click=_go, args=(turn + 1,))  # fmt: skip
            finding_card.accept(finding, f"turn-{finding.rule}-{finding.evidence}")


def _go(turn: int) -> None:
    session.of_workshop(_Turn).place = turn
