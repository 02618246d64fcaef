"""An action as it stands on several pages: what, whose, until when, what it shall move and whether it did, and what can be done
with it by one click."""

from collections.abc import Callable, Mapping

import streamlit as st

from journey.actions import (
    Judgement,
    Outcome,
    aim_words,
    carried_over,
    is_overdue,
    judgement_words,
    put_into,
    soonest_first,
)
from journey.editing import put
from journey.future import difference_of, future_made_today
from journey.model import Action, ActionState
from journey.roles import Right
from journey.rounds import judged_over_rounds
from ui.cards import step_figures
from ui.kit import lines, open_card
from ui.kit.rooms import named
from ui.state import session, worked_out
from ui.state.words import day, many, safe, t, today, word

_SIGNS = {Outcome.MOVED: "▲", Outcome.AGAINST: "▼", Outcome.NOT_MOVED: "=", Outcome.TOO_EARLY: "…"}
_WAITING = (ActionState.OPEN, ActionState.IN_PROGRESS)
_REASON_LIMIT = 500
_DOSE = 6
"""So many a round begins with; all of them are on the board."""


def judgements() -> Mapping[str, Judgement]:
    """What became of what each action shall move, by the action's id."""
    return worked_out.kept("judged", (), lambda: judged_over_rounds(session.workshop()))


def draw(action: Action, place: str, *, says_state: bool = False, says_owner: bool = True) -> None:
    """The card with its buttons; `place` tells two cards of an action on one page apart."""
    key = f"{place}:{action.id}"
    with st.container(border=True, key=f"action-{place}-{action.id}", gap="small"):
        st.html(_face(action, says_state=says_state, says_owner=says_owner))
        with st.container(horizontal=True, gap="xsmall", key=f"action-acts-{place}-{action.id}"):
            _acts(action, key)


def judged() -> None:
    """What a round begins with: every action that is still to be done or that says what it shall move, the most urgent first:
    is it done, and did the figure move? Open once a round was closed. Nothing where there is none."""
    workshop, found = session.workshop(), judgements()
    told = [one for one in soonest_first(workshop.actions) if one.state in _WAITING or one.id in found]
    if not told:
        return
    fold = st.expander(
        many("actions.judged", len(told)), expanded=bool(workshop.rounds), icon=":material/gavel:", on_change="rerun",
        key=f"actions-judged-{len(workshop.rounds)}",  # what was folded before a round is open after it
    )  # fmt: skip
    if not fold.open:
        return
    with fold:
        with st.grid("auto", min_column_width=300, gap="small"):
            for action in told[:_DOSE]:
                draw(action, "judged", says_state=True)
        if len(told) > _DOSE:
            st.caption(many("actions.more", len(told) - _DOSE))
        step_figures.draw(told)
        named("analysis").link(label=t("own_actions.to_all"), icon=":material/view_kanban:",
            query={"view-analysis": "actions"},
        )  # fmt: skip


def _face(action: Action, *, says_state: bool, says_owner: bool) -> str:
    facts = []
    if says_state:
        facts.append(f"<span class='j-chip'>{safe(word(action.state))}</span>")
    if says_owner and action.owner:
        facts.append(f"<span class='j-chip'>{safe(action.owner)}</span>")
    if action.due and action.state in _WAITING:
        facts.append(_due(action))
    if action.done and action.state is ActionState.DONE:
        facts.append(f"<span class='j-chip'>{t('actions.done_on', day=day(action.done))}</span>")
    said = [f"<h3>{safe(action.title or t('frame.untitled'))}</h3>"]
    if facts:
        said.append(f"<p>{''.join(facts)}</p>")
    if action.state is ActionState.DROPPED and action.reason:
        said.append(f"<p>{safe(t('actions.because', reason=action.reason))}</p>")
    said.append(_judgement(action))
    return f"<div class='j-card j-action'>{''.join(said)}</div>"


def _due(action: Action) -> str:
    if is_overdue(action, today()):
        return f"<mark>⚠ {safe(t('actions.overdue', day=day(action.due) if action.due else ''))}</mark>"
    return f"<span class='j-chip'>{t('actions.until', day=day(action.due) if action.due else '')}</span>"


def _judgement(action: Action) -> str:
    """What it shall move, and what became of it."""
    workshop, language = session.workshop(), session.language()
    aim = aim_words(action, workshop, language)
    judgement = judgements().get(action.id)
    if not aim or judgement is None:
        return ""
    outcome = f"<span aria-hidden='true'>{_SIGNS[judgement.outcome]}</span> {t(f'actions.outcome.{judgement.outcome}')}"
    verdict = f"<b>{outcome}</b><br>" if action.state is ActionState.DONE else ""
    said = judgement_words(judgement, action, workshop, language)
    return f"<p class='j-aim'>{safe(aim)}</p><p class='j-verdict {judgement.outcome}'>{verdict}{safe(said)}</p>"


def _acts(action: Action, key: str) -> None:
    if action.state is ActionState.OPEN:
        _act("begin", "play_arrow", key, _into, action.id, ActionState.IN_PROGRESS)
    if action.state in _WAITING:
        _act("finish", "check", key, _into, action.id, ActionState.DONE)
    else:
        _act("carry_over", "redo", key, _carry_over, action.id)
    if action.state in _WAITING:
        _dropping(action, key)
    if action.state is ActionState.DONE and difference_of(session.workshop(), action):
        _act("make_today", "published_with_changes", key, _make_today, action.id)
    st.button(t("frame.edit"), key=f"{key}:edit", icon=":material/edit:", type="tertiary",
              on_click=open_card.clicked, args=(action.id,))  # fmt: skip


def _act(name: str, icon: str, key: str, act: Callable[..., None], *args: object) -> None:
    st.button(
        t(f"actions.{name}"), key=f"{key}:{name}", icon=f":material/{icon}:", on_click=act, args=args,
        disabled=not session.may(Right.EDIT),
    )  # fmt: skip


def _dropping(action: Action, key: str) -> None:
    """The team will not do it, and says why."""
    asked = st.popover(
        t("actions.drop"), icon=":material/block:", key=f"{key}:drop", on_change="rerun", type="tertiary",
        disabled=not session.may(Right.EDIT),
    )  # fmt: skip
    if not asked.open:
        return
    with asked:
        reason = f"{key}:reason"
        lines.entry(st.text_input, t("fields.actions.reason"), reason, max_chars=_REASON_LIMIT,
                    placeholder=t("actions.reason_hint"))  # fmt: skip
        st.button(t("actions.drop_now"), key=f"{key}:drop-now", on_click=_drop, args=(action.id, reason))


def _held(action_id: str) -> Action | None:
    found = session.workshop().find(action_id)
    return found if isinstance(found, Action) else None


@session.to_its_end
def _into(action_id: str, state: ActionState) -> None:
    if held := _held(action_id):
        session.commit(put(session.workshop(), put_into(held, state, today())))


@session.to_its_end
def _carry_over(action_id: str) -> None:
    if held := _held(action_id):
        session.commit(put(session.workshop(), carried_over(held)), "carry_over")


@session.to_its_end
def _make_today(action_id: str) -> None:
    """What was planned is how it is now."""
    held = _held(action_id)
    if held and (sides := difference_of(session.workshop(), held)):
        session.commit(future_made_today(session.workshop(), sides, today()), "future_now")


@session.to_its_end
def _drop(action_id: str, reason_key: str) -> None:
    held, reason = _held(action_id), str(session.value(reason_key) or "").strip()
    if held and session.commit(
        put(session.workshop(), put_into(held, ActionState.DROPPED, today(), reason)), "drop_action"
    ):
        lines.used(reason_key)
