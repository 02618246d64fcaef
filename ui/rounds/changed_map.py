"""One map of two states: what is new on it, and what is gone."""

from functools import partial
from typing import Any

import streamlit as st

from journey.editing import Edit
from journey.journey_map import Lane
from journey.model import called
from journey.phases import model_of
from journey.rounds import MarkOfCard, RoundComparison, marked_map
from ui.kit import picture, style
from ui.rounds import pictures
from ui.state import session, worked_out
from ui.state.words import safe, t

_LANES = tuple(lane for lane in Lane if lane not in {Lane.DOING, Lane.THINKING, Lane.EMOTION})
"""Feelings have a picture of their own, in which what is gone does not stand between what is there."""


def draw(found: RoundComparison, which: tuple[str, str]) -> None:
    """The map; a sentence where nothing on it is new or gone."""
    st.header(t("rounds.map"), anchor=False)
    drawn, spec, words = worked_out.kept(
        "rounds-map", (*which, session.language(), style.is_dark()), partial(_drawn, found)
    )
    if drawn is None:
        st.caption(t("rounds.map_same"))
        return
    st.html(f"<p>{safe(words)}</p>")
    st.caption(t("rounds.map_help"))
    pictures.scrolled(spec, words, "rounds-map")
    picture.menu(t("funnel.picture"), "rounds-map", drawn, words)


def _drawn(found: RoundComparison) -> tuple[picture.Drawing | None, dict[str, Any], str]:
    """The map, as the browser takes it, and in words; no map where nothing on it is new or gone."""
    from journey.charts import journey_map_chart

    language, now = session.language(), found.newer.workshop
    journey, standing = marked_map(found, model_of(now, language), language)
    if not standing:
        return None, {}, ""
    titles = {edit.id: _title(edit) for edit in (*found.added, *found.gone)}
    named = {
        mark.value: ", ".join(titles[card] for card, one in standing.items() if one is mark) or t("rounds.nothing")
        for mark in MarkOfCard
    }
    drawn = picture.drawing(
        journey_map_chart, journey, language, lanes=_LANES, standing=standing, width=pictures.PAGE,
        folded=pictures.without_cards(journey),
    )  # fmt: skip
    return drawn, picture.on_screen(drawn(dark=style.is_dark())), t("rounds.map_alt", **named)


def _title(edit: Edit) -> str:
    card = edit.after or edit.before
    return (called(card, lambda _, named: named) if card else "") or t("frame.untitled")
