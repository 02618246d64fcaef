"""Findings: where the journey is weak or strong, why, and what to ask next."""

from typing import Any

import streamlit as st

from journey.critic import Finding, Severity, findings
from journey.journey_map import journey_map
from ui import drawer, picture, session, style
from ui.phase_choice import phase_chip
from ui.rooms import ROOMS
from ui.words import many, plain, safe, t

_MARKS = {Severity.HIGH: "#A8330A", Severity.MEDIUM: "#B8860B", Severity.LOW: "#45535F", Severity.STRENGTH: "#0B5C8A"}


def board() -> None:
    """All findings, weightiest first, and the emotion curve above them."""
    workshop = session.workshop()
    if not workshop.touchpoints and not workshop.counts:
        st.info(t("analysis.empty"), icon=":material/troubleshoot:")
        st.page_link(ROOMS[3].page(), label=t("map.to_catalogue"), icon=":material/add_location_alt:")
        return
    _curve()
    language = session.language()
    found = picture.kept("findings", (language,), lambda: findings(workshop, language))
    st.header(many("analysis.findings", len(found)), anchor=False)
    shown = _filtered(found)
    with st.grid("auto", min_column_width=520, gap="small"):
        for place, finding in enumerate(shown):
            _card(finding, place)
    if not shown:
        st.success(t("analysis.nothing"), icon=":material/check:")


def _filtered(found: tuple[Finding, ...]) -> list[Finding]:
    present = [severity for severity in Severity if any(f.severity is severity for f in found)]
    if not present:
        return []
    chosen = st.pills(
        t("analysis.severity"), present, selection_mode="multi", key="finding-severity", persist_state="session",
        format_func=lambda severity: f"{t(f'analysis.severity_{severity.value}')} · {sum(f.severity is severity for f in found)}",
        label_visibility="collapsed",
    )  # fmt: skip
    return [finding for finding in found if not chosen or finding.severity in chosen]


def _card(finding: Finding, place: int) -> None:
    model = session.model()
    position = model.index(finding.phase) if finding.phase else None
    chip = phase_chip(position, model.phase_name(finding.phase)) if position is not None else ""
    weight = f"<span class='j-chip'>{t(f'analysis.severity_{finding.severity.value}')}</span>"
    with st.container(border=True, height="stretch", key=f"finding-{place}"):
        st.html(
            f"<div class='j-card j-finding' style='--j-mark:{_MARKS[finding.severity]}'><div>{chip}{weight}</div>"
            f"<h3>{safe(finding.title)}</h3><p>{safe(finding.why)}</p><p class='j-next'>{safe(finding.next)}</p></div>"
        )
        with st.container(horizontal=True):
            for card in finding.cards[:6]:
                entity = session.workshop().find(card)
                name = getattr(entity, "title", None) or getattr(entity, "name", None)
                if name:
                    _open_button(card, str(name), f"finding:{place}:{card}")
            if len(finding.cards) > 6:
                st.caption(t("analysis.more_cards", count=len(finding.cards) - 6))


def _open_button(card: str, name: str, key: str) -> None:
    if st.button(plain(name[:60]), key=key, icon=":material/open_in_full:", type="tertiary"):
        drawer.open_card(card)


def _curve() -> None:
    drawn = picture.kept("curve", (session.language(), style.is_dark()), _drawn)
    if drawn:
        st.header(t("analysis.curve"), anchor=False)
        st.vega_lite_chart(drawn[0], theme=None, width="stretch", alt=drawn[1], key="curve-chart")


def _drawn() -> tuple[dict[str, Any], str] | None:
    """The emotion curve and its words; None where nobody scored."""
    from journey.charts import emotion_curve_alt, emotion_curve_chart, spec

    workshop, model, language = session.workshop(), session.model(), session.language()
    common = journey_map(workshop, model)
    if not any(feeling.emotion is not None for column in common.columns for feeling in column.feelings):
        return None
    curves = {"": common, **{p.name or p.id: journey_map(workshop, model, persona=p.id) for p in workshop.personas}}
    chart = emotion_curve_chart(curves, language, dark=style.is_dark())
    return spec(chart), emotion_curve_alt(curves, language)
