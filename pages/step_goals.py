"""Step 1: the workshop's frame, its phase model, the planning questions and the goals."""

import streamlit as st

from ui.cards import phase_choice
from ui.goals import board, planning, workshop_frame
from ui.state.words import t

frame, model = st.columns([2, 3], gap="large")
with frame:
    st.header(t("goals.frame"), anchor=False)
    workshop_frame.form()
with model:
    st.header(t("goals.model"), anchor=False)
    phase_choice.draw()
st.header(t("goals.goals"), anchor=False)
board.board()
st.header(t("goals.planning"), anchor=False)
planning.form()
