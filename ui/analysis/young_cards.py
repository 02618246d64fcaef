"""Findings on cards that are younger than an hour: the list has them, as every file has, until somebody leaves them out."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from journey.critic import Finding
from ui.cards import critic
from ui.state import session
from ui.state.words import many, t


@dataclass
class _Left:
    out: bool = False


def parted(waiting: Sequence[Finding]) -> tuple[Sequence[Finding], int]:
    """The findings to list, and how many of all are on young cards alone."""
    settled = critic.on_settled(waiting)
    return (settled if session.of_workshop(_Left).out else waiting), len(waiting) - len(settled)


def told(young: int) -> None:
    """How many they are, with a button to leave them out or to show them too; nothing where there are none."""
    if not young:
        return
    out = session.of_workshop(_Left).out
    with st.container(horizontal=True, vertical_alignment="center", key="young-findings"):
        st.caption(many("analysis.young_out" if out else "analysis.young", young), width="content")
        st.button(
            t("analysis.young_show" if out else "analysis.young_leave"), key="young", type="tertiary",
            icon=":material/visibility:" if out else ":material/visibility_off:", on_click=_turn,
        )  # fmt: skip


def _turn() -> None:
    left = session.of_workshop(_Left)
    left.out = not left.out
