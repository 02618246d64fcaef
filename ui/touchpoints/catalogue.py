"""The catalogue: choose a phase, pick what happens there."""

from functools import partial

import streamlit as st

from journey.catalogue import CatalogueEntry, catalogue, fitting, touchpoint_from
from journey.editing import next_rank, put
from journey.model import Scope, Setting, Touchpoint, in_order
from ui.cards.new_cards import own_touchpoint
from ui.kit import open_card
from ui.kit.lines import add_line
from ui.kit.phase_chips import phase_chip
from ui.state import session
from ui.state.words import apart, many, plain, safe, t, word


def draw() -> None:
    """The phase's own touchpoints at the left, what could be added at the right."""
    model = session.model()
    counts = {phase.id: _in_phase(phase.id) for phase in model.phases}
    names = apart({phase.id: phase.name for phase in model.phases})
    chosen = st.pills(
        t("touchpoints.phase"), [phase.id for phase in model.phases], key=f"catalogue-phase:{model.id}", required=True,
        default=model.phases[0].id, persist_state="session",
        format_func=lambda phase: f"{plain(names[phase])} · {len(counts[phase])}",
    ) or model.phases[0].id  # fmt: skip
    phase = model.phase(chosen) or model.phases[0]
    here, offer = st.columns([2, 3], gap="large")
    with here:
        st.html(f"<h3>{phase_chip(model.index(phase.id) or 0, phase.name)}</h3>"
                f"<p>{safe(phase.meaning)}<br><i>{safe(phase.question)}</i></p>")  # fmt: skip
        for touchpoint in counts[phase.id]:
            _held(touchpoint)
        if not counts[phase.id]:
            st.info(t("touchpoints.phase_empty"), icon=":material/add_location_alt:")
        add_line("touchpoints.add_own", f"add-touchpoint:{phase.id}", partial(own_touchpoint, phase.id))
        st.caption(t("touchpoints.add_own_help"))
    with offer:
        st.subheader(t("touchpoints.offer"), anchor=False)
        _offer(phase.id, {touchpoint.title for touchpoint in counts[phase.id]})


def _in_phase(phase: str) -> list[Touchpoint]:
    return list(in_order(touchpoint for touchpoint in session.workshop().touchpoints if touchpoint.phase == phase))


def _held(touchpoint: Touchpoint) -> None:
    with st.container(
        border=True, horizontal=True, wrap=False, vertical_alignment="center", key=f"held-{touchpoint.id}"
    ):
        title = safe(touchpoint.title or t("frame.untitled"))
        st.html(f"<b>{title}</b><br><span class='j-quiet'>{safe(word(touchpoint.channel))}</span>", width="stretch")
        st.button(
            t("frame.edit"), key=f"edit:{touchpoint.id}", icon=":material/edit:", type="tertiary",
            on_click=open_card.clicked, args=(touchpoint.id,),
        )  # fmt: skip


def _offer(phase_id: str, held: set[str]) -> None:
    model, language = session.model(), session.language()
    phase = model.phase(phase_id)
    entries = fitting(catalogue(language), phase, model) if phase else ()
    if session.workshop().frame.scope is Scope.DIGITAL:
        entries = tuple(entry for entry in entries if entry.setting is Setting.ONLINE)
    everything = st.toggle(t("touchpoints.all_entries"), key="all-entries", persist_state="session")
    shown = catalogue(language) if everything else entries[:18]
    st.caption(many("touchpoints.entries", len(shown)))
    with st.grid("auto", min_column_width=230, gap="small"):
        for entry in shown:
            _entry(entry, phase_id, entry.title in held)


def _entry(entry: CatalogueEntry, phase: str, held: bool) -> None:
    articles = (
        t("touchpoints.named_by", letters=", ".join(entry.articles)) if entry.articles else t("touchpoints.own_entry")
    )
    said = (entry.setting, entry.media, entry.measurability)
    facts = " · ".join(word(each) for each in said if each is not None)
    st.button(
        entry.title, key=f"pick:{entry.id}", icon=":material/check:" if held else ":material/add:", width="stretch", wrap=True,
        help=f"{facts}  \n{articles}" + (f"  \n{t('touchpoints.proxy')}: {entry.proxies[0]}" if entry.proxies else ""),
        on_click=_pick, args=(entry, phase),
    )  # fmt: skip


def _pick(entry: CatalogueEntry, phase: str) -> None:
    workshop = session.workshop()
    fresh = touchpoint_from(entry, phase, workshop.frame.language, next_rank(workshop.touchpoints))
    session.commit(put(workshop, fresh))
