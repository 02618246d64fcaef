"""The links of owners to their own actions: who has one, renewed and withdrawn."""

import streamlit as st

from journey.actions import by_owner, owned_by
from journey.store import OwnerLink
from ui.cards import owner_link
from ui.kit.rooms import named
from ui.state import session
from ui.state.words import many, moment, plain, safe, t


def draw() -> None:
    """Every link, and where others are made. Nothing where nobody owns an action and there is no link."""
    links, actions = owner_link.of_workshop(), session.workshop().actions
    if not links and not any(by_owner(actions)):
        return
    st.header(t("owner_links.links"), anchor=False)
    st.caption(t("owner_links.what"))
    made = owner_link.just_made()
    for place, link in enumerate(links):
        _row(link, len(owned_by(actions, link.owner)))
        if made and made.id == link.id:
            with st.container(border=True, key="owner-link-made"):
                st.markdown(t("owner_links.made", owner=plain(link.owner)))
                owner_link.shown(made, str(place))
    st.page_link(
        named("analysis").page(), label=t("owner_links.to_actions"), icon=":material/view_kanban:",
        query_params={"view-analysis": "actions"},
    )  # fmt: skip


def _row(link: OwnerLink, actions: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"owner-link-{link.id}"):
        st.html(
            f"<div class='j-card'><p><b>{safe(link.owner)}</b></p>"
            f"<p class='j-quiet'>{t('people.since', when=moment(link.at))} · {many('owner_links.actions', actions)}</p></div>",
            width="stretch",
        )
        st.button(
            t("people.renew"), key=f"renew-owner:{link.id}", icon=":material/autorenew:",
            help=t("owner_links.renew_help"), on_click=owner_link.make, args=(link.owner,),
        )  # fmt: skip
        with st.popover(t("people.withdraw"), icon=":material/link_off:", key=f"withdraw-owner:{link.id}"):
            st.write(t("owner_links.withdraw_what"))
            st.button(
                t("people.withdraw"), key=f"withdraw-owner-now:{link.id}", type="primary",
                on_click=owner_link.withdraw, args=(link.id,),
            )  # fmt: skip
