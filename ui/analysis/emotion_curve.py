"""The emotion curve on its own: everyone's, and each persona's where it differs."""

from typing import Any

import streamlit as st

from journey.journey_map import journey_map
from ui.kit import picture, style
from ui.state import session, worked_out
from ui.state.words import t


def draw() -> None:
    """The curve, or what to do to get one."""
    drawn = worked_out.kept("curve", (session.language(), style.is_dark()), _drawn)
    if drawn is None:
        st.info(t("analysis.no_curve"), icon=":material/sentiment_neutral:")
        return
    st.vega_lite_chart(drawn[0], theme=None, width="stretch", alt=drawn[1], key="curve-chart")


def _drawn() -> tuple[dict[str, Any], str] | None:
    """The emotion curve and its words; None where nobody scored."""
    from journey.charts import emotion_curve_alt, emotion_curve_chart

    workshop, model, language = session.workshop(), session.model(), session.language()
    common = journey_map(workshop, model)
    if not any(feeling.emotion is not None for column in common.columns for feeling in column.feelings):
        return None
    curves = {"": common, **{p.name or p.id: journey_map(workshop, model, persona=p.id) for p in workshop.personas}}
    chart = emotion_curve_chart(curves, language, dark=style.is_dark())
    return picture.on_screen(chart), emotion_curve_alt(curves, language)
