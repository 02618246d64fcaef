"""Which tables of a workbook are seen when it is opened: those that everybody fills, and those with something in them. The others
are there, hidden, so that nothing is missing for whoever wants to fill them; the cover says so."""

from journey.exchange.layout.columns import Sheet
from journey.exchange.layout.tables import TABLES
from journey.model import Workshop

_EVERYBODYS = frozenset({"goals", "sources", "personas", "touchpoints", "counts", "opportunities", "actions"})


def shown_tables(workshop: Workshop) -> tuple[Sheet, ...]:
    """The tables that are seen, in their order."""
    return tuple(sheet for sheet in TABLES if sheet.kind in _EVERYBODYS or workshop.collection(sheet.kind))


def hidden_tables(workshop: Workshop) -> tuple[Sheet, ...]:
    """The tables that are hidden: empty, and not for everybody."""
    shown = shown_tables(workshop)
    return tuple(sheet for sheet in TABLES if sheet not in shown)
