"""The result of the self-audit on one page: a score per phase with its reasons, what to do first, article A's two
questions, the weightiest findings, the tasks."""

from collections.abc import Iterator

import streamlit as st

from journey.audit import Conclusions, Task, conclusions, scores, tasks
from journey.audit.first_things import FirstThing, as_actions, first_things
from journey.critic import Severity
from journey.editing import next_rank, put
from journey.model import LINE_LIMIT, Action, new_id
from journey.questionnaire import PLAIN_MODEL, plain_model, questions
from ui.cards import judged, stake
from ui.cards.critic import found, waiting
from ui.kit import beginning, printing
from ui.state import session, worked_out
from ui.state.words import safe, t

_MOST_FINDINGS = 5


def draw() -> None:
    """The whole result; what to do first where nothing is known yet."""
    workshop, model, language = session.workshop(), session.model(), session.language()
    if not workshop.audit and not workshop.touchpoints:
        with beginning.here():
            st.info(t("audit.nothing"), icon=":material/fact_check:")
        return
    points = worked_out.kept("scores", (language,), lambda: scores(workshop, model, language, found()))
    printing.head(t("audit.heading"))
    with beginning.here():
        if not workshop.audit:
            st.info(t("audit.map_alone"), icon=":material/pending:")
        judged.lights(points, model)
    judged.in_a_table(points, model, plain_model(language) if model.id == PLAIN_MODEL else None)
    _first(first_things(workshop, questions(model, language), points, language))
    _two_questions(conclusions(workshop, model, language, found()))
    st.subheader(t("audit.money"), anchor=False)
    stake.at_stake()
    _weightiest()
    _tasks(tasks(workshop, model, language))
    printing.button()


def _two_questions(told: Conclusions) -> None:
    model = session.model()
    st.subheader(t("audit.two_questions"), anchor=False, help=t("goals.articles"))
    considered = " ".join(_considered(told))
    stuck = "".join(f"<b>{safe(model.phase_name(phase))}</b><br>" for phase in told.stuck)
    st.html(
        f"<p><b>{safe(t('audit.all_phases'))}</b><br>{safe(considered)}</p>"
        f"<p><b>{safe(t('audit.stuck'))}</b><br>{stuck}{safe(told.because)}</p>"
    )


def _considered(told: Conclusions) -> Iterator[str]:
    """Whether all phases were considered, in sentences; of touchpoints only where the map has any."""
    if told.unconsidered is None:
        yield t("audit.unknown_yet")
        return
    if told.unconsidered:
        yield t("audit.gaps", phases=_named(told.unconsidered))
    else:
        yield t("audit.no_gap_yet" if told.unanswered else "audit.no_gap")
    if told.unanswered:
        yield t("audit.unanswered", phases=_named(told.unanswered))
    if told.without_touchpoint is None:
        yield t("audit.empty_map")
    elif set(told.without_touchpoint) - set(told.unconsidered):
        yield t("audit.without_touchpoint", phases=_named(told.without_touchpoint))


def _named(phases: tuple[str, ...]) -> str:
    return ", ".join(session.model().phase_name(phase) for phase in phases)


def _weightiest() -> None:
    told = [each for each in waiting() if each.severity is not Severity.STRENGTH]
    if told:
        st.subheader(t("audit.top"), anchor=False)
        items = "".join(f"<li><b>{safe(each.title)}</b> {safe(each.next)}</li>" for each in told[:_MOST_FINDINGS])
        st.html(f"<ol>{items}</ol>")


def _first(things: tuple[FirstThing, ...]) -> None:
    if not session.workshop().audit:
        return
    judged.first(things, session.model())
    if not all(each.taken for each in things):
        st.button(
            t("audit.take_first"), key="take-first", icon=":material/add_task:", on_click=_take_first, args=(things,)
        )


def _take_first(things: tuple[FirstThing, ...]) -> None:
    workshop = session.workshop()
    session.commit(put(workshop, *as_actions(workshop, things)))


def _tasks(proposed: tuple[Task, ...]) -> None:
    if proposed:
        st.subheader(t("audit.tasks"), anchor=False)
        st.html(f"<ul class='j-tasks'>{''.join(f'<li>{safe(task.title)}</li>' for task in proposed)}</ul>")
        st.button(t("audit.take_tasks"), key="take-tasks", icon=":material/add_task:", on_click=_take, args=(proposed,))


def _take(proposed: tuple[Task, ...]) -> None:
    workshop = session.workshop()
    rank = next_rank(workshop.actions)
    taken = [
        Action(
            id=new_id(), rank=rank + place, title=task.title[:LINE_LIMIT], phase=task.phase, rule="start-measuring",
            subject=task.answer, note=task.why,
        )
        for place, task in enumerate(proposed)
    ]  # fmt: skip
    session.commit(put(workshop, *taken))
