"""Step 5: what the rules find, worked through by the team; the emotion curve; what follows from it."""

import streamlit as st

from ui.analysis import actions, emotion_curve, figures, findings, ledger, limits, overview, presenting, priorities
from ui.kit import views
from ui.kit.rooms import named
from ui.state import session
from ui.state.words import t
from ui.touchpoints import setting_correction

_VIEWS = {
    "findings": findings.board,
    "presenting": presenting.draw,
    "curve": emotion_curve.draw,
    "overview": overview.draw,
    "ledger": ledger.draw,
    "figures": figures.draw,
    "actions": actions.draw,
    "priorities": priorities.draw,
    "limits": limits.draw,
}
if session.workshop().touchpoints or session.workshop().counts:
    view = views.switch("analysis")
    if view in {"findings", "overview"}:
        setting_correction.notice()
    _VIEWS[view]()
    st.page_link(named("rounds").page(), label=t("rounds.close_first"), icon=named("rounds").icon)
else:
    st.info(t("analysis.empty"), icon=":material/troubleshoot:")
    st.page_link(named("touchpoints").page(), label=t("map.to_catalogue"), icon=":material/add_location_alt:")
