"""Opening and leaving a workshop, the language, and the place to which a closed tab comes back."""

from urllib.parse import urlsplit

import streamlit as st

from journey.model import Language
from journey.roles import MemberRole
from journey.store import LastPlace, NoSuchWorkshop, Unreadable
from ui.state.session import access, links
from ui.state.session.database import store
from ui.state.session.tab import WorkshopState, current, drop_values

_FIRST_SEEN = "journey-map"  # by whoever comes by an invitation


def open_workshop(workshop_id: str) -> bool:
    """Open a workshop in this tab; False when it is gone."""
    session = current()
    try:
        opened = store().open(workshop_id)
    except NoSuchWorkshop:
        return False
    log = store().log(workshop_id)
    mine = store().access.role(workshop_id) or MemberRole.VIEWER
    before, session.here = session.here, WorkshopState(opened, log, role=mine)
    if before and before.opened.workshop.frame.id == workshop_id:
        session.here.widgets = before.widgets
    elif before:
        drop_values(before.widgets)
    st.query_params["workshop"] = workshop_id
    return True


def close_workshop(workshop_id: str) -> None:
    """Leave this workshop, if it is the open one; it stays in the store."""
    held = current().here
    if held and held.opened.workshop.frame.id == workshop_id:
        drop_values(held.widgets)
        current().here = None
        st.query_params.pop("workshop", None)


def begin() -> None:
    """First thing in every run: the workshop that the address names is open. A fresh tab learns its language, and where
    the address names none, on a step's address, it opens the workshop that this browser had open last. StoreError."""
    session = current()
    fresh, session.onward = not session.started, ""
    session.run.clear()
    asked = st.query_params.get("workshop")
    if fresh:
        session.language = _first_language(None)  # the store may have trouble to tell of
        access.recognise()
        remembered = store().place(session.browser)
        session.language = _first_language(remembered)
        if remembered and remembered.workshop and not asked:
            bare = urlsplit(st.context.url or "").path.strip("/") == ""
            asked = remembered.workshop if remembered.page or not bare else None
            session.onward = remembered.page if bare else ""
    if invited := links.follow():
        asked, session.onward = invited, _FIRST_SEEN
    if session.opened and not access.still_in():
        session.trouble = NoSuchWorkshop("no role any more")
        close_workshop(session.opened.workshop.frame.id)
        asked = None
    held = session.opened.workshop.frame.id if session.opened else None
    if asked and asked != held:
        _open_asked(asked)
    if session.here and fresh and (card := st.query_params.get("card")):
        session.here.card = card
    wanted = address()
    if fresh and "lang" not in st.query_params:
        del wanted["lang"]  # the browser would make a place of it: back_button.js is not there yet
    if any(st.query_params.get(name) != words for name, words in wanted.items()):
        st.query_params.update(wanted)
    session.started = True


def address() -> dict[str, str]:
    """What every page says in its address: the language that this person reads, and the open workshop."""
    session = current()
    opened = {"workshop": session.here.opened.workshop.frame.id} if session.here else {}
    return {"lang": session.language.value} | opened


def _open_asked(workshop_id: str) -> None:
    """Open a workshop; the address forgets one that is gone or not for this person, and one that cannot be read, which is told once."""
    try:
        found = open_workshop(workshop_id)
    except Unreadable:
        st.query_params.pop("workshop", None)
        current().started = True
        raise
    if not found:
        if workshop_id == st.query_params.get("workshop"):
            current().trouble = NoSuchWorkshop(workshop_id)
        st.query_params.pop("workshop", None)


def onward() -> str:
    """The page to go on to, when a fresh tab on the bare address left off at a step; else ""."""
    session = current()
    return session.onward if session.opened else ""


def _first_language(remembered: LastPlace | None) -> Language:
    wish = st.query_params.get("lang") or (remembered.language if remembered else "") or (st.context.locale or "")[:2]
    return Language(wish) if wish in set(Language) else Language.DE


def first_words() -> None:
    """A tab that nobody is recognised in yet speaks the language of its address, or of its browser."""
    current().language = _first_language(None)


def speak(new: Language) -> None:
    """Switch this person's language; place and input stay."""
    current().language = new
    st.query_params["lang"] = new.value


def remember_place(page: str) -> None:
    """Note in the store where this browser is, so that a closed tab and a killed server come back here."""
    session = current()
    here = LastPlace(session.opened.workshop.frame.id if session.opened else None, page, session.language.value)
    if session.place != here:
        store().remember(session.browser, here)
        session.place = here


def arrive(path: str) -> None:
    """Note the page that is shown; `visit` counts every time that it, or its view, is another one than before, `arrival` every
    time that the page is."""
    session = current()
    if session.path != path:
        session.path, session.visit, session.arrival = path, session.visit + 1, session.arrival + 1


def look_at(page: str, view: str) -> None:
    """Note the view of a page that is shown."""
    session = current()
    if session.looks.get(page) != view:
        session.looks[page], session.visit = view, session.visit + 1
