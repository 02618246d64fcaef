"""Step 2: personas made to be looked at, and the evidence that they rest on."""

import streamlit as st

from ui.kit import style
from ui.personas import persona_cards, sources
from ui.state.words import t

style.unseen_heading(t("personas.called"))
persona_cards.gallery()
st.header(t("personas.sources"), anchor=False)
sources.board()
