"""Money: what is at stake at the weakest step, and care against win-back, each with its assumptions beside it."""

import streamlit as st

from journey.critic import Examination
from journey.critic.economics import missing_for_stake, money_at_stake, win_back
from journey.critic.wording import words_of
from ui.state import session
from ui.state.words import figure, money, plain, safe, t


def at_stake() -> None:
    """The estimate with its assumptions, or why there is none."""
    workshop, model = session.workshop(), session.model()
    stake = money_at_stake(workshop, model)
    if stake is None:
        said = t(f"stake.none.{missing_for_stake(workshop, model)}", field=t("fields.estimates.order_value"))
        st.html(f"<p class='j-quiet'>{safe(said)}</p>")
        return
    examined = Examination(workshop, model)
    said = "".join(f"<li>{safe(words_of(phrase, examined, session.language()))}</li>" for phrase in stake.assumptions)
    amount = t("stake.amount", amount=money(round(stake.amount), str), phase=model.phase_name(stake.phase))
    st.html(f"<p><b>{safe(amount)}</b></p><p>{safe(t('stake.assumptions'))}</p><ul>{said}</ul>")


def care_or_win_back() -> None:
    """What care would have cost and what winning back costs, from the newest figures."""
    newest = next(reversed(session.workshop().estimates), None)
    found = win_back(newest) if newest else None
    if found is None:
        st.html(f"<p class='j-quiet'>{safe(t('stake.no_win_back'))}</p>")
        return
    care, back = st.columns(2)
    care.metric(t("stake.care"), money(round(found.care), plain), border=True)
    back.metric(t("stake.win_back"), money(round(found.win_back), plain), border=True)
    st.caption(
        t(
            "stake.claimed" if found.claimed else "stake.own_factor",
            factor=figure(found.factor),
            lost=figure(found.lost),
        )
    )
