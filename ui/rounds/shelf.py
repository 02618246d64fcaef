"""The rounds that are closed, the newest first: what each was worth, its plan, and what can be done with it."""

from functools import partial

import streamlit as st

from journey.model import Round
from journey.roles import Right
from journey.rounds import REMOVE_ROUND, removed
from ui.cards import action_card
from ui.kit import beginning, download, fields
from ui.kit.fields import Slot
from ui.rounds import closing, looking, states
from ui.state import session
from ui.state.words import day, plain, safe, t, today


def draw() -> None:
    """What became of the actions, closing, the plan of the next round, and the rounds; above them one that somebody looks at."""
    st.html(f"<p class='j-lead'>{safe(t('rounds.lead'))}</p>")
    rounds = session.workshop().rounds
    if not rounds:
        st.info(t("rounds.empty"), icon=":material/event_repeat:")
    with beginning.here():
        looking.draw()
    action_card.judged()
    closing.draw()
    if rounds:
        _plan(rounds[-1])
        st.header(t("rounds.all"), anchor=False)
        for closed in reversed(rounds):
            _row(closed)


def _plan(last: Round) -> None:
    """The plan of the next round is a part of the last one; it may change until then."""
    with st.container(border=True, key="next-round"):
        st.subheader(t("rounds.plan"), anchor=False)
        st.caption(t("rounds.plan_help"))
        left, right = st.columns(2)
        with left:
            fields.day(Slot("rounds", last, "next_day", place="plan"))
            fields.line(Slot("rounds", last, "next_people", place="plan"))
        with right:
            fields.area(Slot("rounds", last, "next_measure", place="plan"))
        if last.next_day is None:
            st.caption(t("rounds.no_calendar"))
            return
        if last.next_day < today():
            st.warning(t("rounds.day_passed", day=day(last.next_day)), icon=":material/event_busy:")
            return
        from journey.exchange.calendar import next_date

        work = partial(next_date, session.workshop().frame, last, session.language())
        download.button(
            t("rounds.calendar"), work, session.workshop(), "ics", key="round-calendar", mime="text/calendar",
            icon=":material/event:", wide=False,
        )  # fmt: skip


def _row(closed: Round) -> None:
    kept = states.kept(closed)
    points = t("rounds.no_score") if kept is None or kept.score is None else t("rounds.score", score=kept.score)
    facts = "".join(
        f"<span class='j-chip'>{safe(words)}</span>"
        for words in (t("rounds.closed_on", day=day(closed.closed)), points)
    )
    with st.container(border=True, key=f"round-{closed.id}"):
        st.html(f"<div class='j-card'><h3>{safe(closed.name or t('frame.untitled'))}</h3><p>{facts}</p></div>")
        with st.container(horizontal=True, gap="xsmall"):
            st.button(t("rounds.look"), key=f"look:{closed.id}", icon=":material/visibility:", on_click=_look,
                      args=(closed.id,))  # fmt: skip
            st.button(t("rounds.compare_with"), key=f"compare:{closed.id}", icon=":material/compare_arrows:",
                      type="tertiary", on_click=_compare, args=(closed.id,))  # fmt: skip
            st.button(t("rounds.remove"), key=f"remove:{closed.id}", icon=":material/delete:", type="tertiary",
                      help=t("rounds.remove_help"), disabled=not session.may(Right.EDIT), on_click=_remove,
                      args=(closed.id,))  # fmt: skip


def _look(which: str) -> None:
    looking.at(which)
    beginning.go()


def _compare(which: str) -> None:
    session.set_value("view-rounds", "compare")
    session.set_value("rounds-older", which)
    session.set_value("rounds-newer", states.TODAY)


@session.to_its_end
def _remove(which: str) -> None:
    if session.commit(removed(session.workshop(), which), REMOVE_ROUND):
        st.toast(plain(t("rounds.removed")), icon=":material/delete:")
