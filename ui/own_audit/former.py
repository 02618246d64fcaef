"""Where the answers of before are: whoever comes back from the workshop that was made of them finds the questions empty."""

import streamlit as st

from journey.audit import given
from ui.cards import own_audit
from ui.kit.rooms import named
from ui.state import session
from ui.state.words import plain, t


def draw() -> None:
    """The way to the open workshop's self-audit, as long as no new one has begun."""
    opened = session.current().opened
    if opened is None or not given(opened.workshop) or own_audit.answers(own_audit.held()):
        return
    with st.container(border=True, key="own-audit-former"):
        st.write(t("own_audit.former", title=plain(opened.workshop.frame.title or t("frame.untitled"))))
        named("audit").link(
            label=t("own_audit.to_former"),
            icon=":material/fact_check:",
            query={named("audit").view_parameter: "result"},
        )
