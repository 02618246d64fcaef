"""The links of owners to their own actions: who has one, renewed and withdrawn."""

import streamlit as st

from journey.actions import by_owner, is_same_owner, owned_by
from journey.store import OwnerLink
from ui.cards import owner_link
from ui.state import session
from ui.state.words import many, moment, plain, safe, t


def draw() -> None:
    """Every link, and those that can be made. Nothing where nobody owns an action and there is no link."""
    links, actions = owner_link.of_workshop(), session.workshop().actions
    owners = [owner for owner in by_owner(actions) if owner]
    if not links and not owners:
        return
    st.header(t("owner_links.links"), anchor=False)
    st.caption(t("owner_links.what"))
    made = owner_link.just_made()
    for place, link in enumerate(links):
        held = len(owned_by(actions, link.owner))
        _row(link, held)
        if not held:
            st.caption(t("owner_links.nobody", owner=plain(link.owner)))
        if made and made.id == link.id:
            with st.container(border=True, key="owner-link-made"):
                st.markdown(t("owner_links.made", owner=plain(link.owner)))
                owner_link.shown(made, str(place))
    _making([owner for owner in owners if not any(is_same_owner(owner, link.owner) for link in links)])


def _making(owners: list[str]) -> None:
    """For whom a link can be made."""
    if not owners:
        return
    key = session.own("owner-link-for")
    if session.value(key) not in owners:
        session.set_value(key, None)
    chosen = st.pills(t("owner_links.whose"), owners, format_func=plain, key=key)
    st.button(
        t("owner_links.make"), key="owner-link-make", icon=":material/add_link:", disabled=not chosen,
        on_click=owner_link.make, args=(chosen or "",),
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
