"""Pictures that may be wider than their page, which then scrolls them."""

from typing import Any

import streamlit as st

from journey.journey_map import JourneyMap

PAGE = 1_100
"""How many pixels a map has at a desk."""


def without_cards(journey: JourneyMap) -> frozenset[str]:
    """The phases of a map in which nothing stands: they are drawn narrow, so that the others are seen without scrolling."""
    return frozenset(column.phase_id for column in journey.columns if not any(column.cells.values()))


def scrolled(spec: dict[str, Any], words: str, key: str) -> None:
    """A picture in its own size."""
    st.html(f"<style>.st-key-{key}-scroll {{ overflow-x: auto }}</style>")
    with st.container(key=f"{key}-scroll"):
        st.vega_lite_chart(spec, theme=None, width="content", alt=words, key=key)
