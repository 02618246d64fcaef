"""Two people changed the same card: both values side by side, and the choice which one shall stand."""

from dataclasses import dataclass

import streamlit as st

from journey.history import field_words
from journey.model import Entity
from ui.kit.tables import table
from ui.state import session
from ui.state.words import field_name, safe, t


@dataclass
class _Panel:
    drawn: bool = False


def begin() -> None:
    """A place is about to be drawn that shows the conflict itself, whether or not it stands elsewhere."""
    session.of_run(_Panel).drawn = False


def panel(place: str) -> None:
    """The open conflict of this tab, if there is one; once a run."""
    held = session.current().here
    conflict = held.conflict if held else None
    if conflict is None or session.of_run(_Panel).drawn:
        return
    session.of_run(_Panel).drawn = True
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
