"""The points of all rounds over time, as a picture with what happened meanwhile, and by phases."""

from functools import partial
from typing import Any

import streamlit as st

from journey.rounds import Kept, dated
from ui.kit import picture, style
from ui.kit.rooms import named
from ui.kit.tables import table
from ui.rounds import closing, states
from ui.state import session
from ui.state.words import day, figure, safe, t, today


def draw() -> None:
    """The picture and the table; what to do first where there is no round."""
    rounds = session.workshop().rounds
    if not rounds:
        st.info(t("rounds.course_empty"), icon=":material/event_repeat:")
        closing.first()
        return
    st.header(t("rounds.course"), anchor=False)
    st.caption(t("rounds.course_help"))
    _picture()
    st.header(t("rounds.course_phases"), anchor=False)
    _phases()
    named("compare").link(label=t("rounds.all_journeys"), icon=named("compare").icon, query={"view-compare": "rounds"})


def _picture() -> None:
    from journey.charts import scores_alt, scores_chart

    scored = _scored()
    happened = dated(session.workshop().events)
    drawn = picture.drawing(scores_chart, scored, session.language(), happened=happened)
    words = scores_alt(scored, session.language(), happened=happened)
    st.vega_lite_chart(
        picture.on_screen(drawn(dark=style.is_dark())), theme=None, width="stretch", alt=words, key="scores-chart"
    )
    picture.menu(t("funnel.picture"), "scores", drawn, words)


def _scored() -> list[Any]:
    from journey.charts import ScoredRound

    called = states.names()
    rounds = sorted(session.workshop().rounds, key=lambda each: (each.closed, each.rank))
    found = [ScoredRound(called[each.id], each.closed, _score(states.kept(each))) for each in rounds]
    now = max(today(), *(each.closed for each in rounds))
    return [*found, ScoredRound(called[states.TODAY], now, _score(states.kept_today()), running=True)]


def _score(kept: Kept | None) -> int | None:
    return kept.score if kept else None


def _phases() -> None:
    model, called = session.model(), states.names()
    head = [t("rounds.course_rounds"), t("rounds.course_all"), *(safe(phase.name) for phase in model.phases),
            t("rounds.course_findings")]  # fmt: skip
    line = partial(_line, phases=[phase.id for phase in model.phases])
    rows = [line(f"{called[each.id]} · {day(each.closed)}", states.kept(each)) for each in session.workshop().rounds]
    st.html(table(t("rounds.course_phases"), head, [*rows, line(called[states.TODAY], states.kept_today())], wide=True))


def _line(name: str, kept: Kept | None, phases: list[str]) -> tuple[str, ...]:
    if kept is None:
        return (safe(name), *("–" for _ in range(len(phases) + 2)))
    points = [kept.score, *(kept.scores.get(phase) for phase in phases)]
    waiting = sum(each.verdict == "" and each.severity != "strength" for each in kept.findings)
    return (safe(name), *("–" if each is None else figure(each) for each in points), figure(waiting))
