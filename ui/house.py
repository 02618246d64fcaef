"""What runs at every visit and click: the page list, the frame around the asked page, the page itself."""

import streamlit as st

from ui import frame, session, style
from ui.rooms import ROOMS, room_of

session.begin()
st.set_page_config(page_title=frame.browser_title(), page_icon=style.ICON, layout="wide")
style.apply()
page = st.navigation([room.page() for room in ROOMS], position="top")
room = room_of(page.url_path)
session.arrive(room.path)
onward = room_of(session.onward())
if onward.path and onward is not room:
    st.switch_page(onward.page())
if room.needs_workshop and session.current().opened is None:
    frame.no_workshop()
else:
    notices = frame.top(room)
    page.run()
    frame.bottom(room, notices)
session.remember_place(room.path)
