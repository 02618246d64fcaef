"""What one person is to do: the own actions, to be begun and finished with one click."""

import streamlit as st

from ui import own_actions

with st.container(key="own-actions"):
    own_actions.draw()
