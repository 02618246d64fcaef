"""One finding: where, why, what to ask, and the team's answer."""

from dataclasses import dataclass

import streamlit as st

from journey.critic import Finding, Severity, answer_to
from journey.editing import kind_of, next_rank, put, remove
from journey.history import card_name
from journey.model import LINE_LIMIT, Action, FindingAnswer, Verdict, new_id
from ui.analysis import just_answered
from ui.cards import critic
from ui.cards.forms import FORMS
from ui.kit import keeper, lines, open_card
from ui.kit.rooms import named
from ui.state import session
from ui.state.lit_cards import light_up
from ui.state.words import plain, safe, t, word

_MOST_CARDS = 6


def draw(finding: Finding, key: str) -> None:
    """The card with its buttons."""
    with st.container(border=True, height="stretch", key=key):
        st.html(critic.face(finding))
        _cards(finding, key)
        st.space("stretch")
        _answer(finding, key)


def _cards(finding: Finding, key: str) -> None:
    workshop = session.workshop()
    found = [entity for card in finding.cards if (entity := workshop.find(card)) is not None]
    known = [entity for entity in found if kind_of(entity) in FORMS]
    named = [(entity.id, card_name(entity, workshop, session.language(), session.model())) for entity in known]
    shown = [(card, name) for card, name in named if name][:_MOST_CARDS]
    if not shown:
        return
    with st.container(horizontal=True, gap="xsmall"):
        for card, name in shown:
            st.button(
                plain(name[:50]), key=f"{key}:{card}", icon=":material/open_in_full:", type="tertiary",
                on_click=open_card.clicked, args=(card,),
            )  # fmt: skip
        if len(known) > len(shown):
            st.caption(t("analysis.more_cards", count=len(known) - len(shown)))


def _answer(finding: Finding, key: str) -> None:
    given = answer_to(finding, session.workshop())
    with st.container(horizontal=True, vertical_alignment="center"):
        if given:
            reason = f": {given.reason}" if given.reason else ""
            st.html(f"<p><b>{safe(word(given.verdict))}</b>{safe(reason)}</p>", width="stretch")
            st.button(t("analysis.reopen"), key=f"{key}:reopen", type="tertiary", icon=":material/replay:",
                      on_click=_reopen, args=(given.id,))  # fmt: skip
            return
        if finding.severity is not Severity.STRENGTH:
            accept(finding, key)
        _dismissal(finding, key)
        touchpoints = tuple(card for card in finding.cards if session.workshop().touchpoint(card))
        if touchpoints and st.button(t("analysis.on_map"), key=f"{key}:map", type="tertiary", icon=":material/map:"):
            light_up(touchpoints)
            session.set_value("view-map", "map")
            named("map").go()


@dataclass
class _Unreasoned:
    """The finding that was to be dismissed without a reason."""

    key: str = ""


def _dismissal(finding: Finding, key: str) -> None:
    """The team puts a finding aside, with a reason."""
    words = t("analysis.dismiss")
    asked = st.popover(words, icon=":material/do_not_disturb_on:", key=f"{key}:dismiss", on_change="rerun")
    if not asked.open:
        return
    with asked:
        reason = lines.entry(
            st.text_input, t("fields.answers.reason"), f"{key}:reason", max_chars=LINE_LIMIT,
            placeholder=t("analysis.reason_hint"),
        )  # fmt: skip
        st.button(t("analysis.dismiss_now"), key=f"{key}:dismiss-now", on_click=_dismiss, args=(finding, key))
        # below the button, which stays where it is
        if not reason.strip() and session.of_workshop(_Unreasoned).key == key:
            st.error(t("analysis.needs_reason"), icon=":material/error:")


def accept(finding: Finding, key: str) -> None:
    """The team takes a finding up: it says what it will do, and Enter makes an action of that."""
    asked = st.popover(t("analysis.accept"), icon=":material/add_task:", key=f"{key}:accept", on_change="rerun")
    if not asked.open:
        return
    with asked:
        title_key, proposed = f"{key}:title", t("analysis.proposal", question=finding.next)[:LINE_LIMIT]
        with st.form(f"{key}:form", border=False):
            st.text_input(t("analysis.what_to_do"), value=proposed, key=title_key, max_chars=LINE_LIMIT, width=480)
            keeper.keep(keeper.PAGE, title_key, settled=proposed)
            st.form_submit_button(
                t("analysis.accept_now"), key=f"{key}:accept-now", icon=":material/add_task:", type="primary",
                on_click=_accept, args=(finding, title_key, proposed),
            )  # fmt: skip


def _accept(finding: Finding, title_key: str, proposed: str) -> None:
    workshop = session.workshop()
    if answer_to(finding, workshop):  # by somebody else, a moment ago
        return
    action = Action(
        id=new_id(), rank=next_rank(workshop.actions), title=(session.value(title_key) or "").strip() or proposed,
        phase=finding.phase or None, rule=finding.rule, subject=finding.title[:LINE_LIMIT],
    )  # fmt: skip
    answer = _answered(finding, Verdict.ACCEPTED, "")
    if session.commit(put(workshop, answer, action), "accept_finding"):
        lines.used(title_key)
        just_answered.note(answer, action.id)


def _dismiss(finding: Finding, key: str) -> None:
    reason = (session.value(f"{key}:reason") or "").strip()
    session.of_workshop(_Unreasoned).key = "" if reason else key
    if not reason or answer_to(finding, session.workshop()):
        return
    answer = _answered(finding, Verdict.DISMISSED, reason)
    if session.commit(put(session.workshop(), answer), "dismiss_finding"):
        lines.used(f"{key}:reason")
        just_answered.note(answer)


def _answered(finding: Finding, verdict: Verdict, reason: str) -> FindingAnswer:
    workshop = session.workshop()
    return FindingAnswer(
        id=workshop.id_for("answers", finding.rule, finding.evidence), rank=next_rank(workshop.answers), rule=finding.rule, subject=finding.title[:LINE_LIMIT],
        verdict=verdict, reason=reason, evidence=finding.evidence,
    )  # fmt: skip


def _reopen(answer_id: str) -> None:
    session.commit(remove(session.workshop(), answer_id), "reopen_finding")
