"""What the whole journey rests on: the balance around the purchase, what lies in the dark, and who could be asked now."""

import streamlit as st

from journey.critic.balance import balance, sides
from journey.critic.measurability import dark
from journey.critic.recommendation import delighted
from journey.model import MapState, Zone
from journey.palette import ZONES
from ui.kit.tables import table
from ui.state import session
from ui.state.words import figure, many, money, safe, share, t, word


def draw() -> None:
    """Four short looks below each other, at today's map."""
    today, planned = _by_state()
    if today and planned:
        st.caption(t("overview.planned", count=figure(planned)))
    st.header(t("overview.balance"), anchor=False)
    _balance()
    st.header(t("overview.sides"), anchor=False)
    _sides()
    st.header(t("overview.dark"), anchor=False)
    _dark()
    st.header(t("overview.ask_now"), anchor=False)
    _ask_now()


def _by_state() -> tuple[int, int]:
    """How many touchpoints there are today, and how many are only planned."""
    planned = sum(touchpoint.state is MapState.TO_BE for touchpoint in session.workshop().touchpoints)
    return len(session.workshop().touchpoints) - planned, planned


def _balance() -> None:
    found = balance(session.workshop(), session.model())
    bars = "".join(
        f"<li style='flex:{max(found[zone].share, 0.08):.2f} 1 0;background:{ZONES[zone]};color:#fff'>"
        f"<b>{share(found[zone].share)}</b><span>{safe(word(zone))}</span></li>"
        for zone in Zone
    )
    st.html(f"<ol class='j-heat'>{bars}</ol>")
    rows = (
        (
            safe(word(zone)),
            figure(found[zone].touchpoints),
            figure(found[zone].with_content),
            "–" if found[zone].cost is None else money(found[zone].cost or 0, safe),
        )
        for zone in Zone
    )
    head = ("", t("fields.plural.touchpoints"), t("overview.with_content"), t("overview.campaign_cost"))
    st.html(table(t("overview.balance"), head, rows))


def _sides() -> None:
    """How much is online and digital, of what is known."""
    found = sides(session.workshop(), session.model())
    parts = {"online_part": found.online, "digital_part": found.digital}
    said = [
        t(f"overview.{name}", share=share(part.share), count=figure(part.count), known=figure(part.known))
        for name, part in parts.items()
        if part.share is not None
    ] or [t("overview.part_unknown")]
    if found.unknown:
        said.append(many("overview.sides_unknown", found.unknown))
    st.html(f"<p>{'<br>'.join(safe(words) for words in said)}</p>")


def _dark() -> None:
    found = dark(session.workshop(), session.language())
    st.html(
        f"<p>{safe(t('overview.dark_share', share=share(found.share), count=len(found.touchpoints), total=found.total))}</p>"
    )
    if found.touchpoints:
        rows = (
            (_title(each.id), safe(word(each.measurability)), "<br>".join(safe(proxy) for proxy in each.proxies[:2]))
            for each in found.touchpoints
        )
        head = (t("fields.kinds.touchpoints"), t("fields.touchpoints.measurability"), t("touchpoints.proxy"))
        st.html(table(t("overview.dark"), head, rows))


def _ask_now() -> None:
    found = delighted(session.workshop(), session.model())
    st.html(f"<p>{safe(many('overview.delighted', len(found)))}</p>")
    if found:
        items = "".join(f"<li><b>{_title(each.touchpoint)}</b> · {_people(each.personas)}</li>" for each in found)
        st.html(f"<ul>{items}</ul>")


def _title(touchpoint: str) -> str:
    found = session.workshop().touchpoint(touchpoint)
    return safe((found.title if found else "") or t("frame.untitled"))


def _people(personas: tuple[str, ...]) -> str:
    names = [found.name for persona in personas if (found := session.workshop().persona(persona))]
    return safe("; ".join(names) or t("ledger.everybody"))
