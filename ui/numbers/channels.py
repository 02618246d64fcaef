"""The contribution of channels to reaching a phase, by six ways of counting, none of which proves a cause."""

from typing import TYPE_CHECKING

import streamlit as st

from journey.numbers.funnel import FEW_PEOPLE
from ui.kit import log_picture
from ui.kit.picture import drawing
from ui.kit.tables import table
from ui.numbers import funnel_controls, needs
from ui.state import event_log, log_words, session
from ui.state.words import apart, figure, plain, safe, share, t

if TYPE_CHECKING:
    from journey.numbers.log.attribution import Attribution


def draw() -> None:
    """Target and attribute as choices; a picture of all models; the figures; what each model means."""
    from journey.charts import channels_alt, channels_chart

    if not needs.log():
        return
    known = event_log.coded_log().attributes
    attributes = [name for name in funnel_controls.ROLES if name in known]
    attributes += [name for name in known if name not in attributes]
    if not attributes:
        st.info(t("channels.none"), icon=":material/hub:")
        return
    names = apart({phase.id: phase.name for phase in event_log.seen_phases()})
    with st.container(horizontal=True, vertical_alignment="bottom", key="channels-asked"):
        target = st.selectbox(
            t("channels.target"), list(names), index=list(names).index(event_log.sale()), format_func=names.__getitem__,
            key=f"channels-target:{session.model().id}", persist_state="session", width=320,
        )  # fmt: skip
        attribute = st.selectbox(
            t("channels.attribute"), attributes, format_func=funnel_controls.attribute, key="channels-attribute",
            persist_state="session", width=240,
        )  # fmt: skip
    asked = (str(target), str(attribute), event_log.matches())
    found = event_log.answer("channels", asked, lambda: _attributed(str(target), str(attribute)))
    if not found or not found[0].conversions:
        st.info(t("channels.no_conversions", phase=plain(names[str(target)])), icon=":material/hub:")
        return
    st.caption(t("channels.summary", conversions=figure(found[0].conversions), untouched=figure(found[0].untouched)))
    language = session.language()
    log_picture.draw(
        "channels",
        asked,
        drawing(channels_chart, found, language),
        lambda: channels_alt(found, language),
    )
    if found[0].conversions < FEW_PEOPLE:
        st.warning(t("channels.few"), icon=":material/hourglass_empty:")
    st.info(t("channels.not_causal"), icon=":material/balance:")
    with st.expander(t("channels.details"), icon=":material/table_rows:"):
        st.html(_details(found))
        st.markdown(
            "\n".join(f"- **{t(f'channels.model_{one.model}')}**: {t(f'channels.about_{one.model}')}" for one in found)
        )


def _attributed(target: str, attribute: str) -> "tuple[Attribution, ...]":
    from journey.numbers.log.attribution import by_every_model
    from journey.numbers.log.touches import touches

    return by_every_model(touches(event_log.phased_log(), target, attribute))


def _details(found: "tuple[Attribution, ...]") -> str:
    from journey.charts.kit.channel_names import channel_names

    channels = [credit.channel for credit in found[-1].credits]
    names = channel_names(channels, session.language())
    rows = []
    for channel in channels:
        cells = []
        for one in found:
            credit = next((each for each in one.credits if each.channel == channel), None)
            words = (
                "–"
                if credit is None
                else f"<b>{share(credit.share or 0.0, 1)}</b> ({figure(round(credit.conversions, 1))})"
            )
            if credit and credit.revenue is not None:
                words += f"<br>{log_words.money(round(credit.revenue), safe)}"
            cells.append(words)
        raw = f"<br><small>{safe(channel)}</small>" if names[channel] != channel else ""
        rows.append((f"{safe(names[channel])}{raw}", *cells))
    return table(t("channels.details"), ("", *(t(f"channels.model_{one.model}") for one in found)), rows, wide=True)
