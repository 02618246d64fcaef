"""Campaigns: how people are led from one phase to another, each with traffic source and call-to-action."""

import streamlit as st

from journey.model import Campaign, in_order
from ui.cards import critic
from ui.kit import columns, grid
from ui.kit.phase_chips import phase_chip
from ui.kit.tables import table
from ui.map import ask_ladder
from ui.state import session
from ui.state.words import money, safe, t


def draw() -> None:
    """What leads across each transition, with its gaps; below, the table to edit."""
    st.caption(t("campaigns.help"), help=t("goals.articles"))
    _transitions()
    phases = session.model().phases
    kind = "campaigns"
    cells = {
        "title": columns.text(kind, "title", pinned=True, required=True),
        "from_phase": columns.reference(kind, "from_phase", fresh=0),
        "to_phase": columns.reference(kind, "to_phase", fresh=1),
        "traffic_source": columns.text(kind, "traffic_source"),
        "call_to_action": columns.text(kind, "call_to_action"),
        "offer": columns.text(kind, "offer"),
        "ask": columns.choice(kind, "ask"),
        "cost": columns.number(kind, "cost"),
        "note": columns.text(kind, "note"),
    }
    fresh = {"from_phase": phases[0].id, "to_phase": phases[1].id}
    grid.draw(grid.Grid(kind, cells, fresh=lambda: fresh, needed=("title",)), alt=t("campaigns.table_alt"))
    ladder = st.expander(t("fields.frame.ask_ladder"), icon=":material/stairs:", key="ask-ladder", on_change="rerun")
    if ladder.open:
        with ladder:
            ask_ladder.draw()


def _transitions() -> None:
    """The matrix: a row for each campaign across each step from a phase to the next, with its gaps in sight."""
    model = session.model()
    rows: list[tuple[str, ...]] = []
    stuck = critic.stuck_at()
    for place in range(len(model.phases) - 1):
        chips = f"{phase_chip(place, model.phases[place].name)} → {phase_chip(place + 1, model.phases[place + 1].name)}"
        if model.phases[place + 1].id in stuck:
            chips += f"<br><mark>{t('campaigns.stuck')}</mark>"
        across = [campaign for campaign in in_order(session.workshop().campaigns) if _crosses(campaign, place)]
        rows += [(chips, *_cells(campaign)) for campaign in across]
        if not across:
            rows.append((chips, f"<mark>{t('campaigns.gap')}</mark>", "", "", "", ""))
    fields = ("title", "traffic_source", "call_to_action", "offer", "cost")
    head = (t("campaigns.transition"), *(t(f"fields.campaigns.{field}") for field in fields))
    st.html(table(t("campaigns.help"), head, rows))


def _crosses(campaign: Campaign, place: int) -> bool:
    start, end = (session.model().index(phase) for phase in (campaign.from_phase, campaign.to_phase))
    return start is not None and end is not None and start <= place < end


def _cells(campaign: Campaign) -> tuple[str, ...]:
    missing = f"<mark>{t('campaigns.missing')}</mark>"
    cost = "" if campaign.cost is None else money(campaign.cost, safe)
    return (
        f"<b>{safe(campaign.title or t('frame.untitled'))}</b>",
        safe(campaign.traffic_source) or missing,
        safe(campaign.call_to_action) or missing,
        safe(campaign.offer),
        cost,
    )
