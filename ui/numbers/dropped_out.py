"""What people did after they went no further: the activities that followed, and how many did nothing more."""

from typing import TYPE_CHECKING

import streamlit as st

from journey.numbers.funnel import FEW_PEOPLE
from journey.texts import duration
from ui.kit.tables import table
from ui.state import event_log, session
from ui.state.words import apart, figure, safe, share, t

if TYPE_CHECKING:
    from journey.numbers.log.dropping import AfterDropping
    from journey.numbers.log.funnel_query import FunnelQuery

_SHOWN = 8


def draw() -> None:
    """Choose a phase; what its people did next who never reached the phase after it."""

    phases = event_log.seen_phases()
    if len(phases) < 2:
        st.caption(t("paths.nobody_dropped"))
        return
    names = apart({phase.id: phase.name for phase in phases[:-1]})
    chosen = st.selectbox(
        t("paths.dropped_at"), list(names), format_func=names.__getitem__, key=f"dropped:{session.model().id}",
        persist_state="session", width=360,
    )  # fmt: skip
    place = list(names).index(str(chosen))
    query = event_log.query()
    found = event_log.answer("dropped", (place, query, event_log.matches()), lambda: _worked_out(place, query))
    if not found.dropped:
        st.caption(t("paths.nobody_dropped"))
        return
    if found.dropped < FEW_PEOPLE:
        few = t("paths.dropped_few", cases=figure(found.dropped), nothing=figure(found.nothing))
        st.markdown(few)
    else:
        nothing = share(found.nothing / found.dropped)
        st.markdown(t("paths.dropped_summary", cases=figure(found.dropped), nothing=nothing))
    language = session.language()
    rows = (
        (
            safe(one.activity),
            figure(one.cases),
            "–" if found.dropped < FEW_PEOPLE else share(one.cases / found.dropped),
            duration(one.median_seconds, language),
        )
        for one in found.next[:_SHOWN]
    )
    if found.next:
        st.html(
            table(t("paths.dropped"), [t(f"paths.{name}") for name in ("next", "cases", "of_dropped", "after")], rows)
        )


def _worked_out(place: int, query: "FunnelQuery") -> "AfterDropping":
    from journey.numbers.log.dropping import after_dropping
    from journey.numbers.log.reach import reached

    log = event_log.phased_log()
    return after_dropping(log, reached(log, query), place)
