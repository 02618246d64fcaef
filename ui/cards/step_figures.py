"""Where an action shall move a step: from where its figures are, since a log that was read counts only once it is taken over."""

from collections.abc import Iterable

import streamlit as st

from journey.actions import moves_a_step
from journey.model import Action
from ui.kit.rooms import named
from ui.state.words import t


def draw(actions: Iterable[Action]) -> None:
    """What counts, with the way there; nothing where none of the actions waits for a step."""
    if any(map(moves_a_step, actions)):
        st.caption(t("actions.judged_by"))
        named("numbers").link(label=t("actions.to_numbers"), icon=named("numbers").icon or None)
