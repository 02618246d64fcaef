"""The points of all journeys over their closed rounds: one picture, and a table with the gain and the next date."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from journey.rounds import JourneyCourse, course_of
from journey.store import NoSuchWorkshop, Unreadable
from journey.texts import signed_points
from ui.cards.tag_pills import tagged
from ui.kit import picture, style
from ui.kit.rooms import named
from ui.kit.tables import table
from ui.state import session, worked_out
from ui.state.words import day, figure, safe, t

if TYPE_CHECKING:
    from journey.store import WorkshopSummary

_MOST = 30
"""So many workshops are looked at, those changed last: each is read whole."""


def draw() -> None:
    """The tags to choose by, the picture and the table; what to do where no journey has a round."""
    every = session.store().workshops()
    st.caption(t("compare.courses_help"))
    chosen = tagged(every, every, "course-tags")
    courses = [course for one in chosen[:_MOST] if (course := _course(one))]
    if len(chosen) > _MOST:
        st.caption(t("compare.courses_most", count=_MOST))
    if not courses:
        st.info(t("compare.courses_empty"), icon=":material/event_repeat:")
        named("start").link(label=t("compare.to_start"), icon=":material/home:")
        return
    _picture(courses)
    _table(courses)


def _course(listed: "WorkshopSummary") -> JourneyCourse | None:
    try:
        return worked_out.made_of("course", (listed.id, listed.updated_at), partial(_read, listed.id))
    except (NoSuchWorkshop, Unreadable):
        return None


def _read(workshop_id: str) -> JourneyCourse | None:
    return course_of(session.store().open(workshop_id).workshop)


def _picture(courses: list[JourneyCourse]) -> None:
    from journey.charts import courses_alt, courses_chart

    language = session.language()
    drawn = picture.drawing(courses_chart, tuple(courses), language)
    st.vega_lite_chart(
        picture.on_screen(drawn(dark=style.is_dark())), theme=None, width="stretch", alt=courses_alt(courses, language),
        key="courses-chart",
    )  # fmt: skip


def _table(courses: list[JourneyCourse]) -> None:
    st.header(t("compare.courses_table"), anchor=False)
    head = [t(f"compare.courses_{name}") for name in ("journey", "rounds", "last", "points", "gain", "next")]
    st.html(table(t("compare.courses_table"), head, map(_row, courses)))


def _row(course: JourneyCourse) -> tuple[str, ...]:
    last = course.rounds[-1]
    return (
        safe(course.title or t("frame.untitled")), figure(len(course.rounds)), safe(f"{last.name} · {day(last.day)}"),
        "–" if last.score is None else figure(last.score), signed_points(course.gain),
        day(course.next_day) if course.next_day else "–",
    )  # fmt: skip
