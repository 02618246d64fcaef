"""Who may see and change the workshop: links that invite, roles, and the people who came by them."""

import streamlit as st

from journey.roles import Right
from ui.cards import reach, way_on
from ui.history import my_name
from ui.kit.rooms import named
from ui.people import invitations, members, owner_links
from ui.state import session
from ui.state.words import t

st.html(f"<p class='j-lead'>{t('people.lead' if session.may(Right.LEAD) else 'people.lead_member')}</p>")
if session.may(Right.LEAD):
    if not session.current().guarded:
        st.info(t("people.all_here"), icon=":material/computer:")
        reach.told()
        way_on.offered(named("people"))
    links, people = st.columns(2, gap="large")
    with links:
        invitations.draw()
        owner_links.draw()
    with people:
        members.draw()
        my_name.popover()
else:
    members.draw()
    my_name.popover()
