"""The actions of one person, the most urgent first: a page of its own, to which a link leads."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from journey.actions import by_owner, is_same_owner, owned_by
from journey.roles import Right
from ui.cards import action_card, step_figures
from ui.kit import style
from ui.kit.rooms import named
from ui.state import session
from ui.state.words import plain, t

_OWNER = "owner"


@dataclass
class _Asked:
    """Whose actions the address asked for last; None before it was looked at."""

    owner: str | None = None


def draw() -> None:
    """Whose actions, and these; without any owner what to do."""
    actions = session.workshop().actions
    owners = [owner for owner in by_owner(actions) if owner]
    if not owners:
        st.info(t("own_actions.none"), icon=":material/assignment_ind:")
        _to_all()
        return
    chosen = _whose(owners)
    asked = st.query_params.get(_OWNER, "")
    if asked and not chosen:
        st.info(plain(t("own_actions.nothing_for", owner=asked)), icon=":material/done_all:")
    if not session.may(Right.EDIT):
        st.caption(t("own_actions.only_read"))
    if chosen:
        style.unseen_heading(t("own_actions.heading"))
    elif not asked:
        st.caption(t("own_actions.choose"))
    mine = owned_by(actions, chosen)
    for action in mine:
        action_card.draw(action, "own", says_state=True, says_owner=False)
    step_figures.draw(mine)
    _to_all()


def _whose(owners: Sequence[str]) -> str:
    """The owner that the address names, else the one that is chosen; "" for none."""
    key, asked = session.own("own-actions-of"), st.query_params.get(_OWNER, "")
    last = session.of_workshop(_Asked)
    if asked != last.owner:
        last.owner = asked
        session.set_value(key, next((owner for owner in owners if is_same_owner(owner, asked)), None))
    elif session.value(key) not in owners:
        session.set_value(key, None)
    return st.pills(t("own_actions.whose"), owners, key=key, format_func=plain, on_change=_tell, args=(key,)) or ""


def _tell(key: str) -> None:
    """The address names who was chosen, so that it can be sent on."""
    chosen = session.value(key) or ""
    session.of_workshop(_Asked).owner = chosen
    if chosen:
        st.query_params[_OWNER] = chosen
    else:
        st.query_params.pop(_OWNER, None)


def _to_all() -> None:
    named("analysis").link(label=t("own_actions.to_all"), icon=":material/view_kanban:",
        query={"view-analysis": "actions"},
    )  # fmt: skip
