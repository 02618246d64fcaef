"""Step 1: the goals first, then the workshop's frame, its phase model and the planning questions."""

import streamlit as st

from ui.cards import phase_choice
from ui.goals import board, planning, workshop_frame
from ui.state.words import t

board.board()
frame, model = st.columns([2, 3], gap="large")
with frame:
    st.header(t("goals.frame"), anchor=False)
    workshop_frame.form()
with model:
    st.header(t("goals.model"), anchor=False)
    phase_choice.draw()
st.header(t("goals.planning"), anchor=False)
planning.form()
