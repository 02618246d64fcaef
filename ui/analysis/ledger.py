"""The ledger of customers' questions: phase by persona, with the content that answers, or the gap."""

import streamlit as st

from journey.critic.moments import LedgerCell, LedgerRow, Reply, ledger
from ui.kit.phase_chips import phase_chip
from ui.kit.tables import table
from ui.state import session
from ui.state.words import apart, safe, t


def draw() -> None:
    """The matrix, a row a phase."""
    workshop, model = session.workshop(), session.model()
    names = apart({persona.id: persona.name for persona in workshop.personas})
    st.caption(t("ledger.help"))
    head = (
        t("ledger.phase"),
        t("fields.phases.question"),
        *(safe(name) for name in names.values() or [t("ledger.everybody")]),
    )
    st.html(table(t("analysis.view_ledger"), head, (_row(row) for row in ledger(workshop, model)), wide=len(names) > 3))


def _row(row: LedgerRow) -> tuple[str, ...]:
    model = session.model()
    chip = phase_chip(model.index(row.phase) or 0, model.phase_name(row.phase))
    return (chip, safe(row.question), *(_cell(cell) for cell in row.cells))


def _cell(cell: LedgerCell) -> str:
    workshop = session.workshop()
    if cell.reply is Reply.ABSENT:
        return f"<span class='j-quiet'>{t('ledger.absent')}</span>"
    if cell.reply is Reply.UNANSWERED:
        return f"<mark>{t('ledger.unanswered')}</mark>"
    titles = (touchpoint.title for one in cell.answering if (touchpoint := workshop.touchpoint(one)))
    return "✓ " + "<br>✓ ".join(safe(title) for title in titles)
