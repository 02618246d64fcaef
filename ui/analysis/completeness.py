"""How far each phase is filled in: a bar a phase, and on a click the cards that lack something."""

from dataclasses import dataclass

import streamlit as st

from journey.critic.completeness import AskedField, Completeness, completeness
from journey.history import card_name
from ui.kit import open_card
from ui.kit.rooms import named
from ui.state import session, worked_out
from ui.state.lit_cards import light_up
from ui.state.words import figure, plain, safe, t

_MOST_CARDS = 12


@dataclass
class _Chosen:
    phase: str = ""


def draw() -> None:
    """The bars of all phases, and the cards of the chosen one; nothing where nothing is asked."""
    workshop, model = session.workshop(), session.model()
    phases = worked_out.kept("completeness", (session.language(),), lambda: completeness(workshop, model))
    if not any(each.parts for each in phases):
        return
    st.header(t("completeness.title"), anchor=False)
    st.caption(t("completeness.help"))
    with st.grid("auto", min_column_width=140, gap="small"):
        for each in phases:
            _bar(each)
    chosen = next((each for each in phases if each.phase == session.of_workshop(_Chosen).phase), None)
    if chosen and chosen.filled < chosen.wanted:
        _lacking(chosen)


def _bar(each: Completeness) -> None:
    name = session.model().phase_name(each.phase)
    if each.filled >= each.wanted:
        st.html(_filled(name, each))
        return
    with st.container(gap="xsmall"):
        st.html(_filled(name, each))
        st.button(
            t("completeness.complete", phase=plain(name)), key=f"lacks-{each.phase}", type="tertiary",
            icon=":material/edit_note:", on_click=_choose, args=(each.phase,),
        )  # fmt: skip


def _filled(name: str, each: Completeness) -> str:
    if not each.parts:
        return f"<b>{safe(name)}</b><br><span class='j-quiet'>{safe(t('completeness.empty'))}</span>"
    held = t("completeness.held", filled=figure(each.filled), wanted=figure(each.wanted))
    return (
        f"<b>{safe(name)}</b><div class='j-bar'><i style='width:{each.filled / each.wanted:.1%}'></i></div>"
        f"<span class='j-quiet'>{safe(held)}</span>"
    )


def _lacking(each: Completeness) -> None:
    workshop, model = session.workshop(), session.model()
    with st.container(border=True, key="lacking", gap="xsmall"):
        st.subheader(t("completeness.lacking", phase=plain(model.phase_name(each.phase))), anchor=False)
        held = {card: (entity, lacks) for card, lacks in each.lacking.items() if (entity := workshop.find(card))}
        cards = {card: told for card, told in held.items() if AskedField.HURDLES not in told[1]}
        for card, (entity, lacks) in list(cards.items())[:_MOST_CARDS]:
            name = card_name(entity, workshop, session.language(), model) or t("frame.untitled")
            said = ", ".join(t(f"completeness.{one.value}") for one in lacks)
            label = f"{plain(name[:50])} · {said}"
            st.button(
                label, key=f"lacks:{card}", icon=":material/open_in_full:", type="tertiary",
                on_click=open_card.clicked, args=(card,),
            )  # fmt: skip
        if len(cards) > _MOST_CARDS:
            st.caption(t("analysis.more_cards", count=len(cards) - _MOST_CARDS))
        with st.container(horizontal=True):
            touchpoints = tuple(card for card in cards if workshop.touchpoint(card))
            if touchpoints and st.button(t("analysis.on_map"), key="lacks-map", icon=":material/map:"):
                light_up(touchpoints)
                session.set_value("view-map", "map")
                named("map").go()
            if any(part.asked is AskedField.HURDLES and part.filled < part.wanted for part in each.parts):
                st.button(t("completeness.hurdles"), key="lacks-hurdles", icon=":material/pin:", on_click=_to_figures)


def _choose(phase: str) -> None:
    chosen = session.of_workshop(_Chosen)
    chosen.phase = "" if chosen.phase == phase else phase


def _to_figures() -> None:
    session.set_value("view-analysis", "figures")
