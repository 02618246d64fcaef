"""Beside the plane: what is chosen with its fields, else the quarters with what stands in them."""

from collections.abc import Sequence

import streamlit as st

from journey.editing import next_rank, put, remove
from journey.model import LINE_LIMIT, Action, new_id
from journey.priorities import Quadrant, RatedKind, StepGain, Weighed, numbered
from journey.roles import Right
from ui.analysis import priority_plane
from ui.kit import fields, open_card
from ui.kit.fields import Slot
from ui.state import log_words, session
from ui.state.words import figure, money, safe, t

_LEVELS = [1, 2, 3, 4, 5]


def draw(one: Weighed) -> None:
    """The chosen one: what it is, its levels and note, and what can be done with it."""
    priority = one.priority
    with st.container(border=True, key="priority-chosen"):
        st.html(_face(one))
        for field in ("value_customers", "value_firm", "effort"):
            fields.segments(Slot("priorities", priority, field, "priority"), _LEVELS, figure, required=False)
        fields.area(Slot("priorities", priority, "note", "priority"), height=80)
        with st.container(horizontal=True, gap="xsmall", key="priority-acts"):
            _acts(one)


def quarters(rated: Sequence[Weighed]) -> None:
    """Each quarter with what stands in it, by number, and what cannot be placed yet."""
    marks = numbered(rated)
    said = []
    for quadrant in Quadrant:
        here = [f"<li value='{place}'>{safe(one.words)}</li>" for place, one in marks if one.quadrant is quadrant]
        listed = f"<ol>{''.join(here)}</ol>" if here else f"<p class='j-quiet'>{t('priorities.none_here')}</p>"
        words = (
            f"<h3>{t(f'charts.priorities.{quadrant}')}</h3><p class='j-quiet'>{t(f'priorities.about_{quadrant}')}</p>"
        )
        said.append(words + listed)
    waiting = [one for one in rated if one.quadrant is None]
    if waiting:
        listed = "".join(f"<li>{safe(one.words)}</li>" for one in waiting)
        said.append(f"<h3>{t('priorities.waiting')}</h3><ul>{listed}</ul>")
    st.html(f"<div class='j-card j-quarters'>{''.join(said)}</div>")


def _face(one: Weighed) -> str:
    kind = one.subject.kind if one.subject else RatedKind.CARD
    chips = [f"<span class='j-chip'>{t(f'charts.priorities.kind_{kind}')}</span>"]
    if one.quadrant:
        chips.append(f"<span class='j-chip'><b>{t(f'charts.priorities.{one.quadrant}')}</b></span>")
    if one.value is not None:
        chips.append(f"<span class='j-chip'>{t('priorities.value', value=figure(round(one.value, 1)))}</span>")
    said = [f"<h3>{safe(one.words)}</h3>", f"<p>{''.join(chips)}</p>"]
    if one.gain:
        said.append(f"<p class='j-quiet'>{_gain(one.gain)}</p>")
    if one.proposed and one.gain:
        said.append(f"<p><b>{t('priorities.proposed', level=figure(one.gain.level))}</b></p>")
    return f"<div class='j-card'>{''.join(said)}</div>"


def _gain(gain: StepGain) -> str:
    """What one point more brings, with its interval."""
    more = {name: figure(round(getattr(gain.more, name), 1)) for name in ("value", "low", "high")}
    said = t("priorities.gain", **more)
    if gain.revenue is None:
        return safe(said)
    priced = any(one.order_value is not None for one in session.workshop().estimates)
    shown = money if priced else log_words.money
    revenue = {name: shown(round(getattr(gain.revenue, name)), safe) for name in ("value", "low", "high")}
    return f"{safe(said)} {t('priorities.gain_revenue', **revenue)}"


def _acts(one: Weighed) -> None:
    edits = session.may(Right.EDIT)
    if card := priority_plane.card_of(one.priority):
        st.button(t("priorities.open_card"), key="priority:card", icon=":material/open_in_full:",
                  on_click=open_card.clicked, args=(card,))  # fmt: skip
    st.button(t("priorities.to_action"), key="priority:action", icon=":material/add_task:", on_click=_to_action,
              args=(one,), disabled=not edits or _is_taken(one))  # fmt: skip
    st.button(t("priorities.remove"), key="priority:remove", icon=":material/playlist_remove:", type="tertiary",
              on_click=_remove, args=(one.priority.id,), disabled=not edits)  # fmt: skip
    st.button(t("priorities.close"), key="priority:close", icon=":material/close:", type="tertiary",
              on_click=priority_plane.choose, args=("",))  # fmt: skip


def _is_taken(one: Weighed) -> bool:
    return any(action.subject == one.words[:LINE_LIMIT] for action in session.workshop().actions)


@session.to_its_end
def _to_action(one: Weighed) -> None:
    workshop = session.workshop()
    if _is_taken(one):
        return
    title = one.words[:LINE_LIMIT]
    action = Action(
        id=new_id(), rank=next_rank(workshop.actions), title=title, subject=title, rule=one.priority.rule,
        phase=(one.subject.phase if one.subject else "") or None,
    )  # fmt: skip
    session.commit(put(workshop, action))


@session.to_its_end
def _remove(priority_id: str) -> None:
    if session.commit(remove(session.workshop(), priority_id)):
        priority_plane.choose("")
