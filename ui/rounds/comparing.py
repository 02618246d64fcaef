"""Two states side by side: which two, what changed in all, and then feelings, steps, findings, the map, every card."""

import streamlit as st

from journey.rounds import RoundComparison, RoundLost, compared
from ui.rounds import changed, changed_map, closing, states
from ui.state import session, worked_out
from ui.state.words import figure, t

_OLDER, _NEWER = "rounds-older", "rounds-newer"


def draw() -> None:
    """The choice and the comparison; what to do first where there is no round."""
    rounds = session.workshop().rounds
    if not rounds:
        st.info(t("rounds.compare_empty"), icon=":material/compare_arrows:")
        closing.first()
        return
    older, newer = _chosen(rounds[-1].id)
    if older == newer:
        st.info(t("rounds.same_state"), icon=":material/compare_arrows:")
        return
    try:
        found = _compared(older, newer)
    except RoundLost:
        st.warning(t("rounds.lost"), icon=":material/broken_image:")
        return
    called = states.names()
    _in_all(found)
    changed.feelings(found, called[older], called[newer])
    changed.steps(found, called[older], called[newer])
    changed.findings(found)
    changed_map.draw(found, (older, newer))
    changed.cards(found)


def _chosen(last: str) -> tuple[str, str]:
    called = states.names()
    chosen = []
    with st.container(horizontal=True, key="rounds-chosen"):
        for key, usual in ((_OLDER, last), (_NEWER, states.TODAY)):
            if session.value(key) not in called:
                session.set_value(key, usual)
            chosen.append(
                st.selectbox(
                    t(f"rounds.{key.removeprefix('rounds-')}"),
                    list(called),
                    format_func=called.__getitem__,
                    key=session.own(key),
                    persist_state="session",
                    width=280,
                )
            )
    return chosen[0], chosen[1]


def _compared(older: str, newer: str) -> RoundComparison:
    log = states.logged_steps() if states.TODAY in {older, newer} else ()
    return worked_out.kept(
        "rounds-compared", (older, newer, session.language(), log),
        lambda: compared(states.state_of(older, newer), states.state_of(newer)),
    )  # fmt: skip


def _in_all(found: RoundComparison) -> None:
    before, after = (state.kept.score if state.kept else None for state in (found.older, found.newer))
    with st.container(horizontal=True, key="rounds-in-all"):
        st.metric(
            t("rounds.points"), "–" if after is None else figure(after),
            None if before is None or after is None else after - before, help=t("rounds.points_help"), border=True,
        )  # fmt: skip
        for name, count in found.card_counts.items():
            st.metric(t(f"rounds.cards_{name}"), figure(count), border=True, height="stretch")
    if found.model_switched:
        st.info(t("rounds.model_switched"), icon=":material/view_column:")
    if found.judged_otherwise:
        st.info(t("rounds.judged_otherwise"), icon=":material/tune:")
    if not found.edits:
        st.info(t("rounds.nothing_changed"), icon=":material/done_all:")
