"""Opening a room for the open workshop: what people are called, and which agenda it begins with."""

import streamlit as st

from journey.live import Agenda, Naming, ReadyAgenda, ready_agendas
from ui.state import session
from ui.state.words import many, t

_NAMING, _AGENDA = "room-naming", "room-agenda"
_NO_AGENDA = "none"


def form() -> None:
    """Two choices and a button."""
    st.html(f"<p class='j-lead'>{t('live_room.lead')}</p>")
    naming = st.radio(
        t("live_room.naming.called"), list(Naming), key=_NAMING, format_func=lambda one: t(f"live_room.naming.{one.value}"),
        captions=[t(f"live_room.naming.{one.value}_means") for one in Naming],
    )  # fmt: skip
    if naming is Naming.ANONYMOUS:
        st.info(t("live_room.naming.for_good"), icon=":material/lock:")
    ready = {one.id: one for one in ready_agendas(session.language())}
    st.radio(
        t("live_room.agenda.called"), [*ready, _NO_AGENDA], key=_AGENDA,
        format_func=lambda one: _called(ready.get(one)),
        captions=[ready[one].summary if one in ready else t("live_room.agenda.none_means") for one in (*ready, _NO_AGENDA)],
    )  # fmt: skip
    st.button(t("live_room.open"), key="room-open", type="primary", icon=":material/meeting_room:", on_click=_open)


def _called(ready: ReadyAgenda | None) -> str:
    if ready is None:
        return t("live_room.agenda.none")
    return f"{ready.name} ({many('live_room.minutes', ready.agenda.minutes)})"


@session.to_its_end
@session.telling
def _open() -> None:
    frame, wanted = session.workshop().frame, session.value(_AGENDA)
    agenda = next((one.agenda for one in ready_agendas(session.language()) if one.id == wanted), Agenda())
    session.store().rooms.open_room(
        frame.id, title=frame.title, language=session.language(), naming=session.value(_NAMING) or Naming.NAMES,
        agenda=agenda,
    )  # fmt: skip
