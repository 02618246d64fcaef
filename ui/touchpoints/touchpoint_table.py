"""All touchpoints in one table."""

import streamlit as st

from journey.derived import FIELDS, words_of
from journey.model import Touchpoint, choices_of
from ui.kit import columns, grid
from ui.kit.grid import GridColumn
from ui.kit.tables import table
from ui.state import session
from ui.state.words import field_name, safe, t, word


def draw() -> None:
    """The table; new rows are typed at its end."""
    if not session.workshop().touchpoints:
        st.info(t("touchpoints.empty"), icon=":material/touch_app:")
    st.caption(t("touchpoints.table_help"))
    kind = "touchpoints"
    cells = {
        "title": columns.text(kind, "title", pinned=True, required=True),
        "phase": columns.reference(kind, "phase", fresh=0),
        "channel": columns.choice(kind, "channel"),
        "personas": columns.several(kind, "personas"),
        "emotion": columns.choice(kind, "emotion"),
        "doing": columns.text(kind, "doing"),
        "thinking": columns.text(kind, "thinking"),
        "asking": columns.text(kind, "asking"),
        "pain_points": columns.text(kind, "pain_points"),
        "content": columns.text(kind, "content"),
        "call_to_action": columns.text(kind, "call_to_action"),
        "moment_of_truth": columns.flag(kind, "moment_of_truth"),
        "owner": columns.text(kind, "owner"),
        "place": columns.text(kind, "place"),
        "setting": _followed(kind, "setting"),
        "media": _followed(kind, "media"),
        "measurability": columns.choice(kind, "measurability"),
        "state": columns.choice(kind, "state"),
    }
    fresh = {"phase": session.model().phases[0].id}
    grid.draw(grid.Grid(kind, cells, fresh=lambda: fresh, needed=("title",)), alt=t("touchpoints.table_alt"))
    _what_follows()


def _followed(kind: str, field: str) -> GridColumn:
    """A choice, or the words that it follows from channel and title. The table keeps its cells while others are typed
    into, so what follows is said below it, where it is always true."""
    follows = t("touchpoints.follows_cell")
    meant = {word(member): member for member in choices_of(Touchpoint, field)}
    config = st.column_config.SelectboxColumn(
        field_name(kind, field), options=[follows, *meant], required=True, default=follows
    )
    return GridColumn(config, show=lambda value: word(value) or follows, read=meant.get)


def _what_follows() -> None:
    """Setting and medium of every touchpoint as they hold, with who says so."""
    held = session.workshop().touchpoints
    if not held:
        return
    words = t("touchpoints.what_follows")
    part = st.expander(words, icon=":material/rule:", key="what-follows", on_change="rerun")
    if not part.open:
        return
    with part:
        st.caption(t("touchpoints.what_follows_help"))
        rows = (
            (
                safe(each.title or t("frame.untitled")),
                safe(word(each.channel)),
                *(safe(words_of(each, field, session.language())) for field in FIELDS),
            )
            for each in held
        )
        head = [field_name("touchpoints", field) for field in ("title", "channel", *FIELDS)]
        st.html(table(words, head, rows))
