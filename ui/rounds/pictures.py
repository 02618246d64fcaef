"""Pictures that may be wider than their page, which then scrolls them."""

from typing import Any

import streamlit as st


def scrolled(spec: dict[str, Any], words: str, key: str) -> None:
    """A picture in its own size."""
    st.html(f"<style>.st-key-{key}-scroll {{ overflow-x: auto }}</style>")
    with st.container(key=f"{key}-scroll"):
        st.vega_lite_chart(spec, theme=None, width="content", alt=words, key=key)
