"""The list of changes, newest first, day by day, a page at a time, with the versions that people named between them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import streamlit as st

from journey.store import PAGE, Logged, NamedVersion, Sought
from ui.history import dialogs, versions
from ui.history.wording import Caller, caller, cards, name_of, take_back_word, told
from ui.kit import sought_history
from ui.state import session
from ui.state.words import many, moment, safe, t

_CARDS = 20
"""So many cards of one change are told in the list; the dialog tells more."""


@dataclass
class _Turned:
    """What is sought, and the last change of each page before the one that is shown."""

    sought: Sought | None = None
    ends: list[int] = field(default_factory=list)


def draw(sought: Sought) -> None:
    """The page of changes that is looked at, and the way to newer and older ones."""
    workshop_id, past = session.workshop().frame.id, session.store().past
    turned = _turned(sought)
    before = turned[-1] if turned else None
    found = past.page(workshop_id, sought, before, PAGE + 1)
    entries, last = found[:PAGE], len(found) <= PAGE
    lowest = 0 if last else entries[-1].sequence
    marks = [v for v in past.versions(workshop_id) if v.sequence >= lowest and (before is None or v.sequence < before)]
    if sought == Sought() and not entries:
        st.info(t("history.page.empty"), icon=":material/history:")
    elif not entries:
        st.info(t("history.page.not_found"), icon=":material/search_off:")
    if sought != Sought():
        st.button(
            t("history.page.show_all"),
            key="history-all",
            icon=":material/filter_alt_off:",
            on_click=sought_history.clear,
        )
    _entries(entries, marks, caller())
    _pages(turned, entries, last)
    if last:
        st.html(f"<p class='j-entry j-quiet'>{t('history.page.begins', when=moment(past.began(workshop_id)))}</p>")
        if entries and sought == Sought():
            st.button(t("history.page.to_begin"), key="go-back:0", icon=":material/first_page:", type="tertiary",
                      on_click=dialogs.ask, args=("state", 0))  # fmt: skip


def _turned(sought: Sought) -> list[int]:
    """Where the pages before this one ended; begins afresh when something else is sought."""
    held = session.of_workshop(_Turned)
    if held.sought != sought:
        held.sought, held.ends = sought, []
    return held.ends


def _entries(entries: tuple[Logged, ...], marks: list[NamedVersion], called: Caller) -> None:
    day, waiting = "", list(marks)
    for entry in entries:
        today, _, clock = moment(entry.at).partition(", ")
        if today != day:
            day = today
            st.html(f"<h2 class='j-day'>{_day(day)}</h2>")
        while waiting and waiting[0].sequence >= entry.sequence:
            versions.row(waiting.pop(0), called, "mark")
        _entry(entry, clock, called)
    for version in waiting:
        versions.row(version, called, "mark")


def _day(day: str) -> str:
    return t("history.page.today", day=day) if moment(datetime.now(UTC)).startswith(day) else day


def _entry(entry: Logged, clock: str, called: Caller) -> None:
    number = entry.sequence
    opened = session.current().opened
    with st.container(horizontal=True, vertical_alignment="top", gap="small", key=f"change-{number}"):
        st.html(_face(entry, clock, called), width="stretch")
        with st.container(horizontal=True, width="content", gap="xsmall", key=f"change-acts-{number}"):
            st.button(t(f"history.page.{take_back_word(entry)}"), key=f"take-back:{number}", icon=":material/undo:", type="tertiary",
                      on_click=dialogs.ask, args=("take_back", number))  # fmt: skip
            st.button(t("history.page.go_back"), key=f"go-back:{number}", icon=":material/history:", type="tertiary",
                      disabled=opened is None or number == opened.sequence,
                      on_click=dialogs.ask, args=("state", number))  # fmt: skip


def _face(entry: Logged, clock: str, called: Caller) -> str:
    changes = told(entry.change.edits)
    who = safe(called(entry.author))
    return (
        f"<div class='j-entry'><p class='j-quiet'>{clock} · <b>{who}</b> · {t('history.page.number', number=entry.sequence)}</p>"
        f"<p>{safe(name_of(entry))}</p>"
        f"<details><summary>{many('history.page.cards', len(changes))}</summary>{cards(changes, _CARDS)}</details></div>"
    )


def _pages(turned: list[int], entries: tuple[Logged, ...], last: bool) -> None:
    if not turned and last:
        return
    with st.container(horizontal=True, horizontal_alignment="distribute", key="history-pages"):
        st.button(t("history.page.newer"), key="history-newer", icon=":material/arrow_back:", disabled=not turned,
                  on_click=_newer, args=(turned,))  # fmt: skip
        st.button(t("history.page.older"), key="history-older", icon=":material/arrow_forward:", icon_position="right",
                  disabled=last, on_click=_older, args=(turned, entries))  # fmt: skip


def _newer(turned: list[int]) -> None:
    del turned[-1:]


def _older(turned: list[int], entries: tuple[Logged, ...]) -> None:
    turned.append(entries[-1].sequence)
