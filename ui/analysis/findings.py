"""The findings on the page: a heat strip over the phases, filters, and the cards to work through."""

import streamlit as st

from journey.critic import Finding, Severity, open_findings
from journey.journey_map import matters_to
from journey.model import Touchpoint
from ui.analysis import finding_card
from ui.cards.critic import found
from ui.cards.heat_strip import heat_strip
from ui.state import session
from ui.state.words import apart, many, t

_OPEN, _ANSWERED = "open", "answered"


def board() -> None:
    """All findings, weightiest first."""
    everything = found()
    still_open = open_findings(everything, session.workshop())
    st.header(many("analysis.open", len(still_open)), anchor=False)
    st.html(heat_strip(still_open))
    shown = _filtered(everything, still_open)
    with st.grid("auto", min_column_width=520, gap="small"):
        for finding in shown:
            finding_card.draw(finding, f"finding-{finding.rule}-{finding.evidence}")
    if not shown:
        st.success(t("analysis.nothing"), icon=":material/check:")


def _filtered(everything: tuple[Finding, ...], still_open: tuple[Finding, ...]) -> list[Finding]:
    with st.container(horizontal=True, vertical_alignment="bottom", key="finding-filters"):
        state = st.segmented_control(
            t("analysis.state"), (_OPEN, _ANSWERED), default=_OPEN, required=True, key="finding-state",
            format_func=lambda one: t(f"analysis.state_{one}"), persist_state="session", width="content",
        )  # fmt: skip
        pool = [each for each in everything if (each in still_open) is (state == _OPEN)]
        severity = _severity(pool)
        phase = _phase(pool)
        persona = _persona()
    return [
        each for each in pool
        if (not severity or each.severity in severity) and phase in (None, each.phase) and _concerns(each, persona)
    ]  # fmt: skip


def _severity(pool: list[Finding]) -> list[Severity]:
    counts = {severity: sum(each.severity is severity for each in pool) for severity in Severity}
    return st.pills(
        t("analysis.severity"), list(Severity), selection_mode="multi", key="finding-severity", persist_state="session",
        format_func=lambda one: f"{t(f'analysis.severity_{one.value}')} · {counts[one]}", width="content",
    )  # fmt: skip


def _phase(pool: list[Finding]) -> str | None:
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
