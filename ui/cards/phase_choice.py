"""Choosing the phase model: every model with its phases in sight, and where the cards go when a filled workshop switches."""

from collections import Counter

import streamlit as st

from journey.editing import Change, applied, kind_of, put, revise
from journey.history import counted
from journey.phases import PhaseModel, models
from journey.phases.crosswalk import contradictions, proposal
from journey.switching import NAMING, phases_of, switched, unplaced
from ui.kit import delivery
from ui.kit.phase_chips import arrows, phase_chip
from ui.kit.rooms import named
from ui.state import session
from ui.state.words import apart, many, plain, safe, spoken, t


def draw() -> None:
    """The chosen model in full; the others, each with its phases, one click away (in sight while the map is empty)."""
    chosen = session.model()
    st.caption(t("goals.articles"))
    with st.container(border=True, key=f"model-{chosen.id}"):
        mark = f"<span class='j-chip'>✓ {safe(t('goals.chosen'))}</span>"
        st.html(f"<p>{_named(chosen)} {mark}</p><p class='j-quiet'>{safe(chosen.summary)}</p>{arrows(chosen)}")
    others = st.expander(
        t("goals.other_models"), expanded=not used_phases(), icon=":material/swap_horiz:", key="other-models",
        on_change="rerun",
    )  # fmt: skip
    if others.open:
        with others:
            for model in models(session.workshop(), session.language()):
                if model.id != chosen.id:
                    _other(model, chosen)
    named("models").link(label=t("goals.own_model"), icon=":material/tune:")


def _named(model: PhaseModel) -> str:
    told = f" title='{safe(t('goals.articles'))}'" if model.article else ""
    return f"<b>{safe(model.name)}</b> <span class='j-quiet'{told}>{safe(origin(model))}</span>"


def _other(model: PhaseModel, chosen: PhaseModel) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(_named(model), width="stretch")
        if st.button(t("goals.choose_model"), key=f"choose:{model.id}", help=plain(model.name)):
            choose(chosen, model)
    st.html(arrows(model))


def origin(model: PhaseModel) -> str:
    """Where a model comes from, in a word or two."""
    return t("goals.article", letter=model.article) if model.article else t("goals.own")


def used_phases() -> set[str]:
    """The phases that any card of the workshop names."""
    return {phase for kind in NAMING for card in session.workshop().collection(kind) for phase in phases_of(card)}


def choose(old: PhaseModel, new: PhaseModel) -> None:
    """Switch to another model: at once while no card names a phase, else after asking where the cards go."""
    if used_phases():
        delivery.dialog(t("switching.heading"), _confirm, width="large")(old, new)
    else:
        frame = session.workshop().frame
        session.commit(put(session.workshop(), revise(frame, phase_model=new.id)), "switch_model")
        st.rerun()


def _confirm(old: PhaseModel, new: PhaseModel) -> None:
    st.write(t("switching.help"))
    proposals = proposal(old, new)
    mapping: dict[str, str] = {}
    used = used_phases()
    for place, phase in enumerate(phase for phase in old.phases if phase.id in used):
        proposed = proposals[phase.id]
        source, target = st.columns([2, 3], vertical_alignment="center")
        source.html(
            f"{phase_chip(old.index(phase.id) or 0, phase.name)} <span class='j-quiet'>{_cards_in(phase.id)}</span>"
        )
        with target:
            names = apart({p.id: p.name for p in new.phases})
            picked = st.selectbox(
                t("switching.goes_to", phase=spoken(phase.name)), list(names), format_func=names.__getitem__,
                index=list(names).index(proposed.target), key=f"map:{new.id}:{place}", label_visibility="collapsed",
                help=None if proposed.certain else t("switching.unsure"),
            )  # fmt: skip
            if not proposed.certain:
                st.caption(t("switching.unsure"))
        mapping[phase.id] = picked
    edits = switched(session.workshop(), new.id, mapping)
    left = unplaced(applied(session.workshop(), Change(id="preview", edits=tuple(edits))))
    if left:
        kinds = Counter(map(kind_of, left))
        st.warning(many("switching.left", len(left), what=counted(kinds, session.language())), icon=":material/info:")
    differing = contradictions(session.language(), old.id, new.id)
    if differing:
        with st.expander(t("switching.contradictions"), icon=":material/compare_arrows:"):
            for conflict in differing:
                st.html(f"<p>{safe(conflict.words)}</p>")
    if st.button(t("switching.confirm", model=plain(new.name)), type="primary", key="switch-now"):
        session.commit(edits, "switch_model")
        session.renew("grid")
        st.rerun()


def _cards_in(phase: str) -> str:
    cards = (card for kind in NAMING for card in session.workshop().collection(kind))
    return many("switching.cards", sum(phase in phases_of(card) for card in cards))
