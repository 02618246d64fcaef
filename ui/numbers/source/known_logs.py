"""Logs that the workshop knows: the next export of the same tool is read without a question, a table is asked again by one
click, and what no longer matches is told."""

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from journey.editing import Edit
from journey.model import KnownLog
from ui.kit.phase_chips import phase_chip
from ui.kit.tables import table
from ui.numbers.source import column_mapping, database_table
from ui.state import event_log, session
from ui.state.numbers_state import log_state
from ui.state.words import many, plain, safe, t

if TYPE_CHECKING:
    from journey.numbers.reading_again import ReadChoices
    from journey.numbers.warehouse.errors import WarehouseError
    from journey.rounds.measured_again import MeasuredAgain

_BY_HAND = "log-by-hand"
_SHOWN = 12
_DAY = 86_400


def offer() -> None:
    """Says that a known log needs no questions, and lets a person be asked all the same; tables to ask again."""
    known = session.workshop().logs
    if any(not one.table for one in known):
        names = ", ".join(plain(one.name) for one in known if not one.table)
        st.caption(t("known_logs.one_drop", names=names))
        st.toggle(t("known_logs.by_hand"), key=_BY_HAND, persist_state="session")
    if database_table.offered():
        for one in known:
            if one.table:
                words = t("known_logs.ask_again", table=plain(one.table))
                if st.button(words, key=f"ask-again:{one.id}", icon=":material/sync:"):
                    _ask_again(one)


def begin() -> None:
    """Read the chosen file by what is known of its kind, or as the same one was read before; nothing where it is unknown, or
    a person wants to be asked."""
    from journey.numbers.reading import UnreadableLog, start_reading
    from journey.numbers.reading_again import known_for, plan_again

    state = log_state()
    if state.preview is None or state.file is None or session.value(_BY_HAND):
        return
    found = known_for(session.workshop(), tuple(column.name for column in state.preview.columns))
    known, choices = (found[0].name, found[1]) if found else ("", _as_before())
    if choices is None:
        return
    try:
        plan = plan_again(state.preview, choices)
    except UnreadableLog:
        return  # the questions say what is wrong
    _as_asked(choices)
    state.known, state.choices = known, choices
    state.further = column_mapping.further_plan(state.preview, plan)
    state.job = start_reading(state.file, plan)


def _as_before() -> "ReadChoices | None":
    """How a log that is gone was read, where the chosen file has its columns."""
    state = log_state()
    if state.choices is None or state.preview is None:
        return None
    return None if state.choices.missing(tuple(column.name for column in state.preview.columns)) else state.choices


def strange() -> None:
    """Above the questions about a file: which known log it resembles, and what it lacks."""
    from journey.numbers.reading_again import known_for, nearest_known

    preview = log_state().preview
    if preview is None:
        return
    names = tuple(column.name for column in preview.columns)
    near = nearest_known(session.workshop(), names)
    if near and known_for(session.workshop(), names) is None:
        missing = ", ".join(plain(name) for name in near[1])
        st.warning(t("known_logs.lacks", name=plain(near[0].name), missing=missing), icon=":material/sync_problem:")


def told() -> None:
    """What a log that was read as known changes: the steps, and what no longer matches."""
    state = log_state()
    if not state.known:
        return
    if event_log.source():
        _optional_as_asked()
    st.success(t("known_logs.read_as", name=plain(state.known)), icon=":material/check:")
    found = event_log.answer("measured again", event_log.version(), _measured)
    if found is None:
        return
    if found.before is not None and found.changes:
        st.subheader(t("known_logs.changed", before=plain(found.before)), anchor=False)
        st.html(_steps(found))
        st.caption(t("known_logs.take_over"))
        st.button(
            t("known_logs.to_funnel"), key="known-to-funnel", icon=":material/arrow_forward:", on_click=_to_funnel
        )
    if found.gone:
        with st.expander(many("known_logs.gone", len(found.gone)), icon=":material/search_off:", expanded=True):
            chips = "".join(f"<span class='j-chip'>{safe(name)}</span> " for name in found.gone[:_SHOWN])
            more = len(found.gone) - _SHOWN
            st.html(chips + (safe(t("analysis.more_cards", count=more)) if more > 0 else ""))
            st.caption(t("known_logs.gone_help"))


def edits() -> list[Edit]:
    """That the workshop remembers how the log of this tab was read and what its funnel was asked."""
    from journey.numbers.read_log import ReadLog
    from journey.numbers.reading_again import choices_of, query_said, remembered

    source, state = event_log.source(), log_state()
    if source is None:
        return []
    asked = query_said(event_log.query(), event_log.view().phases)
    if isinstance(source, ReadLog):
        choices = choices_of(source.reading.plan)
        return remembered(session.workshop(), state.name, replace(choices, query=asked))
    stored = database_table.choices(source)
    return remembered(session.workshop(), state.name, replace(stored, query=asked), state.name) if stored else []


def _measured() -> "MeasuredAgain | None":
    from journey.numbers.reading_again import ReadChoices
    from journey.rounds.measured_again import NothingMatches, measured_again

    source = event_log.source()
    if source is None:
        return None
    try:
        return measured_again(session.workshop(), session.model(), source, log_state().choices or ReadChoices())
    except (NothingMatches, WarehouseError):  # the funnel's page says what a database has to say
        return None


def _steps(found: "MeasuredAgain") -> str:
    model, language = session.model(), session.language()
    rows = []
    for change in found.changes:
        ends = [(model.index(phase), model.phase_name(phase)) for phase in (change.previous, change.phase)]
        chips = " → ".join(phase_chip(place or 0, name) for place, name in ends)
        words = safe(change.words(language, found.before or "", found.period))
        rows.append((chips, f"<mark>{words}</mark>" if change in found.fallen else words))
    return table(t("known_logs.steps"), (t("known_logs.step"), t("known_logs.what")), rows)


def _to_funnel() -> None:
    session.set_value("view-numbers", "funnel")


def _ask_again(known: KnownLog) -> None:
    from journey.numbers.reading_again import choices_in

    choices = choices_in(known)
    if choices and database_table.ask_again(known.table, choices):
        _as_asked(choices)
        log_state().known, log_state().choices = known.name, choices
        st.rerun()


def _as_asked(choices: "ReadChoices") -> None:
    """The funnel's page will ask what it asked when the counts were kept."""
    from journey.numbers.reading_again import query_again

    query = query_again(choices, ())
    window = query.window.total_seconds() / _DAY if query.window else None
    for key, value in (
        ("log-order", query.order), ("log-window", window), ("log-open", query.open), ("log-reentry", query.reentry),
        ("log-window-start", query.window_start),
    ):  # fmt: skip
        session.set_value(key, value)


def _optional_as_asked() -> None:
    """The same for the phases that may be skipped, once the log says which it knows."""
    state = log_state()
    key = f"log-optional:{session.model().id}"
    if state.choices and session.value(key) is None:
        kept = state.choices.query.get("optional", ())
        session.set_value(key, [phase.id for phase in event_log.seen_phases()[1:-1] if phase.id in kept])
