"""The result of the self-audit without a workshop: how each stage is doing, what to do first, on one page to print, and the
way to a workshop."""

import streamlit as st

from journey.audit import conclusions, scores, tasks
from journey.audit.first_things import FirstThing, as_actions, first_things
from journey.model import LINE_LIMIT, Frame, PhaseNote, Workshop, new_id, note_id
from journey.phases import PhaseModel, built_in
from journey.questionnaire import PLAIN_MODEL, AuditQuestion
from ui.cards import judged, own_audit
from ui.kit import beginning, keeper, parts, printing
from ui.kit.rooms import named
from ui.state import session
from ui.state.words import many, safe, t

_FIRM = "own-audit-firm"
_MOST_TASKS = 5


def draw() -> None:
    """The whole result; where nothing was answered yet, the way to the questions."""
    audit, model, asked = own_audit.held(), own_audit.model(), own_audit.asked()
    if not own_audit.answers(audit):
        with beginning.here():
            st.info(t("own_audit.nothing"), icon=":material/fact_check:")
        st.button(t("own_audit.to_questions"), key="own-begin", type="primary", on_click=_to_questions)
        return
    language = session.language()
    found = scores(audit, model, language, (), asked)
    things = first_things(audit, asked, found, language)
    with st.container(key="own-audit-result"):
        printing.head(t("own_audit.heading"), audit.frame.organisation or t("own_audit.your_firm"))
        with beginning.here():
            _firm(audit)
        judged.lights(found, model)
        _in_a_sentence(audit, model)
        judged.first(things, model)
        st.subheader(t("own_audit.stages"), anchor=False)
        judged.in_a_list(found, model)
        _to_find_out(audit, model, asked)
    with st.container(horizontal=True, key="own-audit-acts"):
        printing.button()
        made = st.button(t("own_audit.make"), key="own-make", type="primary", icon=":material/add:")
        with st.popover(t("own_audit.anew"), icon=":material/restart_alt:", type="tertiary", key="own-anew"):
            st.write(t("own_audit.anew_what"))
            st.button(t("own_audit.anew_now"), key="own-anew-now", icon=":material/delete:", on_click=_begin_anew)
    st.caption(t("own_audit.make_help"))
    st.caption(_names_there(model))
    if made:
        _make(audit, things)


def _firm(audit: Workshop) -> None:
    """What the firm is called: it stands on the printed page."""
    name, key = audit.frame.organisation, _firm_key()
    if session.value(key) is None:
        session.set_value(key, name)
    st.text_input(
        t("own_audit.firm"), key=key, max_chars=LINE_LIMIT, on_change=_called, placeholder=t("own_audit.firm_hint")
    )
    keeper.keep(keeper.PAGE, key, settled=name, rests_on=name, saves=True)


def _firm_key() -> str:
    return f"{_FIRM}:{session.generation(_FIRM)}"


def _in_a_sentence(audit: Workshop, model: PhaseModel) -> None:
    told = conclusions(audit, model, session.language(), ())
    if told.stuck:
        st.html(f"<p>{safe(t('own_audit.weakest', because=told.because))}</p>")


def _to_find_out(audit: Workshop, model: PhaseModel, asked: tuple[AuditQuestion, ...]) -> None:
    unknown = {task.answer for task in tasks(audit, model, session.language())}
    given = own_audit.answers(audit)
    open_ones = [q.text for q in asked if (key := own_audit.key_of(q)) in given and given[key].id in unknown]
    if open_ones:
        st.subheader(t("own_audit.find_out"), anchor=False)
        st.html("<ul>" + "".join(f"<li>{safe(words)}</li>" for words in open_ones[:_MOST_TASKS]) + "</ul>")
        if len(open_ones) > _MOST_TASKS:
            st.caption(many("own_audit.find_out_more", len(open_ones) - _MOST_TASKS))


def _make(audit: Workshop, things: tuple[FirstThing, ...]) -> None:
    """Create the workshop with the answers, and what to do first as its actions."""
    firm = audit.frame.organisation
    title = t("own_audit.title", firm=firm) if firm else t("own_audit.heading")
    made_so = {"id": new_id(), "title": title[:LINE_LIMIT], "language": session.language()}
    frame = Frame.model_validate({**dict(audit.frame), **made_so})
    workshop = audit.exchanged({"actions": as_actions(audit, things), "phase_notes": _names_here()}, frame)
    made = session.store().create(workshop, session.current().browser)
    _forget()
    session.open_workshop(made.workshop.frame.id)
    session.set_value("view-audit", "result")
    named("audit").go()


def _names_there(plain: PhaseModel) -> str:
    """The stages and what they are called in the workshop, which has the words of an article."""
    there = next(each for each in built_in(session.language()) if each.id == PLAIN_MODEL)
    pairs = (t("own_audit.name_there", here=stage.name, there=there.phase_name(stage.id)) for stage in plain.phases)
    return t("own_audit.names_there", model=there.name, pairs="; ".join(pairs))


def _names_here() -> list[PhaseNote]:
    """What the stages are called here, at the phases of the workshop."""
    return [
        PhaseNote(id=note_id(stage.id), rank=place, phase=stage.id, note=t("own_audit.name_here", here=stage.name))
        for place, stage in enumerate(own_audit.model().phases)
    ]


@session.to_its_end
@session.telling
def _called() -> None:
    own_audit.call((session.value(_firm_key()) or "").strip())


@session.to_its_end
@session.telling
def _begin_anew() -> None:
    _forget()
    _to_questions()


def _forget() -> None:
    own_audit.forget()
    session.renew(_FIRM)


def _to_questions() -> None:
    parts.leave_for("own_audit", "form")
    beginning.go()
