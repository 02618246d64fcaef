"""The phase models to read, to compare and to make."""

import streamlit as st

from journey.editing import next_rank, put, remove
from journey.model import LINE_LIMIT, OwnModel, Phase, Zone, new_id
from journey.phases import PhaseModel, built_in
from journey.phases.crosswalk import CrosswalkRow, contradictions, crosswalk
from ui.cards.phase_choice import choose
from ui.kit import lines, picking
from ui.kit.phase_chips import arrows, phase_chip
from ui.kit.tables import table
from ui.models import editor
from ui.state import session
from ui.state.words import safe, t, word


def of_the_app() -> None:
    """The models that the app brings, phase by phase."""
    for model in built_in(session.language()):
        st.header(model.name, anchor=False)
        st.html(f"<p>{safe(model.summary)} <span class='j-quiet'>{safe(model.credit)}</span></p>{arrows(model)}")
        st.html(_phase_table(model))
        marks = [t(f"models.{name}") for name in ("own_zones", "own_questions") if getattr(model, name)]
        if marks:
            st.caption(" ".join(marks))


def _phase_table(model: PhaseModel) -> str:
    head = [t(f"fields.phases.{name}") for name in ("name", "meaning", "question", "zone")]
    rows = (
        (phase_chip(place, phase.name), safe(phase.meaning), safe(phase.question), safe(word(phase.zone)))
        for place, phase in enumerate(model.phases)
    )
    return table(model.name, head, rows)


def comparison() -> None:
    """The models beside each other, and where they contradict each other."""
    language = session.language()
    brought = built_in(language)
    numbered = list(enumerate(contradictions(language), start=1))
    head = [
        safe(model.name)
        + "<br>"
        + " ".join(f"<span class='j-chip'>⚡{number}</span>" for number, each in numbered if model.id in each.models)
        for model in brought
    ]
    rows = (
        (
            f"{safe(row.name)}<br><span class='j-quiet'>{safe(word(row.zone))}</span>",
            *(_cell(model, row) for model in brought),
        )
        for row in crosswalk(language)
    )
    st.caption(t("models.crosswalk_help"))
    st.html(table(t("models.view_crosswalk"), ("", *head), rows, wide=True))
    _switch()
    st.subheader(t("models.contradictions"), anchor=False)
    items = "".join(f"<p><span class='j-chip'>⚡{number}</span> {safe(each.words)}</p>" for number, each in numbered)
    st.html(items)


def _switch() -> None:
    """From the comparison straight to another model."""
    chosen = session.model()
    with st.container(horizontal=True, key="switch-from-comparison"):
        for model in built_in(session.language()):
            if model.id != chosen.id and st.button(t("switching.confirm", model=model.name), key=f"compare:{model.id}"):
                choose(chosen, model)


def _cell(model: PhaseModel, row: CrosswalkRow) -> str:
    phases = row.of(model.id)
    if not phases:
        return f"<span class='j-quiet'>{t('models.lacks')}</span>"
    remarks = "".join(
        f"<br><span class='j-quiet'>{safe(row.remarks[phase])}</span>" for phase in phases if phase in row.remarks
    )
    return " ".join(phase_chip(model.index(phase) or 0, model.phase_name(phase)) for phase in phases) + remarks


def own() -> None:
    """The models that the team made, and a line to make one."""
    st.write(t("models.own_help"))
    for model in session.workshop().models:
        with st.container(border=True, key=f"own-{model.id}"):
            editor.draw(model)
            used = session.workshop().frame.phase_model == model.id
            st.button(
                t("models.delete"), key=f"delete-model:{model.id}", icon=":material/delete:", type="tertiary", disabled=used,
                help=t("models.in_use") if used else None, on_click=_delete, args=(model.id,),
            )  # fmt: skip
    name, base = st.columns(2, vertical_alignment="bottom")
    with name:
        lines.entry(
            st.text_input, t("fields.models.name"), "own-model-name", max_chars=LINE_LIMIT,
            placeholder=t("models.name_hint"),
        )  # fmt: skip
    with base:
        models = {model.id: model for model in built_in(session.language())}
        picking.select(
            t("models.copy_from"), [None, *models], lambda one: models[one].name if one else t("models.from_nothing"),
            "own-model-base",
        )  # fmt: skip
    st.button(t("models.make"), key="make-model", type="primary", icon=":material/add:", on_click=_make)


def _make() -> None:
    held = session.workshop().models
    base = next((model for model in built_in(session.language()) if model.id == picking.picked("own-model-base")), None)
    name = (session.value("own-model-name") or "").strip() or t("models.unnamed")
    model_id = new_id()
    if base:
        phases = tuple(
            phase.model_copy(update={"id": f"{model_id}.{place}"}) for place, phase in enumerate(base.phases)
        )
    else:
        phases = tuple(
            Phase(id=f"{model_id}.{place}", name=t(f"models.start_{zone.value}"), zone=zone)
            for place, zone in enumerate(Zone)
        )
    if session.commit(put(session.workshop(), OwnModel(id=model_id, rank=next_rank(held), name=name, phases=phases))):
        lines.used("own-model-name")
        session.set_value("own-model-name", "")


def _delete(model_id: str) -> None:
    session.commit(remove(session.workshop(), model_id))
