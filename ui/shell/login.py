"""The login of an organisation, by Streamlit's st.login (OpenID Connect), where the operator asks for it
(JOURNEY_LOGIN=oidc, the provider in .streamlit/secrets.toml, the package of requirements-login.txt)."""

import streamlit as st
from streamlit.errors import StreamlitAuthError

from ui.kit import style
from ui.shell import page_scripts
from ui.state import session
from ui.state.words import t


def is_done() -> bool:
    """Whether the person in front of this tab needs no login, or is logged in."""
    return not session.wants_login() or bool(st.user.get("is_logged_in"))


def door() -> None:
    """Instead of every page: the way in, and nothing else. Streamlit comes back to the bare address: a link is opened again
    after the login."""
    session.first_words()
    st.set_page_config(page_title=t("frame.product"), page_icon=style.ICON, layout="wide")
    style.apply()
    page_scripts.put(session.language())
    st.title(t("frame.product"), anchor=False)
    st.write(t("frame.log_in_help"))
    if st.button(t("frame.log_in"), key="log-in", type="primary", icon=":material/login:"):
        try:
            st.login()
        except StreamlitAuthError as trouble:
            st.error(t("frame.no_login"), icon=":material/error:")
            st.code(str(trouble), language=None, wrap_lines=True)


def out() -> None:
    """The way out, where there is a login."""
    if session.wants_login():
        st.button(t("frame.log_out"), key="log-out", icon=":material/logout:", type="tertiary", on_click=st.logout)
