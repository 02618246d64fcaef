"""What each view of the presenter shows: the whole first, then its parts."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from journey.charts import MapSheet, journey_map_alt, journey_map_chart, phase_sheets, whole_map
from journey.charts.kit.canvas import PRINTED
from journey.critic import Finding
from journey.journey_map import JourneyMap, journey_map
from ui.cards import critic, pictures
from ui.cards.heat_strip import heat_strip
from ui.kit import measured, picture, style
from ui.presenter.remote import Window
from ui.state import session, worked_out
from ui.state.words import many, safe, t

_MOST_TITLES = 10
_NOTE = 44
"""The height in pixels of the line below a map in brief."""


@dataclass(frozen=True)
class Slide:
    """What is shown at once: what it is in words, and how it is drawn."""

    words: str
    draw: Callable[[], object]


SlidePart = Callable[[], tuple[Slide, ...]]
"""A part of a view: a slide, or several where one has no room for it. They are made when they are asked for."""


def journey(window: Window) -> tuple[SlidePart, ...]:
    """The whole map, then phase by phase."""
    if not session.workshop().touchpoints:
        return (_hint(t("presenter.no_map"), "map"),)
    columns = _map().columns
    return (partial(_whole_map, window), *(partial(_phase, window, place) for place in range(len(columns))))


def curve(window: Window) -> tuple[SlidePart, ...]:
    """The emotion curve."""
    drawn = pictures.curve()
    if drawn is None:
        return (_hint(t("presenter.no_curve"), "sentiment_neutral"),)
    if window.is_a_phone:
        return (lambda: (Slide(t("presenter.curve"), lambda: st.html(pictures.curve_list())),),)
    return (lambda: (Slide(t("presenter.curve"), partial(_filling, drawn, window)),),)


def funnel(window: Window) -> tuple[SlidePart, ...]:
    """The funnel of the log that this tab has, else of the counts typed last."""
    stages = measured.funnel_now()
    if stages is None:
        return (_hint(t("presenter.no_funnel"), "filter_alt"),)
    drawn = pictures.funnel(stages)
    return (lambda: (Slide(measured.where_from(), partial(_filling, drawn, window)),),)


def findings(_: Window) -> tuple[SlidePart, ...]:
    """Where the findings lie and what they are called, then one after the other."""
    workshop, waiting = session.workshop(), critic.to_answer()
    if not (workshop.touchpoints or workshop.counts):
        return (_hint(t("presenter.no_findings"), "troubleshoot"),)
    if not waiting:
        return (_hint(t("analysis.all_answered"), "celebration"),)
    titles = "".join(f"<li>{safe(each.title)}</li>" for each in waiting[:_MOST_TITLES])
    where = f"<div class='j-far'>{heat_strip(waiting)}<ol class='j-waiting'>{titles}</ol></div>"
    whole = Slide(many("analysis.open", len(waiting)), lambda: st.html(where))
    return (
        lambda: (whole,),
        *(partial(_finding, each, number, len(waiting)) for number, each in enumerate(waiting, 1)),
    )


def _hint(words: str, icon: str) -> SlidePart:
    return lambda: (Slide("", lambda: _said(words, icon)),)


def _said(words: str, icon: str) -> None:
    st.info(words, icon=f":material/{icon}:")


def _finding(finding: Finding, number: int, count: int) -> tuple[Slide, ...]:
    words = t("analysis.turn", number=number, count=count)
    face = critic.face(finding, large=True)
    return (Slide(words, lambda: st.html(f"<div class='j-far'>{face}</div>")),)


# --- the map -----------------------------------------------------------------------------------------------------------


def _map() -> JourneyMap:
    return journey_map(session.workshop(), session.model())


def _whole_map(window: Window) -> tuple[Slide, ...]:
    """The whole map, or in brief with a line that says so."""
    seen = (session.language(), window)
    sheets = worked_out.kept("whole-map", seen, lambda: _whole_sheets(window))
    return tuple(
        Slide(_called_whole(sheet), partial(_draw_whole, sheet, (*seen, "whole", sheet.number))) for sheet in sheets
    )


def _whole_sheets(window: Window) -> tuple[MapSheet, ...]:
    fitted = partial(whole_map, _map(), session.language(), width=window.width)
    sheets = fitted(height=window.height)
    return fitted(height=window.height - _NOTE) if sheets[0].in_brief else sheets


def _called_whole(sheet: MapSheet) -> str:
    count = len(session.model().phases)
    if sheet.of == 1 and not sheet.in_brief:
        return many("presenter.phases", count)
    first, last = sheet.start + 1, min(count, sheet.start + len(sheet.journey.columns))
    return t("presenter.brief" if first < last else "presenter.brief_one", first=first, last=last, count=count)


def _draw_whole(sheet: MapSheet, seen: tuple[Any, ...]) -> None:
    _draw_map(sheet, seen)
    if sheet.in_brief:
        st.html(f"<p class='j-brief'>{t('presenter.in_brief')}</p>")


def _phase(window: Window, place: int) -> tuple[Slide, ...]:
    seen = (session.language(), window, place)
    sheets = worked_out.kept(
        "phase-sheets", seen,
        lambda: phase_sheets(_map(), place, session.language(), width=window.width, height=window.height),
    )  # fmt: skip
    return tuple(Slide(_called(sheet, place), partial(_draw_map, sheet, (*seen, sheet.number))) for sheet in sheets)


def _called(sheet: MapSheet, place: int) -> str:
    [column] = sheet.journey.columns
    name = column.name or t("charts.map.without_phase")
    if column.phase_id:
        name = t("presenter.phase", number=place + 1, count=len(session.model().phases), name=name)
    return t("presenter.sheet", what=name, number=sheet.number, count=sheet.of) if sheet.of > 1 else name


def _draw_map(sheet: MapSheet, seen: tuple[Any, ...]) -> None:
    spec, words = worked_out.kept("presented-map", (*seen, style.is_dark()), partial(_drawn_map, sheet))
    _shown(spec, words, sheet.zoom)


def _drawn_map(sheet: MapSheet) -> pictures.Shown:
    language = session.language()
    chart = journey_map_chart(sheet.journey, language, dark=style.is_dark(), lanes=sheet.lanes, width=sheet.width)
    return picture.on_screen(chart), journey_map_alt(sheet.journey, language)


# --- pictures on the screen --------------------------------------------------------------------------------------------


def _filling(drawn: pictures.Shown, window: Window) -> None:
    """A picture that is as wide as its page, as large as the window holds it; on a phone it scrolls."""
    spec, words = drawn
    zoom = 1.0 if window.is_a_phone else min(window.height / spec["height"], max(1, window.width / PRINTED))
    _shown({**spec, "width": window.width / zoom}, words, zoom)


def _shown(spec: dict[str, Any], words: str, zoom: float) -> None:
    st.html(f"<style>.st-key-presenter-stage .stVegaLiteChart {{ zoom: {zoom:.5f} }}</style>")
    st.vega_lite_chart(spec, theme=None, width="content", alt=words, key="presented")
