"""Two people changed the same card: both values side by side, and the choice which one shall stand."""

import streamlit as st

from journey.history import field_words
from journey.model import Entity
from ui import session
from ui.tables import table
from ui.words import field_name, safe, t


def panel(place: str) -> None:
    """The open conflict of this tab, if there is one."""
    conflict = session.current().conflict
    if conflict is None or session.current().conflict_shown:
        return
    session.current().conflict_shown = True
    with st.container(border=True, key=f"conflict-{place}"):
        st.warning(t("conflict.heading"), icon=":material/group:")
        for clash in conflict.conflicts:
            st.html(_comparison(clash.kind, clash.mine, clash.theirs))
        with st.container(horizontal=True):
            st.button(t("conflict.mine"), key=f"{place}:mine", on_click=session.settle_conflict, args=(True,))
            st.button(
                t("conflict.theirs"), key=f"{place}:theirs", type="primary", on_click=session.settle_conflict, args=(False,)
            )  # fmt: skip


def _comparison(kind: str, mine: Entity | None, theirs: Entity | None) -> str:
    known = next(side for side in (mine, theirs) if side is not None)
    rows = [
        (safe(field_name(kind, field)), _cell(kind, field, mine), _cell(kind, field, theirs))
        for field in type(known).model_fields
        if field not in {"id", "rank"} and getattr(mine, field, None) != getattr(theirs, field, None)
    ]
    return table(t("conflict.heading"), ("", t("conflict.your_value"), t("conflict.their_value")), rows)


def _cell(kind: str, field: str, entity: Entity | None) -> str:
    if entity is None:
        return f"<i>{t('conflict.deleted')}</i>"
    value = getattr(entity, field)
    return safe(field_words(kind, field, value, session.workshop(), session.model(), session.language()))
