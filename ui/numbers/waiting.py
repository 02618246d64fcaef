"""Where open cases are sitting now and how long: the stuck phase by name, a picture, and the list to take along."""

import csv
from collections.abc import Mapping, Sequence
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING

import streamlit as st

from ui.kit import download, log_picture
from ui.kit.picture import drawing
from ui.kit.tables import table
from ui.state import event_log, log_words, session
from ui.state.words import figure, plain, safe, t

if TYPE_CHECKING:
    from journey.numbers.log.waiting import Waiting

_SHOWN = 15


def draw() -> None:
    """The sentence, the picture, the list."""
    from journey.charts import waiting_alt, waiting_chart
    from journey.numbers.log.waiting import waiting

    found = event_log.answer("waiting", event_log.matches(), lambda: waiting(event_log.phased_log()))
    st.caption(t("trends.waiting_help", day=log_words.clock(found.now)))
    names = session.model().phase_name
    if stuck := found.stuck:
        st.warning(
            t("trends.stuck", phase=plain(names(stuck.phase)), count=figure(stuck.overdue or 0)),
            icon=":material/hourglass_bottom:",
        )
    else:
        st.success(t("trends.not_stuck"), icon=":material/check:")
    if once := found.came_once:
        st.caption(t("trends.came_once", phase=plain(names(once.phase)), count=figure(once.overdue or 0)))
    called, language = event_log.phase_names(), session.language()
    log_picture.draw(
        "waiting", event_log.matches(), drawing(waiting_chart, found, called, language),
        lambda: waiting_alt(found, called, language),
    )  # fmt: skip
    _listed(found)


def _listed(found: "Waiting") -> None:
    names = session.model().phase_name
    head = [t(f"trends.{name}") for name in ("pseudonym", "phase", "since", "days")]
    with st.expander(t("trends.list"), icon=":material/list:"):
        st.caption(t("trends.list_help"))
        rows = (
            (f"<code>{one.case}</code>", safe(names(one.phase)), log_words.clock(one.since), figure(round(one.days, 1)))
            for one in found.open_cases(_SHOWN)
        )
        st.html(table(t("trends.list"), head, rows))
        download.button(
            t("trends.download"), partial(_csv, found, event_log.phase_names(), head, event_log.coded_log().zone), session.workshop(), "csv",
            key="waiting-csv", prefix="waiting-", icon=":material/download:", wide=False,
        )  # fmt: skip


def _csv(found: "Waiting", names: Mapping[str, str], head: Sequence[str], zone: str) -> bytes:
    """All open cases; `names`: phase id -> name. A name that a spreadsheet would take for a formula starts with an
    apostrophe."""
    from journey.numbers.log.waiting import microseconds
    from journey.numbers.log.wall_clock import wall_time

    sheet = StringIO()
    writer = csv.writer(sheet, delimiter=";")
    writer.writerow(head)
    for one in found.open_cases():
        phase = names[one.phase]
        phase = f"'{phase}" if phase[:1] in "=+-@\t\r" else phase
        writer.writerow(
            (one.case, phase, wall_time(microseconds(one.since), zone).strftime("%Y-%m-%d %H:%M:%S"), f"{one.days:.2f}")
        )
    return sheet.getvalue().encode("utf-8-sig")
