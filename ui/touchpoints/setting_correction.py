"""Former defaults offered for correction: a line that opens a list with before and after; one click applies it."""

import streamlit as st

from journey.correcting import LABEL, Correction, corrected, corrections
from journey.model import Media, Setting
from journey.texts import choice
from ui.kit import delivery
from ui.state import session
from ui.state.words import field_name, many, plain, t, word


def notice() -> None:
    """The line, where there is something to ask about."""
    offered = corrections(session.workshop())
    if not offered:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="former-defaults"):
        st.markdown(many("correction.notice", len(offered)), width="stretch")
        if st.button(t("correction.look"), key="correct", width="content"):
            delivery.dialog(t("correction.heading"), _list, width="medium")(offered)


def _list(offered: tuple[Correction, ...]) -> None:
    st.write(t("correction.help"))
    former = f"{word(Setting.ONLINE)}, {word(Media.DIGITAL)}"
    chosen = []
    for each in offered:
        with st.container(key=f"correction-{each.touchpoint.id}", gap=None):
            title = plain(each.touchpoint.title or t("frame.untitled"))
            if st.checkbox(
                f"**{title}** · {plain(word(each.touchpoint.channel))}", True, key=f"correct:{each.touchpoint.id}"
            ):
                chosen.append(each.touchpoint.id)
            st.caption(f"{former} → **{_follows(each)}**")
    if st.button(
        t("correction.apply" if chosen else "correction.leave"),
        key="correct-apply",
        type="primary",
        icon=":material/check:",
    ):
        session.commit(corrected(session.workshop(), offered, chosen), LABEL)
        session.renew("grid")
        st.rerun()
    st.caption(t("correction.left"))


def _follows(each: Correction) -> str:
    """What would hold: "Offline, Classic (from channel)", or what stays unknown by its field's name."""
    said = each.follows
    pairs = ((said.setting, said.setting_from, "setting"), (said.media, said.media_from, "media"))
    language = session.language()
    if said.setting is None and said.media is None:
        return t("derived.unknown")
    if said.setting and said.media and said.setting_from is said.media_from:
        return t(f"derived.{said.setting_from}", value=f"{word(said.setting)}, {word(said.media)}")
    return ", ".join(
        f"{field_name('touchpoints', field)}: {t('derived.unknown')}" if value is None
        else t(f"derived.{origin}", value=choice(value, language))
        for value, origin, field in pairs
    )  # fmt: skip
