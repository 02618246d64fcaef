"""How the chosen file writes times, amounts and what came first: asked only where the file does not say it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from ui.state import session
from ui.state.words import plain, t

if TYPE_CHECKING:
    from journey.numbers.reading import Preview

_TYPED = "typed"


def times_of(preview: "Preview", timed: tuple[str, ...]) -> dict[str, str]:
    """The formats of the time columns; where day and month can be mixed up, the person says which comes first, and where
    nothing reads them, how they are written."""
    from journey.numbers.reading import TimeFormat, pattern_of

    times: dict[str, str] = dict(preview.times)
    formats: list[str] = [*TimeFormat, _TYPED]
    for name in timed:
        look = next((column for column in preview.columns if column.name == name), None)
        if look is None or (look.time and not look.ambiguous):
            continue
        guess = times.get(name) or look.time or look.if_named
        if look.ambiguous:
            st.warning(t("log_mapping.ambiguous", column=plain(name)), icon=":material/calendar_month:")
        chosen = st.selectbox(
            t("log_mapping.time_format", column=plain(name)), formats, index=formats.index(guess) if guess else None,
            format_func=_format_words, key=f"map-time:{name}", placeholder=t("frame.choose"),
        )  # fmt: skip
        if chosen == _TYPED:
            words = st.text_input(
                t("log_mapping.typed_format"), key=f"map-time-typed:{name}", placeholder=t("log_mapping.typed_example"), max_chars=60
            )  # fmt: skip
            pattern = pattern_of(words) if words else None
            if words and not pattern:
                st.warning(t("log_mapping.typed_wrong"), icon=":material/error:")
            chosen = pattern
        if chosen:
            times[name] = chosen
    return times


def _format_words(form: str) -> str:
    from journey.numbers.reading import TimeFormat

    return t("log_mapping.typed") if form == _TYPED else TimeFormat(form).words(session.language())


def order_of(preview: "Preview", columns: Mapping[str, str]) -> tuple[str, ...]:
    """The columns that say what came first at one time."""
    taken = columns.values()
    numbers = [one.name for one in preview.columns if one.number and not one.time and one.name not in taken]
    found = [name for name in preview.order if name not in taken]
    options = list(dict.fromkeys([*found, *numbers]))
    if not options:
        return ()
    return tuple(
        st.multiselect(
            t("log_mapping.order"), options, found, format_func=str, key="map-order",
            help=t("log_mapping.order_help"), placeholder=t("log_mapping.none"),
        )
    )  # fmt: skip


def decimal_of_amounts(preview: "Preview", columns: Mapping[str, str]) -> str:
    """The decimal mark, where an amount was chosen."""
    from journey.numbers.reading import AMOUNTS

    if not any(role in columns for role in AMOUNTS):
        return preview.decimal
    return str(
        st.segmented_control(
            t("log_mapping.decimal"), [",", "."], default=preview.decimal, required=True, key="map-decimal",
            format_func=lambda one: t("log_mapping.comma" if one == "," else "log_mapping.point"),
        )
    )  # fmt: skip
