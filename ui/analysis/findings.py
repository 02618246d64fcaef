"""The findings on the page, in doses: a heat strip over the phases, filters, the cards that matter most, and what is not
filled in yet."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from journey.critic import Finding, Severity, answer_to
from journey.journey_map import matters_to
from journey.model import Touchpoint
from ui.analysis import completeness, finding_card, just_answered, limits, young_cards
from ui.cards import critic, severity
from ui.cards.heat_strip import heat_strip
from ui.state import session
from ui.state.words import apart, many, t

_OPEN, _ANSWERED = "open", "answered"
_DOSE = 5


@dataclass
class _Shown:
    count: int = _DOSE


def board() -> None:
    """The findings that matter most, more on request; below, how far each phase is filled in."""
    waiting, young = young_cards.parted(critic.waiting())
    answered = [each for each in critic.listed() if answer_to(each, session.workshop())]
    strong = sum(each.severity is Severity.STRENGTH for each in waiting)
    beside = [many("analysis.strengths", strong)] if strong else []
    st.header(" · ".join([many("analysis.open", len(waiting) - strong), *beside]), anchor=False)
    young_cards.told(young)
    just_answered.draw()
    st.html(heat_strip(waiting))
    _dose(_filtered(waiting, answered))
    limits.switched_off()
    completeness.draw()


def _dose(found: list[Finding]) -> None:
    shown = session.of_workshop(_Shown)
    with st.grid("auto", min_column_width=520, gap="small"):
        for finding in found[: shown.count]:
            finding_card.draw(finding, f"finding-{finding.rule}-{finding.evidence}")
    if not found:
        st.success(t("analysis.nothing"), icon=":material/check:")
    more = len(found) - shown.count
    if more > 0:
        st.button(many("analysis.show_more", more), key="more-findings", icon=":material/expand_more:", on_click=_more)


def _more() -> None:
    session.of_workshop(_Shown).count += _DOSE


def _filtered(waiting: Sequence[Finding], answered: Sequence[Finding]) -> list[Finding]:
    with st.container(horizontal=True, vertical_alignment="bottom", key="finding-filters"):
        state = st.segmented_control(
            t("analysis.state"), (_OPEN, _ANSWERED), default=_OPEN, required=True, key="finding-state",
            format_func=lambda one: t(f"analysis.state_{one}"), persist_state="session", width="content",
        )  # fmt: skip
        pool = waiting if state == _OPEN else answered
        weights = _severity(pool)
        phase = _phase(pool)
        persona = _persona()
    return [
        each for each in pool
        if (not weights or each.severity in weights) and phase in (None, each.phase) and _concerns(each, persona)
    ]  # fmt: skip


def _severity(pool: Sequence[Finding]) -> list[Severity]:
    counts = {weight: sum(each.severity is weight for each in pool) for weight in Severity}
    return st.pills(
        t("analysis.severity"), list(Severity), selection_mode="multi", key="finding-severity", persist_state="session",
        format_func=lambda one: f"{severity.marked(one)} · {counts[one]}", width="content",
    )  # fmt: skip


def _phase(pool: Sequence[Finding]) -> str | None:
    model = session.model()
    present = [phase.id for phase in model.phases if any(each.phase == phase.id for each in pool)]
    return st.selectbox(
        t("analysis.phase"), present, index=None, format_func=model.phase_name, key=f"finding-phase:{model.id}",
        placeholder=t("analysis.all_phases"), persist_state="session", width=260,
    )  # fmt: skip


def _persona() -> str | None:
    names = apart({persona.id: persona.name for persona in session.workshop().personas})
    if len(names) < 2:
        return None
    return st.selectbox(
        t("analysis.persona"), list(names), index=None, format_func=lambda one: names.get(one, ""), key="finding-persona",
        placeholder=t("analysis.all_personas"), persist_state="session", width=260,
    )  # fmt: skip


def _concerns(finding: Finding, persona: str | None) -> bool:
    """Whether a finding is about a persona: it names the persona, or a touchpoint that matters to this persona."""
    if persona is None or not finding.cards:
        return True
    cards = (session.workshop().find(card) for card in finding.cards)
    return any(
        matters_to(session.workshop(), card, persona)
        if isinstance(card, Touchpoint)
        else card is not None and card.id == persona
        for card in cards
    )
