"""What runs at every visit and click: the page list, the frame around the asked page, the page itself. Trouble with the
store that nobody has told of on the way is told instead of the page, or below what was drawn of it."""

import streamlit as st

from journey.store import StoreError
from ui.kit import delivery, style
from ui.kit.rooms import ROOMS, Room, room_of
from ui.shell import frame, login, page_scripts
from ui.state import session


def visit(page: st.Page, room: Room) -> None:
    """The asked page in its frame."""
    session.arrive(room.path)
    onward = room_of(session.onward())
    if onward.path and onward is not room:
        onward.go()
    if room.needs_workshop and session.current().opened is None:
        frame.no_workshop(room)
    elif not room.is_open:
        frame.not_allowed(room)
    elif not room.framed:
        frame.none(page)
        return
    else:
        notices = frame.top(room)
        page.run()
        frame.bottom(room, notices)
    session.remember_place(room.path)


if not login.is_done():
    login.door()
    st.stop()
with delivery.run():
    trouble: StoreError | None = None
    try:
        session.begin()
    except StoreError as error:
        trouble = error
    asked = st.navigation([room.page() for room in ROOMS], position="hidden")
    st.set_page_config(page_title=frame.browser_title(room_of(asked.url_path)), page_icon=style.ICON, layout="wide")
    style.apply()
    page_scripts.put(session.language())
    if trouble:
        frame.no_store(trouble)
    else:
        try:
            visit(asked, room_of(asked.url_path))
        except StoreError as error:
            frame.stopped(error)
