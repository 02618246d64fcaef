"""What the team will do: a board by state or a list by owner, with what became of each, and a table to type into."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from journey.actions import by_owner, by_state, is_overdue
from journey.editing import next_rank
from journey.model import Action, ActionState, Language, Workshop, new_id
from journey.roles import Right
from ui.cards import action_card, owner_link, reach, step_figures
from ui.kit import columns, download, grid, lines
from ui.kit.rooms import named
from ui.state import session
from ui.state.words import many, plain, safe, t, today, word

_BOARD, _OWNERS = "board", "owners"


def draw() -> None:
    """The board or the owners, and the table of all below."""
    actions = session.workshop().actions
    lines.add_line("actions.add", "add-action", _action)
    if not actions:
        st.info(t("analysis.no_actions"), icon=":material/add_task:")
    else:
        with st.container(horizontal=True, vertical_alignment="center", key="actions-head"):
            look = st.segmented_control(
                t("actions.look"), (_BOARD, _OWNERS), default=_BOARD, required=True, key="actions-look",
                format_func=lambda one: t(f"actions.look_{one}"), label_visibility="collapsed", persist_state="session",
            )  # fmt: skip
            _files()
        st.html(f"<p class='j-quiet'>{_summary(actions)}</p>")
        step_figures.draw(actions)
        if look == _OWNERS:
            _owners(by_owner(actions))
        else:
            _board(by_state(actions))
        st.subheader(t("actions.table"), anchor=False)
    _table()


def _summary(actions: tuple[Action, ...]) -> str:
    """How many there are of each state, and how many are late."""
    counts = {state: sum(action.state is state for action in actions) for state in ActionState}
    said = [f"{word(state)}: {count}" for state, count in counts.items() if count]
    late = sum(is_overdue(action, today()) for action in actions)
    return safe(" · ".join([*said, *([many("actions.late", late)] if late else [])]))


def _board(columns_: Mapping[ActionState, tuple[Action, ...]]) -> None:
    shown = [state for state in ActionState if state is not ActionState.DROPPED or columns_[state]]
    for column, state in zip(st.columns(len(shown), gap="small"), shown, strict=True):
        with column, st.container(key=f"board-{state.value.replace('_', '-')}", gap="small"):
            st.html(f"<h3 class='j-lane'>{safe(word(state))} <span>{len(columns_[state])}</span></h3>")
            for action in columns_[state]:
                action_card.draw(action, "board")
            if not columns_[state]:
                st.caption(t(f"actions.none_{state}"))


def _owners(owners: Mapping[str, tuple[Action, ...]]) -> None:
    for place, (owner, actions) in enumerate(owners.items()):
        with st.container(horizontal=True, vertical_alignment="center", key=f"owner-{place}"):
            st.subheader(plain(owner) or t("actions.nobody"), anchor=False)
            if owner:
                _link(owner, place)
        with st.grid("auto", min_column_width=300, gap="small"):
            for action in actions:
                action_card.draw(action, "owners", says_state=True, says_owner=False)


def _link(owner: str, place: int) -> None:
    """The secret link of this person, and the address of the own page for who is in the workshop."""
    asked = st.popover(
        t("actions.own_link"), icon=":material/link:", key=f"owner-link:{place}", on_change="rerun", type="tertiary"
    )
    if not asked.open:
        return
    with asked:
        if session.may(Right.LEAD):
            owner_link.offered(owner, str(place))
        st.caption(t("actions.own_link_help"))
        address = reach.address(named("own_actions").path, workshop=session.workshop().frame.id, owner=owner)
        st.code(address, language=None, wrap_lines=True)


def _files() -> None:
    asked = st.popover(t("actions.files"), icon=":material/download:", key="actions-files", on_change="rerun")
    if not asked.open:
        return
    with asked:
        workshop, language = session.workshop(), session.language()
        for ending, work in (("ics", calendar), ("csv", table_file)):
            download.button(
                t(f"actions.file_{ending}"), partial(work, workshop, language), workshop, ending,
                key=f"actions-{ending}", prefix=f"{t('actions.file')}-",
            )  # fmt: skip


def calendar(workshop: Workshop, language: Language) -> bytes:
    """The due days for a calendar, made now."""
    from journey.exchange.calendar import action_calendar

    return action_calendar(workshop, language, datetime.now(UTC))


def table_file(workshop: Workshop, language: Language) -> bytes:
    """All actions as a list for spreadsheets."""
    from journey.exchange.action_list import action_csv

    return action_csv(workshop, language)


def _table() -> None:
    kind = "actions"
    cells = {
        "title": columns.text(kind, "title", pinned=True, required=True),
        "state": columns.choice(kind, "state"),
        "owner": columns.text(kind, "owner"),
        "due": columns.day(kind, "due"),
        "phase": columns.reference(kind, "phase"),
        "step": columns.reference(kind, "step"),
        "goal": columns.reference(kind, "goal"),
        "touchpoint": columns.reference(kind, "touchpoint"),
        "figure": columns.text(kind, "figure"),
        "before": columns.number(kind, "before"),
        "target": columns.number(kind, "target"),
        "after": columns.number(kind, "after"),
        "reason": columns.text(kind, "reason", width="large"),
        "subject": columns.text(kind, "subject", width="large"),
        "note": columns.text(kind, "note", width="large"),
    }
    grid.draw(grid.Grid(kind, cells, needed=("title",), openable=False), alt=t("analysis.actions_alt"))


def _action(title: str) -> Action:
    return Action(id=new_id(), rank=next_rank(session.workshop().actions), title=title)
