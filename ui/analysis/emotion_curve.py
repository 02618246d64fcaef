"""The emotion curve on its own: everyone's, and each persona's where it differs."""

import streamlit as st

from ui.cards import pictures
from ui.kit import picture
from ui.state.words import t


def draw() -> None:
    """The curve, on a phone a list of it (by the style sheet); or what to do to get one."""
    drawn = pictures.curve()
    if drawn is None:
        st.info(t("analysis.no_curve"), icon=":material/sentiment_neutral:")
        return
    with st.container(key="curve-wide"):
        st.vega_lite_chart(drawn[0], theme=None, width="stretch", alt=drawn[1], key="curve-chart")
    with st.container(key="curve-narrow"):
        st.html(pictures.curve_list())
    picture.menu(t("funnel.picture"), "curve", pictures.drawn_curve(), drawn[1])
