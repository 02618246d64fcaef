"""The ladder of asks: what a firm may ask for, from small to large, in the order that the team sees it."""

import streamlit as st

from journey.editing import put, revise
from journey.model import Ask
from ui.state import session
from ui.state.words import figure, safe, t, word


def draw() -> None:
    """The rungs, each with the way up and down."""
    ladder = session.workshop().frame.ask_ladder
    st.caption(t("campaigns.ladder_help"), help=t("goals.articles"))
    for place, ask in enumerate(ladder):
        with st.container(horizontal=True, vertical_alignment="center", key=f"rung-{ask.value}"):
            st.html(f"<span>{figure(place + 1)}. {safe(word(ask))}</span>", width="stretch")
            for step, name, icon in ((-1, "smaller", "arrow_upward"), (1, "larger", "arrow_downward")):
                st.button(
                    t(f"campaigns.{name}"), key=f"rung:{ask.value}:{step}", icon=f":material/{icon}:", type="tertiary",
                    disabled=not 0 <= place + step < len(ladder), on_click=_move, args=(ask, step),
                )  # fmt: skip


def _move(ask: Ask, step: int) -> None:
    frame = session.workshop().frame
    rungs = list(frame.ask_ladder)
    place = rungs.index(ask)
    rungs[place], rungs[place + step] = rungs[place + step], rungs[place]
    session.commit(put(session.workshop(), revise(frame, ask_ladder=tuple(rungs))))
